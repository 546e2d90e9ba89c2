"""Elements of a sheet that stand where those of the sheet for no district do, and so have the styles of these.

Which rules apply to an element follows from its name and attributes, and from those of the elements around it: what it
says has no part in that (selectors-4). So two sheets are walked side by side as long as they are built alike. Where a
rule asks what an element holds (`table:has(tr)`), only those are taken that are alike in all that they hold.
tests/press/test_styles.py holds the styles against those that are worked out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

SAID = ("alt", "content", "href")
"""Attributes that say something, and are otherwise on each sheet."""
Styles = tuple[tuple[str | None, Any], ...]
"""The style of an element (None) and of its pseudo-elements."""


ATTRIBUTE = re.compile(r"\[\s*(?:[\w*]*\|)?([\w-]+)")
HAS, OF_ITSELF = re.compile(r":has\(", re.I), re.compile(r"\s*[\w.#\[*:>][^()]*(?:\([^()]*\)[^()]*)*\)\s*[{,]")
"""What an element holds, and how that is asked of the last element of a selector."""


@dataclass(frozen=True)
class Rules:
    """What the selectors of some stylesheets ask for: which of the attributes that `SAID` names, and whether they look
    at what an element holds; or at more than that (`is_odd`)."""

    said: frozenset[str]
    looks_within: bool
    is_odd: bool

    @classmethod
    def of(cls, stylesheets: Iterable[str]) -> Rules:
        """What stylesheets ask for. One that is parsed doesn't tell any more."""
        css = "\n".join(stylesheets)
        held = [OF_ITSELF.match(css, found.end()) for found in HAS.finditer(css)]
        return cls(frozenset(ATTRIBUTE.findall(css)).intersection(SAID), bool(held), not all(held))

    def are_alike(self, ours: Element, theirs: Element) -> bool:
        """Whether selectors would find the same in two elements, but for what stands in them."""
        return ours.tag == theirs.tag and (ours.attrib == theirs.attrib or self._about(ours) == self._about(theirs))

    def _about(self, element: Element) -> dict[str, str | None]:
        said = set(SAID) - self.said
        return {name: None if name in said else value for name, value in element.attrib.items()}


@dataclass(frozen=True)
class Counterparts:
    """The elements of a sheet with those in their places on the sheet for no district. Some have the `same` style if
    their parents do; of some that goes for all in them as well (`whole`)."""

    theirs: dict[Element, Element] = field(default_factory=dict)
    same: set[Element] = field(default_factory=set)
    whole: set[Element] = field(default_factory=set)


@dataclass(frozen=True)
class First:
    """The sheet for no district: its root, the stylesheets, and the styles of each element."""

    root: Element
    sheets: tuple[Any, ...]
    styles: Mapping[Element, Styles]
    rules: Rules

    def counterparts(self, root: Element, sheets: Iterable[Any], hidden: Collection[Element]) -> Counterparts:
        """Those of another sheet, of which what is `hidden` holds the same."""
        found = Counterparts()
        if not self.rules.is_odd and tuple(sheets) == self.sheets and self.rules.are_alike(root, self.root):
            self._add(found, root, self.root, hidden)
        return found

    def _add(
        self, found: Counterparts, ours: Element, theirs: Element, hidden: Collection[Element]
    ) -> tuple[bool, bool]:
        """Add what is alike within two elements that are alike; gives whether all of it is, and whether all of it is
        there."""
        if ours in hidden:
            return True, False
        within = self._within(found, ours, theirs, hidden)
        is_whole = all(whole for whole, _ in within)
        found.theirs[ours] = theirs
        if is_whole or not self.rules.looks_within:
            found.same.add(ours)
        if is_there := is_whole and all(there for _, there in within):
            found.whole.add(ours)
        return is_whole, is_there

    def _within(
        self, found: Counterparts, ours: Element, theirs: Element, hidden: Collection[Element]
    ) -> list[tuple[bool, bool]]:
        """The same of each element in these, if they stand there alike."""
        pairs = tuple(zip(ours, theirs, strict=False))
        if len(ours) != len(theirs) or not all(self._stand_alike(*pair, hidden) for pair in pairs):
            return [(False, False)]
        return [self._add(found, *pair, hidden) for pair in pairs]

    def _stand_alike(self, ours: Element, theirs: Element, hidden: Collection[Element]) -> bool:
        """Whether selectors would find the same in two elements, and anything in both or in none."""
        return self.rules.are_alike(ours, theirs) and (ours in hidden or _is_empty(ours) == _is_empty(theirs))


def _is_empty(element: Element) -> bool:
    return not len(element) and not element.text
