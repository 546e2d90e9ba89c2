"""The letters of a PDF alone, as its fonts would draw them: black, whole, on white, with nothing over or under them.

What WeasyPrint and pikepdf write has one operator a line. Those that place letters are kept; colours, clips, opacity
and everything that isn't a letter fall away. Held against the page itself, each pixel tells whether its
ink came through.
"""

from __future__ import annotations

import io
import re
from collections.abc import Container
from typing import Any

import pikepdf

KEPT = re.compile(rb"^(?:.*[ \t\])>])?(?:q|Q|cm|BT|ET|Tm|Tf|TJ|Tj|Td|TD|TL|T\*|Tc|Tw|Tz|Ts|Do)[ \t\r]*$", re.M)
DRAWN = re.compile(rb"(/\S+)\s+Do[ \t\r]*$")


def letters_alone(pdf: bytes, wanted: Container[int] | None = None) -> bytes:
    """The same pages with their letters only; the others as they are where only some are wanted."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            if wanted is not None and number not in wanted:
                continue
            page.contents_coalesce()
            page.Contents = document.make_stream(_kept(page.Contents.read_bytes(), page.obj))
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
        for form in document.objects:
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                form.write(_kept(form.read_bytes(), form))
                if "/Group" in form:
                    del form["/Group"]
        stream = io.BytesIO()
        document.save(stream, compress_streams=False)
    return stream.getvalue()


def _kept(content: bytes, owner: pikepdf.Object) -> bytes:
    """The operators of a page or a form that place letters, and those that draw another form."""
    resources: Any = owner.get("/Resources", {})
    objects: Any = resources.get("/XObject", {})
    forms = {name.encode() for name in objects.keys() if objects[name].get("/Subtype") == "/Form"}  # noqa: SIM118
    kept = KEPT.findall(content)
    return b"\n".join(line for line in kept if not (drawn := DRAWN.search(line)) or drawn[1] in forms)
