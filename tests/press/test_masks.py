"""The mask of a code is the one that segno chooses."""

from __future__ import annotations

import random

import segno
from segno import encoder

from selebaran.press.masks import penalty, quick_masks

ADDRESS = "https://dinkes.daerah.example/p/lembar-"
LENGTHS = (1, 9, 17, 30, 44, 61, 90, 150)


def test_a_code_is_the_one_that_segno_makes() -> None:
    words = [ADDRESS[: length % 40] + "x9" * (length // 2) for length in LENGTHS]
    plain = [segno.make(text, error="l", micro=False) for text in words]
    with quick_masks():
        quick = [segno.make(text, error="l", micro=False) for text in words]
        small = segno.make("12", micro=True)
        asked = [segno.make(ADDRESS, mask=number).mask for number in range(8)]
    assert [(code.mask, code.matrix) for code in quick] == [(code.mask, code.matrix) for code in plain]
    assert len({code.mask for code in plain}) > 2
    assert (small.matrix, asked) == (segno.make("12", micro=True).matrix, [*range(8)])


def test_a_code_looks_as_odd_as_segno_says() -> None:
    chance = random.Random(18004)
    for width in (21, 25, 29, 33):
        for share in (0.2, 0.5, 0.9):
            rows = [bytearray(chance.random() < share for _ in range(width)) for _ in range(width)]
            rows[3][2:9] = rows[7][-7:] = rows[9][9:16] = b"\1\0\1\1\1\0\1"
            rows[9][5:9] = rows[11][:4] = bytes(4)
            rows[11][4:15] = b"\1\0\1\1\1\0\1\1\1\0\1"
            assert penalty(tuple(map(bytes, rows))) == encoder.evaluate_mask(rows, width, width)
