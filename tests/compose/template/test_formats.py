"""Dates, money and telephones as Indonesians write them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest

from selebaran.compose.page.local_drawings import text_of
from selebaran.compose.piece.drawings import coloured, themes
from selebaran.compose.template.formats import ChatPhone, Phone, day, fact_value, hours, short_month, weekday
from selebaran.model.facts import FactValue
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling
from selebaran.model.telephone_field import read_telephone
from tests.conftest import DAY


def test_dates_and_times() -> None:
    assert day(date(2026, 11, 26)) == "26 November 2026"
    assert weekday(date(2026, 11, 27)) == "Jumat"
    assert short_month(date(2026, 8, 1)) == "Agu 2026"
    assert hours(time(9), timedelta(hours=12, minutes=30), "WITA") == "09.00–12.30 WITA"
    assert hours(time(8), None, "WIT") == "08.00 WIT"


@pytest.mark.parametrize(
    ("kind", "content", "shown"),
    [
        ("rupiah", "35000", "Rp35.000"),
        ("rupiah", "30000000", "Rp30.000.000"),
        ("angka", "331", "331"),
        ("persen", "5", "5%"),
        ("telepon", "0811-8165-165", "0811-8165-165"),
        ("situs", "lapor.go.id", "lapor.go.id"),
        ("tanggal", "2026-02-01", "1 Februari 2026"),
        ("teks", "11 juta", "11 juta"),
    ],
)
def test_values_of_the_register(kind: str, content: str, shown: str) -> None:
    assert fact_value(FactValue.model_validate({"jenis": kind, "isi": content})) == shown


def test_links_that_dial_a_number() -> None:
    phone = Phone(read_telephone("0811-8165-165 / 165", Dialling(short=frozenset(["165"]))).numbers)
    assert [(number, number.tel) for number in phone.nomor] == [
        ("0811-8165-165", "tel:+628118165165"),
        ("165", "tel:165"),
    ]
    assert phone.wa == "https://wa.me/628118165165"
    assert phone.tautan == "[0811-8165-165](tel:+628118165165) / [165](tel:165)"
    assert ChatPhone(phone.numbers[:1]).tautan == "[0811-8165-165](https://wa.me/628118165165)"


def test_a_fact_is_overdue_from_the_day_on_which_it_should_be_checked_again(registry: Registry) -> None:
    fact = registry.facts.by_id["IUR-01"]
    assert fact.check_again is not None
    assert fact.is_overdue(fact.check_again)
    assert not fact.is_overdue(date.fromordinal(fact.check_again.toordinal() - 1))
    assert registry.facts.by_id["IUR-01"].is_overdue(DAY)


def test_drawings_for_print_hold_no_variable_and_take_the_colours_of_their_theme(registry: Registry) -> None:
    found = themes(registry.print_files["tokens.css"])
    for name, svg in registry.drawings.items():
        for theme in ("terang", "di-kunyit", "satu"):
            assert "var(" not in coloured(svg, found[theme], None), name
    family = registry.drawings["keluarga"]
    assert "#f2b01e" in coloured(family, found["terang"], None).lower()
    assert "#f2b01e" not in coloured(family, found["satu"], None).lower()
    assert 'viewBox="1 2 3 4"' in coloured(family, found["terang"], "1 2 3 4")


def test_a_drawing_for_the_photocopier_has_no_colour_and_no_grey(registry: Registry) -> None:
    found = themes(registry.print_files["tokens.css"])
    for name, svg in registry.drawings.items():
        for theme in ("hemat", "satu"):
            colours = re.findall(r"#[0-9a-f]{3,6}\b", coloured(svg, found[theme], None).lower())
            assert {colour[1:] for colour in colours} <= {"000", "fff", "000000", "ffffff"}, name


def test_every_scene_of_the_campaign_says_what_it_shows(registry: Registry) -> None:
    texts = {name: text_of(registry.drawings[name]) for name in registry.own_drawings}
    assert len(set(texts.values())) == len(texts) > 30
    assert [name for name, text in texts.items() if not 3 <= len(text) <= 100 or "<" in text] == []


def test_drawings_are_small_titled_and_free_of_text(registry: Registry) -> None:
    for name, svg in registry.drawings.items():
        assert len(svg.encode()) < 6500, name
        assert "<title" in svg, name
        assert "<text" not in svg, name
