"""What programs read of a page is what people read there, and true on every later day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from selebaran.site.linked_data import PageData
from selebaran.site.search_text import plain
from tests.conftest import DEMO, SHORT

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def demo(registry: Registry) -> Edition:
    return Composer(registry).compose(DEMO, as_of=DAY, profiles=())


def page_of(edition: Edition, slug: str) -> ComposedPage:
    return next(page for page in edition.pages if page.slug == slug)


def data_of(edition: Edition, page: ComposedPage) -> list[dict[str, Any]]:
    text = PageData(edition.frame, {one.slug: one.meta.title for one in edition.pages}).of(page)
    found: list[dict[str, Any]] = json.loads(text)["@graph"] if text else []
    return found


def test_an_event_is_told_with_its_hours_in_the_zone_of_its_district(demo: Edition) -> None:
    trail, event = data_of(demo, page_of(demo, "jadwal/pos-pasar-rekaan"))[:2]
    assert [step["item"] for step in trail["itemListElement"]] == [
        "https://kab-contoh.example/",
        "https://kab-contoh.example/jadwal/",
        "https://kab-contoh.example/jadwal/pos-pasar-rekaan/",
    ]
    assert [event[name] for name in ("@type", "startDate", "endDate", "eventStatus")] == [
        "Event",
        "2026-12-03T08:30:00+07:00",
        "2026-12-03T13:00:00+07:00",
        "https://schema.org/EventScheduled",
    ]
    assert event["location"]["name"] == "Pasar Rekaan Pagi"


def test_an_event_that_is_called_off_says_so(demo: Edition) -> None:
    states = {day["eventStatus"] for page in demo.pages for day in data_of(demo, page) if day["@type"] == "Event"}
    assert "https://schema.org/EventCancelled" in states


def test_every_question_has_an_answer_that_stands_on_the_page_and_stays(demo: Edition) -> None:
    page = page_of(demo, "tanya-jawab")
    asked = data_of(demo, page)[1]["mainEntity"]
    words = plain(page.html).replace(" ", "")
    assert len(asked) > 20
    assert [one["name"] for one in asked if one["acceptedAnswer"]["text"].replace(" ", "") not in words] == []
    changing = replace(page, html=page.html.replace("<p>Seluruh", '<p data-sampai="2027-01-01">Seluruh'))
    assert len(data_of(demo, changing)[1]["mainEntity"]) == len(asked) - 1


def test_a_publisher_is_named_only_where_there_is_one(demo: Edition, registry: Registry) -> None:
    real = Composer(registry).compose(SHORT, as_of=DAY, profiles=())
    (known,), (unknown,) = (data_of(one, page_of(one, "beranda")) for one in (demo, real))
    assert known["publisher"]["name"] == demo.frame.names.publisher
    assert "publisher" not in unknown


def test_pages_that_nobody_should_list_say_nothing(demo: Edition) -> None:
    found = {page.slug for page in demo.pages if not data_of(demo, page)}
    assert {"offline", "siapkan-acara"} <= found
    assert data_of(replace(demo, frame=replace(demo.frame, address=None)), page_of(demo, "iuran")) == []
