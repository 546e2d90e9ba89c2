"""Every sheet of the demonstration district, in every profile, looks as its stored picture."""

from __future__ import annotations

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from selebaran.publish.plan import ALL_PROFILES
from tests.golden import STORED
from tests.press.test_golden import SHEETS, Pieces, all_pieces, looks_as_stored


@pytest.fixture(scope="module")
def every(composer: Composer, registry: Registry) -> Pieces:
    return all_pieces(composer, registry, *ALL_PROFILES)


@pytest.mark.parametrize(("name", "profile"), SHEETS)
def test_a_sheet_looks_as_it_did(
    every: Pieces, press: Press, name: str, profile: str, pytestconfig: pytest.Config
) -> None:
    looks_as_stored(every[name, profile], press, update=pytestconfig.getoption("--update-golden"))


def test_no_picture_is_of_a_sheet_that_is_no_more(pytestconfig: pytest.Config) -> None:
    left = [path for path in STORED.glob("*.png") if tuple(path.stem.rsplit("-", 1)) not in set(SHEETS)]
    if pytestconfig.getoption("--update-golden"):
        for path in left:
            path.unlink()
    else:
        assert left == []
