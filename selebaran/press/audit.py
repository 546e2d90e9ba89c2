"""Proves that a laid-out sheet is whole: nothing ran out of its panel and no letter was lost.

WeasyPrint drops what doesn't fit without a word. So sheets are laid out on a page several times too tall; what would
have been lost then stands below the sheet and can be measured. This is the only module that reads WeasyPrint's
private box tree (`Page._page_box`, placeholders' `._box`); tests/press/test_audit.py is the canary for it.
Lengths in findings are millimetres.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

MM = 25.4 / 96  # a CSS pixel
TOLERANCE_MM = 0.15


@dataclass(frozen=True)
class Overflow:
    """A panel whose content reaches beyond its content box. `side` is "bawah", "kanan", "kiri" or "atas"."""

    panel: str
    side: str
    mm: float
    lines: int
    text: str


@dataclass(frozen=True)
class PanelReport:
    """A panel's place on its page (counted from 0) and how full it is: 0.72 is 72 % of its height."""

    panel: str
    page: int
    fill: float


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


def audit(document: Document, body_text: str, sheet_height_mm: float) -> Audit:
    """The audit of a document laid out on tall pages; `body_text` is all text of its source."""
    panels: list[PanelReport] = []
    overflows: list[Overflow] = []
    texts: list[str] = []
    for number, page in enumerate(document.pages):
        texts += _texts(page)
        for name, box in _panels(page._page_box):
            report, found = _measure(name, box, number, sheet_height_mm)
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


def _ink(panel: Any) -> Iterator[tuple[Any, float, float, float, float]]:
    """What is painted within a panel: box, left, top, right, bottom in CSS pixels."""
    for box in _descendants(panel):
        if isinstance(box, boxes.TextBox):
            if box.text.strip():
                yield box, box.position_x, box.position_y, box.position_x + box.width, box.position_y + box.height
        elif isinstance(box, boxes.ReplacedBox):
            x, y = box.content_box_x(), box.content_box_y()
            yield box, x, y, x + box.width, y + box.height
        elif isinstance(box, boxes.BlockBox) and _is_painted(box):
            x, y = box.border_box_x(), box.border_box_y()
            yield box, x, y, x + box.border_width(), y + box.border_height()


def _is_painted(box: Any) -> bool:
    style = box.style
    background = style["background_color"]
    borders = any(style[f"border_{side}_width"] for side in ("top", "right", "bottom", "left"))
    return borders or getattr(background, "alpha", 0) > 0


def _measure(name: str, box: Any, number: int, sheet_height_mm: float) -> tuple[PanelReport, list[Overflow]]:
    left, top = box.content_box_x(), box.content_box_y()
    right = left + box.width
    sheet_bottom = sheet_height_mm / MM
    # A panel that grew with its content ends where the sheet does.
    bottom = min(top + box.height, sheet_bottom)
    reach = {"bawah": bottom, "kanan": right, "kiri": left, "atas": top}
    below: dict[int, list[str]] = {}
    beside: list[str] = []
    for inked, x0, y0, x1, y1 in _ink(box):
        text = inked.text if isinstance(inked, boxes.TextBox) else ""
        if y1 > bottom + TOLERANCE_MM / MM and text:
            below.setdefault(round(y0), []).append(text)
        if (x1 > right + TOLERANCE_MM / MM or x0 < left - TOLERANCE_MM / MM) and text:
            beside.append(text)
        reach["bawah"], reach["atas"] = max(reach["bawah"], y1), min(reach["atas"], y0)
        reach["kanan"], reach["kiri"] = max(reach["kanan"], x1), min(reach["kiri"], x0)
    limits = {"bawah": bottom, "kanan": right, "kiri": left, "atas": top}
    lines = {"bawah": [" ".join(line).strip() for line in below.values()]}
    found = [
        Overflow(name, side, round(over, 1), len(texts), " ".join(texts))
        for side, limit in limits.items()
        if (over := abs(reach[side] - limit) * MM) > TOLERANCE_MM
        for texts in [lines.get(side, beside)]
    ]
    inked_bottom = max((y1 for *_, y1 in _ink(box)), default=top)
    height = bottom - top
    return PanelReport(name, number, round((inked_bottom - top) / height, 3) if height else 0.0), found
