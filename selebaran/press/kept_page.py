"""Pages that stand as they are on the sheets of many districts: what one wrote is written again without drawing it.

A page begins with a stream of its own, so it writes the same operators each time; beside them it names fonts, with the
glyphs of each, states of opacity, and the boxes that its tags hold. How wide a glyph is WeasyPrint asks once for each
document, at the size that comes first, and rounds it; so what was written serves where these widths are the same.
Groups (a drawing on the ground of a page) are written again by the name that comes next in a document. Pages with
pictures or patterns are drawn anew each time, and so is what isn't known here. On a page that has something of a
district's own, all else that lies there by itself is written again in the same way. This module reads the private state
of WeasyPrint's `Stream` and `Font`, and takes the place of its `draw_stacking_context` while such a page is drawn;
tests/press/test_kept_pages.py is the canary for it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pydyf
from weasyprint import draw
from weasyprint.document import Page

from selebaran.press.drawings import START

Place = tuple[int, int]
"""Which item of which sheet."""
Written = tuple[Place, tuple[bytes, ...] | None]
"""What one stacking context of an item wrote: its operators, in parts between which a group is drawn; None where
WeasyPrint drew it anew."""
ELSEWHERE = ("Pattern", "Shading")
"""Resources that a page is drawn anew for."""
MOST_TIMES = 8
"""How many ways of writing a page are kept."""


class _Fonts(dict[Any, Any]):
    """The fonts of a document, of which a page finds out how wide their glyphs are, and in which order it takes
    them."""

    def __init__(self, known: Mapping[Any, Any]) -> None:
        super().__init__({key: _unused(font, dict(font.widths)) for key, font in known.items()})
        self.known = {key: frozenset(font.widths) for key, font in known.items()}
        self.taken: dict[Any, None] = {}

    def __getitem__(self, key: Any) -> Any:
        self.taken[key] = None
        return super().__getitem__(key)


@dataclass(frozen=True)
class _Glyphs:
    """A font, and what a page writes with it: the letters and the width of each glyph, in their order. `told` are the
    glyphs whose width the page didn't ask, since the document knew it."""

    font: Any
    to_unicode: Mapping[int, str]
    widths: Mapping[int, int]
    told: frozenset[int]

    @classmethod
    def of(cls, font: Any, known: frozenset[int]) -> _Glyphs:
        """What was written with a font that came unused, but for the glyphs whose width was known."""
        widths = {glyph: font.widths[glyph] for glyph in font.to_unicode}
        return cls(_unused(font, {}), font.to_unicode, widths, known & widths.keys())

    def is_as_wide_in(self, font: Any | None) -> bool:
        """Whether the page would find the same widths in a document."""
        known = font.widths if font else {}
        return self.told <= known.keys() and all(known.get(one, width) == width for one, width in self.widths.items())

    def use_in(self, fonts: dict[Any, Any], key: Any) -> None:
        """Add it to the fonts of a document. What is known there of a glyph stays."""
        fonts.setdefault(key, _unused(self.font, {}))
        font = fonts[key]
        for glyph, letters in self.to_unicode.items():
            font.to_unicode.setdefault(glyph, letters)
        for glyph, width in self.widths.items():
            font.widths.setdefault(glyph, width)


def _unused(font: Any, widths: dict[int, int]) -> Any:
    """A font with which nobody has written yet."""
    font = copy.copy(font)
    font.to_unicode, font.widths, font.missing = {}, widths, {}
    return font


