"""What `selebaran build` does: options -> plan -> build -> what is said of it, and the exit code."""

from __future__ import annotations

import os
import secrets
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from selebaran.cli.asked_build import Asked
from selebaran.cli.asked_sheets import asked_area, asked_sheets
from selebaran.cli.cluster import cluster_asked, cluster_of
from selebaran.cli.inks import inks_given
from selebaran.cli.language import Speaker
from selebaran.cli.one_line import changed, shown_now
from selebaran.cli.options import fail, known_slugs
from selebaran.cli.output import alone_in, refuse_full, refuse_old_form, refuse_over_published, with_layout
from selebaran.cli.progress import reporter
from selebaran.cli.shared_options import day_asked, found_root
from selebaran.cli.timings import write_timings
from selebaran.cli.unchanged import before_of, exit_code, tell
from selebaran.cli.unwritable import refuse_read_only, refuse_unwritable, told_without_trace
from selebaran.cli.walls import tell_gaps
from selebaran.jobs import stages
from selebaran.jobs.collecting import uncollected
from selebaran.jobs.fallbacks import Heard
from selebaran.model.registry import Registry
from selebaran.model.sizes import PAPERS_OF_OFFICES, Paper, Profile
from selebaran.publish.build import build
from selebaran.publish.known import KnownProject
from selebaran.publish.ledger import FOLDER
from selebaran.publish.outcome import Report
from selebaran.publish.plan import ALL_PROFILES, PROFILES, Part, Plan, settled
from selebaran.publish.prove import Wish
from selebaran.publish.unchanged import Before
from selebaran.read.project import read_project

__all__ = ["Asked", "built", "exit_code", "run_build"]
SOURCES = ("content", "districts", "printables", "templates", "selebaran", ".git")
"""Folders of a project in which nothing is built."""
MOST_SEEDS = 10**6
"""A number that can be told on the telephone."""


def run_build(asked: Asked, before: Before | None = None) -> None:
    """Build, and end with the exit code that says how it went."""
    say = Speaker(asked.lang)
    out = asked.out_of(found_root(asked.root, say))
    shown = shown_now(out)
    if asked.timings:
        stages.begin()
    with Heard() as heard:
        report, plan = built(asked, say, before)
    if asked.timings:
        write_timings(asked.timings, report, stages.ended(), say, heard.lines)
    tell(report, asked, plan.root, plan.out, say, changed(out, shown))
    sys.exit(exit_code(report))


def built(asked: Asked, say: Speaker, before: Before | None = None) -> tuple[Report, Plan]:
    """The report of a build, and the plan of it; ends where nothing could be built at all. `before` is what was known
    before the project is read."""
    project = found_root(asked.root, say)
    before = before or before_of(asked, project)
    _refuse_pairs(asked, say)
    day, where = day_asked(asked.as_of, say), cluster_asked(asked.cluster, asked.cluster_certs, say)
    if where is None:
        tell_gaps(say, publish=asked.publish, without_walls=asked.without_walls)
    known = KnownProject(project, before.inputs, fresh=asked.fresh)
    with uncollected():
        registry = read_project(project, known)
    plan = _plan(asked, project, registry, day, say)
    if _is_among_sources(plan.out, project):
        fail(
            say(
                "tempat hasil '{folder}' ada di dalam naskah proyek; pilih folder lain, misalnya dist", folder=asked.out
            ),
            2,
        )
    refuse_over_published(plan, registry, say)
    refuse_unwritable(plan.out, say)
    refuse_unwritable(plan.cache, say)
    refuse_old_form(plan.out, registry, say)
    if plan.publish:
        refuse_read_only(project, project / FOLDER, say)
    with told_without_trace(say, plan.out, plan.cache, project / FOLDER), alone_in(plan.out, say):
        plan = with_layout(plan, asked.layout, say, quiet=asked.is_silent)
        refuse_full(plan, registry, say)
        with cluster_of(where, say) as cluster, reporter(say, quiet=asked.is_silent) as progress:
            if cluster:
                tell_gaps(say, publish=asked.publish, without_walls=asked.without_walls, there=cluster.missing)
            return build(plan, registry, progress, before=before, cluster=cluster, known=known, wish=_wish(asked)), plan


def _wish(asked: Asked) -> Wish | None:
    """How many districts are to be proved, by a number that is told so that they can be chosen again."""
    if not asked.prove:
        return None
    return Wish(asked.prove, secrets.randbelow(MOST_SEEDS) if asked.seed is None else asked.seed)


def _refuse_pairs(asked: Asked, say: Speaker) -> None:
    if asked.publish and (asked.only or asked.profil):
        fail(say("--publish menerbitkan situs dan semua lembar bersama; hapus --only dan --profil"), 2)
    if asked.one_line and asked.as_json:
        fail(say("--one-line dan --json tidak dapat bersama; pilih salah satu"), 2)
    if asked.bagikan and asked.only:
        fail(say("--bagikan membuat gambar dan halamannya bersama situs; hapus --only"), 2)
    if asked.seed is not None and not asked.prove:
        fail(say("--benih hanya berarti bersama --prove; tambahkan --prove 12"), 2)


def _plan(asked: Asked, project: Path, registry: Registry, day: date | None, say: Speaker) -> Plan:
    slugs = known_slugs(asked.slug, registry, say)
    if asked.publish and not asked.slug:
        slugs = tuple(s for s in slugs if s not in registry.districts or not registry.districts[s].district.fictional)
    only, jobs = cast(Part | None, asked.only), asked.jobs or os.cpu_count() or 1
    out = asked.out_of(project)
    the_day, days = settled(day, datetime.now(UTC), registry.districts)
    profiles, papers = profiles_asked(asked.profil), _papers(asked.kertas)
    inks = inks_given(asked.icc, profiles, say)
    sheets = asked_sheets(asked.lembar, only, registry, say)
    area = asked_area(asked.kecamatan, sheets, slugs, registry, say)
    papered = (papers, inks, sheets, area)
    return Plan(project, out, slugs, the_day, only, profiles, jobs, asked.publish, days, *papered, asked.bagikan)


def _is_among_sources(out: Path, project: Path) -> bool:
    """Whether what is built would lie in the project folder itself, or among what is read of it."""
    here, there = project.resolve(), out.resolve()
    return there == here or any(there.is_relative_to(here / name) for name in SOURCES)


def profiles_asked(chosen: tuple[str, ...]) -> tuple[Profile, ...]:
    """The profiles that were asked for, in their order: the first one that is made gives a piece its small picture."""
    if not chosen:
        return PROFILES
    return tuple(p for p in ALL_PROFILES if p in chosen or "semua" in chosen)


def _papers(chosen: str | None) -> tuple[Paper, ...] | None:
    """The papers of all offices; None where each district says it itself."""
    return tuple(paper for paper in PAPERS_OF_OFFICES if chosen in (paper, "keduanya")) or None
