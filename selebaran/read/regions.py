"""selebaran/data/wilayah.csv -> the regions of Indonesia, read once."""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from selebaran.model.region import PREFIXES, Region, Regions, folded
from selebaran.words.near import nearest

TABLE = Path(__file__).parent.parent / "data" / "wilayah.csv"
"""Its source is told beside it. No name in it has a comma or a quote."""

VILLAGES = TABLE.with_name("desa.csv.gz")

NEAR = 0.75
"""How like a name has to be. Half of the letters of a short one are another one's by chance."""


@cache
def regions() -> Regions:
    """The table that the program carries. It is no part of a project: no editor can change who a region is."""
    _, *lines = TABLE.read_text("utf-8").splitlines()
    return Regions(dict(line.split(",", 1) for line in lines))


def villages_in(codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Code and name of every village of these regions."""
    _, *lines = gzip.decompress(VILLAGES.read_bytes()).decode("utf-8").splitlines()
    for line in lines:
        if line[:5] in codes or line[:8] in codes:
            code, name = line.split(",", 1)
            yield code, name


def nearest_region(text: str) -> Region | None:
    """The kabupaten or kota whose name is nearest; of the kind that the text names, if one of that kind is near. The
    kind itself makes no name look like another."""
    found = re.match(r"(kab|kota)\w*[\s.-]+(?=\S)", text.strip(), re.I)
    kind, wanted = (found[1].lower(), folded(text.strip()[found.end() :])) if found else ("", folded(text))
    of_kind = {folded(r.name): r for r in regions().districts.values() if not kind or PREFIXES[r.kind] == kind}
    every = {folded(region.name): region for region in regions().districts.values()}
    for names in (of_kind, every):
        if near := nearest(wanted, names, NEAR):
            return names[near]
    return None
