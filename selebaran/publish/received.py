"""What was handed in, and what was done with it, a line each in dist/laporan/kiriman.csv: for staff, in no public root.

Who takes something in knows both, what came and what became of it: `selebaran intake`, and the form in the preview.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selebaran.publish.layout import received_of
from selebaran.read.text import shown

HEAD = ("waktu", "daerah", "berkas", "sidik", "hasil")
DIGITS = 16
"""Of the digest of a file, by which one that was kept is known again."""
FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet would reckon out."""


def add_received(out: Path, slug: str, files: Sequence[tuple[str, bytes]], done: Sequence[str]) -> None:
    """Add a line for each file that came for a district, its name and its bytes; `done` are the district's files that
    were written, or a word for nothing. Raises `OSError`."""
    path = received_of(out)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if not path.is_file():
        rows.writerow(HEAD)
    for label, raw in files:
        digest = sha256(raw).hexdigest()[:DIGITS]
        rows.writerow([_cell(cell) for cell in (now, slug, label, digest, ", ".join(done))])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(text.getvalue().encode("utf-8-sig" if file.tell() == 0 else "utf-8"))


def _cell(text: str) -> str:
    plain = shown(text)
    return f"'{plain}" if plain.startswith(FORMULA) else plain
