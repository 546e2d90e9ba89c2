"""How a build's progress is shown: a bar on a terminal, plain lines elsewhere, nothing when it shall be quiet."""

from __future__ import annotations

import sys

from selebaran.cli.language import Speaker
from selebaran.cli.quiet import Quiet
from selebaran.words.visible import visible


class Lines(Quiet):
    """A line for each district, on standard error."""

    def __init__(self, say: Speaker) -> None:
        self._say = say
        self._total = self._done = self._workers = 0
        self._bad = say("tidak dibuat")

    def started(self, districts: int) -> None:
        """Remember how many there are."""
        self._total, self._done = districts, 0

    def working(self, workers: int) -> None:
        """A line where others come or go."""
        if workers != self._workers:
            self._workers = workers
            print(self._say("klaster: {banyak} pekerja", banyak=workers), file=sys.stderr, flush=True)

    def proving(self, districts: int) -> None:
        """Lines of another kind follow."""
        self._total, self._done, self._bad = districts, 0, self._say("berbeda")
        print(self._say("Membandingkan dengan cara biasa"), file=sys.stderr, flush=True)

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        """One more line."""
        self._done += 1
        width = len(str(self._total))
        said = self._say("tetap") if kept else "" if built else self._bad
        note = f"  {said}" if said else ""
        print(f"[{self._done:>{width}}/{self._total}] {visible(slug)}{note}", file=sys.stderr, flush=True)


def reporter(say: Speaker, *, quiet: bool) -> Quiet:
    """The reporter that suits where standard error goes."""
    if quiet:
        return Quiet()
    if not sys.stderr.isatty():
        return Lines(say)
    from selebaran.cli.progress_bar import Bar  # late: it takes a while to load, and nobody else shows one

    return Bar(say)