@dataclass(frozen=True)
class _Operators:
    """What a stream wrote: operators, in parts between which a group is drawn, and the states of opacity that they
    name. A group, which WeasyPrint makes for a picture on a ground, is a stream by itself, with its box."""

    parts: tuple[bytes, ...]
    groups: tuple[tuple[tuple[float, ...], _Operators], ...]
    states: tuple[tuple[str, Any], ...]

    @classmethod
    def of(cls, stream: Any) -> _Operators | None:
        """Those of a stream; None where it wrote something that isn't known here."""
        resources = stream._resources
        lines = [pydyf._to_bytes(one) for one in stream.stream]
        drawn = [n for n, line in enumerate(lines) if line.endswith(b" Do")]
        named = [f"/{name} Do".encode() for name in resources["XObject"]]
        groups = tuple(filter(None, map(_group, resources["XObject"].values())))
        if [lines[n] for n in drawn] != named or len(groups) < len(named) or not _is_known(resources):
            return None
        states = tuple((name, dict(state)) for name, state in resources["ExtGState"].items())
        return cls(tuple(_between(lines, drawn)), groups, states)

    def write_on(self, stream: Any) -> None:
        """Write them on another stream."""
        for name, state in self.states:
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        for part, (box, operators) in zip(self.parts, self.groups, strict=False):
            group = stream.add_group(0, 0, 0, 0)
            group.extra["BBox"] = pydyf.Array(box)
            operators.write_on(group)
            stream.stream += [part] if part else []
            stream.draw_x_object(group.id)
        stream.stream += [self.parts[-1]] if self.parts[-1] else []


def _between(lines: list[bytes], ends: list[int]) -> Iterator[bytes]:
    """The lines before, between and after some of them."""
    for start, end in zip([-1, *ends], [*ends, len(lines)], strict=True):
        yield b"\n".join(lines[start + 1 : end])


def _group(stream: Any) -> tuple[tuple[float, ...], _Operators] | None:
    """The box of a group, and what it wrote; None for a picture, and for one that isn't known here."""
    operators = _Operators.of(stream) if stream else None
    return (tuple(stream.extra["BBox"]), operators) if operators else None


def _is_known(resources: Mapping[str, Any]) -> bool:
    """Whether nothing is named but groups and states of opacity, which are named by what they are."""
    states = resources["ExtGState"]
    return not any(resources[name] for name in ELSEWHERE) and all(name[0] in "Aa" for name in states)


@dataclass(frozen=True)
class _Painted:
    """What a page wrote: its operators, its fonts, and its tags."""

    operators: _Operators
    fonts: tuple[tuple[Any, _Glyphs], ...]
    tags: tuple[tuple[Any, Any], ...]

    @classmethod
    def of(cls, stream: Any, fonts: _Fonts, tags: Mapping[Any, Any]) -> _Painted | None:
        """What a page wrote on a stream of its own; None where that is more than is known here."""
        operators = _Operators.of(stream)
        if operators is None or any(font.missing for font in fonts.values()):
            return None
        glyphs = ((key, _Glyphs.of(fonts[key], fonts.known.get(key, frozenset()))) for key in tuple(fonts.taken))
        return cls(operators, tuple(glyphs), tuple(tags.items()))

    def fits(self, stream: Any) -> bool:
        """Whether it would be written so on the stream of another document."""
        return all(glyphs.is_as_wide_in(stream._fonts.get(key)) for key, glyphs in self.fonts)

    def write_on(self, stream: Any) -> None:
        """Write it on the stream of a page of another document."""
        self.operators.write_on(stream)
        for key, glyphs in self.fonts:
            glyphs.use_in(stream._fonts, key)
        for box, tag in self.tags:
            stream._tags[box] = dict(tag)


def painted_alone(like: Any, paint: Callable[[Any], None]) -> _Painted | None:
    """What is painted on a stream of its own that is in the state of another; None where that is more than is known
    here."""
    resources = {name: pydyf.Dictionary() for name in (*ELSEWHERE, "XObject", "ExtGState")}
    fonts = _Fonts(like._fonts)
    tags: dict[Any, Any] | None = None if like._tags is None else {}
    shared = {**resources, "ColorSpace": like._resources["ColorSpace"]}
    alone = like.clone(resources=shared, fonts=fonts, images={}, tags=tags)
    for name in START:
        setattr(alone, name, getattr(like, name))
    alone._ctm_stack = [like.ctm]
    paint(alone)
    return _Painted.of(alone, fonts, tags or {})


