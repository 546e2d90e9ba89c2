"""A district's outreach: what must be there, what may be missing, and that the guide tells of every key."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import BaseModel

from selebaran.compose.district.events import present_events
from selebaran.model import outreach
from selebaran.model.district import Directory, District, Schedule
from selebaran.model.event import Event
from selebaran.model.identity import Consent
from selebaran.model.recurrence import Recurrence
from selebaran.model.registry import Registry
from selebaran.model.rrule import Rule, end_of
from selebaran.model.rrule_text import RuleFault, read_rule
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from tests.conftest import DEMO, ROOT
from tests.read.skema.records import KINDS
from tests.test_docs import GUIDE, aliases, fences

BASE = (ROOT / "tests/rusak/_dasar/districts/kab-uji/daerah.yml").read_text("utf-8")
EVENT = "kegiatan:\n  - judul: x\n    jenis: posyandu\n    tanggal: 2026-11-26\n    mulai: 09.00\n    tempat: x\n"


def faults(text: str, record: type[BaseModel] = District) -> list[tuple[str, str]]:
    source, problems = read_yaml(text.encode(), "a.yml")
    assert source is not None, problems
    found = validate(record, source, kinds=KINDS)[1]
    return [(p.code, dict(p.values).get("kunci", "")) for p in found]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("keadaan: {status: uhc, sumber: x}", [("kunci-hilang", "keadaan.per_tanggal")]),
        ("keadaan: {status: uhc, per_tanggal: 2026-10-01}", [("kunci-hilang", "keadaan.sumber")]),
        ("keadaan: {status: sudah, per_tanggal: 2026-10-01, sumber: x}", [("pilihan-tidak-sah", "keadaan.status")]),
        (
            "bantuan_daerah: {nama: x, sumber: x, diperiksa_pada: 2026-10-01}",
            [("kunci-hilang", "bantuan_daerah.untuk")],
        ),
        ("mitra: [{nama: x, peran: y}]", [("kunci-hilang", "mitra.1.sumber")]),
        ("tim_pemandu: [{peran: x, wilayah: y, sumber: z, diperiksa_pada: 2026-10-01}]", []),
        (
            "testimoni: [{inisial: Siti M, tempat: x, teks: y, persetujuan: {tanggal: 2026-10-01, bukti: z}}]",
            [("pola-tidak-cocok", "")],
        ),
        ("testimoni: [{inisial: S, tempat: x, teks: y}]", [("testimoni-tanpa-persetujuan", "")]),
        (
            "testimoni:\n  - inisial: S\n    tempat: x\n    teks: y\n    persetujuan:\n",
            [("testimoni-tanpa-persetujuan", "")],
        ),
        (
            "testimoni: [{inisial: S, tempat: x, teks: y, persetujuan: {bukti: lisan}}]",
            [("kunci-hilang", "testimoni.1.persetujuan.tanggal")],
        ),
        ("testimoni: [{inisial: S, tempat: x, teks: y, persetujuan: {tanggal: 2026-10-01, bukti: z}}]", []),
    ],
)
def test_what_a_part_of_the_outreach_needs(part: str, expected: list[tuple[str, str]]) -> None:
    found = faults(BASE + part)
    assert [code for code, _ in found] == [code for code, _ in expected]
    assert all(key in ("", told) for (_, told), (_, key) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("{sampai: 2027-01-31}", "ulang-tidak-lengkap"),
        ("{tiap: pekan, rrule: FREQ=WEEKLY}", "ulang-tidak-lengkap"),
        ("{rrule: FREQ=DAILY;COUNT=3, sampai: 2027-01-31}", "ulang-tidak-lengkap"),
        ("{kecuali: [2026-12-03]}", "ulang-tidak-lengkap"),
        ("{rrule: FREQ=WEEKLY;UNTIL=20991231}", "ulang-terlalu-lama"),
        ("{tiap: pekan, sampai: 2099-12-31}", "ulang-terlalu-lama"),
        ("{rrule: FREQ=WEEKLY;UNTIL=20261101}", "ulang-terbalik"),
        ("{rrule: 'FREQ=WEEKLY;BYDAY=TU,WE;COUNT=9'}", "rrule-lain-hari"),
        ("{rrule: 'FREQ=MONTHLY;BYMONTHDAY=30,31;COUNT=9'}", "rrule-lain-hari"),
        ("{rrule: FREQ=WEEKLY;COUNT=3, kecuali: [2026-12-25]}", "kecuali-bukan-hari"),
        ("{tiap: pekan, kecuali: [2040-01-06]}", "kecuali-bukan-hari"),
        ("{tiap: pekan, kecuali: [2026-11-19]}", "kecuali-bukan-hari"),
        ("{tiap: hari, sampai: 2027-01-31}", "pilihan-tidak-sah"),
        ("{tiap: pekan, sampai: 2026-11-26}", "ulang-terbalik"),
        ("{tiap: pekan, sampai: 2027-01-31, kecuali: [2027-01-08]}", "kecuali-bukan-hari"),
        ("{tiap: bulan, sampai: 2027-01-31, kecuali: [2027-02-25]}", "kecuali-bukan-hari"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_a_fault(rule: str, code: str) -> None:
    assert [found for found, _ in faults(f"{EVENT}    ulang: {rule}\n", Schedule)] == [code]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("FREQ=HOURLY;COUNT=3", "FREQ=HOURLY"),
        ("COUNT=3", "FREQ="),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270101", "COUNT"),
        ("FREQ=WEEKLY;COUNT=3;COUNT=4", "COUNT=4"),
        ("FREQ=WEEKLY;BYDAY=KAMIS;COUNT=3", "BYDAY=KAMIS"),
        ("FREQ=WEEKLY;BYDAY=2TH;COUNT=3", "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=6TH;COUNT=3", "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3", "BYMONTHDAY=32"),
        ("FREQ=WEEKLY;BYHOUR=9;COUNT=3", "BYHOUR=9"),
        ("FREQ=WEEKLY;UNTIL=2027-01-31", "UNTIL=2027-01-31"),
        ("FREQ=WEEKLY;INTERVAL=9999;COUNT=3", "INTERVAL=9999"),
        ("tiap Kamis", "TIAP"),
    ],
)
def test_the_part_of_an_rrule_that_is_not_taken_is_named(text: str, part: str) -> None:
    with pytest.raises(RuleFault, match=f"^{re.escape(part)}$"):
        read_rule(text)
    rule = f"{EVENT}    ulang: {{rrule: '{text}'}}\n"
    assert [code for code, _ in faults(rule, Schedule)] == ["rrule-tidak-terbaca"]


@pytest.mark.parametrize(
    ("rule", "words", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3", "setiap Selasa dan Kamis", ["26 Nov", "1 Des", "3 Des"]),
        (
            "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261224T020000Z",
            "Kamis, setiap 2 pekan",
            ["26 Nov", "10 Des", "24 Des"],
        ),
        ("FREQ=DAILY;UNTIL=20261128", "setiap hari", ["26 Nov", "27 Nov", "28 Nov"]),
        ("freq=monthly;byday=-1th;count=2", "Kamis terakhir setiap bulan", ["26 Nov", "31 Des"]),
        ("FREQ=MONTHLY;BYDAY=2FR,4TH;COUNT=2", "Jumat kedua dan Kamis keempat setiap bulan", ["26 Nov", "11 Des"]),
        (
            "FREQ=MONTHLY;BYMONTHDAY=5,26,-1;COUNT=3",
            "tanggal 5 dan 26 dan hari terakhir setiap bulan",
            ["26 Nov", "30 Nov", "5 Des"],
        ),
        ("FREQ=MONTHLY;INTERVAL=3;COUNT=2", "tanggal 26 setiap 3 bulan", ["26 Nov", "26 Feb"]),
        ("FREQ=YEARLY;COUNT=2", "26 November, setiap tahun", ["26 Nov"]),
    ],
)
def test_an_rrule_is_said_in_words_and_gives_its_days(rule: str, words: str, days: list[str]) -> None:
    shown = shown_as_of(f"rrule: '{rule}'", date(2026, 11, 20))
    assert {event["ulang"] for event in shown} == {words}
    assert [f"{event['tanggal_angka']} {event['bulan_tahun'].split(' ')[0]}" for event in shown] == days


def shown_as_of(rule: str, day: date) -> list[dict[str, Any]]:
    """The days of the example's event with such a rule, as templates see them."""
    source, problems = read_yaml(f"{EVENT}    ulang: {{{rule}}}\n".encode(), "jadwal.yml")
    assert source is not None, problems
    events = Schedule.model_validate(source.data).events
    shown: list[dict[str, Any]] = present_events(events, "WIB", day, {})["kegiatan"]
    return shown


