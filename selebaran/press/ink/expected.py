"""What should stand on the pages of a laid-out document: its lines of text, and the boxes that may lie on them.

Beside press/audit.py and panels.py it reads WeasyPrint's private box tree (`Page._page_box`, placeholders'
`._box`). It doesn't know transforms: where a line stands is where it stood before them. Lengths are points from the
upper left corner of the trim, of the sheet as it was laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from selebaran.press.ink.frame import Frame
from selebaran.press.ink.parts import Parts
from selebaran.press.kept_page import KeptPage, MergedPage

POINT = 0.75
"""A CSS pixel."""
BOLD = 700
SLUG = "selip"
"""The class of what a print shop reads beside a sheet."""
MARK = "tanda-halaman"
"""The class of the mark of a preview or of a made-up district that stands over a whole side."""


@dataclass(frozen=True)
class Manner:
    """What CSS asks of a text besides its words, as far as it tells why something can't be seen."""

    visible: bool = True
    opacity: float = 1.0
    clipped: bool = False
    moved: bool = False


@dataclass(frozen=True)
class Line:
    """A piece of a line of text in one style. `element` holds it (an element of the source), `panel` is where it
    stands."""

    text: str
    frame: Frame
    bold: bool
    colour: tuple[float, ...]
    manner: Manner
    panel: str = ""
    element: Any = None
    in_slug: bool = False
    in_mark: bool = False


@dataclass(frozen=True)
class Cover:
    """Something painted that isn't text, its element, and the name of the pseudo-element ("after") if it is one."""

    frame: Frame
    element: Any
    pseudo: str | None = None


@dataclass(frozen=True)
class Asked:
    """What a page should show; `root` is the first element of its source. `proofs` are those that it passed, where it
    is a page that stands on many sheets; `parts` are its items, where it has some of such a page."""

    lines: tuple[Line, ...] = ()
    covers: tuple[Cover, ...] = ()
    root: Any = None
    proofs: set[bytes] | None = None
    parts: Parts | None = None

    def scaled(self, scale: float) -> Asked:
        """The same on a sheet that is printed larger than it was laid out."""
        if scale == 1:
            return self
        lines = tuple(replace(line, frame=line.frame.scaled(scale)) for line in self.lines)
        return replace(
            self, lines=lines, covers=tuple(replace(one, frame=one.frame.scaled(scale)) for one in self.covers)
        )


@dataclass(frozen=True)
class _Around:
    """What the boxes around a box make of it."""

    panel: str = ""
    manner: Manner = Manner()
    in_slug: bool = False
    in_mark: bool = False


def asked(document: Document) -> tuple[Asked, ...]:
    """What each page of a document should show."""
    return tuple(map(_asked_of, document.pages))


def _asked_of(page: Any) -> Asked:
    if isinstance(page, KeptPage):
        return _of_kept(page)
    found = _of_page(page._page_box)
    if isinstance(page, MergedPage) and (parts := _of_kept(page.like).parts):
        return replace(found, parts=parts.on(page.written))
    return found


def _of_kept(page: KeptPage) -> Asked:
    """What a page should show that stands on many sheets. It is the same on each."""
    if page.asked is None:
        parts = Parts(page.contexts.place_of, page.written)
        page.asked = replace(_of_page(page._page_box), proofs=set(), parts=parts)
    return cast(Asked, page.asked)


def _of_page(page: Any) -> Asked:
    found = list(_within(page, _Around()))
    lines = tuple(one for one in found if isinstance(one, Line))
    covers = tuple(one for one in found if isinstance(one, Cover))
    return Asked(lines, covers, page.children[0].element)


def _within(box: Any, around: _Around) -> Iterator[Line | Cover]:
    for child in getattr(box, "children", ()) or ():
        inner = getattr(child, "_box", child)
        if isinstance(inner, boxes.TextBox):
            if inner.text.strip():
                yield _line(inner, around)
            continue
        if frame := _painted(inner):
            yield Cover(frame, inner.element, (inner.element_tag or "").partition("::")[2] or None)
        yield from _within(inner, _deeper(inner, around))


def _line(box: Any, around: _Around) -> Line:
    style = box.style
    x, y = box.position_x * POINT, box.position_y * POINT
    colour = style["color"]
    manner = replace(around.manner, visible=style["visibility"] == "visible")
    return Line(
        box.text,
        Frame(x, y, x + box.width * POINT, y + box.height * POINT),
        style["font_weight"] >= BOLD,
        (*colour.to("srgb").coordinates, colour.alpha),
        manner,
        around.panel,
        box.element,
        around.in_slug,
        around.in_mark,
    )


def _deeper(box: Any, around: _Around) -> _Around:
    """What a box adds to that of the boxes around it."""
    style, element = box.style, box.element
    named = hasattr(element, "get")
    panel = (element.get("data-panel") if named else None) or around.panel
    classes = element.get("class", "").split() if named else ()
    in_slug, in_mark = around.in_slug or SLUG in classes, around.in_mark or MARK in classes
    before = around.manner
    # The lines of an element share its style; its opacity counts once.
    opacity = before.opacity if isinstance(box, boxes.LineBox) else before.opacity * style["opacity"]
    clipped = before.clipped or style["overflow"] != "visible" or style["clip"] != ()
    moved = before.moved or bool(style["transform"])
    if (opacity, clipped, moved) != (before.opacity, before.clipped, before.moved):
        before = replace(before, opacity=opacity, clipped=clipped, moved=moved)
    return _Around(panel, before, in_slug, in_mark)


def _painted(box: Any) -> Frame | None:
    """Where a box paints something; None where it doesn't."""
    if isinstance(box, boxes.ReplacedBox):
        x, y, width, height = box.content_box_x(), box.content_box_y(), box.width, box.height
    elif isinstance(box, boxes.BlockBox) and box.background is not None:
        x, y, width, height = box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    else:
        return None
    return Frame(x * POINT, y * POINT, (x + width) * POINT, (y + height) * POINT)
