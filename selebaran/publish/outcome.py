"""What a build tells while it runs and when it is done. The command line prints it; tests assert on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from selebaran.jobs.stages import Spent
from selebaran.model.left_out import LeftOut
from selebaran.model.moved import Moved
from selebaran.model.problem import Problem


class Reporter(Protocol):
    """Listens to a build."""

    def started(self, districts: int) -> None:
        """The build is about to make so many districts."""

    def working(self, workers: int) -> None:
        """So many workers of a cluster are there. A build on this machine says nothing of it."""

    def proving(self, districts: int) -> None:
        """So many districts are about to be made the plain way as well."""

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        """One district is done, or was refused; or is `kept`, because nothing of it changed."""


class Silent:
    """Listens, and says nothing."""

    def started(self, districts: int) -> None:
        """Nothing."""

    def working(self, workers: int) -> None:
        """Nothing."""

    def proving(self, districts: int) -> None:
        """Nothing."""

    def finished(self, slug: str, *, built: bool, kept: bool = False) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Told:
    """How many districts were made both ways, how many of them differed, and the number by which they were chosen."""

    districts: int
    differing: int
    seed: int


@dataclass(frozen=True)
class Report:
    """What a build made: hosts of the web roots, pages and PDFs in them, seconds of wall time, and every problem;
    `left_out` are print pieces that a district doesn't make, by its slug; `kept` says of how many districts nothing had
    changed, so that nothing was made; `moved` is what went to a cluster and came back; `spent` is where the time of
    each district went, if somebody asked; `proved` what came of making some the plain way, if somebody asked."""

    hosts: tuple[str, ...]
    pages: int
    pdfs: int
    seconds: float
    problems: tuple[Problem, ...]
    left_out: Mapping[str, tuple[LeftOut, ...]] = field(default_factory=dict)
    kept: int = 0
    moved: Moved | None = None
    spent: Mapping[str, tuple[Spent, ...]] = field(default_factory=dict)
    proved: Told | None = None

    @property
    def errors(self) -> int:
        """How many problems kept something from being built."""
        return sum(p.is_error for p in self.problems)
