"""The build as a story: read, check, and for each district compose, print, make the site, swap it in."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selebaran.check.run import check_shared
from selebaran.compose.edition import Composer
from selebaran.model.artifact import Artifact, Download
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from selebaran.press.thumbnail import picture_size
from selebaran.publish.plan import Plan, day_of
from selebaran.publish.report import Report, Reporter
from selebaran.publish.swap import staged, sweep, write
from selebaran.site.build import build_site


@dataclass(frozen=True)
class Built:
    """What one district gave. `host` is None when it was refused."""

    host: str | None
    pages: int
    pdfs: int
    problems: tuple[Problem, ...]


def build(plan: Plan, registry: Registry, reporter: Reporter) -> Report:
    """Build what the plan names. Faults in what is shared stop all; faults of a district stop that district."""
    begun = time.monotonic()
    shared = check_shared(registry)
    if any(p.is_error for p in shared):
        return Report((), 0, 0, time.monotonic() - begun, tuple(shared))
    sweep(plan.out)
    workshop = _Workshop(plan, registry)
    reporter.started(len(plan.slugs))
    results = []
    for slug in plan.slugs:
        result = workshop.make(slug)
        results.append(result)
        reporter.finished(slug, built=result.host is not None)
    return Report(
        hosts=tuple(r.host for r in results if r.host),
        pages=sum(r.pages for r in results),
        pdfs=sum(r.pdfs for r in results),
        seconds=time.monotonic() - begun,
        problems=tuple(dict.fromkeys([*shared, *(p for r in results for p in r.problems)])),
    )


class _Workshop:
    """What is made once and serves every district."""

    def __init__(self, plan: Plan, registry: Registry) -> None:
        self.plan = plan
        self.registry = registry
        self.composer = Composer(registry)
        self.press = None if plan.only == "site" else Press(plan.cache.absolute())
        self.now = datetime.now(UTC)

    def make(self, slug: str) -> Built:
        """Make one district and swap it in."""
        stopped = self.registry.district_problems.get(slug)
        if stopped:
            return Built(None, 0, 0, stopped)
        as_of = day_of(self.plan, self.registry.districts[slug], self.now)
        profiles = self.plan.profiles if self.press else ()
        try:
            edition = self.composer.compose(slug, as_of=as_of, profiles=profiles)
            return self._finish(edition)
        except ProblemsFound as found:
            return Built(None, 0, 0, found.problems)

    def _finish(self, edition: Edition) -> Built:
        """Print, make the site, and put both in place. Raises `ProblemsFound`; then the last good output stays."""
        old = self.plan.out / edition.host
        if self.press:
            artifacts, downloads, problems = print_edition(self.press, edition)
            _stop_at_errors(problems)
        else:
            artifacts, downloads = _printed_before(old, self.registry)
            problems = []
        pages = 0
        with staged(self.plan.out, edition.host) as fresh:
            if self.plan.only == "print":
                if old.is_dir():
                    shutil.copytree(old, fresh, dirs_exist_ok=True)
            else:
                problems += build_site(self.plan.root / "mkdocs.yml", edition, tuple(downloads), fresh)
                _stop_at_errors(problems)
                pages = len(edition.pages)
            for artifact in artifacts:
                write(fresh, artifact.path, artifact.content)
        pdfs = len(downloads) if self.press else 0
        return Built(edition.host, pages, pdfs, tuple(problems))


def _stop_at_errors(problems: list[Problem]) -> None:
    if any(p.is_error for p in problems):
        raise ProblemsFound(tuple(problems))


def _printed_before(old: Path, registry: Registry) -> tuple[list[Artifact], list[Download]]:
    """The print files that an earlier build left, so that a build of the site alone still offers them."""
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    for piece in registry.pieces:
        small = f"unduh/{piece.name}/{piece.name}.png"
        if not (old / small).is_file():
            continue
        picture = Artifact(small, (old / small).read_bytes())
        artifacts.append(picture)
        for profile in piece.spec.profiles:
            path = f"unduh/{piece.name}/{piece.name}-{profile}.pdf"
            if (old / path).is_file():
                pdf = Artifact(path, (old / path).read_bytes())
                artifacts.append(pdf)
                size = picture_size(picture.content)
                downloads.append(Download(piece.name, profile, path, len(pdf.content), small, size))
    return artifacts, downloads
