"""A build's progress as a bar on a terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from selebaran.cli.language import Speaker
from selebaran.cli.quiet import Quiet
from selebaran.words.visible import visible


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
