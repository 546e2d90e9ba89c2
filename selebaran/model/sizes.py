"""Papers and folds by the names that piece.yml gives them. Lengths are millimetres."""

from __future__ import annotations

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

FOLDS: dict[str, dict[str, tuple[tuple[float, float], ...]]] = {
    "lipat-tiga": {
        "luar": ((197, 100), (0, 97), (97, 100)),
        "dalam": ((0, 100), (100, 100), (200, 97)),
    },
    "lipat-z": {
        "luar": ((0, 99), (99, 99), (198, 99)),
        "dalam": ((0, 99), (99, 99), (198, 99)),
    },
}
"""For each side of an A4 sheet its panels as left edge and width, in the order in which a hand opens them. A flap
that is folded inside is 3 mm narrower."""
NO_FOLD = "tanpa-lipatan"


def size_of(paper: str) -> tuple[float, float] | None:
    """Width and height of "A4 mendatar"; None for a format of one's own."""
    words = paper.replace(",", " ").split()
    if not words or words[0] not in PAPERS:
        return None
    short, long = PAPERS[words[0]]
    return (long, short) if LYING in words else (short, long)
