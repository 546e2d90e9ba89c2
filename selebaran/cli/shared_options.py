"""Options that several commands have, and what is meant by them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, project_root

ROOT = click.option("--root", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder proyek.")
LANG = click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
AS_OF = click.option("--as-of", metavar="TANGGAL", help="Hari yang dilihat, contoh 2026-11-26. Tanpa ini: hari ini.")
JSON = click.option("--json", "as_json", is_flag=True, help="Cetak sebagai JSON.")


def found_root(root: Path | None, say: Speaker) -> Path:
    """The project folder; ends with code 2 where there is none."""
    project = project_root(root)
    if project is None:
        fail(say("bukan folder proyek Selebaran: districts/_daftar.yml tidak ada"), 2)
    return project


def day_given(given: str | None, say: Speaker) -> date:
    """The day of --as-of, else today; ends with code 2 when it can't be read."""
    try:
        return date.fromisoformat(given) if given else datetime.now(UTC).date()
    except ValueError:
        fail(say("tanggal '{isi}' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26", isi=given), 2)
