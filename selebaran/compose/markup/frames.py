"""Texts in which marks stand for plain values: such a text is read once for all that differ by these alone.

A value has no sign that Markdown or HTML know, so a text is read as it would be with letters in their place. Where what
stands around a value could make something else of it (a paragraph of several lines, which are measured; an address or a
number beside it; a mark at the margin), and where the first text that is read both ways isn't the same, there is no
frame, and each is read by itself. Times are found in the words between two tags, as the renderer finds them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from selebaran.compose.markup.links import KEPT_WHOLE, WORTH, kept_whole, leads_somewhere
from selebaran.compose.markup.outcome import Heading, Rendered
from selebaran.compose.markup.render import render

MARK = re.compile(r"Qz[p-w][a-j]{4}zQ")
RESIDUE = re.compile(r"qz[p-w][a-j]{4}zq", re.I)
"""What is left of a mark that the renderer made something else of."""
PLAIN = re.compile(r"(?!.*(?:  |qz))[A-Za-z0-9](?:[A-Za-z0-9 ,.:;/()–-]*[A-Za-z0-9])?", re.I)
SHORT = re.compile(r"\d{1,9}|[a-z]{1,5}")
"""What a point makes the mark of an item."""
IN_TAG = "r"
"""The letter of what stands within a tag alone."""
AT_MARGIN = re.compile(r"^(?!\|)\W*Qz[p-qs-t]", re.M)
TAG = re.compile(r"(<[^<>]*>)")
NAME = re.compile(r"</?([a-z0-9]+)")
INLINE = frozenset(
    ("a", "span", "strong", "em", "b", "i", "u", "s", "del", "ins", "time", "br", "img", "code", "small")
)
FOUND = re.compile(r'<a href="(?:tel|mailto|https?):|<a [^>]*class=|<span class="utuh">')
"""How begins what the renderer finds in words by itself."""
IN_WORDS = re.compile(rf"Qz{IN_TAG}|&|{WORTH.pattern}")
"""What hinders a mark in words: one that belongs into a tag, a reference, a number or address beside it."""
MOST = 4096
"""Frames that are kept."""
MOST_MET = 65_536
LONGEST = 30_000
"""Letters of a text of which one is."""


def letter_of(value: str, *, is_item: bool) -> str:
    """The letter of a value's mark, by what the renderer may find in it; "" where a mark can't stand for it. `is_item`:
    at the margin it would be taken for an item, if nobody escaped it."""
    if not PLAIN.fullmatch(value) or leads_somewhere(value):
        return ""
    has_time = kept_whole(value) != value
    if is_item:
        return "p" if has_time else "q"
    is_worth = WORTH.search(value) is not None
    if SHORT.fullmatch(value):
        return "s" if is_worth else "t"
    return "w" if has_time else "v" if is_worth else "u"


def mark_of(letter: str, number: int) -> str:
    """The mark with this letter and number."""
    return f"Qz{letter}{''.join('abcdefghij'[int(digit)] for digit in f'{number:04}')}zQ"


@dataclass(frozen=True)
class Marks:
    """What stands for marks, in words and as it is `typed`. A text in which one of the `apart` stands is kept for no
    other."""

    values: Mapping[str, str]
    typed: Mapping[str, str]
    apart: Collection[str] = ()

    def without(self, text: str) -> str:
        """A text with the values in place of marks, as they are typed."""
        return MARK.sub(lambda mark: self.typed[mark[0]], text)


@dataclass(frozen=True)
class _Words:
    """The words between two tags: marks are every other one of the `parts`. Within a link the renderer finds times
    alone, within what is kept on one line, or as it is, nothing."""

    parts: tuple[str, ...]
    is_as_it_is: bool

    def filled(self, values: Mapping[str, str]) -> str | None:
        """With values in place of marks; None where something is found that leads somewhere."""
        text = "".join([values[part] if at % 2 else part for at, part in enumerate(self.parts)])
        if self.is_as_it_is or not WORTH.search(text):
            return text
        return None if leads_somewhere(text) else kept_whole(text)


@dataclass(frozen=True)
class Frame:
    """HTML with marks: plain parts, marks within tags, and words with marks; and its headings."""

    parts: tuple[str | _Words, ...]
    headings: tuple[Heading, ...]

    def filled(self, values: Mapping[str, str]) -> Rendered | None:
        """With values in place of the marks; None where that isn't what would be made of the whole."""
        found = [part if isinstance(part, str) else part.filled(values) for part in self.parts]
        put = partial(MARK.sub, lambda mark: values[mark[0]])
        headings = tuple(Heading(one.level, put(one.id), put(one.text), one.line) for one in self.headings)
        if None in found or len({one.id for one in headings}) < len(headings):
            return None
        return Rendered(put("".join(filter(None, found))), headings)


