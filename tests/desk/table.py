"""A table of answers filled in by machine, as a workbook and as YAML."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from openpyxl import load_workbook

from selebaran.desk.answer_file import answer_text
from selebaran.desk.answer_rows import ASKED_BY, ASKED_ON, SECOND
from selebaran.desk.call import Call
from selebaran.desk.workbook import GROUP, HEADINGS, TITLES, workbook_bytes

DAY = date(2026, 11, 28)
PEOPLE = {ASKED_BY: "Sari Rekaan", SECOND: "Budi Rekaan", ASKED_ON: "2026-11-28"}
OFFICER = {"nama": "Wati Rekaan", "jabatan": "Kepala Bidang (rekaan)"}
Typed = Mapping[tuple[str, str], Any]
"""What is typed: by the row's key and the column."""


def all_the_same(call: Call) -> dict[tuple[str, str], Any]:
    """ "tetap" to every question, with those who asked and answered."""
    typed: dict[tuple[str, str], Any] = {(key, "jawaban"): text for key, text in PEOPLE.items()}
    for group in call.groups:
        typed |= {} if group.is_read else {(GROUP + group.key, column): text for column, text in OFFICER.items()}
        for question in group.questions:
            typed[question.fact.id, "jawaban"] = "tetap"
            typed |= {(question.fact.id, "dasar"): "Peraturan rekaan, pasal 1"} if group.is_read else {}
    return typed


def as_workbook(call: Call, typed: Typed) -> bytes:
    """The table in which that was typed."""
    book = load_workbook(io.BytesIO(workbook_bytes(call)))
    sheet: Any = book.active
    at = {str(row[0].value): row for row in sheet.iter_rows()}
    for (key, column), text in typed.items():
        at[key][HEADINGS.index(TITLES[column])].value = text
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_text(call: Call, typed: Typed) -> bytes:
    """The same in YAML, typed below the keys that are there."""
    data = yaml.load(answer_text(call), yaml.BaseLoader)
    groups = data["jawaban"]
    facts = {fact: answer for group in groups.values() for fact, answer in group["fakta"].items()}
    values = {name: answer["nilai"] for answer in facts.values() for name in answer.get("nilai", {})}
    for (key, column), text in typed.items():
        if key in PEOPLE:
            data[key] = text
        elif key in facts:
            facts[key][column] = text
        elif key in values:
            values[key][key] = text
        else:
            groups[key.removeprefix(GROUP)][column] = text
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).replace("''", "").encode()
