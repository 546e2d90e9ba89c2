"""One district's site as a job: a function of values that needs nothing of the project and knows no other district."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selebaran.jobs.plain import is_plain
from selebaran.model.artifact import Artifact, Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem
from selebaran.site.archive import write_archive
from selebaran.site.artifacts import artifacts_of
from selebaran.site.build import draw_site
from selebaran.site.compressed import compress_site
from selebaran.site.dated import Shown, put_day, shown_of
from selebaran.site.framed import Had
from selebaran.site.links import checked_site
from selebaran.site.pocket import core_of, put_into_pocket
from selebaran.site.search_roots import Roots
from selebaran.site.shelf import KeptPages, kept_of


@dataclass(frozen=True)
class SiteJob:
    """Everything that a site is made from: the edition, its print files, and what the download page says of them."""

    edition: Edition
    printed: tuple[PrintFile, ...] = ()
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True)
class SiteMade:
    """The files of a web root, everything that is wrong with it, where it shows its day, and what the next build needs
    to know of its pages."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    shown: Shown = field(default_factory=dict)
    kept: KeptPages | None = field(default=None, compare=False)


def make_site(job: SiteJob, out: Path, roots: Roots | None = None, had: Sequence[Had] = ()) -> SiteMade:
    """Make the web root in an empty folder. `roots` are what is known already; without them they are found anew. Pages
    that somebody `had` are taken from there."""
    drawn = draw_site(job.edition, job.downloads, out, roots or Roots(), had)
    marked, problems = {} if drawn.says_marks else put_day(out, job.edition.frame.built), drawn.problems
    shown = shown_of(out, marked)
    for file in job.printed:
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    if job.edition.published:
        write_archive(out, job.edition.as_of)
        put_into_pocket(out, core_of(out, job.edition))
    found, site = checked_site(out, job.edition, drawn.covered)
    problems += found
    kept = None if problems or not drawn.inputs or is_plain() else kept_of(site, drawn.inputs, marked)
    if job.edition.published:
        compress_site(out)
    return SiteMade(artifacts_of(out, job.edition), tuple(problems), shown, kept)
