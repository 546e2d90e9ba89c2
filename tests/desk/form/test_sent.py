"""What a form sends comes back whole, whatever carried it; what doesn't is told with its part."""

from __future__ import annotations

import copy
import io
import textwrap
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from selebaran.desk.form_file import forms_among
from selebaran.desk.form_text import is_form_text, sent_in, slugs_in, sum_of
from selebaran.desk.sent import Handed, unpacked
from selebaran.model.problem import Problem
from tests.desk.form.cases import RIGHT, Case
from tests.desk.form.conftest import Judge

LONGEST = 2000
BODY = "\n\n".join(
    f"## Bagian {n}\n\n- satu, **dua**: é 😀\n  - menjorok\n\nKalimat {n} yang panjang. " * 2 for n in range(12)
)
LONG: dict[str, Any] = {**RIGHT["kabar"], "isi": f"{BODY.strip()}\nhttps://contoh.example/{'x' * 2500} akhir"}
ENTRIES: list[Case] = [
    *RIGHT.items(),
    ("kabar", LONG),
    ("kegiatan", {**RIGHT["kegiatan"], "catatan": "kata " * 390 + "z"}),
]


@pytest.fixture(scope="module")
def written(judge: Judge) -> list[tuple[str, list[str]]]:
    """Each entry in one part, and in several."""
    found: list[tuple[str, list[str]]] = judge([], ENTRIES)["teks"]
    return found


def entry_of(*texts: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    sent, problems = sent_in({f"{number}.txt": text.encode() for number, text in enumerate(texts)})
    return [dict(one.entry) for one in sent], problems


def as_sent(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry as it comes back: no blanks at the ends of a page's lines."""
    found = copy.deepcopy(entry)
    if "isi" in found:
        found["isi"] = "\n".join(line.rstrip() for line in found["isi"].rstrip().split("\n"))
    return found


def test_an_entry_comes_back_as_it_was_filled_in(written: list[tuple[str, list[str]]]) -> None:
    for (kind, entry), (whole, parts) in zip(ENTRIES, written, strict=True):
        for texts in ([whole], parts, ["\n".join(parts)]):
            found, problems = entry_of(*texts)
            assert problems == []
            assert found == [as_sent(entry)], kind


def test_no_part_is_too_long_for_a_message(written: list[tuple[str, list[str]]]) -> None:
    sizes = [[len(quote(part, safe="!'()*-._~")) for part in parts] for _, parts in written]
    assert max(map(max, sizes)) <= LONGEST
    assert max(map(len, sizes)) > 3
    assert [len(one) for one in sizes[:5]] == [1] * 5


def test_what_messengers_do_to_a_text_does_no_harm(written: list[tuple[str, list[str]]]) -> None:
    parts = written[5][1]
    chat = [f"[09.{n:02}, 29/11/2026] +62 812-0000-0000: {part}\u200e" for n, part in enumerate(parts)]
    turned = "\r\n".join(["Selamat pagi", *reversed(chat), chat[0], "Terima kasih: sudah"])
    quoted = textwrap.indent("\n".join(parts), "> ")
    broken = "\n".join("\n".join(textwrap.wrap(line, 76)) for line in written[0][0].split("\n"))
    spaced = written[0][0].replace(" ", "\u00a0").replace("SELEBARAN\u00a0", "SELEBARAN ").replace("\n", "\n\n")
    for text in (turned, quoted, f"\ufeff{broken}", spaced):
        found, problems = entry_of(text)
        assert (len(found), problems) == (1, []), text
    assert entry_of(turned)[0] == [as_sent(LONG)]


def test_a_part_that_is_lost_is_named(written: list[tuple[str, list[str]]]) -> None:
    parts = written[5][1]
    found, problems = entry_of(*(part for at, part in enumerate(parts) if at not in (1, 2)))
    assert found == []
    (lost,) = problems
    assert (lost.code, dict(lost.values)["bagian"]) == ("formulir-bagian-hilang", f"2/{len(parts)}, 3/{len(parts)}")


@pytest.mark.parametrize("harm", ["letter", "line", "foot", "cut", "swap"])
def test_a_part_that_was_damaged_is_named(written: list[tuple[str, list[str]]], harm: str) -> None:
    parts = list(written[5][1])
    lines = parts[1].split("\n")
    harmed = {
        "letter": [*lines[:3], lines[3].replace("a", "o", 1) + "o", *lines[4:]],
        "line": lines[:3] + lines[4:],
        "foot": lines[:-1],
        "cut": lines[: len(lines) // 2],
        "swap": [lines[0], lines[2], lines[1], *lines[3:]],
    }
    parts[1] = "\n".join(harmed[harm])
    found, problems = entry_of("\n".join(parts))
    assert found == []
    (told,) = problems
    assert (told.code, dict(told.values)["bagian"]) == ("formulir-bagian-rusak", f"2/{len(parts)}")
    assert told.place.line == len(parts[0].split("\n")) + 1


def test_two_entries_in_one_chat_are_two(written: list[tuple[str, list[str]]]) -> None:
    found, problems = entry_of("\n".join([written[1][0], *written[6][1], written[0][0]]))
    assert (len(found), problems) == (3, [])


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["judul: satu", "judul: dua"], "formulir-baris-salah"),
        (["bawa.2: KTP"], "formulir-baris-salah"),
        (["ulang.tiap: pekan", "ulang: bulan"], "formulir-baris-salah"),
        (["a.b.c.d.e.f.g.h: x"], "formulir-baris-salah"),
        (["bawa.1000: KTP"], "formulir-bagian-rusak"),
    ],
)
def test_lines_that_fit_nowhere_are_told(lines: list[str], code: str) -> None:
    text = "\n".join([f"SELEBARAN kegiatan kab-uji 1/1 {sum_of(lines)}", *lines, f"AKHIR 1/1 {sum_of(lines)}"])
    found, problems = entry_of(text)
    assert (found, [one.code for one in problems]) == ([], [code])


def test_a_form_that_nobody_has_is_told(written: list[tuple[str, list[str]]]) -> None:
    strange = written[0][0].replace("SELEBARAN kegiatan", "SELEBARAN rahasia")
    assert [one.code for one in entry_of(strange)[1]] == ["formulir-tidak-dikenal"]


def test_what_no_form_sent_is_none(tmp_path: Path) -> None:
    for raw in (b"", b"SELEBARAN", b"Judul: x\nAKHIR", b"\xff\xfe\x00", b"PK\x03\x04"):
        assert not is_form_text(raw)
        assert sent_in({"x": raw}) == ([], [])
    assert slugs_in(b"SELEBARAN kegiatan kab-uji 1/1 00000000") == {"kab-uji"}


def test_what_lies_in_a_zip_or_a_mail_is_found_beside_other_texts(written: list[tuple[str, list[str]]]) -> None:
    text, other = written[0][0], "Senin 10 Juni 2027 di Balai Desa"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("isian.txt", text)
        archive.writestr("undangan.txt", other)
    mail = EmailMessage()
    mail.set_content(f"Selamat pagi\n\n{text}\n\nTerima kasih")
    handed = [Handed("kirim.zip", packed.getvalue()), Handed("surat.eml", bytes(mail)), Handed("x.txt", text.encode())]
    forms, others = forms_among(unpacked(handed)[0])
    assert list(forms) == ["kirim.zip/isian.txt", "surat.eml/isi.txt", "x.txt"]
    assert [one.label for one in others] == ["kirim.zip/undangan.txt"]
    for label, raw in forms.items():
        (entry,), problems = sent_in({label: raw})
        assert (entry.entry, problems) == (as_sent(RIGHT["kegiatan"]), [])
