"""Colours: how well two can be told apart, and the nearest that can be told apart well enough."""

from __future__ import annotations

import pytest

from selebaran.compose.piece.colour import READABLE, contrast, nearest_readable, oklch

TEXTS = ("#ffffff", "#f2b01e")
"""White, and the yellow of the poster's foot."""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#595959", "#ffffff", 7.0),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#008000", "#ffffff", 5.14),
        ("#ffff00", "#000000", 19.56),
        ("#0000ff", "#ffff00", 8.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


GRID = [f"#{r:02x}{g:02x}{b:02x}" for r in range(0, 256, 51) for g in range(0, 256, 51) for b in range(0, 256, 51)]


@pytest.mark.parametrize("colour", GRID)
def test_the_nearest_colour_passes_keeps_its_hue_and_is_no_darker_than_needed(colour: str) -> None:
    found = nearest_readable(colour, TEXTS)
    assert found is not None
    assert min(contrast(found, text) for text in TEXTS) >= READABLE
    lightness, chroma, hue = oklch(found)
    before = oklch(colour)
    if min(contrast(colour, text) for text in TEXTS) >= READABLE:
        assert lightness == pytest.approx(before[0], abs=0.01)
    else:
        assert min(contrast(found, text) for text in TEXTS) < READABLE + 0.15
    assert chroma <= before[1] + 0.01
    if chroma > 0.02:
        assert abs((hue - before[2] + 180) % 360 - 180) < 5


def test_no_colour_can_stand_out_from_all_greys() -> None:
    assert nearest_readable("#336699", ("#000000", "#767676", "#ffffff")) is None


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "hue"),
    [
        ("#ffffff", 1, 0, None),
        ("#000000", 0, 0, None),
        ("#ff0000", 0.62796, 0.25768, 29.234),
        ("#00ff00", 0.86644, 0.29483, 142.495),
        ("#0000ff", 0.45201, 0.31321, 264.052),
    ],
)
def test_lightness_chroma_and_hue_are_those_of_oklch(
    colour: str, lightness: float, chroma: float, hue: float | None
) -> None:
    """As CSS Color 4 has them for the primaries."""
    found = oklch(colour)
    assert found[:2] == pytest.approx((lightness, chroma), abs=0.0002)
    assert hue is None or found[2] == pytest.approx(hue, abs=0.02)


@pytest.mark.parametrize(
    ("colour", "against", "nearest"),
    [
        ("#ff0000", "#ffffff", "#ee0000"),
        ("#00ff00", "#ffffff", "#008a00"),
        ("#ffff00", "#ffffff", "#7a7a00"),
        ("#0000ff", "#000000", "#2d68ff"),
        ("#1f3a8a", "#000000", "#4f71c6"),
        ("#ff00ff", "#ffffff", "#d100d1"),
        ("#808080", "#ffffff", "#767676"),
    ],
)
def test_a_colour_that_no_screen_shows_at_that_lightness_loses_chroma_alone(
    colour: str, against: str, nearest: str
) -> None:
    """A pure colour leaves what a screen can show as soon as it grows darker or lighter."""
    found = nearest_readable(colour, (against,))
    assert found == nearest
    assert READABLE <= contrast(found, against) < READABLE + 0.06
    if oklch(found)[1] > 0.02:
        assert oklch(found)[2] == pytest.approx(oklch(colour)[2], abs=0.6)
