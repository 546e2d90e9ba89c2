"""Makes one district into an empty folder. Runs in a worker; touches nothing else."""

from __future__ import annotations

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.check.edition import CheckedComposer
from selebaran.check.proof.scan import learn
from selebaran.compose.page.sharing import with_offers_shared
from selebaran.compose.template.formats import learn_names, learn_numbers
from selebaran.jobs.plain import is_plain, plainly
from selebaran.model.artifact import Download, PrintFile
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.record import complete_records
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.model.watched import plain_day
from selebaran.press.late import LatePress, set_up
from selebaran.press.shelf import KeptPiece, print_with
from selebaran.publish.built import Built
from selebaran.publish.classes import Classes
from selebaran.publish.costs import NOTHING, Cost
from selebaran.publish.days import Watch, days_of
from selebaran.publish.former_hosts import former_hosts_of
from selebaran.publish.joining import Joined, Joining
from selebaran.publish.kept import Notes, areas_in, asked_in, kept, noted, notes_in, parted, to_print
from selebaran.publish.known import is_cold, is_unprepared
from selebaran.publish.layout import site_of
from selebaran.publish.old_sheets import printed_before, take_away_old
from selebaran.publish.pictures import Pictures
from selebaran.publish.plan import Plan
from selebaran.publish.report.record import record_of
from selebaran.publish.sharing import SharedMade, is_there, made_shared
from selebaran.publish.shelves import page_shelf_of, shelf_of, shelf_path, texts_of
from selebaran.publish.swap import copy_into, write
from selebaran.publish.unchanged import Before
from selebaran.site.artifacts import artifacts_of
from selebaran.site.build import warm_site
from selebaran.site.job import SiteJob, SiteMade, make_site
from selebaran.site.search_roots import Roots, shared_words
from selebaran.site.sent import sent_of

if TYPE_CHECKING:
    from selebaran.press.layout import Press

FEW = 2
"""So many districts may each load the press in their own child, where most have no sheet that is to be printed."""
MANY = 6
"""So many districts have sheets in common that it pays to lay these out first."""
DOWNLOADS = "unduh/"
"""The folder of a web root in which print files lie."""


@dataclass(frozen=True)
class _Printed:
    """The print files of a site, what is offered of them and said, and which of them an earlier build made (by
    path); `sheets` are what the next build need not print."""

    files: Sequence[PrintFile]
    downloads: Sequence[Download]
    problems: tuple[Problem, ...] = ()
    kept: Collection[str] = ()
    sheets: tuple[KeptPiece, ...] = ()
    cost: Cost = NOTHING


