"""Districts that have nothing but names, of one class: their sites are joined by the parent, without a child for each.

A child is there so that what a district wrote can do no harm, and nothing of it comes into what another reads. These
districts wrote nothing: what is put into the class's texts are values that were read as records and hold letters,
blanks, hyphens and slashes alone (`is_bare`), and events and places that are as plain (`is_nearly_bare`). Of a
district with a text of its own or a picture nothing is opened here. What is joined is held against nothing but the
class, and so against what no district wrote.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from selebaran.check.edition import CheckedComposer, OfMarks
from selebaran.compose.district.marks import PROVINCE_FILE, SLUG, Class, class_of, marked
from selebaran.compose.page.bare import (
    UNMARKED,
    areas_of,
    bare_filling,
    breaks_alike,
    marked_areas,
    proposed_in,
)
from selebaran.compose.page.plain_records import has_records, is_nearly_bare
from selebaran.compose.template.repeated import ListCutter, NotRepeated, Repeated
from selebaran.compose.template.slots import Cutter, Values
from selebaran.jobs.children import FRESH
from selebaran.jobs.collecting import collected_after
from selebaran.jobs.fallbacks import FallingBack
from selebaran.jobs.interrupts import held_back
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import aside
from selebaran.jobs.unfinished import unfinished
from selebaran.model.artifact import Artifact
from selebaran.model.edition import Edition
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.publish import disk
from selebaran.publish.built import Built
from selebaran.publish.costs import Cost
from selebaran.publish.days import Watch, days_of, tells_day
from selebaran.publish.former_hosts import former_hosts_of, settle_hosts
from selebaran.publish.kind_reports import KindReport, KindReports
from selebaran.publish.kinds import alike, are_written_as_they_are, filling_alike, with_marks
from selebaran.publish.layout import root_of, site_of
from selebaran.publish.marked_sheets import Sheet, reads, sheets_of
from selebaran.publish.plan import Plan
from selebaran.publish.provenance import Statements, stated_in
from selebaran.publish.releases import put, put_taken
from selebaran.publish.report.packed import PACKED
from selebaran.publish.report.pages import PAGE, Texts, with_day
from selebaran.publish.report.record import DistrictRecord, on_day, record_of
from selebaran.publish.same_sheets import SameSheets
from selebaran.publish.stating import Stating, stating_of
from selebaran.publish.store import Manifest, Stock
from selebaran.publish.with_records import OfKind, own_site
from selebaran.site.dated import IN_WORDS
from selebaran.site.framed import DrawnBefore, digests_of
from selebaran.site.frames import drawn_with_marks, whole_of
from selebaran.site.job import SiteMade
from selebaran.site.links import SEEN
from selebaran.site.search_roots import Roots
from selebaran.site.whole import Cuts, Keep, WholeSite
from selebaran.site.whole_beside import Base
from selebaran.site.whole_search import LOOKED, Looked, Things

FEW = 2
"""Of fewer districts of a kind, one with events or places is made in a child at less cost."""
Kind = tuple[Class, tuple[tuple[str, str], ...], date]
"""A class, the drawings of a province in place of others, and the day."""


@dataclass(frozen=True)
class _Kin:
    """What districts of a kind come of: site, sheets, report as JSON and as a page, in both of which marks may stand
    for this day; how many pages there are beside those of kecamatan; whether a text reads the day itself."""

    site: WholeSite
    sheets: tuple[Sheet, ...]
    record: Repeated
    report: KindReport
    stating: Stating
    day: str
    pages: int
    tells_day: bool

    def texts(self, values: Values, things: Things) -> Texts:
        """The report with these values and kecamatan."""
        record, in_record = with_day(self.record.filled(values, things), self.day)
        page, in_page = with_day(self.report.filled(values, things), self.day)
        shown = {} if self.report.is_left else {PACKED: in_record, PAGE: in_page}
        return Texts(record, page, shown, self.report.parts)


@dataclass(frozen=True)
class Joined:
    """What came of a district; its report, where that was joined as well; what it states; and the files of its release,
    where there are releases."""

    built: Built
    report: Texts | None
    stated: Statements
    files: Manifest | None = None


class Joining:
    """Joins the sites of a plan's districts, where that pays."""

    def __init__(self, plan: Plan, registry: Registry, composer: CheckedComposer, roots: Roots, watch: Watch) -> None:
        self._plan, self._registry, self._composer, self._roots = plan, registry, composer, roots
        self._watch = watch
        self._kinds: dict[str, Kind] = {}
        self._kin: dict[Kind, _Kin] = {}
        self._is_written = are_written_as_they_are(registry.theme.templates.values())
        self._stock, self._reports = Stock(plan.out), KindReports(registry)
        self._targets = tuple(piece.spec.target for piece in registry.pieces)
        self._drawn = DrawnBefore()
        self._cuts = Cuts()
        self._of_kind: dict[Kind, OfKind] = {}
        self._looked: Mapping[tuple[object, ...], Looked] = {}
        self._editions: dict[tuple[Kind, str], Edition] = {}
        self._sheets = SameSheets(registry.campaign)

    def alike(self) -> tuple[str, ...]:
        """The districts that can be told by their kind."""
        if self._plan.only != "site" or self._plan.publish or is_plain():
            return ()
        kinds = {slug: kind for slug in self._plan.slugs if (kind := self._kind_of(slug))}
        count, of = Counter(kinds.values()), self._registry.districts
        kinds = {slug: kind for slug, kind in kinds.items() if count[kind] >= FEW or not has_records(of[slug])}
        self._kinds = {slug: kinds[slug] for slug in chain(*_by_kind(kinds).values())}
        return tuple(self._kinds)

    def prepare(self) -> tuple[str, ...]:
        """Draw each kind of those that are `alike`, of marks. Gives the districts that can be joined, those of a kind
        one after the other: what was weighed of its pages is still known then."""
        with SEEN.recalling({}), LOOKED.recalling({}) as self._looked:
            for kind, slugs in _by_kind(self._kinds).items():
                with FallingBack(" ".join(slugs)), collected_after():
                    self._make(kind)
                if not any(has_records(self._registry.districts[slug]) for slug in slugs):
                    self._of_kind.pop(kind, None)
        self._drawn, self._cuts, self._sheets = DrawnBefore(), Cuts(), SameSheets(self._registry.campaign)
        self._reports.forget()
        if not self._of_kind:
            self._looked = {}
        found = (slug for slug, kind in self._kinds.items() if kind in self._kin)
        return tuple(sorted(found, key=self._asks))

    def _asks(self, slug: str) -> tuple[bool, bool]:
        """Whether a district has events, and places: what is asked of the day for these is noted for all behind it."""
        folder = self._registry.districts[slug]
        return bool(folder.events), bool(folder.facilities)

    def _kind_of(self, slug: str) -> Kind | None:
        """The kind of a district; None for one that isn't bare, of which something is to be said, or whose site has
        sheets from before."""
        folder, day = self._registry.districts.get(slug), self._plan.day_of(slug)
        if folder is None or slug in self._registry.district_problems or not is_nearly_bare(folder):
            return None
        of = class_of(folder.district, self._registry.campaign.site)
        if (
            of is None
            or _has_sheets(site_of(self._plan.out, folder.host))
            or not breaks_alike(folder, self._targets)
            or self._composer.judged(slug, self._watch.of(day))
        ):
            return None
        terms = folder.district.terms
        of = alike(of) if self._is_written else of
        of = replace(of, village=terms.village, subdistrict=terms.subdistrict, proposed=proposed_in(folder))
        return of, tuple(self._registry.campaign.drawings_in(folder.district.province).items()), day

    def _make(self, kind: Kind) -> None:
        of, drawings, day = kind
        told = self._sheets.told(of, day)
        made = self._composer.of_marks(of, self._watch.of(day), dict(drawings), told=told.outcomes)
        self._sheets.keep(of, day, made)
        made = made._replace(words={**told.words, **made.words}, pieces={**told.outcomes, **made.pieces})
        if made.edition.problems or reads(made.edition, UNMARKED):
            return
        made, sheets, marks = self._with_marks(made, of)
        things = marked_areas(of)
        with drawn_with_marks(made.edition, self._drawn) as (root, inputs):
            paths = SLUG, PROVINCE_FILE
            site = whole_of(made.edition, marks, things, paths, root, inputs, self._cuts) if inputs else None
        if site is None or inputs is None:
            return
        record, cutter = record_of(made.edition, made.registry, (), ()), ListCutter(Cutter(marks), things)
        text, report = self._reports.told(on_day(record, IN_WORDS), cutter, frozenset(marks))
        if report.is_left:
            text, report = self._reports.told(record, cutter, frozenset(marks))
        pages = len(made.edition.pages) - len(things)
        self._of_kind[kind] = OfKind(made, Base(site, made.edition, digests_of(inputs)))
        stating = stating_of(stated_in(record), cutter, things)
        self._kin[kind] = _Kin(site, sheets, text, report, stating, record.day, pages, tells_day(made.edition))

    def _with_marks(self, made: OfMarks, of: Class) -> tuple[OfMarks, tuple[Sheet, ...], tuple[str, ...]]:
        """What was composed, with marks for what all kinds have alike; its sheets, and all marks that stand in it."""
        made = made._replace(edition=with_marks(made.edition)) if self._is_written else made
        every = self._filling(of, marked(of))
        sheets = tuple(sheets_of(made, Cutter(every)))
        return made, sheets, (*every, *(one.marked_code for one in sheets))

    def put(self, slug: str) -> Joined | None:
        """Join one district's web root, and put it in its place. None where joining fails: one district's fault stops
        no other, and a child tells it. What the disk refuses is raised."""
        with FallingBack(slug, but=OSError), collected_after():
            return self._put(slug)
        return None

    def _put(self, slug: str) -> Joined:
        plan = self._plan
        with unfinished(plan.out) as folder, held_back():
            fresh, keep = folder / FRESH, _write if plan.layout == "copy" else self._stock.keep
            joined = self.make(slug, fresh, keep)
            host = joined.built.host or ""
            if plan.layout == "copy":
                put(plan.out, host, fresh, layout=plan.layout, published=False)
            else:
                disk.make_folder(root_of(plan.out, host).parent)
                taken = self._stock.taken_in()
                put_taken(plan.out, host, fresh, taken, published=False)
                joined = replace(joined, files=taken[0])
            settle_hosts(plan, slug, former_hosts_of(self._registry, slug), host)
        return joined

    def make(self, slug: str, fresh: Path, keep: Keep) -> Joined:
        """Join one district's web root in a folder, in which `keep` writes."""
        begun, folder = time.process_time(), self._registry.districts[slug]
        if has_records(folder):
            return self._make_own(folder, fresh, keep, begun)
        kind, things = self._kinds[slug], areas_of(folder) or ()
        kin = self._kin[kind]
        values = self._values(kind[0], folder, kin.sheets)
        edition = self._spoken(kind, kin.site.edition, folder.district.province)
        site = kin.site.write(fresh, edition, values, things, self._roots, keep)
        texts = kin.texts(values, things)
        stated, pages = kin.stating.filled(values, things), kin.pages + len(things)
        days = None if kin.tells_day else days_of(edition, site.shown)
        cost = Cost(sites=1, on_sites=time.process_time() - begun)
        built = Built(slug, folder.host, pages, 0, (), artifacts=_of_site(site), days=days, cost=cost)
        return Joined(built, texts, stated)

    def _make_own(self, folder: DistrictFolder, fresh: Path, keep: Keep, begun: float) -> Joined:
        """Join a district's web root of its class with the events and places that are its own."""
        kind = of, drawings, day = self._kinds[folder.slug]
        of, as_of, here = replace(of, zone=folder.district.zone), self._watch.of(day), self._of_kind[kind]
        with aside(), LOOKED.recalling(self._looked):
            areas = here.areas(folder, self._registry)
            told = here.told(folder, self._registry, as_of)
            made = self._composer.of_marks(of, as_of, dict(drawings), told=told, own=folder)
            if made.edition.problems or reads(made.edition, UNMARKED):
                raise NotRepeated(folder.slug)
            made = made._replace(words={**here.made.words, **made.words})
            made, sheets, marks = self._with_marks(made, of)
            own = own_site(here, made, self._registry, folder, marks, marked_areas(of), areas)
        values = self._values(of, folder, sheets)
        edition = self._spoken_in(own.site.edition, folder.district.province)
        site = own.site.write(fresh, edition, values, own.things, self._roots, keep)
        record = DistrictRecord.model_validate_json(own.record.filled(values, own.things))
        days = days_of(own.edition, site.shown)
        cost = Cost(sites=1, on_sites=time.process_time() - begun)
        built = Built(folder.slug, folder.host, own.pages, 0, (), (), record, _of_site(site), days=days, cost=cost)
        return Joined(built, None, stated_in(record))

    def _values(self, of: Class, folder: DistrictFolder, sheets: Iterable[Sheet]) -> dict[str, str]:
        """What stands in a district for each mark, and for the code of each sheet."""
        values = self._filling(of, folder)
        return values | {one.marked_code: one.code(values, folder.district.code) for one in sheets}

    def _filling(self, of: Class, folder: DistrictFolder) -> dict[str, str]:
        """What stands in a district for each mark."""
        own = filling_alike(folder.district, self._registry.campaign.site) if self._is_written else {}
        return {**bare_filling(of, folder), **own}

    def _spoken(self, kind: Kind, edition: Edition, province: str) -> Edition:
        """The edition of the marks with the words of a province."""
        key = kind, province
        if key not in self._editions:
            self._editions[key] = self._spoken_in(edition, province)
        return self._editions[key]

    def _spoken_in(self, edition: Edition, province: str) -> Edition:
        words = self._registry.search_words
        here = words.spoken_in(province)
        return replace(edition, search_words=here, spoken_elsewhere=words.spoken_elsewhere(here))


def _has_sheets(site: Path) -> bool:
    """Whether sheets lie in a web root, each piece in a folder of its own. The page that would list them is always
    there."""
    folder = site / "unduh"
    return folder.is_dir() and any(path.is_dir() for path in folder.iterdir())


def _of_site(site: SiteMade) -> tuple[Artifact, ...]:
    """What was made of a site without its sheets."""
    return tuple(one for one in site.artifacts if not one.path.startswith("unduh/"))


def _by_kind(kinds: Mapping[str, Kind]) -> Mapping[Kind, list[str]]:
    """The districts of each kind."""
    found = defaultdict[Kind, list[str]](list)
    for slug, kind in kinds.items():
        found[kind].append(slug)
    return found


def _write(fresh: Path, path: str, content: bytes, digest: str) -> None:
    """Write a file that nobody else has."""
    disk.write(fresh / path, content)
