"""What was handed in, and what was done with it, a line each in dist/laporan/kiriman.csv: for staff, in no public root.

Only `selebaran intake` knows both, what came and what became of it: neither the desk nor a publication does.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.unwritable import cannot_write
from selebaran.desk.sent import Handed
from selebaran.publish.layout import received_of
from selebaran.read.text import shown

HEAD = ("waktu", "daerah", "berkas", "sidik", "hasil")
DIGITS = 16
"""Of the digest of a file, by which one that was kept is known again."""
FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet would reckon out."""


def note_received(project: Path, slug: str, files: Iterable[Handed], done: Sequence[str], say: Speaker) -> None:
    """Add a line for each file, none for what lies within it; `done` are the files of the district that were
    written, or a word for nothing. Ends with code 3 where nothing can be written there."""
    whole = [one for one in files if one.within is None]
    if not whole:
        return
    path = received_of(project / "dist")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if not path.is_file():
        rows.writerow(HEAD)
    for one in whole:
        digest = sha256(one.raw).hexdigest()[:DIGITS]
        rows.writerow([_cell(cell) for cell in (now, slug, one.label, digest, ", ".join(done))])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(text.getvalue().encode("utf-8-sig" if file.tell() == 0 else "utf-8"))
    except OSError as error:
        cannot_write(path, error, say)


def _cell(text: str) -> str:
    plain = shown(text)
    return f"'{plain}" if plain.startswith(FORMULA) else plain
