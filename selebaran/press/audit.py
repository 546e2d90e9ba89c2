"""Proves that a laid-out sheet is whole: nothing ran out of its panel and no letter was lost.

WeasyPrint drops what doesn't fit without a word. So sheets are laid out on a page several times too tall; what would
have been lost then stands below the sheet and can be measured. Beside press/foot.py, press/panels.py, press/flow.py,
press/units.py and press/ink/expected.py this is the only module that reads WeasyPrint's private box tree
(`Page._page_box`, placeholders' `._box`); tests/press/test_audit.py is the canary for it.
Lengths in findings are millimetres.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

MM = 25.4 / 96  # a CSS pixel
TOLERANCE_MM = 0.15
SIDES = ("bawah", "kanan", "kiri", "atas")
"""The sides of a panel, the one first over which most runs."""


@dataclass(frozen=True)
class Overflow:
    """A panel whose content reaches beyond its content box, or text in it beyond a cell of a table. `side` is "bawah",
    "kanan", "kiri" or "atas"; `text` is what lies outside, `sentence` the first sentence of which a part does."""

    panel: str
    side: str
    mm: float
    lines: int
    text: str
    sentence: str = ""


@dataclass(frozen=True)
class PanelReport:
    """A panel's place on its page (counted from 0), how full it is (0.72 is 72 % of its height), and the size in points
    in which most of its letters stand (0 where it has none); the size in points of its own type; its height, and how
    much of that is blank below the last ink and in the widest gap above it."""

    panel: str
    page: int
    fill: float
    body_pt: float = 0.0
    own_pt: float = 0.0
    height_mm: float = 0.0
    spare_mm: float = 0.0


@dataclass(frozen=True)
class Audit:
    """What was found on all pages of a document."""

    pages: int
    panels: tuple[PanelReport, ...]
    overflows: tuple[Overflow, ...]
    letters_in: str
    letters_out: str

    @property
    def lost(self) -> bool:
        """True when letters of the source are missing on the sheets, or some stand there twice."""
        return sorted(self.letters_in) != sorted(self.letters_out)


Reports = Mapping[tuple[int, str], PanelReport]
"""What was said of panels, by their pages and names."""
UNKNOWN: Reports = MappingProxyType({})


def audit(document: Document, body_text: str, sheet_height_mm: float, known: Reports = UNKNOWN) -> Audit:
    """The audit of a document laid out on tall pages; `body_text` is all text of its source. Panels that are `known` to
    hold all that stands in them aren't measured."""
    panels: list[PanelReport] = []
    overflows: list[Overflow] = []
    texts: list[str] = []
    for number, page in enumerate(document.pages):
        texts += _texts(page)
        for name, box in panel_boxes(page):
            measured = (number, name) not in known
            report, found = _measure(name, box, number, sheet_height_mm) if measured else (known[number, name], [])
            panels.append(report)
            overflows += found
    return Audit(len(document.pages), tuple(panels), tuple(overflows), letters(body_text), letters("".join(texts)))


def letters(text: str) -> str:
    """Letters and digits only, in one case: what must not be lost. Hyphens at line ends and spaces don't count."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text)).casefold()


def _children(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()) or ():
        yield getattr(child, "_box", child)


def _descendants(box: Any) -> Iterator[Any]:
    for child in _children(box):
        yield child
        yield from _descendants(child)


def _texts(page: Page) -> list[str]:
    """The text of a page's boxes, without what CSS generates (markers, ::before)."""
    found = (b for b in _descendants(page._page_box) if isinstance(b, boxes.TextBox))
    return [b.text for b in found if "::" not in (b.element_tag or "")]


def _panels(box: Any, inside: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any]]:
    """The outermost box of each element with data-panel; anonymous boxes within it share its element."""
    for child in _children(box):
        element = child.element
        name = element.get("data-panel") if hasattr(element, "get") else None
        if name and element not in inside:
            yield name, child
            yield from _panels(child, (*inside, element))
        else:
            yield from _panels(child, inside)


def panel_boxes(page: Page) -> Iterator[tuple[str, Any]]:
    """The panels of a page by their names, as boxes."""
    yield from _panels(page._page_box)


class _Edges(NamedTuple):
    """Where a box ends, in CSS pixels from the upper left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float

    def beyond(self, frame: _Edges) -> dict[str, float]:
        """How far it reaches over each side of a frame; less than nothing where it stays within."""
        return {
            "bawah": self.bottom - frame.bottom,
            "kanan": self.right - frame.right,
            "kiri": frame.left - self.left,
            "atas": frame.top - self.top,
        }


class _Painted(NamedTuple):
    """Something that is painted within a panel, where, and the cell of a table in which it stands, if it does."""

    box: Any
    edges: _Edges
    cell: Any = None

    def frame(self, panel: _Edges) -> _Edges:
        """What it has to stay within: the panel, and for text its cell. What leaves a cell lies on the next one."""
        if self.cell is None or not isinstance(self.box, boxes.TextBox):
            return panel
        left, right = self.cell.border_box_x(), self.cell.border_box_x() + self.cell.border_width()
        return panel._replace(left=max(panel.left, left), right=min(panel.right, right))


class _Ink(NamedTuple):
    """Something that is painted within a panel, its upper edge, and how far it reaches over the sides that hold it."""

    box: Any
    top: float
    beyond: dict[str, float]


def _painted(box: Any, cell: Any = None) -> Iterator[_Painted]:
    """What is painted within a box."""
    for child in _children(box):
        if edges := _edges(child):
            yield _Painted(child, edges, cell)
        yield from _painted(child, child if isinstance(child, boxes.TableCellBox) else cell)


def _edges(box: Any) -> _Edges | None:
    """Where a box ends that paints something; None for one that doesn't."""
    if isinstance(box, boxes.TextBox):
        x, y, width, height = box.position_x, box.position_y, box.width, box.height
        return _Edges(x, y, x + width, y + height) if box.text.strip() else None
    if isinstance(box, boxes.ReplacedBox):
        x, y, width, height = box.content_box_x(), box.content_box_y(), box.width, box.height
    elif isinstance(box, boxes.BlockBox) and _is_painted(box):
        x, y, width, height = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    else:
        return None
    return _Edges(x, y, x + width, y + height)


