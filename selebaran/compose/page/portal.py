"""The page that leads to all districts, by province."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.template.engine import Templates
from selebaran.compose.template.formats import day
from selebaran.compose.template.views import Values
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry


def compose_portal(
    registry: Registry, template: str, shown: frozenset[str], published: frozenset[str], as_of: date
) -> str:
    """The portal's HTML: the districts that are shown, by slug, under their provinces in alphabetical order.

    The made-up district stands apart. The portal is a preview unless all that it shows is published."""
    there = [folder for slug, folder in registry.districts.items() if slug in shown]
    real = sorted((f for f in there if not f.district.fictional), key=_order)
    made_up = [folder for folder in there if folder.district.fictional]
    policy = FactPolicy(registry.facts, as_of, registry.campaign.ask, published=shown <= published)
    care = policy.phone_to_ask
    context = {
        "provinsi": _by_province(real, published),
        "peragaan": [_entry(folder, published) for folder in made_up],
        "jumlah": len(real),
        "tanggal": day(as_of),
        "pratinjau": not policy.published,
        "care_center": str(care) if care else "",
        "care_center_tel": care.tel if care else "",
    }
    return Templates("portal", {}).render(template, Place("templates/portal/index.html", 1), context)


def _by_province(folders: list[DistrictFolder], published: frozenset[str]) -> list[Values]:
    groups = groupby(folders, key=lambda folder: folder.district.province)
    return [{"nama": name, "daerah": tuple(_entry(folder, published) for folder in group)} for name, group in groups]


def _order(folder: DistrictFolder) -> tuple[str, str, str]:
    district = folder.district
    return district.province, district.short_name, district.kind


def _entry(folder: DistrictFolder, published: frozenset[str]) -> Values:
    publisher = folder.district.publisher
    return {
        "nama": folder.district.name,
        "url": f"{folder.host}/",
        "alamat": folder.district.domain or "",
        "pratinjau": folder.slug not in published,
        "penerbit": publisher.name if publisher else "",
    }
