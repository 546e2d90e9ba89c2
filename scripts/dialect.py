"""Counts what the dialect of officials takes for a list, bold letters or a link, and shouldn't.

Three kinds of text: shared pages, which a district's marks must not change; names and the like, which are words
whatever they begin with; articles as they were handed in, whose lists are counted. Names of puskesmas and articles
are not part of the project: their folder is the argument.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from selebaran.compose.markup.render import render

ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / "tests" / "compose" / "markup" / "nama.txt"
KINDS = {"daftar": ("li", "dt"), "tebal": ("strong", "em", "del", "mark", "code"), "tautan": ("a",)}
TAG = re.compile(r"<(\w+)")
HEAD = "| Text | How many | Wrong lists | Wrong bold letters | Wrong links |\n|---|---|---|---|---|"


@dataclass(frozen=True)
class Figure:
    """What was found in a kind of text."""

    text: str
    count: int
    wrong: Counter[str]

    def row(self) -> str:
        """A row of the table in the documents."""
        return f"| {self.text} | {self.count} | {' | '.join(str(self.wrong[kind]) for kind in KINDS)} |"


def _kinds(html: str) -> Counter[str]:
    tags = Counter(TAG.findall(html))
    return Counter({kind: sum(tags[tag] for tag in named) for kind, named in KINDS.items()})


def pages() -> Figure:
    """Shared pages read as a district's text: what differs from how they are read as shared text."""
    wrong: Counter[str] = Counter()
    texts = [path.read_text("utf-8").split("\n---\n", 1)[-1] for path in sorted((ROOT / "content").glob("*.md"))]
    for text in texts:
        own, shared = _kinds(render(text, own=True).html), _kinds(render(text, own=False).html)
        wrong += (own - shared) + (shared - own)
    return Figure("pages of content/, as a district's text and as shared", len(texts), wrong)


def words(text: str, names: Iterable[str]) -> Figure:
    """Names, each alone, below another and at the start of a sentence."""
    given = list(names)
    wrong: Counter[str] = Counter()
    for name, next_ in pairwise([*given, given[0]]):
        for typed in (name, f"{name}\n{next_}", f"Hadir juga\n{name} dari desa.", f"{name} hadir.\n\n{next_} tidak."):
            wrong += _kinds(render(typed, own=True).html)
    return Figure(text, len(given), wrong)


def articles(folder: Path) -> Figure:
    """Articles: items, bold letters and links that no mark at the start of a line and no address accounts for."""
    wrong: Counter[str] = Counter()
    paths = sorted(folder.glob("*.txt"))
    for path in paths:
        text = path.read_text("utf-8", "replace")
        typed = Counter(
            daftar=len(re.findall(r"^\s*(?:[-*•]|\d+[.)]|[a-z][.)])\s", text, re.M)),
            tebal=len(re.findall(r"\*[^*\n]+\*|_[^_\n]+_", text)),
            tautan=len(re.findall(r"https?://|www\.|@\w|\.go\.id|\b0\d{2,3}[- \d]{6,}", text)),
        )
        wrong += _kinds(render(text, own=True).html) - typed
    return Figure("articles on the subject, as they were handed in", len(paths), wrong)


def in_project() -> Iterator[Figure]:
    """What can be counted from the project alone."""
    yield pages()
    yield words("names with H., M., R., A., Hj., dr. and other words", NAMES.read_text("utf-8").splitlines())


def beside(shared: Path) -> Iterator[Figure]:
    """What can be counted where the texts lie that are not part of it."""
    with (shared / "domain" / "wilayah" / "puskesmas-2019.csv").open(encoding="utf-8", newline="") as file:
        yield words("names of puskesmas (Ministry of Health, 2019)", [row["nama"] for row in csv.DictReader(file)])
    yield articles(shared / "sources")


if __name__ == "__main__":
    figures = [*in_project(), *(beside(Path(sys.argv[1])) if len(sys.argv) > 1 else ())]
    print("\n".join([HEAD, *(figure.row() for figure in figures)]))
