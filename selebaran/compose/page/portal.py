"""The page that leads to all districts, by province."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from markupsafe import Markup

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.frame import asked_of, asked_values
from selebaran.compose.template.engine import Templates
from selebaran.compose.template.formats import bold, day
from selebaran.compose.template.views import Values
from selebaran.model.campaign import Portal, Scene
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry


def compose_portal(
    registry: Registry,
    words: Portal,
    template: str,
    shown: frozenset[str],
    published: frozenset[str],
    as_of: date,
    clock: Values,
) -> str:
    """The portal's HTML, in the campaign's `words`: the districts that are shown, by slug, under their provinces in
    alphabetical order. `clock` is what the page hands to the script that asks the reader's.

    The made-up district stands apart. The portal is a preview unless all that it shows is published."""
    there = [folder for slug, folder in registry.districts.items() if slug in shown]
    real = sorted((f for f in there if not f.district.fictional), key=_order)
    made_up = [folder for folder in there if folder.district.fictional]
    policy = FactPolicy(registry.facts, as_of, registry.campaign.ask, published=shown <= published)
    context = {
        "provinsi": _by_province(real, published, registry.portal is not None),
        "peragaan": [_entry(folder, published) for folder in made_up],
        "jumlah": len(real),
        "tanggal": day(as_of),
        "jam": {**clock, "skrip": Markup(clock["skrip"])},
        "pratinjau": not policy.published,
        "portal": _words(words),
        "tanya": {**asked_values(asked_of(policy)), "ke": Markup(policy.ask)},
    }
    return Templates("portal", {}).render(template, Place("templates/portal/index.html", 1), context)


def _words(words: Portal) -> Values:
    return {
        "judul": words.title,
        "merek": words.brand,
        "ringkas": words.description,
        "pembuka": words.opening,
        "tentang": tuple(Markup(bold(text)) for text in words.about),
        "darurat": Markup(bold(words.emergency)) if words.emergency else None,
        "gambar": tuple(map(_scene, words.scenes)),
        "contoh_pencarian": words.example,
    }


def _scene(scene: Scene) -> Values:
    crop = scene.crop.split()
    width, height = (round(float(side)) for side in crop[2:])
    return {"seni": scene.drawing, "kotak": ",".join(crop), "lebar": width, "tinggi": height}


def _by_province(folders: list[DistrictFolder], published: frozenset[str], has_host: bool) -> list[Values]:
    groups = groupby(folders, key=lambda folder: folder.district.province)
    return [
        {"nama": name, "daerah": tuple(_entry(folder, published, has_host) for folder in group)}
        for name, group in groups
    ]


def _order(folder: DistrictFolder) -> tuple[str, str, str]:
    district = folder.district
    return district.province, district.short_name, district.kind


def _entry(folder: DistrictFolder, published: frozenset[str], has_host: bool = False) -> Values:
    """A district. A portal that has a host of its own leads to the host of what is published, else to its folder in
    the output, which is there where somebody looks at a preview."""
    publisher, domain = folder.district.publisher, folder.district.domain
    leads_out = has_host and domain and folder.slug in published
    return {
        "nama": folder.district.name,
        "url": f"https://{domain}/" if leads_out else f"../situs/{folder.host}/",
        "alamat": folder.district.domain or "",
        "pratinjau": folder.slug not in published,
        "penerbit": publisher.name if publisher else "",
    }
