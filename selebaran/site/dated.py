"""Where a site shows the day on which it was built, so that the next day's build of the same needs nothing but that.

MkDocs draws marks in the day's place; when all is drawn, the day takes theirs, and where it stands is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from markupsafe import Markup

from selebaran.compose.template.formats import day as written
from selebaran.jobs.plain import is_plain
from selebaran.model.edition import Edition

IN_NUMBERS, IN_WORDS = "QzHaRizQ", "QzTgLzQ"
MARKS = IN_NUMBERS.encode(), IN_WORDS.encode()
LISTED = re.compile(rb'\{\s*"per": "')
"""How a list of data begins that says of which day it is."""
RESIDUE = re.compile(IN_WORDS[:-2], re.I)
READ = re.compile(r"\b(?:situs|jam)\.(?:disusun|tanggal)\b")
PLAIN = re.compile(r"\{\{\s*(?:situs|jam)\.(?:disusun|tanggal)\s*(?:\|\s*e\s*)?\}\}")
"""Where a template has the day, and where it writes it down."""
Begins = tuple[int, ...]
"""Where in a file the day begins: bytes from the file's beginning."""
Shown = Mapping[str, Begins]
"""The same for files, by their paths."""
Forms = Mapping[bytes, bytes]
"""How a day is written, by what stands in its place."""


@dataclass(frozen=True)
class Marked:
    """A page as it was drawn: the digest of its text with marks, and where the day stands that took their place."""

    digest: str
    begins: Begins


def is_shown_as_it_is(templates: Iterable[str]) -> bool:
    """Whether no template makes something else of the day: of a mark it would make nonsense."""
    return all(len(READ.findall(text)) == len(PLAIN.findall(text)) for text in templates)


def day_marks() -> dict[str, str]:
    """The marks, under the names by which templates have the day; none for who makes things the plain way."""
    return {} if is_plain() else {"disusun": IN_NUMBERS, "tanggal": IN_WORDS}


def paper_marks() -> dict[str, str]:
    """The same for the page of an edition on paper, which says of which day it speaks."""
    timed = Markup(f'<time datetime="{IN_NUMBERS}">{IN_WORDS}</time>')
    return {} if is_plain() else {"per": IN_WORDS, "per_hari": timed}


def is_left(text: str) -> bool:
    """Whether a template made something else of a mark."""
    return bool(RESIDUE.search(text.replace(IN_WORDS, "")))


def has_marks(text: str) -> bool:
    """Whether the day would stand in a text."""
    return IN_NUMBERS in text or IN_WORDS in text


def says_marks(edition: Edition) -> bool:
    """Whether somebody typed what stands for the day: then nothing stands for it in this site."""
    pages = (*edition.pages, *edition.paper_pages)
    texts = (text for page in pages for text in (page.html, page.meta.title, page.meta.description))
    return any(map(has_marks, texts)) or has_marks(repr(edition.frame))


def show_day(root: Path, day: date) -> Shown:
    """Write the day of a build into the pages of a web root; gives where it stands in all its files. Nothing is given
    where a page doesn't show it as all do: then nobody knows where else it stands."""
    return shown_of(root, put_day(root, day))


def shown_of(root: Path, marked: Mapping[str, Marked]) -> Shown:
    """The same, of pages into which a day was put."""
    if not marked or not all(page.begins for page in marked.values()):
        return {}
    data = sorted(root.rglob("*.json"))
    lists = {path.relative_to(root).as_posix(): begins_of_list(path.read_bytes()) for path in data}
    found = {path: page.begins for path, page in marked.items()} | lists
    return {path: begins for path, begins in found.items() if begins}


def put_day(root: Path, day: date) -> dict[str, Marked]:
    """Write the day of a build into the pages of a web root; gives each as it was drawn."""
    forms = forms_of(day)
    return {path.relative_to(root).as_posix(): _put(path, forms) for path in sorted(root.rglob("*.html"))}


def _put(path: Path, forms: Mapping[bytes, bytes]) -> Marked:
    """Put the day in place of a page's marks."""
    drawn = path.read_bytes()
    content, begins = with_forms(drawn, forms)
    if begins:
        path.write_bytes(content)
    return Marked(digest_of(drawn), begins)


def forms_of(day: date) -> Forms:
    """How a day is written, by its marks."""
    return dict(zip(MARKS, _forms(day), strict=True))


def digest_of(text: bytes) -> str:
    """The digest of a page's text with marks."""
    return blake2b(text, digest_size=16).hexdigest()


def with_forms(content: bytes, forms: Forms) -> tuple[bytes, Begins]:
    """What was drawn, with a day's forms in place of its marks; and where they stand."""
    places = sorted((at, mark) for mark in forms for at in _places(content, mark))
    parts, begins, behind, size = list[bytes](), list[int](), 0, 0
    for at, mark in places:
        parts += content[behind:at], forms[mark]
        begins.append(size + at - behind)
        size, behind = begins[-1] + len(forms[mark]), at + len(mark)
    return b"".join((*parts, content[behind:])), tuple(begins)


def _places(content: bytes, mark: bytes) -> Iterator[int]:
    at = content.find(mark)
    while at >= 0:
        yield at
        at = content.find(mark, at + len(mark))


def begins_of_list(content: bytes) -> Begins:
    """Where a list of data says its day."""
    found = LISTED.match(content)
    return (found.end(),) if found else ()


def on_another_day(content: bytes, begins: Begins, then: date, now: date) -> tuple[bytes, Begins] | None:
    """A file with another day where it showed one, and where it does now; None where it didn't."""
    return _in_place(content, begins, dict(zip(_forms(then), _forms(now), strict=True)))


def marked_again(content: bytes, begins: Begins, then: date) -> bytes | None:
    """A page with marks where it showed its day; None where it didn't."""
    found = _in_place(content, begins, dict(zip(_forms(then), MARKS, strict=True)))
    return found[0] if found else None


def _in_place(content: bytes, begins: Begins, forms: Mapping[bytes, bytes]) -> tuple[bytes, Begins] | None:
    parts, places, at, grown = list[bytes](), list[int](), 0, 0
    for begin in begins:
        old = next((form for form in forms if content.startswith(form, begin)), None)
        if old is None or begin < at:
            return None
        parts += content[at:begin], forms[old]
        places.append(begin + grown)
        at, grown = begin + len(old), grown + len(forms[old]) - len(old)
    return b"".join((*parts, content[at:])), tuple(places)


def _forms(day: date) -> tuple[bytes, bytes]:
    return day.isoformat().encode(), written(day).encode()
