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

from selebaran.model.problem import Place, Problem, problem
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


def refused(raw: bytes, label: str) -> list[Problem]:
    """Why a workbook isn't opened; nothing where it may be."""
    place = Place(label)
    if len(raw) > MAX_FILE:
        return [_too_big(place, MAX_FILE)]
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                return [_too_big(place, MAX_UNPACKED)]
            found = dict.fromkeys(_carried(archive))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return [problem("tabel-bukan-xlsx", place)]
    return [problem("tabel-bermuatan", place, isi=shown(name)) for name in found]


def _too_big(place: Place, limit: int) -> Problem:
    return problem("tabel-terlalu-besar", place, batas=f"{limit // 1024 // 1024} MB")


def _carried(archive: zipfile.ZipFile) -> Iterator[str]:
    """The parts that are more than cells. Reading a part gives no more bytes than its entry says."""
    for part in archive.infolist():
        body = archive.read(part)
        if (
            any(sign in part.filename for sign in CARRIED + OF_LIBREOFFICE)
            or DEFINITION.search(body)
            or body.startswith(WIDE)
        ):
            yield part.filename
