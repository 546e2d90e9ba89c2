"""Some districts are made once more, the plain way, and held against what lies there (`build --prove N`).

What is plain keeps nothing, shares nothing and joins nothing (`jobs/plain.py`); what is fast shall give the same bytes:
web roots, sheets, reports, problems. Where it doesn't, the difference is told, and the plain result takes its place.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from selebaran.jobs.children import STAGE, Ended, run
from selebaran.jobs.confine import Limits
from selebaran.jobs.inspect import flaw
from selebaran.jobs.interrupts import held_back
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.publish import ledger
from selebaran.publish.answers import BUILT, built_of
from selebaran.publish.believed import NotBelieved
from selebaran.publish.built import Built
from selebaran.publish.chosen import HOSTILE, chosen, with_hostile
from selebaran.publish.costs import NOTHING
from selebaran.publish.district import Workshop
from selebaran.publish.districts import Making, may_leave, readable
from selebaran.publish.layout import site_of
from selebaran.publish.outcome import Told
from selebaran.publish.plan import Plan
from selebaran.publish.proved import Difference, differences_of, files_below, problems_of, rows_of, told_of
from selebaran.publish.releases import put
from selebaran.publish.report.artifacts import read_artifacts
from selebaran.publish.report.pages import ReportPages, write_district
from selebaran.publish.report.record import FOLDER, DistrictRecord
from selebaran.publish.unchanged import is_lasting

NO_WORD = {"sebab": "-", "langkah": "-", "rinci": ""}
SLOWER = 4
"""How many times longer the plain way may take."""


@dataclass(frozen=True)
class Wish:
    """How many districts are made both ways, and the number by which they are chosen."""

    count: int
    seed: int


@dataclass(frozen=True)
class Proved:
    """A district that was made both ways. Where both differ, `problems` say in what, and `plain` is what now lies in
    the place of the other; None where that could not be, or needn't."""

    slug: str
    problems: tuple[Problem, ...] = ()
    plain: Built | None = None


def told(proved: Sequence[Proved], wish: Wish | None) -> Told | None:
    """What a build says of it, if somebody wished for it."""
    return Told(len(proved), sum(bool(one.problems) for one in proved), wish.seed) if wish else None


def unequal(proved: Iterable[Proved]) -> tuple[Problem, ...]:
    """What is wrong."""
    return tuple(found for one in proved for found in one.problems)


