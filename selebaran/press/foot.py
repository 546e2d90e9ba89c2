"""Lets the foot of a panel stand at its lower edge, by itself.

A panel's text flows from above, and what piece.yml names in `kaki` follows it. Once a sheet is laid out and measured,
the foot is moved down by what is left below it. Doing so in CSS would need flex, which lays each panel out six times
over; and a foot that is placed absolutely would cover text that runs too far. A text that is too long still pushes its
foot over the edge, where the audit finds it. It reads WeasyPrint's private box tree, as the audit does.
"""

from __future__ import annotations

from typing import Any

from weasyprint.document import Document, Page

from selebaran.press.audit import panel_boxes

NOTHING = 1e-6
"""Pixels that a foot isn't moved for: it is there."""
AREAS = ("painting_area", "positioning_area")
"""Where a layer of a background is painted, and from where its picture is placed; a word where it has none."""
FOOT, TEXT = "kaki-panel", "isi"
"""The classes of a panel's foot and of the text above it (templates/print/umum.html)."""


def lower_feet(document: Document) -> None:
    """Move the feet of all panels down. Where a piece's stylesheet gives the text above a `min-height`, its foot stands
    where that says."""
    for number, page in enumerate(document.pages):
        if sum(_lowered(panel) for _, panel in panel_boxes(page)):
            # A page knows where its links are; so it is made anew.
            document.pages[number] = Page(page._page_box)


def _lowered(panel: Any) -> bool:
    """Move the foot of one panel down, if there is room below it."""
    parts = {name: child for child in panel.children for name in _classes(child)}
    foot, text = parts.get(FOOT), parts.get(TEXT)
    if foot is None or (text is not None and text.min_height > 0):
        return False
    room = panel.content_box_y() + panel.height - (foot.position_y + foot.margin_height())
    if room <= NOTHING:
        return False
    foot.translate(dy=room)
    _lower_grounds(foot, room)
    return True


def _lower_grounds(box: Any, room: float) -> None:
    """Move what is painted behind a box, and behind those in it: WeasyPrint has reckoned where before it was moved."""
    ground = box.background
    if ground:
        box.background = ground._replace(layers=[_lower_layer(layer, room) for layer in ground.layers])
    for child in box.all_children():
        _lower_grounds(child, room)


def _lower_layer(layer: Any, room: float) -> Any:
    """A layer with its areas (x, y, and more) so much lower."""
    moved = {name: _lower(area, room) for name in AREAS if not isinstance(area := getattr(layer, name), str)}
    return layer._replace(**moved, clipped_boxes=[_lower(area, room) for area in layer.clipped_boxes])


def _lower(area: Any, room: float) -> tuple[Any, ...]:
    x, y, *more = area
    return (x, y + room, *more)


def _classes(box: Any) -> list[str]:
    element: Any = getattr(box, "element", None)
    return element.get("class", "").split() if hasattr(element, "get") else []
