"""The papers that piece.yml names, and how they lie."""

from __future__ import annotations

import pytest

from selebaran.model.sizes import size_of


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        ("A4", (210, 297)),
        ("A4 mendatar", (297, 210)),
        ("A4, mendatar", (297, 210)),
        ("A4,mendatar", (297, 210)),
        ("A3 tegak", (297, 420)),
        ("DL mendatar", (210, 99)),
    ],
)
def test_a_paper_lies_on_its_long_side_only_where_it_says_so(paper: str, size: tuple[float, float]) -> None:
    assert size_of(paper) == size


@pytest.mark.parametrize("paper", ["Kartu mendatar", "mendatar", "a4", "Kartu A4", "", ","])
def test_a_format_of_ones_own_has_no_known_size(paper: str) -> None:
    assert size_of(paper) is None
