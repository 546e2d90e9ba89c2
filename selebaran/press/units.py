"""The parts of two sheets whose text flows, side by side: which of them have the same source.

A part is an item of a sheet, or what stands in a plain block of it, as far as both sheets are built alike: the same
elements with the same attributes, one after the other. So a panel whose last line has a district's name is the same up
to there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

from selebaran.press.panels import Source, shown_in, written

BLOCK = ("block", "flow")
_StyleOf = Callable[[Element], Any]


@dataclass(frozen=True)
class Units:
    """The parts of two sheets in their order: the number of each by its element, on either sheet, whether it is the
    same, and whether it is to be kept on one page with the next."""

    theirs: dict[int, int]
    ours: dict[int, int]
    same: tuple[bool, ...]
    kept: tuple[bool, ...]

    @classmethod
    def of(cls, theirs: Source, ours: Source, differing: set[str], style_of: _StyleOf) -> Units:
        """The parts of two sheets that are alike around their items. `style_of` gives the computed style of an element
        of ours."""
        pairs = ((theirs.elements[place], ours.elements[place]) for place in sorted(ours.elements))
        found = [unit for pair in pairs for unit in _units(*pair, differing, style_of)]
        theirs_by = {id(unit.theirs): number for number, unit in enumerate(found)}
        ours_by = {id(unit.ours): number for number, unit in enumerate(found)}
        kept = (one.holds_next or other.holds_last for one, other in pairwise(found))
        return cls(theirs_by, ours_by, tuple(unit.same for unit in found), (*kept, False))

    def are_same(self, first: int | None, last: int | None) -> bool:
        """Whether parts are the same from one to another and those that are to be kept with that, or to the end."""
        if first is None:
            return False
        while last is not None and self.kept[last]:
            last += 1
        return all(self.same[first:] if last is None else self.same[first : last + 1])


def number_of(path: Sequence[Element], numbers: dict[int, int]) -> int | None:
    """The part to which the elements lead, from the outermost on; that of what begins within the last, if none."""
    for element in path:
        if id(element) in numbers:
            return numbers[id(element)]
    inner = path[-1] if path else None
    while inner is not None and id(inner) not in numbers:
        inner = inner[0] if len(inner) else None
    return None if inner is None else numbers[id(inner)]


def path_to(root: Any, place: Any) -> tuple[Element, ...]:
    """The elements of the boxes on the way to a place in a tree of boxes, as WeasyPrint says where a page begins."""
    found = [root.element] if place else [root.children[0].element]
    box = root
    while place and getattr(box, "children", None):
        (child, place), *_ = place.items()
        if child >= len(box.children):
            break
        box = box.children[child]
        found.append(box.element)
    return tuple(found)


@dataclass(frozen=True)
class _Unit:
    """A part on both sheets. `holds_last` and `holds_next` tell that no page may end before it or after it."""

    theirs: Element
    ours: Element
    same: bool
    holds_last: bool
    holds_next: bool


def _units(theirs: Element, ours: Element, differing: set[str], style_of: _StyleOf) -> list[_Unit]:
    is_equal = _are_equal(theirs, ours)
    if is_equal or not (_are_alike(theirs, ours) and _is_plain(style_of(ours))):
        same = is_equal and not differing & shown_in(written(ours))
        return [_Unit(theirs, ours, same, _holds(ours, 0, style_of), _holds(ours, -1, style_of))]
    found = [unit for pair in zip(theirs, ours, strict=True) for unit in _units(*pair, differing, style_of)]
    style = style_of(ours)
    found[0] = replace(found[0], holds_last=found[0].holds_last or _avoids(style, 0))
    found[-1] = replace(found[-1], holds_next=found[-1].holds_next or _avoids(style, -1))
    return found


def _holds(element: Element, end: int, style_of: _StyleOf) -> bool:
    """Whether an element, or what stands first (0) or last (-1) in it, avoids that a page ends there."""
    at: Element | None = element
    while at is not None:
        if _avoids(style_of(at), end):
            return True
        flowing = [child for child in at if _is_in_flow(style_of(child))]
        at = flowing[end] if flowing else None
    return False


def _avoids(style: Any, end: int) -> bool:
    """Whether a style says so; of what has none nothing is known."""
    return style is None or str(style["break_after" if end else "break_before"]).startswith("avoid")


def _is_in_flow(style: Any) -> bool:
    if style is None:
        return True
    return style["float"] == "none" and style["position"] in ("static", "relative") and style["display"] != ("none",)


def _are_equal(one: Element, other: Element) -> bool:
    """Whether two elements hold the same, whatever follows them."""
    pairs = zip(one, other, strict=False)
    return (
        one.tag == other.tag
        and one.text == other.text
        and one.attrib == other.attrib
        and len(one) == len(other)
        and all(first.tail == second.tail and _are_equal(first, second) for first, second in pairs)
    )


def _are_alike(one: Element, other: Element) -> bool:
    """Whether two elements hold nothing but other elements, of the same kinds and with the same attributes."""
    if len(one) != len(other) or not len(one) or _has_text(one) or _has_text(other):
        return False
    pairs = ((one, other), *zip(one, other, strict=True))
    return all(first.tag == second.tag and first.attrib == second.attrib for first, second in pairs)


def _has_text(element: Element) -> bool:
    return bool("".join(text or "" for text in (element.text, *(child.tail for child in element))).strip())


def _is_plain(style: Any) -> bool:
    """Whether what stands in a block follows one after the other, and nothing else."""
    is_placed = style["float"] != "none" or style["position"] != "static" or style["break_inside"] != "auto"
    has_columns = style["column_count"] != "auto" or style["column_width"] != "auto"
    return style["display"] == BLOCK and not is_placed and not has_columns
