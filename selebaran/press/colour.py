"""RGB -> CMYK for a print shop: no RGB operator is left in a PDF, and black and grey stand in black ink alone.

The PDF names the printing condition as its output intent, with its profile. Nothing here claims PDF/X: no checker of it
is packaged.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

from selebaran.press.inks import Inks, Recipe
from selebaran.press.overprint import overprinted

FILL = {"rg": "k", "g": "k", "sc": "k", "scn": "k"}
STROKE = {"RG": "K", "G": "K", "SC": "K", "SCN": "K"}
SPACES = {"cs": FILL, "CS": STROKE}
RGB = {"/DeviceRGB", "/CalRGB", "/ICCBased", "/Lab", "/DeviceGray", "/CalGray"}


def to_cmyk(document: pikepdf.Pdf, inks: Inks) -> None:
    """Convert every page with all that it draws, let black text overprint, and put the output intent in."""
    shop = _Converter(document, inks)
    for page in document.pages:
        page.Contents = document.make_stream(shop.content(page, page.resources))
        shop.resources(page.resources)
        _group(page.obj)
    # "GTS_PDFX" is the kind of intent that every program of a print shop reads. It is a claim of PDF/X only beside a
    # version, which isn't there.
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String("Custom"),
        OutputCondition=pikepdf.String(inks.spoken),
        Info=pikepdf.String(inks.spoken),
        DestOutputProfile=document.make_stream(inks.icc, N=4, Alternate=pikepdf.Name.DeviceCMYK),
    )
    document.Root.OutputIntents = pikepdf.Array([document.make_indirect(intent)])
    document.docinfo["/Trapped"] = pikepdf.Name("/False")


def other_colours(pdf: bytes) -> frozenset[str]:
    """Operators, images, shadings and groups of a PDF that speak of another colour than CMYK."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {name for page in document.pages for name in _operators(page)}
        for item in document.objects:
            if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                found |= _wrong(item)
    return frozenset(found)


def _wrong(item: Any) -> set[str]:
    """What speaks of another colour in one object. The grey of a soft mask is no colour."""
    kind = str(item.get("/Subtype", ""))
    if isinstance(item, pikepdf.Stream) and (kind == "/Form" or "/PatternType" in item):
        group: Any = item.get("/Group", pikepdf.Dictionary())
        return _operators(item) | ({"Group"} if str(group.get("/CS", "")) in RGB else set())
    if kind == "/Image":
        return {"Image"} if _space(item) in ("/DeviceRGB", "/CalRGB", "/ICCBased", "/Indexed", "/Lab") else set()
    return {"Shading"} if "/ShadingType" in item and _space(item) != "/DeviceCMYK" else set()


def _space(item: Any) -> str:
    space = item.get("/ColorSpace", "")
    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)


def instructions(drawn: Any) -> list[Any]:
    """Operands and operator of each step of what a page or a form draws."""
    return list(pikepdf.parse_content_stream(drawn))


def _operators(drawn: Any) -> set[str]:
    wrong = {"rg", "RG", "g", "G", "sc", "SC"}
    found: set[str] = set()
    for operands, operator in instructions(drawn):
        name = str(operator)
        if name in wrong or (name in SPACES and str(operands[0]) in RGB):
            found.add(name)
    return found


class _Converter:
    """Brings content streams and pictures to the inks of one printing condition."""

    def __init__(self, document: pikepdf.Pdf, inks: Inks) -> None:
        self._document, self._inks = document, inks
        self._done: set[tuple[int, int]] = set()

    def content(self, drawn: Any, resources: Any) -> bytes:
        """What a page or a form draws, in CMYK; black text in it overprints."""
        return pikepdf.unparse_content_stream(overprinted(self._instructions(drawn), resources))

    def resources(self, resources: Any) -> None:
        """Forms, patterns, images and soft masks that a content stream calls by name."""
        for kind in ("/XObject", "/Pattern"):
            for item in dict(resources.get(kind, {})).values():
                self._drawing(item)
        for state in dict(resources.get("/ExtGState", {})).values():
            mask = state.get("/SMask")
            if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
                _group(mask.G)

    def _drawing(self, item: Any) -> None:
        if not isinstance(item, pikepdf.Stream) or item.objgen in self._done:
            return
        self._done.add(item.objgen)
        if item.get("/Subtype") == "/Image":
            self._picture(item)
            return
        resources = item.get("/Resources")
        item.write(self.content(item, resources))
        _group(item)
        if resources is not None:
            self.resources(resources)

    def _instructions(self, drawn: Any) -> Iterator[Any]:
        """The operators of a content stream with every colour in CMYK."""
        now = {"cs": "", "CS": ""}
        for operands, operator in instructions(drawn):
            name = str(operator)
            if name in SPACES:
                now[name] = str(operands[0])
                if now[name] in RGB:
                    continue
            kind = "cs" if name in FILL else "CS" if name in STROKE else ""
            if kind and (name in ("rg", "RG", "g", "G") or now[kind] in RGB):
                wanted = _levels(operands)
                recipe = self._inks.line(*wanted) if kind == "CS" else self._inks.of(*wanted)
                yield [_operands(recipe), pikepdf.Operator(SPACES[kind][name])]
            else:
                yield [operands, operator]

    def _picture(self, item: Any) -> None:
        if item.get("/ImageMask") or _space(item) in ("", "/DeviceGray", "/DeviceCMYK"):
            return
        inks = self._inks.picture(pikepdf.PdfImage(item).as_pil_image().convert("RGB"))
        for key in ("/DecodeParms", "/Filter", "/Decode"):
            if key in item:
                del item[key]
        item.ColorSpace = pikepdf.Name.DeviceCMYK
        item.BitsPerComponent = 8
        item.write(inks)


def _levels(operands: Any) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of what a colour operator is given."""
    parts = tuple(round(float(value) * 255) for value in operands)
    red, green, blue = parts * 3 if len(parts) == 1 else parts
    return red, green, blue


def _operands(recipe: Recipe) -> list[Decimal]:
    return [Decimal(f"{share:.3f}").normalize() + 0 for share in recipe]


def _group(item: Any) -> None:
    group = item.get("/Group")
    if group is not None and "/CS" in group:
        group.CS = pikepdf.Name.DeviceCMYK
