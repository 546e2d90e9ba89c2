"""What planted pages are called and say, from `data/sisipan.csv`: names that intruders use again and again, and words
of gambling that stand on no page of a health office."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent.parent.parent / "data" / "sisipan.csv"
WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [(row["jenis"], row["isi"]) for row in csv.DictReader(file)]
    return {kind: tuple(text for found, text in rows if found == kind) for kind in ("alamat", "kata")}


def usual_names() -> tuple[str, ...]:
    """Addresses, from the root of a site, at which planted pages and programs often lie."""
    return _table()["alamat"]


def words_in(text: str) -> frozenset[str]:
    """The words of planted pages in a text, however they are joined by hyphens or strokes."""
    said = set(WORD.findall(text.lower()))
    return frozenset(word for word in _table()["kata"] if word in said)
