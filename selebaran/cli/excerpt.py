"""The line of a file that a problem speaks of, with a caret under its column.

The line comes from outside, so nothing in it reaches the terminal that could move the cursor, change a colour or turn
the direction of writing: what nobody sees is drawn as a mark that everybody sees.
"""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from selebaran.model.problem import Place
from selebaran.read.text import read_raw

TAB = "→   "
"""A tabulator as it is drawn: YAML refuses it, so an editor has to see it."""
MARGIN = 2
ELLIPSIS = "…"
NARROW = 20
"""A line is never cut to fewer cells than this."""


def excerpt(root: Path, place: Place, width: int) -> tuple[str, str] | None:
    """The rows of an excerpt, each at most `width` cells: the numbered line, and the caret (empty without a column).

    None where there is no line to show: the file can't be read, or is shorter than that."""
    line = _line(root, place)
    if line is None:
        return None
    gutter = f"{'':{MARGIN}}{place.line} | "
    cells = [drawn(character) for character in line]
    column = min(place.column, len(cells) + 1)
    first, last = _cut(cells, max(column, 1) - 1, max(width - len(gutter), NARROW))
    before, after = ELLIPSIS if first else "", ELLIPSIS if last < len(cells) else ""
    shown = f"{gutter}{before}{''.join(cells[first:last])}{after}".rstrip()
    if not place.column:
        return shown, ""
    indent = cell_len(before + "".join(cells[first : column - 1]))
    return shown, f"{'':{len(gutter) - 2}}| {'':{indent}}^"


def _line(root: Path, place: Place) -> str | None:
    path = root / place.file
    try:
        if not path.resolve().is_relative_to(root.resolve()):  # a link that leads out of the project
            return None
        raw = read_raw(path)
    except (OSError, ValueError):
        return None
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def drawn(character: str) -> str:
    """A character as a terminal may get it."""
    if character == "\t":
        return TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    return character if character.isprintable() else "\ufffd"


def _cut(cells: list[str], caret: int, width: int) -> tuple[int, int]:
    """The part of a line that fits into `width` cells with what stands around the caret."""
    if cell_len("".join(cells)) <= width:
        return 0, len(cells)
    first = last = min(caret, len(cells) - 1)
    room = width - 2 * len(ELLIPSIS) - cell_len(cells[first])
    last += 1
    while room > 0 and (first > 0 or last < len(cells)):
        # Two thirds of the room go to what stands after the caret: that is where the value is.
        forward = last < len(cells) and (first == 0 or (caret - first) * 2 >= last - caret)
        used = cell_len(cells[last] if forward else cells[first - 1])
        if used > room:
            break
        room -= used
        first, last = (first, last + 1) if forward else (first - 1, last)
    return first, last
