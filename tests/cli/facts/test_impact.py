"""`facts impact` and `facts withdraw`: what a fact touches, and which paper is wrong by now."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.facts.kit import DAY, Ran, publish, recheck


def test_impact_names_pages_with_blocks_pieces_with_panels_and_districts(run: Callable[..., Ran]) -> None:
    done = run("facts", "impact", "IUR-01", "--as-of", DAY)
    assert done == Ran(
        0,
        """IUR-01: Iuran
  halaman daftar: biaya
  halaman istilah: huruf-i
  lembar kecil: isi
2 halaman, 1 lembar, 2 daerah, 0 edisi
""",
        "",
    )


@pytest.mark.parametrize("name", ["iuran_kelas_3", "IUR-01", "iur-01"])
def test_a_fact_is_found_by_its_code_or_by_the_name_of_a_value(run: Callable[..., Ran], name: str) -> None:
    found = json.loads(run("facts", "impact", name, "--json", "--as-of", DAY).out)
    assert found["halaman"] == {"daftar": ["biaya"], "istilah": ["huruf-i"]}
    assert found["lembar"] == {"kecil": ["isi"]}
    assert found["daerah"] == ["kab-sehat", "kab-uji"]


def test_editions_of_the_ledger_that_state_it_are_named(run: Callable[..., Ran], project: Path) -> None:
    code = publish(project)
    done = run("facts", "impact", "iuran_kelas_3", "--as-of", DAY)
    assert f"  edisi {code}, terbit 2026-11-20, kab-uji\n" in done.out
    assert done.out.endswith(", 1 edisi\n")
    assert run("facts", "impact", "pandawa", "--as-of", DAY).out.endswith(" 0 edisi\n")


def test_a_district_that_cannot_be_read_is_said_to_be_missing(run: Callable[..., Ran], project: Path) -> None:
    (project / "districts" / "kab-sehat" / "daerah.yml").write_text("nama: [", "utf-8")
    for command in (("facts", "impact", "IUR-01"), ("facts", "withdraw")):
        done = run(*command)
        assert (done.code, done.err) == (1, "kab-sehat tidak ikut dihitung; sebabnya: selebaran check kab-sehat\n")


def test_no_change_means_no_sheet_to_take_down(run: Callable[..., Ran], project: Path) -> None:
    publish(project)
    assert run("facts", "withdraw", "--as-of", DAY) == Ran(0, "0 edisi di 0 daerah harus diturunkan\n", "")


def test_a_change_makes_a_letter_to_the_district(run: Callable[..., Ran], project: Path, tmp_path: Path) -> None:
    code = publish(project)
    assert recheck(run).code == 0
    done = run("facts", "withdraw", "--as-of", "2026-11-25")
    assert done.code == 0
    for text in (
        "Perihal: lembar JKN yang harus diturunkan\nTanggal: 25 November 2026\n",
        f"1. Lembar kecil, edisi {code}, terbit 20 November 2026\n",
        "   - Iuran kelas 3: Rp35.000 menjadi Rp42.000\n",
        "1 edisi di 1 daerah harus diturunkan\n",
    ):
        assert text in done.out
    assert run("facts", "withdraw", "IUR-01", "--as-of", "2026-11-25").out == done.out
    assert run("facts", "withdraw", "TEL-01", "--as-of", "2026-11-25").out.startswith("0 edisi")
    assert run("facts", "withdraw", "--sejak", "2026-11-26", "--as-of", "2026-11-25").out.startswith("0 edisi")
    assert run("facts", "withdraw", "--sejak", DAY, "--as-of", "2026-11-25").out == done.out
    written = run("facts", "withdraw", "--as-of", "2026-11-25", "--out", str(tmp_path / "surat"))
    assert written.out.startswith(f"surat: {tmp_path / 'surat' / 'kab-uji.txt'}\n")
    assert (tmp_path / "surat" / "kab-uji.txt").read_text("utf-8") in done.out
