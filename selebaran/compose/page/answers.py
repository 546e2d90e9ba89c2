"""What the search of a district's site says by itself: answers from the register, and the card of emergencies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from dateutil.relativedelta import relativedelta

from selebaran.compose.district.findable import findables
from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.template.formats import Phone, day, fact_value
from selebaran.model.campaign import Campaign
from selebaran.model.district import District
from selebaran.model.facts import Fact
from selebaran.model.page import ComposedPage
from selebaran.model.registry import DistrictFolder
from selebaran.model.search import Answer, Call, Findable, FoundAnswer, SearchWords, Synonym, Urgent, UrgentCard

VALUE = re.compile(r"\{([a-z0-9_]+)\}")
"""A value of the register within an answer."""
TRUSTED = relativedelta(years=1)
"""So long after it was checked an office's own number stands where a minute counts."""


class Searched(TypedDict):
    """The fields of an edition that its search goes by."""

    findables: tuple[Findable, ...]
    answers: tuple[FoundAnswer, ...]
    urgent: UrgentCard | None
    search_words: SearchWords
    spoken_elsewhere: tuple[Synonym, ...]


def searched(
    words: SearchWords, campaign: Campaign, folder: DistrictFolder, policy: FactPolicy, pages: tuple[ComposedPage, ...]
) -> Searched:
    """What the search of a district's site finds beside these pages, and by which words."""
    district = folder.district
    here = words.spoken_in(None if district.fictional else district.province, district.languages)
    return {
        "findables": findables(folder, pages, campaign, policy.as_of),
        "answers": found_answers(here, policy, pages),
        "urgent": urgent_card(here.urgent, campaign, district, policy, pages),
        "search_words": here,
        "spoken_elsewhere": words.spoken_elsewhere(here),
    }


def found_answers(words: SearchWords, policy: FactPolicy, pages: Iterable[ComposedPage]) -> tuple[FoundAnswer, ...]:
    """The answers of which every value may be shown today, on pages that the site has."""
    known = _there(pages)
    every = (_found(answer, policy) for answer in words.answers)
    return tuple(answer for answer in every if answer and answer.page in known)


def _found(answer: Answer, policy: FactPolicy) -> FoundAnswer | None:
    names = VALUE.findall(answer.text)
    known = [policy.register.by_name[name] for name in names if name in policy.register.by_name]
    if len(known) < len(names) or any(policy.treatment(fact.id) in GONE for fact, _ in known):
        return None
    shown = {name: str(fact_value(value)) for name, (_, value) in zip(names, known, strict=True)}
    text = VALUE.sub(lambda found: shown[found[1]], answer.text)
    page, _, anchor = answer.told_at.partition("#")
    amounts = tuple(int(value.content) for _, value in known if value.kind == "rupiah")
    return FoundAnswer(f"{text}, {_seen([fact for fact, _ in known])}.", page, anchor, answer.said, amounts)


def _seen(facts: list[Fact]) -> str:
    """When the oldest of them was seen last."""
    days = [fact.seen_on for fact in facts]
    return f"kami lihat {day(min(filter(None, days)))}" if days and all(days) else "belum kami cocokkan"


def urgent_card(
    urgent: Urgent | None, campaign: Campaign, district: District, policy: FactPolicy, pages: Iterable[ComposedPage]
) -> UrgentCard | None:
    """The card, where the site has the campaign's page of emergencies."""
    if urgent is None or campaign.emergency is None or campaign.emergency.page not in _there(pages):
        return None
    own, shared = _own(urgent, district, policy.as_of), _shared(urgent, policy)
    return UrgentCard(campaign.emergency.page, urgent.title, (*own, *(call for call in shared if call not in own)))


def _own(urgent: Urgent, district: District, as_of: date) -> tuple[Call, ...]:
    """The number of the district's office, while its check is young."""
    office = district.contacts.get(urgent.contact or "")
    if office is None or not office.phone or office.checked_on + TRUSTED < as_of:
        return ()
    phone = Phone(office.phone.numbers)
    return (Call(str(phone.nomor[0]), phone.tel, office.name),)


def _shared(urgent: Urgent, policy: FactPolicy) -> tuple[Call, ...]:
    phone = policy.phone(urgent.fact) if urgent.fact else None
    if phone is None or urgent.fact is None:
        return ()
    fact, _ = policy.register.by_name[urgent.fact]
    called = fact.called(urgent.fact)
    return (Call(str(phone), phone.tel, f"{called[:1].upper()}{called[1:]}"),)


def _there(pages: Iterable[ComposedPage]) -> frozenset[str]:
    return frozenset(page.slug for page in pages if not page.withheld_for)
