"""Reads a written PDF as a screen reader does: its words in the order of its tags, and each of its links.

What ISO 14289-1 (PDF/UA-1) asks of a file and a machine can see is looked at here, as far as our sheets can break it;
`rule` in what is found is its clause and the key that is missing or wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
import pypdfium2.raw as pdfium

from selebaran.press.opened import Opened, opened

PRINT, HIDDEN, NO_VIEW = 4, 2, 32
"""Flags of an annotation (ISO 32000-1, 12.5.3)."""
MOST = 4096
"""Of so many pages that stand on many sheets it is kept what is heard."""
_PAGES: dict[bytes, dict[int, str]] = {}
LABEL = "/Lbl"
"""The number or the dot of a list's item: heard, but no word of the text."""


@dataclass(frozen=True)
class LinkFault:
    """A link that isn't heard as one link: where it leads, and the rule that it breaks."""

    target: str
    rule: str


@dataclass(frozen=True)
class Heard:
    """What is heard of a file. `pieces` are the texts of its tags in their order, `missing` rules that it breaks as a
    whole; `painted_elsewhere` is the first piece that isn't drawn after the one before it, None where all are."""

    pieces: tuple[str, ...]
    links: tuple[LinkFault, ...]
    missing: tuple[str, ...]
    painted_elsewhere: int | None


@dataclass(frozen=True)
class _Content:
    """Something on a page that an element holds, by its number there."""

    page: int
    number: int
    is_label: bool


@dataclass(frozen=True)
class _Tags:
    """What stands in the tree of a file: its content in order, and by the number of each annotation the kinds of the
    elements that hold it."""

    contents: tuple[_Content, ...]
    holders: dict[tuple[int, int], tuple[str, ...]]


def hear(pdf: bytes) -> Heard:
    """What a reader aloud makes of a tagged PDF."""
    document = opened(pdf).objects
    tags = _tags(document)
    links = tuple(_link_faults(document, tags))
    missing = tuple(_missing(document, tags))
    texts = _texts(pdf)
    places = [(content.page, content.number) for content in tags.contents if not content.is_label]
    spoken = tuple(texts.get(place, "") for place in places)
    back = (number for number, (before, after) in enumerate(pairwise(places), 1) if after < before)
    return Heard(spoken, links, missing, next(back, None))


def _tags(document: pikepdf.Pdf) -> _Tags:
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    contents: list[_Content] = []
    holders: dict[tuple[int, int], tuple[str, ...]] = {}
    root = document.Root.get("/StructTreeRoot")
    for element, kid, is_label in _walk(root, False) if root is not None else ():
        if isinstance(kid, pikepdf.Dictionary):
            held = kid.Obj.objgen
            holders[held] = (*holders.get(held, ()), str(element.S))
        else:
            contents.append(_Content(pages[element.Pg.objgen], int(kid), is_label))
    return _Tags(tuple(contents), holders)


def _walk(element: Any, is_label: bool) -> Iterator[tuple[Any, Any, bool]]:
    """What an element and those below it hold, in order: the number of a content, or a reference to an object."""
    is_label = is_label or element.get("/S") == LABEL
    below = element.get("/K", [])
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/OBJR":
            yield from _walk(kid, is_label)
        else:
            yield element, kid, is_label


def _link_faults(document: pikepdf.Pdf, tags: _Tags) -> Iterator[LinkFault]:
    """What is wrong with each link; several within one element would be one link that is heard several times."""
    parents = _parents(document)
    for page in document.pages:
        notes = [note for note in page.obj.get("/Annots", []) if note.get("/Subtype") == "/Link"]
        shared = Counter(_objgen(parents.get(int(note.get("/StructParent", -1)))) for note in notes)
        for note in notes:
            parent = parents.get(int(note.get("/StructParent", -1)))
            for rule in _rules(note, parent, tags.holders.get(note.objgen, ())):
                yield LinkFault(_target(note), rule)
            if parent is not None and shared[_objgen(parent)] > 1:
                yield LinkFault(_target(note), f"7.18.5: {shared[_objgen(parent)]} × /Annot")


def _rules(note: Any, parent: Any, holders: tuple[str, ...]) -> Iterator[str]:
    """The rules that a link's annotation breaks, with the element that it names as its own and those that hold it."""
    flags = int(note.get("/F", 0))
    if parent is None or parent.get("/S") != "/Link":
        yield "7.18.5: /Link"
    elif not any(isinstance(kid, int) for _, kid, _ in _walk(parent, False)):
        yield "7.18.5: /Link []"
    if holders != ("/Link",):
        yield "7.18.5: /OBJR"
    if not str(note.get("/Contents", "")).strip():
        yield "7.18.5: /Contents"
    if not flags & PRINT or flags & (HIDDEN | NO_VIEW):
        yield "7.18.1: /F"


def _objgen(item: Any) -> tuple[int, int] | None:
    return None if item is None else item.objgen


def _target(note: Any) -> str:
    return str(note.A.URI if "/A" in note else note.get("/Dest", ""))


def _parents(document: pikepdf.Pdf) -> dict[int, Any]:
    """What the tree of parents says, by key: a page's elements, or the element of an annotation."""
    root: Any = document.Root.get("/StructTreeRoot", {})
    numbers: Any = root.get("/ParentTree", {}).get("/Nums", [])
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def _missing(document: pikepdf.Pdf, tags: _Tags) -> Iterator[str]:
    """Rules that are broken by the file as a whole, or by a page."""
    root: Any = document.Root
    titled = bool(str(document.docinfo.get("/Title", "")).strip())
    kept = {
        "7.1: /Marked": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        "7.2: /Lang": bool(str(root.get("/Lang", "")).strip()),
        "7.1: /Title": titled and _shows_title(root),
        "7.18.3: /Tabs": all(page.obj.get("/Tabs") == "/S" for page in document.pages if "/Annots" in page.obj),
        "7.1: /StructTreeRoot": 0 < len(set(tags.contents)) == len(tags.contents) == _tagged(document),
    }
    return (rule for rule, is_kept in kept.items() if not is_kept)


def _shows_title(root: Any) -> bool:
    return bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))


def _tagged(document: pikepdf.Pdf) -> int:
    """How many contents the pages have, as their lists of parents count them."""
    return sum(len(listed) for listed in _parents(document).values() if isinstance(listed, pikepdf.Array))


def _texts(pdf: bytes) -> dict[tuple[int, int], str]:
    """The text of each tagged content, by page and number."""
    document = opened(pdf)
    return {(number, at): text for number in range(len(document)) for at, text in _texts_of(document, number).items()}


def _texts_of(document: Opened, number: int) -> dict[int, str]:
    """Those of a page. A page that stands on many sheets is read once."""
    sign = document.signed.get(number)
    if sign and sign in _PAGES:
        return _PAGES[sign]
    found: dict[int, str] = {}
    for drawn in document.page(number).get_objects((pdfium.FPDF_PAGEOBJ_TEXT,), textpage=document.text(number)):
        at = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        found[at] = found.get(at, "") + drawn.extract()
    if sign and len(_PAGES) < MOST:
        _PAGES[sign] = found
    return found
