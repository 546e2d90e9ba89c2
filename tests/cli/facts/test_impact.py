"""`facts impact` and `facts withdraw`: what a fact touches, and which paper is wrong by now."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from selebaran.cli import traces
from selebaran.publish.costs import Cost, keep_costs
from selebaran.publish.survey import survey
from tests.cli.facts.kit import DAY, Ran, publish, recheck


def test_impact_names_pages_with_blocks_pieces_with_panels_and_districts(run: Callable[..., Ran]) -> None:
    done = run("facts", "impact", "IUR-01", "--as-of", DAY)
    assert done == Ran(
        0,
        """IUR-01: Iuran
  halaman daftar: biaya
  halaman istilah: huruf-i
  lembar kecil: isi
  bila berubah: 4 halaman dan 2 lembar lain; lamanya belum diketahui: belum pernah dibangun di sini
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


def test_the_next_question_composes_only_what_has_changed(
    run: Callable[..., Ran], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("facts", "impact", "IUR-01", "--as-of", DAY)
    asked: list[str] = []

    def noting(root: Path, slugs: tuple[str, ...], *rest: Any) -> Iterator[Any]:
        asked.extend(slugs)
        return survey(root, slugs, *rest)

    monkeypatch.setattr(traces, "survey", noting)
    assert run("facts", "impact", "IUR-01", "--as-of", DAY) == first
    assert asked == []
    page = project / "districts" / "kab-uji" / "halaman" / "iuran-kami.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\njudul: Iuran kami\nringkas: Berapa.\n---\n\n{{ fakta.iuran_kelas_3 }}\n", "utf-8")
    assert "  halaman iuran-kami: isi halaman\n" in run("facts", "impact", "IUR-01", "--as-of", DAY).out
    assert asked == ["kab-uji"]
    facts = project / "content" / "fakta.yml"
    facts.write_text(facts.read_text("utf-8") + "\n", "utf-8")
    run("facts", "impact", "IUR-01", "--as-of", DAY)
    assert sorted(asked) == ["kab-sehat", "kab-uji", "kab-uji"]


def test_it_says_beforehand_what_a_change_will_take(run: Callable[..., Ran], project: Path) -> None:
    keep_costs(project / "dist", [Cost(1, 3.0), Cost(3, 5.0, 10, 20.0)])
    keep_costs(project / "dist", [])
    assert "4 halaman dan 2 lembar lain; kira-kira 8 detik" in run("facts", "impact", "IUR-01", "--as-of", DAY).out
    keep_costs(project / "dist", [Cost(2, 1.0)])
    found = json.loads(run("facts", "impact", "IUR-01", "--json", "--as-of", DAY).out)
    assert found["biaya"] == {"halaman": 4, "lembar": 2, "detik": 5.0}


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


def test_text_in_which_a_value_was_typed_is_named_with_its_line(run: Callable[..., Ran], project: Path) -> None:
    own = project / "districts" / "kab-uji"
    write(own / "halaman" / "posko.md", "judul: Posko\nringkas: Tempat bertanya.", "Iuran Rp35.000 sebulan.")
    kept = write(own / "timpaan" / "daftar" / "syarat.md", HEAD, "KTP. Iurannya 35.000.")
    kept.with_name("syarat.dasar.md").write_text("## Yang dibawa {#syarat}\n\nKTP dan Kartu Keluarga.\n", "utf-8")
    done = run("facts", "impact", "IUR-01", "--as-of", DAY)
    assert "  diketik di districts/kab-uji/halaman/posko.md:6:7: 'Rp35.000'\n" in done.out
    assert "  diketik di districts/kab-uji/timpaan/daftar/syarat.md:7:15: '35.000'\n" in done.out
    assert "diketik" not in run("facts", "impact", "TEL-01", "--as-of", DAY).out


def test_the_value_that_a_fact_had_before_is_found_as_well(run: Callable[..., Ran], project: Path) -> None:
    path = project / "districts" / "kab-uji" / "halaman" / "kabar" / "posko.md"
    write(path, "judul: Posko\nringkas: Bertanya.\ntanggal: 2026-11-20", "Dulu Rp35.000, kini Rp42.000.")
    assert recheck(run).code == 0
    found = json.loads(run("facts", "impact", "iuran_kelas_3", "--json", "--as-of", DAY).out)["diketik"]
    place = {"berkas": "districts/kab-uji/halaman/kabar/posko.md", "baris": 7}
    assert found == [
        {**place, "kolom": 6, "isi": "Rp35.000", "isi_lama": True},
        {**place, "kolom": 21, "isi": "Rp42.000", "isi_lama": False},
    ]
    assert "posko.md:7:6: 'Rp35.000' (isi lama)\n" in run("facts", "impact", "IUR-01", "--as-of", DAY).out


HEAD = "oleh: Dinas Uji\ntanggal: 2026-11-20\nalasan: Di sini lain."


def write(path: Path, head: str, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
    return path
