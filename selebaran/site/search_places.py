"""The kecamatan of a site -> a file by which the search finds them by name, beside its index: that stays small, and a
phone fetches the names only once somebody types (see docs/engineering/search.md)."""

from __future__ import annotations

import json

from selebaran.model.edition import Edition

PLACES = "assets/cari-tempat.js"


def places_file(edition: Edition) -> bytes:
    """The file, for `PLACES`: a line for each, with its address and its title. Nothing where there are none."""
    found = [page for page in edition.pages if page.meta.is_subdistrict and not page.meta.prefix]
    lines = "\n".join(f"{page.slug}\t{page.meta.title}" for page in found)
    return f"self.cariTempat={json.dumps(lines, ensure_ascii=False)}\n".encode()