class Workshop:
    """What is made once and serves every district: compiled templates, fonts, parsed stylesheets. With `before`, sheets
    that lie there already aren't printed again. A `plain` one makes all the plain way, and nothing once for all."""

    def __init__(self, plan: Plan, registry: Registry, before: Before | None = None, *, plain: bool = False) -> None:
        self.plan = plan
        self.registry = registry
        self.before = before
        self.composer = CheckedComposer(registry)
        self.is_plain = plain
        self.press: Press | LatePress | None = None if plan.only == "site" else _press(plan, before, plain=plain)
        self.pictures = Pictures(self.press, plan.cache.absolute()) if self.press else None
        self.roots = Roots()
        self._classes = Classes(registry, self.composer)
        self._watch = Watch()
        self._joining = Joining(plan, registry, self.composer, self.roots, self._watch)
        self.alike: tuple[str, ...] = ()
        with plainly() if plain else nullcontext():
            self._warm()

    def _warm(self) -> None:
        """Do what says nothing of a district. The plain way reads no words of shared pages beforehand but those that
        the search has, for their roots; of a single district that wouldn't pay."""
        registry, several = self.registry, len(self.plan.slugs) > 1
        self.composer.warm()
        sent_of(registry.theme)  # of sheets alone it is told as well what they were made from
        if self.plan.only == "print":
            return
        if several:
            warm_site(registry.theme)
            self.roots.warm()
        if self.is_plain and several:
            learn_names()
            learn_numbers()
        if several or not self.is_plain:
            self.roots.learn(shared_words(registry))
        if not self.is_plain:
            learn(segment.text for page in registry.pages for segment in page.segments)

    def printing(self, press: Press) -> Workshop:
        """The same, with a press: what is warm stays so."""
        other = object.__new__(Workshop)
        other.__dict__ |= self.__dict__
        other.plan, other.press = replace(self.plan, only=None), press
        other.pictures = Pictures(press, self.plan.cache.absolute())
        return other

    def __reduce__(self) -> tuple[Callable[..., Workshop], tuple[Plan, Registry, Before | None]]:
        """A spawned child warms itself up: fonts and compiled templates can't be sent to another process."""
        return partial(Workshop, plain=self.is_plain), (self.plan, self.registry, self.before)

    def prepare(self) -> None:
        """Draw the pictures that are the same for all, where a district wants any. Who forks does it first."""
        if self.is_plain:
            return
        folders = [self.registry.districts[slug] for slug in self.plan.slugs if slug in self.registry.districts]
        unprepared = bool(folders) and self._is_unprepared()  # asked of many as well, so that it is known next time
        if folders:
            self._warm_site()
        if len(folders) >= MANY or unprepared:
            complete_records()
            self.composer.prepare(self._day_of(folders[0].slug), published=self.plan.publish)
        self._prepare_pictures()
        self._prepare_sheets()
        self._prepare_classes()

    def _warm_site(self) -> None:
        """Compile what sites are drawn with, where nobody did: it pays for the next build."""
        if self.plan.only != "print" and self.before and is_cold(self.registry.theme):
            warm_site(self.registry.theme)

    def _prepare_classes(self) -> None:
        """Compose and draw pages once for each class of districts that aren't joined. Published ones name their
        office."""
        self.alike = self._joining.alike()
        if self.plan.only != "print" and not self.plan.publish:
            alone = set(self.plan.slugs).difference(self.alike)
            self._classes.prepare((slug, self.plan.day_of(slug)) for slug in self.plan.slugs if slug in alone)

    def prepare_joined(self) -> tuple[str, ...]:
        """Draw what the districts that are `alike` are joined of. Gives those that can be."""
        return self._joining.prepare()

    def join(self, slug: str) -> Joined | None:
        """Put the site of one of these in its place; None if that can't be done."""
        return self._joining.put(slug)

    def _is_unprepared(self) -> bool:
        """Whether nobody filled in yet what is shared now. Of few districts it pays for the next build."""
        return self.before is not None and is_unprepared(self.before.inputs, published=self.plan.publish)

    def _prepare_pictures(self) -> None:
        """Draw pictures that say nothing of a district, for the days of those that want any."""
        if self.pictures is None or not self.registry.campaign.sharing:
            return
        for day in self._days_of_pictures():
            self.pictures.prepare(self.composer.cards_for_all(day, published=self.plan.publish))

    def _days_of_pictures(self) -> list[date]:
        """The days of those districts that want pictures."""
        wanting = (slug for slug in self.plan.slugs if slug in self.registry.districts and self._shares(slug))
        return sorted({self.plan.day_of(slug) for slug in wanting})

    def _prepare_sheets(self) -> None:
        """Lay out, once for all, what sheets of many districts have in common. For a few it would cost more than it
        saves."""
        folders = [self.registry.districts[slug] for slug in self.plan.slugs if slug in self.registry.districts]
        if self.press is None or len(folders) < MANY:
            return
        used = Counter(paper for one in folders for paper in self.plan.papers or (one.district.paper,))
        papers = tuple(sorted(paper for paper, count in used.items() if count >= MANY))
        day, published = self._day_of(folders[0].slug), self.plan.publish
        set_up(self.press).prepare(self.composer.sheets_for_none(day, self.plan.profiles, papers, published=published))

    def _shares(self, slug: str) -> bool:
        """Whether pictures are made for a district: somebody asked for them, in this build or before."""
        return self.pictures is not None and (self.plan.sharing or is_there(site_of(self.plan.out, self.host_of(slug))))

    def _day_of(self, slug: str) -> date:
        """The day of a district. A preview notes on which other days it would be the same. A publication tells it to
        calendars and ledgers, and pictures that are passed on are drawn for one day."""
        day = self.plan.day_of(slug)
        is_of_one_day = self.is_plain or self.plan.publish or self.plan.only == "print" or self._shares(slug)
        return day if is_of_one_day else self._watch.of(day)

    def host_of(self, slug: str) -> str:
        """The folder of a district's web root; "" where it can't be made."""
        folder = self.registry.districts.get(slug)
        return folder.host if folder else ""

    def former_hosts_of(self, slug: str) -> tuple[str, ...]:
        """The hosts that a district's site had."""
        return former_hosts_of(self.registry, slug)

    def make(self, slug: str, fresh: Path) -> Built:
        """Make one district's whole web root in `fresh`, or say why not."""
        if self.is_plain:
            with plainly():
                return self._made(slug, fresh)
        before = texts_of(self.plan.out, slug, self.before)
        with before.recalling():
            built = self._made(slug, fresh)
        return replace(built, texts_kept=before.told) if built.host and self.before else built

    def _made(self, slug: str, fresh: Path) -> Built:
        stopped = self.registry.district_problems.get(slug)
        as_of = self._day_of(slug)
        if stopped:
            return Built(slug, None, 0, 0, (*stopped, *self.composer.sound_part(slug, as_of)))
        profiles = self.plan.profiles if self.press else ()
        notes = notes_in(site_of(self.plan.out, self.host_of(slug)), self.registry.when_asked)
        asked = asked_in(notes, self.plan.asked, profiles) if self.press else dict.fromkeys(notes, ())
        within = areas_in(notes, self.plan.asked, self.plan.area)
        try:
            with self._classes.way_of(slug, plain_day(as_of)).composing():
                edition = self.composer.compose(
                    slug,
                    as_of=as_of,
                    profiles=profiles,
                    papers=self.plan.papers,
                    published=self.plan.publish,
                    asked=asked,
                    within=within,
                    sharing=self._shares(slug),
                )
            return self._finish(edition, notes, fresh)
        except ProblemsFound as found:
            return Built(slug, None, 0, 0, found.problems)

    def _finish(self, edition: Edition, notes: Notes, fresh: Path) -> Built:
        """Make the site, the sheets, or both; what isn't made is as the last build left it. A sheet that doesn't pass
        the press costs neither the others nor the site."""
        old, begun = site_of(self.plan.out, edition.host), time.process_time()
        if self.press:
            made_here = self._printed(self.press, edition, notes, old)
            edition = self._without_refused(edition, made_here.downloads)
        else:
            made_here = _Printed(*printed_before(old, edition))
        shared = made_shared(edition, self.pictures, self.press, old) if self.press and self.pictures else SharedMade()
        edition = with_offers_shared(edition, shared.offers)
        printed, downloads = (*made_here.files, *shared.files), made_here.downloads
        if self.plan.only == "print":
            made = _sheets_alone(old, edition, printed, fresh, self.plan.profiles)
        else:
            made = self._site(SiteJob(edition, tuple(printed), tuple(downloads)), fresh, old)
        _stop_at_errors(made.problems)
        said = (*edition.problems, *made_here.problems, *shared.problems, *made.problems)
        return Built(
            edition.slug,
            edition.host,
            0 if self.plan.only == "print" else len(edition.pages),
            len(downloads) if self.press else 0,
            said,
            edition.new,
            record_of(edition, self.registry, downloads, said, made_here.kept, printed),
            tuple(a for a in made.artifacts if self.press or not a.path.startswith(DOWNLOADS)),
            made_here.sheets,
            days_of(edition, made.shown),
            made.kept,
            made_here.cost
            + Cost(int(self.plan.only != "print"), time.process_time() - begun - made_here.cost.on_sheets),
        )

    def _site(self, job: SiteJob, fresh: Path, old: Path) -> SiteMade:
        """Make the site, of pages of its last build and of its class where they would be the same."""
        slug = job.edition.slug
        shelf = None if self.is_plain else page_shelf_of(self.plan.out, slug, old, self.before)
        filling = self._classes.way_of(slug, job.edition.frame.built).filling
        return make_site(job, fresh, self.roots, [one for one in (shelf, filling) if one])

    def _printed(self, press: Press | LatePress, edition: Edition, notes: Notes, old: Path) -> _Printed:
        """The sheets of this build, with those that were made before because somebody asked for them."""
        shelf = shelf_of(self.plan.out, edition.slug, old, self.before)
        begun = time.process_time()
        now = to_print(edition, self.plan.asked, self.plan.profiles)
        made, sheets, laid_out = print_with(press, edition if is_plain() else now, shelf)
        cost = Cost(sheets=laid_out, on_sheets=time.process_time() - begun)
        if is_plain():
            made, stay = parted(made, now)
        else:
            stay = kept(old, notes, edition, made.downloads)
        printed, downloads = [*made.files, *stay.files], [*made.downloads, *stay.downloads]
        printed += noted(edition, printed, downloads, areas_in(notes, self.plan.asked, self.plan.area))
        said, again = (*made.problems, *stay.problems), {one.path for one in stay.downloads}
        return _Printed(printed, downloads, said, again, sheets, cost)

    def _without_refused(self, edition: Edition, downloads: Iterable[Download]) -> Edition:
        """The edition as if it had none of the pieces of which no file was made: no page offers them, and no code that
        isn't on paper is published."""
        made = {download.piece for download in downloads}
        refused = frozenset(o.name for o in edition.outcomes if o.made and o.name not in made)
        if not refused:
            return edition
        asked = {o.name: () for o in edition.outcomes if o.source.spec.when_asked}
        day, published = edition.as_of, edition.published
        return self.composer.compose(
            edition.slug, as_of=day, profiles=(), published=published, without=refused, asked=asked
        )


