"""The build as a story: read, check, make each district in a worker, and tell what came of it."""

from __future__ import annotations

import time
from datetime import date

from selebaran.check.run import check_shared
from selebaran.model.registry import Registry
from selebaran.publish.district import Built, Workshop
from selebaran.publish.districts import Limits, make_all
from selebaran.publish.outcome import Report, Reporter
from selebaran.publish.plan import Plan
from selebaran.publish.portal import write_portal
from selebaran.publish.report.record import Record, failed_record, read_record, write_reports
from selebaran.publish.serving import write_serving
from selebaran.publish.swap import sweep


def build(plan: Plan, registry: Registry, reporter: Reporter, limits: Limits | None = None) -> Report:
    """Build what the plan names. Faults in what is shared stop all; faults of a district stop that district."""
    begun = time.monotonic()
    shared = check_shared(registry)
    if any(p.is_error for p in shared):
        return Report((), 0, 0, time.monotonic() - begun, tuple(shared))
    sweep(plan.out)
    workshop = Workshop(plan, registry)
    reporter.started(len(plan.slugs))
    results: dict[str, Built] = {}
    for built in make_all(workshop, plan.slugs, plan.jobs, limits):
        results[built.slug] = built
        reporter.finished(built.slug, built=built.host is not None)
    ordered = [results[slug] for slug in plan.slugs]
    day = plan.as_of or workshop.now.date()
    faults = write_reports(plan, registry, {built.slug: _record(built, plan, registry, day) for built in ordered}, day)
    if plan.only != "print" and set(plan.slugs) >= expected(plan, registry):
        write_portal(plan, registry)
        write_serving(plan)
    return Report(
        hosts=tuple(r.host for r in ordered if r.host),
        pages=sum(r.pages for r in ordered),
        pdfs=sum(r.pdfs for r in ordered),
        seconds=time.monotonic() - begun,
        problems=tuple(dict.fromkeys([*shared, *(p for r in ordered for p in r.problems), *faults])),
    )


def expected(plan: Plan, registry: Registry) -> set[str]:
    """The districts that the portal is about. A made-up one is never published."""
    return {s for s, folder in registry.districts.items() if not (plan.publish and folder.district.fictional)}


def _record(built: Built, plan: Plan, registry: Registry, day: date) -> Record:
    before = read_record(plan.out, built.slug)
    return built.record or failed_record(built.slug, registry, day, built.problems, before)
