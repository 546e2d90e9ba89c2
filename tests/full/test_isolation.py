"""Every hostile folder, alone beside three healthy districts: theirs stay the same, its own is refused or harmless."""

from __future__ import annotations

import pytest

from tests.hostile.cases import CASES
from tests.hostile.trial import Ground, ground, try_building


@pytest.fixture(scope="session")
def where(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground(tmp_path_factory.mktemp("bangun"))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, where: Ground) -> None:
    assert try_building(where, CASES[name])[1] == []