ENDLESS = [
    ("tiap: pekan", "setiap Kamis", ["6 Mar", "13 Mar", "20 Mar"]),
    ("tiap: bulan", "Kamis keempat setiap bulan", ["27 Mar", "24 Apr", "22 Mei"]),
    ("rrule: FREQ=DAILY;INTERVAL=2", "setiap 2 hari", ["5 Mar", "7 Mar", "9 Mar"]),
    ("rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH'", "Selasa dan Kamis, setiap 2 pekan", ["11 Mar", "13 Mar", "25 Mar"]),
    ("rrule: FREQ=MONTHLY;INTERVAL=5", "tanggal 26 setiap 5 bulan", ["26 Jun", "26 Nov"]),
    ("rrule: 'FREQ=MONTHLY;BYMONTHDAY=26,-1'", "tanggal 26 dan hari terakhir setiap bulan", ["26 Mar", "31 Mar"]),
    ("rrule: FREQ=YEARLY", "26 November, setiap tahun", ["26 Nov"]),
    ("tiap: pekan, kecuali: [2031-03-13]", "setiap Kamis", ["6 Mar", "20 Mar", "27 Mar"]),
]


@pytest.mark.parametrize(("rule", "words", "days"), ENDLESS, ids=[rule for rule, *_ in ENDLESS])
def test_an_event_without_an_end_still_comes_after_years(rule: str, words: str, days: list[str]) -> None:
    shown = shown_as_of(rule, date(2031, 3, 4))
    assert {event["ulang"] for event in shown} == {words}
    assert [f"{event['tanggal_angka']} {event['bulan_tahun'].split(' ')[0]}" for event in shown][: len(days)] == days
    assert {event["bulan_tahun"].split(" ")[1] for event in shown} <= {"2031", "2032"}


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH,SU", "FREQ=MONTHLY;BYDAY=-1TH,2MO"])
@pytest.mark.parametrize("later", [0, 1, 6, 7, 20, 21, 40, 400, 480])
def test_where_a_rule_is_begun_again_changes_no_day(rule: str, later: int) -> None:
    """A rule that ends is counted from its first day, one without an end from shortly before the day of a build."""
    first = date(2026, 11, 26)
    since = first + timedelta(days=later)
    last = since + timedelta(days=100)
    ended = read_rule(f"{rule};UNTIL={end_of(first):%Y%m%d}").days(first, last)
    assert read_rule(rule).days(first, last, since) == [day for day in ended if day >= since]