def _press(plan: Plan, before: Before | None, *, plain: bool) -> LatePress:
    """The press, set up where its sheets will be made by all. Of few districts that have sheets, each child does that
    where one of them is another."""
    press = LatePress(plan.cache.absolute(), plan.inks, plain=plain)
    if plain or len(plan.slugs) > FEW or not (press.is_ready and _have_sheets(plan, before)):
        press.press  # noqa: B018  # set up before there are children
    return press


def _have_sheets(plan: Plan, before: Before | None) -> bool:
    """Whether sheets of all these districts were kept by this program, and who makes them has all that is here."""
    is_known = before and not before.fresh and "fork" in multiprocessing.get_all_start_methods()
    return bool(is_known) and all(shelf_path(plan.out, slug).is_file() for slug in plan.slugs)


def _sheets_alone(
    old: Path, edition: Edition, printed: Sequence[PrintFile], fresh: Path, profiles: tuple[Profile, ...]
) -> SiteMade:
    """The new sheets in the site that lies there. Of that, nobody knows any more what it was made from."""
    if old.is_dir():
        copy_into(fresh, old)
    for file in printed:
        write(fresh, file.path, file.content)
    new = {file.path for file in printed}
    told = tuple(take_away_old(fresh, edition, new, profiles))
    return SiteMade(tuple(a for a in artifacts_of(fresh, edition) if a.path in new), told)


def _stop_at_errors(problems: tuple[Problem, ...]) -> None:
    if any(p.is_error for p in problems):
        raise ProblemsFound(problems)
