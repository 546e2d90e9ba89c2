"""`selebaran list`: all districts at a glance. Only what each says of itself is read, so that it is there at once."""

from __future__ import annotations

from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.table import table
from selebaran.read.glance import Glance, glance, listed_entries


@click.command("list", cls=Command, options_metavar="[PILIHAN]")
@LANG
@ROOT
def list_command(lang: Language, root: Path | None) -> None:
    """Sebut semua daerah: slug, nama, provinsi, alamat situs, dan keadaannya.

    Keadaan adalah yang ditulis daerah dalam daerah.yml, dan pengesahannya. Apakah isinya benar: selebaran check."""
    say = Speaker(lang)
    project = found_root(root, say)
    entries = listed_entries(project)
    if rows := [_row(slug, glance(project, slug, entry), say) for slug, entry in entries.items()]:
        print(table(rows))


def _row(slug: str, seen: Glance | None, say: Speaker) -> tuple[str, ...]:
    """What is told of one district."""
    if seen is None:
        return slug, "–", "–", "–", say("bermasalah")
    return slug, seen.name, seen.province, seen.domain or "–", _state(seen, say)


def _state(seen: Glance, say: Speaker) -> str:
    """Whether a district is made up, may be published, or neither; and whether it's known which region it is."""
    if seen.is_made_up:
        state = say("rekaan")
    else:
        state = say("dapat diterbitkan") if seen.may_be_published else say("pratinjau")
    return f"{state}, {say('identitas rancu')}" if seen.is_unclear else state
