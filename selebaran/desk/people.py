"""Whether two names are one person's."""

from __future__ import annotations

import re
import unicodedata

ADDRESS = {"bu", "ibu", "pak", "bapak", "sdr", "sdri", "dr", "drg", "drs", "dra", "ir", "prof", "h", "hj", "ns"}
"""Words before a name that don't make it another person's."""


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are one person's, however they are spelt: forms of address and degrees don't count."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.split(",")[0]).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c)))
    return "".join([word for word in words if word not in ADDRESS] or words)
