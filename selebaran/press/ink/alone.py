"""The letters of a PDF alone, as its fonts would draw them: black, whole, on white, with nothing over or under them.

What WeasyPrint and pikepdf write has one operator a line. Those that place letters are kept; colours, clips, opacity
and everything that isn't a letter fall away. Held against the page itself, each pixel tells whether its
ink came through.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping
from typing import Any

import pikepdf

from selebaran.press.opened import content_of

KEPT = re.compile(rb"^(?:.*[ \t\])>])?(?:q|Q|cm|BT|ET|Tm|Tf|TJ|Tj|Td|TD|TL|T\*|Tc|Tw|Tz|Ts|Do)[ \t\r]*$", re.M)
DRAWN = re.compile(rb"(/\S+)\s+Do[ \t\r]*$")
SHOWING = (b"Tj", b"TJ", b"Do")
"""The operators without which no letter is shown."""
UNSEEN = frozenset(("/StructTreeRoot", "/Outlines", "/Names", "/Metadata"))
"""What a document has beside its pages."""


def letters_alone(
    pdf: bytes, wanted: Collection[int] | None = None, instead: Mapping[int, bytes] | None = None
) -> bytes:
    """The same pages with their letters only; the others empty where only some are wanted. `instead` are operators in
    place of those of a page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        forms: dict[tuple[int, int], pikepdf.Object] = {}
        for number, page in enumerate(document.pages):
            if wanted is not None and number not in wanted:
                page.Contents, page.obj["/Resources"] = document.make_stream(b""), pikepdf.Dictionary()
            else:
                content = (instead or {}).get(number)
                content = content_of(page) if content is None else content
                page.Contents = document.make_stream(_kept(content, page.obj))
                _find_forms(page.obj, forms)
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        for form in forms.values():
            form.write(_kept(form.read_bytes(), form))
            if "/Group" in form:
                del form["/Group"]
        for told in UNSEEN & document.Root.keys():
            del document.Root[told]
        stream = io.BytesIO()
        document.save(stream, compress_streams=False)
    return stream.getvalue()


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
