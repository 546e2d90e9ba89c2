"""districts/_provinsi/<slug>/ -> what a province says for all of its districts, between content/ and a district."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from selebaran.model.district import District
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import OwnText
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.province import Province, ProvinceFolder
from selebaran.model.telephone import Dialling
from selebaran.model.typed_file import TypedFile
from selebaran.read.own_text import OVERRIDES, PAGES, read_own
from selebaran.read.strangers import strangers
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.text import shown
from selebaran.read.validate import sound, validate
from selebaran.read.walk import walk
from selebaran.read.zones import foreign_zones
from selebaran.words.near import nearest

PROVINCES = "_provinsi"
VALUES = "provinsi.yml"


def province_slug(province: str) -> str:
    """The folder's name of a province: Jawa Barat, jawa-barat."""
    return re.sub(r"[^a-z0-9]+", "-", province.lower()).strip("-")


def province_file(name: str, province: str) -> str:
    """Where in the project a province's values stand, if it has any. `name` is the folder of all districts."""
    return f"{name}/{PROVINCES}/{province_slug(province)}/{VALUES}"


@dataclass(frozen=True)
class AsRead:
    """A province's folder before it is known which district asks: its own text, its values, every fault in both."""

    own: OwnText = field(default_factory=OwnText)
    source: YamlFile | None = None
    problems: tuple[Problem, ...] = ()


class Provinces:
    """What provinces share. Each folder is read once, however many districts it is for: else a heap in one of them
    would delay the build as often as it has districts."""

    def __init__(self, root: Path, name: str, kinds: Kinds | None) -> None:
        self.root, self.name, self._kinds = root, name, kinds
        self._read: dict[str, AsRead] = {}

    def of(self, district: District, where: Dialling) -> tuple[ProvinceFolder, list[Problem]]:
        """What a district's province shares with it, and every fault in that; nothing where it has no folder. `where`
        is what is known of telephones there."""
        inside = f"{PROVINCES}/{province_slug(district.province)}"
        if inside == f"{PROVINCES}/":  # a name without a Latin letter
            return ProvinceFolder(), []
        if inside not in self._read:
            self._read[inside] = _read(self.root, inside, self.name, self._kinds)
        read = self._read[inside]
        if read.source is None:
            return ProvinceFolder(own=read.own), [*read.problems]
        values, faults = validate(Province, read.source, where, self._kinds, district.zone)
        places = read.source.places
        if values is None:
            values, places = sound(Province, read.source, where, self._kinds, district.zone)
        faults = [*read.problems, *faults, *foreign_zones(read.source, district.zone)]
        if values is None:
            return ProvinceFolder(own=read.own), faults
        return ProvinceFolder(values, read.own, TypedFile(values, places)), faults


def _read(root: Path, inside: str, name: str, kinds: Kinds | None) -> AsRead:
    tree, problems = walk(root, inside, f"{name}/{inside}", (PAGES, OVERRIDES))
    if tree is None:
        return AsRead(problems=tuple(problems))
    own, faults = read_own(tree, "provinsi", kinds)
    problems += [*faults, *strangers(tree, (VALUES,), (PAGES, OVERRIDES))]
    raw, faults = tree.read(VALUES)
    problems += faults
    source = None
    if raw is not None:
        source, faults = read_yaml(raw, tree.place(VALUES).file)
        problems += faults
    return AsRead(own, source, tuple(problems))


def unknown_provinces(root: Path, name: str, provinces: Iterable[str]) -> dict[str, tuple[Problem, ...]]:
    """A problem for each folder of a province that no district names. `provinces` are the names that they give."""
    known = sorted({province_slug(province) for province in provinces})
    folder = root / PROVINCES
    there = sorted(p.name for p in folder.iterdir() if p.name[0] != ".") if folder.is_dir() else []
    return {
        f"{PROVINCES}/{one}": (
            problem(
                "provinsi-tidak-dikenal",
                Place(f"{name}/{PROVINCES}/{shown(one)}"),
                provinsi=shown(one),
                maksud=nearest(one, known),
            ),
        )
        for one in there
        if one not in known
    }
