"""Every word of every sheet can be read on its other forms, on both papers: of the demonstration district, and of one
that fills in everything."""

from __future__ import annotations

import dataclasses

import pytest

from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.press.layout import Press
from tests.conftest import DEMO
from tests.press.derived import unproved
from tests.press.full import full
from tests.press.stress import pieces


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("profile", ["kantor", "hemat"])
@pytest.mark.parametrize("name", ["demonstration", "ordinary"])
def test_every_word_of_a_sheet_can_be_read_on_its_other_forms(
    press: Press, registry: Registry, name: str, profile: Profile, paper: Paper
) -> None:
    known = full(registry).get(name, registry)
    folder = known.districts[DEMO]
    district = folder.district.model_copy(update={"paper": paper})
    changed = dataclasses.replace(known, districts={DEMO: dataclasses.replace(folder, district=district)})
    forms = [piece for piece in pieces(changed, (profile,)) if piece.derived or piece.imposition == "buku"]
    assert len(forms) >= 6
    assert {piece.label: found for piece in forms if (found := unproved(piece, press.print(piece).pdf))} == {}
