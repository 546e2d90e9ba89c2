"""What daerah.yml says of who a district is, held against the table of regions."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.district import District
from selebaran.model.places import Places
from selebaran.model.problem import Problem, problem
from selebaran.model.region import NOBODYS, Region, bare, folded, shortens
from selebaran.read.regions import nearest_region, regions

KIND = "jenis"


def check_identity(district: District, slug: str, places: Places) -> list[Problem]:
    """Every key that says something else than the table. Who is made up stands in no table."""
    if district.fictional:
        return []
    region = _meant(district, slug)
    if region is None:
        return [] if district.code.startswith(NOBODYS) else [_unknown(district, places)]
    keys = [(key, typed, right) for key, typed, right, holds in _compared(district, region) if not holds]
    return [_other(key, typed, right, region, places) for key, typed, right in keys]


def _meant(district: District, slug: str) -> Region | None:
    """The region of a folder: the centre gives it its name. Where that is none of the table's, the code decides, unless
    the name is that of another region."""
    found = regions().of_slug(slug)
    if len(found) > 1:
        return _of_many(district, found)
    return found[0] if found else _without_slug(district)


def _of_many(district: District, found: tuple[Region, ...]) -> Region:
    """Of kecamatan of one name, the one of the code, else the one that lies where the district says."""
    parent = folded(district.parent or "")
    by_code = [region for region in found if region.code == district.code]
    return (by_code or [region for region in found if folded(region.parent) == parent] or found)[0]


def _without_slug(district: District) -> Region | None:
    by_code = regions().at(district.code)
    candidates = ((by_code,) if by_code else ()) + regions().called(district.name)
    return next((region for region in candidates if _is_called(district.name, region)), by_code)


def _is_called(name: str, region: Region) -> bool:
    if region.kind == "kecamatan":
        return bare(name) != name and folded(bare(name)) == folded(region.name)
    return folded(name) == folded(region.full_name)


def _compared(district: District, region: Region) -> Iterator[tuple[str, str, str, bool]]:
    """Each key with what was typed, what is right, and whether that agrees."""
    short = district.short_name
    parent = district.parent or ""
    yield "nama", district.name, region.full_name, _is_called(district.name, region)
    starts_with_kind = folded(short) == folded(region.full_name) or _is_called(short, region)
    yield "nama_pendek", short, region.name, shortens(short, region.name) and not starts_with_kind
    yield KIND, district.kind, region.kind, district.kind == region.kind
    yield "provinsi", district.province, region.province, district.province == region.province
    yield "kode_kemendagri", district.code, f'"{region.code}"', district.code == region.code
    yield "zona_waktu", district.zone, region.zone, district.zone == region.zone
    if region.parent:
        yield "induk", parent, region.parent, folded(parent) == folded(region.parent)


def _other(key: str, typed: str, right: str, region: Region, places: Places) -> Problem:
    place = places.of(key) if (key,) in places.values else places.of(KIND)
    whole = f"{region.full_name}, {region.parent or region.province}"
    return problem("wilayah-tidak-cocok", place, kunci=key, isi=typed, benar=right, wilayah=whole)


def _unknown(district: District, places: Places) -> Problem:
    """That neither folder nor code nor name is known: the region whose name is nearest is told."""
    near = nearest_region(district.name)
    values = {"maksud": near.full_name if near else "", "benar": f'"{near.code}"' if near else ""}
    return problem(
        "wilayah-tidak-dikenal", places.of("kode_kemendagri"), isi=district.code, nama=district.name, **values
    )
