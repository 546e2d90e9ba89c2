"""What a child made of its district's texts and pictures: told to the next child of the same district, which takes what
it would make of exactly the same.

It is one text, which the parent keeps and doesn't read, under that district's name alone (`shelves`, `checked`). A text
that isn't of this form tells nothing, and all is made.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from selebaran.compose.district.pictures import PICTURES
from selebaran.compose.markup.outcome import Heading as Marked
from selebaran.compose.markup.outcome import Rendered
from selebaran.compose.markup.sections import SECTIONS
from selebaran.compose.page.finished import KEPT, Finished, Key
from selebaran.model.page import Heading

MOST_LETTERS = 8 << 20
"""So long a text may be; one that would be longer tells nothing."""
Row = list[object]
Drawn = tuple[str, str]
"""The digest of a picture's file, and what was made of it."""
K = TypeVar("K")
V = TypeVar("V")


class _Told(Mapping[K, V], Generic[K, V]):
    """What was told, by digests of what it was made from. What is asked for is noted, for it is to be told again."""

    def __init__(self, rows: Mapping[str, Row], read: Callable[[Row], V]) -> None:
        self._rows, self._read = rows, read
        self.asked: dict[str, Row] = {}

    def __getitem__(self, key: K) -> V:
        digest = _digest(key)
        row = self._rows[digest]
        found = self._read(row)
        self.asked[digest] = row
        return found

    def __iter__(self) -> Iterator[K]:
        return iter(())

    def __len__(self) -> int:
        return len(self._rows)


class MadeBefore:
    """What the last child of a district `told`, "" where there was none."""

    def __init__(self, told: str = "") -> None:
        texts, sections, pictures = _read(told)
        self._texts: _Told[Key, Finished] = _Told(texts, _finished_of)
        self._sections: _Told[tuple[str], Rendered] = _Told(sections, _rendered_of)
        self._pictures: _Told[Drawn, tuple[bytes, ...]] = _Told(pictures, _files_of)
        self.told = ""

    @contextmanager
    def recalling(self) -> Iterator[None]:
        """Within, nothing of that is made again. After it, `told` is what the next child needs to know: what this one
        made and what it took."""
        with (
            KEPT.recalling(self._texts) as texts,
            SECTIONS.recalling(self._sections) as sections,
            PICTURES.recalling(self._pictures) as pictures,
        ):
            yield
        told = (
            self._texts.asked | {_digest(key): _row_of(one) for key, one in texts.items()},
            self._sections.asked | {_digest(key): _row_of(one) for key, one in sections.items() if not one.faults},
            self._pictures.asked | {_digest(key): _row_of_files(files) for key, files in pictures.items()},
        )
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.told = text if len(text) <= MOST_LETTERS else ""


def _digest(key: object) -> str:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _read(told: str) -> Sequence[Mapping[str, Row]]:
    """Texts, sections and pictures; nothing where the text has another form."""
    readers = (_finished_of, _rendered_of, _files_of)
    try:
        every = json.loads(told) if told else ({}, {}, {})
        for read, rows in zip(readers, every, strict=True):
            for row in rows.values():
                read(row)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ({}, {}, {})
    return tuple(every)


def _row_of(text: Finished | Rendered) -> Row:
    return [text.html, [[*vars(one).values()] for one in text.headings]]


def _finished_of(row: Row) -> Finished:
    """Raises ValueError or TypeError where it is none."""
    html, headings = _parts(row)
    return Finished(html, tuple(Heading(*one) for one in headings if _is_of(one, int, str, str)))


def _rendered_of(row: Row) -> Rendered:
    """The same."""
    html, headings = _parts(row)
    return Rendered(html, tuple(Marked(*one) for one in headings if _is_of(one, int, str, str, int)))


def _parts(row: Row) -> tuple[str, list[list[Any]]]:
    html, headings = row
    if not isinstance(html, str) or not isinstance(headings, list):
        raise TypeError(row)
    return html, headings


def _is_of(values: list[object], *kinds: type) -> bool:
    """That values are of these kinds. Raises ValueError and TypeError where they aren't."""
    if not all(isinstance(value, kind) for value, kind in zip(values, kinds, strict=True)):
        raise TypeError(values)
    return True


def _row_of_files(files: Iterable[bytes]) -> Row:
    return [b64encode(file).decode() for file in files]


def _files_of(row: Row) -> tuple[bytes, ...]:
    return tuple(b64decode(file, validate=True) for file in row if _is_of([file], str) and isinstance(file, str))
