"""Makes one district into an empty folder. Runs in a worker; touches nothing else."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from selebaran.check.edition import CheckedComposer
from selebaran.model.artifact import Artifact, Download
from selebaran.model.edition import Edition
from selebaran.model.paper import PaperEdition
from selebaran.model.piece import print_path, thumbnail_path
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from selebaran.press.thumbnail import picture_size
from selebaran.publish.plan import Plan, day_of
from selebaran.publish.report.record import Record, record_of
from selebaran.publish.swap import write
from selebaran.site.build import build_site
from selebaran.site.links import check_site
from selebaran.site.search_roots import Roots, words_in


@dataclass(frozen=True)
class Built:
    """What one district gave. `host` is None when it was refused; `new` are the editions on paper that it publishes
    first; `record` is what the staff report says of it."""

    slug: str
    host: str | None
    pages: int
    pdfs: int
    problems: tuple[Problem, ...]
    new: tuple[PaperEdition, ...] = ()
    record: Record = field(default_factory=dict)


class Workshop:
    """What is made once and serves every district: compiled templates, fonts, parsed stylesheets."""

    def __init__(self, plan: Plan, registry: Registry) -> None:
        self.plan = plan
        self.registry = registry
        self.composer = CheckedComposer(registry)
        self.composer.warm()
        self.press = None if plan.only == "site" else Press(plan.cache.absolute())
        self.roots = Roots(plan.cache.absolute())
        if plan.only != "print":
            self.roots.learn(words_in(registry))
        self.now = datetime.now(UTC)

    def __reduce__(self) -> tuple[type[Workshop], tuple[Plan, Registry]]:
        """A spawned child warms itself up: fonts and compiled templates can't be sent to another process."""
        return Workshop, (self.plan, self.registry)

    def host_of(self, slug: str) -> str:
        """The folder of a district's web root; "" where it can't be made."""
        folder = self.registry.districts.get(slug)
        return folder.host if folder else ""

    def make(self, slug: str, fresh: Path) -> Built:
        """Make one district's whole web root in `fresh`, or say why not."""
        stopped = self.registry.district_problems.get(slug)
        if stopped:
            return Built(slug, None, 0, 0, stopped)
        as_of = day_of(self.plan, self.registry.districts[slug], self.now)
        profiles = self.plan.profiles if self.press else ()
        try:
            edition = self.composer.compose(slug, as_of=as_of, profiles=profiles, published=self.plan.publish)
            return self._finish(edition, fresh)
        except ProblemsFound as found:
            return Built(slug, None, 0, 0, found.problems)

    def _finish(self, edition: Edition, fresh: Path) -> Built:
        old = self.plan.out / edition.host
        if self.press:
            artifacts, downloads, problems = print_edition(self.press, edition)
            _stop_at_errors(problems)
        else:
            artifacts, downloads = _printed_before(old, edition)
            problems = []
        if self.plan.only == "print":
            if old.is_dir():
                shutil.copytree(old, fresh, dirs_exist_ok=True)
        else:
            problems += build_site(self.plan.root / "mkdocs.yml", edition, tuple(downloads), fresh, self.roots)
        for artifact in artifacts:
            write(fresh, artifact.path, artifact.content)
        if self.plan.only != "print":
            problems += check_site(fresh, edition)
        _stop_at_errors(problems)
        pages = 0 if self.plan.only == "print" else len(edition.pages)
        pdfs = len(downloads) if self.press else 0
        said = (*edition.problems, *problems)
        record = record_of(edition, self.registry, downloads, said)
        return Built(edition.slug, edition.host, pages, pdfs, said, edition.new, record)


def _stop_at_errors(problems: list[Problem]) -> None:
    if any(p.is_error for p in problems):
        raise ProblemsFound(tuple(problems))


def _printed_before(old: Path, edition: Edition) -> tuple[list[Artifact], list[Download]]:
    """The print files that an earlier build left, so that a build of the site alone still offers them."""
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    for piece in (outcome.source for outcome in edition.outcomes):
        small = thumbnail_path(piece.name)
        if not (old / small).is_file():
            continue
        picture = Artifact(small, (old / small).read_bytes())
        artifacts.append(picture)
        for profile, derivation in piece.spec.forms():
            path = print_path(piece.name, profile, derivation)
            if (old / path).is_file():
                pdf = Artifact(path, (old / path).read_bytes())
                artifacts.append(pdf)
                size = picture_size(picture.content)
                downloads.append(Download(piece.name, profile, derivation, path, len(pdf.content), small, size))
    return artifacts, downloads
