"""What a page of a written file is, as far as its picture and its text layer follow from it, as a digest.

Two pages with the same digest look the same, pixel for pixel, and say the same, whatever else their files hold: it is
of the page's own entries, its operators, what these name of its resources, and of each font they name no more than the
glyphs that they show: outline, width, and what letter it stands for. Of a font's file only tables are left out that
pdfium doesn't draw a glyph of a CID font by (ISO 32000-2, 9.7.4.2: `CIDToGIDMap` is `Identity`). What isn't known here
gives no digest, and what is named by its number in a file gives another in each.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

TOKEN = re.compile(rb"(?<!\S)([qQ])(?!\S)|/([^\s/<>\[\](){}%]+)[ \t\r\n]+\S+[ \t\r\n]+Tf(?!\S)|<([0-9A-Fa-f\s]*)>")
NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
LETTERS = re.compile(rb"\d+ beginbfchar\s(?:<[0-9a-f]+> <[0-9a-f]+>\s)*endbfchar\s")
LETTER = re.compile(rb"<([0-9a-f]{4})> (<[0-9a-f]+>)\s")
WIDTHS = re.compile(rb"(\d+) \[([^\[\]]*)\]")
ELSEWHERE = frozenset(("/Parent", "/Contents", "/Resources", "/Annots", "/StructParents", "/Tabs"))
"""Entries of a page that are looked at in another way, or that nothing of it is drawn by."""
LEADING = frozenset(("/A", "/Dest", "/Contents", "/StructParent", "/P"))
"""Entries of a link that say where it leads."""
NAMING = frozenset(("/BaseFont", "/FontName", "/FontFile2", "/FontDescriptor", "/DescendantFonts", "/ToUnicode", "/W"))
"""Entries of a font that are looked at in another way, and its names, which a font within a file isn't drawn by."""
GLYPHS = frozenset((b"glyf", b"loca", b"hmtx"))
"""Tables that are looked at glyph by glyph."""
BESIDE = frozenset((b"cmap", b"name", b"post", b"OS/2", b"GDEF"))
"""Tables that tell nothing of how a glyph looks that is asked for by its number."""
SHARED = ("/Type", "/Count", "/Kids")
"""What a file's list of pages has; anything else is passed on to all of them."""
ODD = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
"""What reading something raises that is otherwise than WeasyPrint writes it."""
MORE, WORDS, SCALE, BOTH, MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
"""Flags of a part of a composite glyph (OpenType, glyf)."""


class _Unknown(Exception):
    """Something that isn't known here."""


@dataclass(frozen=True)
class _Read:
    """What operators name, and the glyphs that they show of each font."""

    names: frozenset[str]
    shown: tuple[tuple[str, tuple[int, ...]], ...]


class Signs:
    """The pages of one file. Fonts are read once."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._fonts: dict[tuple[int, int], _Font] = {}
        root = document.Root
        self._is_plain = not {"/OCProperties", "/AcroForm"} & root.keys() and set(root.Pages.keys()) <= {*SHARED}

    def of(self, page: pikepdf.Page, content: bytes) -> bytes | None:
        """The digest of a page with these operators; None where it has something that isn't known here."""
        if not self._is_plain:
            return None
        digest = hashlib.sha256()
        try:
            for part in self._of_page(page.obj, content):
                digest.update(b"%d:" % len(part))
                digest.update(part)
        except (*ODD, _Unknown, struct.error, pikepdf.PdfError):
            return None
        return digest.digest()

    def _of_page(self, page: Any, content: bytes) -> Iterator[bytes]:
        if "/MediaBox" not in page or "/Resources" not in page:
            raise _Unknown
        for key, value in sorted(page.items()):
            if key not in ELSEWHERE:
                yield key.encode()
                yield from self._of_value(value)
        for note in page.get("/Annots", ()):
            yield b"annot"
            yield from self._of_value({key: value for key, value in note.items() if key not in LEADING})
        yield from self._of_content(content, page["/Resources"])

    def _of_content(self, content: bytes, resources: Any) -> Iterator[bytes]:
        """Operators, with all that they name."""
        read = _read(content)
        yield content
        shown = dict(read.shown)
        for category, named in sorted(resources.items()):
            if not isinstance(named, pikepdf.Dictionary):
                continue
            for name in sorted(read.names & named.keys()):
                yield f"{category}{name}".encode()
                if category == "/Font":
                    yield from self._font(named[name]).of(shown.get(name, ()))
                else:
                    yield from self._of_value(named[name])

    def _of_value(self, value: Any, depth: int = 0) -> Iterator[bytes]:
        """A value with all that belongs to it."""
        if depth > 6:
            raise _Unknown
        if isinstance(value, pikepdf.Stream):
            yield from self._of_stream(value, depth)
        elif isinstance(value, (dict, pikepdf.Dictionary)):
            for key, part in sorted(value.items()):
                yield key.encode()
                yield from self._of_value(part, depth + 1)
            yield b">>"
        elif isinstance(value, pikepdf.Array):
            for part in value:
                yield from self._of_value(part, depth + 1)
            yield b"]"
        else:
            yield value.unparse() if isinstance(value, pikepdf.Object) else repr(value).encode()

    def _of_stream(self, stream: pikepdf.Stream, depth: int) -> Iterator[bytes]:
        """A stream with its entries; of a group, what its operators name."""
        entries = {key: part for key, part in stream.stream_dict.items() if key not in ("/Length", "/Resources")}
        yield from self._of_value(entries, depth + 1)
        if stream.get("/Subtype") == "/Form":
            yield from self._of_content(stream.read_bytes(), stream.get("/Resources", {}))
        else:
            yield stream.read_raw_bytes()

    def _font(self, font: Any) -> _Font:
        if font.objgen not in self._fonts or font.objgen == (0, 0):
            self._fonts[font.objgen] = _Font(font, b"\n".join(self._of_font(font)))
        return self._fonts[font.objgen]

    def _of_font(self, font: Any) -> Iterator[bytes]:
        """What a font says of all of its glyphs."""
        below = font["/DescendantFonts"][0]
        if font["/Encoding"] != "/Identity-H" or below.get("/CIDToGIDMap") != "/Identity":
            raise _Unknown
        for part in (font, below, below["/FontDescriptor"]):
            yield from self._of_value({key: value for key, value in part.items() if key not in NAMING})


