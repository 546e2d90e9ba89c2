"""What an office has before it follows a document: files that people sent, a district that was published, a repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pillow_heif
from PIL import Image

from scripts.hour_files import LETTER, write
from tests.guides.project import emptied


def _sent(project: Path) -> None:
    """A Word file, and a photo as a telephone takes it."""
    write(project)
    (project / LETTER).rename(project / "surat.docx")
    photo = Image.linear_gradient("L").resize((2000, 900)).convert("RGB")
    pillow_heif.from_pillow(photo).save(project / "IMG_2041.HEIC")


def _table(project: Path) -> None:
    """An office's own table of places."""
    (project / "puskesmas.csv").write_text(
        "Jenis;Nama;No. Telp;Sumber;Diperiksa pada\nPuskesmas;Puskesmas Rekaan Baru;0000-2099;Karangan;2026-11-21\n",
        "utf-8",
    )


def _hour(project: Path) -> None:
    """The officer's hour begins with a district without places and events."""
    emptied(project)
    write(project)


PREPARED: dict[str, Callable[[Path], None]] = {
    "satu-jam-petugas.md": _hour,
    "kiriman.md": _sent,
    "lembar-kerja.md": _table,
}
"""By the document's name."""
