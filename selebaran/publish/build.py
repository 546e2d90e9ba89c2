"""The build as a story: read, check, make each district in a worker, and tell what came of it."""

from __future__ import annotations

import time
from dataclasses import replace

from selebaran.check.run import check_shared
from selebaran.compose.piece.left_out import left_out_of
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.district import Built, Workshop
from selebaran.publish.districts import Limits, make_all
from selebaran.publish.layout import site_of
from selebaran.publish.leftovers import tidy
from selebaran.publish.outcome import Report, Reporter
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.publish.provenance import Witness
from selebaran.publish.report.artifacts import write_artifacts
from selebaran.publish.report.pages import overview_of, write_reports
from selebaran.publish.report.record import DistrictRecord, failed_record, read_record
from selebaran.publish.serving import write_serving
from selebaran.publish.standing import site_state_of
from selebaran.publish.swap import sweep


def build(plan: Plan, registry: Registry, reporter: Reporter, limits: Limits | None = None) -> Report:
    """Build what the plan names. Faults in what is shared stop all; faults of a district stop that district."""
    begun = time.monotonic()
    shared = check_shared(registry)
    if any(p.is_error for p in shared):
        return Report((), 0, 0, time.monotonic() - begun, tuple(shared))
    sweep(plan.out)
    tidy(plan.cache)
    workshop = Workshop(plan, registry)
    workshop.prepare()
    results = _made(workshop, reporter, limits)
    ordered = [results[slug] for slug in plan.slugs]
    faults = _told(plan, registry, ordered)
    if plan.only != "print" and set(plan.slugs) >= expected(plan, registry):
        faults += write_portal(plan, registry)
        write_serving(plan)
    Witness(plan.root, plan.out, registry, published=plan.publish).of_others(plan.day)
    said = (found for built in ordered for found in built.problems)
    return Report(
        hosts=tuple(filter(None, (built.host for built in ordered))),
        pages=sum(built.pages for built in ordered),
        pdfs=sum(built.pdfs for built in ordered),
        seconds=time.monotonic() - begun,
        problems=tuple(dict.fromkeys([*shared, *said, *faults])),
        left_out=left_out_of(plan.slugs, registry, plan.asked, published=plan.publish) if plan.only != "site" else {},
    )


def expected(plan: Plan, registry: Registry) -> set[str]:
    """The districts that the portal is about. A made-up one is never published."""
    return {s for s, folder in registry.districts.items() if not (plan.publish and folder.district.fictional)}


def _made(workshop: Workshop, reporter: Reporter, limits: Limits | None) -> dict[str, Built]:
    """What each district gave."""
    plan = workshop.plan
    reporter.started(len(plan.slugs))
    results: dict[str, Built] = {}
    witness = Witness(plan.root, plan.out, workshop.registry, published=plan.publish)
    for built in make_all(workshop, plan.slugs, plan.jobs, limits):
        if built.host:
            made = write_artifacts(plan.out, built.slug, built.artifacts, site_of(plan.out, built.host))
            witness.of_district(built.slug, built.host, plan.day_of(built.slug), made, built.record)
        results[built.slug] = replace(built, artifacts=())  # a build of all districts shall not grow with each
        reporter.finished(built.slug, built=built.host is not None)
    return results


def _told(plan: Plan, registry: Registry, built: list[Built]) -> tuple[Problem, ...]:
    """Write the report of this build, with the districts of earlier ones; what is wrong with its templates."""
    made = {one.slug: _record(one, plan, registry) for one in built}
    known = (made.get(slug) or read_record(plan.out, slug) for slug in registry.slugs)
    overview = overview_of(filter(None, known), registry, plan.day, published=plan.publish)
    return write_reports(plan.out, registry, made, overview)


def _record(built: Built, plan: Plan, registry: Registry) -> DistrictRecord:
    if built.record:
        return built.record
    folder = registry.districts.get(built.slug)
    lies_there = site_state_of(plan.out, built.slug, folder.host if folder else "")
    return failed_record(built.slug, registry, plan.day, built.problems, lies_there)
