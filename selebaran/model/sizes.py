"""Papers and folds by the names that piece.yml gives them. Lengths are millimetres."""

from __future__ import annotations

from typing import Literal

Profile = Literal["layar", "kantor", "hemat", "percetakan", "besar"]
"""What a sheet is printed for: a screen, an office's printer, a photocopier, a print shop, large type."""
Paper = Literal["a4", "f4"]
"""What lies in an office's printer."""
OFFICE_MM: dict[Paper, tuple[float, float]] = {"a4": (210, 297), "f4": (215, 330)}
"""Short and long side."""
PAPERS_OF_OFFICES = tuple(OFFICE_MM)
PAPERS: dict[str, tuple[float, float]] = {
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "A6": (105, 148),
    "DL": (99, 210),
}
"""Short and long side."""
LYING = "mendatar"

F4_CUTS: dict[str, tuple[float, float]] = {"A4": (215, 330), "A5": (165, 215), "DL": (110, 215)}
"""What an office that has F4 prints in place of a whole, half or third sheet of A4. A card stays as small as it is."""

Panels = tuple[tuple[float, float], ...]
"""The left edge and the width of each panel, in the order in which a hand opens them."""
Folds = dict[str, dict[str, Panels]]
FLAT_MM = 3.0
"""A flap that is folded inside is so much narrower than the other panels, so that it lies flat."""


def _folds(length: float) -> Folds:
    """For each fold and each side of a lying sheet its panels."""
    wide, third = (length + FLAT_MM) / 3, length / 3
    flap = wide - FLAT_MM
    thirds = ((0, third), (third, third), (2 * third, third))
    return {
        "lipat-tiga": {
            "luar": ((flap + wide, wide), (0, flap), (flap, wide)),
            "dalam": ((0, wide), (wide, wide), (2 * wide, flap)),
        },
        "lipat-z": {"luar": thirds, "dalam": thirds},
    }


FOLDS = _folds(OFFICE_MM["a4"][1])
"""The folds of A4: 97, 100 and 100 mm outside."""
F4_FOLDS = _folds(OFFICE_MM["f4"][1])
"""Those of F4: 108, 111 and 111 mm outside."""
NO_FOLD = "tanpa-lipatan"


def size_of(paper: str) -> tuple[float, float] | None:
    """Width and height of "A4 mendatar"; None for a format of one's own."""
    return _lying(paper, PAPERS)


def f4_size_of(paper: str) -> tuple[float, float] | None:
    """The same where the office has F4; None for a format that isn't cut from the office's paper."""
    return _lying(paper, F4_CUTS)


def _lying(paper: str, sizes: dict[str, tuple[float, float]]) -> tuple[float, float] | None:
    words = paper.replace(",", " ").split()
    if not words or words[0] not in sizes:
        return None
    short, long = sizes[words[0]]
    return (long, short) if LYING in words else (short, long)