def test_a_rule_without_an_end_from_long_ago_is_counted_from_near_the_day() -> None:
    found = read_rule("FREQ=DAILY").days(date.min, date.max, date(9999, 12, 1))
    assert found == [date(9999, 12, day) for day in range(1, 32)]
    assert len(read_rule("FREQ=MONTHLY").days(date.min, date.max, date(2031, 1, 1))) == 12 * 5 + 1


def test_a_rule_that_never_comes_to_a_day_ends() -> None:
    never = Rule("MONTHLY", interval=12, month_days=(31,), count=999)
    assert never.days(date(2026, 2, 1), date.max) == []


def test_a_rule_says_nothing_about_a_day_that_cannot_be_read() -> None:
    text = EVENT.replace("2026-11-26", "26/11/2026") + "    ulang: {tiap: pekan, sampai: 2026-01-01}\n"
    assert [code for code, _ in faults(text, Schedule)] == ["tanggal-tidak-terbaca"]


def test_boats_reach_the_district(registry: Registry) -> None:
    assert registry.districts[DEMO].boats[0].checked_on == date(2026, 11, 21)
    assert ("kunci-tidak-dikenal", "perahu") in faults(f"{BASE}perahu: []\n")


TABLES: dict[str, type[BaseModel]] = {
    "keadaan": outreach.State,
    "bantuan_daerah": outreach.LocalScheme,
    "agen": outreach.Agent,
    "tim_pemandu": outreach.Guide,
    "pos_bantuan": outreach.HelpDesk,
    "mitra": outreach.Partner,
    "testimoni": outreach.Testimony,
    "forum": outreach.Forum,
    "jam_khusus": outreach.SpecialHours,
    "perahu": outreach.Boat,
    "ulang": Recurrence,
}


@pytest.mark.parametrize("title", TABLES)
def test_the_guide_lists_the_keys_of_each_part(title: str) -> None:
    found = re.search(rf"^### {title}\n(.*?)(?=^##|\Z)", (GUIDE / "daerah.md").read_text("utf-8"), re.M | re.S)
    assert found
    rows = re.findall(r"^\| `(\w+)` \| (ya|tidak) \|", found[1], re.M)
    must = aliases(TABLES[title]) | ({"persetujuan": True} if title == "testimoni" else {})
    assert {key: needed == "ya" for key, needed in rows} == must


@pytest.mark.parametrize("record", [outreach.Agreement, outreach.State, Recurrence, Consent])
def test_nested_keys_and_choices_are_named_in_the_guide(record: type[BaseModel]) -> None:
    text = (GUIDE / "daerah.md").read_text("utf-8")
    assert [key for key in aliases(record) if f"`{key}`" not in text] == []
    assert [c for c in ("uhc", "uhc_prioritas", "belum", "pekan", "bulan") if f"`{c}`" not in text] == []


def test_the_examples_of_the_guide_are_right() -> None:
    parts: dict[str, Any] = {"keadaan": 0, "testimoni": 0, "perahu": 0, "kegiatan": 0}
    for example in fences(GUIDE / "daerah.md", "yaml"):
        first = example.split(":")[0]
        if first in ("keadaan", "bantuan_daerah", "agen", "tim_pemandu", "pos_bantuan", "mitra", "testimoni", "forum"):
            assert faults(BASE + example) == [], example
        elif first in ("perahu", "layanan"):
            assert faults(example, Directory) == [], example
        parts[first] = parts.get(first, 0) + 1
    assert all(parts.values())


def test_an_event_may_have_a_programme() -> None:
    schedule = Schedule.model_validate(
        {
            "kegiatan": [
                {"judul": "x", "jenis": "hari_jkn", "tanggal": "2026-11-26", "mulai": "09.00", "tempat": "x"}
                | {"acara": ["08.00 buka"]}
            ]
        }
    )
    assert isinstance(schedule.events[0], Event)
    assert schedule.events[0].programme == ("08.00 buka",)
