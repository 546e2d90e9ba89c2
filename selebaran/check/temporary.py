"""Pages that are there for a time may be led to by links of texts alone: sheets, the ways in of the home page and the
campaign lead to pages that are always there."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.check.campaign import FILE as CAMPAIGN
from selebaran.check.campaign import pages_of
from selebaran.model.page import HOME
from selebaran.model.problem import Problem, problem
from selebaran.model.registry import Registry

KEYS = ("tayang", "sampai")


def check_temporary(registry: Registry) -> Iterator[Problem]:
    """Pages with a first day, or a last one, that something leads to which can't wait for them."""
    needed: dict[str, dict[str, None]] = {}
    for slug, file in _needed(registry):
        needed.setdefault(slug, {})[file] = None
    for page in registry.pages:
        for key, day in zip(KEYS, (page.front.shows_from, page.front.last_day), strict=True):
            if day and page.slug in needed:
                place = page.head_places.get(key, page.place)
                yield problem(
                    "halaman-harus-ada", place, kunci=key, halaman=page.slug, berkas=", ".join(needed[page.slug])
                )


def _needed(registry: Registry) -> Iterator[tuple[str, str]]:
    """The slugs of pages that have to be there always, each with a file that leads to it."""
    yield from ((str(name).partition("#")[0], CAMPAIGN) for _, name in pages_of(registry.campaign) if name)
    for piece in registry.pieces:
        for name in (piece.spec.target, *piece.spec.part_names):
            yield name.partition("#")[0], piece.places.of("alamat").file
    for page in registry.pages:
        yield from ((choice.target.strip("/"), page.place.file) for choice in page.front.choices)
    yield HOME, f"content/{HOME}.md"
