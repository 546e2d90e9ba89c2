"""The path of a request -> a file of a web root, or none: nothing above the root, nothing hidden."""

from __future__ import annotations

import re
from urllib.parse import unquote

PAGE = "index.html"
OWN = "_pratinjau"
"""The folder of what `serve` adds. No site has it: names of its files don't begin like that."""
LONGEST = 1000
ODD = re.compile(r"[\x00-\x1f\\:\ufffd]")
"""What stands in no name of ours, and means something elsewhere."""


def file_of(target: str) -> str | None:
    """The file that a path asks for, below the web root: a folder's is its page. None where nothing may be there.

    The path is taken apart after it was decoded, so that %2e%2e and %2f are what they stand for."""
    path = unquote(target.partition("?")[0].partition("#")[0], errors="replace")
    parts = path.split("/")
    if parts[0] or len(parts) < 2 or len(path) > LONGEST or ODD.search(path):
        return None
    if not all(parts[1:-1]) or any(part[:1] == "." for part in parts):
        return None
    return path[1:] if parts[-1] else f"{path[1:]}{PAGE}"


def is_page(file: str) -> bool:
    """Whether somebody reads a file as a page."""
    return file.endswith(".html")


def is_sheet(file: str) -> bool:
    """Whether a file is one of a print piece."""
    return file.startswith("unduh/") and not is_page(file)


def needs_slash(file: str) -> bool:
    """Whether a path without an ending may be meant for a page, as `/halaman` is for `/halaman/`."""
    return "." not in file.rpartition("/")[2]
