"""The name that somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

KINDS = ("kab", "kota", "kec")
"""What the slug of a district begins with."""


def nearest(name: str, names: Iterable[str], cutoff: float = 0.6) -> str:
    """The name in `names` that is most like `name`, or an empty text when none is near."""
    found = difflib.get_close_matches(name, list(names), 1, cutoff)
    return found[0] if found else ""


def nearest_slug(slug: str, slugs: Iterable[str]) -> str:
    """The slug in `slugs` that is most like `slug` and, where that names a kind, of the same kind: kota-serang and
    kab-serang are two districts, and what all slugs begin with makes none alike."""
    kind, _, rest = slug.partition("-")
    if kind not in KINDS:
        kind, rest = "", slug
    named = {known.partition("-")[2]: known for known in slugs if known.startswith(kind)}
    return named.get(nearest(rest, named), "")
