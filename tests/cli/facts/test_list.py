"""`facts list`: the whole register by state."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from selebaran.read.project import read_project
from tests.cli.facts.kit import CHECK, DAY, LATE, Ran, change
from tests.conftest import ROOT


def test_the_list_shows_every_fact_under_its_state_in_columns(run: Callable[..., Ran], project: Path) -> None:
    change(project, "TEL-02", diperiksa_pada="2026-11-01", periksa_lagi="2028-01-01", berakhir="2029-01-01")
    assert run("facts", "list", "--as-of", LATE) == Ran(
        0,
        """harus diperiksa lagi: 1
  IUR-01  A  periksa lagi 2027-05-02  belum diperiksa       Iuran
harus diperiksa dalam 30 hari: 1
  TEL-01  A  periksa lagi 2027-11-01  belum diperiksa       Care Center
tidak berlaku lagi: 0
tidak untuk umum: 1
  REG-99  D  tanpa hari               belum diperiksa       Belum pasti
belum pernah diperiksa: 0
berlaku: 1
  TEL-02  A  periksa lagi 2028-01-01  diperiksa 2026-11-01  PANDAWA; berakhir 2029-01-01
4 fakta; 3 di antaranya belum pernah diperiksa orang
""",
        "",
    )


def test_each_state_has_its_place_in_the_list(run: Callable[..., Ran], project: Path) -> None:
    change(project, "TEL-01", berakhir=LATE)
    change(project, "TEL-02", diperiksa_pada=DAY, periksa_lagi="2027-11-15")
    out = run("facts", "list", "--as-of", LATE).out
    assert "tidak berlaku lagi: 1\n  TEL-01" in out
    assert "\nberlaku: 1\n  TEL-02" in out
    assert "belum pernah diperiksa: 2\n" in run("facts", "list", "--as-of", "2026-12-01").out


def test_the_list_as_json_has_each_fact_with_state_values_and_dates(run: Callable[..., Ran], project: Path) -> None:
    change(project, "IUR-01", penanggung_jawab="Bidang Kepesertaan")
    done = run("facts", "list", "--json", "--as-of", LATE)
    found = {row["id"]: row for row in json.loads(done.out)}
    assert done.code == 0
    assert list(found) == ["IUR-01", "TEL-01", "TEL-02", "REG-99"]
    assert found["IUR-01"] == {
        "id": "IUR-01",
        "topik": "Iuran",
        "keadaan": "lewat",
        "nilai": {"iuran_kelas_3": "Rp35.000"},
        "sumber_per": "2026-11-01",
        "diperiksa_pada": None,
        "periksa_lagi": "2027-05-02",
        "berakhir": None,
        "keyakinan": "A",
        "penanggung_jawab": "Bidang Kepesertaan",
    }
    assert [row["keadaan"] for row in found.values()] == ["lewat", "segera", "segera", "tidak-terbit"]


def test_the_real_register_is_listed_whole_and_says_that_nobody_checked_it(run: Callable[..., Ran]) -> None:
    facts = read_project(ROOT).facts.facts
    done = run("facts", "list", "--as-of", DAY, "--root", str(ROOT))
    lines = [line for line in done.out.split("\n") if line.startswith("  ")]
    assert sorted(line.split()[0] for line in lines) == sorted(fact.id for fact in facts)
    assert len({line.index("periksa") for line in lines if "periksa lagi" in line}) == 1
    never = sum(fact.checked_on is None for fact in facts)
    assert done.out.endswith(f"{len(facts)} fakta; {never} di antaranya belum pernah diperiksa orang\n")


def test_a_slip_in_a_page_is_no_reason_not_to_list_the_facts(run: Callable[..., Ran], project: Path) -> None:
    (project / "content" / "daftar.md").write_text("tanpa kepala", "utf-8")
    assert run("facts", "list").code == 0
    assert run("facts", "recheck", "IUR-01", *CHECK).code == 0
