"""The papers that piece.yml names, and how they lie."""

from __future__ import annotations

import pytest

from selebaran.model.sizes import F4_FOLDS, FOLDS, Folds, f4_size_of, size_of


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


@pytest.mark.parametrize(("folds", "length"), [(FOLDS, 297), (F4_FOLDS, 330)])
def test_panels_of_a_fold_fill_the_sheet_and_the_flap_lies_flat(folds: Folds, length: float) -> None:
    for sides in folds.values():
        for panels in sides.values():
            ordered = sorted(panels)
            ends = [x + width for x, width in ordered]
            assert ends == pytest.approx([*(x for x, _ in ordered[1:]), length])
    outside, inside = (folds["lipat-tiga"][side] for side in ("luar", "dalam"))
    assert outside[1][1] == inside[2][1] == outside[0][1] - 3


def test_half_a_sheet_of_f4_is_half_as_wide() -> None:
    assert f4_size_of("A5 tegak") == (165, 215)
    assert f4_size_of("A4 mendatar") == (330, 215)
    assert f4_size_of("DL") == (110, 215)


@pytest.mark.parametrize("paper", ["A3 tegak", "A6 tegak", "Spanduk 4 × 1 m"])
def test_what_is_not_cut_from_the_offices_paper_has_no_size_on_f4(paper: str) -> None:
    assert f4_size_of(paper) is None
