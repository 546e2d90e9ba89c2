"""RGB -> CMYK for a print shop: no RGB operator is left in a PDF, and black and grey stand in black ink alone.

Colours are converted with offset.icc, which scripts/offset_profile.py makes, and the PDF names it as its output
intent. Nothing here claims PDF/X: no checker of it is packaged.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pikepdf
from PIL import Image, ImageCms

PROFILE = files("selebaran.press") / "offset.icc"
SPOKEN = "Offset, kertas salut (perkiraan, ISO 12647-2)"
FILL = {"rg": "k", "g": "k", "sc": "k", "scn": "k"}
STROKE = {"RG": "K", "G": "K", "SC": "K", "SCN": "K"}
SPACES = {"cs": FILL, "CS": STROKE}
RGB = {"/DeviceRGB", "/CalRGB", "/ICCBased", "/Lab", "/DeviceGray", "/CalGray"}


def to_cmyk(document: pikepdf.Pdf) -> None:
    """Convert every page with all that it draws, and put the output intent in."""
    done: set[tuple[int, int]] = set()
    for page in document.pages:
        page.Contents = document.make_stream(_converted(page))
        _resources(document, page.resources, done)
        _group(page.obj)
    icc = document.make_stream(PROFILE.read_bytes(), N=4)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String("Custom"),
        OutputCondition=pikepdf.String(SPOKEN),
        Info=pikepdf.String(SPOKEN),
        DestOutputProfile=icc,
    )
    document.Root.OutputIntents = pikepdf.Array([document.make_indirect(intent)])


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


def _parsed(drawn: Any) -> list[Any]:
    return list(pikepdf.parse_content_stream(drawn))


def _operators(drawn: Any) -> set[str]:
    wrong = {"rg", "RG", "g", "G", "sc", "SC"}
    found: set[str] = set()
    for operands, operator in _parsed(drawn):
        name = str(operator)
        if name in wrong or (name in SPACES and str(operands[0]) in RGB):
            found.add(name)
    return found


def _converted(drawn: Any) -> bytes:
    return pikepdf.unparse_content_stream(list(_instructions(drawn)))


def _instructions(drawn: Any) -> Iterator[Any]:
    """The operators of a content stream with every colour in CMYK."""
    now = {"cs": "", "CS": ""}
    for operands, operator in _parsed(drawn):
        name = str(operator)
        if name in SPACES:
            now[name] = str(operands[0])
            if now[name] in RGB:
                continue
        kind = "cs" if name in FILL else "CS" if name in STROKE else ""
        if kind and (name in ("rg", "RG", "g", "G") or now[kind] in RGB):
            yield [_ink(float(value) for value in operands), pikepdf.Operator(SPACES[kind][name])]
        else:
            yield [operands, operator]


def _ink(values: Iterator[float]) -> list[Decimal]:
    parts = tuple(round(value * 255) for value in values)
    red, green, blue = parts * 3 if len(parts) == 1 else parts
    return [Decimal(f"{value:.3f}").normalize() + 0 for value in cmyk(red, green, blue)]


@lru_cache(maxsize=4096)
def cmyk(red: int, green: int, blue: int) -> tuple[float, float, float, float]:
    """The inks (0 to 1) of a colour (0 to 255)."""
    if red == green == blue:
        return 0.0, 0.0, 0.0, round(1 - red / 255, 3)
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), _transform())
    assert pixel is not None
    cyan, magenta, yellow, black = (round(value / 255, 3) for value in pixel.tobytes())
    return cyan, magenta, yellow, black


@lru_cache(maxsize=1)
def _transform() -> Any:
    with PROFILE.open("rb") as file:
        target = ImageCms.ImageCmsProfile(file)
    return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), target, "RGB", "CMYK", ImageCms.Intent.PERCEPTUAL)


def _resources(document: pikepdf.Pdf, resources: Any, done: set[tuple[int, int]]) -> None:
    """Forms, patterns, images and soft masks that a content stream calls by name."""
    for kind in ("/XObject", "/Pattern"):
        for item in dict(resources.get(kind, {})).values():
            _drawing(document, item, done)
    for state in dict(resources.get("/ExtGState", {})).values():
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            _group(mask.G)


def _drawing(document: pikepdf.Pdf, item: Any, done: set[tuple[int, int]]) -> None:
    if not isinstance(item, pikepdf.Stream) or item.objgen in done:
        return
    done.add(item.objgen)
    if item.get("/Subtype") == "/Image":
        _picture(item)
        return
    resources = item.get("/Resources")
    item.write(_converted(item))
    _group(item)
    if resources is not None:
        _resources(document, resources, done)


def _picture(item: Any) -> None:
    if item.get("/ImageMask") or _space(item) in ("", "/DeviceGray", "/DeviceCMYK"):
        return
    picture = pikepdf.PdfImage(item).as_pil_image().convert("RGB")
    converted = ImageCms.applyTransform(picture, _transform())
    assert converted is not None
    for key in ("/DecodeParms", "/Filter", "/Decode"):
        if key in item:
            del item[key]
    item.ColorSpace = pikepdf.Name.DeviceCMYK
    item.BitsPerComponent = 8
    item.write(converted.tobytes())


def _group(item: Any) -> None:
    group = item.get("/Group")
    if group is not None and "/CS" in group:
        group.CS = pikepdf.Name.DeviceCMYK
