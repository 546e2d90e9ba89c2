"""What a piece's template said in one profile, kept by what it read: for who composes the same district again.

Nothing is kept but for who is `recalling` (`jobs.recalled`), who also sees to it that what all districts share is the
same. All else that a template can read is either part of the key, or noted as it is read and compared.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.standing import OwnBlocks
from selebaran.compose.piece.filled import on_paper
from selebaran.compose.piece.repeat import repeated_rows
from selebaran.compose.piece.setting import Setting
from selebaran.compose.template.seen import digest_of, digest_of_value, whole
from selebaran.compose.template.views import Values
from selebaran.jobs.recalled import Recalled
from selebaran.model.facts import FactRegister
from selebaran.model.page import HEAD
from selebaran.model.piece import PieceSource
from selebaran.model.sizes import Paper, Profile
from selebaran.model.usage import Usage
from selebaran.model.watched import Span, WatchedDay, plain_day

Key = tuple[str, ...]
Call = tuple[str, ...]
"""A drawing that a template asked for: its kind, and what was given."""
ART, BAR = "seni", "batang"
"""The kinds: a drawing of the project, a bar of days."""
OF_KEY = "daerah.cetak"
"""What a district decided about a piece is part of the key."""


@dataclass(frozen=True)
class Drawn:
    """A piece's HTML and title, what it and each panel used, the drawings that it asked for, digests of what it `read`
    of its district by name, and the first and the last day on which it would be the same."""

    html: str
    title: str
    usage: Usage
    panels: dict[str, Usage]
    drawings: tuple[Call, ...]
    read: Mapping[str, str]
    first: date
    last: date

    def holds(self, seen: Seen, day: date, register: FactRegister) -> bool:
        """Whether a district that is `seen` so would have it the same on a day."""
        if not self.first <= day <= self.last or not self.usage.facts <= register.by_id.keys():
            return False
        return all(seen.digest(name) == digest for name, digest in self.read.items())


DRAWN: Recalled[Key, Drawn] = Recalled(0)


class Seen:
    """What the templates of one piece can read of its district, by the names that they use."""

    def __init__(self, setting: Setting, site: Values) -> None:
        self.values: Mapping[str, Values] = {
            "daerah": on_paper(setting.values),
            "acara": setting.event.values if setting.event else {},
            "situs": site,
        }

    def digest(self, name: str) -> str:
        """A digest of what a template would read under a name such as `daerah.kontak`."""
        root, _, field = name.partition(".")
        return digest_of_value(self.values.get(root, {}).get(field))

    def digests(self, fields: Collection[str]) -> dict[str, str]:
        """The same of all that was read, by the names that were noted."""
        names = {".".join(field.split(".")[:2]) for field in fields} - {OF_KEY}
        return {name: self.digest(name) for name in sorted(names)}


def key_of(source: PieceSource, profile: Profile, paper: Paper, setting: Setting) -> Key:
    """What a piece is rendered with, beside what its templates read by name."""
    area, texts = setting.area, (own_texts(slug, blocks) for slug, blocks in sorted(setting.blocks.items()))
    own = whole(setting.own.values_for(source.name))
    of_setting = (area and (area.name, area.address), setting.host, bool(setting.event), setting.policy.published)
    rows = whole(repeated_rows(source, setting.values))  # a template gets them without asking its district
    return source.name, profile, paper, str(len(source.spec.sheets)), digest_of(repr((own, of_setting, rows, *texts)))


def own_texts(slug: str, blocks: OwnBlocks) -> tuple[object, ...]:
    """What of a page's own blocks can come onto a sheet."""
    head, files = blocks.overrides.get(HEAD), {name: one.place.file for name, one in blocks.overrides.items()}
    named = {name: filled.names for name, filled in blocks.named.items()}
    return slug, head and head.front.title, dict(blocks.html), named, files


class Apart(NamedTuple):
    """The facts of a day of which the sheets note by themselves on which other days they would be the same."""

    of: FactPolicy
    policy: FactPolicy
    span: Span

    @classmethod
    def beside(cls, policy: FactPolicy) -> Apart:
        """Those of a policy."""
        span = Span(plain_day(policy.as_of))
        apart = FactPolicy(policy.register, WatchedDay.of(span), policy.whom, published=policy.published)
        return cls(policy, apart, span)

    def narrow(self, first: date, last: date) -> None:
        """On days before the first and after the last it may be otherwise: so it is for who watches the day."""
        self.span.narrow(first, last)
        if isinstance(day := self.of.as_of, WatchedDay):
            day.narrow(first, last)
