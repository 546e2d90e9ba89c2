"""Which districts are made both ways: some by chance, and those that are known to be hard."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from dataclasses import replace

from selebaran.compose.page.bare import is_bare
from selebaran.compose.page.plain_records import is_nearly_bare
from selebaran.model.district import District, ListedDistrict
from selebaran.model.registry import DistrictFolder, Registry

HOSTILE = "kab-bernama-sulit"
"""The slug of a made-up district, of which nothing is put in place."""
NAME = "Mage'abume & [“{{ 7*7 }}”]</b>/{0}%"
"""What may stand in no real name: marks of templates, of HTML, of Markdown, of addresses."""
EAST = "9"
"""How the codes of the six provinces of Papua begin (Ministry of Home Affairs, 91 to 96)."""


def chosen(registry: Registry, made: Collection[str], count: int, seed: int) -> tuple[str, ...]:
    """So many of the districts that were `made`, with `HOSTILE` for one that is made up: first one in which everything
    is filled in, the hostile one, one of Papua, the one with the longest name, one that has nothing but names and
    one that has plain events or places besides; the others by chance. With the same seed they are the same. The first
    one is real."""
    here = [slug for slug in registry.slugs if slug in made]
    by_chance = random.Random(seed)
    named = (slug for told in _joined(registry, here) for slug in by_chance.sample(told, min(len(told), 1)))
    hard = list(dict.fromkeys((*_hard(registry, here), *named)))[:count]
    rest = [slug for slug in here if slug not in hard]
    return (*hard, *by_chance.sample(rest, min(len(rest), count - len(hard))))


def _joined(registry: Registry, here: list[str]) -> tuple[list[str], list[str]]:
    """The districts that have nothing but names, and those that have plain events or places besides."""
    bare = [slug for slug in here if is_bare(registry.districts[slug])]
    more = [slug for slug in here if slug not in bare and is_nearly_bare(registry.districts[slug])]
    return bare, more


def _hard(registry: Registry, here: list[str]) -> Iterator[str]:
    of = {slug: registry.districts[slug].district for slug in here}
    filled_in = [slug for slug in here if of[slug].fictional]
    in_papua = [slug for slug in here if of[slug].code.startswith(EAST)]
    by_length = sorted(here, key=lambda slug: -len(of[slug].name))
    first, *others = (*filled_in[:1], *in_papua[:1], *by_length[:1], "")
    yield from filter(None, (first, HOSTILE if first else "", *others))


def with_hostile(registry: Registry, made: Collection[str]) -> Registry:
    """The registry with the hostile district: one that has everything, under another name."""
    here = [registry.districts[slug] for slug in registry.slugs if slug in made]
    folder = max(here, key=lambda one: one.district.fictional)
    listed = ListedDistrict.model_validate({"slug": HOSTILE})
    known = {**registry.districts, HOSTILE: _hostile(folder)}
    return replace(registry, listed=(*registry.listed, listed), districts=known)


def _hostile(folder: DistrictFolder) -> DistrictFolder:
    district = folder.district
    first, *others = district.subdistricts or ("",)
    values = {"name": f"Kabupaten {NAME}", "short_name": NAME, "domain": None}
    areas = (NAME, *others) if first else ()
    made: District = district.model_copy(update={**values, "subdistricts": areas})
    return replace(folder, slug=HOSTILE, district=made)
