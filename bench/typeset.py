"""The same sheets by Typst: what setting their words, lists, tables and drawings costs, with nothing fitted or proved.

HTML of a sheet -> markup of Typst. A side is a page of the same size, a panel stands where and as wide as it does here,
what is only for show is left out. Text is as large as it comes: what doesn't fit its panel runs out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from xml.etree.ElementTree import Element

from weasyprint import HTML

from selebaran.model.piece import PAGE_HEAD, QR, ComposedPiece
from selebaran.press.layout import HEAD_FONT
from selebaran.press.page_head import page_head_svg
from selebaran.press.qr import qr_svg

SPECIAL = re.compile(r"([\\#*_$@<>`\[\]~/=+\-\"'.])")
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
AROUND = {"b": "strong", "strong": "strong", "i": "emph", "em": "emph"}
LISTS = {"ul": "list", "ol": "enum"}
PLACE = re.compile(r"--x:\s*([\d.]+)mm;\s*--lebar:\s*([\d.]+)mm")
START = '#set text(font: "Public Sans", size: 9pt, lang: "id")\n#show heading: set text(font: "Plus Jakarta Sans")\n'


def source_of(piece: ComposedPiece, drawings: Mapping[str, str]) -> str:
    """A sheet as Typst's markup; `drawings` are files by the addresses that the sheet has for them."""
    size = f"width: {piece.width_mm}mm, height: {piece.height_mm}mm, margin: 0mm"
    root = HTML(string=piece.html).etree_element
    sides = [element for element in root.iter("section") if "sheet" in (element.get("class") or "").split()]
    return START + "".join(f"#page({size})[{_side(side, drawings)}]\n" for side in sides)


def write_drawings(piece: ComposedPiece, fonts: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """What a sheet shows, written below a folder by its digest: file names by address."""
    more = {QR: qr_svg(piece.qr_url)} if piece.qr_url else {}
    if piece.page_head:
        more[PAGE_HEAD] = page_head_svg(piece.page_head, fonts[HEAD_FONT])
    written: dict[str, str] = {}
    for address, body in {**piece.assets, **more}.items():
        name = blake2b(body, digest_size=12).hexdigest() + Path(address).suffix
        (folder / name).write_bytes(body)
        written[address] = name
    return written


def typeset(pieces: Iterable[ComposedPiece], fonts: Mapping[str, bytes], folder: Path) -> None:
    """The sheets of a district as PDFs in a folder."""
    import typst  # an extra of `make bench` alone

    faces = folder / "huruf"
    faces.mkdir(parents=True, exist_ok=True)
    for address, body in fonts.items():
        (faces / address.rpartition("/")[2]).write_bytes(body)
    for piece in pieces:
        source = folder / f"{piece.name}-{piece.profile}.typ"
        source.write_text(source_of(piece, write_drawings(piece, fonts, folder)), "utf-8")
        target = str(source.with_suffix(".pdf"))
        typst.compile(str(source), output=target, root=str(folder), font_paths=[str(faces)], ignore_system_fonts=True)


def _side(side: Element, drawings: Mapping[str, str]) -> str:
    panels = [element for element in side.iter("div") if "panel" in (element.get("class") or "").split()]
    places = [PLACE.search(panel.get("style") or "") for panel in panels]
    columns = [found[1] for found in places if found]
    apart = len(columns) == len(set(columns))  # panels side by side; others stand one below the other
    found = zip(panels, places, strict=True)
    return "".join(_panel(panel, place if apart else None, drawings) for panel, place in found) or _inner(
        side, drawings
    )


def _panel(panel: Element, place: re.Match[str] | None, drawings: Mapping[str, str]) -> str:
    inner = _inner(panel, drawings)
    if place is None:
        return f"#block(width: 100%, inset: 6mm)[{inner}]\n"
    return f"#place(dx: {place[1]}mm)[#block(width: {place[2]}mm, inset: 6mm)[{inner}]]\n"


def _inner(element: Element, drawings: Mapping[str, str]) -> str:
    parts = [_text(element.text)]
    for child in element:
        parts += [_element(child, drawings), _text(child.tail)]
    return "".join(parts)


def _element(element: Element, drawings: Mapping[str, str]) -> str:
    name = element.tag
    if name in ("br", "wbr"):
        return "#linebreak()" if name == "br" else "\N{ZERO WIDTH SPACE}"
    if name == "img":
        drawn = drawings.get(element.get("src") or "")
        return f'#image("{drawn}", width: 40%)' if drawn else ""
    if name in LISTS:
        items = ", ".join(f"[{_inner(item, drawings)}]" for item in element if item.tag == "li")
        return f"#{LISTS[name]}({items})\n"
    if name == "table":
        return _table(element, drawings)
    inner = _inner(element, drawings)
    if name in HEADINGS:
        return f"#heading(level: {HEADINGS[name]})[{inner}]\n"
    if name in AROUND:
        return f"#{AROUND[name]}[{inner}]" if inner.strip() else ""
    if name == "a" and (address := element.get("href")):
        return f'#link("{address}")[{inner}]'
    return f"#block[{inner}]\n" if name in ("div", "section", "p") else inner


def _table(table: Element, drawings: Mapping[str, str]) -> str:
    rows = [[f"[{_inner(cell, drawings)}]" for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = ", ".join(cell for row in rows for cell in row)
    return f"#table(columns: {max(map(len, rows), default=1)}, {cells})\n"


def _text(text: str | None) -> str:
    return SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text)) if text else ""
