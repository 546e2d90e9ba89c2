"""What must not stand in a written PDF, whoever put it there: the last look before a sheet is handed out.

A sheet shows text and pictures, and leads to pages, mail and telephones. It runs nothing, holds no file, fills in no
form, and says of itself only what is meant to be said (names as in ISO 32000-2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from selebaran.press.opened import opened

KEYS = frozenset(
    (
        *("/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/AF", "/AcroForm", "/XFA"),
        *("/RichMediaContent", "/Collection", "/PieceInfo", "/Threads", "/URLS", "/IDS"),
    )
)
"""Entries that no dictionary has."""
ACTIONS = frozenset(("/URI", "/GoTo"))
"""What a link may do: open an address, or go to a place in the same file."""
NEVER = frozenset(
    (
        *("/JavaScript", "/Launch", "/SubmitForm", "/ResetForm", "/ImportData", "/GoToR", "/GoToE", "/GoTo3DView"),
        *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/Named", "/Hide", "/SetOCGState", "/Thread"),
    )
)
"""What nothing does, wherever it stands."""
ANNOTATIONS = frozenset(("/Link",))
SCHEMES = ("https", "mailto", "tel")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
INFORMATION = frozenset(("/Title", "/Author", "/Producer", "/Creator", "/Trapped", "/GTS_PDFXVersion"))
"""What a sheet may say of itself; no day and no time, so that the same content gives the same bytes."""
XMP = frozenset(
    (
        *("{http://purl.org/dc/elements/1.1/}title", "{http://purl.org/dc/elements/1.1/}creator"),
        *("{http://ns.adobe.com/pdf/1.3/}Producer", "{http://www.aiim.org/pdfua/ns/id/}part"),
    )
)
"""The same in the second form that metadata have."""
FILES = frozenset(("/Filespec", "/F", "/EmbeddedFile"))
TELLING = re.compile(
    rb"(?:%b)(?![^\s()<>\[\]{}/%%])"
    % b"|".join(
        re.escape(name.encode()) for name in sorted(KEYS | NEVER | FILES | {"/A", "/Action", "/Annot", "/Next", "/URI"})
    )
)
"""A name without which nothing is wrong with an object, as qpdf writes it."""


def forbidden(pdf: bytes) -> list[str]:
    """Each thing in a PDF that must not be there, once."""
    document = opened(pdf).objects
    found = [f"metadata {key}" for key in document.docinfo.keys() if key not in INFORMATION]  # noqa: SIM118
    if "/Metadata" in document.Root:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            found += [f"metadata {key}" for key in said if key not in XMP]
    for value, written in opened(pdf).written:
        if TELLING.search(written):
            found += _of(value)
    return list(dict.fromkeys(found))


def _of(value: pikepdf.Object) -> Iterator[str]:
    """What is wrong with one object and those written into it."""
    if isinstance(value, pikepdf.Array):
        for part in value:
            yield from _of_part(part)
    elif isinstance(value, (pikepdf.Stream, pikepdf.Dictionary)):
        yield from _of_entries(value)


def _of_part(part: object) -> Iterator[str]:
    """The same of what is written into an object; what is only named there is an object of the document itself."""
    if isinstance(part, (pikepdf.Array, pikepdf.Dictionary)) and not part.is_indirect:
        yield from _of(part)


def _of_entries(value: pikepdf.Stream | pikepdf.Dictionary) -> Iterator[str]:
    is_stream = isinstance(value, pikepdf.Stream)
    entries = dict((value.stream_dict if is_stream else value).items())
    yield from sorted(KEYS & entries.keys())
    yield from _of_kind(entries, is_stream=is_stream)
    if entries.get("/Type") == "/Action" or "/URI" in entries:
        yield from _of_action(entries)
    for key, part in entries.items():
        yield from _of_part(part)
        if key == "/A" and isinstance(part, pikepdf.Dictionary) and entries.get("/Type") != "/StructElem":
            yield from _of_action(part)


def _of_kind(entries: dict[str, pikepdf.Object], *, is_stream: bool) -> Iterator[str]:
    """What an object says that it is, and may not be."""
    if (name := str(entries.get("/S", ""))) in NEVER:
        yield name
    kind, subtype = str(entries.get("/Type", "")), str(entries.get("/Subtype", ""))
    if kind in FILES or (is_stream and "/F" in entries):
        yield kind or "/F"
    if kind == "/Annot" and subtype not in ANNOTATIONS:
        yield subtype or kind


def _of_action(action: dict[str, pikepdf.Object] | pikepdf.Dictionary) -> Iterator[str]:
    name = str(action.get("/S", ""))
    if "/Next" in action:
        yield "/Next"
    if name in ACTIONS and (name == "/URI") == ("/URI" in action):
        address = str(action.get("/URI", "https:"))
        scheme = SCHEME.match(address)
        if scheme is None or scheme[1].lower() not in SCHEMES:
            yield address[:60]
    else:
        yield name or "/A"
