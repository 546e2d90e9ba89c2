"""All districts -> those that have the name or the code of another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from selebaran.model.problem import Problem, problem
from selebaran.model.region import folded
from selebaran.model.registry import DistrictFolder
from selebaran.read.countersigned import holds

KEYS: tuple[tuple[str, str, Callable[[DistrictFolder], str]], ...] = (
    ("nama-dipakai-dua", "nama", lambda folder: folder.district.name),
    ("kode-dipakai-dua", "kode_kemendagri", lambda folder: folder.district.code),
)


def taken_twice(districts: Mapping[str, DistrictFolder]) -> dict[str, tuple[Problem, ...]]:
    """A problem for each name and code that another district has, under the slug of who may not have it. Kecamatan of
    one name lie in different places."""
    found: dict[str, list[Problem]] = {}
    owners: dict[tuple[str, str], DistrictFolder] = {}
    for folder in _by_right(districts.values()):
        for code, key, value_of in KEYS:
            value = value_of(folder)
            within = folder.district.parent or "" if key == "nama" else ""
            owner = owners.setdefault((key, folded(f"{value} {within}")), folder)
            if owner is not folder:
                place = folder.places["daerah.yml"].of(key)
                found.setdefault(folder.slug, []).append(problem(code, place, isi=value, slug=owner.slug))
    return {slug: tuple(problems) for slug, problems in found.items()}


def _by_right(folders: Iterable[DistrictFolder]) -> list[DistrictFolder]:
    """Who keeps a name that two have stands first: whom the centre has countersigned, then who isn't made up, then who
    stands first in the central list. So nobody stops a neighbour by taking its name."""
    return sorted(folders, key=lambda folder: (not holds(folder), folder.district.fictional))
