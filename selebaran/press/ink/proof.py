"""The proof of a sheet: each of its words is looked for in the PDF that was written, and on the picture of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2
from PIL import Image

from selebaran.press.ink.alone import is_alone, letters_alone
from selebaran.press.ink.expected import Asked, Line
from selebaran.press.ink.eye import Eye, box_of
from selebaran.press.ink.finding import Fault, Finding, Sheet
from selebaran.press.ink.known import Known
from selebaran.press.ink.layer import Layer, Word, text_layer, union
from selebaran.press.ink.match import Matched, matched
from selebaran.press.ink.parts import Left, Seen
from selebaran.press.ink.shape import across, beside, crammed, on_each_other, outside, scattered, small, turned
from selebaran.press.raster import DPI, Box, Pictures
from selebaran.press.scripts import scripts_of

_Read = tuple[Word, Line | None]
"""A word that can be read, and its line."""


@dataclass(frozen=True)
class _Page:
    """One page of a sheet: what it should show, what it says, and how it looks; or what is left of it."""

    number: int
    asked: Asked
    layer: Layer
    eye: Eye
    folds: tuple[float, ...]


def prove(sheet: Sheet, pdf: bytes, seen: Pictures) -> list[Finding]:
    """What can't be read on a sheet. `seen` are the pages of `pdf`, at `DPI`. A page that was proved before on another
    sheet isn't proved again (known.py), nor is a part of one (parts.py) unless something is found beside it."""
    known = Known(sheet, pdf, seen)
    left = known.left()
    found = _found(known, sheet, pdf, seen, known.new, left)
    if doubtful := tuple(number for number in left if found[number]):
        found |= _found(known, sheet, pdf, seen, doubtful, {})
    return [fault for number in known.new for fault in found[number]]


def _found(
    known: Known,
    sheet: Sheet,
    pdf: bytes,
    seen: Pictures,
    numbers: Sequence[int],
    left: Mapping[int, Left],
) -> dict[int, list[Finding]]:
    """What can't be read on these pages, or on what is left of them."""
    if not numbers:
        return {}
    instead = {number: one.content for number, one in left.items()}
    document = pypdfium2.PdfDocument(letters_alone(pdf, numbers, instead))
    found: dict[int, list[Finding]] = {}
    try:
        if len(document) != len(seen) or not is_alone(document):
            raise ValueError("the pages that were seen are another file's")
        for number in numbers:
            with _page_of(sheet, number, document[number], seen[number], left.get(number)) as page:
                pairs = matched(page.asked.lines, page.layer.words)
                found[number] = list(_on_page(page, pairs))
                if not found[number] and number not in left:
                    known.learn(number)
                    _learn(known, page, pairs)
    finally:
        document.close()
    return found


def _learn(known: Known, page: _Page, pairs: Matched) -> None:
    """Remember what the items of a page show, where it is that of the sheet for no district."""
    if page.asked.parts and page.asked.parts.here is None:
        words = [Seen(word.letters, word.frame, line and line.element) for word, line in pairs.words if word.letters]
        page.asked.parts.learn(known.judged(page.number - 1), page.eye.picture, words, page.eye.box)


@contextmanager
def _page_of(
    sheet: Sheet, number: int, page: pypdfium2.PdfPage, picture: Image.Image, left: Left | None
) -> Iterator[_Page]:
    """A page, or what is left of it."""
    asked, folds = sheet.page(number)
    if left:
        asked = replace(asked, lines=tuple(line for line in asked.lines if left.has(line.element)))
    with text_layer(page) as layer:
        part = _part(layer, picture.size)
        # pdfium draws letters on a grey page in another way than on one in colours.
        drawn = page.render(scale=DPI / 72, grayscale=picture.mode == "L", rev_byteorder=True)
        eye = Eye(picture, part, drawn.to_pil().crop(part).getchannel(0), layer.inset, sheet.copied)
        yield _Page(number + 1, asked, layer, eye, folds)


def _part(layer: Layer, size: tuple[int, int]) -> Box:
    """The pixels of a page among which all of its words are; some where there is none on it."""
    frames = [word.frame for word in layer.words]
    left, top, right, bottom = box_of(union(frames), layer.inset, size) if frames else (0, 0, 0, 0)
    return (left, top, right, bottom) if left < right and top < bottom else (0, 0, 1, 1)


def _on_page(page: _Page, pairs: Matched) -> Iterator[Finding]:
    for missed in pairs.missing:
        yield Finding("unseen", missed.text.strip(), page.number, missed.frame, missed)
    judged = [one for line, words in pairs.by_line() for one in _faults(page, line, words)]
    yield from (one for one in judged if isinstance(one, Finding))
    yield from _stacked(page, [one for one in judged if not isinstance(one, Finding)])


def _stacked(page: _Page, sound: list[_Read]) -> Iterator[Finding]:
    """Words whose letters lie on those of others. Of two, the one is to blame that was moved there, else the lower."""
    of = {id(word): line for word, line in sound}
    found: dict[int, Finding] = {}
    for pair in on_each_other([word for word, _ in sound], page.layer):
        if all(_joins(of[id(one)]) for one in pair):
            continue
        moved = next((one for one in pair if (line := of[id(one)]) and line.manner.moved), pair[0])
        found[id(moved)] = _finding(page, "stacked", moved, of[id(moved)], 0)
    yield from found.values()


def _faults(page: _Page, line: Line | None, words: list[Word]) -> Iterator[Finding | _Read]:
    """What is wrong with each word of a line, or the word itself. The slug is nobody's reading."""
    if _is_slug(line, words[0], page):
        return
    if line and _falls_apart(line, words):
        yield _finding(page, "crammed", words[0], line, 0)
        return
    is_clear = line is not None and page.eye.is_clear(line, words)
    for word in words:
        fault, value = _shape(word, line, page)
        if not (fault or is_clear):
            fault, value = page.eye.fault(word, bold=line is not None and line.bold)
        yield _finding(page, fault, word, line, value) if fault else (word, line)


def _is_slug(line: Line | None, word: Word, page: _Page) -> bool:
    return line.in_slug if line else beside(word, page.layer)


def _shape(word: Word, line: Line | None, page: _Page) -> tuple[Fault | None, float]:
    """What is wrong with the place or the shape of a word, the worst first. The mark of a preview may lie on a fold: it
    stands over a whole side, and nobody hands a preview out."""
    if outside(word, page.layer):
        return "outside", 0
    if turned(word):
        return "turned", word.turned
    if small(word):
        return "small", word.size_pt
    if crammed(word, page.layer) and not _joins(line):
        return "crammed", 0
    in_mark = line is not None and line.in_mark
    return ("fold" if not in_mark and across(word, page.folds) else None), 0


def _falls_apart(line: Line, words: list[Word]) -> bool:
    return not _joins(line) and scattered(line.text, words)


def _joins(line: Line | None) -> bool:
    """Whether a line's letters join or stack, as they should in its script: the gaps between them tell nothing."""
    return line is not None and bool(scripts_of(line.text))


def _finding(page: _Page, fault: Fault, word: Word, line: Line | None, value: float) -> Finding:
    covers = tuple(cover for cover in page.asked.covers if cover.frame.meets(word.frame))
    return Finding(fault, word.text, page.number, word.frame, line, value, covers)
