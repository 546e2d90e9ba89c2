"""A filled table becomes checks, or every fault in it with its cell or line; workbook and YAML say the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from selebaran.desk.answer_file import file_rows
from selebaran.desk.answers import Heard, heard
from selebaran.desk.call import Call, call_of
from selebaran.desk.workbook_rows import workbook_rows
from selebaran.model.facts import FactRegister
from selebaran.model.registry import Registry
from selebaran.words import of_answers
from tests.desk.table import DAY, all_the_same, as_text, as_workbook
from tests.desk.test_call import told

GROUP = "kelompok kantor_bpjs"
ASKED = {"IUR_01": "kantor_bpjs", "IUR_04": "kantor_bpjs", "ORG_03": "peraturan"}
NEW = "Paling lambat tanggal 15 setiap bulan."


@pytest.fixture
def asked(registry: Registry) -> Registry:
    """Three facts of which somebody has said who can answer."""
    return told(registry, **ASKED)


@pytest.fixture
def call(asked: Registry) -> Call:
    found = call_of(asked, DAY)
    return Call(found.day, found.subject, found.groups[:2])


def read(call: Call, registry: Registry, typed: Mapping[tuple[str, str], Any], form: str = "xlsx") -> Heard:
    """What is heard of the table in which this was typed over "tetap"."""
    everything = {**all_the_same(call), **typed}
    read_it, body = (workbook_rows, as_workbook) if form == "xlsx" else (file_rows, as_text)
    rows, problems = read_it(body(call, everything), f"jam.{form}")
    return heard(rows, registry, date(2026, 11, 29)) if not problems else Heard(problems=tuple(problems))


@pytest.mark.parametrize("form", ["xlsx", "yml"])
def test_what_is_unchanged_and_what_is_new_is_heard_with_its_people(form: str, call: Call, asked: Registry) -> None:
    typed = {
        ("IUR-04", "jawaban"): NEW,
        ("tanggal_bayar", "jawaban"): "15",
        ("IUR-04", "kutipan"): "Tanggal 15.",
        (GROUP, "tanggal"): "27 November 2026",
        ("IUR-01", "jawaban"): "",
    }
    found = read(call, asked, typed, form)
    assert (found.problems, found.empty) == ((), 1)
    checks = {fact.id: check for fact, check in found.checks}
    assert checks.keys() == {"IUR-04", "ORG-03"}
    due = checks["IUR-04"]
    assert (due.sentence, due.values, due.quote) == (NEW, {"tanggal_bayar": "15"}, "Tanggal 15.")
    assert (due.by, due.approved_by, due.answered_by) == ("Sari Rekaan", "Budi Rekaan", "Wati Rekaan")
    assert (due.on, due.source) == (
        date(2026, 11, 27),
        "Jawaban Wati Rekaan, Kepala Bidang (rekaan), 27 November 2026",
    )
    fact = asked.facts.by_id["IUR-04"]
    assert (fact.confidence, due.confidence_after(fact)) == ("C", "B")
    read_alone = checks["ORG-03"]
    assert (read_alone.source, read_alone.answered_by) == ("Peraturan rekaan, pasal 1", None)


@pytest.mark.parametrize(
    "word", ["tetap", "Sama.", "MASIH SAMA", "ya, benar", "Paling lambat tanggal 10 setiap bulan."]
)
def test_words_that_mean_unchanged_change_nothing(word: str, call: Call, asked: Registry) -> None:
    found = read(call, asked, {("IUR-04", "jawaban"): word, ("tanggal_bayar", "jawaban"): "10"})
    assert found.problems == ()
    assert all(not check.changed(fact) for fact, check in found.checks)


@pytest.mark.parametrize("word", ["tidak tahu", "?", "-", "", None])
def test_who_is_not_sure_leaves_the_fact_alone(word: str | None, call: Call, asked: Registry) -> None:
    found = read(call, asked, {("IUR-04", "jawaban"): word})
    assert (found.problems, found.empty, len(found.checks)) == ((), 1, 2)


@pytest.mark.parametrize(
    ("name", "typed", "content"),
    [
        ("iuran_kelas_1", "Rp160.000,-", "160000"),
        ("iuran_kelas_1", 160000.0, "160000"),
        ("tanggal_bayar", "1.500", "1500"),
        ("tanggal_bayar", "tetap", "10"),
    ],
)
def test_a_value_is_read_as_offices_write_it(name: str, typed: Any, content: str, call: Call, asked: Registry) -> None:
    found = read(call, asked, {(name, "jawaban"): typed})
    assert content in {check.values.get(name) for _, check in found.checks}


SLIPS: dict[str, tuple[Mapping[tuple[str, str], Any], str]] = {
    "jawaban-tidak-jelas": ({("IUR-04", "jawaban"): "sama, kecuali Papua"}, "E"),
    "jawaban-bukan-jenisnya": ({("iuran_kelas_1", "jawaban"): "160 ribu"}, "E"),
    "jawaban-hilang": ({("IUR-04", "jawaban"): "", ("tanggal_bayar", "jawaban"): "15"}, "A"),
    "jawaban-menyebut-lama": ({("iuran_kelas_1", "jawaban"): "160000"}, "E"),
    "jawaban-tanpa-penanya": ({("yang_bertanya", "jawaban"): ""}, "A"),
    "jawaban-tanpa-penjawab": ({(GROUP, "nama"): ""}, "A"),
    "jawaban-tanpa-jabatan": ({(GROUP, "jabatan"): ""}, "A"),
    "jawaban-tanpa-dasar": ({("ORG-03", "dasar"): ""}, "A"),
    "jawaban-tanpa-hari": ({("hari_bertanya", "jawaban"): ""}, "A"),
    "tanggal-tidak-terbaca": ({("hari_bertanya", "jawaban"): "kemarin"}, "E"),
    "jawaban-belum-tiba": ({("hari_bertanya", "jawaban"): datetime(2062, 11, 28)}, "E"),
    "jawaban-tanpa-orang-kedua": ({("orang_kedua", "jawaban"): "", ("IUR-04", "jawaban"): NEW}, "A"),
    "jawaban-orang-sama": ({("orang_kedua", "jawaban"): "Bu Sari Rekaan, M.Kes.", ("IUR-04", "jawaban"): NEW}, "E"),
    "nama-tidak-sah": ({("yang_bertanya", "jawaban"): "Sari <b>"}, "E"),
    "huruf-tersembunyi": ({("IUR-04", "kutipan"): "tanggal\u200b 10"}, "F"),
    "sel-rumus": ({("tanggal_bayar", "jawaban"): "=5+10"}, "E"),
}
ONLY_A_WORKBOOK = {"sel-rumus"}


@pytest.mark.parametrize("code", SLIPS)
def test_a_slip_is_told_once_at_its_cell(code: str, call: Call, asked: Registry) -> None:
    typed, column = SLIPS[code]
    found = read(call, asked, typed).problems
    assert [problem.code for problem in found] == [code]
    assert found[0].place.file.startswith(f"jam.xlsx[Jawaban!{column}")


@pytest.mark.parametrize("code", [code for code in SLIPS if code not in ONLY_A_WORKBOOK])
def test_a_slip_in_yaml_is_told_at_its_line(code: str, call: Call, asked: Registry) -> None:
    typed = {key: v.date().isoformat() if isinstance(v, datetime) else v for key, v in SLIPS[code][0].items()}
    found = read(call, asked, typed, "yml").problems
    assert [problem.code for problem in found] == [code]
    assert (found[0].place.file, found[0].place.line > 0) == ("jam.yml", True)


def test_all_slips_are_told_in_one_run(call: Call, asked: Registry) -> None:
    told_together = ("jawaban-tidak-jelas", "jawaban-bukan-jenisnya", "jawaban-tanpa-dasar", "tanggal-tidak-terbaca")
    typed = {key: text for code in told_together for key, text in SLIPS[code][0].items()}
    assert {problem.code for problem in read(call, asked, typed).problems} == set(told_together)


def test_a_fact_that_was_checked_later_keeps_that_check(call: Call, asked: Registry) -> None:
    checked = {"IUR-04": {"checked_on": date(2026, 12, 1)}}
    facts = tuple(fact.model_copy(update=checked.get(fact.id, {})) for fact in asked.facts)
    found = read(call, dataclasses.replace(asked, facts=FactRegister(facts)), {}).problems
    assert [problem.code for problem in found] == ["jawaban-lebih-lama"]


def test_a_row_of_nothing_known_or_one_that_stands_twice_is_told(call: Call, asked: Registry) -> None:
    rows, _ = workbook_rows(as_workbook(call, all_the_same(call)), "jam.xlsx")
    facts = [row for row in rows if row.key == "IUR-04"]
    typo = dataclasses.replace(facts[0], key="IUR-44")
    found = heard([*rows, *facts, typo], asked, DAY).problems
    assert [(p.code, dict(p.values).get("maksud")) for p in found] == [
        ("baris-ganda", None),
        ("baris-tidak-dikenal", "IUR-04"),
    ]


def test_every_fault_of_answers_has_its_test() -> None:
    elsewhere = {"tabel-bukan-xlsx", "tabel-terlalu-besar", "tabel-bermuatan", "tabel-tanpa-kepala"}
    elsewhere |= {"jawaban-lebih-lama", "baris-ganda", "baris-tidak-dikenal", "tabel-gagal-dibaca"}
    assert set(of_answers.MESSAGES) - elsewhere <= SLIPS.keys()