Alone = Callable[[str], str | None]
"""What is done to HTML that stands alone; None where it doesn't."""
_MET: set[int] = set()
"""The texts that were met, by their hashes."""
_FRAMES: dict[tuple[str, Alone | None], Frame | None] = {}


def rendered(text: str, marks: Marks, alone: Alone | None = None) -> Rendered | None:
    """What a text with marks becomes with what stands for these, settled `alone`; None where it can't be."""
    numbered, values = _numbered(text, marks.values)
    key = numbered, alone
    if key in _FRAMES:
        frame = _FRAMES[key]
        made = frame.filled(values) if frame else None
        return made or _read(marks.without(text), alone)
    made = _read(marks.without(text), alone)
    if hash(key) in _MET:
        frame = _cut(numbered, alone)
        _keep(key, frame if frame and frame.filled(values) == made else None, marks.apart)
    elif len(_MET) < MOST_MET:  # many texts are met once: only of the others it pays
        _MET.add(hash(key))
    return made


def _keep(key: tuple[str, Alone | None], frame: Frame | None, apart: Collection[str]) -> None:
    if len(_FRAMES) < MOST and len(key[0]) < LONGEST and not any(one in key[0] for one in apart):
        _FRAMES[key] = frame


def _read(text: str, alone: Alone | None) -> Rendered | None:
    return settled_alone(render(text, own=False), alone)


def settled_alone(made: Rendered, alone: Alone | None) -> Rendered | None:
    """What was made of a text, settled; None where it can't be."""
    html = alone(made.html) if alone else made.html
    return None if html is None else replace(made, html=html)


def _numbered(text: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """A text with its marks numbered in their order, and what stands for them then."""
    found: dict[str, str] = {}

    def renamed(mark: re.Match[str]) -> str:
        return found.setdefault(mark[0], mark_of(mark[0][2], len(found)))

    numbered = MARK.sub(renamed, text)
    return numbered, {new: values[old] for old, new in found.items()}


def _cut(text: str, alone: Alone | None) -> Frame | None:
    """The frame of a text; None where something around a mark could make something of a value."""
    if AT_MARGIN.search(text):
        return None
    made = render(text, own=False)
    settled = settled_alone(made, alone)
    if settled is None or _words_of(settled.html) != _words_of(made.html):
        return None
    clean = MARK.sub("", f"{made.html}{made.headings!r}")
    if made.faults or RESIDUE.search(clean):
        return None
    has_found = made.html.count(KEPT_WHOLE) > text.count(KEPT_WHOLE)
    found = list(_parts(TAG.split(settled.html), has_found=has_found))
    return None if None in found or _has_lines(made.html) else Frame(tuple(filter(None, found)), made.headings)


def _words_of(html: str) -> list[str]:
    """The words with marks between tags."""
    return [piece for piece in TAG.split(html)[::2] if MARK.search(piece)]


def _parts(pieces: list[str], *, has_found: bool) -> Iterator[str | _Words | None]:
    """The parts of HTML, words and tags in turn; `has_found`: in some of them a time was found."""
    verbatim = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            verbatim += piece.startswith("<pre") - (piece == "</pre>")
        if at % 2 or not MARK.search(piece):
            yield piece
        elif verbatim:
            yield _Words(_at_marks(piece), is_as_it_is=True)
        else:
            is_apart = not _is_beside(pieces, at, has_found=has_found) and not IN_WORDS.search(piece)
            yield _Words(_at_marks(piece), pieces[at - 1] == KEPT_WHOLE) if is_apart else None


def _is_beside(pieces: list[str], at: int, *, has_found: bool) -> bool:
    """Whether something that the renderer found stands beside these words, of which they may be a part."""
    ended = pieces[at - 1] if at and pieces[at - 1] in ("</a>", "</span>") else ""
    began = f"<{ended.strip('</>')}"
    before = next((tag for tag in reversed(pieces[1:at:2]) if ended and tag.startswith(began)), "")
    around = (before, *pieces[at + 1 : at + 2])
    return any(FOUND.match(tag) and (has_found or tag != KEPT_WHOLE) for tag in around)


def _at_marks(text: str) -> tuple[str, ...]:
    return tuple(re.split(f"({MARK.pattern})", text))


def _has_lines(html: str) -> bool:
    """Whether a mark stands in a paragraph of several lines."""
    lines, verbatim = "", 0
    for at, piece in enumerate([*TAG.split(html), "</p>"]):
        named = NAME.match(piece) if at % 2 else None
        if at % 2 == 0 or (named and named[1] in INLINE):
            lines += piece
            continue
        if "\n" in lines.strip("\n") and MARK.search(lines) and not verbatim:
            return True
        verbatim += piece.startswith("<pre") - (piece == "</pre>")
        lines = ""
    return False
