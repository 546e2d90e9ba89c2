"""The letter to a district about sheets in circulation that are no longer true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from selebaran.compose.district.values import present_district
from selebaran.compose.edition import Composer
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.piece.editions import fact_changes, judge
from selebaran.compose.template.formats import day
from selebaran.model.campaign import Ask, Campaign
from selebaran.model.facts import FactRegister
from selebaran.model.paper import PaperEdition, Verdict
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish.survey import survey

VERDICTS = TypeAdapter(tuple[Verdict, ...])


@dataclass(frozen=True)
class Notice:
    """What one district has to take down, as a text to send."""

    slug: str
    verdicts: tuple[Verdict, ...]
    text: str


def notices(root: Path, registry: Registry, as_of: date, *, facts: frozenset[str], since: date | None) -> list[Notice]:
    """A notice for each district that has editions on paper which a change made wrong.

    `facts` (ids, or names of values) limits it to editions in which one of these was changed, `since` to changes of
    that day and later."""
    composer = Composer(registry)
    found = []
    slugs = tuple(slug for slug, folder in registry.districts.items() if folder.ledger)

    def ask(slug: str) -> tuple[Verdict, ...]:
        return _verdicts(registry.districts[slug], composer, registry, as_of)

    for slug, answer in survey(root, slugs, ask, VERDICTS):
        folder = registry.districts[slug]
        wrong = [v for v in _believed(answer, folder, registry, as_of) if _is_since(v, since)]
        if facts:
            wrong = [v for v in wrong if _concerns(v.edition, facts, registry.facts, as_of)]
        if wrong:
            found.append(Notice(slug, tuple(wrong), _letter(folder, wrong, registry.campaign, as_of)))
    return found


def _is_since(verdict: Verdict, since: date | None) -> bool:
    """Whether an edition is no longer true, and has become so on that day or later."""
    changed = verdict.since
    return verdict.state == "berubah" and (since is None or (changed is not None and changed >= since))


def _verdicts(folder: DistrictFolder, composer: Composer, registry: Registry, as_of: date) -> tuple[Verdict, ...]:
    """What is true of each edition of a ledger. A district that can't be published now has no newer sheets."""
    try:
        return composer.compose(folder.slug, as_of=as_of, profiles=(), published=True).verdicts
    except ProblemsFound:
        return _judged(folder, registry, as_of)


def _judged(folder: DistrictFolder, registry: Registry, as_of: date) -> tuple[Verdict, ...]:
    policy = FactPolicy(registry.facts, as_of, registry.campaign.ask, published=True)
    values = present_district(folder, as_of, registry.campaign)
    offices = registry.campaign.offices
    return tuple(judge(edition, policy, values, folder.ledger, None, offices) for edition in folder.ledger)


def _believed(
    answer: tuple[Verdict, ...] | Problem, folder: DistrictFolder, registry: Registry, as_of: date
) -> tuple[Verdict, ...]:
    """What a child says of the editions of its ledger; where it says nothing, or of others, there is no newer sheet."""
    if isinstance(answer, Problem) or [verdict.edition for verdict in answer] != list(folder.ledger):
        return _judged(folder, registry, as_of)
    return answer


def _concerns(edition: PaperEdition, wanted: frozenset[str], facts: FactRegister, as_of: date) -> bool:
    only = {
        fact: {name: text for name, text in stated.items() if fact in wanted or name in wanted}
        for fact, stated in edition.stated.items()
        if fact in wanted or wanted & stated.keys()
    }
    return bool(fact_changes(edition.model_copy(update={"stated": only}), facts, as_of)[0])


def _letter(folder: DistrictFolder, wrong: list[Verdict], campaign: Campaign, as_of: date) -> str:
    publisher = folder.district.publisher
    lines = [
        f"Kepada: {publisher.name if publisher else f'Dinas Kesehatan {folder.district.name}'}",
        f"Perihal: lembar {campaign.name} yang harus diturunkan",
        f"Tanggal: {day(as_of)}",
        "",
        "Lembar berikut tidak benar lagi. Turunkan yang terpasang, dan jangan bagikan sisanya.",
        "Nomor edisi tercetak pada lembarnya.",
        "",
    ]
    for number, verdict in enumerate(wrong, 1):
        edition = verdict.edition
        lines.append(f"{number}. {edition.title}, edisi {edition.code}, terbit {day(edition.published)}")
        lines.append("   Tidak benar lagi" + (f" sejak {day(verdict.since)}:" if verdict.since else ":"))
        lines += [f"   - {change}" for change in verdict.changes]
        lines.append(f"   Pengganti: {_successor(folder, verdict, campaign.ask)}")
        lines.append("")
    return "\n".join(lines)


def _successor(folder: DistrictFolder, verdict: Verdict, whom: Ask) -> str:
    """Where the newer sheet is. One that has a code and isn't in the ledger has yet to be published."""
    if verdict.successor in {edition.code for edition in folder.ledger}:
        where = f", di https://{folder.host}/unduh/" if folder.district.domain else ""
        return f"edisi {verdict.successor}{where}"
    state = "sedang disiapkan" if verdict.successor else "belum ada"
    return f"{state}. Sementara itu, arahkan warga ke {whom.called_in_full}."
