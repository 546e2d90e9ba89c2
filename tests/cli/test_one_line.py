"""`build --one-line`: what a build did, fit for a message."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from selebaran.cli.asked_build import Asked
from selebaran.cli.language import Speaker
from selebaran.cli.one_line import changed, line_of, shown_now
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.publish.outcome import Report
from tests.conftest import BASE, run_here
from tests.publish.small import publish

ASKED = Asked(as_of="2026-11-29", publish=True)
REFUSED = problem("terbit-tanpa-persetujuan", Place("districts/kab-a/daerah.yml", 1), slug="kab-a")


def report(*problems: Problem) -> Report:
    return Report(("dinkesuji.example", "dinkessehat.example"), 90, 88, 12.0, problems)


def test_when_all_is_well_the_line_says_so() -> None:
    assert line_of(report(), ASKED, 1, Speaker()) == "Selebaran 2026-11-29: 2 situs terbit, 1 berubah. Semua lancar."


def test_who_was_refused_is_named_with_why_and_warnings_are_counted() -> None:
    late = warning("domain-hampir-habis", Place("districts/_daftar.yml", 3))
    assert line_of(report(REFUSED, late), ASKED, 0, Speaker()) == (
        "Selebaran 2026-11-29: 2 situs terbit, 0 berubah. "
        "Tidak terbit atau bermasalah: 1: kab-a (terbit-tanpa-persetujuan). 1 peringatan."
    )


def test_of_many_some_are_named_and_the_line_stays_short() -> None:
    many = [replace(REFUSED, place=Place(f"districts/kab-{n}/daerah.yml"), values=()) for n in range(60)]
    line = line_of(report(*many), ASKED, 2, Speaker("en"))
    assert "kab-0 (terbit-tanpa-persetujuan), kab-1 " in line
    assert "and 57 more" in line
    assert len(line) < 300
    assert "\n" not in line


def test_what_changed_is_what_shows_another_release(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": "satu"})
    before = shown_now(tmp_path)
    publish(tmp_path, {"index.html": "satu"})
    assert changed(tmp_path, before) == 0
    publish(tmp_path, {"index.html": "dua"})
    publish(tmp_path, {"index.html": "baru"}, "baru.example")
    assert changed(tmp_path, before) == 2


def test_a_build_prints_the_line_and_nothing_else(tmp_path: Path) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    page = project / "content" / "daftar.md"
    page.write_text(page.read_text("utf-8") + "\n{{ fakta.tidak_ada }}\n", "utf-8")
    done = run_here("--root", str(project), "--as-of", "2026-11-29", "--one-line")
    assert (done.returncode, done.stdout) == (
        1,
        "Selebaran 2026-11-29: 0 situs dibuat (pratinjau), 0 berubah. "
        "Tidak terbit atau bermasalah: 1: content/daftar.md (fakta-tidak-dikenal).\n",
    )
    assert done.stderr == ""


def test_a_line_for_people_and_one_for_programs_do_not_go_together() -> None:
    assert run_here("--root", str(BASE), "--one-line", "--json").returncode == 2
