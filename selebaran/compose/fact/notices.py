"""What a publication left out or replaced, as problems: each names the fact, the page or piece, and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.district import District
from selebaran.model.edition import Card, PieceOutcome
from selebaran.model.facts import Fact, FactState, Treatment
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.read.countersigned import unsigned


def refusals(folder: DistrictFolder) -> list[Problem]:
    """Why a district may not be published at all: errors at their places in daerah.yml, and what the centre has yet to
    countersign."""
    district, places = folder.district, folder.places["daerah.yml"]
    own = [problem(code, places.of(key), slug=folder.slug) for code, key in _refusals(district)]
    return [*own, *unsigned(folder, published=True)]


def _refusals(district: District) -> Iterator[tuple[str, str]]:
    if district.fictional:
        yield "terbit-rekaan", "rekaan"
    if district.identity == "rancu":
        yield "terbit-rancu", "identitas"
    if district.consent is None:
        yield "terbit-tanpa-persetujuan", "persetujuan"
    elif district.domain and not district.consent.controls_domain:
        yield "terbit-domain", "persetujuan"


def page_notices(page: ComposedPage, policy: FactPolicy) -> Iterator[Problem]:
    """What a page replaces, block by block, or why it is withheld."""
    for name in page.withheld_for:
        place = next((_place(page, b) for b, treated in page.treated.items() if name in treated), _file(page))
        yield _warning(f"halaman-ditahan{_ending(name, policy)}", place, name, policy, halaman=page.slug)
    if page.withheld_for:
        return
    for block, treated in page.treated.items():
        for name, how in treated.items():
            if how in (Treatment.REPLACE, Treatment.WITHHOLD):
                code, part = f"fakta-diganti{_ending(name, policy)}", f"{page.slug}#{block}" if block else page.slug
                yield _warning(code, _place(page, block), name, policy, bagian=part)


def piece_notices(outcome: PieceOutcome, policy: FactPolicy) -> Iterator[Problem]:
    """Why a piece is withheld: one problem for each fact."""
    place = Place(outcome.source.place.file.replace("piece.html", "piece.yml"))
    for name, reason in outcome.withheld.items():
        code = "lembar-ditahan-keyakinan" if reason == "keyakinan" else f"lembar-ditahan{_ending(name, policy)}"
        yield _warning(code, place, name, policy, lembar=outcome.name)


def card_notices(cards: Iterable[Card], policy: FactPolicy) -> Iterator[Problem]:
    """Why pictures are withheld: one problem for each fact, with all that wait for it."""
    waiting: dict[str, dict[str, str]] = {}
    for card in cards:
        for outcome in card.made.values():
            for name, reason in outcome.withheld.items():
                waiting.setdefault(name, {})[card.name] = reason
    for name, found in sorted(waiting.items()):
        code = "lembar-ditahan-keyakinan" if "keyakinan" in found.values() else f"lembar-ditahan{_ending(name, policy)}"
        yield _warning(code, Place("content/kampanye.yml"), name, policy, lembar=f"gambar {', '.join(found)}")


def _place(page: ComposedPage, block: str) -> Place:
    """Where the words of a block stand: in the district's override, if there is one."""
    override = page.overridden.get(block)
    return override.place if override else page.origins[block]


def _file(page: ComposedPage) -> Place:
    return Place(f"content/{page.slug}.md")


def _ending(name: str, policy: FactPolicy) -> str:
    state = policy.register.by_id[name].state(policy.as_of)
    return {FactState.NOT_PUBLISHABLE: "-tertutup", FactState.ENDED: "-berakhir"}.get(state, "")


def _warning(code: str, place: Place, name: str, policy: FactPolicy, **values: str) -> Problem:
    fact = policy.register.by_id[name]
    return warning(code, place, id=name, topik=fact.topic, sejak=_since(fact), keyakinan=fact.confidence, **values)


def _since(fact: Fact) -> str:
    found: date | None = fact.ends_on or fact.check_again
    return found.isoformat() if found else "–"


def all_notices(
    pages: Iterable[ComposedPage], outcomes: Iterable[PieceOutcome], cards: Iterable[Card], policy: FactPolicy
) -> tuple[Problem, ...]:
    """Every notice of an edition; a preview withholds nothing."""
    if not policy.published:
        return ()
    found = [notice for page in pages for notice in page_notices(page, policy)]
    found += [notice for outcome in outcomes for notice in piece_notices(outcome, policy)]
    return (*found, *card_notices(cards, policy))
