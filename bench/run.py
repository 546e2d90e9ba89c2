"""`make bench`: this build beside a plain loop, in one run on one machine, as ratios and with memory.

The plain loop is what one would write first: a `mkdocs build` process for every district, and fresh WeasyPrint objects
(fonts, stylesheets) for every document. Both make the same districts. Absolute seconds depend on the machine; the
ratios are what counts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.printing import tell as tell_of_sheets

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-21"
PLAIN_PRINT = """
import sys
from datetime import date
from pathlib import Path
from selebaran.compose.edition import Composer
from bench.printing import plain_fonts, plain_pdf
from selebaran.publish.plan import PROFILES
from selebaran.read.project import read_project
root, slug, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
fonts = plain_fonts(root / ".cache")
edition = Composer(read_project(root)).compose(slug, as_of=date.fromisoformat(sys.argv[4]), profiles=PROFILES)
for piece in edition.pieces:
    (out / f"{piece.name}-{piece.profile}.pdf").write_bytes(plain_pdf(piece, fonts))
"""

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


@dataclass(frozen=True)
class Measured:
    """Seconds of wall clock, seconds of processor, and the peak memory of all processes together in MiB."""

    wall: float
    cpu: float
    peak: float


def measure(run: Callable[[], None]) -> Measured:
    """Run something that starts child processes, and watch them."""
    peak, stop = [0.0], threading.Event()

    def watch() -> None:
        while not stop.wait(0.05):
            peak[0] = max(peak[0], sum(proportional(pid) for pid in descendants(os.getpid())))

    watcher = threading.Thread(target=watch)
    before, begun = os.times(), time.monotonic()
    watcher.start()
    try:
        run()
    finally:
        stop.set()
        watcher.join()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(time.monotonic() - begun, cpu, peak[0])


def descendants(parent: int) -> list[int]:
    """Process ids below a process, without itself."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text("utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    found, queue = [], [parent]
    while queue:
        below = children.get(queue.pop(), [])
        found += below
        queue += below
    return found


def proportional(pid: int) -> float:
    """A process's share of memory in MiB: pages that several processes share count once over all of them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def ours(slugs: list[str], *options: str) -> Callable[[], None]:
    """This build, of the slugs or of all."""

    def run() -> None:
        with tempfile.TemporaryDirectory() as out:
            command = [
                sys.executable,
                str(ROOT / "build.py"),
                *slugs,
                "--quiet",
                "--as-of",
                DAY,
                "--out",
                out,
                *options,
            ]
            subprocess.run(command, check=True)

    return run


def unconfined(slugs: list[str], *options: str) -> Callable[[], None]:
    """This build without limits."""

    def run() -> None:
        with tempfile.TemporaryDirectory() as out:
            fixed = ["--root", str(ROOT), "--quiet", "--as-of", DAY, "--out", out]
            subprocess.run([sys.executable, "-c", UNCONFINED, *slugs, *fixed, *options], check=True)

    return run


def cost_of_limits(slugs: list[str], rounds: int) -> tuple[Measured, Measured]:
    """The least that a full build takes with limits and without, in turns: what else the machine does hits both."""
    found = [(measure(ours(slugs)), measure(unconfined(slugs))) for _ in range(rounds)]
    with_limits, without = ([pair[side] for pair in found] for side in (0, 1))
    return _least(with_limits), _least(without)


def _least(runs: list[Measured]) -> Measured:
    return Measured(min(r.wall for r in runs), min(r.cpu for r in runs), min(r.peak for r in runs))


def plain(slugs: list[str], *, printed: bool) -> Callable[[], None]:
    """The plain loop."""

    def run() -> None:
        for slug in slugs:
            with tempfile.TemporaryDirectory() as out:
                environment = {**os.environ, "SELEBARAN_DAERAH": slug, "NO_MKDOCS_2_WARNING": "1"}
                command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", f"{out}/situs"]
                subprocess.run(command, cwd=ROOT, env=environment, check=True)
                if printed:
                    subprocess.run([sys.executable, "-c", PLAIN_PRINT, str(ROOT), slug, out, DAY], check=True)

    return run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=6, help="districts for the comparison with the plain loop")
    parser.add_argument("--limits", action="store_true", help="only what the limits of a worker cost")
    given = parser.parse_args()
    count = given.sample
    names = sorted(p.name for p in (ROOT / "districts").iterdir() if p.is_dir() and p.name[0] not in "_.")
    sample = names[:: max(1, len(names) // count)][:count]
    if not given.limits:
        tell_of_sheets(sample)
        _tell_all(names, sample)
    _tell_limits(sample)


def _tell_all(names: list[str], sample: list[str]) -> None:
    """This build beside the plain loop."""
    table = Table("what", "districts", "wall s", "cpu s", "peak MiB", "wall, plain = 1", "cpu, plain = 1")
    for what, mine, theirs in (
        ("site", ours(sample, "--only", "site"), plain(sample, printed=False)),
        ("site and print", ours(sample), plain(sample, printed=True)),
    ):
        base, own = measure(theirs), measure(mine)
        table.add_row(f"{what}, plain loop", str(len(sample)), *_cells(base), "1.00", "1.00")
        ratios = f"{own.wall / base.wall:.2f}", f"{own.cpu / base.cpu:.2f}"
        table.add_row(f"{what}, this build", str(len(sample)), *_cells(own), *ratios)
    for what, run in (("site, all", ours([], "--only", "site")), ("site and print, all", ours([]))):
        table.add_row(what, str(len(names)), *_cells(measure(run)), "", "")
    Console(width=110).print(table)


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