class Proof:
    """Compares one build with the plain way. `results` are what it gave, by district."""

    def __init__(self, plan: Plan, registry: Registry, results: Mapping[str, Built], wish: Wish, limits: Limits):
        made = [slug for slug, built in results.items() if built.host]
        self.slugs = chosen(registry, made, wish.count, wish.seed)
        self._registry = with_hostile(registry, made) if HOSTILE in self.slugs else registry
        self._plan, self._results, self._wish = plan, results, wish
        self._limits = replace(
            limits,
            wall_seconds=SLOWER * limits.wall_seconds,
            cpu_seconds=SLOWER * limits.cpu_seconds,
            step_seconds=SLOWER * limits.step_seconds,
        )
        self._pages = ReportPages(registry)

    def found(self) -> Iterator[Proved]:
        """Each district in turn, the made-up one last."""
        if not self.slugs:
            return
        plain = Workshop(replace(self._plan, slugs=self.slugs), self._registry, plain=True)
        for ended in self._made(plain, tuple(slug for slug in self.slugs if slug != HOSTILE)):
            yield self._compared(ended, plain)
        if HOSTILE in self.slugs:
            yield self._hostile(plain)

    def _made(self, workshop: Workshop, slugs: tuple[str, ...]) -> Iterator[Ended]:
        plan, reads = self._plan, partial(readable, workshop)
        return run(Making(workshop), [(slug,) for slug in slugs], plan.jobs, self._limits, plan.out, reads)

    def _compared(self, ended: Ended, workshop: Workshop) -> Proved:
        slug, plan = ended.name, self._plan
        fast = self._results[slug]
        try:
            built = built_of(ended.said or b"", slug, workshop.host_of(slug), published=plan.publish)
        except NotBelieved:
            return Proved(slug, (self._failed(slug, ended),))
        root = site_of(plan.out, fast.host or "")
        found = [*differences_of(files_below(root), files_below(ended.folder)), *self._said_otherwise(fast, built)]
        if not found:
            return Proved(slug)
        told = self._told(slug, found)
        sound = built.host and not flaw(ended.folder, self._limits, may_leave(built, plan))
        if sound:
            self._put(workshop, built, ended.folder)
        return Proved(slug, told, built if sound else None)

    def _said_otherwise(self, fast: Built, plain: Built) -> Iterator[Difference]:
        """Problems, what each file was made from, and the report."""
        yield from differences_of(told_of(fast.problems), told_of(plain.problems))
        if not plain.host:
            return
        paths = [one.path for one in plain.artifacts]
        known = read_artifacts(self._plan.out, fast.slug)
        yield from differences_of(rows_of(known, paths), rows_of(plain.artifacts, paths))
        if plain.record and is_lasting(fast.problems):
            report = self._report(plain.record)
            lies = {name: path.read_bytes() for name in report if (path := self._plan.out / name).is_file()}
            yield from differences_of(lies, report)

    def _report(self, record: DistrictRecord) -> dict[str, bytes]:
        """The report of a district, as it would be written."""
        with tempfile.TemporaryDirectory(prefix=STAGE, dir=self._plan.out) as folder:
            (Path(folder) / FOLDER).mkdir()
            write_district(Path(folder), self._pages, record)
            return files_below(Path(folder))

    def _put(self, workshop: Workshop, built: Built, folder: Path) -> None:
        """The plain result takes the place of the other; codes that only it publishes go into the ledger first."""
        plan, known = self._plan, self._results[built.slug].new
        with held_back():
            if new := tuple(one for one in built.new if one not in known):
                ledger.append(plan.root, built.slug, self._registry.districts[built.slug].ledger, new)
            put(plan.out, workshop.host_of(built.slug), folder, layout=plan.layout, published=plan.publish)

    def _hostile(self, plain: Workshop) -> Proved:
        """The made-up district, made both ways beside the others."""
        plan = replace(self._plan, slugs=(*self._plan.slugs, HOSTILE))
        fast = Workshop(plan, self._registry)
        fast.prepare()
        made = [self._left(ended) for workshop in (fast, plain) for ended in self._made(workshop, (HOSTILE,))]
        (files, said, ended), (plain_files, plain_said, plain_ended) = made
        for one, way in ((said, ended), (plain_said, plain_ended)):
            if one is None:
                return Proved(HOSTILE, (self._failed(HOSTILE, way),))
        assert said
        assert plain_said
        found = [*differences_of(files, plain_files), *differences_of(_answer(said), _answer(plain_said))]
        return Proved(HOSTILE, self._told(HOSTILE, found))

    @staticmethod
    def _left(ended: Ended) -> tuple[dict[str, bytes], Built | None, Ended]:
        return files_below(ended.folder), BUILT.validate_json(ended.said) if ended.said else None, ended

    def _told(self, slug: str, found: list[Difference]) -> tuple[Problem, ...]:
        return problems_of(slug, found, self._wish.seed)

    def _failed(self, slug: str, ended: Ended) -> Problem:
        """The plain way had no end: nothing can be said of the district."""
        death = ended.death
        values = {"sebab": death.cause, "langkah": death.step or "-", "rinci": death.detail} if death else NO_WORD
        return problem("bukti-gagal", Place(f"districts/{slug}"), slug=slug, benih=str(self._wish.seed), **values)


def _answer(built: Built) -> dict[str, bytes]:
    """What a child says of a district, without what it took."""
    plain = replace(built, cost=NOTHING, spent=(), sheets=(), days=None, pages_kept=None, texts_kept="")
    return {"jawaban": BUILT.dump_json(plain, by_alias=True, indent=1)}
