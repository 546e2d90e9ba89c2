"""What `bagikan` in content/kampanye.yml names must be there: parts of pages, drawings, pages; each name but once."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.compose.page.parts import NoPart, find_part
from selebaran.compose.template.engine import unknown
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.model.sharing import DrawingSpec, PictureSpec
from selebaran.read.text import shown
from selebaran.words.near import nearest


def check_sharing(registry: Registry) -> Iterator[Problem]:
    """Everything that the pictures of a campaign name in vain. Of pages that couldn't be read, nothing can be said."""
    sharing, places = registry.campaign.sharing, registry.campaign_places
    if sharing is None or any(fault.place.file.endswith(".md") for fault in registry.shared_problems):
        return
    if sharing.events:
        yield from _drawing(sharing.events, places.of("bagikan", "kegiatan", "seni"), registry)
    known: dict[str, int] = {}
    for i, group in enumerate(sharing.groups):
        for k, spec in enumerate(group.pictures):
            loc: Loc = ("bagikan", "kelompok", i, "gambar", k)
            yield from _parts(spec, loc, registry)
            yield from _drawing(spec, places.of(*loc, "seni"), registry)
            slugs = [page.slug for page in registry.pages]
            if spec.page and spec.page not in slugs:
                meant = nearest(spec.page, slugs)
                yield problem("tautan-putus", places.of(*loc, "ke"), tujuan=shown(spec.page), maksud=meant)
            place = places.of(*loc, "nama")
            if spec.name in known:
                yield problem("gambar-bagikan-ganda", place, nama=spec.name, baris=known[spec.name])
            known.setdefault(spec.name, place.line)


def _parts(spec: PictureSpec, loc: Loc, registry: Registry) -> Iterator[Problem]:
    pages = {page.slug: page for page in registry.pages}
    named: list[tuple[str, Loc]] = [
        (spec.heading, ("judul",)),
        *((name, ("isi", n)) for n, name in enumerate(spec.parts)),
    ]
    for name, key in named:
        try:
            find_part(pages, name)
        except NoPart as fault:
            yield problem(fault.code, registry.campaign_places.of(*loc, *key), **fault.values)


def _drawing(spec: DrawingSpec, place: Place, registry: Registry) -> Iterator[Problem]:
    if spec.drawing not in registry.drawings:
        yield unknown("seni-tidak-ada", spec.drawing, list(registry.drawings), place)
