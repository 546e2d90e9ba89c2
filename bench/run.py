"""`make bench`: this build beside Hugo, MkDocs, WeasyPrint and Typst, in one run on one machine; ratios, memory.

`--sizes 1,8,64` says of how many districts; `--all` adds 514, and the sheets of 32; `--print 64` only prints those of
so many. `--limits` measures what the limits of a worker cost. Absolute seconds depend on the machine; the ratios are
what counts. What is measured is kept in bench/measured/, as JSON and as a plot, where `--keep` says so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from bench.corpus import ROOT
from bench.measuring import Measured, measure, room
from bench.scenes import DAY, EVERY, MANY_PRINTED, MOST_PRINTED, Row, own_events, sheets, sites
from bench.shown import keep, tell

KEPT = ROOT / "bench" / "measured"
SIZES = (1, 8, 64)
UNCONFINED = """
import sys
from pathlib import Path
from selebaran.cli.main import main
from selebaran.publish import districts as workers
from selebaran.jobs import children
children.confine = lambda *given: None
children._watch = lambda *given: None
workers.flaw = lambda *given: None
main(["build", *sys.argv[1:]])
"""
"""This build without the limits of its children: no walls, no watch over their steps, no look at what they leave."""


def ours(slugs: list[str], program: tuple[str, ...] = (str(ROOT / "build.py"),)) -> Callable[[], None]:
    """A build of these districts, or of all."""

    def run() -> None:
        with room() as out:
            fixed = ["--root", str(ROOT), "--quiet", "--as-of", DAY.isoformat(), "--out", out]
            subprocess.run([sys.executable, *program, *slugs, *fixed], check=True)

    return run


def cost_of_limits(slugs: list[str], rounds: int) -> tuple[Measured, Measured]:
    """The least that a full build takes with limits and without, in turns: what else the machine does hits both."""
    found = [(measure(ours(slugs)), measure(ours(slugs, ("-c", UNCONFINED)))) for _ in range(rounds)]
    with_limits, without = ([pair[side] for pair in found] for side in (0, 1))
    return _least(with_limits), _least(without)


def _least(runs: list[Measured]) -> Measured:
    return Measured(min(r.wall for r in runs), min(r.cpu for r in runs), min(r.peak for r in runs))


def main() -> None:
    """Measure, print, and keep what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of districts, with commas")
    parser.add_argument("--all", action="store_true", help=f"{EVERY} districts as well, sheets of {MANY_PRINTED}")
    parser.add_argument("--keep", action="store_true", help="write bench/measured/ anew")
    parser.add_argument("--print", type=int, default=0, help="only the sheets of so many districts")
    parser.add_argument("--limits", action="store_true", help="only what the limits of a worker cost")
    parser.add_argument("--events", type=int, default=0, help="only so many districts with ten events each")
    given = parser.parse_args()
    if given.limits:
        names = sorted(p.name for p in (ROOT / "districts").iterdir() if p.is_dir() and p.name[0] not in "_.")
        _tell_limits(names[:: max(1, len(names) // 6)][:6])
        return
    if given.events:
        tell(list(own_events(given.events)))
        return
    if given.print:
        tell(list(sheets(given.print)))
        return
    sizes = [*map(int, given.sizes.split(",")), *([EVERY] if given.all else [])]
    rows: list[Row] = [row for count in sizes for row in sites(count)]
    printed = [*(count for count in sizes if count <= MOST_PRINTED), *([MANY_PRINTED] if given.all else [])]
    rows += [row for count in printed for row in sheets(count)]
    tell(rows)
    if given.keep:
        keep(rows, KEPT)


def _tell_limits(slugs: list[str], rounds: int = 3) -> None:
    """The cost of limits, as a ratio: 1.02 is 2 % more."""
    confined, free = cost_of_limits(slugs, rounds)
    table = Table("site and print", "districts", "wall s", "cpu s", "peak MiB", "wall, free = 1", "cpu, free = 1")
    table.add_row("without limits", str(len(slugs)), *_cells(free), "1.00", "1.00")
    ratios = f"{confined.wall / free.wall:.3f}", f"{confined.cpu / free.cpu:.3f}"
    table.add_row("with limits", str(len(slugs)), *_cells(confined), *ratios)
    Console(width=110).print(table)


def _cells(measured: Measured) -> tuple[str, str, str]:
    return f"{measured.wall:.1f}", f"{measured.cpu:.1f}", f"{measured.peak:.0f}"


if __name__ == "__main__":
    main()
