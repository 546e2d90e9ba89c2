"""The names by which the portal finds a district: what else it is called, its kecamatan, its puskesmas, its villages.

The portal's page stays as light as it is: a phone fetches the names when somebody types, and of villages only those
that begin with the same two letters.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.regions import regions, villages_in

NAMES = "nama.js"
SHARD = "desa-{}.js"
BEGIN = 2
"""Letters that the names of a shard begin with."""


def name_files(registry: Registry, shown: Iterable[str], *, published: bool) -> Mapping[str, str]:
    """Scripts by file name. In the first, a line for each district that is shown: its host, then names after the word
    that says what they are; and by which letters there are villages. Places that nobody has confirmed are in no
    publication."""
    folders = [registry.districts[slug] for slug in sorted(shown) if not registry.districts[slug].district.fictional]
    also = {listed.slug: listed.also_called for listed in registry.listed}
    lines = ["\t".join((one.host, *_named(one, also.get(one.slug, ()), published=published))) for one in folders]
    shards = _shards({folder.district.code: folder for folder in folders if folder.district.code})
    files = {SHARD.format(begin): _script(rows) for begin, rows in sorted(shards.items())}
    return {NAMES: _script(lines, " ".join(sorted(shards))), **files}


def _named(folder: DistrictFolder, also: Iterable[str], *, published: bool) -> Iterator[str]:
    """The kinds of names, and the names of each, between semicolons."""
    district = folder.district
    areas = regions().subdistricts_at(district.code)
    for kind, names in (("", also), (district.terms.subdistrict, areas), *_places(folder, published=published)):
        if names:
            yield ";".join((kind, *names))


def _places(folder: DistrictFolder, *, published: bool) -> Iterator[tuple[str, list[str]]]:
    """The names of places, kind by kind."""
    found: dict[str, set[str]] = defaultdict(set)
    for facility in folder.facilities:
        found[facility.kind].add(facility.name)
    if folder.proposals and not published:
        found[folder.proposals.kind] |= {place.name for place in folder.proposals.places}
    for kind, names in sorted(found.items()):
        yield kind.replace("_", " "), sorted(names)


def _shards(folders: Mapping[str, DistrictFolder]) -> Mapping[str, list[str]]:
    """Villages by the letters that they begin with: the name, the host, and what a village is called there."""
    shards: dict[str, list[str]] = defaultdict(list)
    for code, name in villages_in(folders.keys()):
        folder = folders.get(code[:5]) or folders[code[:8]]
        shards[plain(name)[:BEGIN]].append("\t".join((name, folder.host, folder.district.terms.village)))
    return {begin: rows for begin, rows in shards.items() if len(begin) == BEGIN}


def plain(name: str) -> str:
    """Small letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", name).lower())


def _script(lines: list[str], shards: str = "") -> str:
    text = json.dumps("\n".join(lines), ensure_ascii=False)
    return f"self.portalNama({text}{f',{json.dumps(shards)}' if shards else ''})\n"
