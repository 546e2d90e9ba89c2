"""Addresses live on: none that was published gets lost, none is claimed twice, and what is closed leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.own import DOWNLOADS, is_reserved
from selebaran.model.address import AnyPage, PublishedAddress, renamed
from selebaran.model.language import Languages
from selebaran.model.own_text import NEWS
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import DistrictFolder, Registry


def check_addresses(registry: Registry) -> Iterator[Problem]:
    """What shared pages say of addresses in vain."""
    pages = (*registry.pages, *registry.closed)
    yield from _claims(pages, pages, registry.campaign.languages)
    yield from _closings(registry.closed, (page.slug for page in registry.pages), renamed(pages))


def check_own_addresses(folder: DistrictFolder, registry: Registry) -> Iterator[Problem]:
    """What a district's own pages say of addresses in vain, and which ones its site would lose."""
    shared = (*registry.pages, *registry.closed)
    own = tuple(page for page in folder.own.pages if page.language is None)
    every: tuple[AnyPage, ...] = (*shared, *own)
    yield from _claims(every, own, registry.campaign.languages)
    yield from _in_the_way(own, registry.former)
    open_pages = (*(page.slug for page in every if not page.front.closed), NEWS)
    yield from _closings((page for page in own if page.front.closed), open_pages, renamed(every))
    unread = {fault.place.file for fault in registry.shared_problems}
    yield from _lost((entry for entry in folder.addresses if entry.file not in unread), every)


def _claims(pages: Collection[AnyPage], judged: Collection[AnyPage], languages: Languages) -> Iterator[Problem]:
    """Old addresses that another page has, or has had, or a language. All `pages` count; the `judged` are told."""
    there = {page.slug: page for page in pages}
    seen: dict[str, Place] = {}
    for page in pages:
        for index, old in enumerate(page.front.former):
            place = page.head_places.get(f"dahulu.{index}", page.place)
            if old in there or is_reserved(old, languages):
                if page in judged:
                    owner = there[old].place.file if old in there else "situs"
                    yield problem("alamat-lama-dipakai", place, alamat=old, berkas=owner)
            elif old in seen and page in judged:
                yield problem("alamat-lama-ganda", place, alamat=old, berkas=seen[old].file, baris=seen[old].line)
            seen.setdefault(old, place)


def _in_the_way(own: Collection[AnyPage], former: Mapping[str, str]) -> Iterator[Problem]:
    """Own pages at an address that a shared page had."""
    for page in own:
        if page.slug in former:
            yield problem("alamat-dipakai", Place(page.place.file), alamat=page.slug)


def _closings(
    closed: Collection[AnyPage] | Iterator[AnyPage], there: Collection[str] | Iterator[str], former: Mapping[str, str]
) -> Iterator[Problem]:
    """Pages that are closed and lead to none that is there, or to one that is closed itself."""
    known = Addresses(dict.fromkeys((*there, DOWNLOADS)), {})
    for page in closed:
        target = page.front.closed or ""
        if target not in known:
            place = page.head_places.get("ditutup", page.place)
            meant = _end_of(target, former) or known.meant(target)
            yield problem(
                "ditutup-tanpa-arah", place, tujuan=target, maksud=meant if meant in known else "", halaman=page.slug
            )


def _end_of(slug: str, former: Mapping[str, str]) -> str:
    """Where one arrives who follows from page to page; nowhere where that is a circle."""
    passed: list[str] = []
    while slug in former and slug not in passed:
        passed.append(slug)
        slug = former[slug]
    return "" if slug in passed or not passed else slug


def _lost(told: Iterator[PublishedAddress], pages: Collection[AnyPage]) -> Iterator[Problem]:
    """Published addresses at which nothing would stand any more."""
    slugs = [page.slug for page in pages if not page.front.closed]
    kept = {page.slug for page in pages} | renamed(pages).keys()
    for entry in told:
        if entry.address not in kept:
            meant = Addresses(dict.fromkeys(slugs)).meant(entry.address)
            files = {page.slug: page.place.file for page in pages}
            yield problem("alamat-hilang", Place(entry.file), alamat=entry.address, maksud=files.get(meant, ""))
