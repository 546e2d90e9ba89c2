"""The proof by ink finds nothing on the sheets that are: all pieces of twelve odd districts, of one in five
profiles, of the others in three."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage
from selebaran.press.layout import Press
from selebaran.publish.plan import PROFILES as USUAL
from tests.press.odd import PROFILES, false_alarms
from tests.press.stress import districts, pieces

ODD = (
    *("usual", "long name", "long offices", "long addresses", "long hours", "one word", "no contacts"),
    *("no address of a site", "long site", "office alone", "40 puskesmas", "empty"),
)

IN_ALL = ("long name",)
"""Those whose sheets are proved in all profiles; the others' in those that are made unless others are asked for."""


def test_there_are_twelve_odd_districts(registry: Registry) -> None:
    assert set(ODD) == set(districts(registry))


@pytest.fixture(scope="module")
def proved() -> list[ComposedPiece]:
    return []


@pytest.mark.parametrize("name", ODD)
def test_no_sheet_of_an_odd_district_is_blamed(
    name: str, registry: Registry, press: Press, proved: list[ComposedPiece]
) -> None:
    """What is on paper the same for several of them is proved once."""
    made = pieces(districts(registry)[name], PROFILES if name in IN_ALL else USUAL, every=True)
    assert len(made) >= 40
    fresh = [piece for piece in made if replace(piece, usage=Usage()) not in proved]
    assert {piece.name: found for piece in fresh if (found := false_alarms(press, piece))} == {}
    proved.extend(replace(piece, usage=Usage()) for piece in fresh)
