"""The build as a story: read, check, make each district in a worker, and tell what came of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from selebaran.compose.piece.left_out import left_out_of
from selebaran.jobs.collecting import settled, uncollected
from selebaran.jobs.stages import stage
from selebaran.model.left_out import LeftOut
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.built import Built
from selebaran.publish.costs import Cost, keep_costs
from selebaran.publish.district import Workshop
from selebaran.publish.districts import Limits, Runner, make_all
from selebaran.publish.joining import Joined
from selebaran.publish.known import KnownProject
from selebaran.publish.layout import PORTAL, site_of
from selebaran.publish.leftovers import tidy
from selebaran.publish.memory import Memory, web_root
from selebaran.publish.outcome import Report, Reporter
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.publish.prove import Proof, Proved, Wish, told, unequal
from selebaran.publish.provenance import Witness, stated_in
from selebaran.publish.redated import NewDay
from selebaran.publish.releases import TooOld, forget_all
from selebaran.publish.report.artifacts import write_artifacts
from selebaran.publish.report.overview import overview_of, write_overview
from selebaran.publish.report.pages import ReportPages, Texts, Written, write_district, write_texts
from selebaran.publish.report.record import DistrictRecord, failed_record
from selebaran.publish.report.summary import read_summary
from selebaran.publish.standing import site_state_of
from selebaran.publish.swap import sweep
from selebaran.publish.unchanged import Before

if TYPE_CHECKING:
    from selebaran.jobs.cluster import Cluster


SEVERAL = 24
"""So many districts have to be joined before it pays to look once more through all that they are joined of."""


@dataclass(frozen=True)
class _Made:
    """What became of each district, of which nothing had changed, what is wrong with the page that tells of each, and
    what making it cost; releases that can go at the end."""

    results: dict[str, Built] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    faults: dict[str, Sequence[Problem]] = field(default_factory=dict)
    costs: list[Cost] = field(default_factory=list)
    too_old: TooOld = field(default_factory=list)


def build(
    plan: Plan,
    registry: Registry,
    reporter: Reporter,
    limits: Limits | None = None,
    before: Before | None = None,
    cluster: Cluster | None = None,
    known: KnownProject | None = None,
    wish: Wish | None = None,
) -> Report:
    """Build what the plan names. Faults in what is shared stop all; faults of a district stop that district. With
    `before`, which is what was known before the project was read, what is unchanged isn't made again. With a `cluster`,
    districts are made there; with what is `known` of what they share, that isn't made again. Where that is the `wish`,
    some are made the plain way as well, and compared."""
    begun = time.monotonic()
    with uncollected():
        shared = _judged(registry, known, sites=plan.only != "print")
    if any(p.is_error for p in shared):
        return Report((), 0, 0, time.monotonic() - begun, tuple(shared))
    sweep(plan.out)
    tidy(plan.cache)
    memory = Memory(plan, registry, before)
    made = _made(_Room(plan, registry, limits, cluster), memory, reporter)
    proved = _proved(plan, registry, made, memory, reporter, wish, limits)
    with uncollected():
        faults = _told(plan, registry, made)
    of_all = plan.only != "print" and set(plan.slugs) >= expected(plan, registry)
    if of_all:
        faults += write_portal(plan, registry)
    Witness(plan.root, plan.out, registry, published=plan.publish).of_others(plan.day)
    report = _report(plan, registry, made, (shared, (*faults, *unequal(proved))), time.monotonic() - begun)
    report = replace(report, moved=cluster.moved if cluster else None, proved=told(proved, wish))
    with uncollected():
        memory.finish(report, web_root(plan.out, PORTAL) if of_all else ())
    keep_costs(plan.out, made.costs)
    if known:
        known.finish()
    forget_all(plan.out, made.too_old)
    return report


def _judged(registry: Registry, known: KnownProject | None, *, sites: bool) -> Sequence[Problem]:
    """What is wrong with what all share. Where nothing is, what was made of it before is known again."""
    if known is None:
        from selebaran.check.run import check_shared  # late: it is known what they find, as a rule

        return check_shared(registry)
    shared = known.judged(registry)
    if not any(p.is_error for p in shared):
        known.recall(sites=sites)
    return shared


def _report(
    plan: Plan, registry: Registry, made: _Made, beside: tuple[Sequence[Problem], Sequence[Problem]], seconds: float
) -> Report:
    """What a build made, and every problem: of what is shared first, then of each district, then of what tells of
    them (`beside` are the first and the last)."""
    ordered = [made.results[slug] for slug in plan.slugs]
    said = [found for built in ordered for found in built.problems]
    return Report(
        hosts=tuple(filter(None, (built.host for built in ordered))),
        pages=sum(built.pages for built in ordered),
        pdfs=sum(built.pdfs for built in ordered),
        seconds=seconds,
        problems=tuple(dict.fromkeys([*beside[0], *said, *beside[1]])),
        left_out=_left_out(plan, registry),
        kept=len(made.kept),
        spent={built.slug: built.spent for built in ordered if built.spent},
    )


def _left_out(plan: Plan, registry: Registry) -> Mapping[str, tuple[LeftOut, ...]]:
    if plan.only == "site":
        return {}
    return left_out_of(plan.slugs, registry, plan.asked, published=plan.publish)


def expected(plan: Plan, registry: Registry) -> set[str]:
    """The districts that the portal is about. A made-up one is never published."""
    return {s for s, folder in registry.districts.items() if not (plan.publish and folder.district.fictional)}


@dataclass(frozen=True)
class _Room:
    """What is made, of what, within which limits; in children of this process, or on a cluster."""

    plan: Plan
    registry: Registry
    limits: Limits | None
    cluster: Cluster | None

    def rest_of(self, made: _Made, before: Before | None) -> Iterator[tuple[Built, Joined | None]]:
        """Make the districts that nobody has; those last that are joined, whose report is joined, too. What is the
        same for all is prepared where they are made."""
        if slugs := tuple(slug for slug in self.plan.slugs if slug not in made.results):
            yield from self._all_of(slugs, before)

    def _all_of(self, slugs: tuple[str, ...], before: Before | None) -> Iterator[tuple[Built, Joined | None]]:
        """What is joined comes last: a child has all that its parent had when it began, and of that only what it
        touches not once more."""
        plan = replace(self.plan, slugs=slugs)
        with stage("siap"), uncollected():
            workshop = Workshop(plan, self.registry, before)
            if self.cluster is None:
                workshop.prepare()
        runner, alike = self._runner(workshop), frozenset(workshop.alike)
        yield from self._alone(workshop, tuple(slug for slug in slugs if slug not in alike), runner)
        done = set()
        for joined in _joined(workshop) if alike else ():
            done.add(joined.built.slug)
            yield joined.built, joined
        yield from self._alone(workshop, tuple(slug for slug in workshop.alike if slug not in done), runner)

    def _alone(
        self, workshop: Workshop, slugs: tuple[str, ...], runner: Runner | None
    ) -> Iterator[tuple[Built, Joined | None]]:
        """Districts, each made by itself."""
        for built in make_all(workshop, slugs, self.plan.jobs, self.limits, runner=runner) if slugs else ():
            yield built, None

    def _runner(self, workshop: Workshop) -> Runner | None:
        """What makes districts elsewhere."""
        if self.cluster is None:
            return None
        from selebaran.publish.cluster import runner_on  # late: few builds are made on a cluster

        return runner_on(self.cluster, workshop, self.limits or Limits())

    def tell_workers(self, reporter: Reporter) -> None:
        """Say how many workers a cluster has now."""
        if self.cluster:
            reporter.working(self.cluster.count())


def _joined(workshop: Workshop) -> Iterator[Joined]:
    """Those of the districts that are alike which can be joined."""
    with stage("siap"):
        slugs = workshop.prepare_joined()
        if len(slugs) >= SEVERAL:
            settled()
    yield from filter(None, map(workshop.join, slugs))


def _made(room: _Room, memory: Memory, reporter: Reporter) -> _Made:
    """What each district gave: those first of which nothing changed. What is large of it is written down at once, for a
    build of all districts shall not grow with each."""
    plan, registry = room.plan, room.registry
    reporter.started(len(plan.slugs))
    room.tell_workers(reporter)
    made = _Made()
    for slug in plan.slugs:
        if (built := memory.recall(slug)) and built.host:
            made.kept.add(slug)
            made.results[slug] = built
            reporter.finished(slug, built=True, kept=True)
    _redate(room, memory, made, reporter)
    pages = ReportPages(registry)
    witness = Witness(plan.root, plan.out, registry, published=plan.publish)
    for built, joined in room.rest_of(made, memory.before):
        if built.host:
            files = write_artifacts(plan.out, built.slug, built.artifacts, site_of(plan.out, built.host))
            stated, known = (joined.stated, joined.files) if joined else (stated_in(built.record), None)
            witness.of_district(built.slug, built.host, plan.day_of(built.slug), files, stated, known)
        told = _reported(plan, registry, pages, built, joined.report if joined else None)
        if not told.problems:
            memory.note(built, told.shown)
        made.faults[built.slug] = told.problems
        made.costs.append(built.cost)
        made.results[built.slug] = replace(built, artifacts=(), record=None, sheets=(), pages_kept=None, texts_kept="")
        reporter.finished(built.slug, built=built.host is not None)
        room.tell_workers(reporter)
    return made


def _redate(room: _Room, memory: Memory, made: _Made, reporter: Reporter) -> None:
    """Have the districts of which nothing but the day is otherwise."""
    new_day = NewDay(room.plan, room.registry, made.too_old)
    earlier = map(memory.recall_other_day, (slug for slug in room.plan.slugs if slug not in made.kept))
    with uncollected():
        for now, told in new_day.each_of(one for one in earlier if one):
            memory.note_again(now, told.shown)
            made.results[now.built.slug] = now.built
            reporter.finished(now.built.slug, built=True)


def _reported(plan: Plan, registry: Registry, pages: ReportPages, built: Built, texts: Texts | None) -> Written:
    """Write the report of a district, which may have been joined already; what is wrong with its template."""
    if texts is None:
        return write_district(plan.out, pages, _record(built, plan, registry))
    return write_texts(plan.out, built.slug, texts)


def _proved(
    plan: Plan,
    registry: Registry,
    made: _Made,
    memory: Memory,
    reporter: Reporter,
    wish: Wish | None,
    limits: Limits | None,
) -> tuple[Proved, ...]:
    """The districts that were made both ways. What is told of one is told of its plain result where that took the place
    of the other, and isn't remembered."""
    if wish is None:
        return ()
    proof = Proof(plan, registry, made.results, wish, limits or Limits())
    reporter.proving(len(proof.slugs))
    pages, done = ReportPages(registry), list[Proved]()
    witness = Witness(plan.root, plan.out, registry, published=plan.publish)
    for one in proof.found():
        if one.problems:
            memory.forget(one.slug)
        if (plain := one.plain) and plain.host:
            files = write_artifacts(plan.out, plain.slug, plain.artifacts, site_of(plan.out, plain.host))
            witness.of_district(plain.slug, plain.host, plan.day_of(plain.slug), files, stated_in(plain.record))
            made.faults[plain.slug] = write_district(plan.out, pages, _record(plain, plan, registry)).problems
            made.results[plain.slug] = replace(plain, artifacts=(), record=None, sheets=())
        reporter.finished(one.slug, built=not one.problems)
        done.append(one)
    return tuple(done)


def _told(plan: Plan, registry: Registry, made: _Made) -> tuple[Problem, ...]:
    """Write the page over all districts, those of earlier builds included. Gives what is wrong with the report's
    templates."""
    known = (read_summary(plan.out, slug) for slug in registry.slugs)
    overview = overview_of(filter(None, known), registry, plan.day, published=plan.publish)
    faults = [*(made.faults.get(slug, ()) for slug in plan.slugs), write_overview(plan.out, registry, overview)]
    return tuple(dict.fromkeys(fault for found in faults for fault in found))


def _record(built: Built, plan: Plan, registry: Registry) -> DistrictRecord:
    if built.record:
        return built.record
    folder = registry.districts.get(built.slug)
    lies_there = site_state_of(plan.out, built.slug, folder.host if folder else "")
    return failed_record(built.slug, registry, plan.day, built.problems, lies_there)
