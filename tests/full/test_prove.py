"""The fast way against the plain one: the site of every region of the country on the day after it was built, the four
hardest districts with all their sheets, a publication, and a kept sheet that isn't what would be made."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bench.corpus import project_of
from selebaran.press import shelf
from selebaran.publish.chosen import HOSTILE
from selebaran.read.regions import regions
from tests.conftest import DAY, LONGEST, PROJECT, SHORT, run_here, with_fonts
from tests.publish.little import edit
from tests.publish.terbitan import EVENT, PUBLISHES, READY, dump, make_project

SEED = 25
COUNT, PROVED = 6, 4
"""Sheets are prepared for so many (`MANY` in publish/district.py); the hardest are held against the plain way."""
AROUND = shutil.ignore_patterns(".git", ".venv", ".cache", "dist", "tests", "docs", "bench")


@pytest.mark.parametrize("half", [0, 1])
def test_the_sites_of_the_whole_country_are_the_same_the_plain_way(half: int, memory: Path) -> None:
    """Districts of this project and all other regions are joined, and given their new day; each is held against what is
    made of it plainly. Every other one at once, so that two processes share the work."""
    project, slugs = project_of(memory / "proyek", len(regions().districts))
    mine = slugs[half::2]
    where = (*mine, "--only", "site", "--root", str(project), "--out", str(memory / "dist"), "--as-of")
    assert run_here(*where, DAY.isoformat()).returncode == 0
    tomorrow = DAY + timedelta(days=1)
    done = run_here(*where, tomorrow.isoformat(), "--prove", str(len(mine) + 1), "--benih", str(SEED))
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"sama dengan cara biasa ({len(mine) + 1} daerah" in done.stdout
    assert f"] {HOSTILE}" in done.stderr


def test_some_districts_are_the_same_the_plain_way_with_all_their_sheets(tmp_path: Path) -> None:
    listed = [path.parent.name for path in sorted(PROJECT.glob("districts/k*/daerah.yml"))]
    slugs = dict.fromkeys(("kab-contoh", LONGEST, "kab-nduga", *listed[:: len(listed) // COUNT]))
    done = run_here(*list(slugs)[:COUNT], "--out", str(tmp_path / "dist"), "--prove", str(PROVED), "--benih", str(SEED))
    assert done.returncode == 0, done.stderr[-3000:]
    assert "sama dengan cara biasa" in done.stdout


def test_a_publication_is_the_same_the_plain_way(tmp_path: Path) -> None:
    project = make_project(tmp_path / "proyek")
    dump(project / "districts" / READY / "jadwal.yml", {"kegiatan": [EVENT]})
    where = ("--root", str(project), "--out", str(tmp_path / "dist"), "--as-of", PUBLISHES.isoformat())
    done = run_here(READY, *where, "--publish", "--without-walls", "--prove", "1")
    assert done.returncode == 0, done.stderr[-3000:]
    assert "sama dengan cara biasa (1 daerah" in done.stdout


def test_a_kept_sheet_that_would_be_another_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = with_fonts(shutil.copytree(PROJECT, tmp_path / "proyek", ignore=AROUND))
    only = ("--only", "print", "--profil", "hemat")
    asked = (SHORT, *only, "--root", str(project), "--out", str(tmp_path / "dist"), "--as-of", DAY.isoformat())
    monkeypatch.setattr(shelf, "made_of", lambda job, *more: "0" * 64)
    assert run_here(*asked).returncode == 0
    edit(project / "printables" / "poster-cukup-ktp" / "piece.html", "<p>Tanya? Telepon</p>", "<p>Tanya? Tilpon</p>")
    done = run_here(*asked, "--prove", "1")
    assert done.returncode == 1
    assert "(lembar poster-cukup-ktp), bita " in done.stderr
