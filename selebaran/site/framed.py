"""Sites that differ by values only: each page is drawn once with marks in place of them, and read and proved once.

The parent draws, of marks alone, before any district's text is opened. A child composes its district as always, and
takes a drawn page only where all that its template would be given is what that page was drawn from, with the district's
values in place of the marks: no value is looked for in a text. Whatever else a page is, MkDocs draws it. `build
--prove` holds both against each other.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Protocol, cast

from selebaran.compose.template.slots import Slots, Values
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import Recalled, recalling
from selebaran.model.theme import SiteTheme

MOST_DRAWN = 1024
"""Pages of marks that are kept: those of some twenty kinds of districts that differ on a few pages each."""


@dataclass(frozen=True)
class Look:
    """What a page leads to, from the root of the site, and has of ids, classes and attributes."""

    leads: frozenset[str]
    ids: frozenset[str]
    names: frozenset[str]


DRAWN = cast(Recalled[tuple[str], tuple[bytes, Look]], recalling("bingkai", MOST_DRAWN))
"""Pages of marks, packed, and what they look like, by the digest of all that they were drawn from."""


@dataclass(frozen=True)
class FramedPage:
    """A page that was drawn with marks: what from, what came of it, and what it looks like."""

    made_from: Slots
    text: Slots
    look: Look


@dataclass(frozen=True)
class Framed:
    """The pages of a class, by path, and what all of them were drawn from beside their own. `touched` are the files
    that each loads when it is touched, by the language of its words: their names tell what is in them."""

    theme: SiteTheme
    common: Slots
    touched: Mapping[str, str]
    pages: Mapping[str, FramedPage]

    def is_for(self, inputs: Inputs, values: Values) -> bool:
        """Whether what all pages have in common is the same, but for the values."""
        is_near = self.theme is inputs.theme and self.touched.keys() == inputs.touched.keys()
        return is_near and self.common.filled(values) == inputs.common

    def same(self, inputs: Inputs, values: Values) -> Iterator[tuple[str, FramedPage]]:
        """The pages that are drawn from the same, by path."""
        for path, text in inputs.pages.items():
            page = self.pages.get(path)
            if page and page.made_from.filled(values) == text:
                yield path, page


@dataclass(frozen=True)
class Covered:
    """The pages of a site that needn't be drawn, by path: their text, and what they look like; and the files that all
    of them load when they are touched."""

    texts: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)
    touched: frozenset[str] = frozenset()

    def write(self, root: Path) -> None:
        """Write them into a web root."""
        for path, text in self.texts.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")

    @cached_property
    def leads(self) -> frozenset[str]:
        """Everything that they lead to."""
        return self.touched.union(*(look.leads for look in self.looks.values()))

    def beside(self, other: Covered) -> Covered:
        """These pages and others."""
        return Covered({**self.texts, **other.texts}, {**self.looks, **other.looks}, self.touched | other.touched)


NOT_COVERED = Covered()


@dataclass(frozen=True)
class Inputs:
    """What the pages of a site are drawn from: what all have in common, and each page's own by its path, as text;
    `touched` as in `Framed`; which of them were drawn before, where somebody asked."""

    theme: SiteTheme
    common: str
    touched: Mapping[str, str]
    pages: Mapping[str, str]
    covered: Covered = NOT_COVERED

    @property
    def loaded(self) -> frozenset[str]:
        """The files that pages load when they are touched, as addresses: they have other names on each site."""
        return frozenset(f"/{path}" for path in self.touched.values())

    def but(self, covered: Covered) -> Inputs:
        """The same without pages that needn't be drawn."""
        return replace(self, pages={path: text for path, text in self.pages.items() if path not in covered.texts})


class Had(Protocol):
    """Whatever has pages that were drawn before."""

    def covered(self, inputs: Inputs) -> Covered:
        """The pages of a site that need not be drawn."""


@dataclass(frozen=True)
class Filling:
    """The pages that were drawn for a district's class, and its values by the marks' forms."""

    framed: Framed
    values: Values

    def covered(self, inputs: Inputs) -> Covered:
        """The pages of a site that are drawn from the same, but for the values."""
        framed = self.framed
        if is_plain() or not framed.is_for(inputs, self.values):
            return NOT_COVERED
        values = {**self.values, **{path: inputs.touched[key] for key, path in framed.touched.items()}}
        same = dict(framed.same(inputs, values))
        texts = {path: page.text.filled(values) for path, page in same.items()}
        return Covered(texts, {path: page.look for path, page in same.items()}, inputs.loaded)


class DrawnBefore:
    """Pages of marks that were drawn, in this build or in an earlier one (`keep_drawn`): where exactly the same would
    be drawn again, they are taken, and neither read nor proved again. The parent alone draws such, of no district's
    text."""

    def covered(self, inputs: Inputs) -> Covered:
        """The pages of a site that were drawn from the same."""
        kept = ((path, DRAWN.get((digest,))) for path, digest in digests_of(inputs).items())
        found = {path: one for path, one in kept if one}
        texts = {path: zlib.decompress(text).decode() for path, (text, _) in found.items()}
        return Covered(texts, {path: look for path, (_, look) in found.items()}, inputs.loaded)


def keep_drawn(inputs: Inputs, texts: Mapping[str, str], looks: Mapping[str, Look]) -> None:
    """Keep pages with which nothing is wrong: their texts, on which no day shows yet, and what they look like."""
    for path, digest in digests_of(inputs).items():
        if path in texts and path in looks:
            DRAWN.put((digest,), (zlib.compress(texts[path].encode(), 1), looks[path]))


def digests_of(inputs: Inputs) -> Mapping[str, str]:
    """Of each page by its path, the digest of all that it is drawn from."""
    theme, touched = inputs.theme, (part for item in inputs.touched.items() for part in item)
    every = (theme.config, theme.tokens, *(part for item in theme.templates.items() for part in item))
    common = blake2b(digest_size=16)
    for part in (*every, repr(theme.assets), inputs.common, *touched):
        common.update(f"{len(part)}:{part}".encode())
    found = {}
    for path, text in inputs.pages.items():
        own = common.copy()
        own.update(text.encode())
        found[path] = own.hexdigest()
    return found


def as_text(value: object) -> str:
    """Values within each other as one text, in which a mark stands as it is."""
    return json.dumps(value, ensure_ascii=False, check_circular=False, default=_told)


def _told(value: object) -> object:
    """A record by its fields; whatever else by what it says of itself."""
    return [type(value).__name__, vars(value)] if is_dataclass(value) else [type(value).__name__, repr(value)]
