"""`selebaran kit`: everything that is printed for an event, counted, in one ZIP."""

from __future__ import annotations

from pathlib import Path

import click

from selebaran.cli.language import Language
from selebaran.cli.options import Command
from selebaran.cli.shared_options import AS_OF, LANG, ROOT, SLUG, VERSION

MOST_PEOPLE = 100_000


@click.command("kit", cls=Command, options_metavar="[PILIHAN]")
@SLUG
@click.argument("event", metavar="[KEGIATAN]", required=False)
@click.option("--peserta", type=click.IntRange(1, MOST_PEOPLE), metavar="N", help="Berapa orang diharapkan datang.")
@click.option("--kertas", type=click.Choice(["a4", "f4"]), help="Kertas di printer. Tanpa ini: menurut daerah.yml.")
@click.option(
    "--printer",
    type=click.Choice(["hitam-putih", "warna"]),
    default="hitam-putih",
    help="Printer yang dipakai. Tanpa ini: hitam-putih.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Tempat kit. Tanpa ini: dist/kit/ di folder proyek.",
)
@click.option("--publish", is_flag=True, help="Untuk dibagikan: tanpa tanda PRATINJAU, hanya lembar yang sudah terbit.")
@AS_OF
@click.option("--quiet", is_flag=True, help="Jangan tampilkan kemajuan dan laporan.")
@LANG
@ROOT
@VERSION
def kit_command(
    slug: str,
    event: str | None,
    peserta: int | None,
    kertas: str | None,
    printer: str,
    out: Path | None,
    publish: bool,
    as_of: str | None,
    quiet: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Buat kit untuk satu kegiatan: semua yang dicetak, berapa, urutannya, dan biayanya, dalam satu ZIP.

    Tanpa KEGIATAN: sebut id kegiatan yang akan datang."""
    from selebaran.cli.kit_making import KitAsked, run_kit  # late: all that prints is loaded with it

    run_kit(KitAsked(slug, event, peserta, kertas, printer, out, publish, as_of, quiet, lang, root))
