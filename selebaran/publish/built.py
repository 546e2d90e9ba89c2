"""What one district gave."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.jobs.stages import Spent
from selebaran.model.artifact import Artifact
from selebaran.model.paper import PaperEdition
from selebaran.model.problem import Problem
from selebaran.press.shelf import KeptPiece
from selebaran.publish.costs import NOTHING, Cost
from selebaran.publish.days import Days
from selebaran.publish.report.record import DistrictRecord
from selebaran.site.shelf import KeptPages


@dataclass(frozen=True)
class Built:
    """What one district gave. `host` is None when it was refused; `new` are the editions on paper that it publishes
    first; `record` is what the staff report says of it; `artifacts` are the files that it made; `sheets` are
    its pieces of which nothing is to be said, so that the next build need not print them; `days` are those on which
    it would give the same; `pages_kept` is what the next build needs to know of its pages, `texts_kept` of its texts
    and pictures; `cost` is what it took, `spent` where the time went, if somebody asked."""

    slug: str
    host: str | None
    pages: int
    pdfs: int
    problems: tuple[Problem, ...]
    new: tuple[PaperEdition, ...] = ()
    record: DistrictRecord | None = None
    artifacts: tuple[Artifact, ...] = ()
    sheets: tuple[KeptPiece, ...] = ()
    days: Days | None = None
    pages_kept: KeptPages | None = None
    cost: Cost = NOTHING
    spent: tuple[Spent, ...] = ()
    texts_kept: str = ""
