"""`selebaran build`, which is also `python build.py`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from selebaran.cli.language import Language, Speaker
from selebaran.cli.options import Command, fail, known_slugs, project_root
from selebaran.cli.progress import reporter
from selebaran.cli.show import print_problems, report_text
from selebaran.model.piece import Profile
from selebaran.publish.build import build
from selebaran.publish.plan import ALL_PROFILES, PROFILES, Part, Plan, day_from_epoch
from selebaran.read.project import read_project


@click.command("build", cls=Command, options_metavar="[PILIHAN]")
@click.argument("slug", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Tempat hasil. Tanpa ini: dist/ di folder proyek."
)
@click.option("--only", type=click.Choice(["site", "print"]), help="Hanya situs, atau hanya lembar cetak.")
@click.option(
    "--profil",
    type=click.Choice([*ALL_PROFILES, "semua"]),
    multiple=True,
    help="Bentuk lembar cetak. Boleh lebih dari satu.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Berapa daerah dibuat bersamaan. Tanpa ini: sebanyak inti prosesor.",
)
@click.option("--as-of", metavar="TANGGAL", help="Hari edisi, contoh 2026-11-26. Tanpa ini: hari ini di daerah itu.")
@click.option("--publish", is_flag=True, help="Terbitkan: hanya yang disetujui, tanpa isi yang basi.")
@click.option("--json", "as_json", is_flag=True, help="Cetak masalah sebagai baris JSON.")
@click.option("--quiet", is_flag=True, help="Jangan tampilkan kemajuan dan laporan.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder proyek. Tanpa ini: dicari dari folder ini ke atas.",
)
def build_command(
    slug: tuple[str, ...],
    out: Path | None,
    only: Part | None,
    profil: tuple[str, ...],
    jobs: int | None,
    as_of: str | None,
    publish: bool,
    as_json: bool,
    quiet: bool,
    lang: Language,
    root: Path | None,
) -> None:
    """Buat situs dan lembar cetak daerah yang disebut, atau semua daerah."""
    say = Speaker(lang)
    project = project_root(root)
    if project is None:
        fail(say("bukan folder proyek Selebaran: districts/_daftar.yml tidak ada"), 2)
    day = _day(as_of, say)
    if publish and (only or profil):
        fail(say("--publish menerbitkan situs dan semua lembar bersama; hapus --only dan --profil"), 2)
    registry = read_project(project)
    slugs = known_slugs(slug, registry, say)
    if publish and not slug:
        slugs = tuple(s for s in slugs if s not in registry.districts or not registry.districts[s].district.fictional)
    target = out or project / "dist"
    plan = Plan(project, target, slugs, day, only, _profiles(profil), jobs or os.cpu_count() or 1, publish)
    with reporter(say, quiet=quiet or as_json) as progress:
        report = build(plan, registry, progress)
    print_problems(report.problems, say, project, as_json=as_json)
    if not (quiet or as_json):
        print(report_text(report, _shown(target), say))
    sys.exit(1 if report.errors else 0)


def _profiles(chosen: tuple[str, ...]) -> tuple[Profile, ...]:
    """The profiles that were asked for, in their order: the first one that is made gives a piece its small picture."""
    if not chosen:
        return PROFILES
    return tuple(p for p in ALL_PROFILES if p in chosen or "semua" in chosen)


def _day(given: str | None, say: Speaker) -> date | None:
    try:
        if given:
            return date.fromisoformat(given)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return day_from_epoch(epoch) if epoch else None
    except (ValueError, OverflowError, OSError):
        if given:
            fail(say("tanggal '{isi}' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26", isi=given), 2)
        fail(say("SOURCE_DATE_EPOCH harus berupa banyaknya detik sejak 1970"), 2)


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else f"{relative}/"
