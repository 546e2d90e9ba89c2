"""Makes districts in children, and puts each into dist/ as soon as it is whole. The parent alone writes there.

A child (`jobs.children`) fills a folder (`publish.district`) and says what it made. Before the folder is moved, what
it said is held against what can be so (`publish.answers`), and the folder is looked through (`jobs.inspect`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from selebaran.compose.page.temporary import pages_ahead
from selebaran.jobs import stages
from selebaran.jobs.children import Ended, run
from selebaran.jobs.collecting import seldom
from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import flaw
from selebaran.jobs.interrupts import held_back
from selebaran.model.address import AnyPage, addresses_today
from selebaran.model.artifact import may_be_in_site
from selebaran.model.calendar import entries_today
from selebaran.model.problem import Problem
from selebaran.publish import ledger
from selebaran.publish.answers import BUILT, built_of, check_editions
from selebaran.publish.believed import NotBelieved, line_of
from selebaran.publish.built import Built
from selebaran.publish.deaths import problem_of, refused, unsound
from selebaran.publish.district import Workshop
from selebaran.publish.former_hosts import settle_hosts
from selebaran.publish.layout import site_of
from selebaran.publish.plan import Plan
from selebaran.publish.releases import put
from selebaran.publish.shelves import shelf_paths

__all__ = ["Limits", "make_all"]


Runner = Callable[[tuple[str, ...]], Iterator[Ended]]
"""Does the work on districts, wherever that is: children of this process, or workers of a cluster."""


def make_all(
    workshop: Workshop,
    slugs: tuple[str, ...],
    jobs: int,
    limits: Limits | None = None,
    method: str | None = None,
    runner: Runner | None = None,
) -> Iterator[Built]:
    """Make districts, `jobs` at a time, in the order of finishing. `method` is that of `children.run`, which is the
    runner unless another is given."""
    limits = limits or Limits()
    out = workshop.plan.out
    out.mkdir(parents=True, exist_ok=True)
    making = Making(workshop, timed=stages.is_on())

    def here(slugs: tuple[str, ...]) -> Iterator[Ended]:
        return run(making, [(slug,) for slug in slugs], jobs, limits, out, partial(readable, workshop), method)

    for ended in (runner or here)(slugs):
        yield _finish(ended, workshop, limits)


def readable(workshop: Workshop, slugs: tuple[str, ...]) -> list[Path]:
    """What a child reads: the site of its district as it was, what is known of its sheets, and what is kept for all.
    The parent read the rest."""
    plan = workshop.plan
    hosts = filter(None, map(workshop.host_of, slugs))
    fonts = workshop.press.reads if workshop.press else ()
    shelves = (path for slug in slugs for path in shelf_paths(plan.out.absolute(), slug))
    return [plan.cache.absolute(), *fonts, *shelves, *(site_of(plan.out.absolute(), host) for host in hosts)]


class Making:
    """The work of a child: one district, made."""

    def __init__(self, workshop: Workshop, *, timed: bool = False) -> None:
        self._workshop = workshop
        self._is_timed = timed

    def __call__(self, slug: str, fresh: Path) -> bytes:
        """Make it, and say what came of it. Little of what is made is thrown away before a child ends."""
        seldom()
        if not self._is_timed:
            return line_of(BUILT, self._workshop.make(slug, fresh))
        stages.begin()
        made = self._workshop.make(slug, fresh)
        return line_of(BUILT, replace(made, spent=stages.ended()))


def _finish(ended: Ended, workshop: Workshop, limits: Limits) -> Built:
    """Swap a child's folder in when it is whole, and say what became of the district."""
    slug, plan = ended.name, workshop.plan
    if ended.said is None:
        built = _failed(slug, _why_silent(ended, limits, plan))
        known = workshop.registry.district_problems.get(slug, ())
        return replace(built, problems=(*known, *built.problems))
    try:
        built = built_of(ended.said, slug, workshop.host_of(slug), published=plan.publish)
        if built.new:
            check_editions(built.new, slug, workshop.registry, plan.day_of(slug), published=plan.publish)
    except NotBelieved as error:
        return _failed(slug, refused(slug, "daerah-gagal", kode=0, langkah=_folder(slug), rinci=str(error)))
    if not built.host:
        return built
    if wrong := _wrong(ended, built, limits, plan):
        return _failed(slug, unsound(slug, *wrong))
    with held_back():
        if built.new:
            # Before the swap: a crash in between leaves a code that no paper carries, never the reverse.
            ledger.append(plan.root, slug, workshop.registry.districts[slug].ledger, built.new)
        if plan.publish:
            _remember(workshop, slug)
        put(plan.out, built.host, ended.folder, layout=plan.layout, published=plan.publish)
        settle_hosts(plan, slug, workshop.former_hosts_of(slug), built.host)
    return built


def _why_silent(ended: Ended, limits: Limits, plan: Plan) -> Problem:
    assert ended.death is not None
    return problem_of(ended.name, ended.death, limits, ended.place or plan.out)


def _wrong(ended: Ended, built: Built, limits: Limits, plan: Plan) -> tuple[str, str] | None:
    """What in a child's folder may not leave it, found here or where it was filled."""
    return ended.flaw or flaw(ended.folder, limits, may_leave(built, plan))


def may_leave(built: Built, plan: Plan) -> Callable[[str], bool]:
    """Which files become part of a web root: of kinds that a site has, and such as the child spoke of. Of those that
    it took over from an earlier build, where it made a part alone, it says nothing."""
    listed = {artifact.path for artifact in built.artifacts}
    return lambda path: may_be_in_site(path) and (plan.only is not None or path in listed)


def _remember(workshop: Workshop, slug: str) -> None:
    """Write down what calendars are told today, and which addresses the site has."""
    registry, plan = workshop.registry, workshop.plan
    folder, day = registry.districts[slug], plan.day_of(slug)
    events = entries_today(folder.events, folder.calendar, folder.district.tz, day)
    ledger.append_events(plan.root, slug, folder.calendar, events.values())
    own = (page for page in folder.own.pages if page.language is None)
    every: tuple[AnyPage, ...] = (*registry.pages, *registry.closed, *own)
    ahead = {page.slug for page in pages_ahead(every, day)}
    there = (page for page in every if page.slug not in ahead)
    ledger.append_addresses(plan.root, slug, addresses_today(there, folder.addresses, day))


def _failed(slug: str, why: Problem) -> Built:
    return Built(slug, None, 0, 0, (why,))


def _folder(slug: str) -> str:
    return f"districts/{slug}"
