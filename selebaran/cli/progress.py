"""How a build's progress is shown: a bar on a terminal, plain lines elsewhere, nothing when it shall be quiet."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from selebaran.cli.language import Speaker
from selebaran.publish.outcome import Silent
from selebaran.words.visible import visible


class Quiet(Silent):
    """Shows nothing."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""


class Lines(Quiet):
    """A line for each district, on standard error."""

    def __init__(self, say: Speaker) -> None:
        self._say = say
        self._total = self._done = self._workers = 0
        self._bad = say("tidak dibuat")

    def started(self, districts: int) -> None:
        """Remember how many there are."""
        self._total = districts

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


class Bar(Quiet):
    """A progress bar, on standard error."""

    def __init__(self, say: Speaker, title: str | None = None) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._say, self._title = say, title or say("Membuat")
        self._total = self._kept = 0
        self._task: TaskID | None = None

    def started(self, districts: int) -> None:
        """Show the bar."""
        self._total = districts
        self._task = self._progress.add_task(self._title, total=districts)
        self._progress.start()

    def working(self, workers: int) -> None:
        """Say before each district on how many workers."""
        self._title = self._say("Membuat ({banyak} pekerja)", banyak=workers)

    def proving(self, districts: int) -> None:
        """Another bar, below the first."""
        self._title, self._kept = self._say("Membandingkan dengan cara biasa"), 0
        self.started(districts)

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        """Move the bar on. Of what is kept, only how many there are is told, and time left is that of the rest."""
        assert self._task is not None
        self._kept += kept
        told = f" ({self._say('tetap {banyak}', banyak=self._kept)})" if self._kept else ""
        if kept:
            self._total -= 1
            self._progress.update(self._task, total=self._total, description=f"{self._title}{told}")
        else:
            self._progress.update(self._task, advance=1, description=f"{self._title} {visible(slug)}{told}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


def reporter(say: Speaker, *, quiet: bool) -> Quiet:
    """The reporter that suits where standard error goes."""
    if quiet:
        return Quiet()
    return Bar(say) if sys.stderr.isatty() else Lines(say)
