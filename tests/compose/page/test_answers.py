"""Answers of the register, and whom the card of emergencies calls."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from selebaran.compose.edition import Composer
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.answers import found_answers, urgent_card
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.model.search import LEAST, UrgentCard
from tests.conftest import DAY, DEMO


def edition(composer: Composer, slug: str = DEMO) -> Edition:
    return composer.compose(slug, as_of=DAY, profiles=())


def card_on(registry: Registry, composer: Composer, day: date) -> UrgentCard | None:
    policy = FactPolicy(registry.facts, day, registry.campaign.ask, published=False)
    district = registry.districts[DEMO].district
    return urgent_card(registry.search_words.urgent, registry.campaign, district, policy, edition(composer).pages)


def test_an_answer_has_its_values_their_amounts_and_its_day(composer: Composer) -> None:
    (found,) = [answer for answer in edition(composer).answers if answer.amounts == (35000,)]
    assert found.text.startswith("Kelas III: Rp35.000 per orang, per bulan, kami lihat ")
    assert (found.page, found.anchor) == ("iuran", "tabel")


def test_what_may_not_be_shown_today_does_not_answer(registry: Registry, composer: Composer) -> None:
    later = FactPolicy(registry.facts, date(2032, 1, 1), registry.campaign.ask, published=True)
    found = found_answers(registry.search_words, later, edition(composer).pages)
    assert not [answer for answer in found if answer.amounts]


def test_the_districts_own_number_stands_first_while_its_check_is_young(registry: Registry, composer: Composer) -> None:
    office = registry.districts[DEMO].district.contacts["psc119"]
    young = card_on(registry, composer, office.checked_on + timedelta(days=300))
    old = card_on(registry, composer, office.checked_on + timedelta(days=400))
    assert young is not None
    assert old is not None
    assert [call.number for call in young.calls] == [str(office.phone), "119"]
    assert [call.number for call in old.calls] == ["119"]


def test_regional_words_are_those_of_the_province_and_all_others_wait_for_whoever_asks(
    registry: Registry, composer: Composer
) -> None:
    def said(slug: str) -> set[str]:
        return {word for entry in edition(composer, slug).search_words.synonyms for word in entry.said}

    everything = {word for entry in registry.search_words.synonyms for word in entry.said}
    waiting = {word for entry in edition(composer, DEMO).spoken_elsewhere for word in entry.said}
    assert {"ora", "nyanda"} <= waiting - said(DEMO)
    assert all(len(word) < LEAST for word in everything - said(DEMO) - waiting)
    assert {"ora", "teu"} <= said("kab-serang")
    assert not {"nyanda", "pitih"} & said("kab-serang")
    assert "nyanda" in said("kota-bitung")


def test_without_the_page_there_is_no_card(composer: Composer, registry: Registry) -> None:
    bare = dataclasses.replace(edition(composer), pages=())
    policy = FactPolicy(registry.facts, DAY, registry.campaign.ask, published=False)
    district = registry.districts[DEMO].district
    assert urgent_card(registry.search_words.urgent, registry.campaign, district, policy, bare.pages) is None
