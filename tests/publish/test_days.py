"""On another day a site of which nothing else is otherwise gets the day, and is that of a clean build."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from selebaran.publish import build as story
from selebaran.publish.answers import BUILT, built_of
from selebaran.publish.believed import NotBelieved, line_of
from selebaran.publish.days import Days
from selebaran.publish.district import Built
from selebaran.publish.redated import copied
from selebaran.publish.report.packed import unpacked
from selebaran.site.dated import is_left, is_shown_as_it_is, on_another_day, with_forms
from tests.conftest import run_here
from tests.publish.little import FIRST, little, public

NOON, NEXT, TENTH = date(2026, 11, 28), date(2026, 11, 29), date(2026, 12, 10)


def build(project: Path, day: date, out: str = "dist", *more: str) -> None:
    """The site of a district without events."""
    where = ("--root", str(project), "--out", str(project / out))
    done = run_here(FIRST, "--only", "site", "--as-of", day.isoformat(), *where, *more)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = little(tmp_path_factory.mktemp("hari") / "proyek")
    build(made, NOON)
    return made


def test_the_next_days_site_is_that_of_a_clean_build_and_nobody_makes_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project, NEXT, "bersih", "--fresh")
    build(project, TENTH, "jauh", "--fresh")
    with monkeypatch.context() as patched:
        patched.setattr(story, "make_all", lambda *given, **named: pytest.fail("somebody made it"))
        build(project, NEXT)
        assert public(project) == public(project, "bersih")
        build(project, TENTH)  # its name is longer
        assert public(project) == public(project, "jauh")
        build(project, NOON)
    page = (project / "dist/situs/dinkessehat.example/daftar/index.html").read_text("utf-8")
    assert '<meta name="hari" content="2026-11-28"' in page
    assert "29 November 2026" not in page


@pytest.mark.parametrize("which", [f"{FIRST}.json.gz", f"artefak/{FIRST}.json.gz"])
def test_a_report_that_is_damaged_without_a_sign_of_it_is_made_again_on_the_next_day(
    project: Path, tmp_path: Path, which: str
) -> None:
    mine = tmp_path / "proyek"
    shutil.copytree(project, mine, symlinks=True)
    build(mine, NOON)
    path = mine / "dist" / "laporan" / which
    was, content = path.stat(), path.read_bytes()
    with path.open("r+b") as file:  # in place, as a disk forgets
        file.write(content[:30] + bytes(20))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    build(mine, NEXT)
    build(mine, NEXT, "bersih", "--fresh")
    assert unpacked(path) == unpacked(mine / "bersih" / "laporan" / which)


def test_a_site_that_shows_its_day_otherwise_than_was_told_is_made_anew(tmp_path: Path) -> None:
    root = tmp_path / "situs" / "a.example"
    root.mkdir(parents=True)
    (root / "index.html").write_text("Disusun 28 November 2026. 2026-11-28", "utf-8")

    def is_done(*begins: int) -> bool:
        fresh = tmp_path / "baru"
        shutil.rmtree(fresh, ignore_errors=True)
        found = copied(fresh, root, {"index.html": begins}, (NOON, NEXT))
        return found is not None and (fresh / "index.html").read_text() == "Disusun 29 November 2026. 2026-11-29"

    assert is_done(8, 26)
    assert not is_done(7)
    assert not is_done(26, 8)
    assert not is_done(-10)
    assert not is_done(8, 8)
    assert copied(tmp_path / "lain", root, {"lain.html": (8,)}, (NOON, NEXT)) is None


def test_a_longer_day_moves_what_stands_behind_it() -> None:
    found = on_another_day(b"2026-12-09: 9 Desember 2026, 9 Desember 2026", (0, 12, 29), date(2026, 12, 9), TENTH)
    assert found == (b"2026-12-10: 10 Desember 2026, 10 Desember 2026", (0, 12, 30))
    assert on_another_day(*found, TENTH, date(2026, 12, 9)) is not None


def test_a_template_that_makes_something_of_the_day_gets_no_mark() -> None:
    assert is_shown_as_it_is(["<p>{{ situs.tanggal | e }} {{ jam.disusun }}</p>", "{{ f.tanggal }}"])
    assert not is_shown_as_it_is(["{{ situs.tanggal | upper }}"])
    assert not is_shown_as_it_is(["{% if situs.disusun < '2027' %}{% endif %}"])
    assert not is_shown_as_it_is(["{{ situs.disusun[:4] }}"])
    assert is_left("QZTGLZQ")
    assert not is_left("QzTgLzQ")
    assert with_forms(b"ab", {}) == (b"ab", ())


def test_a_child_tells_no_more_days_than_a_page_can_show() -> None:
    days = Days(NOON, NEXT, {"index.html": tuple(range(101))})
    with pytest.raises(NotBelieved):
        built_of(
            line_of(BUILT, Built("kab-a", "a.example", 1, 0, (), days=days)), "kab-a", "a.example", published=False
        )


def test_where_a_text_says_the_day_it_is_made_for_each(tmp_path: Path) -> None:
    project = little(tmp_path / "proyek")
    page = project / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8") + "\nMenurut data {{ daerah.kegiatan_per }}.\n", "utf-8")
    for day in (NOON, NEXT):
        build(project, day)
    shown = (project / "dist/situs/dinkessehat.example/daftar/index.html").read_text("utf-8")
    assert "Menurut data 29 November 2026." in shown