@lru_cache(maxsize=512)
def _read(content: bytes) -> _Read:
    """What operators name and show. Letters that don't stand as numbers of glyphs aren't known here."""
    shown = _shown(content)
    names = frozenset(f"/{name.decode('ascii')}" for name in NAME.findall(content))
    if b"(" in content or "" in shown or any("#" in name for name in names):
        raise _Unknown
    return _Read(names, tuple((name, tuple(sorted(of))) for name, of in shown.items()))


def _shown(content: bytes) -> Mapping[str, set[int]]:
    """The numbers of the glyphs that operators show, by the font that is set where they do."""
    shown: dict[str, set[int]] = {}
    font, before = "", list[str]()
    for state, name, glyphs in TOKEN.findall(content):
        if state == b"q":
            before.append(font)
        elif state:
            font = before.pop()
        elif name:
            font = f"/{name.decode('ascii')}"
        else:
            numbers = bytes.fromhex(glyphs.decode("ascii"))
            shown.setdefault(font, set()).update(struct.unpack(f">{len(numbers) // 2}H", numbers))
    return shown


class _Font:
    """A font of a file; `whole` is what it says of all of its glyphs."""

    def __init__(self, font: Any, whole: bytes) -> None:
        below = font["/DescendantFonts"][0]
        told = font["/ToUnicode"].read_bytes()
        self._letters = dict(LETTER.findall(b"".join(LETTERS.findall(told))))
        self._widths = _widths(below["/W"].unparse(resolved=True))
        self._file = _File(below["/FontDescriptor"]["/FontFile2"].read_bytes())
        self._whole = whole, LETTERS.sub(b"", told), *self._file.whole

    def of(self, glyphs: tuple[int, ...]) -> Iterator[bytes]:
        """All that these glyphs are shown by."""
        yield from self._whole
        yield b"".join(self._letters.get(b"%04x" % glyph, b"-") for glyph in glyphs)
        yield b" ".join(self._widths.get(glyph, b"-") for glyph in glyphs)
        yield from self._file.of(glyphs)


def _widths(written: bytes) -> Mapping[int, bytes]:
    """The widths of glyphs, as they are written: runs of them, each after the number of its first."""
    if WIDTHS.sub(b"", written).strip(b"[] \n\r\t"):
        raise _Unknown
    runs = ((int(first), run.split()) for first, run in WIDTHS.findall(written))
    return {first + number: width for first, run in runs for number, width in enumerate(run)}


class _File:
    """A font's file: TrueType, with an outline for each glyph. `whole` are the tables that are of all glyphs."""

    def __init__(self, content: bytes) -> None:
        tables = _tables(content)
        head = tables.pop(b"head")
        self._glyphs, loca, self._across = (tables[name] for name in (b"glyf", b"loca", b"hmtx"))
        self._starts = _starts(loca, is_long=bool(struct.unpack_from(">h", head, 50)[0]))
        self._metrics = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
        rest = sorted((name, table) for name, table in tables.items() if name not in GLYPHS | BESIDE)
        # Of the head only the sum of the file and the form of its places are another for other glyphs.
        self.whole = head[:8], head[12:50], head[52:], *(part for pair in rest for part in pair)

    def of(self, glyphs: tuple[int, ...]) -> Iterator[bytes]:
        """Outlines and widths, with those of the glyphs that others are made of."""
        left, done = list(glyphs), set[int]()
        while left:
            glyph = left.pop()
            if glyph not in done:
                done.add(glyph)
                outline = self._glyphs[self._starts[glyph] : self._starts[glyph + 1]]
                yield b"%d:%d:" % (glyph, len(outline)) + outline + self._metric(glyph)
                left += _parts(outline)

    def _metric(self, glyph: int) -> bytes:
        """The width of a glyph and how far its outline lies within it; who has the width of others tells the second
        alone."""
        if glyph < self._metrics:
            return self._across[4 * glyph : 4 * glyph + 4]
        at = 4 * self._metrics + 2 * (glyph - self._metrics)
        return self._across[4 * self._metrics - 4 : 4 * self._metrics - 2] + self._across[at : at + 2]


def _tables(content: bytes) -> dict[bytes, bytes]:
    """The tables of a font's file, by their names."""
    count = struct.unpack_from(">H", content, 4)[0]
    found = (struct.unpack_from(">4sIII", content, 12 + 16 * number) for number in range(count))
    return {name: content[start : start + length] for name, _, start, length in found}


def _starts(loca: bytes, *, is_long: bool) -> list[int]:
    """Where the outline of each glyph begins; short places are halved (OpenType, loca)."""
    if is_long:
        return list(struct.unpack(f">{len(loca) // 4}I", loca))
    return [2 * at for at in struct.unpack(f">{len(loca) // 2}H", loca)]


def _parts(outline: bytes) -> Iterator[int]:
    """The glyphs that a composite glyph is made of."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, MORE
    while flags & MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        yield glyph
        at += 4 + (4 if flags & WORDS else 2)
        at += 2 if flags & SCALE else 4 if flags & BOTH else 8 if flags & MATRIX else 0
