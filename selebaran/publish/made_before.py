"""What a child made of its district's texts and pictures: told to the next child of the same district, which takes what
it would make of exactly the same.

It is one text, which the parent keeps and doesn't read, under that district's name alone (`shelves`, `checked`). A text
that isn't of this form tells nothing, and all is made.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Generic, TypeVar

from selebaran.compose.district.pictures import PICTURES
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
        texts, pictures = _read(told)
        self._texts: _Told[Key, Finished] = _Told(texts, _finished_of)
        self._pictures: _Told[Drawn, tuple[bytes, ...]] = _Told(pictures, _files_of)
        self.told = ""

    @contextmanager
    def recalling(self) -> Iterator[None]:
        """Within, nothing of that is made again. After it, `told` is what the next child needs to know: what this one
        made and what it took."""
        with KEPT.recalling(self._texts) as texts, PICTURES.recalling(self._pictures) as pictures:
            yield
        rows = {
            _digest(key): [text.html, [[*vars(one).values()] for one in text.headings]] for key, text in texts.items()
        }
        files = {_digest(key): [b64encode(file).decode() for file in found] for key, found in pictures.items()}
        told = [{**self._texts.asked, **rows}, {**self._pictures.asked, **files}]
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.told = text if len(text) <= MOST_LETTERS else ""


def _digest(key: object) -> str:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _read(told: str) -> tuple[Mapping[str, Row], Mapping[str, Row]]:
    """Texts and pictures; nothing where the text has another form."""
    try:
        texts, pictures = json.loads(told) if told else ({}, {})
        for read, rows in ((_finished_of, texts), (_files_of, pictures)):
            for row in rows.values():
                read(row)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}, {}
    return texts, pictures


def _finished_of(row: Row) -> Finished:
    """Raises ValueError or TypeError where it is none."""
    html, headings = row
    if not isinstance(html, str) or not isinstance(headings, list):
        raise TypeError(row)
    return Finished(html, tuple(_heading(*one) for one in headings))


def _heading(level: int, name: str, text: str) -> Heading:
    if not (isinstance(level, int) and isinstance(name, str) and isinstance(text, str)):
        raise TypeError(level, name, text)
    return Heading(level, name, text)


def _files_of(row: Row) -> tuple[bytes, ...]:
    if not all(isinstance(file, str) for file in row):
        raise TypeError(row)
    return tuple(b64decode(str(file), validate=True) for file in row)
