"""Every picture that the campaign offers to all districts fits in each of its shapes."""

from __future__ import annotations

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.sharing import SIZES
from selebaran.press import card
from selebaran.press.layout import Press
from selebaran.publish.pictures import pieces_of
from tests.conftest import DAY


def test_every_picture_for_all_districts_passes(
    composer: Composer, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Laid out and held to all that a picture is held to; as a PNG, which takes half the time, a sample is made."""
    monkeypatch.setattr(card, "_png", lambda pdf, size: pdf)
    pieces = pieces_of(composer.cards_for_all(DAY, published=False))
    assert len(pieces) > 100
    found = {(piece.name, shape): card.draw(press, piece, SIZES[shape], "") for shape, piece in pieces}
    assert {one: drawn.problems for one, drawn in found.items() if drawn.problems or not drawn.png} == {}
