"""The parts of two sheets whose text flows, side by side: which of them have the same source.

A part is an item of a sheet, or what stands in a plain block of it, as far as both sheets are built alike: the same
elements with the same attributes, one after the other. So a panel whose last line has a district's name is the same up
to there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from selebaran.press.panels import Source, shown_in, written

BLOCK = ("block", "flow")


@dataclass(frozen=True)
class Units:
    """The parts of two sheets in their order: the number of each by its element, on either sheet, and whether it is the
    same."""

    theirs: dict[int, int]
    ours: dict[int, int]
    same: tuple[bool, ...]

    @classmethod
    def of(cls, theirs: Source, ours: Source, differing: set[str], style_of: Callable[[Element], Any]) -> Units:
        """The parts of two sheets that are alike around their items. `style_of` gives the computed style of an element
        of ours."""
        pairs = ((theirs.elements[place], ours.elements[place]) for place in sorted(ours.elements))
        found = [unit for pair in pairs for unit in _units(*pair, differing, style_of)]
        theirs_by, ours_by = ({id(unit[n]): number for number, unit in enumerate(found)} for n in (0, 1))
        return cls(theirs_by, ours_by, tuple(unit[2] for unit in found))

    def are_same(self, first: int | None, last: int | None) -> bool:
        """Whether parts are the same from one to another, or to the end."""
        if first is None:
            return False
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


def _units(
    theirs: Element, ours: Element, differing: set[str], style_of: Callable[[Element], Any]
) -> Iterator[tuple[Element, Element, bool]]:
    text = written(ours)
    if text == written(theirs):
        yield theirs, ours, not differing & shown_in(text)
    elif _are_alike(theirs, ours) and _is_plain(style_of(ours)):
        for one, other in zip(theirs, ours, strict=True):
            yield from _units(one, other, differing, style_of)
    else:
        yield theirs, ours, False


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
