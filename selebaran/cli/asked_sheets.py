"""--lembar: the names that somebody gave -> the print pieces that are made only when asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail, project_root
from selebaran.compose.district.subdistricts import Subdistrict, subdistricts_of
from selebaran.model.region import folded
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.words.near import nearest

ALL = "semua"


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The pieces that a name which is being typed may become, for the shell; of a list, its last one."""
    root = project_root(ctx.params.get("root"))
    before, comma, last = incomplete.rpartition(",")
    known = sorted(path.parent.name for path in (root / "printables").glob("*/piece.yml")) if root else []
    return [f"{before}{comma}{name}" for name in (*known, ALL) if name.startswith(last)]


SHEETS_ASKED = click.option(
    "--lembar",
    multiple=True,
    metavar="NAMA",
    shell_complete=_names,
    help="Buat juga lembar ini, yang hanya dibuat bila diminta. Boleh beberapa, dipisah koma; semua: semuanya.",
)


AREA_ASKED = click.option(
    "--kecamatan",
    metavar="NAMA",
    help="Bersama --lembar: kode QR lembar itu membuka halaman kecamatan ini.",
)


def asked_area(
    given: str | None, sheets: Sequence[str], slugs: Sequence[str], registry: Registry, say: Speaker
) -> str | None:
    """The kecamatan that was asked for, by its part of an address; ends with code 2 where a district has none of this
    name, or no sheet is for it."""
    if given is None:
        return None
    if not sheets:
        fail(say("--kecamatan berlaku untuk lembar yang diminta; sebut juga --lembar NAMA"), 2)
    if registry.campaign.subdistricts is None:
        fail(say("kampanye ini tidak punya halaman kecamatan"), 2)
    folders = [registry.districts[slug] for slug in slugs if slug in registry.districts]
    found = {folder.slug: _called(given, subdistricts_of(folder.district)) for folder in folders}
    unknown = [folder for folder in folders if not found[folder.slug]]
    for folder in unknown:
        print(_no_area(given, folder, say), file=sys.stderr)
    if unknown:
        sys.exit(2)
    return next(iter(found.values()), None)


def _called(name: str, known: Sequence[Subdistrict]) -> str | None:
    return next((one.slug for one in known if one.is_called(name) or one.slug == name), None)


def _no_area(name: str, folder: DistrictFolder, say: Speaker) -> str:
    text = say("tidak ada kecamatan '{nama}' di {daerah}", nama=name, daerah=folder.slug)
    known = {folded(one.name): one.name for one in subdistricts_of(folder.district)}
    maksud = known.get(nearest(folded(name), known), "")
    return text + ("; " + say("maksudnya '{maksud}'?", maksud=maksud) if maksud else "")


def asked_sheets(given: Iterable[str], only: str | None, registry: Registry, say: Speaker) -> tuple[str, ...]:
    """The pieces that were asked for; ends with code 2 when one doesn't exist, or when no sheet is made. A piece
    that every build makes needs no asking, and may be named."""
    names = tuple(dict.fromkeys(name for text in given for name in (part.strip() for part in text.split(",")) if name))
    if names and only == "site":
        fail(say("--lembar membuat lembar cetak; hapus --only site"), 2)
    known = [piece.name for piece in registry.pieces]
    unknown = [name for name in names if name not in known and name != ALL]
    for name in unknown if known else ():
        print(_unknown(name, known, say), file=sys.stderr)
    if unknown and known:
        there = ", ".join(registry.when_asked) or say("belum ada")
        fail(f"  {say('saran')}: {say('yang dibuat bila diminta: {semua}', semua=there)}", 2)
    return tuple(name for name in registry.when_asked if ALL in names or name in names)


def _unknown(name: str, known: list[str], say: Speaker) -> str:
    text = say("tidak ada lembar '{nama}'", nama=name)
    maksud = nearest(name, [*known, ALL])
    return text + ("; " + say("maksudnya '{maksud}'?", maksud=maksud) if maksud else "")
