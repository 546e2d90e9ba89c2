"""Pages that stand as they are on the sheets of many districts: what one wrote is written again without drawing it.

A page begins with a stream of its own, so it writes the same operators each time; beside them it names fonts, with the
glyphs of each, states of opacity, and the boxes that its tags hold. How wide a glyph is WeasyPrint asks once for each
document, at the size that comes first, and rounds it; so what was written serves where these widths are the same. Pages
with pictures, patterns or groups are drawn anew each time, and so is what isn't known here. This module reads the
private state of WeasyPrint's `Stream` and `Font`; tests/press/test_kept_pages.py is the canary for it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.document import Page

from selebaran.press.drawings import START

ELSEWHERE = ("XObject", "Pattern", "Shading")
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
        font = fonts.setdefault(key, _unused(self.font, {}))
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
class _Painted:
    """What a page wrote: its operators, and what they name."""

    operators: bytes
    states: tuple[tuple[str, Any], ...]
    fonts: tuple[tuple[Any, _Glyphs], ...]
    tags: tuple[tuple[Any, Any], ...]

    @classmethod
    def of(cls, stream: Any, states: Mapping[str, Any], fonts: _Fonts, tags: Mapping[Any, Any]) -> _Painted:
        """What a page wrote on a stream of its own."""
        glyphs = ((key, _Glyphs.of(fonts[key], fonts.known.get(key, frozenset()))) for key in tuple(fonts.taken))
        operators = b"\n".join(map(pydyf._to_bytes, stream.stream))
        named = tuple((name, dict(state)) for name, state in states.items())
        return cls(operators, named, tuple(glyphs), tuple(tags.items()))

    def fits(self, stream: Any) -> bool:
        """Whether it would be written so on the stream of another document."""
        return all(glyphs.is_as_wide_in(stream._fonts.get(key)) for key, glyphs in self.fonts)

    def write_on(self, stream: Any) -> None:
        """Write it on the stream of a page of another document."""
        stream.stream.append(self.operators)
        for name, state in self.states:
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        for key, glyphs in self.fonts:
            glyphs.use_in(stream._fonts, key)
        for box, tag in self.tags:
            stream._tags[box] = dict(tag)


class KeptPage(Page):  # type: ignore[misc]  # weasyprint has no types
    """A page of the sheet for no district. `asked` is what it should show, once somebody asked (ink/expected.py)."""

    def __init__(self, page_box: Any) -> None:
        super().__init__(page_box)
        self.asked: object = None
        self._painted: dict[Any, list[_Painted]] = {}

    def paint(self, stream: Any, scale: float = 1) -> None:
        """As WeasyPrint's."""
        key = (scale, stream._tags is None, stream.ctm.values, *(getattr(stream, name) for name in START))
        every = self._painted.setdefault(key, [])
        painted = next((one for one in every if one.fits(stream)), None)
        if painted is None and not stream._tags and (painted := self._paint_alone(stream, scale)):
            every[:] = (painted, *every[: MOST_TIMES - 1])
        if painted is None:
            super().paint(stream, scale)
        else:
            painted.write_on(stream)

    def _paint_alone(self, like: Any, scale: float) -> _Painted | None:
        """Paint on a stream of its own; None where more was drawn than is known here."""
        resources = {name: pydyf.Dictionary() for name in (*ELSEWHERE, "ExtGState")}
        fonts = _Fonts(like._fonts)
        tags: dict[Any, Any] | None = None if like._tags is None else {}
        shared = {**resources, "ColorSpace": like._resources["ColorSpace"]}
        alone = like.clone(resources=shared, fonts=fonts, images={}, tags=tags)
        for name in START:
            setattr(alone, name, getattr(like, name))
        alone._ctm_stack = [like.ctm]
        super().paint(alone, scale)
        is_known = _is_known(resources, fonts)
        return _Painted.of(alone, resources["ExtGState"], fonts, tags or {}) if is_known else None


def _is_known(resources: Mapping[str, Any], fonts: _Fonts) -> bool:
    """Whether a page wrote nothing but text and shapes. States of opacity are named by what they are."""
    is_more = any(resources[name] for name in ELSEWHERE) or any(name[0] not in "Aa" for name in resources["ExtGState"])
    return not is_more and not any(font.missing for font in fonts.values())
