"""What the proof by ink costs: sheets made with it beside the same sheets made without it, in one run.

The least of several rounds counts, since other programs take from the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from selebaran.compose.edition import Composer
from selebaran.model.sizes import Profile
from selebaran.press import gate
from selebaran.press.build import print_piece
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press
from selebaran.press.opened import opened
from selebaran.press.raster import look, pages_seen
from selebaran.read.project import read_project

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 28)
PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat")
ROUNDS = 3


def seconds(press: Press, job: PieceJob) -> float:
    """The processor's time for the files of a piece, up to the last check."""
    pages_seen.cache_clear()
    look.cache_clear()
    opened.cache_clear()
    begun = time.process_time()
    print_piece(press, job)
    return time.process_time() - begun


def both(press: Press, job: PieceJob) -> tuple[float, float]:
    """The least time with the proof and without it, in turn."""
    proof, found = vars(gate)["unreadable"], list[tuple[float, float]]()
    for _ in range(ROUNDS):
        with_it = seconds(press, job)
        vars(gate)["unreadable"] = lambda *_: []
        without = seconds(press, job)
        vars(gate)["unreadable"] = proof
        found.append((with_it, without))
    return min(one for one, _ in found), min(one for _, one in found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the cost of the proof for each piece, and of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slug", nargs="?", default="kab-contoh")
    slug = parser.parse_args(arguments).slug
    press, composer = Press(ROOT / ".cache"), Composer(read_project(ROOT))
    edition = composer.compose(slug, as_of=DAY, profiles=PROFILES)
    jobs = [PieceJob(outcome.made, edition.frame.names.district) for outcome in edition.outcomes if outcome.made]
    table = Table("piece", "without, ms", "proof, ms", "share")
    total = [0.0, 0.0]
    for job in jobs:
        with_it, without = both(press, job)
        total = [total[0] + with_it, total[1] + without]
        table.add_row(job.made[0].name, *_figures(with_it, without))
    table.add_row("all", *_figures(*total))
    Console().print(table)


def _figures(with_it: float, without: float) -> tuple[str, str, str]:
    return f"{without * 1000:.0f}", f"{(with_it - without) * 1000:.0f}", f"{(with_it - without) / without:.1%}"


if __name__ == "__main__":
    main()
