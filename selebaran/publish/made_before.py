"""What a child made of its district's texts, pictures, sheets and pages: told to the next child of the same district,
which takes what it would make of exactly the same.

It is one text, which the parent keeps and doesn't read, under that district's name alone (`shelves`, `checked`). A text
that isn't of this form, or would be too long, tells nothing, and all is made.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from hashlib import blake2b
from typing import Any, Generic, TypeVar, cast

from selebaran.compose.district.pictures import PICTURES
from selebaran.compose.markup.outcome import Heading as Marked
from selebaran.compose.markup.outcome import Rendered
from selebaran.compose.markup.sections import SECTIONS
from selebaran.compose.page.finished import KEPT, Finished, Key
from selebaran.compose.page.told import TOLD
from selebaran.compose.page.told import Key as OfPage
from selebaran.compose.page.told import Told as Page
from selebaran.compose.piece.drawn import ART, BAR, DRAWN, Call, Drawn
from selebaran.compose.piece.drawn import Key as OfSheet
from selebaran.model.page import Heading
from selebaran.model.usage import Usage
from selebaran.publish.believed import MOST_LETTERS

Row = list[object]
Rows = Mapping[str, Row]
NOTHING: tuple[Rows, Rows, Rows, Rows, Rows] = ({}, {}, {}, {}, {})
Picture = tuple[str, str]
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
    """What the last child of a district `told`, "" where there was none. Its sheets and pages are made of what
    all districts share as well, of which `shared` is the digest; without one, each is made."""

    def __init__(self, told: str = "", shared: str = "") -> None:
        texts, sections, pictures, sheets, pages, of = _read(told)
        self._texts: _Told[Key, Finished] = _Told(texts, _finished_of)
        self._sections: _Told[tuple[str], Rendered] = _Told(sections, _rendered_of)
        self._pictures: _Told[Picture, tuple[bytes, ...]] = _Told(pictures, _files_of)
        self._sheets: _Told[OfSheet, Drawn] = _Told(sheets if of == shared else {}, _sheet_of)
        self._pages: _Told[OfPage, Page] = _Told(pages if of == shared else {}, _page_of)
        self._shared = shared
        self.told = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told."""
        return not (self._texts or self._sections or self._pictures or self._sheets or self._pages)

    @contextmanager
    def recalling(self) -> Iterator[None]:
        """Within, nothing of that is made again. After it, `told` is what the next child needs to know: what this one
        made and what it took."""
        with (
            KEPT.recalling(self._texts) as texts,
            SECTIONS.recalling(self._sections) as sections,
            PICTURES.recalling(self._pictures) as pictures,
            self._composing() as (sheets, pages),
        ):
            yield
        told = (
            self._texts.asked | {_digest(key): _row_of(one) for key, one in texts.items()},
            self._sections.asked | {_digest(key): _row_of(one) for key, one in sections.items() if not one.faults},
            self._pictures.asked | {_digest(key): _row_of_files(files) for key, files in pictures.items()},
            self._sheets.asked | {_digest(key): _row_of_sheet(drawn) for key, drawn in sheets.items()},
            self._pages.asked | {_digest(key): _row_of_page(page) for key, page in pages.items()},
            self._shared,
        )
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        self.told = text if len(text) <= MOST_LETTERS else ""

    @contextmanager
    def _composing(self) -> Iterator[tuple[dict[OfSheet, Drawn], dict[OfPage, Page]]]:
        """Within, no sheet and no page is filled in again, where it is known of what they are made."""
        if not self._shared:
            yield {}, {}
            return
        with DRAWN.recalling(self._sheets) as sheets, TOLD.recalling(self._pages) as pages:
            yield sheets, pages


def _digest(key: object) -> str:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _read(told: str) -> tuple[Rows, Rows, Rows, Rows, Rows, str]:
    """Texts, sections, pictures, sheets, pages, and of what these are; nothing where the text has another form."""
    try:
        *every, of = json.loads(told) if told else (*NOTHING, "")
        for read, rows in zip((_finished_of, _rendered_of, _files_of, _sheet_of, _page_of), every, strict=True):
            for row in rows.values():
                read(row)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return *NOTHING, ""
    texts, sections, pictures, sheets, pages = every
    return texts, sections, pictures, sheets, pages, str(of)


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


def _row_of_sheet(one: Drawn) -> Row:
    panels = {name: _row_of_usage(used) for name, used in one.panels.items()}
    days = one.first.isoformat(), one.last.isoformat()
    return [one.html, one.title, _row_of_usage(one.usage), panels, one.drawings, one.read, *days]


def _row_of_usage(used: Usage) -> Row:
    return [sorted(names) for names in vars(used).values()]


def _sheet_of(row: Row) -> Drawn:
    """The same."""
    html, title, usage, panels, drawings, read, first, last = cast(list[Any], row)
    _is_of([html, title, panels, read, *read, *read.values()], str, str, dict, dict, *[str] * 2 * len(read))
    of_panels = {name: _usage_of(used) for name, used in panels.items()}
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Drawn(html, title, _usage_of(usage), of_panels, tuple(map(_call_of, drawings)), read, *days)


def _call_of(values: list[Any]) -> Call:
    """A drawing that a template asks for: its name, its colours and perhaps its part; or a bar's days and its colours.
    Raises ValueError and TypeError where it is none."""
    kind, *given = _texts_of(values)
    is_bar = kind == BAR and len(given) == 3 and all(map(str.isdecimal, given[:2]))
    if not is_bar and not (kind == ART and len(given) in (2, 3)):
        raise ValueError(values)
    return kind, *given


def _usage_of(row: list[Any]) -> Usage:
    facts, values, fields, drawings, files = (frozenset(_texts_of(names)) for names in row)
    return Usage(facts, values, fields, drawings, files)


def _texts_of(values: list[Any]) -> tuple[str, ...]:
    return tuple(value for value in values if _is_of([value], str))


def _row_of_page(page: Page) -> Row:
    used = [[text, _row_of_usage(usage)] for text, usage in (page.title, page.summary, *page.blocks)]
    later = [[since.isoformat(), text] for since, text in page.later]
    days = (day.isoformat() for day in (page.day, page.first, page.last))
    return [_row_of(page.text), used, later, page.read, *days]


def _page_of(row: Row) -> Page:
    """The same."""
    text, used, later, read, *days = cast(list[Any], row)
    _is_of([read, *read, *read.values()], dict, *[str] * 2 * len(read))
    title, summary, *blocks = [(_texts_of([said])[0], _usage_of(usage)) for said, usage in used]
    turns = tuple((date.fromisoformat(since), _texts_of([said])[0]) for since, said in later)
    day, first, last = map(date.fromisoformat, days)
    return Page(_finished_of(text), tuple(blocks), title, summary, turns, read, day, first, last)
