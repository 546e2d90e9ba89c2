"""Bytes that say they are a workbook -> whether they may be opened at all.

A workbook is a zip of XML: a small one can unpack to gigabytes, carry programs, fetch from other files, or define
entities that grow. All of that is refused before the library sees it; a table of answers has none of it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from selebaran.model.problem import Place, Problem, problem
from selebaran.read.pictures import size_of
from selebaran.read.text import shown

MAX_FILE = 2 * 1024 * 1024
MAX_UNPACKED = 16 * 1024 * 1024
MAX_PARTS = 100
CARRIED = ("vbaProject", "externalLinks", "embeddings", "activeX", "connections.xml", "queryTables")
OF_LIBREOFFICE = ("Basic/", "Scripts/", "Object ")
"""What in a part's name tells that it carries more than cells: programs, other files, ways to other data."""
DEFINITION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
"""How a part begins that isn't UTF-8, in which a definition would not be seen."""


@dataclass(frozen=True)
class Bounds:
    """How large a file may be, packed and unpacked, in bytes; how many parts it may have; what its problems are called;
    whether it may hold pictures, in which any bytes may stand."""

    packed: int = MAX_FILE
    unpacked: int = MAX_UNPACKED
    parts: int = MAX_PARTS
    too_big: str = "tabel-terlalu-besar"
    unreadable: str = "tabel-bukan-xlsx"
    laden: str = "tabel-bermuatan"
    form: str = ""

    def exceeded(self, parts: list[zipfile.ZipInfo]) -> int:
        """The bound that the parts go beyond, in bytes; 0 for none. No part of XML needs as much as all pictures."""
        if any(part.file_size > MAX_UNPACKED for part in parts if part.filename.endswith(".xml")):
            return MAX_UNPACKED
        is_too_much = len(parts) > self.parts or sum(part.file_size for part in parts) > self.unpacked
        return self.unpacked if is_too_much else 0


TABLE = Bounds()
WORD = Bounds(
    *(20 << 20, 60 << 20, 400),
    *("kiriman-terlalu-besar", "kiriman-tidak-terbaca", "kiriman-bermuatan", "Word (.docx)"),
)


def refused(raw: bytes, label: str, bounds: Bounds = TABLE) -> list[Problem]:
    """Why a workbook or a document isn't opened; nothing where it may be."""
    place = Place(label)
    if len(raw) > bounds.packed:
        return [_too_big(place, bounds.packed, bounds)]
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if limit := bounds.exceeded(archive.infolist()):
                return [_too_big(place, limit, bounds)]
            found = dict.fromkeys(_carried(archive))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        values = {"jenis": bounds.form} if bounds.form else {}
        return [problem(bounds.unreadable, place, **values)]
    return [problem(bounds.laden, place, isi=shown(name)) for name in found]


def _too_big(place: Place, limit: int, bounds: Bounds) -> Problem:
    return problem(bounds.too_big, place, batas=f"{limit // 1024 // 1024} MB")


def _carried(archive: zipfile.ZipFile) -> Iterator[str]:
    """The parts that are more than cells. Reading a part gives no more bytes than its entry says."""
    for part in archive.infolist():
        body = archive.read(part)
        if any(sign in part.filename for sign in CARRIED + OF_LIBREOFFICE) or (
            not size_of(body) and (DEFINITION.search(body) or body.startswith(WIDE))
        ):
            yield part.filename
