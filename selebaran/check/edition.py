"""Registry x district -> Edition whose own text was judged as well: the one door of `build` and `check`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from selebaran.check.addresses import check_own_addresses
from selebaran.check.checked import facts_ahead
from selebaran.check.district import OwnTextRules
from selebaran.check.domains import check_domain, outlived
from selebaran.check.entries import check_entries
from selebaran.check.faulty import of_its_own
from selebaran.check.proof.scan import learn
from selebaran.compose.district.marks import PROVINCE, SLUG, Class, marked
from selebaran.compose.edition import NO_NAMES, NOWHERE, Composer, Names
from selebaran.compose.page.finished import TEXTS, Finished, Key
from selebaran.compose.page.plain_records import texts_of, with_records
from selebaran.compose.page.printed import with_marks
from selebaran.compose.piece.sheet import COMPOSED, UNTOLD, WORDS
from selebaran.compose.template.formats import learn_names
from selebaran.jobs.stages import staged
from selebaran.model.edition import Card, Edition, PieceOutcome
from selebaran.model.occurrence import Occurrence
from selebaran.model.piece import NOTHING_ASKED, Asked, ComposedPiece
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.model.watched import WatchedDay
from selebaran.read.countersigned import unsigned


class OfMarks(NamedTuple):
    """A district of marks: the registry that has it alone, its edition, the texts that were made for it, what its
    pieces say, and those that were composed for it, as they were then."""

    registry: Registry
    edition: Edition
    texts: Mapping[Key, Finished]
    words: Mapping[str, str]
    pieces: Mapping[str, PieceOutcome]


class CheckedComposer:
    """Composes editions of one registry, and judges what their districts wrote and typed."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._composer = Composer(registry)
        self._of_marks: dict[bool, Composer] = {}  # by whether they note what they ask of the day
        self._rules = OwnTextRules(registry)

    def warm(self) -> None:
        """Compile every template. No district's text is touched."""
        self._composer.warm()

    def prepare(self, as_of: date, *, published: bool) -> None:
        """Fill shared pages in as if no district were meant, and see what has to show of them. No district's text is
        touched."""
        learn_names()
        learn(one.text for page in self._composer.prepare(as_of, published=published) for one in page.typed)

    def of_marks(
        self,
        of: Class,
        as_of: date,
        drawings: Mapping[str, str] = NOWHERE,
        asked: Asked = NOTHING_ASKED,
        told: Mapping[str, PieceOutcome] = UNTOLD,
        own: DistrictFolder | None = None,
    ) -> OfMarks:
        """What is composed of a district of marks, where these `drawings` of a province stand in place of others, with
        the pieces `asked` for, without what is `told` of some. No district's text is touched, but for the events and
        places of the one whose `own` are given: of that nothing is kept for others."""
        campaign = self._registry.campaign
        local = tuple(
            one.model_copy(update={"provinces": (PROVINCE,)})
            for one in campaign.local_drawings
            if drawings.get(one.instead_of) == one.drawing
        )
        here = campaign.model_copy(update={"local_drawings": local})
        folder = with_records(marked(of), own) if own else marked(of)
        alone = replace(self._registry, districts={SLUG: folder}, campaign=here)
        with TEXTS.recalling({}) as texts, WORDS.recalling({}) as words, COMPOSED.recalling({}) as pieces:
            is_watched = isinstance(as_of, WatchedDay)
            if is_watched not in self._of_marks:
                self._of_marks[is_watched] = Composer(self._registry, of_marks=True)
            composer = self._of_marks[is_watched].beside(alone, is_of_one=own is not None)
            with with_marks(texts_of(own)) if own else nullcontext():
                edition = composer.compose(SLUG, as_of=as_of, profiles=(), published=False, asked=asked, told=told)
            return OfMarks(alone, edition, texts, words, pieces)

    def judged(self, slug: str, as_of: date) -> tuple[Problem, ...]:
        """What is to be said of a preview's district before it is composed."""
        return tuple(chain(*self._said(slug, as_of, published=False)))

    def _said(self, slug: str, as_of: date, *, published: bool) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """What is wrong with what a district says, and with its words."""
        folder = self._registry.districts[slug]
        of_addresses = check_own_addresses(folder, self._registry)
        of_domain = check_domain(slug, self._registry, as_of, published=published)
        of_facts = facts_ahead(self._registry, as_of)
        words = tuple(self._rules.check(folder, as_of))
        said = (*check_entries(folder, as_of), *of_addresses, *of_domain, *of_facts)
        return (said if published else (*said, *unsigned(folder, published=False))), words

    def sheets_for_none(
        self, as_of: date, profiles: tuple[Profile, ...], papers: tuple[Paper, ...], *, published: bool
    ) -> tuple[ComposedPiece, ...]:
        """The sheets of a day as if no district were meant."""
        return self._composer.sheets_for_none(as_of, profiles, papers, published=published)

    def cards_for_all(self, as_of: date, *, published: bool) -> tuple[Card, ...]:
        """The pictures that are the same in all districts on a day."""
        return self._composer.cards_for_all(as_of, published=published)

    def sound_part(self, slug: str, as_of: date) -> tuple[Problem, ...]:
        """What is wrong, beside the faults of its files, with a district that has some, so far as it is sound."""
        folder = self._registry.faulty.get(slug)
        if folder is None:
            return ()
        entries = tuple(check_entries(folder, as_of))
        words = tuple(self._rules.check(folder, as_of))
        alone = Composer(replace(self._registry, districts={slug: folder}))
        try:
            made = alone.compose(slug, as_of=as_of, profiles=(), published=False).problems
        except ProblemsFound as stopped:
            made = stopped.problems
        of_texts = [one for one in made if one.place.file.endswith(".md")]
        found = of_its_own((*entries, *of_texts, *words), folder, self._registry.district_problems[slug])
        return tuple(sorted(found))

    @staged("susun")
    def sheet(
        self, slug: str, name: str, *, as_of: date, profiles: tuple[Profile, ...], papers: tuple[Paper, ...] | None
    ) -> tuple[PieceOutcome | None, tuple[Problem, ...]]:
        """One piece of a preview for whoever looks at it, also where it is made when asked for alone, and what is to be
        said of it. What the district wrote elsewhere is judged by `compose`. Raises `ProblemsFound`."""
        asked = {name: profiles} if name in self._registry.when_asked else {}
        return self._composer.sheet(slug, name, as_of=as_of, profiles=profiles, papers=papers, asked=asked)

    @staged("susun")
    def compose(
        self,
        slug: str,
        *,
        as_of: date,
        profiles: tuple[Profile, ...],
        papers: tuple[Paper, ...] | None = None,
        published: bool = False,
        without: Names = NO_NAMES,
        asked: Asked = NOTHING_ASKED,
        within: Mapping[str, str] = NOWHERE,
        event: Occurrence | None = None,
        sharing: bool = False,
    ) -> Edition:
        """One district's edition as of a day, without some of its pieces, with others that are `asked` for, some
        `within` a kecamatan, those about an event about this one. Raises `ProblemsFound` with all faults, of composing
        and of its text."""
        said, words = self._said(slug, as_of, published=published)
        try:
            edition = self._composer.compose(
                slug,
                as_of=as_of,
                profiles=profiles,
                papers=papers,
                published=published,
                without=without,
                asked=asked,
                within=within,
                event=event,
                sharing=sharing,
            )
        except ProblemsFound as stopped:
            raise ProblemsFound(_together((*stopped.problems, *said), words)) from stopped
        if any(problem.is_error for problem in (*words, *said)):
            raise ProblemsFound(_together((*edition.problems, *said), words))
        said = (*said, *outlived(edition, self._registry))
        return replace(edition, problems=_together((*edition.problems, *said), words))


def _together(found: Collection[Problem], words: Collection[Problem]) -> tuple[Problem, ...]:
    """All problems, each once. In a file with errors, those come first and warnings of its words wait."""
    everything = dict.fromkeys((*found, *words))
    faulty = {problem.place.file for problem in everything if problem.is_error}
    return tuple(one for one in everything if one.is_error or one in found or one.place.file not in faulty)
