"""Reads the file of the search as a browser does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from selebaran.site.search_index import INDEX


def read_index(raw: bytes) -> dict[str, Any]:
    """What the script of the index sets, or one of its further files."""
    text = raw.decode("utf-8")
    assert re.match(r"self\.cari(Indeks|Lebih|Bahasa)=\{", text)
    found: dict[str, Any] = json.loads(text.partition("=")[2])
    return found


def roots_of(index: dict[str, Any]) -> list[str]:
    """The roots, each with the words of which a browser would find another one."""
    found, line = [], ""
    for same, rest in re.findall("([A-Z])([^A-Z]*)", index["roots"]):
        line = line[: ord(same) - ord("A")] + rest
        found.append(line)
    return found


def found_titles(site: Path) -> dict[str, str]:
    """The pages that a site's search finds: their titles, by address; those of translations too."""
    files = (INDEX, *(path.relative_to(site) for path in (site / "assets").glob("cari-??.js")))
    lines = [line for name in files for line in read_index((site / name).read_bytes())["pages"].split("|")]
    pages = [line.split("^") for line in lines if not line.startswith("#")]
    return {page[0]: page[1] for page in pages}
