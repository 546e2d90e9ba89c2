"""`selebaran init` starts a campaign that builds as it is, says what to do next, and overwrites nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from selebaran.check.run import check_shared
from selebaran.cli.main import main
from selebaran.model.campaign import Campaign
from selebaran.model.district import CentralList
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from selebaran.read.starter import DISTRICT, starter
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

TODAY = date(2026, 11, 28)
FILES = starter("Cegah DBD", TODAY)
MARKS = {".yml": "# ", ".md": "{## ", ".html": "{#- ", ".css": "/* ", "": "# "}
"""How a file of each ending begins a comment."""
SCHEMA = re.compile(r"\$schema=(\S+)")


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*arguments: str | Path) -> Ran:
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        return Ran(code, *capsys.readouterr())

    return run_it


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    root = tmp_path_factory.mktemp("kampanye")
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return read_project(root)


def test_a_new_campaign_has_one_of_each_and_no_fault(registry: Registry) -> None:
    assert check_shared(registry) == []
    assert registry.district_problems == {}
    assert {page.slug for page in registry.pages} == {"beranda", "cuci-tangan"}
    assert [fact.id for fact in registry.facts] == ["CTP-01"]
    assert [piece.name for piece in registry.pieces] == ["poster-cuci-tangan"]
    [folder] = registry.districts.values()
    assert (folder.slug, folder.district.fictional) == (DISTRICT, True)
    assert [event.day - TODAY for event in folder.events] == [timedelta(days=14)]


def test_its_fact_says_that_nobody_compared_it_with_a_source_and_reaches_no_published_paper(registry: Registry) -> None:
    [fact] = registry.facts
    assert (fact.checked_on, fact.confidence) == (None, "D")
    assert "belum dicocokkan" in fact.sources[0]
    assert fact.keeps_off_paper(TODAY, published=False) is None
    assert fact.keeps_off_paper(TODAY, published=True) == "keyakinan"
    assert fact.is_overdue(TODAY + timedelta(days=30))


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith((".svg", "BACA-SAYA.md"))])
def test_every_file_explains_itself_in_comments(name: str) -> None:
    assert MARKS[Path(name).suffix] in FILES[name]


@pytest.mark.parametrize(
    ("name", "record"), [("content/kampanye.yml", Campaign), ("districts/_daftar.yml", CentralList)]
)
def test_an_example_in_a_comment_counts_once_its_mark_is_taken_away(
    name: str, record: type[Campaign] | type[CentralList]
) -> None:
    text = re.sub(r"^# (?!yaml-language|[A-Z].*\.)", "", FILES[name], flags=re.M)
    assert text.count("\n# ") < FILES[name].count("\n# ")
    source, problems = read_yaml(text.encode(), name)
    assert source is not None, problems
    assert validate(record, source)[1] == []


def test_what_the_readme_names_is_there_and_it_has_three_steps() -> None:
    text = FILES["BACA-SAYA.md"]
    assert text.startswith("# Cegah DBD\n")
    assert re.findall(r"^(\d)\. \*\*", text, re.M) == ["1", "2", "3"]
    folders = {"skema", *(str(parent) for name in FILES for parent in Path(name).parents)}
    for named in re.findall(r"`((?:content|districts|printables|skema)/[^`*]*)`", text):
        assert named in FILES or named.rstrip("/") in folders, named


def test_editors_find_the_schema_of_every_file(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path).code == 0
    named = [tmp_path / name / ".." / found for name, text in FILES.items() for found in SCHEMA.findall(text)]
    assert len(named) == 6
    assert [path for path in named if not Path(os.path.normpath(path)).is_file()] == []


def test_it_is_made_under_the_name_that_was_given_and_says_what_is_next(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sabun baru"
    done = run("init", folder, "--nama", "  Sabun   & Air ")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"kampanye 'Sabun & Air' dibuat di {folder}: {len(FILES)} berkas\n")
    assert f"  cd '{folder}'\n  selebaran serve {DISTRICT}\n" in done.out
    campaign = read_project(folder).campaign
    assert (campaign.name, campaign.site.full) == ("Sabun & Air", "Sabun & Air {daerah}")
    assert "<<" not in "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())


def test_the_event_of_a_campaign_that_is_started_today_is_still_to_come(run: Run, tmp_path: Path) -> None:
    run("init", tmp_path)
    [event] = read_project(tmp_path).districts[DISTRICT].events
    assert event.day > datetime.now(UTC).date() + timedelta(days=7)


@pytest.mark.parametrize("name", ["", " ", "x{daerah}", 'a"b', "a\\b", "*tebal*", "a\nb: c\x00", "a" * 41, "# a"])
def test_a_name_that_could_break_a_file_is_refused(name: str, run: Run, tmp_path: Path) -> None:
    done = run("init", tmp_path / "baru", "--nama", name)
    assert (done.code, done.out) == (2, "")
    assert "tidak dapat dipakai\n  saran: pakai huruf, angka, dan spasi" in done.err
    assert not (tmp_path / "baru").exists()


def test_a_folder_that_has_something_is_refused_and_left_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".catatan").write_text("milik saya", "utf-8")
    done = run("init", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"tidak ada yang dibuat: '{tmp_path}' sudah ada dan tidak kosong\n"
        "  saran: sebut folder baru; isi folder ini tidak diubah\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == [".catatan"]


def test_what_is_no_folder_is_refused_too_in_the_language_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    (tmp_path / "tautan").symlink_to(tmp_path / "tidak-ada")
    for name in ("berkas", "tautan"):
        done = run("init", tmp_path / name, "--lang", "en")
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"nothing was made: '{tmp_path / name}' is there already and isn't empty\n  hint: ")
    assert not (tmp_path / "tidak-ada").exists()


def test_a_place_that_cannot_be_written_to_is_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    done = run("init", tmp_path / "berkas" / "baru")
    assert done.code == 3
    assert done.err.startswith("tidak dapat menulis ke '")