def _is_painted(box: Any) -> bool:
    style = box.style
    background = style["background_color"]
    borders = any(style[f"border_{side}_width"] for side in ("top", "right", "bottom", "left"))
    return borders or getattr(background, "alpha", 0) > 0


def _measure(name: str, box: Any, number: int, sheet_height_mm: float) -> tuple[PanelReport, list[Overflow]]:
    """How full a panel is, and what stands outside of it."""
    left, top = box.content_box_x(), box.content_box_y()
    # A panel that grew with its content ends where the sheet does.
    frame = _Edges(left, top, left + box.width, min(top + box.height, sheet_height_mm / MM))
    ink = [_Ink(one.box, one.edges.top, one.edges.beyond(one.frame(frame))) for one in _painted(box)]
    height = frame.bottom - frame.top
    lowest = max((item.beyond["bawah"] for item in ink), default=-height)
    fill = round((lowest + height) / height, 3) if height else 0.0
    found = [over for side in SIDES if (over := _overflow(name, box, side, ink))]
    own_pt = round(box.style["font_size"] * 0.75, 2)
    spare = _spare(frame, [(item.top, frame.bottom + item.beyond["bawah"]) for item in ink])
    return PanelReport(name, number, fill, _body_pt(box), own_pt, round(height * MM, 2), round(spare * MM, 2)), found


def _spare(frame: _Edges, bands: list[tuple[float, float]]) -> float:
    """What is blank below the last ink of a panel, and in the widest gap between two pieces of ink."""
    reached, widest = frame.top, 0.0
    for top, bottom in sorted(bands):
        widest = max(widest, top - reached)
        reached = max(reached, bottom)
    return max(0.0, frame.bottom - reached) + widest


def _overflow(name: str, panel: Any, side: str, ink: list[_Ink]) -> Overflow | None:
    """What of a panel's ink reaches over one side of it."""
    outside = [item for item in ink if item.beyond[side] > TOLERANCE_MM / MM]
    if not outside:
        return None
    words = [item for item in outside if isinstance(item.box, boxes.TextBox)]
    lines: dict[int, list[str]] = {}
    for item in words:
        lines.setdefault(round(item.top), []).append(item.box.text)
    text = " ".join(" ".join(texts) for texts in lines.values())
    sentence = _sentence(panel, words[0].box) if words else ""
    mm = round(max(item.beyond[side] for item in outside) * MM, 1)
    return Overflow(name, side, mm, len(lines), _plain(text), _plain(sentence))


def _plain(text: str) -> str:
    """A text without the places where it may break."""
    return " ".join(text.replace("\u200b", "").replace("\xad", "").split())


def _body_pt(panel: Any) -> float:
    """The size in points in which most letters of a panel are set; of two, the larger. What stands in an element with
    data-kaki is small print."""
    sizes: dict[float, int] = {}
    for box in _body(panel):
        size = round(box.style["font_size"] * 0.75, 2)
        sizes[size] = sizes.get(size, 0) + len(letters(box.text))
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _body(box: Any) -> Iterator[Any]:
    for child in _children(box):
        if isinstance(child, boxes.TextBox):
            yield child
        elif not (hasattr(child.element, "get") and child.element.get("data-kaki") is not None):
            yield from _body(child)


def _sentence(panel: Any, at: Any) -> str:
    """The sentence to which the text at a box belongs: sentences end within their paragraph."""
    before, text = 0, ""
    for box in _descendants(_paragraph(panel, at)):
        if isinstance(box, boxes.TextBox):
            before = len(text) if box is at else before
            text += box.text if box.text.endswith(" ") else f"{box.text} "
    ends = [0, *(found.end() for found in re.finditer(r"[.!?]\s+", text)), len(text)]
    start = max(end for end in ends[:-1] if end <= before)
    return " ".join(text[start : next(end for end in ends if end > before)].split())


def _paragraph(panel: Any, at: Any) -> Any:
    """The innermost block that holds a box."""
    inner = (b for b in _descendants(panel) if isinstance(b, boxes.BlockContainerBox) and _holds(b, at))
    block = next(inner, None)
    return panel if block is None else _paragraph(block, at)


def _holds(box: Any, wanted: Any) -> bool:
    return any(found is wanted for found in _descendants(box))
