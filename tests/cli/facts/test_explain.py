"""`explain`: where each part of a page came from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.model.artifact import Artifact
from selebaran.publish.report.artifacts import write_artifacts
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
        "berkas": ["content/daftar.md", "content/fakta.yml"],
    }
    assert "hasil" not in found


def test_explain_names_the_files_of_each_part_and_those_of_the_whole(run: Callable[..., Ran]) -> None:
    parts = ("--as-of", DAY, "--root", str(ROOT))
    out = run("explain", DEMO, "daftar", *parts).out
    assert f"    berkas lain: districts/_provinsi/provinsi-contoh/provinsi.yml, districts/{DEMO}/daerah.yml\n" in out
    found = json.loads(run("explain", DEMO, "leaflet-daftar", "--json", *parts).out)
    panels = {part["bagian"]: part["berkas"] for part in found["bagian"]}
    assert {"content/daftar.md", "content/seni/keluarga.svg"} <= set(panels["langkah-1-2"])
    assert "content/iuran.md" in panels["iuran"]
    assert "content/iuran.md" not in panels["langkah-1-2"]
    assert {"templates/tokens.css", "templates/print/print.css", *panels["iuran"]} <= set(found["berkas"])


@pytest.mark.parametrize("name", ["daftar", "kecil"])
def test_explain_names_the_files_of_the_last_build(run: Callable[..., Ran], tmp_path: Path, name: str) -> None:
    site = tmp_path / "kab-uji"
    made = [
        Artifact("daftar/index.html", "halaman", "a" * 64, ("content/daftar.md", "mkdocs.yml")),
        Artifact("iuran/index.html", "halaman", "b" * 64, ("content/iuran.md", "mkdocs.yml")),
        Artifact("unduh/kecil/kecil-layar.pdf", "lembar", "c" * 64, ("printables/kecil/piece.html",)),
    ]
    for one in made:
        (site / one.path).parent.mkdir(parents=True)
        (site / one.path).touch()
    write_artifacts(tmp_path, "kab-uji", made, site)
    arguments = ("explain", "kab-uji", name, "--hasil", "--out", str(tmp_path))
    (one,) = json.loads(run(*arguments, "--json").out)["hasil"]
    wanted = made[0] if name == "daftar" else made[2]
    assert Artifact(one["berkas"], one["jenis"], one["sidik"], tuple(one["dari"])) == wanted
    line = f"    {wanted.path}  {wanted.kind}  {wanted.digest[:12]}  dari {len(wanted.inputs)} masukan\n"
    assert run(*arguments).out.endswith(f"hasil bangunan terakhir:\n{line}")


def test_explain_says_when_nothing_is_built(run: Callable[..., Ran], tmp_path: Path) -> None:
    out = run("explain", "kab-uji", "daftar", "--hasil", "--out", str(tmp_path)).out
    assert out.endswith("belum ada hasilnya; buat dulu: selebaran build kab-uji\n")


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
