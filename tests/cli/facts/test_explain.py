"""`explain`: where each part of a page came from."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.facts.kit import DAY, LATE, Ran
from tests.conftest import DEMO, ROOT


def test_explain_shows_where_each_block_is_and_what_it_rests_on(run: Callable[..., Ran]) -> None:
    done = run("explain", "kab-uji", "daftar", "--as-of", LATE)
    assert done == Ran(
        0,
        """daftar: Cara mendaftar (Kabupaten Uji, 2027-10-15)
syarat  content/daftar.md:8   naskah bersama
biaya   content/daftar.md:12  naskah bersama
    IUR-01  keadaan 2026-11-01 (348 hari)  belum diperiksa  Iuran; HARUS DIPERIKSA LAGI
""",
        "",
    )


def test_explain_shows_the_panels_of_a_sheet_at_their_lines(run: Callable[..., Ran]) -> None:
    out = run("explain", "kab-uji", "kecil", "--as-of", DAY).out
    assert out.startswith("kecil: Lembar kecil (Kabupaten Uji, 2026-11-22)\nisi  printables/kecil/piece.html:4  ")
    assert "    TEL-01  keadaan 2026-11-01 (21 hari)  belum diperiksa  Care Center\n" in out


def test_explain_as_json(run: Callable[..., Ran]) -> None:
    found = json.loads(run("explain", "kab-uji", "daftar", "--json", "--as-of", LATE).out)
    assert (found["halaman"], found["judul"]) == ("daftar", "Cara mendaftar")
    assert found["bagian"][1] == {
        "bagian": "biaya",
        "asal": "content/daftar.md:12",
        "timpaan": None,
        "fakta": [{"id": "IUR-01", "keadaan": "lewat", "umur_hari": 348, "diperiksa_pada": None}],
        "isian": [],
    }


def test_explain_of_a_real_page_points_at_lines_that_hold_the_block(run: Callable[..., Ran]) -> None:
    found = json.loads(run("explain", DEMO, "iuran", "--json", "--as-of", DAY, "--root", str(ROOT)).out)
    for part in found["bagian"]:
        file, line = part["asal"].split(":")
        there = (ROOT / file).read_text("utf-8").split("\n")[int(line) - 1]
        assert not part["bagian"] or f"#{part['bagian']}" in there
    assert "IUR-01" in {fact["id"] for part in found["bagian"] for fact in part["fakta"]}


@pytest.mark.parametrize("page", ["/", "beranda"])
def test_the_first_page_has_two_names(run: Callable[..., Ran], page: str) -> None:
    assert run("explain", "kab-uji", page).out.startswith(f"{page}: Mulai dari sini")
