"""Days of checking: those that have not come, and those that are a year ago."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from selebaran.check.checked import facts_ahead
from selebaran.check.edition import CheckedComposer
from selebaran.model.problem import ProblemsFound
from selebaran.read.project import read_project
from tests.check.kit import listed, said, write
from tests.check.test_entries import PLACES, SERANG, place, told

DAY = date(2026, 11, 28)
OLD = PLACES.replace("2026-11-01", "2025-03-03")
REGISTER = "content/fakta.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return listed(tmp_path, "kab-serang", SERANG)


def test_a_place_that_nobody_has_checked_for_a_year_is_told_at_its_line(root: Path) -> None:
    text = PLACES + place("A", more="    diperiksa_pada: 2025-11-27\n") + place("B")
    (line,) = told(root, layanan=text)
    assert line.startswith("layanan 7 peringatan lama-tidak-dicocokkan: tanyakan lagi alamat, telepon, dan jamnya")
    assert told(root, day=date(2026, 11, 27)) == []


def test_places_of_one_day_are_told_once_and_the_first_of_them_named(root: Path) -> None:
    write(root, "districts/kab-serang/layanan.yml", OLD + "".join(place(f"Pos {letter}") for letter in "ABCDEFG"))
    edition = CheckedComposer(read_project(root)).compose("kab-serang", as_of=DAY, profiles=())
    (line,) = said(edition.problems)
    assert "layanan.yml:2:17: peringatan[lama-tidak-dicocokkan]" in line
    assert "sejak 2025-03-03, lebih dari setahun: Pos A, Pos B, Pos C, Pos D, Pos E (+2)\n" in line


@pytest.mark.parametrize("key", ["diperiksa_pada", "diperiksa_sejak"])
def test_a_fact_that_is_checked_on_a_day_to_come_is_an_error_at_its_line(key: str, root: Path) -> None:
    text = (root / REGISTER).read_text("utf-8")
    text = re.sub(rf"^    {key}: .*\n", "", text, count=1, flags=re.M)
    write(root, REGISTER, text.replace("    kalimat:", f"    {key}: 2027-01-15\n    kalimat:", 1))
    line = text.split("    kalimat:")[0].count("\n") + 1
    registry = read_project(root)
    (found,) = said(facts_ahead(registry, DAY))
    assert found.startswith(f"{REGISTER}:{line}:{len(key) + 7}: error[diperiksa-di-depan]: '{key}' 2027-01-15")
    assert list(facts_ahead(registry, date(2027, 1, 15))) == []
    with pytest.raises(ProblemsFound):
        CheckedComposer(registry).compose("kab-serang", as_of=DAY, profiles=())
