"""The pages of events: one for each, lists of them, and where they are offered."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.event import Event
from selebaran.model.registry import Registry
from tests.conftest import DEMO

DAY = date(2026, 11, 28)


def words(edition: Edition, slug: str) -> str:
    page = next(page for page in edition.pages if page.slug == slug)
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", page.html)).split())
    return re.sub(r" ([.,])", r"\1", text)


@pytest.fixture(scope="module")
def edition(composer: Composer) -> Edition:
    return composer.compose(DEMO, as_of=DAY, profiles=())


def changed(registry: Registry, *events: Event) -> Edition:
    folder = replace(registry.districts[DEMO], events=events)
    other = replace(registry, districts={DEMO: folder})
    return Composer(other).compose(DEMO, as_of=DAY, profiles=())


def test_each_event_has_a_page_with_what_people_ask(edition: Edition, registry: Registry) -> None:
    for event in registry.districts[DEMO].events:
        assert f"jadwal/{event.id}" in {page.slug for page in edition.pages}
    shown = words(edition, "jadwal/pos-pasar-rekaan")
    for said in ("Kamis, 3 Desember 2026", "08.30–13.00 WIB", "Pasar Rekaan Pagi", "Kartu Keluarga", "Penyelenggara"):
        assert said in shown
    html = next(page.html for page in edition.pages if page.slug == "jadwal/pos-pasar-rekaan")
    assert 'href="geo:-5.5000,105.0000"' in html
    assert 'href="kalender.ics"' in html


def test_the_page_of_an_event_that_comes_again_tells_of_single_days(edition: Edition) -> None:
    shown = words(edition, "jadwal/posyandu-rekaan-kasih")
    assert "Rabu kedua setiap bulan. Rebo kapindho saben sasi." in shown
    assert "Rabu, 14 April 2027, 08.00–11.00 WIB. Dibatalkan." in shown
    assert "Pindah dari Rabu, 10 Februari 2027" in shown
    assert "10 Maret 2027" not in shown


def test_a_travelling_service_shows_its_stops_in_order(edition: Edition) -> None:
    shown = words(edition, "jadwal/keliling-rekaan-hilir")
    stops = ["Balai Desa Rekaan Hulu", "Dermaga Rekaan Hilir", "Pasar Rekaan Hilir"]
    assert [shown.index(stop) for stop in stops] == sorted(shown.index(stop) for stop in stops)


def test_what_is_over_is_in_the_archive_and_in_no_list_of_what_comes(edition: Edition) -> None:
    assert "Cek status dan tanya JKN" in words(edition, "jadwal/arsip")
    assert "Cek status dan tanya JKN" not in words(edition, "jadwal/kecamatan")
    assert words(edition, "jadwal/cek-status-rekaan-jaya").startswith("Kegiatan ini sudah lewat.")


def test_a_cancelled_event_is_offered_nowhere(edition: Edition, registry: Registry) -> None:
    title = "Penyuluhan: kartu PBI tidak aktif"
    assert words(edition, "jadwal/penyuluhan-rekaan-makmur").startswith("Dibatalkan. Jangan datang.")
    listing = {page.slug for page in edition.pages if title in words(edition, page.slug)}
    assert listing == {"jadwal", "jv/jadwal"}
    home = next(page for page in edition.pages if page.slug == "beranda")
    assert title not in {event.title for event in home.meta.next_events}
    told = [place for place in edition.findables if place.title == title]
    assert all(place.text.startswith("Dibatalkan. ") for place in told)
    assert title not in edition.files["jadwal/rss.xml"].decode()


def test_where_every_event_is_cancelled_no_page_says_come(registry: Registry) -> None:
    events = registry.districts[DEMO].events
    edition = changed(registry, *(event.model_copy(update={"cancelled": True}) for event in events))
    for page in edition.pages:
        assert "Datang juga ke kegiatan" not in words(edition, page.slug), page.slug
        assert "Atau datang ke kegiatan terdekat" not in words(edition, page.slug), page.slug


def test_data_feed_and_text_to_paste_lead_to_the_pages(edition: Edition) -> None:
    data = json.loads(edition.files["jadwal/kegiatan.json"])
    first = data["kegiatan"][0]
    assert (data["per"], first["id"], first["mulai"]) == ("2026-11-28", "pos-pasar-rekaan", "2026-12-03T08:30+07:00")
    links = [
        link.text for link in ElementTree.fromstring(edition.files["jadwal/rss.xml"]).iterfind("channel/item/link")
    ]
    slugs = {page.slug for page in edition.pages}
    assert links
    assert {str(link).removeprefix("https://kab-contoh.example/").strip("/") for link in links} <= slugs
    paste = edition.files["jadwal/tempel/contoh-kota.txt"].decode()
    assert '<a href="https://kab-contoh.example/jadwal/pos-pasar-rekaan/">' in paste
    assert not re.search(r"<(script|iframe|img|link)\b", paste)


def test_a_district_without_events_has_none_of_these_pages(registry: Registry) -> None:
    edition = changed(registry)
    assert not [page.slug for page in edition.pages if page.slug.startswith("jadwal/")]
    assert not [name for name in edition.files if name.startswith("jadwal/")]


def test_hostile_words_stay_words(registry: Registry) -> None:
    nasty = '<script>x</script> [a](javascript:b) ]]> "'
    told = {"id": "x", "judul": nasty[:60], "jenis": "posyandu", "tanggal": "2026-12-03", "mulai": "08.00"}
    edition = changed(registry, Event.model_validate(told | {"tempat": nasty[:60], "bawa": [nasty], "catatan": nasty}))
    for page in edition.pages:
        assert "<script" not in page.html
        assert 'href="javascript' not in page.html
    assert b"<script" not in edition.files["jadwal/rss.xml"]
    assert "<title>(PRATINJAU) Kegiatan</title>" in edition.files["jadwal/rss.xml"].decode()
