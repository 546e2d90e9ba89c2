"""Pages of a district's own as entries of a list, and back: a page is a Markdown file, its head is YAML.

The head is changed as any YAML file is; of the body, nothing is changed as long as it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from selebaran.model.own_text import NEWS
from selebaran.read.content import split_front_matter
from selebaran.read.own_text import LARGEST, PAGES
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import BOM
from selebaran.read.strict_yaml import read_yaml

FOLDER = f"{PAGES}/{NEWS}"
"""The folder of news."""
LISTS = {FOLDER: NEWS, PAGES: PAGES}
"""What the list of a folder's pages is called."""
ID, BODY = "id", "isi"
"""The name of the file without its ending, and what stands below the head."""
Entry = dict[str, Any]


def file_of(name: str, folder: str = FOLDER) -> str:
    """The file of a page within its district."""
    return f"{folder}/{name}.md"


def entry_of(name: str, text: str) -> Entry | None:
    """What a page says: its name, the keys of its head, its body. None for one that has no head that can be read."""
    parts = split_front_matter(_plain(text))
    source = read_yaml(parts[0].encode(), name)[0] if parts else None
    if parts is None or source is None:
        return None
    return {ID: name, **source.data, BODY: trimmed(parts[1])}


def trimmed(body: str) -> str:
    """A body as it is compared: without what nobody sees at the ends of its lines, and without empty ones around it."""
    lines = (line.rstrip() for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(lines).strip("\n")


def page_text(before: str, entry: Mapping[str, Any], label: str) -> str:
    """The text of a page that says what its entry says; `before` is the file's, "" for a new one. Raises
    `UnusualLayout` and `ProblemsFound` as `rewritten` does."""
    head = {key: value for key, value in entry.items() if key not in (ID, BODY)}
    parts = split_front_matter(_plain(before))
    written = rewritten(parts[0] if parts else "", head, label)
    body = parts[1] if parts and trimmed(parts[1]) == entry.get(BODY, "") else f"\n{entry.get(BODY, '')}\n"
    text = f"---\n{written}---\n{body}"
    mark = BOM if before.startswith(BOM) else ""
    return mark + (text.replace("\n", "\r\n") if "\r\n" in before else text)


def body_line(text: str) -> int:
    """The line at which a page's body begins, counted from 1."""
    parts = split_front_matter(_plain(text))
    return parts[2] + 1 if parts else 1


def is_too_long(text: str) -> bool:
    """Whether a page is longer than one may be."""
    return len(text.encode()) > LARGEST


def _plain(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text.removeprefix(BOM))
