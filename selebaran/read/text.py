"""A file's bytes -> text that can be relied on: UTF-8, plain line ends, no character that nobody sees.

Files come from Notepad, WhatsApp and Word. A BOM and CRLF are fine. A zero-width or no-break space in the wrong spot
makes a line look right and read wrong, so each is reported with its place.
"""

from __future__ import annotations

import re
from pathlib import Path

from selebaran.model.problem import Place, Problem, problem

MAX_BYTES = 256 * 1024
MAX_SHOWN = 60

# Controls, zero width, line ends of other systems, halves of a character, and what turns the direction of writing.
INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
)
HIDDEN = re.compile(f"[{INVISIBLE}]")


def read_raw(path: Path) -> bytes:
    """The file's bytes, of which no more than one too many are read."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, or every fault that keeps it from being read."""
    if not path.is_file():
        return None, [problem("berkas-hilang", Place(file))]
    text, problems = decode(read_raw(path), file)
    if text is not None:
        problems = hidden(text, file)
    return (None if problems else text), problems


def decode(raw: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 text with plain line ends from a file's bytes (a BOM and CRLF are fine), or why it can't be had."""
    if len(raw) > MAX_BYTES:
        return None, [problem("berkas-terlalu-besar", Place(file), batas=f"{MAX_BYTES // 1024} KB")]
    if raw.count(0) > len(raw) // 4:  # UTF-16 without a BOM is valid UTF-8, full of NUL
        return None, [problem("bukan-utf8", Place(file, 1))]
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        return None, [problem("bukan-utf8", Place(file, line, len(before) - before.rfind("\n")))]


def hidden(text: str, file: str, pattern: re.Pattern[str] = HIDDEN, line_offset: int = 0) -> list[Problem]:
    """The first invisible character of each line."""
    if not pattern.search(text):
        return []
    return [
        problem("huruf-tersembunyi", Place(file, number, found.end()), huruf=f"U+{ord(found[0][-1]):04X}")
        for number, line in enumerate(text.split("\n"), 1 + line_offset)
        if (found := pattern.search(line))
    ]


def shown(text: str) -> str:
    """A value of an input file as a message can show it: one short line without control characters."""
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return visible if len(visible) <= MAX_SHOWN else visible[: MAX_SHOWN - 1] + "…"
