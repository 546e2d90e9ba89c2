"""Wrong names, a broken register, and English, for every command on facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.facts.kit import CHECK, COMMANDS, LATE, NEW, REGISTER, Ran


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("facts", "impact", "iur-1"), "tidak ada fakta 'iur-1'; maksudnya 'IUR-01'?"),
        (("facts", "impact", "iuran_kelas3"), "tidak ada fakta 'iuran_kelas3'; maksudnya 'iuran_kelas_3'?"),
        (("facts", "impact", "zzz"), "tidak ada fakta 'zzz'"),
        (("facts", "withdraw", "IUR-01", "TEL-1"), "tidak ada fakta 'TEL-1'; maksudnya 'TEL-01'?"),
        (("facts", "recheck", "IUR-10", *CHECK), "tidak ada fakta 'IUR-10'; maksudnya 'IUR-01'?"),
        (("explain", "kab-uj", "beranda"), "tidak ada daerah 'kab-uj'; maksudnya 'kab-uji'?"),
        (("explain", "kab-uji", "dafta"), "tidak ada halaman atau lembar 'dafta'; maksudnya 'daftar'?"),
        (
            ("facts", "list", "--as-of", "besok"),
            "tanggal 'besok' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26",
        ),
        (("facts", "withdraw", "--sejak", "x"), "tanggal 'x' tidak terbaca; tulis tahun-bulan-hari, contoh 2026-11-26"),
        (("facts", "recheck", "IUR-01", "--oleh", "A", "--sumber", "b"), "'--tanggal' harus diisi"),
    ],
)
def test_what_is_not_there_gives_code_2_and_the_nearest_name(
    run: Callable[..., Ran], arguments: tuple[str, ...], said: str
) -> None:
    assert run(*arguments) == Ran(2, "", f"{said}\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[1] if c[0] == "facts" else c[0])
def test_a_broken_register_gives_code_1_and_the_place(
    run: Callable[..., Ran], project: Path, command: tuple[str, ...]
) -> None:
    with (project / REGISTER).open("a", encoding="utf-8") as file:
        file.write("  - id: IUR-02\n    topik: [\n")
    before = (project / REGISTER).read_bytes()
    done = run(*command)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("content/fakta.yml:")
    assert "error[yaml-" in done.err
    assert (project / REGISTER).read_bytes() == before


ENGLISH = {
    "list": "overdue: 1\n",
    "due": "facts due now: 1; within 30 days: 2\n",
    "impact": "pages: 2, pieces: 1, districts: 2, editions: 0\n",
    "withdraw": "editions to take down: 0, in districts: 0\n",
    "recheck": "IUR-01 noted in content/fakta.yml; check again 2027-05-23\n",
    "explain": "(beginning)",
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[1] if c[0] == "facts" else c[0])
def test_each_command_speaks_english_when_asked(run: Callable[..., Ran], command: tuple[str, ...]) -> None:
    day = () if "recheck" in command else ("--as-of", LATE)
    done = run(*command, *day, "--lang", "en")
    assert ENGLISH[command[1] if command[0] == "facts" else command[0]] in done.out
    said = re.sub(r"kab-uji|lembar periksa|\S+\.yml", "", done.out)
    for word in ("diperiksa", "halaman", "daerah", "keadaan", "naskah", "tanpa"):
        assert word not in said


def test_english_refusals_name_the_same_things(run: Callable[..., Ran]) -> None:
    assert run("facts", "impact", "iur-1", "--lang", "en") == Ran(2, "", "no fact 'iur-1'; did you mean 'IUR-01'?\n")
    done = run("facts", "recheck", "IUR-01", *CHECK, *NEW, "--lang", "en")
    assert done.err == "iuran_kelas_3, kalimat changed: name a second person with --disetujui\n"
