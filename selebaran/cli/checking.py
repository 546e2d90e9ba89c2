"""What is wrong with a project: with what is shared, and with districts, each judged in a child. What follows from the
same files isn't judged again."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.check.event_ids import unnamed_events
from selebaran.jobs.collecting import uncollected
from selebaran.model.artifact import Digest
from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.press.job import PieceJob
from selebaran.press.shelf import made_of
from selebaran.publish.checked import VERDICTS, KeptVerdicts, Verdict, problems_in
from selebaran.publish.known import KnownProject
from selebaran.publish.plan import PROFILES
from selebaran.publish.survey import survey

if TYPE_CHECKING:
    from selebaran.check.edition import CheckedComposer
    from selebaran.press.layout import Press

CACHE = ".cache"
FEW = 2
"""So many districts may each load the press in their own child, where most have no sheet that is to be laid out."""


@dataclass(frozen=True)
class Checking:
    """A project, as of a day or of today in each district (`when`); `with_sheets`: these are laid out as well. Without
    `known` and `kept`, all is judged."""

    root: Path
    registry: Registry
    when: date
    with_sheets: bool = False
    known: KnownProject | None = None
    kept: KeptVerdicts | None = None

    def problems(self, slugs: tuple[str, ...]) -> list[Problem]:
        """Faults of what is shared, of the folders, and of every page and piece when it is composed."""
        shared = self._of_shared()
        found = dict.fromkeys(shared)
        found |= dict.fromkeys(chain.from_iterable(map(self._of_folder, slugs)))
        if not any(p.is_error for p in shared):
            there = tuple(slug for slug in slugs if slug in self._folders)
            found |= dict.fromkeys(chain.from_iterable(map(problems_in, self._verdicts(there))))
        if (self.known is None or self.known.finish()) and self.kept:
            self.kept.finish()
        return list(found)

    @property
    def _folders(self) -> Mapping[str, DistrictFolder]:
        """All that can be judged, also those that have faults."""
        return {**self.registry.faulty, **self.registry.districts}

    def _of_folder(self, slug: str) -> Iterator[Problem]:
        yield from self.registry.district_problems.get(slug, ())
        if slug in self._folders:
            yield from unnamed_events(self._folders[slug])

    def _of_shared(self) -> list[Problem]:
        if self.known:
            return self.known.judged(self.registry)
        from selebaran.check.run import check_shared

        return check_shared(self.registry)

    def _verdicts(self, slugs: tuple[str, ...]) -> Iterator[Verdict | Problem]:
        """What is said of each district, in their order."""
        before = {slug: verdict for slug in slugs if (verdict := self._recalled(slug))}
        said = before | self._new(tuple(slug for slug in slugs if slug not in before))
        yield from (said[slug] for slug in slugs)

    def _new(self, slugs: tuple[str, ...]) -> dict[str, Verdict | Problem]:
        if not slugs:
            return {}
        with uncollected():
            if self.known:
                self.known.recall()
            judge = self._judge(slugs)
        said: dict[str, Verdict | Problem] = {}
        for slug, verdict in survey(self.root, slugs, judge, VERDICTS):
            said[slug] = verdict
            if self.kept and isinstance(verdict, Verdict) and slug in self.registry.districts:
                self.kept.note(slug, self.registry, self._day(slug), verdict)
        return said

    def _recalled(self, slug: str) -> Verdict | None:
        is_known = self.kept and slug in self.registry.districts
        return self.kept.recall(slug, self.registry, self._day(slug)) if self.kept and is_known else None

    def _judge(self, slugs: tuple[str, ...]) -> Callable[[str], Verdict]:
        from selebaran.check.edition import CheckedComposer  # late: where nothing is new, nobody composes

        sound = {slug: self.kept.sound(slug) if self.kept else () for slug in slugs}
        is_begun = all(sound.values()) and len(slugs) <= FEW and "fork" in multiprocessing.get_all_start_methods()
        press = self._press() if self.with_sheets and not is_begun else None
        composer = CheckedComposer(self.registry)
        if self.known and self.known.is_unprepared(published=False):
            composer.warm()
            composer.prepare(self._day(slugs[0]), published=False)
        return self._with_texts(slugs, partial(self._judged, composer=composer, sound=sound, press=press))

    def _with_texts(self, slugs: tuple[str, ...], ask: Callable[[str], Verdict]) -> Callable[[str], Verdict]:
        """The same, knowing what the last child of a single district told of its texts and pictures. A child of many
        could tell of another what it likes."""
        return partial(_told, ask, self.kept.made_before(slugs[0])) if self.kept and len(slugs) == 1 else ask

    def _press(self) -> Press:
        from selebaran.press.layout import Press  # late: it takes as long to load as to judge some districts

        return Press(self.root / CACHE)

    def _day(self, slug: str) -> date:
        """A moment is a day where the district lies."""
        zone = self._folders[slug].district.tz
        return self.when.astimezone(zone).date() if isinstance(self.when, datetime) else self.when

    def _judged(
        self, slug: str, composer: CheckedComposer, sound: dict[str, tuple[Digest, ...]], press: Press | None
    ) -> Verdict:
        """What is wrong with one district's own text, with composing it, and with its sheets."""
        if slug in self.registry.faulty:
            return Verdict(composer.sound_part(slug, self._day(slug)), sound[slug])
        asked = dict.fromkeys(self.registry.when_asked, ())
        try:
            edition = composer.compose(slug, as_of=self._day(slug), profiles=PROFILES, asked=asked)
            if not self.with_sheets:
                return Verdict(edition.problems)
            of_sheets, without = self._of_sheets(edition, frozenset(sound[slug]), press)
            return Verdict((*edition.problems, *of_sheets), without)
        except ProblemsFound as faults:
            return Verdict(faults.problems, sound[slug])

    def _of_sheets(
        self, edition: Edition, sound: Collection[Digest], press: Press | None
    ) -> tuple[list[Problem], tuple[Digest, ...]]:
        """What is wrong with an edition's sheets, and what those without a fault were made from. These aren't laid out
        again."""
        district = edition.frame.names.district
        jobs = [PieceJob(outcome.made, district) for outcome in edition.outcomes if outcome.made]
        made = {made_of(job): job for job in jobs}
        new = {digest: job for digest, job in made.items() if digest not in sound}
        if not new:
            return [], tuple(made)
        found = self._laid_out(new, press or self._press())
        faulty = {digest for digest, problems in found.items() if problems}
        return _together(found.values()), tuple(sorted(made.keys() - faulty))

    def _laid_out(self, jobs: Mapping[Digest, PieceJob], press: Press) -> dict[Digest, tuple[Problem, ...]]:
        from selebaran.press.build import print_piece  # late: see `_press`

        return {digest: print_piece(press, job).problems for digest, job in jobs.items()}


def _told(ask: Callable[[str], Verdict], told: tuple[str, str], slug: str) -> Verdict:
    """What is said of a district of whose texts, pictures and sheets its last child told something."""
    from selebaran.publish.made_before import MadeBefore  # late: it loads what composes

    before = MadeBefore(*told)
    with before.recalling():
        found = ask(slug)
    return replace(found, texts_kept=before.told)


def _together(found: Iterable[Iterable[Problem]]) -> list[Problem]:
    from selebaran.press.gate import together  # late: see `_press`

    return together(chain.from_iterable(found))
