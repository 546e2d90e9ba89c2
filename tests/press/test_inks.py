"""What inks a colour is printed with, and which profiles can say so."""

from __future__ import annotations

import pickle
import struct

import pytest
from PIL import ImageCms

from scripts import offset_profile
from selebaran.press.inks import ESTIMATE, Inks, NotForInks

OUTLINE, YELLOW, RED = (19, 28, 63), (242, 176, 30), (163, 38, 42)


@pytest.fixture(scope="module")
def inks() -> Inks:
    return Inks.estimated()


@pytest.fixture(scope="module")
def other(inks: Inks) -> bytes:
    """The profile of another press: one on which nothing is printed with more than half of the black."""
    start = inks.icc.index(b"B2A0")
    (offset,) = struct.unpack(">I", inks.icc[start + 4 : start + 8])
    head = offset + 48 + 3 * 256
    count = offset_profile.BACKWARD**3 * 4
    table = bytearray(inks.icc[head : head + count])
    table[3::4] = bytes(value // 2 for value in table[3::4])
    return inks.icc[:head] + bytes(table) + inks.icc[head + count :]


@pytest.mark.parametrize("colour", [OUTLINE, (34, 52, 111), YELLOW, RED, (91, 42, 79), (148, 96, 61), (250, 246, 222)])
def test_a_line_takes_two_inks_at_most(inks: Inks, colour: tuple[int, int, int]) -> None:
    assert len([share for share in inks.line(*colour) if share]) <= 2


def test_a_ground_as_dark_as_outlines_looks_as_they_do(inks: Inks) -> None:
    assert inks.of(*OUTLINE) == inks.line(*OUTLINE)
    assert sum(inks.of(*OUTLINE)) < 2


def test_a_red_ground_keeps_the_inks_that_make_it_red(inks: Inks) -> None:
    assert inks.of(*RED) != inks.line(*RED)
    assert inks.of(*RED)[1] > 0.8 < inks.of(*RED)[2]


def test_yellow_has_no_trace_of_cyan_or_black(inks: Inks) -> None:
    cyan, magenta, yellow, black = inks.of(*YELLOW)
    assert (cyan, black) == (0, 0)
    assert yellow > magenta > 0.2


def test_no_ink_of_a_swatch_is_a_trace_of_it(inks: Inks) -> None:
    for level in range(0, 256, 15):
        for colour in ((level, 90, 200), (250, level, 40), (60, 170, level)):
            recipe = inks.of(*colour)
            assert not [share for share in recipe if 0 < share < min(0.06, max(recipe) / 6)], colour


def test_grey_is_black_ink_alone(inks: Inks) -> None:
    assert inks.of(0, 0, 0) == inks.line(0, 0, 0) == (0, 0, 0, 1)
    assert inks.of(128, 128, 128) == inks.line(128, 128, 128) == (0, 0, 0, 0.498)


def test_a_shops_profile_gives_its_own_recipes(inks: Inks, other: bytes) -> None:
    shop = Inks.of_shop(other)
    assert shop.spoken.startswith("Selebaran offset")
    assert shop.of(*RED)[3] < inks.of(*RED)[3]


def test_a_shops_inks_can_be_sent_to_another_process(other: bytes) -> None:
    assert pickle.loads(pickle.dumps(Inks.of_shop(other))) == Inks.of_shop(other)


@pytest.mark.parametrize("icc", [b"", b"%PDF-1.7 bukan profil", ESTIMATE.read_bytes()[:100]])
def test_what_is_no_profile_is_refused(icc: bytes) -> None:
    with pytest.raises(NotForInks):
        Inks.of_shop(icc)


def test_a_profile_of_a_screen_is_refused_by_name() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pytest.raises(NotForInks, match="RGB"):
        Inks.of_shop(screen)


def test_a_profile_that_is_cut_off_within_its_tables_is_refused() -> None:
    whole = ESTIMATE.read_bytes()
    with pytest.raises(NotForInks):
        Inks.of_shop(whole[: len(whole) // 3])
