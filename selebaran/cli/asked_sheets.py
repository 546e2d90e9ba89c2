"""--lembar and --kecamatan: the names that somebody gave -> print pieces that are made only when asked for, and a
kecamatan."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.compose.district.subdistricts import Subdistrict, subdistricts_of
from selebaran.model.region import folded
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.words.near import nearest

ALL = "semua"


def asked_area(
    given: str | None, sheets: Sequence[str], slugs: Sequence[str], registry: Registry, say: Speaker
) -> str | None:
    """The kecamatan that was asked for, by its part of an address; ends with code 2 where a district has none of this
    name, or no sheet is for it."""
    if given is None:
        return None
    _can_have_area(sheets, registry, say)
    folders = [registry.districts[slug] for slug in slugs if slug in registry.districts]
    found = {folder.slug: _called(given, subdistricts_of(folder.district)) for folder in folders}
    unknown = [_no_area(given, folder, say) for folder in folders if not found[folder.slug]]
    if unknown:
        fail("\n".join(unknown), 2)
    return next(iter(found.values()), None)


def _can_have_area(sheets: Sequence[str], registry: Registry, say: Speaker) -> None:
    """Ends with code 2 where no sheet is for a kecamatan, or none has a page."""
    if not sheets:
        fail(say("--kecamatan berlaku untuk lembar yang diminta; sebut juga --lembar NAMA"), 2)
    if registry.campaign.subdistricts is None:
        fail(say("kampanye ini tidak punya halaman kecamatan"), 2)


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
    names = tuple(dict.fromkeys(filter(None, (part.strip() for text in given for part in text.split(",")))))
    if names and only == "site":
        fail(say("--lembar membuat lembar cetak; hapus --only site"), 2)
    _all_known(names, registry, say)
    return tuple(name for name in registry.when_asked if ALL in names or name in names)


def _all_known(names: Iterable[str], registry: Registry, say: Speaker) -> None:
    """Ends with code 2 and every name that no piece has. Where no piece could be read, that is told otherwise."""
    known = [piece.name for piece in registry.pieces]
    unknown = [name for name in names if name not in (*known, ALL)] if known else []
    for name in unknown:
        print(_unknown(name, known, say), file=sys.stderr)
    if unknown:
        there = ", ".join(registry.when_asked) or say("belum ada")
        fail(f"  {say('saran')}: {say('yang dibuat bila diminta: {semua}', semua=there)}", 2)


def _unknown(name: str, known: list[str], say: Speaker) -> str:
    text = say("tidak ada lembar '{nama}'", nama=name)
    maksud = nearest(name, [*known, ALL])
    return text + ("; " + say("maksudnya '{maksud}'?", maksud=maksud) if maksud else "")
