"""One district's site as a job: a function of values that needs nothing of the project and knows no other district."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from selebaran.model.artifact import Artifact, Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem
from selebaran.site.archive import write_archive
from selebaran.site.artifacts import artifacts_of
from selebaran.site.build import draw_site
from selebaran.site.compressed import compress_site
from selebaran.site.dated import Shown, show_day
from selebaran.site.framed import Filling
from selebaran.site.links import check_site
from selebaran.site.pocket import core_of, put_into_pocket
from selebaran.site.search_roots import Roots


@dataclass(frozen=True)
class SiteJob:
    """Everything that a site is made from: the edition, its print files, and what the download page says of them."""

    edition: Edition
    printed: tuple[PrintFile, ...] = ()
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True)
class SiteMade:
    """The files of a web root, everything that is wrong with it, and where it shows its day."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    shown: Shown = field(default_factory=dict)


def make_site(job: SiteJob, out: Path, roots: Roots | None = None, filling: Filling | None = None) -> SiteMade:
    """Make the web root in an empty folder. `roots` are what is known already; without them they are found anew. With
    a `filling` it is filled in where that gives the same."""
    drawn = draw_site(job.edition, job.downloads, out, roots or Roots(), filling)
    shown, problems = show_day(out, job.edition.frame.built), drawn.problems
    for file in job.printed:
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    if job.edition.published:
        write_archive(out, job.edition.as_of)
        put_into_pocket(out, core_of(out, job.edition))
    problems += check_site(out, job.edition, drawn.covered)
    if job.edition.published:
        compress_site(out)
    return SiteMade(artifacts_of(out, job.edition), tuple(problems), shown)
