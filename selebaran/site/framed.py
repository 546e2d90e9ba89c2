"""Sites that differ by values only: each page is drawn once with marks in place of them, and read and proved once.

The parent draws, of marks alone, before any district's text is opened. A child composes its district as always, and
takes a drawn page only where all that its template would be given is what that page was drawn from, with the district's
values in place of the marks: no value is looked for in a text. Whatever else a page is, MkDocs draws it. `build
--prove` holds both against each other.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from selebaran.compose.template.slots import Slots, Values
from selebaran.jobs.plain import is_plain
from selebaran.model.theme import SiteTheme


@dataclass(frozen=True)
class Look:
    """What a page leads to, from the root of the site, and has of ids, classes and attributes."""

    leads: frozenset[str]
    ids: frozenset[str]
    names: frozenset[str]


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
    `touched` as in `Framed`."""

    theme: SiteTheme
    common: str
    touched: Mapping[str, str]
    pages: Mapping[str, str]

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
    """Pages that were drawn: where exactly the same would be drawn again, they are taken. They are read as if they had
    been."""

    def __init__(self) -> None:
        self._texts: dict[tuple[Hashable, ...], str] = {}

    def note(self, root: Path, inputs: Inputs) -> None:
        """Keep what was drawn in a web root, on which no day was shown yet."""
        for path, text in inputs.pages.items():
            key = (*_common(inputs), path, text)
            if key not in self._texts:
                self._texts[key] = (root / path).read_text("utf-8")

    def covered(self, inputs: Inputs) -> Covered:
        """The pages of a site that were drawn from the same."""
        common = _common(inputs)
        found = ((path, self._texts.get((*common, path, text))) for path, text in inputs.pages.items())
        return Covered({path: drawn for path, drawn in found if drawn is not None})


def _common(inputs: Inputs) -> tuple[Hashable, ...]:
    return id(inputs.theme), inputs.common, *inputs.touched.items()


def as_text(value: object) -> str:
    """Values within each other as one text, in which a mark stands as it is."""
    return json.dumps(value, ensure_ascii=False, check_circular=False, default=_told)


def _told(value: object) -> object:
    """A record by its fields; whatever else by what it says of itself."""
    return [type(value).__name__, vars(value)] if is_dataclass(value) else [type(value).__name__, repr(value)]
