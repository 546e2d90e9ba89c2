"""What residents are told of changes: what register, district and ledgers know, each with its day, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import row_of
from selebaran.compose.page.changed import with_days_of_change
from selebaran.compose.page.changes import with_changes
from selebaran.model.calendar import CalendarEntry
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import Change, PageMeta
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage
from tests.asked import ASK
from tests.conftest import DEMO

TODAY = date(2026, 11, 28)
ENTRY = {
    "id": "UJI-01",
    "topik": "Tarif uji",
    "kalimat": "Tarifnya begini.",
    "nilai": {"tarif": {"jenis": "rupiah", "isi": "35000", "sebutan": "tarif tiap bulan"}},
    "sumber": ["Karangan"],
    "selang_periksa_hari": "30",
    "periksa_lagi": "2027-11-20",
    "bila_lewat": "tandai",
    "terbit": "ya",
    "keyakinan": "B",
}


def check(on: str, **former: str) -> dict[str, object]:
    return {"tanggal": on, "oleh": "Ibu Rekaan", "sumber": "Karangan", "semula": former}


@pytest.fixture
def folder(registry: Registry) -> DistrictFolder:
    """A district that has written nothing."""
    return registry.districts["kab-nduga"]


def told(registry: Registry, folder: DistrictFolder, fact: Mapping[str, object], on: date = TODAY) -> list[Change]:
    """What is told of a site of three pages: one that states the fact and its value, one that states it alone."""
    policy = FactPolicy(FactRegister((Fact.model_validate({**ENTRY, **fact}),)), on, ASK, published=True)
    facts = frozenset(("UJI-01",))
    shows = Usage(facts=facts, values=frozenset(("tarif",)))
    made = [
        ComposedPage("iuran", "", PageMeta("Berapa iuran saya?", "", "iuran"), shows, {"": shows}),
        ComposedPage("daftar", "", PageMeta("Cara mendaftar", "", "daftar"), Usage(facts=facts)),
        ComposedPage("tentang", "", PageMeta("Tentang situs ini", "", "tentang"), shows),
    ]
    pages = {
        page.slug: page for page in with_changes(made, registry.pages, folder, policy, "tentang", registry.uncommon)
    }
    assert not pages["iuran"].meta.changes
    return list(pages["tentang"].meta.changes)


def test_where_nothing_is_known_nothing_is_told(registry: Registry, folder: DistrictFolder) -> None:
    assert told(registry, folder, {}) == []


def test_a_value_is_told_as_it_was_and_as_it_became_with_the_pages_that_show_it(
    registry: Registry, folder: DistrictFolder
) -> None:
    found = told(
        registry, folder, {"riwayat": [check("2026-02-01", tarif="25500"), check("2026-08-01", tarif="30000")]}
    )
    assert [(one.on, one.subject, one.values) for one in found] == [
        (date(2026, 8, 1), "Tarif tiap bulan", "Rp30.000 menjadi Rp35.000"),
        (date(2026, 2, 1), "Tarif tiap bulan", "Rp25.500 menjadi Rp30.000"),
    ]
    assert {one.pages for one in found} == {(("Berapa iuran saya?", "iuran/"),)}
    assert [one.gone_from for one in found] == [date(2027, 8, 1), date(2027, 2, 1)]


def test_a_value_that_may_not_be_shown_is_not_told_either(registry: Registry, folder: DistrictFolder) -> None:
    """Until it may not, the page has it, with the day."""
    fact = {"riwayat": [check("2026-11-01", tarif="25500")], "bila_lewat": "tahan", "periksa_lagi": "2027-01-10"}
    (before,) = told(registry, folder, fact)
    assert (before.values, before.told_until) == ("Rp25.500 menjadi Rp35.000", date(2027, 1, 10))
    (after,) = told(registry, folder, fact, date(2027, 1, 10))
    assert (after.words, after.values) == ("berubah", "")


def test_a_sentence_is_told_as_it_was_and_as_it_is_without_what_stayed(
    registry: Registry, folder: DistrictFolder
) -> None:
    fact = {
        "kalimat": "Bayar di bank. Gratis bagi bayi. Bawa KTP.",
        "riwayat": [
            check("2026-02-01", kalimat="Bayar di bank."),
            check("2026-08-01", kalimat="Bayar di bank. Bawa KK."),
        ],
    }
    assert [(one.words, one.said) for one in told(registry, folder, fact)] == [
        ("keterangannya diperbaiki", (("Semula", "“Bawa KK”"), ("Kini", "“Gratis bagi bayi. Bawa KTP”"))),
        ("keterangannya diperbaiki", (("Kini ditambah", "“Bawa KK”"),)),
    ]
    hidden = {**fact, "bila_lewat": "tahan", "periksa_lagi": "2026-11-01"}
    assert {one.said for one in told(registry, folder, hidden)} == {()}


def test_an_abbreviation_is_told_with_its_long_form_once_but_for_those_that_all_know(
    registry: Registry, folder: DistrictFolder
) -> None:
    fact = {
        "kalimat": "Berobat dengan JKN di puskesmas.",
        "riwayat": [check("2026-02-01", kalimat="Berobat di FKTP, di FKTP yang sama.")],
    }
    (change,) = told(registry, folder, fact)
    assert change.said == (
        ("Semula", "“Berobat di FKTP (fasilitas kesehatan tingkat pertama), di FKTP yang sama”"),
        ("Kini", "“Berobat dengan JKN di puskesmas”"),
    )


def test_the_day_of_a_page_is_that_of_the_newest_change_of_its_facts(folder: DistrictFolder) -> None:
    history = [check("2026-02-01", kalimat="Bayar di bank."), check("2026-08-01")]
    fact = Fact.model_validate({**ENTRY, "riwayat": history, "sumber_per": "2025-05-01"})
    page = ComposedPage("iuran", "", PageMeta("", "", "iuran", facts=(row_of(fact, TODAY, published=True),)), Usage())
    days = [next(iter(with_days_of_change((page,), folder, day))).meta.changed_on for day in (date(2026, 1, 1), TODAY)]
    assert days == [date(2025, 5, 1), date(2026, 2, 1)]


def test_what_a_check_found_unchanged_is_no_change(registry: Registry, folder: DistrictFolder) -> None:
    assert told(registry, folder, {"riwayat": [check("2026-11-01"), check("2026-11-02", keyakinan="D")]}) == []


def test_an_end_that_is_known_is_told_from_its_day_on_for_a_year(registry: Registry, folder: DistrictFolder) -> None:
    ends = {"berakhir": "2027-01-01"}
    (coming,) = told(registry, folder, ends)
    assert (coming.subject, coming.words) == ("Tarif uji", "tidak berlaku lagi")
    assert (coming.shows_from, coming.gone_from) == (date(2027, 1, 1), date(2028, 1, 1))
    assert told(registry, folder, ends, date(2027, 1, 1))[0].shows_from is None
    assert told(registry, folder, ends, date(2028, 1, 1)) == []


def test_events_and_sheets_are_told_of_once_they_were_told_otherwise(
    registry: Registry, folder: DistrictFolder
) -> None:
    first = CalendarEntry.model_validate(
        {
            "id": "pos",
            "urutan": "0",
            "terbit": "2026-11-01",
            "sidik": "0" * 16,
            "judul": "Pos",
            "tanggal": "2026-11-28",
            "mulai": "08.00",
            "terakhir": "2026-11-28",
        }
    )
    sheet = {"lembar": "leaflet", "judul": "Lembar daftar", "alamat": "iuran", "sidik": "0" * 64}
    sheets = [
        PaperEdition.model_validate({**sheet, "kode": f"p1-9-{code}", "terbit": on})
        for code, on in (("aaaaaa", "2026-10-01"), ("bbbbbb", "2026-11-20"))
    ]
    found = told(registry, replace(folder, calendar=(first,), ledger=tuple(sheets)), {})
    assert [(one.on, one.subject, one.words) for one in found] == [
        (TODAY, "Pos", "dicabut dari jadwal"),
        (date(2026, 11, 20), "Lembar daftar", "lembar cetaknya berganti edisi"),
    ]
    assert found[1].pages == (("Edisi p1-9-bbbbbb", "e/p1-9-bbbbbb/"),)


def test_the_feed_tells_what_changed_without_values(composer: Composer) -> None:
    """Readers of feeds keep what they got."""
    made = composer.compose(DEMO, as_of=TODAY, profiles=())
    about = next(page for page in made.pages if page.slug == "tentang")
    assert about.meta.feed == "tentang/rss.xml"
    items = ElementTree.fromstring(made.files["tentang/rss.xml"]).findall("channel/item")
    assert [item.findtext("title") for item in items] == [f"{one.subject}: {one.words}" for one in about.meta.changes]
    there = {f"https://kab-contoh.example/{page.address}" for page in made.pages}
    assert {item.findtext("link") for item in items} <= there
    assert len({item.findtext("guid") for item in items}) == len(items)
