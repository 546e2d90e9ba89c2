"""What has not changed since the last build isn't made again, and everything is as if it had been."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from selebaran.cli.asked_build import Asked
from selebaran.cli.build import build_command
from selebaran.cli.unchanged import before_of
from selebaran.jobs.children import STAGE
from selebaran.model.problem import Place, problem, warning
from selebaran.publish import build as story
from selebaran.publish.layout import memory_of, store_of
from selebaran.publish.swap import REPLACED
from selebaran.publish.unchanged import FLEETING, STOPPED, is_lasting
from selebaran.words import of_workers
from tests.cli.test_start import HEAVY, LOADED
from tests.conftest import DAY, ROOT
from tests.publish.little import FIRST, SECOND, build, edit, little, problems, public

SITE = "situs/dinkessehat.example/daftar/index.html"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two districts, built; of one there is something to be said. Each test leaves them built."""
    made = little(tmp_path_factory.mktemp("tetap") / "proyek")
    page = made / "districts" / SECOND / "halaman"
    page.mkdir()
    (page / "posko.md").write_text(
        "---\njudul: Posko\nringkas: Posko kami.\n---\n<center>Telepon 119</center>\n", "utf-8"
    )
    build(made)
    return made


def looks(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of an output with what tells that nobody touched it."""
    found = ((path, path.lstat()) for path in folder.rglob("*"))
    return {str(path): (stat.st_ino, stat.st_mtime_ns) for path, stat in found}


def test_a_build_of_which_nothing_changed_says_the_same_and_touches_nothing(project: Path) -> None:
    full, before = build(project, out="lain"), looks(project / "dist")
    again = build(project)
    assert problems(again) == problems(full) != []
    assert again.returncode == full.returncode
    assert "tidak ada yang berubah sejak build yang lalu" in again.stderr
    assert "2 (tetap 2, dibuat 0)" in again.stdout
    assert looks(project / "dist") == before
    assert public(project) == public(project, "lain")
    as_json = build(project, "--json")
    assert [json.loads(line)["code"] for line in as_json.stdout.splitlines()] != []
    assert build(project, "--fresh").stderr.count("tetap") == 0


def test_it_says_so_before_anything_heavy_is_loaded(project: Path) -> None:
    asked = ("build", "--only", "site", "--as-of", "2026-11-21", "--root", str(project), "--quiet")
    done = subprocess.run([sys.executable, "-c", LOADED, *asked], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout.splitlines()[-1])) & (HEAVY | {"yaml"}) == set()


def test_what_changed_is_made_and_the_rest_stays(project: Path) -> None:
    edit(project / "districts" / SECOND / "jadwal.yml", "Balai Desa Uji", "Balai Desa Baru")
    done = build(project)
    assert f"{FIRST}  tetap" in done.stderr
    assert "2 (tetap 1, dibuat 1)" in done.stdout
    assert problems(build(project, out="lain")) == problems(done)
    assert public(project) == public(project, "lain")


def test_an_output_that_somebody_changed_is_made_again(project: Path) -> None:
    site = project / "dist" / SITE
    whole = site.read_bytes()
    site.chmod(0o644)
    site.write_bytes(whole[:-9] + b"sebagian.")
    assert f"{SECOND}  tetap" in build(project).stderr
    assert site.read_bytes() == whole
    site.with_name("titipan.txt").write_text("milik orang", "utf-8")
    build(project)
    assert not (project / "dist" / SITE).with_name("titipan.txt").exists()
    report = project / "dist" / "laporan" / "index.html"
    report.unlink()
    assert "2 (tetap 2, dibuat 0)" in build(project).stdout
    assert report.is_file()


def test_an_entry_that_is_half_written_is_none(project: Path) -> None:
    for path in memory_of(project / "dist").rglob("*.json"):
        if not path.name.startswith(SECOND):
            path.write_bytes(path.read_bytes()[:-40])
    said = build(project).stderr
    assert f"{SECOND}  tetap" in said
    assert f"{FIRST}  tetap" not in said
    assert "tidak ada yang berubah" in build(project).stderr


def test_a_pipe_in_place_of_what_is_kept_is_none_and_is_not_waited_for(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    build(project)
    store = store_of(project / "dist")
    kept = [
        *(path for folder in (memory_of(project / "dist"), tmp_path) for path in folder.rglob("*") if path.is_file()),
        *store.glob("*/*.json"),
        *(project / "dist" / "laporan").rglob("*.gz"),
    ]
    for path in kept:
        path.unlink()
        os.mkfifo(path)
    assert {path.parent.name for path in kept} >= {"daerah", "rupa", "dinkessehat.example"}
    asked = ("build", "--only", "site", "--as-of", DAY.isoformat(), "--root", str(project))
    command = [sys.executable, str(ROOT / "build.py"), *asked[1:], "--out", str(project / "dist")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "  tetap" not in done.stderr
    assert problems(build(project, out="lain")) == problems(done)
    assert public(project) == public(project, "lain")


def test_an_entry_of_another_district_is_none(project: Path) -> None:
    for kind in ("daerah", "rupa"):
        (mine,) = (memory_of(project / "dist") / kind).glob(f"{FIRST}.*")
        (other,) = (memory_of(project / "dist") / kind).glob(f"{SECOND}.*")
        mine.write_bytes(other.read_bytes())
    edit(project / "districts" / SECOND / "jadwal.yml", "Balai Desa", "Balai Warga")
    said = build(project).stderr
    assert "tetap" not in said


def test_after_a_build_that_was_killed_the_next_one_clears_up(project: Path) -> None:
    left = project / "dist" / f"{STAGE}x"
    left.mkdir()
    assert "tidak ada yang berubah" not in build(project).stderr
    assert not left.exists()


def test_a_file_that_was_saved_while_a_build_ran_belongs_to_the_next(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule = project / "districts" / SECOND / "jadwal.yml"
    text, portal = schedule.read_text("utf-8"), story.write_portal

    def saved_meanwhile(*arguments: object) -> object:
        schedule.write_text(text.replace("Pos pendaftaran", "Pos layanan"), "utf-8")
        return portal(*arguments)  # type: ignore[arg-type]

    edit(schedule, "12.00", "11.30")
    as_read = schedule.read_text("utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(story, "write_portal", saved_meanwhile)
        build(project)
    schedule.write_text(as_read, "utf-8")
    said = build(project).stderr
    assert "tidak ada yang berubah" not in said
    assert f"{SECOND}  tetap" not in said


def test_what_the_next_build_may_not_find_is_not_said_again() -> None:
    place = Place("districts/kab-uji")
    assert set(of_workers.MESSAGES) <= FLEETING
    assert not is_lasting([problem("daerah-terputus", place)])
    assert not is_lasting([warning("lembar-diminta-dihapus", place)])
    assert is_lasting([warning("panel-longgar", place)])


def test_what_a_killed_build_leaves_is_called_as_it_is_looked_for() -> None:
    assert {STAGE[: len(STOPPED) - 1], REPLACED[: len(STOPPED) - 1]} == {STOPPED.removesuffix("*")}


def test_on_another_day_every_site_is_made(project: Path) -> None:
    assert "tetap" not in build(project, "--as-of", "2026-11-22").stderr
    assert "tetap" not in build(project).stderr


def test_another_day_or_another_question_is_another_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "tidak ada yang berubah" in build(project).stderr
    for other in (("--bagikan",), ("--only", "print"), ("kab-uji",), ("--publish",), ("--as-of", "2026-11-22")):
        assert _key(project, *other) != _key(project)
    assert _key(project, "--jobs", "1", "--quiet", "--lang", "en") == _key(project)
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", "0")
    assert _key(project) == _key(project, "--jobs", "1")


def _key(project: Path, *more: str) -> str:
    """What a build was asked for, in one word."""
    context = build_command.make_context("build", ["--as-of", "2026-11-21", *more])
    return before_of(Asked(**context.params), project).asked
