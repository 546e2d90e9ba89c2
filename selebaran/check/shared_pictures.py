"""What `bagikan` in content/kampanye.yml names must be there: parts of pages, drawings, pages; each name but once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    every: list[tuple[PictureSpec, Loc]] = [
        (spec, ("bagikan", "kelompok", i, "gambar", k))
        for i, group in enumerate(sharing.groups)
        for k, spec in enumerate(group.pictures)
    ]
    for spec, loc in every:
        yield from _parts(spec, loc, registry)
        yield from _drawing(spec, places.of(*loc, "seni"), registry)
        yield from _page(spec, places.of(*loc, "ke"), registry)
    yield from _twice([(spec.name, places.of(*loc, "nama")) for spec, loc in every])


def _page(spec: PictureSpec, place: Place, registry: Registry) -> Iterator[Problem]:
    slugs = [page.slug for page in registry.pages]
    if spec.page and spec.page not in slugs:
        yield problem("tautan-putus", place, tujuan=shown(spec.page), maksud=nearest(spec.page, slugs))


def _twice(names: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    known: dict[str, int] = {}
    for name, place in names:
        if name in known:
            yield problem("gambar-bagikan-ganda", place, nama=name, baris=known[name])
        known.setdefault(name, place.line)


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
