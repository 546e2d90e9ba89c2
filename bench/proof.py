"""The figures of the proof that what was typed is what shows: what it compares over all districts, and what it costs.

The least of several rounds counts, since other programs take from the processor. Nothing is kept from one district to
the next: a build makes each in a process of its own.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from selebaran.check.proof.scan import learn, scan
from selebaran.check.proof.shown import Shown
from selebaran.check.proof.words import BULLET, PERHAPS, parts
from selebaran.compose.edition import Composer
from selebaran.compose.page.finished import forget
from selebaran.jobs.recalled import forget as forget_known
from selebaran.model.edition import Edition
from selebaran.read.project import read_project
from selebaran.site import links
from selebaran.site import seen as seen_pages
from selebaran.site.job import SiteJob, make_site
from selebaran.site.theme import warm

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 28)
ROUNDS = 3
Made = TypeVar("Made")


class _Blind(Shown):
    """Reads nothing."""

    def start(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Pass over it."""

    def end(self, tag: str) -> None:
        """Pass over it."""

    def text(self, text: str) -> None:
        """Pass over it."""


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor: a site without the proof, what the proof compares, and what it reads beside."""

    site: float
    compared: float
    read: float
    told: int

    @classmethod
    def of(cls, edition: Edition, shared: Sequence[str]) -> Cost:
        """The least of some rounds, each of which begins with what a build knows before its districts."""
        with tempfile.TemporaryDirectory() as name:
            out = Path(name) / "situs"
            site = min(timed(lambda: make_site(SiteJob(edition), out), _forget(shared))[0] for _ in range(ROUNDS))
            seen = links.read_site(out, edition.frame.address)
            found = [timed(lambda: list(links.lost_text(seen, edition)), _forget(shared)) for _ in range(ROUNDS)]
            reading = [timed(lambda: links.read_site(out, edition.frame.address)) for _ in range(ROUNDS)]
            vars(seen_pages)["Shown"] = _Blind
            without = [timed(lambda: links.read_site(out, edition.frame.address)) for _ in range(ROUNDS)]
            vars(seen_pages)["Shown"] = Shown
        compared, read = min(one[0] for one in found), min(one[0] for one in reading) - min(one[0] for one in without)
        return cls(site - compared - read, compared, read, len(found[0][1]))


def timed(work: Callable[[], Made], first: Callable[[], None] = lambda: None) -> tuple[float, Made]:
    """The processor's time for something, and what it made."""
    first()
    begun = time.process_time()
    made = work()
    return time.process_time() - begun, made


def _forget(shared: Sequence[str]) -> Callable[[], None]:
    def anew() -> None:
        forget_known("pindai", "pindai bagian")
        parts.cache_clear()
        learn(shared)

    return anew


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
    shared = [segment.text for page in registry.pages for segment in page.segments]
    composer = Composer(registry)
    warm(registry.theme)
    composer.warm()
    total: Counter[str] = Counter()
    composing, costs = 0.0, []
    for slug in slugs[:: max(1, len(slugs) // asked)] if asked else slugs:
        forget()
        spent, edition = timed(partial(composer.compose, slug, as_of=DAY, profiles=()))
        composing += spent
        costs.append(Cost.of(edition, shared))
        total += counted(edition)
    site, proof = sum(one.site for one in costs), sum(one.compared + one.read for one in costs)
    table = Table("what", "number")
    for what, number in total.items():
        table.add_row(what, f"{number:,}")
    table.add_row("problems", str(sum(one.told for one in costs)))
    table.add_row("composing and making the sites, seconds", f"{composing + site:.1f}")
    table.add_row("the proof, seconds", f"{proof:.1f}")
    table.add_row("the proof's share", f"{proof / (composing + site):.1%}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
