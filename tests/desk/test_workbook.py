"""Tables of answers as files: what is written can be read again, and what is no such table is refused unopened."""

from __future__ import annotations

import dataclasses
import io
import re
import resource
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from selebaran.desk.answer_file import answer_text, file_rows
from selebaran.desk.answer_rows import Row
from selebaran.desk.apart import rows_apart
from selebaran.desk.call import call_of
from selebaran.desk.hostile import MAX_FILE, MAX_UNPACKED
from selebaran.desk.workbook import workbook_bytes
from selebaran.desk.workbook_rows import workbook_rows
from selebaran.model.facts import FactRegister
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from tests.desk.table import DAY


@pytest.fixture(scope="module")
def fresh(registry: Registry) -> bytes:
    return workbook_bytes(call_of(registry, DAY))


def codes(raw: bytes) -> list[str]:
    return [problem.code for problem in workbook_rows(raw, "jam.xlsx")[1]]


def test_a_table_that_nobody_filled_in_answers_nothing(fresh: bytes, registry: Registry) -> None:
    for rows, problems in (
        workbook_rows(fresh, "x.xlsx"),
        file_rows(answer_text(call_of(registry, DAY)).encode(), "x"),
    ):
        assert problems == []
        assert [row for row in rows if row.cells] == []


def test_a_sentence_that_begins_like_a_formula_stays_a_text(registry: Registry) -> None:
    facts = tuple(fact.model_copy(update={"sentence": "=1+1"}) for fact in registry.facts)
    from_it = call_of(dataclasses.replace(registry, facts=FactRegister(facts)), DAY)
    assert codes(workbook_bytes(from_it)) == []
    sheet = load_workbook(io.BytesIO(workbook_bytes(from_it))).active
    assert sheet is not None
    assert {row[2].data_type for row in sheet.iter_rows() if row[2].value == "=1+1"} == {"s"}


def with_part(raw: bytes, name: str, body: bytes) -> bytes:
    """The workbook with one part more."""
    file = io.BytesIO(raw)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return file.getvalue()


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a text": (lambda raw: b"Kode;Jawaban", "tabel-bukan-xlsx"),
    "nothing": (lambda raw: b"", "tabel-bukan-xlsx"),
    "an old workbook, or one with a password": (lambda raw: b"\xd0\xcf\x11\xe0" + bytes(600), "tabel-bukan-xlsx"),
    "half of one": (lambda raw: raw[: len(raw) // 2], "tabel-bukan-xlsx"),
    "a zip of something else": (lambda raw: with_part(b"", "a.txt", b"a"), "tabel-bukan-xlsx"),
    "too large": (lambda raw: raw + bytes(MAX_FILE), "tabel-terlalu-besar"),
    "a bomb": (lambda raw: with_part(raw, "xl/media/a.xml", bytes(MAX_UNPACKED)), "tabel-terlalu-besar"),
    "a program": (lambda raw: with_part(raw, "xl/vbaProject.bin", b"x"), "tabel-bermuatan"),
    "links": (lambda raw: with_part(raw, "xl/externalLinks/externalLink1.xml", b"<a/>"), "tabel-bermuatan"),
    "entities": (
        lambda raw: with_part(raw, "xl/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "tabel-bermuatan",
    ),
    "hidden entities": (
        lambda raw: with_part(raw, "xl/a.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")),
        "tabel-bermuatan",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_plain_table_is_refused_before_it_is_opened(name: str, fresh: bytes) -> None:
    spoil, code = HOSTILE[name]
    assert codes(spoil(fresh)) == [code]


def packed(fresh: bytes, inside: str) -> bytes:
    """The workbook with something else in its sheet, which packs to a few kilobytes."""
    file, found = io.BytesIO(), zipfile.ZipFile(io.BytesIO(fresh))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in found.infolist():
            body = found.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                body = re.sub(
                    rb"(<sheetData>).*(</sheetData>)", rb"\g<1>" + inside.encode() + rb"\g<2>", body, flags=re.S
                )
            archive.writestr(part.filename, body)
    return file.getvalue()


def test_a_small_table_that_grows_in_memory_costs_its_reader_alone(fresh: bytes) -> None:
    bomb = packed(fresh, '<a b="c"/>' * (MAX_UNPACKED // 12))
    assert len(bomb) < MAX_FILE
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows, problems = rows_apart(workbook_rows, bomb, "jam.xlsx")
    assert (rows, [(found.code, found.place.file) for found in problems]) == (
        [],
        [("tabel-gagal-dibaca", "jam.xlsx")],
    )
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024  # nothing of it came here


def test_a_table_with_more_rows_than_are_read_is_refused_and_not_cut(fresh: bytes) -> None:
    row = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>IUR-01</t></is></c></row>'
    long = packed(fresh, "".join(row.format(number) for number in range(1, 90_000)))
    rows, problems = rows_apart(workbook_rows, long, "jam.xlsx")
    assert (rows, [str(found.place) for found in problems]) == ([], ["jam.xlsx[Jawaban]"])
    assert [found.code for found in problems] == ["tabel-terlalu-besar"]


def test_a_filled_table_is_read_apart_as_it_is_read_here(fresh: bytes) -> None:
    here = workbook_rows(fresh, "jam.xlsx")
    assert here[0]
    assert rows_apart(workbook_rows, fresh, "jam.xlsx") == here


def test_a_reader_that_speaks_of_other_files_is_not_believed(fresh: bytes) -> None:
    def liar(raw: bytes, label: str) -> tuple[list[Row], list[Problem]]:
        return workbook_rows(raw, "content/fakta.yml")

    assert [found.code for found in rows_apart(liar, fresh, "jam.xlsx")[1]] == ["tabel-gagal-dibaca"]


def test_a_table_without_its_headings_is_told(fresh: bytes) -> None:
    book = Workbook()
    file = io.BytesIO()
    book.save(file)
    assert codes(file.getvalue()) == ["tabel-tanpa-kepala"]
    changed = load_workbook(io.BytesIO(fresh))
    sheet = changed.active
    assert sheet is not None
    sheet["E4"] = "Balasan"
    file = io.BytesIO()
    changed.save(file)
    found = workbook_rows(file.getvalue(), "jam.xlsx")[1]
    assert [(p.code, dict(p.values)["kolom"]) for p in found] == [("tabel-tanpa-kepala", "Jawaban")]


def test_columns_may_be_moved_and_rows_sorted(fresh: bytes) -> None:
    book = load_workbook(io.BytesIO(fresh))
    sheet = book.active
    assert sheet is not None
    sheet.insert_cols(3)
    sheet["F8"] = "tetap"
    file = io.BytesIO()
    book.save(file)
    rows, problems = workbook_rows(file.getvalue(), "jam.xlsx")
    assert problems == []
    assert [cell.place.file for row in rows for cell in row.cells.values()] == ["jam.xlsx[Jawaban!F8]"]
