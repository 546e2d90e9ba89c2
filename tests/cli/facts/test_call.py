"""`facts call` and `facts recheck --from`: an hour on the telephone, from the script to the register."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from selebaran.cli.script import script_pdf
from selebaran.desk.call import call_of
from selebaran.model.registry import Registry
from tests.cli.facts.kit import LATE, REGISTER, Ran, fact, register
from tests.conftest import ROOT
from tests.desk.table import DAY


@pytest.fixture(autouse=True)
def fonts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fonts that the repository has made already."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")  # the press sets it; afterwards it is as it was
    (project / ".cache").symlink_to(ROOT / ".cache")


@pytest.fixture
def table(run: Callable[..., Ran], project: Path, tmp_path: Path) -> Path:
    """A table in YAML for the three facts that are due by then, with those who asked and answered."""
    done = run("facts", "call", "--as-of", LATE, "--pdf", str(tmp_path / "jam.pdf"))
    assert done.code == 0, done.err
    found = tmp_path / "jam.yml"
    text = found.read_text("utf-8").replace("yang_bertanya:", "yang_bertanya: Sari #", 1)
    text = text.replace("hari_bertanya:", "hari_bertanya: 2026-11-22 #", 1)
    found.write_text(
        text.replace("    nama:", "    nama: Wati").replace("    jabatan:", "    jabatan: Kepala"), "utf-8"
    )
    return found


def answer(table: Path, **answers: str) -> None:
    """Type an answer behind the first empty key `jawaban` below a fact, or behind a value or what is said once."""
    text = table.read_text("utf-8")
    for name, typed in answers.items():
        key = name.replace("__", "-")
        found = re.compile(rf"(?ms)(^      {key}:\n        jawaban:)()$|(^ *{key}:)( *#[^\n]*)?$")
        text = found.sub(lambda m, typed=typed: f"{m[1] or m[3]} {typed}", text, count=1)
    table.write_text(text, "utf-8")


@pytest.mark.parametrize("every", [False, True], ids=["due", "all"])
def test_the_script_has_two_pages_in_a_type_that_can_be_read_aloud(every: bool, registry: Registry) -> None:
    call = call_of(registry, DAY, every=every)
    assert call.count >= 48
    with pymupdf.open(stream=script_pdf(call, registry, ROOT / ".cache")) as pdf:
        assert len(pdf) == 2
        spans = [
            s for page in pdf for b in page.get_text("dict")["blocks"] for r in b.get("lines", ()) for s in r["spans"]
        ]
        words = " ".join(page.get_text() for page in pdf)
    assert min(span["size"] for span in spans if span["text"].strip()) >= 8.99
    assert [q.fact.id for group in call.groups for q in group.questions if q.fact.id not in words] == []
    assert words.count("lain:") == call.count
    bare = "".join(words.split())
    for question in (q for group in call.groups for q in group.questions):
        asked = {"".join(text.split()) for text in (question.asked, question.fact.topic)}
        assert any(text in bare for text in asked), question.fact.id  # whole: half a question asks nothing
        assert "".join(question.fact.sentence[:24].split()) in bare, question.fact.id


def test_a_call_writes_the_script_and_leaves_a_table_that_is_there(run: Callable[..., Ran], project: Path) -> None:
    done = run("facts", "call", "--as-of", LATE)
    assert done.code == 0
    assert done.out.endswith("3 fakta di 1 halaman\n")
    folder = project / "dist" / "laporan" / "telepon"
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".xlsx", ".yml"}
    (folder / f"jam-petugas-{LATE}.yml").write_text("terisi", "utf-8")
    again = run("facts", "call", "--as-of", LATE)
    assert f"jam-petugas-{LATE}.yml sudah ada, dan tidak ditimpa" in again.err
    assert (folder / f"jam-petugas-{LATE}.yml").read_text("utf-8") == "terisi"


def test_answers_are_shown_and_noted_in_one_go(run: Callable[..., Ran], project: Path, table: Path) -> None:
    before = (project / REGISTER).read_bytes()
    answer(
        table, IUR__01="Iuran kelas III adalah Rp42.000.", iuran_kelas_3="Rp42.000", orang_kedua="Budi", TEL__01="tetap"
    )
    shown = run("facts", "recheck", "--from", str(table), "--dry-run")
    assert shown == Ran(
        0,
        "IUR-01: berubah\n  iuran_kelas_3: 35000 → 42000\n"
        "  kalimat: Iuran kelas III adalah Rp35.000. → Iuran kelas III adalah Rp42.000.\n"
        "1 tetap, 1 berubah, 0 lebih yakin, 1 kosong\n",
        "",
    )
    assert (project / REGISTER).read_bytes() == before
    unasked = run("facts", "recheck", "--from", str(table))
    assert (unasked.code, unasked.out) == (2, f"{shown.out}untuk menulisnya, jalankan lagi dengan --yes\n")
    assert (project / REGISTER).read_bytes() == before
    done = run("facts", "recheck", "--from", str(table), "--yes")
    assert done == Ran(0, f"{shown.out}2 fakta dicatat di content/fakta.yml\n", "")
    changed = fact(project, "IUR-01")
    assert changed["nilai"]["iuran_kelas_3"]["isi"] == "42000"
    assert changed["riwayat"] == [
        {
            "tanggal": "2026-11-22",
            "oleh": "Sari",
            "sumber": "Jawaban Wati, Kepala, 22 November 2026",
            "penjawab": "Wati",
            "jabatan": "Kepala",
            "disetujui": "Budi",
            "semula": {"iuran_kelas_3": "35000", "kalimat": "Iuran kelas III adalah Rp35.000."},
        }
    ]
    assert "riwayat" in fact(project, "TEL-01")
    assert len([entry for entry in register(project) if "riwayat" in entry]) == 2


def test_one_slip_and_nothing_of_the_table_is_noted(run: Callable[..., Ran], project: Path, table: Path) -> None:
    before = (project / REGISTER).read_bytes()
    answer(table, IUR__01="Iuran kelas III adalah Rp42.000.", iuran_kelas_3="42 ribu", TEL__01="tetap")
    done = run("facts", "recheck", "--from", str(table), "--yes")
    assert (done.code, done.out) == (1, "")
    assert re.search(r"^jam\.yml:\d+:\d+: error\[jawaban-bukan-jenisnya\]: '42 ribu'", done.err)
    assert done.err.endswith("content/fakta.yml tidak diubah\n")
    assert (project / REGISTER).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "tidak-ada.xlsx"), "tabel 'tidak-ada.xlsx' tidak ada, atau tidak dapat dibaca"),
        (("--from", "x.yml", "--oleh", "Sari"), "--from dipakai sendiri: isi lainnya ada di tabelnya"),
        (("IUR-01", "--from", "x.yml"), "--from dipakai sendiri: isi lainnya ada di tabelnya"),
        (("IUR-01", "--yes"), "--yes dan --dry-run hanya untuk --from"),
    ],
)
def test_what_does_not_go_together_is_told(run: Callable[..., Ran], arguments: tuple[str, ...], said: str) -> None:
    assert run("facts", "recheck", *arguments) == Ran(2, "", f"{said}\n")
