"""What a district's folder becomes for templates: events that come again, outreach, and the same names everywhere."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from selebaran.compose.district.events import next_events
from selebaran.compose.district.values import present_district
from selebaran.compose.template.views import Recorder, View
from selebaran.model.event import Event
from selebaran.model.registry import Registry
from tests.conftest import DAY, DEMO, SHORT

WEEKLY = {"tiap": "pekan", "sampai": "2026-12-24"}


def event(day: str, **more: Any) -> Event:
    typed = {"judul": "Penyuluhan", "jenis": "penyuluhan", "tanggal": day, "mulai": "09.00", "tempat": "Balai Desa"}
    return Event.model_validate(typed | more)


def presented(registry: Registry, *events: Event, as_of: date = DAY, slug: str = SHORT) -> dict[str, Any]:
    return present_district(dataclasses.replace(registry.districts[slug], events=events), as_of, registry.campaign)


def days(values: dict[str, Any]) -> list[str]:
    return [shown["tanggal"] for shown in values["kegiatan"]]


def test_a_weekly_event_comes_on_the_same_weekday_until_its_last_day(registry: Registry) -> None:
    values = presented(registry, event("2026-11-12", ulang=WEEKLY))
    december = [f"{day} Desember 2026" for day in (3, 10, 17, 24)]
    assert days(values) == ["26 November 2026", *december]
    assert {shown["hari"] for shown in values["kegiatan"]} == {"Kamis"}
    assert {shown["ulang"] for shown in values["kegiatan"]} == {"setiap Kamis"}


def test_days_that_are_left_out_are_not_shown_even_the_first(registry: Registry) -> None:
    rule = {**WEEKLY, "kecuali": ["2026-11-26", "2026-12-24"]}
    values = presented(registry, event("2026-11-26", ulang=rule))
    assert days(values) == ["3 Desember 2026", "10 Desember 2026", "17 Desember 2026"]


@pytest.mark.parametrize(
    ("first", "rhythm", "found"),
    [
        ("2026-12-08", "Selasa kedua setiap bulan", ["8 Desember 2026", "12 Januari 2027", "9 Februari 2027"]),
        ("2026-12-25", "Jumat keempat setiap bulan", ["25 Desember 2026", "22 Januari 2027", "26 Februari 2027"]),
        ("2026-11-30", "Senin terakhir setiap bulan", ["30 November 2026", "28 Desember 2026", "25 Januari 2027"]),
    ],
)
def test_a_monthly_event_keeps_weekday_and_week(registry: Registry, first: str, rhythm: str, found: list[str]) -> None:
    values = presented(registry, event(first, ulang={"tiap": "bulan", "sampai": "2030-01-31"}))
    assert days(values)[:3] == found
    assert values["kegiatan"][0]["ulang"] == rhythm


@pytest.mark.parametrize(("every", "number"), [("pekan", 52), ("bulan", 12)])
def test_no_event_is_written_out_for_more_than_twelve_months(registry: Registry, every: str, number: int) -> None:
    values = presented(registry, event("2024-01-04", ulang={"tiap": every, "sampai": "2028-12-31"}))
    assert len(values["kegiatan"]) == number
    assert days(values)[0].endswith("2026")
    assert days(values)[-1].endswith("November 2027")


def test_the_day_itself_still_counts_and_the_last_year_of_the_calendar_is_no_fault(registry: Registry) -> None:
    repeated = event("2026-11-21", ulang=WEEKLY)
    assert days(presented(registry, repeated))[0] == "21 November 2026"
    assert presented(registry, repeated, as_of=date.max)["kegiatan"] == ()


def test_cancelling_a_repeated_event_cancels_every_day(registry: Registry) -> None:
    values = presented(registry, event("2026-11-26", ulang=WEEKLY, batal="ya"))
    assert [shown["batal"] for shown in values["kegiatan"]] == [True] * 5


def test_hours_are_those_of_the_district(registry: Registry) -> None:
    zone = registry.districts["kota-jayapura"].district.zone
    values = presented(registry, event("2026-11-26", ulang=WEEKLY, selesai="11.30"), slug="kota-jayapura")
    assert zone == "WIT"
    assert {shown["jam"] for shown in values["kegiatan"]} == {"09.00–11.30 WIT"}


def test_events_stand_in_order_also_under_their_months(registry: Registry) -> None:
    values = presented(
        registry, event("2026-12-03", judul="Satu kali", mulai="08.00"), event("2026-11-26", ulang=WEEKLY)
    )
    assert days(values)[:3] == ["26 November 2026", "3 Desember 2026", "3 Desember 2026"]
    assert [shown["judul"] for shown in values["kegiatan"]][1] == "Satu kali"
    months = [(group["bulan"], len(group["kegiatan"])) for group in values["kegiatan_per_bulan"]]
    assert months == [("November 2026", 1), ("Desember 2026", 1)]
    assert values["kegiatan_per_bulan"][0]["kegiatan"][0]["ulang"] == "setiap Kamis"


def test_the_programme_of_a_day_is_shown(registry: Registry) -> None:
    values = presented(registry, event("2026-11-26", jenis="hari_jkn", acara=["08.00 pembukaan", "09.00 cek status"]))
    assert values["kegiatan"][0]["acara"] == ("08.00 pembukaan", "09.00 cek status")
    assert values["kegiatan"][0]["ulang"] is None


def test_the_demonstration_district_shows_every_field(registry: Registry) -> None:
    values = present_district(registry.districts[DEMO], DAY, registry.campaign)
    assert values["keadaan"] == {
        "status": "uhc_prioritas",
        "sebutan": "UHC Prioritas",
        "per_tanggal": "1 Oktober 2026",
        "sumber": "Karangan untuk peragaan",
    }
    assert values["bantuan_daerah"]["syarat"][0].startswith("KTP")
    assert values["kontak"]["pengaduan"]["telepon"].tel == "tel:00001006"
    assert values["testimoni"][0] | {"teks": ""} == {
        "inisial": "S.M.",
        "tempat": "Contoh Utara",
        "teks": "",
        "tanggal": "2 November 2026",
    }
    assert values["forum"]["nama"]
    for name in ("agen", "tim_pemandu", "pos_bantuan", "mitra", "perahu"):
        assert values[name], name
    assert any(place["jam_khusus"] for place in values["puskesmas"])
    assert any(shown["ulang"] for shown in values["kegiatan"])
    assert any(shown["acara"] for shown in values["kegiatan"])


def test_a_field_that_may_be_empty_is_empty_somewhere_in_the_demonstration(registry: Registry) -> None:
    """So that a template which prints it without a condition fails at once."""
    values = present_district(registry.districts[DEMO], DAY, registry.campaign)
    for name, field in (
        ("agen", "telepon"),
        ("tim_pemandu", "nama"),
        ("tim_pemandu", "telepon"),
        ("perahu", "catatan"),
    ):
        assert {bool(entry[field]) for entry in values[name]} == {True, False}, f"{name}.{field}"


def test_every_name_is_there_for_every_district_and_empty_is_false(registry: Registry) -> None:
    full, bare = (present_district(registry.districts[slug], DAY, registry.campaign) for slug in (DEMO, SHORT))
    assert names(bare) == names(full)
    view = View(bare, "daerah", Recorder())
    empty = ("keadaan", "bantuan_daerah", "agen", "tim_pemandu", "pos_bantuan", "mitra", "testimoni", "forum", "perahu")
    assert [name for name in (*empty, "capaian") if getattr(view, name)] == []
    assert not view.kontak.pengaduan


def names(values: dict[str, Any]) -> dict[str, Any]:
    """The names in a record and in the records within it; lists have no names of their own."""
    return {key: names(value) if isinstance(value, dict) else None for key, value in values.items()}


def test_the_home_page_has_the_events_that_are_held_the_soonest_first() -> None:
    events = [event("2026-11-25", batal="ya"), event("2026-12-03", judul="Ketiga"), event("2026-11-27", judul="Kedua")]
    shown = next_events(events, "WIB", DAY)
    assert [(one.title, one.weekday, one.day_of_month, one.month) for one in shown] == [
        ("Kedua", "Jumat", "27", "Nov 2026"),
        ("Ketiga", "Kamis", "3", "Des 2026"),
    ]
    assert next_events(events[:1], "WIB", DAY) == ()
    assert next_events(events, "WIB", date(2026, 12, 4)) == ()
