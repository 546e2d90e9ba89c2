"""docs/masalah.md has every problem, with examples that are those of the tests, and its cures help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.problem_samples import SAMPLES
from scripts.problems import NOTES, TARGET, Tree, document, example_of, missing
from selebaran.check.run import check_shared
from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.model.problem import ProblemsFound
from selebaran.read.project import read_project
from selebaran.words.catalogue import GROUPS, MESSAGES, MODULES
from tests.conftest import ROOT
from tests.read import test_rusak
from tests.read.test_rusak import DAY, OWN_TESTS, TREES, break_with, printed_by

cache, project = test_rusak.cache, test_rusak.project
"""The project that is broken there, to be mended here."""
MENDED = sorted(path.parent.name for path in TREES.glob("*/BENAR"))
ON_PAPER = {code for code in MENDED if code.startswith(("cetak", "lembar", "huruf", "teks-", "ukuran", "panel"))}
"""Codes that only printing finds."""


def test_the_list_of_problems_is_that_of_the_tests() -> None:
    assert TARGET.read_text("utf-8") == document(), "make docs"


def test_every_code_has_a_heading_and_an_example() -> None:
    assert missing() == []
    headings = re.findall(r"^### (\S+)$", TARGET.read_text("utf-8"), re.M)
    assert headings == list(MESSAGES)


def test_every_code_stands_in_one_group_and_every_group_has_its_heading() -> None:
    grouped = [code for messages in GROUPS.values() for code in messages]
    assert sorted(grouped) == sorted(set(grouped))
    modules = {path.stem for path in (ROOT / "selebaran" / "words").glob("of_*.py")}
    assert {module.__name__.rpartition(".")[2] for module in MODULES} == modules
    headings = re.findall(r"^## (.+)$", re.sub(r"(?ms)^```.*?^```$", "", TARGET.read_text("utf-8")), re.M)
    assert headings == list(GROUPS)


def test_what_no_tree_shows_has_a_sample() -> None:
    assert set(SAMPLES) == OWN_TESTS
    assert tuple(NOTES) == NOTES
    for code, (found, _) in SAMPLES.items():
        assert found.code == code
        assert not re.search(r"\{[a-z]", problem_text(found, Speaker()))  # a place that nothing filled


@pytest.mark.parametrize("code", sorted(set(MESSAGES) - OWN_TESTS - set(missing())))
def test_the_good_example_is_another_than_the_bad_one(code: str) -> None:
    example = example_of(Tree(code))
    assert example.bad.strip()
    assert example.good.strip()
    assert example.bad != example.good


@pytest.mark.parametrize("code", MENDED)
def test_what_benar_says_mends_the_tree(code: str, project: Path) -> None:
    break_with(project, code)
    if moved := Tree(code).renamed:
        rename(project, *moved)
    else:
        name, lines = Tree(code).mended()
        (project / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert found_in(project, code) <= {"gambar-hilang"} - {code}  # a picture that is named has to be there, too


def rename(project: Path, old: str, new: str) -> None:
    """With the shared text beside an override."""
    for ending in (".md", ".dasar.md"):
        source, target = (project / f"{name.removesuffix('.md')}{ending}" for name in (old, new))
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            source.rename(target)
    folder = (project / old).parent
    while not any(folder.iterdir()):  # git keeps no empty folder
        folder.rmdir()
        folder = folder.parent


def found_in(project: Path, code: str) -> set[str]:
    publish = (TREES / code / "TERBIT").is_file()
    if publish or code in ON_PAPER:
        return {problem.code for problem in printed_by(project, publish=publish).problems}
    registry = read_project(project)
    found = {problem.code for problem in check_shared(registry)}
    found |= {problem.code for problems in registry.district_problems.values() for problem in problems}
    try:
        Composer(registry).compose("kab-uji", as_of=DAY, profiles=())
    except (ProblemsFound, KeyError) as stopped:  # a district with faults isn't there to be composed
        found |= {problem.code for problem in getattr(stopped, "problems", ())}
    return found
