"""Files that somebody sent, which are no tables -> what they offer, each read apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from selebaran.desk.apart import offers_apart
from selebaran.desk.offer import Offers
from selebaran.desk.word.read import read_word

SENT: Mapping[str, Callable[[bytes, str], Offers]] = {".docx": read_word, ".docm": read_word}
"""How each kind of file is read, by its ending."""
MOST = 20 << 20
"""Bytes of a file that are read; more is refused."""


def read_sent(raw: bytes, name: str, ending: str) -> Offers:
    """What a file offers. What its bytes do to a library stays in a child."""
    return offers_apart(SENT[ending], raw, name)
