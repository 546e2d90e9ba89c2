"""The parts of a .docx: a ZIP of XML, with numbers of lists, headers and footers. Whoever reads them is a child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

Element = ElementTree.Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DOCUMENT, NUMBERING = "word/document.xml", "word/numbering.xml"
EDGES = ("word/header", "word/footer")
LEVELS = 9
"""How deep a list of Word may go."""


@dataclass(frozen=True)
class Level:
    """How the items of a level of a list are counted: "decimal", "lowerLetter", "bullet" …, and from which number."""

    form: str = "decimal"
    start: int = 1


@dataclass(frozen=True)
class Parts:
    """The body; what stands at the edges of its pages; how lists count, by their number and level; the list and level
    that a style of paragraphs belongs to; other files that it fetches."""

    body: Element
    edges: tuple[str, ...]
    levels: Mapping[tuple[str, int], Level]
    styled: Mapping[str, tuple[str, int]]
    fetched: tuple[str, ...] = ()


def parts_of(raw: bytes) -> Parts | None:
    """The parts of a Word file; None for a ZIP of something else. Raises what zipfile and ElementTree raise."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = archive.namelist()
        if DOCUMENT not in names:
            return None
        body = ElementTree.fromstring(archive.read(DOCUMENT)).find(f"{W}body")
        if body is None:
            return None
        edges = dict.fromkeys(_edges(archive))
        numbering = ElementTree.fromstring(archive.read(NUMBERING)) if NUMBERING in names else None
        fetched = [one for name in names if name.endswith(".rels") for one in _fetched(archive.read(name))]
    levels = dict(_levels(numbering)) | dict(_of_styles(numbering))
    styled = {style: spot for spot, style in _styles(numbering)}
    return Parts(body, tuple(filter(None, edges)), levels, styled, tuple(fetched))


def _edges(archive: zipfile.ZipFile) -> Iterator[str]:
    """What stands at the edges of pages."""
    for name in sorted(filter(_is_edge, archive.namelist())):
        yield " ".join(text_in(ElementTree.fromstring(archive.read(name))).split())


def _is_edge(name: str) -> bool:
    return name.startswith(EDGES) and name.endswith(".xml")


def _fetched(raw: bytes) -> Iterator[str]:
    """Addresses from which Word would load something by itself; a link is only followed when somebody clicks."""
    for one in ElementTree.fromstring(raw).iter(RELATION):
        if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink"):
            yield one.get("Target", "")


def text_in(element: Element) -> str:
    """The words within an element, deleted ones left out."""
    return "".join(_word(one) for one in element.iter())


def _word(one: Element) -> str:
    return one.text or "" if one.tag == f"{W}t" else " " if one.tag in (f"{W}tab", f"{W}br", f"{W}p") else ""


def value(element: Element | None, tag: str) -> str | None:
    """The value of a property of an element; None where it hasn't got it."""
    found = element.find(f"{W}{tag}") if element is not None else None
    return None if found is None else found.get(f"{W}val", "")


def _levels(numbering: Element | None) -> Iterator[tuple[tuple[str, int], Level]]:
    if numbering is None:
        return
    abstract = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    for one in numbering.iter(f"{W}num"):
        number, shape = one.get(f"{W}numId", ""), abstract.get(value(one, "abstractNumId"))
        starts = {over.get(f"{W}ilvl"): value(over, "startOverride") for over in one.iter(f"{W}lvlOverride")}
        for level in shape.iter(f"{W}lvl") if shape is not None else ():
            depth = level.get(f"{W}ilvl", "0")
            start = starts.get(depth) or value(level, "start") or "1"
            yield (number, int(depth)), Level(value(level, "numFmt") or "decimal", int(start))


def _styles(numbering: Element | None) -> Iterator[tuple[tuple[str, int], str]]:
    """The style of paragraphs that each level is given to, where there is one."""
    for one in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
        for level in one.iter(f"{W}lvl"):
            if style := value(level, "pStyle"):
                yield (f"gaya {one.get(f'{W}abstractNumId')}", int(level.get(f"{W}ilvl", "0"))), style


def _of_styles(numbering: Element | None) -> Iterator[tuple[tuple[str, int], Level]]:
    """How the levels count that styles are given to."""
    for one in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
        for level in one.iter(f"{W}lvl"):
            form = Level(value(level, "numFmt") or "decimal", int(value(level, "start") or "1"))
            yield (f"gaya {one.get(f'{W}abstractNumId')}", int(level.get(f"{W}ilvl", "0"))), form
