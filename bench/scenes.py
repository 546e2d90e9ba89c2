"""The days of a build, measured one after the other on one project: all anew, nothing changed, the next day, one event,
one fact; then the sheets. What of it is kept from the run before is the build's own affair."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench import peers
from bench.corpus import ROOT, change_event, change_fact, fill, project_of
from bench.measuring import Measured, measure, room
from selebaran.compose.page.bare import is_bare
from selebaran.read.project import read_project

DAY = date(2026, 11, 28)
FEW = 2
"""As many districts the slow peers make; each of these costs the same."""
MOST_PRINTED, MANY_PRINTED = 8, 32
"""Sheets of more districts take long beside a plain loop, which prints each by itself; of many it is asked for."""
EVERY = 514


@dataclass(frozen=True)
class Row:
    """What one day of a build costs, beside what somebody else needs for the same pages or sheets."""

    name: str
    districts: int
    pages: int
    ours: Measured
    peer: str
    other: Measured | None

    @property
    def ratio(self) -> float | None:
        """Ours in processor seconds, theirs being 1."""
        return self.ours.cpu / self.other.cpu if self.other and self.other.cpu else None


class Project:
    """A project that is built again and again into one place."""

    def __init__(self, folder: Path, count: int) -> None:
        self.root, self.slugs = project_of(folder, count)
        self.out = folder / "hasil"

    def build(self, day: date, *options: str) -> Measured:
        """One build, as a user runs it."""
        command = [sys.executable, str(ROOT / "build.py"), *self.slugs, "--root", str(self.root), "--quiet"]
        command += ["--as-of", day.isoformat(), "--out", str(self.out), *options]
        own = os.environ | {"XDG_CACHE_HOME": str(self.out.parent / "simpanan")}  # what was kept before is not ours
        return measure(lambda: _run(command, own))


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:  # 1: something in the content is to be told
        raise SystemExit(done.stderr)


def sites(count: int) -> Iterator[Row]:
    """The sites of so many districts, on each of these days."""
    with room() as folder:
        project = Project(Path(folder) / "proyek", count)
        editions, registry = peers.editions_of(project.root, project.slugs, DAY.isoformat())
        hugo_folder, mkdocs_folder, pages = peers.write_sources(Path(folder), editions, peers.typed_of(registry))
        del editions
        hugo = measure(peers.hugo(hugo_folder))
        only = ("--only", "site")
        cold = project.build(DAY, *only)
        yield Row("cold", count, pages, cold, "Hugo", hugo)
        if count <= FEW * 4:
            yield Row("cold", count, pages, cold, "MkDocs", measure(peers.mkdocs(mkdocs_folder)))
        yield Row("no change", count, pages, project.build(DAY, *only), "Hugo", hugo)
        tomorrow = DAY + timedelta(days=1)
        yield Row("new day", count, pages, project.build(tomorrow, *only), "Hugo", hugo)
        change_event(project.root, project.slugs[0], tomorrow)
        yield Row("one event", count, pages, project.build(tomorrow, *only), "Hugo", hugo)
        change_fact(project.root)
        yield Row("one fact", count, pages, project.build(tomorrow, *only), "Hugo", hugo)


def own_events(count: int) -> Iterator[Row]:
    """The sites of so many districts that have nothing but names, and of the same with ten events and three places
    each."""
    with room() as folder:
        project = Project(Path(folder) / "proyek", EVERY)
        registry = read_project(project.root)
        bare = [slug for slug in project.slugs if is_bare(registry.districts[slug])]
        project.slugs = tuple(bare[-count:])
        without = project.build(DAY, "--only", "site")
        fill(project.root, project.slugs, DAY)
        filled = project.build(DAY, "--only", "site", "--fresh")
        pages = sum(1 for site in (project.out / "situs").iterdir() for _ in site.resolve().rglob("*.html"))
        yield Row("cold, own events", len(project.slugs), pages, filled, "without", without)


def sheets(count: int) -> Iterator[Row]:
    """The sheets of so many districts, cold; then with one fact changed."""
    with room() as folder:
        project = Project(Path(folder) / "proyek", count)
        editions, _ = peers.editions_of(project.root, project.slugs, DAY.isoformat(), printed=True)
        pieces = sum(len(edition.pieces) for edition in editions)
        del editions
        plain = measure(peers.weasyprint(project.root, project.slugs, DAY.isoformat()))
        typeset = measure(peers.typst(project.root, project.slugs, DAY.isoformat()))
        only = ("--only", "print")
        cold = project.build(DAY, *only)
        yield Row("print", count, pieces, cold, "WeasyPrint", plain)
        yield Row("print", count, pieces, cold, "Typst", typeset)
        tomorrow = DAY + timedelta(days=1)
        yield Row("print, new day", count, pieces, project.build(tomorrow, *only), "WeasyPrint", plain)
        change_fact(project.root)
        yield Row("print, one fact", count, pieces, project.build(tomorrow, *only), "WeasyPrint", plain)