class Contexts:
    """What lies on sheets by itself (a stacking context; CSS 2.2, appendix E), with what each wrote. Those are kept
    whose element is one of the sheet for no district; a district's page that has their boxes writes the same."""

    def __init__(self, items: Mapping[Place, Any]) -> None:
        self._items = items
        self._places = {id(element): place for place, item in items.items() for element in item.iter()}
        self._painted: dict[Any, _Painted | None] = {}

    def place_of(self, element: Any) -> Place | None:
        """The item in which an element of the sheet for no district stands."""
        return self._places.get(id(element))

    @contextmanager
    def in_use(self, written: list[Written], *, learning: bool) -> Iterator[None]:
        """Within the block WeasyPrint draws what is known by writing it again. What items write is added to
        `written`."""
        plain = draw.draw_stacking_context

        def known(stream: Any, context: Any) -> None:
            painted = self._known(stream, context, plain, learning=learning)
            if place := self.place_of(context.box.element):
                written.append((place, painted.operators.parts if painted else None))
            if painted is None:
                plain(stream, context)
            else:
                painted.write_on(stream)
                for name in START:
                    setattr(stream, name, None)

        draw.draw_stacking_context = known
        try:
            yield
        finally:
            draw.draw_stacking_context = plain

    def _known(self, stream: Any, context: Any, plain: Callable[..., None], *, learning: bool) -> _Painted | None:
        box = context.box
        if self.place_of(box.element) is None or stream._tags is not None:
            return None
        at = box.position_x, box.position_y, box.width, box.height
        state = stream.ctm.values, *(getattr(stream, name) for name in START)
        key = (id(box.element), box.element_tag, at, state)
        if learning and key not in self._painted:
            hooked, draw.draw_stacking_context = draw.draw_stacking_context, plain
            try:
                self._painted[key] = painted_alone(stream, lambda alone: plain(alone, context))
            finally:
                draw.draw_stacking_context = hooked
        painted = self._painted.get(key)
        return painted if painted and painted.fits(stream) else None


class MergedPage(Page):  # type: ignore[misc]  # weasyprint has no types
    """A page with boxes of the sheet for no district, and with others. `like` is the page that has the same boxes,
    `written` what these wrote when this page was painted."""

    def __init__(self, page_box: Any, like: KeptPage) -> None:
        super().__init__(page_box)
        self.like = like
        self.written: list[Written] = []

    def paint(self, stream: Any, scale: float = 1) -> None:
        """As WeasyPrint's."""
        self.written.clear()
        with self.like.contexts.in_use(self.written, learning=False):
            super().paint(stream, scale)


class KeptPage(Page):  # type: ignore[misc]  # weasyprint has no types
    """A page of the sheet for no district. `asked` is what it should show, once somebody asked (ink/expected.py),
    `written` what its items wrote when it was painted last."""

    def __init__(self, page_box: Any, contexts: Contexts | None = None) -> None:
        super().__init__(page_box)
        self.asked: object = None
        self.contexts = contexts or Contexts({})
        self.written: list[Written] = []
        self._painted: dict[Any, list[_Painted]] = {}

    def paint(self, stream: Any, scale: float = 1) -> None:
        """As WeasyPrint's."""
        key = (scale, stream._tags is None, stream.ctm.values, *(getattr(stream, name) for name in START))
        every = self._painted.setdefault(key, [])
        painted = next((one for one in every if one.fits(stream)), None)
        if painted is None and not stream._tags and (painted := painted_alone(stream, partial(self._paint, scale))):
            every[:] = (painted, *every[: MOST_TIMES - 1])
        if painted is None:
            self._paint(scale, stream)
        else:
            painted.write_on(stream)

    def _paint(self, scale: float, stream: Any) -> None:
        self.written.clear()
        with self.contexts.in_use(self.written, learning=True):
            super().paint(stream, scale)
