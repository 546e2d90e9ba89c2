"""`selebaran workbook`: a district as a workbook, for those who would rather fill in a table than a YAML file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from selebaran.cli.district_files import found_district
from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command
from selebaran.cli.shared_options import LANG, ROOT, SLUG, found_root, with_ending
from selebaran.cli.unwritable import cannot_write
from selebaran.desk.district_book import district_book
from selebaran.desk.district_files import District
from selebaran.desk.filled import filled


@click.command("workbook", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Nama lembar kerjanya. Tanpa ini: SLUG.xlsx di folder ini.",
)
@LANG
@ROOT
def workbook_command(slug: str, out: Path | None, lang: Language, root: Path | None) -> None:
    """Buat lembar kerja Excel untuk satu daerah, terisi yang sudah ada: kontak, kegiatan, tempat, capaian, kabar.

    Sesudah diisi: selebaran intake BERKAS"""
    say = Speaker(lang)
    district = found_district(slug, found_root(root, say), say)
    target = with_ending(out or Path(f"{slug}.xlsx"), ".xlsx")
    if target.exists():
        print(say("{berkas} sudah ada, dan tidak ditimpa", berkas=target), file=sys.stderr)
        sys.exit(2)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_bytes(district))
    except OSError as error:
        cannot_write(target, error, say)
    print(say("ditulis: {berkas}", berkas=target))
    print(say("sesudah diisi: selebaran intake {berkas}", berkas=target))


def _bytes(district: District) -> bytes:
    sheets = [filled(kind, district.data) for kind in district.kinds]
    return district_book(district.slug, district.name, sheets)
