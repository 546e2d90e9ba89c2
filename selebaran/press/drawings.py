"""Drawings that are kept: parsed once; what one wrote on a sheet is written on the next without being drawn anew.

A drawing writes the same operators whenever it has the same size and begins in the same state; one that clips, only at
the same place. Nothing else of a sheet gets into it, so what is kept holds no word of a district, and serves every
sheet of a process. Drawings with text, pictures or see-through parts are left to WeasyPrint, as are all others that
this module doesn't know. It reads the private state of WeasyPrint's `Stream`; tests/press/test_drawings.py is the
canary for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import pydyf
from weasyprint.images import SVGImage

from selebaran.model.piece import SCHEME
from selebaran.press.logged import warnings_logged
from selebaran.press.straight import straight_paths

MOST, MOST_TIMES = 512, 24
"""How many drawings are kept, and each in how many sizes and places."""
KNOWN = {"svg", "g", "defs", "title", "desc", "style", "clipPath"} | {
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
}
"""Elements that need nothing but a stream."""
ELSE = re.compile(rb"@|!|filter|mask|marker|opacity|href|Gradient|pattern", re.I)
"""What a source with more than plain shapes says somewhere."""
START = ("_current_color", "_current_color_stroke", "_current_alpha", "_current_alpha_stroke", "_current_font")
"""What a stream remembers of what was set last, and doesn't set again."""


Images = dict[str, object]
"""Images by address, as WeasyPrint's `cache` takes them."""


def kept_images(assets: Mapping[str, bytes]) -> Images:
    """Those of the assets that are kept drawings."""
    found = ((url, _drawing(source)) for url, source in assets.items() if url.endswith(".svg"))
    return {url: drawing for url, drawing in found if drawing}


@lru_cache(maxsize=MOST)
def _drawing(source: bytes) -> _Drawing | None:
    """A drawing that can be kept; None for what WeasyPrint has to see for itself, warnings included."""
    if ELSE.search(source):
        return None
    with warnings_logged() as said:
        try:
            tree = ElementTree.fromstring(source)
            if any(element.tag.partition("}")[2] not in KNOWN for element in tree.iter()):
                return None
            drawing = _Drawing(tree, clips=b"clip" in source)
        except Exception:  # whatever a file of another kind leads to: WeasyPrint draws it, and tells what is wrong
            return None
    return None if said else drawing


@dataclass(frozen=True)
class _Written:
    """What a drawing wrote: operators, and the states of opacity that they name."""

    operators: bytes
    states: tuple[tuple[str, Any], ...]

    def write_on(self, stream: Any) -> None:
        """Write it on another stream, and leave that as the drawing does."""
        if self.operators:
            stream.stream.append(self.operators)
        for name, state in self.states:
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        for name in START:
            setattr(stream, name, None)


class _Drawing(SVGImage):  # type: ignore[misc]  # weasyprint has no types
    """A drawing of plain shapes, with what it wrote so far."""

    def __init__(self, tree: ElementTree.Element, *, clips: bool) -> None:
        super().__init__(tree, SCHEME, None, None)
        self._clips = clips
        self._written: dict[Any, _Written] = {}

    def draw(self, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None:
        """As WeasyPrint's. What can't be drawn is told by it."""
        at = stream.ctm.values if self._clips else ()
        key = (concrete_width, concrete_height, *(getattr(stream, name) for name in START), at)
        if key not in self._written:
            try:
                written = self._draw_alone(stream, concrete_width, concrete_height)
            except Exception:  # what can't be drawn alone is drawn in its place, where faults are told
                super().draw(stream, concrete_width, concrete_height, style)
                return
            if len(self._written) >= MOST_TIMES:
                self._written.clear()
            self._written[key] = written
        self._written[key].write_on(stream)

    def _draw_alone(self, like: Any, width: float, height: float) -> _Written:
        """Draw on a stream of its own that is in the state of another."""
        empty = {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading")}
        alone = like.clone(resources={**empty, "ColorSpace": like._resources["ColorSpace"]}, fonts={}, images={})
        for name in START:
            setattr(alone, name, getattr(like, name))
        alone._ctm_stack = [like.ctm]
        with straight_paths():
            self._svg.draw(alone, width, height, SCHEME, None)
        states = tuple((name, dict(state)) for name, state in empty["ExtGState"].items())
        return _Written(b"\n".join(alone.stream), states)
