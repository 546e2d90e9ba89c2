"""Whom a sheet says to ask: the campaign's numbers, each a fact that the sheet then states; or its place."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest

from selebaran.check.templates import check_templates
from selebaran.compose.edition import Composer
from selebaran.model.campaign import Ask, AskByMessage, AskByPhone
from selebaran.model.edition import PieceOutcome
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY, SHORT

SLUG = "kab-uji"
PLACE = "posko desa"
PHONE = AskByPhone(nilai="care_center", sebutan="Posko")
CHAT = AskByMessage(nilai="pandawa", sebutan="Pesan posko")
NOBODY, BY_PHONE, BY_CHAT, BOTH = (
    Ask(tempat=PLACE, telepon=phone, pesan=chat)
    for phone, chat in ((None, None), (PHONE, None), (None, CHAT), (PHONE, CHAT))
)
CARD = "kartu-darurat"
"""A sheet whose foot is the one that all sheets share."""
POSTER = "poster-cukup-ktp"
WITH_BOX = "{% block kaki %}{{ self.telepon() }}{{ super() }}{% endblock %}"
"""It has their call box above it."""


@pytest.fixture(scope="module")
def base() -> Registry:
    return read_project(BASE)


def sheet(
    registry: Registry, html: str, ask: Ask | None = None, day: date = DAY, *, published: bool = False
) -> PieceOutcome:
    """The small project's sheet with a text of its own."""
    (source,) = registry.pieces
    campaign = registry.campaign.model_copy(update={"ask": ask} if ask else {})
    changed = dataclasses.replace(registry, campaign=campaign, pieces=(dataclasses.replace(source, html=html),))
    (made,) = Composer(changed).compose(SLUG, as_of=day, profiles=("layar",), published=published).outcomes
    return made


def stated(outcome: PieceOutcome) -> set[str]:
    assert outcome.edition is not None
    return {name for values in outcome.edition.stated.values() for name in values}


def texts(registry: Registry, slug: str, ask: Ask, name: str, more: str = "") -> str:
    """The words of a real sheet of the project under a campaign with these numbers."""
    source = next(source for source in registry.pieces if source.name == name)
    sheets = (dataclasses.replace(source, html=source.html + more),)
    campaign = registry.campaign.model_copy(update={"ask": ask})
    changed = dataclasses.replace(registry, campaign=campaign, pieces=sheets)
    (outcome,) = Composer(changed).compose(slug, as_of=DAY, profiles=("kantor",)).outcomes
    assert "<p></p>" not in outcome.made[0].html
    return " ".join(re.sub(r"<[^>]+>", " ", outcome.made[0].html).split())


def test_a_number_on_a_sheet_is_a_fact_that_the_sheet_states(base: Registry) -> None:
    made = sheet(base, "<p>{{ tanya.telepon.nomor }} {{ tanya.pesan.tautan }}</p>")
    assert "<p>165 https://wa.me/628118165165</p>" in made.made[0].html
    assert stated(made) == {"care_center", "pandawa"}


def test_a_sheet_that_only_asks_for_a_number_states_none(base: Registry) -> None:
    made = sheet(
        base, "{% if tanya.telepon and not tanya.telepon.sudah_disebut %}<p>{{ tanya.telepon.sebutan }}</p>{% endif %}"
    )
    assert "<p>Care Center</p>" in made.made[0].html
    assert stated(made) == set()


def test_an_overdue_number_keeps_the_sheet_from_publication(base: Registry) -> None:
    later = date(2036, 1, 1)
    assert list(sheet(base, "<p>{{ tanya.telepon.nomor }}</p>", day=later, published=True).withheld) == ["TEL-01"]
    assert not sheet(base, "<p>{{ tanya.tempat }}</p>", day=later, published=True).withheld


def test_a_sheet_knows_that_it_has_said_the_number_already(base: Registry) -> None:
    said = "<p>{{ 'lagi' if tanya.telepon.sudah_disebut else 'baru' }}</p>"
    assert "<p>lagi</p>" in sheet(base, "{{ fakta.care_center }}" + said).made[0].html
    assert "<p>baru</p>" in sheet(base, said + "{{ fakta.care_center }}").made[0].html


def test_what_a_template_misspells_is_named_with_its_line_in_every_branch(base: Registry) -> None:
    (source,) = base.pieces
    html = "{% if tanya.pesan %}\n{{ tanya.pesan.nomer }}{% endif %}"
    (fault,) = check_templates(dataclasses.replace(base, pieces=(dataclasses.replace(source, html=html),)))
    assert (fault.code, fault.place.line, dict(fault.values)["maksud"]) == ("isian-tidak-dikenal", 2, "nomor")


@pytest.mark.parametrize(
    ("ask", "box", "foot"),
    [
        (BOTH, "Ada pertanyaan? Telepon 165 Pesan posko 0811-8165-165", "Pindai kodenya."),
        (BY_PHONE, "Ada pertanyaan? Telepon 165", "Pindai kodenya."),
        (BY_CHAT, "Ada pertanyaan? Pesan posko 0811-8165-165", "Pindai kodenya."),
        (NOBODY, f"Ada pertanyaan? Tanyakan ke {PLACE} .", f"Pindai kodenya. Ada pertanyaan? Tanyakan ke {PLACE} ."),
    ],
)
def test_the_call_box_has_what_the_campaign_has(registry: Registry, ask: Ask, box: str, foot: str) -> None:
    text = texts(registry, SHORT, ask, CARD, WITH_BOX)
    assert box in text
    assert foot in text


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (BOTH, "Pesan posko 0811-8165-165"),
        (BY_PHONE, "Posko 165"),
        (BY_CHAT, "Pesan posko 0811-8165-165"),
        (NOBODY, f"Tanyakan ke {PLACE}."),
    ],
)
def test_a_poster_without_a_site_says_whom_to_ask(registry: Registry, ask: Ask, line: str) -> None:
    assert line in texts(registry, "kab-tanggamus", ask, POSTER)
