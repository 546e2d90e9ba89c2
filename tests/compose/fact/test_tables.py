"""A table of which nothing is left goes out whole, with what led to it; one of which a cell is left stays."""

from __future__ import annotations

import pytest

from selebaran.compose.fact.removal import removed
from tests.compose.fact.test_removal import marked

LEFT = {
    "a table of which nothing is left, and what led to it": (
        "Semua membayar. Sebulan:\n\n| a | b | c |\n|---|---|---|\n| 2 | §1 | §2 |\n| 3 | §1 | §2 |\n\nLalu tunggu.",
        "Semua membayar.\n\nLalu tunggu.",
    ),
    "a sentence that leads to nothing else": ("Sebulan:\n\n| a | b |\n|---|---|\n| 2 | §1 |\n\nTiga.", "\nTiga."),
    "a sentence before it that leads to no table": (
        "Bayar tiap bulan.\n\n| a | b |\n|---|---|\n| 2 | §1 |",
        "Bayar tiap bulan.\n",
    ),
    "a table of which a cell is left": (
        "| a | b |\n|---|---|\n| 2 | §1 |\n| 3 | gratis |",
        "| a | b |\n|---|---|\n| 2 | – |\n| 3 | gratis |",
    ),
    "a table that had empty cells before": ("| a | b |\n|---|---|\n| KTP | |", "| a | b |\n|---|---|\n| KTP | |"),
}


@pytest.mark.parametrize("name", LEFT)
def test_of_a_table_that_says_nothing_nothing_is_left(name: str) -> None:
    text, expected = LEFT[name]
    assert removed(*marked(text))[0] == expected
