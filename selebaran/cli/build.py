"""`selebaran build`, which is also `python build.py`: its options. What they ask for is done by `building`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from selebaran.cli.asked_build import Asked
from selebaran.cli.language import Language
from selebaran.cli.options import Command
from selebaran.cli.shared_options import (
    AREA_ASKED,
    CERTIFICATES,
    CLUSTER,
    ICC,
    LANG,
    LAYOUT,
    OUT,
    PAPERS_ASKED,
    PROFILES_ASKED,
    SHARING,
    SHEETS_ASKED,
    SLUGS,
    VERSION,
)
from selebaran.cli.unchanged import told_again
from selebaran.jobs.collecting import uncollected


@click.command("build", cls=Command, options_metavar="[PILIHAN]")
@SLUGS
@OUT
@click.option("--only", type=click.Choice(["site", "print"]), help="Hanya situs, atau hanya lembar cetak.")
@PROFILES_ASKED
@PAPERS_ASKED
@SHEETS_ASKED
@AREA_ASKED
@SHARING
@ICC
@LAYOUT
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Berapa daerah dibuat bersamaan. Tanpa ini: sebanyak inti prosesor.",
)
@click.option("--as-of", metavar="TANGGAL", help="Hari edisi, contoh 2026-11-26. Tanpa ini: hari ini di daerah itu.")
@click.option("--publish", is_flag=True, help="Terbitkan: hanya yang disetujui, tanpa isi yang basi.")
@click.option(
    "--without-walls", is_flag=True, help="Terbitkan juga di komputer yang tidak menahan pekerja (selebaran walls)."
)
@click.option("--fresh", is_flag=True, help="Buat semua dari awal, juga yang tidak berubah sejak build yang lalu.")
@CLUSTER
@CERTIFICATES
@click.option(
    "--timings",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BERKAS",
    help="Tulis ke mana waktu build ini pergi, dan di sampingnya berkas untuk speedscope.",
)
@click.option(
    "--prove",
    type=click.IntRange(1),
    metavar="N",
    help="Buat N daerah sekali lagi dengan cara biasa, dan bandingkan bita demi bita.",
)
@click.option(
    "--benih",
    "seed",
    type=click.IntRange(0),
    metavar="ANGKA",
    help="Pilih daerah untuk --prove seperti dulu dengan benih ini.",
)
@click.option("--json", "as_json", is_flag=True, help="Cetak masalah sebagai baris JSON.")
@click.option("--quiet", is_flag=True, help="Jangan tampilkan kemajuan dan laporan.")
@click.option("--one-line", is_flag=True, help="Laporkan dalam satu baris saja, untuk surel atau WhatsApp.")
@LANG
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder proyek. Tanpa ini: dicari dari folder ini ke atas.",
)
@VERSION
def build_command(
    slug: tuple[str, ...],
    out: Path | None,
    only: str | None,
    profil: tuple[str, ...],
    kertas: str | None,
    lembar: tuple[str, ...],
    kecamatan: str | None,
    bagikan: bool,
    icc: Path | None,
    layout: str | None,
    jobs: int | None,
    as_of: str | None,
    publish: bool,
    without_walls: bool,
    fresh: bool,
    cluster: str | None,
    cluster_certs: Path | None,
    timings: Path | None,
    prove: int | None,
    seed: int | None,
    as_json: bool,
    quiet: bool,
    one_line: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Buat situs dan lembar cetak daerah yang disebut, atau semua daerah."""
    sheets, more, said = (lembar, kecamatan), (bagikan, layout), (as_json, quiet)
    how = (without_walls, fresh, one_line)
    asked = Asked(slug, out, only, profil, kertas, *sheets, icc, jobs, as_of, publish, *said, lang, root, *more, *how)
    asked = replace(asked, cluster=cluster, cluster_certs=cluster_certs, timings=timings, prove=prove, seed=seed)
    before = told_again(asked)
    with uncollected():
        from selebaran.cli.building import run_build  # late: all that builds is loaded with it

    run_build(asked, before)
