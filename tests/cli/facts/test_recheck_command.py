"""`facts recheck`: what is written down, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.facts.kit import CHECK, DAY, NEW, REGISTER, Ran, fact, recheck, register


def test_a_check_renews_the_dates_and_leaves_its_trace(run: Callable[..., Ran], project: Path) -> None:
    before = (project / REGISTER).read_text("utf-8")
    done = run("facts", "recheck", "iur-01", *CHECK, "--kutipan", "Iuran kelas III: Rp35.000", "--per", "2026-11-10")
    assert done == Ran(0, "IUR-01 dicatat di content/fakta.yml; periksa lagi 2027-05-23\n", "")
    found = fact(project, "IUR-01")
    assert found["sumber"] == ["Perpres 59/2024", "Karangan untuk pengujian"]
    assert (found["sumber_per"], found["diperiksa_pada"]) == ("2026-11-10", DAY)
    assert found["riwayat"] == [
        {"tanggal": DAY, "oleh": "Sari", "sumber": "Perpres 59/2024", "kutipan": "Iuran kelas III: Rp35.000"}
    ]
    after = (project / REGISTER).read_text("utf-8")
    for name in ("TEL-01", "TEL-02", "REG-99"):
        start = before.index(f"  - id: {name}")
        assert before[start : before.find("  - id: ", start + 1)] in after
    assert [p.name for p in (project / "content").iterdir() if p.name.startswith(".")] == []
    assert "belum pernah diperiksa: 2\n" in run("facts", "list", "--as-of", DAY).out


def test_a_changed_value_is_told_and_kept_in_the_history(run: Callable[..., Ran], project: Path) -> None:
    done = recheck(run)
    assert done.code == 0
    assert done.out.startswith(
        "iuran_kelas_3: 35000 → 42000\nkalimat: Iuran kelas III adalah Rp35.000. → Iuran kelas III adalah Rp42.000.\n"
    )
    found = fact(project, "IUR-01")
    assert found["nilai"]["iuran_kelas_3"] == {"jenis": "rupiah", "isi": "42000"}
    assert found["riwayat"][0]["disetujui"] == "Budi"
    assert found["riwayat"][0]["semula"] == {
        "iuran_kelas_3": "35000",
        "kalimat": "Iuran kelas III adalah Rp35.000.",
    }
    assert run("explain", "kab-uji", "daftar", "--as-of", DAY).code == 0


REFUSED = {
    "a value without a second person": (NEW, "iuran_kelas_3, kalimat berubah: sebut orang kedua dengan --disetujui"),
    "a sentence without a second person": (("--kalimat", "Lain."), "kalimat berubah: sebut orang kedua"),
    "the same person": ((*NEW, "--disetujui", "Sari"), "yang menyetujui harus orang lain dari yang memeriksa"),
    "the same person in capitals": ((*NEW, "--disetujui", " SARI  "), "yang menyetujui harus orang lain"),
    "the same person with an address": ((*NEW, "--disetujui", "Bu Sari"), "yang menyetujui harus orang lain"),
    "the same person with a degree": ((*NEW, "--disetujui", "dr. Sari, M.Kes."), "yang menyetujui harus orang lain"),
    "the same person with an accent": ((*NEW, "--disetujui", "Sári"), "yang menyetujui harus orang lain"),
    "a sentence that keeps the old value": (
        (*NEW[:2], "--disetujui", "Budi"),
        "kalimatnya masih menyebut Rp35.000: tulis kalimat yang baru dengan --kalimat",
    ),
    "a name of no value": (
        ("--nilai", "iuran_kelas3=1"),
        "fakta IUR-01 tidak punya nilai 'iuran_kelas3'; yang ada: iuran_kelas_3; maksudnya 'iuran_kelas_3'?",
    ),
    "a value without a name": (("--nilai", "42000"), "'42000' tidak terbaca; tulis --nilai nama=isi"),
    "an empty value": (("--nilai", "iuran_kelas_3="), "tidak terbaca; tulis --nilai nama=isi"),
    "a value twice": ((*NEW, "--nilai", "iuran_kelas_3=5"), "nilai 'iuran_kelas_3' ditulis dua kali"),
    "a sum in words": (("--nilai", "iuran_kelas_3=Rp42.000"), "'Rp42.000' bukan angka; tulis tanpa titik dan tanpa Rp"),
    "a day that isn't one": (("--per", "2026-02-30"), "tanggal '2026-02-30' tidak terbaca; tulis tahun-bulan-hari"),
    "a source from after the check": (("--per", "2026-11-23"), "--per tidak boleh sesudah --tanggal"),
    "a choice that isn't one": (("--keyakinan", "E"), "isi '--keyakinan' tidak sah; pilih: A, B, C, D"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_check_is_refused_with_a_reason_and_nothing_is_written(
    run: Callable[..., Ran], project: Path, name: str
) -> None:
    arguments, reason = REFUSED[name]
    before = (project / REGISTER).read_bytes()
    done = run("facts", "recheck", "IUR-01", *CHECK, *arguments)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err
    assert (project / REGISTER).read_bytes() == before


def test_a_check_of_tomorrow_of_nobody_or_before_the_last_one_is_refused(run: Callable[..., Ran]) -> None:
    ahead = (date.today() + timedelta(days=5)).isoformat()
    source = ("--sumber", "Perpres")
    assert (
        f"tanggal {ahead} belum tiba"
        in run("facts", "recheck", "IUR-01", "--tanggal", ahead, "--oleh", "Sari", *source).err
    )
    nobody = run("facts", "recheck", "IUR-01", "--tanggal", DAY, "--oleh", "  ", *source)
    assert (nobody.code, nobody.err) == (2, "--oleh dan --sumber harus berisi\n")
    assert run("facts", "recheck", "IUR-01", *CHECK).code == 0
    older = run("facts", "recheck", "IUR-01", "--tanggal", "2026-11-21", "--oleh", "Sari", *source)
    assert (older.code, older.err) == (2, f"fakta IUR-01 sudah diperiksa {DAY}, sesudah tanggal itu\n")


def test_every_fault_of_a_check_is_told_at_once(run: Callable[..., Ran]) -> None:
    done = run(
        "facts", "recheck", "IUR-01", "--tanggal", "22/11/2026", "--oleh", "A", "--sumber", "b", "--nilai", "x=1"
    )
    assert len(done.err.strip().split("\n")) == 2


def test_more_confidence_needs_the_words_of_the_source(run: Callable[..., Ran], project: Path) -> None:
    refused = run("facts", "recheck", "REG-99", *CHECK, "--keyakinan", "B")
    assert (refused.code, refused.err) == (2, "keyakinan B perlu kalimat sumbernya: --kutipan\n")
    assert run("facts", "recheck", "REG-99", *CHECK, "--keyakinan", "B", "--kutipan", "Batasnya 21.").code == 0
    assert fact(project, "REG-99")["keyakinan"] == "B"


def test_what_the_register_refuses_is_told_and_not_written(run: Callable[..., Ran], project: Path) -> None:
    before = (project / REGISTER).read_bytes()
    done = run("facts", "recheck", "IUR-01", "--tanggal", DAY, "--oleh", "Sari <s@x>", "--sumber", "b")
    assert done.code == 1
    assert "error[nama-tidak-sah]" in done.err
    assert done.err.endswith("content/fakta.yml tidak diubah\n")
    assert (project / REGISTER).read_bytes() == before


def in_braces(project: Path) -> str:
    """The register with each entry in braces on a line."""
    return "fakta:\n" + "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in register(project))


def test_an_entry_in_braces_is_renewed_within_them(run: Callable[..., Ran], project: Path) -> None:
    text = in_braces(project)
    (project / REGISTER).write_text(text, "utf-8")
    assert run("facts", "recheck", "IUR-01", *CHECK).code == 0
    assert fact(project, "IUR-01")["diperiksa_pada"] == DAY
    changed = set((project / REGISTER).read_text("utf-8").splitlines()) - set(text.splitlines())
    assert len(changed) == 1


def test_what_somebody_noted_between_brackets_is_left_for_a_person(run: Callable[..., Ran], project: Path) -> None:
    text = in_braces(project).replace('"sumber": [', '"sumber": [  # lama\n  ')
    (project / REGISTER).write_text(text, "utf-8")
    done = run("facts", "recheck", "IUR-01", *CHECK)
    assert (done.code, (project / REGISTER).read_text("utf-8")) == (1, text)
    assert "tulis tiap isiannya pada barisnya sendiri" in done.err
