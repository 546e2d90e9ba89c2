"""A form refuses what the reader refuses, and takes what it takes; where it knows less, that is written down here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.form import TARGET, build
from selebaran.desk.form_days import ruled_days
from selebaran.desk.form_records import FORMS, LEFT_OUT
from selebaran.model.event import Event
from selebaran.model.recurrence import Recurrence
from selebaran.read.content import split_front_matter
from selebaran.read.strict_yaml import read_yaml
from tests.conftest import ROOT
from tests.desk.form.cases import RIGHT, ZONE, Case, edges, mutated, refuses
from tests.desk.form.conftest import MODULES, Judge
from tests.read.skema.records import KINDS

LEFT_TO_THE_READER = {
    "telepon-tidak-tersambung": "a number with words, several with gaps, ranges: only the reader takes them apart",
    "telepon-bercabang": "the same",
    "telepon-tidak-terbaca": "the same",
    "telepon-tanpa-kode-area": "the same",
}
"""What a form may take though the reader refuses it, and why."""
NOT_ASKED = ("gambar", "rrule", "id")
"""Keys that no form has: an entry with one of them is judged without it."""
BROKEN = ("jadwal.yml", "layanan.yml", "daerah.yml")


RULES = (
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TH",
    "FREQ=WEEKLY;BYDAY=TH,SA;COUNT=30",
    "FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20290909T235959Z",
    "FREQ=DAILY;INTERVAL=3 EXDATE:20270613",
)
DAYS_OF_A_YEAR = ("06-10", "06-12", "06-13", "06-16", "06-17", "09-09", "09-10", "12-09", "12-10", "02-29", "06-30")


def differing(cases: list[Case], judge: Judge, left: Collection[str] = tuple(LEFT_TO_THE_READER)) -> list[str]:
    """Cases of which form and reader say different things, but for what is left to the reader."""
    found = []
    for (kind, entry), said in zip(cases, judge(cases, ())["kasus"], strict=True):
        why = refuses(kind, entry, KINDS)
        codes = {part.rpartition(": ")[2] for part in why.split("; ")}
        if bool(why) != bool(said) and not (why and codes <= set(left)):
            found.append(f"{kind}: reader {why or 'takes it'}; form {said or 'takes it'}: {entry}")
    return found


def test_form_and_reader_agree_on_entries_with_slips(judge: Judge) -> None:
    cases = [*RIGHT.items(), *mutated(600, 27)]
    assert differing(cases, judge) == []
    taken = sum(not refuses(kind, entry, KINDS) for kind, entry in cases)
    assert len(cases) / 4 < taken < len(cases) * 3 / 4  # neither says always the same


def test_form_and_reader_agree_at_the_edge_of_each_rule(judge: Judge) -> None:
    assert differing(list(edges()), judge, left=()) == []


@pytest.mark.parametrize("rule", RULES)
def test_form_and_reader_agree_on_single_days_of_a_rule(judge: Judge, rule: str) -> None:
    event = {key: RIGHT["kegiatan"][key] for key in ("judul", "jenis", "tempat", "mulai")} | {"tanggal": "2027-06-10"}
    there = {**event, "ulang": {"rrule": rule}}
    known = {**there, **ruled_days(there, ZONE)}
    days = [f"20{year}-{rest}" for year in (27, 28, 29, 35, 39) for rest in DAYS_OF_A_YEAR]
    single = [{"batal": [day]} for day in days] + [{"kecuali": [day]} for day in days]
    single += [{"pindah": [{"dari": day, "ke": "2027-06-11"}]} for day in days]
    said = judge([("kegiatan", {**event, "ulang": one}, known) for one in single])["kasus"]
    reader = [refuses("kegiatan", {**event, "ulang": {"rrule": rule, **one}}, KINDS) for one in single]
    furthest = known["hari"]["batas"]
    assert furthest in ("", "2037-06-10")
    differ = [
        (one, why, faults)
        for one, why, faults in zip(single, reader, said, strict=True)
        if bool(why) != bool(faults) and not (furthest and str(one) > str(one)[: str(one).index("20")] + furthest)
    ]
    assert differ == []
    assert {bool(faults) for faults in said} == {True, False}


def test_a_rule_whose_first_day_is_another_is_left_to_the_reader(judge: Judge) -> None:
    event = {key: RIGHT["kegiatan"][key] for key in ("judul", "jenis", "tempat", "mulai")} | {"tanggal": "2027-06-10"}
    known = {**event, **ruled_days({**event, "ulang": {"rrule": RULES[0]}}, ZONE)}
    stray = {**event, "ulang": {"batal": ["2027-06-12"]}}
    moved = {**stray, "tanggal": "2027-06-11"}
    (refused,), (taken,) = (judge([("kegiatan", one, known)])["kasus"] for one in (stray, moved))
    assert [way for way, _ in refused] == [["ulang", "batal", 0]]
    assert taken == []


def test_form_and_reader_agree_on_every_broken_tree(judge: Judge) -> None:
    cases = list(broken())
    assert len(cases) > 100
    assert differing(cases, judge) == []


def broken() -> Iterator[Case]:
    """Every event, place, contact and page of the trees that are broken on purpose, as a form would have them."""
    for path in sorted((ROOT / "tests" / "rusak").glob("*/districts/*/*.yml")):
        source = read_yaml(path.read_bytes(), path.name)[0] if path.name in BROKEN and path.is_file() else None
        data: dict[str, Any] = dict(source.data) if source else {}
        shared = {key: data[key] for key in ("sumber", "diperiksa_pada") if isinstance(data.get(key), str)}
        for kind, key in (("kegiatan", "kegiatan"), ("tempat", "layanan")):
            for entry in data.get(key) or () if isinstance(data.get(key), list) else ():
                if isinstance(entry, dict):
                    yield kind, as_asked({**(shared if kind == "tempat" else {}), **entry})
        contacts = data.get("kontak")
        for office, entry in contacts.items() if isinstance(contacts, dict) else ():
            if isinstance(entry, dict) and office in KINDS.lists["kontak"]:
                yield "kontak", {"kantor": office, **as_asked(entry)}
    for path in sorted((ROOT / "tests" / "rusak").glob("*/districts/*/halaman/**/*.md")):
        parts = split_front_matter(path.read_text("utf-8", errors="replace"))
        source = read_yaml(parts[0].encode(), path.name)[0] if parts else None
        if source and "." not in path.stem and not {"dahulu", "ditutup", "urutan"} & set(source.data):
            is_news = path.parent.name == "kabar"
            gone = () if is_news else ("tanggal",)
            yield ("kabar" if is_news else "halaman"), {**as_asked(source.data, gone), "isi": "Isi."}


def as_asked(entry: Any, gone: tuple[str, ...] = ()) -> Any:
    """An entry without what no form asks, and without what is empty: a form has no empty texts."""
    if isinstance(entry, dict):
        kept = {key: as_asked(value) for key, value in entry.items() if key not in (*NOT_ASKED, *gone)}
        return {key: value for key, value in kept.items() if value not in (None, "", {}, [])}
    return [as_asked(one) for one in entry] if isinstance(entry, list) else entry


def test_what_no_form_asks_is_what_is_told_here() -> None:
    assert {key for keys in LEFT_OUT.values() for key in keys} == set(NOT_ASKED)
    assert set(LEFT_OUT) == {Event, Recurrence}


def test_every_form_has_a_case_in_which_all_is_filled_in() -> None:
    assert set(RIGHT) == {form.key for form in FORMS}


def test_what_is_committed_is_what_the_sources_make(tmp_path: Path) -> None:
    build(MODULES, tmp_path / "formulir.js")
    assert TARGET.read_bytes() == (tmp_path / "formulir.js").read_bytes(), "make search"
