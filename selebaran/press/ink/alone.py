"""The letters of a PDF alone, as its fonts would draw them: black, whole, on white, with nothing over or under them.

What WeasyPrint and pikepdf write has one operator a line. Those that place letters are kept; colours, clips, opacity
and everything that isn't a letter fall away. Held against the page itself, each pixel tells whether its
ink came through.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Mapping
from typing import Any

import pikepdf
import pypdfium2

from selebaran.press.opened import opened

KEPT = re.compile(rb"^(?:.*[ \t\])>])?(?:q|Q|cm|BT|ET|Tm|Tf|TJ|Tj|Td|TD|TL|T\*|Tc|Tw|Tz|Ts|Do)[ \t\r]*$", re.M)
DRAWN = re.compile(rb"(/\S+)\s+Do[ \t\r]*$")
SHOWING = (b"Tj", b"TJ", b"Do")
"""The operators without which no letter is shown."""
LAST = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
TITLE = "huruf"
"""What a file with the letters alone is called."""
UNSEEN = frozenset(("/Contents", "/Annots"))
"""Entries of a page that are another, or aren't there, where its letters are alone."""
WRITTEN = frozenset(("/Length", "/Filter", "/DecodeParms", "/Group"))
"""Entries of a form that are of its operators as they were written, or of how these are laid on others."""


def letters_alone(
    pdf: bytes, wanted: Collection[int] | None = None, instead: Mapping[int, bytes] | None = None
) -> bytes:
    """The same file with the letters of its pages only, or of those that are wanted: nothing of the others is changed.
    `instead` are operators in place of those of a page.

    The file isn't written anew: what is another stands behind it, as who changes a PDF may add it (ISO 32000-2, 7.5.6).
    """
    document = opened(pdf)
    pages = [page.obj for page in document.objects.pages]
    forms: dict[tuple[int, int], pikepdf.Object] = {}
    more = _Addition(pdf, document.objects)
    for number in range(len(pages)) if wanted is None else wanted:
        page = pages[number]
        content = (instead or {}).get(number)
        stream = more.stream({}, _kept(document.content(number) if content is None else content, page))
        more.change(page, _written(_without(page, UNSEEN))[:-2] + b"/Contents %d 0 R >>" % stream)
        _find_forms(page, forms)
    for form in forms.values():
        more.change(form, _with_stream(_without(form.stream_dict, WRITTEN), _kept(form.read_bytes(), form)))
    return more.whole()


def is_alone(document: pypdfium2.PdfDocument) -> bool:
    """Whether what was opened has the letters alone: who passes over what stands behind a file sees all of it."""
    title: str = document.get_metadata_value("Title")
    return title == TITLE


class _Addition:
    """What is added to a file: objects in place of others, and new ones, by their numbers."""

    def __init__(self, pdf: bytes, document: pikepdf.Pdf) -> None:
        if (found := LAST.search(pdf)) is None:
            raise ValueError("a file without an end")
        self._pdf, self._before = pdf, int(found[1])
        self._root = document.trailer.Root.objgen[0]
        self._next = int(document.trailer.Size)
        self._title = self._next
        self._objects = {self._title: b"<< /Title (%b) >>" % TITLE.encode()}
        self._next += 1

    def stream(self, entries: Mapping[str, Any], content: bytes) -> int:
        """Add a stream; gives its number."""
        self._objects[self._next] = _with_stream(entries, content)
        self._next += 1
        return self._next - 1

    def change(self, before: pikepdf.Object, written: bytes) -> None:
        """Put an object in place of another."""
        number, generation = before.objgen
        if not number or generation:
            raise ValueError("an object without a number")
        self._objects[number] = written

    def whole(self) -> bytes:
        """The file with all that was added, and a list of where that stands."""
        parts, at, places = [self._pdf], len(self._pdf), dict[int, int]()
        for number, written in self._objects.items():
            places[number] = at
            parts.append(b"\n%d 0 obj\n%b\nendobj" % (number, written))
            at += len(parts[-1])
        places[self._next] = at
        index = b" ".join(b"%d 1" % number for number in places)
        told = b"/Type /XRef /W [1 4 1] /Index [%b] /Prev %d /Size %d /Root %d 0 R /Info %d 0 R"
        told %= index, self._before, self._next + 1, self._root, self._title
        where = b"".join(struct.pack(">BIB", 1, place + 1, 0) for place in places.values())
        parts.append(b"\n%d 0 obj\n<< %b /Length %d >>\nstream\n" % (self._next, told, len(where)))
        parts.append(where + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (at + 1))
        return b"".join(parts)


def _without(entries: Any, left_out: Collection[str]) -> Mapping[str, Any]:
    return {key: value for key, value in entries.items() if key not in left_out}


def _written(entries: Mapping[str, Any]) -> bytes:
    return pikepdf.Dictionary(entries).unparse()


def _with_stream(entries: Mapping[str, Any], content: bytes) -> bytes:
    start = _written(entries)[:-2] + b"/Length %d >>" % len(content)
    return start + b"\nstream\n" + content + b"\nendstream"


def _find_forms(owner: pikepdf.Object, found: dict[tuple[int, int], pikepdf.Object]) -> None:
    """Add the forms that a page or a form may draw, and those that these may."""
    resources: Any = owner.get("/Resources", {})
    objects: Any = resources.get("/XObject", {})
    for form in objects.values():
        if form.get("/Subtype") == "/Form" and form.objgen not in found:
            found[form.objgen] = form
            _find_forms(form, found)


def _kept(content: bytes, owner: pikepdf.Object) -> bytes:
    """The operators of a page or a form that place letters, and those that draw another form. Most drawings have none
    of either."""
    if not any(name in content for name in SHOWING):
        return b""
    resources: Any = owner.get("/Resources", {})
    objects: Any = resources.get("/XObject", {})
    forms = {name.encode() for name in objects.keys() if objects[name].get("/Subtype") == "/Form"}  # noqa: SIM118
    kept = KEPT.findall(content)
    return b"\n".join(line for line in kept if not (drawn := DRAWN.search(line)) or drawn[1] in forms)
