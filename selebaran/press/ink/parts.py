"""Parts of pages that were proved before: what an item of the sheet for no district shows on it, and on a district's.

An item is passed over on a district's page when the file at hand has the operators that it wrote, one after the other;
when the picture of that page is the same, pixel for pixel, wherever the item has words; when the text layer says the
same of it; and when it was proved on the sheet for no district. A cover, a word of another that lies there, a letter
whose shape or meaning its font lacks: all these make something else of it, and it is proved. Its operators are left out
of the letters alone, so that what is left is soon looked at. Where anything is found, the page is proved whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from PIL import Image

from selebaran.press.ink.frame import Frame
from selebaran.press.kept_page import Place, Written
from selebaran.press.raster import Box


@dataclass(frozen=True)
class Part:
    """What an item showed where it passed: a digest of the pixels around its words, its letters as the text layer has
    them, in runs."""

    box: Box
    pixels: bytes
    runs: tuple[str, ...]

    def is_on(self, picture: Image.Image, letters: str) -> bool:
        """Whether a page shows it."""
        return all(run in letters for run in self.runs) and _pixels(picture, self.box) == self.pixels


@dataclass(frozen=True)
class Seen:
    """A word that was read: its letters, its frame, and the element that holds its line, if it is of one."""

    letters: str
    frame: Frame
    element: Any


@dataclass(frozen=True)
class Left:
    """What is left of a page to be proved: its operators, and which elements are of it."""

    content: bytes
    passed_over: frozenset[Place]
    place_of: Callable[[Any], Place | None]

    def has(self, element: Any) -> bool:
        """Whether what an element holds is to be proved."""
        return self.place_of(element) not in self.passed_over


@dataclass(frozen=True)
class Parts:
    """The items of a page of the sheet for no district, with what they wrote on it; `here` is what they wrote on a page
    of a district, `known` what they show where they passed, by all that else was judged."""

    place_of: Callable[[Any], Place | None]
    written: Sequence[Written]
    here: Sequence[Written] | None = None
    known: dict[bytes, Mapping[Place, Part]] = field(default_factory=dict)

    def on(self, here: Sequence[Written]) -> Parts:
        """The same on a district's page."""
        return Parts(self.place_of, self.written, here, self.known)

    def learn(self, judged: bytes, picture: Image.Image, words: Sequence[Seen], box_of: Callable[[Frame], Box]) -> None:
        """Remember what the items of the sheet for no district show, which passed. A word that is no line's may be of
        each."""
        if self.here is not None or judged in self.known or any(word.element is None for word in words):
            return
        runs: dict[Place | None, list[tuple[Seen, ...]]] = {}
        for place, run in groupby(words, lambda word: self.place_of(word.element)):
            runs.setdefault(place, []).append(tuple(run))
        there = _written_again(self.written)
        self.known[judged] = {at: _part(own, picture, box_of) for at, own in runs.items() if at and at in there}

    def left(self, judged: bytes, picture: Image.Image, content: bytes, letters: Callable[[], str]) -> Left | None:
        """What is left to be proved of a district's page with this content; None where that is all of it."""
        known = self.known.get(judged)
        if self.here is None or not known:
            return None
        said, there = letters(), _written_again(self.here)
        shown = frozenset(place for place, part in known.items() if place in there and part.is_on(picture, said))
        rest = _without(content, _of(self.here, shown)) if shown else None
        return None if rest is None else Left(rest, shown, self.place_of)


def _written_again(written: Sequence[Written]) -> set[Place]:
    """The items of which all is known that they wrote."""
    return {place for place, _ in written} - {place for place, parts in written if parts is None}


def _of(written: Sequence[Written], places: frozenset[Place]) -> list[bytes]:
    """What these items wrote, in their order."""
    return [part for place, parts in written if place in places for part in parts or ()]


def _part(own: Sequence[Sequence[Seen]], picture: Image.Image, box_of: Callable[[Frame], Box]) -> Part:
    """An item with these words, in runs."""
    box = _around(box_of(word.frame) for run in own for word in run)
    return Part(box, _pixels(picture, box), tuple("".join(word.letters for word in run) for run in own))


def _without(content: bytes, parts: Sequence[bytes]) -> bytes | None:
    """What a page wrote without some parts of it; None where it doesn't have these one after the other."""
    left, start = list[bytes](), 0
    for part in parts:
        at = content.find(part, start)
        if at < 0:
            return None
        left.append(content[start:at])
        start = at + len(part)
    return b"".join([*left, content[start:]])


def _pixels(picture: Image.Image, box: Box) -> bytes:
    return hashlib.sha256(picture.crop(box).tobytes()).digest()


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
