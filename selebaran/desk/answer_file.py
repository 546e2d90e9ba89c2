"""The table of answers as YAML: a call -> the text to fill in; a filled text -> rows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from selebaran.compose.template.formats import day as long_day
from selebaran.compose.template.formats import fact_value
from selebaran.desk.answer_rows import ASKED_BY, ASKED_ON, COLUMNS, HEAD, SECOND, Cell, Column, Row, RowKind
from selebaran.desk.call import Call, CallGroup, Question
from selebaran.model.answers import AnswerFile
from selebaran.model.places import Loc
from selebaran.model.problem import Problem
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.validate import validate

WIDTH = 118
HOW = """\
jawaban: tulis tetap bila sama dengan tulisan kami, atau kalimat yang baru. Tidak pasti? Kosongkan.
nilai: isi hanya yang berubah; angkanya saja. Kalimatnya lalu harus menyebut nilai yang baru.
kutipan: kata-kata penjawab. dasar: peraturan yang disebutnya, dengan pasalnya.
nama, jabatan, tanggal: sekali untuk tiap kelompok; di bawah satu fakta hanya bila orangnya lain.
Sesudah diisi: selebaran facts recheck --from berkas-ini"""


def answer_text(call: Call) -> str:
    """The table to fill in, as YAML."""
    lines = [f"# Jawaban petugas tentang {call.subject}, untuk pertanyaan {long_day(call.day)}."]
    lines += [f"# {line}" for line in HOW.split("\n")]
    lines += [
        f"{ASKED_BY}:",
        f"{SECOND}:        # wajib bila ada yang berubah",
        f"{ASKED_ON}:      # 2026-11-28",
        "jawaban:",
    ]
    lines = [line.replace("2026-11-28", call.day.isoformat()) for line in lines]
    for group in call.groups:
        lines += _group(group)
    return "\n".join(lines) + "\n"


def _group(group: CallGroup) -> Iterator[str]:
    yield ""
    yield f"  # {group.name}"
    yield f"  {group.key}:"
    if not group.is_read:
        yield from ("    nama:", "    jabatan:", "    tanggal:      # bila bukan hari_bertanya")
    yield "    fakta:"
    for question in group.questions:
        yield from _fact(question)


def _fact(question: Question) -> Iterator[str]:
    fact = question.fact
    yield ""
    yield from _remark(f"{fact.id}: {fact.topic}")
    yield from _remark(fact.how_to_check or question.asked)
    yield from _remark(f"Kami: {fact.sentence}")
    yield from (f"      {fact.id}:", "        jawaban:")
    if fact.values:
        yield "        nilai:"
        yield from (f"          {name}:      # kini {fact_value(value)}" for name, value in fact.values.items())
    yield from ("        kutipan:", "        dasar:")


def _remark(text: str) -> list[str]:
    plain = " ".join(text.split())
    return textwrap.wrap(plain, WIDTH, initial_indent="      # ", subsequent_indent="      #   ")


def file_rows(raw: bytes, label: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a filled text, or every fault in its form."""
    source, problems = read_yaml(raw, label)
    if source is None:
        return [], problems
    record, problems = validate(AnswerFile, source)
    return ([] if record is None else list(_rows(record, source))), problems


def _rows(record: AnswerFile, source: YamlFile) -> Iterator[Row]:
    said = record.model_dump(by_alias=True)
    for key in HEAD:
        yield _row(source, "kepala", key, (), {"jawaban": (said[key], (key,))})
    for name, group in said["jawaban"].items():
        at: Loc = ("jawaban", name)
        yield _row(source, "kelompok", name, at, {c: (group[c], (*at, c)) for c in COLUMNS if c in group})
        for fact, answer in group["fakta"].items():
            spot = (*at, "fakta", fact)
            yield _row(source, "fakta", fact, spot, {c: (answer[c], (*spot, c)) for c in COLUMNS}, name)
            for value, text in answer["nilai"].items():
                of = (*spot, "nilai", value)
                yield _row(source, "nilai", value, of, {"jawaban": (text, of)})


def _row(
    source: YamlFile, kind: RowKind, key: str, at: Loc, said: dict[Column, tuple[str | None, Loc]], group: str = ""
) -> Row:
    places = source.places
    cells = {
        column: Cell(" ".join(text.split()), places.of(*loc))
        for column, (text, loc) in said.items()
        if text and text.strip()
    }
    return Row(kind, key, places.of(*(at or (key,)), key=True), cells, group)
