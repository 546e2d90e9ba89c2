"""`selebaran form`: a district's form as one HTML file, for those who have a phone or a PC and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selebaran.cli.district_files import found_district
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root, with_ending
from selebaran.cli.unwritable import cannot_write
from selebaran.desk.form_page import form_page


@click.command("form", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Nama berkas formulirnya. Tanpa ini: formulir-SLUG.html di folder ini.",
)
@LANG
@ROOT
def form_command(slug: str, out: Path | None, lang: Language, root: Path | None) -> None:
    """Buat formulir satu daerah: satu berkas HTML yang dibuka di HP atau PC mana pun, tanpa internet.

    Isinya dikirim sebagai teks atau berkas. Yang diterima: selebaran intake BERKAS"""
    say = Speaker(lang)
    district = found_district(slug, found_root(root, say), say)
    target = with_ending(out or Path(f"formulir-{slug}.html"), ".html")
    if target.exists():
        print(say("{berkas} sudah ada, dan tidak ditimpa", berkas=target), file=sys.stderr)
        sys.exit(2)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(form_page(district), "utf-8", newline="\n")
    except OSError as error:
        cannot_write(target, error, say)
    print(say("ditulis: {berkas}", berkas=target))
    print(say("kirim berkas itu, misalnya lewat WhatsApp; isian yang kembali: selebaran intake BERKAS"))
