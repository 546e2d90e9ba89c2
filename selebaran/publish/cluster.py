"""Districts on a cluster: what a worker needs for one, and what is here already and needn't come back.

A worker gets the plan and all that was read of the project, once; the site as it was only where this build takes parts
of it over. Looking, ledger and store stay with the parent (`publish.districts`), as for children on this machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from selebaran.jobs import stages
from selebaran.jobs.children import Ended, Readable, Work
from selebaran.jobs.cluster import Cluster
from selebaran.jobs.confine import Limits
from selebaran.jobs.tree import files_below
from selebaran.model.registry import Registry
from selebaran.model.sharing import FOLDER as SHARED
from selebaran.press.fonts import font_files, kept_name
from selebaran.publish.district import DOWNLOADS, Workshop
from selebaran.publish.districts import Making, Runner, readable
from selebaran.publish.layout import manifest_of, site_of
from selebaran.publish.plan import Plan
from selebaran.publish.releases import current
from selebaran.publish.shelves import shelf_path
from selebaran.publish.store import read_manifest
from selebaran.publish.unchanged import Before
from selebaran.read.text import plain_content

OUT = Path("dist")
"""Where a worker has an output folder, below its own."""


@dataclass(frozen=True)
class Elsewhere:
    """A build as it is sent: the plan, what was read of the project, and the fonts, which take seconds to make."""

    plan: Plan
    registry: Registry
    before: Before | None
    fonts: Mapping[str, bytes]
    timed: bool = False

    def at(self, folder: Path) -> tuple[Work, Readable, Path]:
        """The work on a worker, warm."""
        plan = replace(self.plan, root=folder, out=folder / OUT, layout="copy")
        fonts = plan.cache / kept_name()
        fonts.mkdir(parents=True, exist_ok=True)
        for name, content in self.fonts.items():
            (fonts / name).write_bytes(content)
        workshop = Workshop(plan, self.registry, self.before)
        workshop.prepare()
        return Making(workshop, timed=self.timed), partial(readable, workshop), folder


def runner_on(cluster: Cluster, workshop: Workshop, limits: Limits) -> Runner:
    """What makes the districts of a workshop on a cluster."""
    plan = workshop.plan
    fonts = font_files(plan.cache) if workshop.press else {}
    elsewhere = Elsewhere(plan, workshop.registry, workshop.before, fonts, stages.is_on())

    def given(slug: str) -> Mapping[str, bytes]:
        files = {str(site_of(OUT, host) / path): body for host, path, body in _taken_over(workshop, slug)}
        shelf = shelf_path(plan.out, slug)
        return {**files, str(shelf_path(OUT, slug)): shelf.read_bytes()} if shelf.is_file() else files

    def held(slug: str) -> Mapping[str, Path]:
        return _content_of(plan.out, workshop.host_of(slug))

    def run(slugs: tuple[str, ...]) -> Iterator[Ended]:
        return cluster.run(elsewhere, slugs, limits, plan.out, given, held)

    return run


def _taken_over(workshop: Workshop, slug: str) -> Iterator[tuple[str, str, bytes]]:
    """The files of a district's site, as it was, that this build reads: host, path and content."""
    host = workshop.host_of(slug)
    root = site_of(workshop.plan.out, host)
    for path, entry in files_below(root) if host and root.is_dir() else ():
        if _is_read(path, workshop):
            yield host, path, plain_content(entry.path)[0]


def _is_read(path: str, workshop: Workshop) -> bool:
    """Whether a build takes a file of an earlier one over, or looks at it: sheets and pictures that would be the same,
    and everything where it makes sheets alone."""
    return workshop.plan.only == "print" or path.startswith((DOWNLOADS, f"{SHARED}/"))


def _content_of(out: Path, host: str) -> dict[str, Path]:
    """The files of a site's current release, by their digests."""
    release = current(out, host) if host else None
    manifest = read_manifest(manifest_of(out, host, release)) if release else None
    root = site_of(out, host)
    return {digest: root / path for path, (digest, _) in manifest.files.items()} if manifest else {}
