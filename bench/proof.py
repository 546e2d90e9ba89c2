"""The figures of the proof that what was typed is what shows: what it compares over all districts, and what it costs.

Each district's site is made twice, with the proof and without it, in turns, and nothing is kept from one to the next: a
build makes each in a process of its own.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from selebaran.check.proof.scan import scan
from selebaran.check.proof.shown import Shown
from selebaran.check.proof.words import BULLET, PERHAPS, parts
from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Problem
from selebaran.read.project import read_project
from selebaran.site import links
from selebaran.site.job import SiteJob, make_site
from selebaran.site.theme import warm

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 28)


class _Blind(Shown):
    """Reads nothing."""

    def start(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Pass over it."""

    def end(self, tag: str) -> None:
        """Pass over it."""

    def text(self, text: str) -> None:
        """Pass over it."""


def _nothing(page: ComposedPage, shown: Shown) -> list[Problem]:
    return []


@contextmanager
def unproved() -> Iterator[None]:
    """Sites are made without the proof."""
    kept = links.prove, links.Shown
    links.prove, links.Shown = _nothing, _Blind  # type: ignore[misc]
    try:
        yield
    finally:
        links.prove, links.Shown = kept  # type: ignore[misc]


def seconds(edition: Edition) -> tuple[float, int]:
    """The processor's time for a site, and the number of its problems."""
    scan.cache_clear()
    parts.cache_clear()
    with tempfile.TemporaryDirectory() as out:
        begun = time.process_time()
        made = make_site(SiteJob(edition), Path(out) / "situs")
        return time.process_time() - begun, sum(found.code == "teks-hilang" for found in made.problems)


def counted(edition: Edition) -> Counter[str]:
    """What the proof compares in a district."""
    found: Counter[str] = Counter(districts=1)
    for page in (*edition.pages, *edition.paper_pages):
        scans = [scan(typed.text, typed.own) for typed in page.typed]
        found["pages"] += bool(scans)
        for one in scans:
            found["words and numbers"] += sum(word[0] not in (BULLET, PERHAPS) for word in one.words)
            found["points of items"] += sum(word[0] in (BULLET, PERHAPS) for word in one.words)
            found["links and pictures"] += len(one.links)
    return found


def main() -> None:
    """Count and measure, then print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="so many districts instead of all")
    registry = read_project(ROOT)
    slugs = sorted(registry.districts)
    asked = parser.parse_args().sample
    composer = Composer(registry)
    warm(registry.theme)
    composer.warm()
    total: Counter[str] = Counter()
    with_proof = without = composing = 0.0
    for slug in slugs[:: max(1, len(slugs) // asked)] if asked else slugs:
        begun = time.process_time()
        edition = composer.compose(slug, as_of=DAY, profiles=())
        composing += time.process_time() - begun
        spent, told = seconds(edition)
        with unproved():
            without += seconds(edition)[0]
        with_proof += spent
        total += counted(edition) + Counter(told=told)
    table = Table("what", "number")
    for what, number in total.items():
        table.add_row(what, f"{number:,}")
    table.add_row("problems", str(total["told"]))
    table.add_row("seconds of a site, composed and made, without the proof", f"{without + composing:.1f}")
    table.add_row("the proof's share", f"{(with_proof - without) / (without + composing):.1%}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
