"""The page that leads to all districts, by province."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from selebaran.compose.templates import Templates
from selebaran.compose.views import FactsView, Recorder
from selebaran.compose.words import Phone, day
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry


def compose_portal(registry: Registry, template: str, hosts: frozenset[str], as_of: date) -> str:
    """The portal's HTML: the districts whose web roots are there, under their provinces in alphabetical order.

    The made-up district stands apart; every build is a preview."""
    there = [folder for folder in registry.districts.values() if folder.host in hosts]
    real = sorted((f for f in there if not f.district.fictional), key=_order)
    care = Phone(FactsView(registry.facts, Recorder(), as_of).care_center)
    context = {
        "provinsi": [
            {"nama": name, "daerah": [_entry(f) for f in group]}
            for name, group in groupby(real, key=lambda f: f.district.province)
        ],
        "peragaan": [_entry(f) for f in there if f.district.fictional],
        "jumlah": len(real),
        "tanggal": day(as_of),
        "pratinjau": True,
        "care_center": str(care),
        "care_center_tel": care.tel,
    }
    return Templates("portal", {}).render(template, Place("templates/portal/index.html", 1), context)


def _order(folder: DistrictFolder) -> tuple[str, str, str]:
    district = folder.district
    return district.province, district.short_name, district.kind


def _entry(folder: DistrictFolder) -> dict[str, Any]:
    publisher = folder.district.publisher
    return {
        "nama": folder.district.name,
        "url": f"{folder.host}/",
        "alamat": folder.district.domain or "",
        "pratinjau": True,
        "penerbit": publisher.name if publisher else "",
    }
