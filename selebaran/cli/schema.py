"""`selebaran schema`: writes the JSON Schemas by which editors check and complete YAML while somebody types."""

from __future__ import annotations

from pathlib import Path

import click

from selebaran.cli.campaign import found_kinds
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.shared_options import LANG, ROOT, found_root
from selebaran.cli.unwritable import cannot_write
from selebaran.read.schema import FOLDER, schemas


@click.command("schema", cls=Command, options_metavar="[PILIHAN]")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat skema. Tanpa ini: skema/ di folder proyek."
)
@LANG
@ROOT
def schema_command(out: Path | None, lang: Language, root: Path | None) -> None:
    """Tulis skema isian untuk penyunting seperti VS Code.

    Skema mengenal kelompok, kegiatan, kontak, dan tempat layanan dari content/kampanye.yml."""
    say = Speaker(lang)
    project = found_root(root, say)
    folder = out or project / FOLDER
    made = schemas(found_kinds(project, say))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_bytes(text.encode())
    except OSError as error:
        cannot_write(folder, error, say)
    print(say("{banyak} skema ditulis ke {folder}", banyak=len(made), folder=folder))
