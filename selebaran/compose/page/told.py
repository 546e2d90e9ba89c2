"""What was made of a shared page that reads of its district: kept by what it read, for who composes that one again.

Nothing is kept but for who is `recalling` (`jobs.recalled`), who also sees to it that what all districts share is the
same. It counts for the day of which it was made. Pages that a district wrote a part of, and such as note what nobody
checked, are made each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.stages import Stage
from selebaran.compose.page.filled_in import Block, FilledIn, Line, slots_of
from selebaran.compose.page.finished import Finished
from selebaran.compose.page.standing import Standing
from selebaran.compose.page.unchecked import Checked
from selebaran.compose.template.seen import digest_of, digest_of_value
from selebaran.compose.template.views import Values
from selebaran.jobs.recalled import Recalled
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.usage import Usage
from selebaran.model.watched import WatchedDay, plain_day

Key = tuple[str, str]
"""A page's slug, and a digest of all that is shared of it."""
Used = tuple[str, Usage]
"""A text, and what it used."""


@dataclass(frozen=True)
class Told:
    """A page's text, its blocks as they were filled in, its title and summary, and how this reads on later days;
    digests of what it `read` by name; the day of which it is, and the days on which it would be the same."""

    text: Finished
    blocks: tuple[Used, ...]
    title: Used
    summary: Used
    later: tuple[tuple[date, str], ...]
    read: Mapping[str, str]
    day: date
    first: date
    last: date

    def holds(self, page: Standing, values: Values, policy: FactPolicy, checked: Iterable[Checked]) -> bool:
        """Whether a district would have it the same that has these values and entries."""
        if self.day != plain_day(policy.as_of) or len(self.blocks) != len(page.source.segments):
            return False
        usage = self.usage
        if not usage.facts <= policy.register.by_id.keys() or may_note(usage, checked):
            return False
        return all(name in values and digest_of_value(values[name]) == one for name, one in self.read.items())

    @property
    def usage(self) -> Usage:
        """All that it used."""
        return reduce(or_, (used for _, used in self.blocks), self.title[1] | self.summary[1])

    def narrow(self, day: date) -> None:
        """For who watches the day: on others than those it may be otherwise."""
        if isinstance(day, WatchedDay):
            day.narrow(self.first, self.last)

    def filled_in(self, page: Standing, policy: FactPolicy) -> FilledIn:
        """The page as it was filled in."""
        blocks = tuple(
            Block(slot, (Stage(None, text),), used, {name: policy.treatment(name) for name in sorted(used.facts)})
            for slot, (text, used) in zip(slots_of(page), self.blocks, strict=True)
        )
        later = tuple(Stage(day, text) for day, text in self.later)
        return FilledIn(blocks, Line(*self.title), Line(*self.summary, later))


TOLD: Recalled[Key, Told] = Recalled(0)


def key_of(source: PageSource, policy: FactPolicy) -> Key:
    """What a page is filled in with, beside what it reads by name."""
    texts = ((segment.block, segment.level, segment.text) for segment in source.segments)
    return source.slug, digest_of(repr((policy.published, repr(source.front), *texts)))


def told_of(filled: FilledIn, made: ComposedPage, values: Values, policy: FactPolicy) -> Told:
    """What is to be told of a page of the day of a policy."""
    day = plain_day(policy.as_of)
    days = policy.as_of.same if isinstance(policy.as_of, WatchedDay) else (day, day)
    names = sorted({field.split(".")[1] for field in made.usage.fields})
    return Told(
        Finished(made.html, made.headings),
        tuple((block.text, block.usage) for block in filled.blocks),
        (filled.title.text, filled.title.usage),
        (filled.summary.text, filled.summary.usage),
        tuple((later.since, later.text) for later in filled.summary.later if later.since),
        {name: digest_of_value(values[name]) for name in names},
        day,
        *days,
    )


def may_note(usage: Usage, checked: Iterable[Checked]) -> bool:
    """Whether a page reads where one of these entries stands, of which something may be to be said."""
    return any(field.startswith(entry.fields) for entry in checked for field in usage.fields)
