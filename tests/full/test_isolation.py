"""Every hostile folder beside three healthy districts: theirs stay the same, its own is refused or harmless.

The first of each kind (of a row's cases those that are refused, and those that aren't) is alone with them; the others
are built by the dozen, as districts of one country are, each under a slug and a domain of its own."""

from __future__ import annotations

import pytest

from tests.hostile.cases import CASES
from tests.hostile.trial import Ground, first_of_each_kind, ground, keeps_to_its_folder, try_building, try_together

ALONE, OTHERS = first_of_each_kind(CASES.values())
GROUPS = 24


@pytest.fixture(scope="session")
def where(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("bangun"))


def test_each_case_is_tried() -> None:
    tried = [*ALONE, *(case for number in range(GROUPS) for case in OTHERS[number::GROUPS])]
    assert sorted(case.name for case in tried) == sorted(CASES)
    assert {(case.row, bool(case.code)) for case in ALONE} == {(case.row, bool(case.code)) for case in CASES.values()}


@pytest.mark.parametrize("name", [case.name for case in ALONE])
def test_case(name: str, where: Ground) -> None:
    assert try_building(where, CASES[name])[1] == []


@pytest.mark.parametrize("number", range(GROUPS))
def test_many_at_once(number: int, where: Ground) -> None:
    cases = OTHERS[number::GROUPS]
    together = [case for case in cases if keeps_to_its_folder(where.root, case)]
    assert try_together(where, together) == {}
    alone = [case for case in cases if case not in together]
    assert {case.name: wrong for case in alone if (wrong := try_building(where, case)[1])} == {}
