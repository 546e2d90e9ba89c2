"""The name that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str], cutoff: float = 0.6) -> str:
    """The name in `names` that is most like `name`, or an empty text when none is near."""
    found = difflib.get_close_matches(name, list(names), 1, cutoff)
    return found[0] if found else ""
