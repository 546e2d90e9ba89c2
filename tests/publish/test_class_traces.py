"""What a class tells of its districts is what each of them uses, composed alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from selebaran.check.edition import CheckedComposer, OfMarks
from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.compose.edition import Composer
from selebaran.compose.fact.impact import Trace, trace_of
from selebaran.compose.piece.sheet import UNTOLD
from selebaran.jobs.plain import plainly
from selebaran.model.edition import PieceOutcome
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage
from selebaran.publish.class_traces import ClassTraces
from tests.conftest import DAY

LISTED, OTHER, NOTED = "kab-serang", "kota-bitung", "kab-bercatatan"


def bare(folder: DistrictFolder) -> DistrictFolder:
    """A district with its names alone, and no address."""
    model = folder.district.model_copy(update={"domain": None, "identity": "pasti", "note": None})
    return replace(folder, district=model, proposals=None)


@pytest.fixture(scope="module")
def some(registry: Registry) -> Registry:
    """A city with names alone; one with a list of places; one of which something is said as well, with a domain."""
    there = registry.districts
    hosted, said = (
        there[LISTED].district.model_copy(update=update) for update in ({"domain": None}, {"note": "Catatan."})
    )
    found = {
        OTHER: bare(there[OTHER]),
        LISTED: replace(there[LISTED], district=hosted),
        NOTED: replace(there[LISTED], slug=NOTED, district=said),
    }
    return replace(registry, districts=found)


@pytest.fixture(scope="module")
def classes(some: Registry) -> ClassTraces:
    return ClassTraces(some, CheckedComposer(some), DAY, {})


@pytest.fixture(scope="module")
def plain(some: Registry) -> Composer:
    return Composer(some)


def composed(composer: Composer, slug: str, told: Mapping[str, PieceOutcome] = UNTOLD) -> Trace:
    return trace_of(composer.compose(slug, as_of=DAY, profiles=(), told=told))


@pytest.mark.parametrize("slug", [OTHER, LISTED])
def test_names_and_listed_places_use_what_their_class_does(
    slug: str, some: Registry, classes: ClassTraces, plain: Composer
) -> None:
    trace, areas = classes.of(slug), subdistricts_of(some.districts[slug].district)
    assert trace == composed(plain, slug)
    assert {f"k/{area.slug}" for area in areas} == {page for page in trace.pages if page.startswith("k/")}


def test_one_of_which_more_is_said_takes_the_sheets_that_read_nothing_of_it(
    classes: ClassTraces, plain: Composer
) -> None:
    """Also where classes without a domain were asked before: their sheets have no code to scan."""
    assert classes.of(NOTED) is None
    told, whole = classes.outcomes(NOTED), composed(plain, NOTED)
    assert len(told) > len(whole.pieces) / 2
    assert composed(plain, NOTED, told) == whole


def test_whoever_says_more_is_composed_alone(some: Registry, classes: ClassTraces) -> None:
    folder = some.districts[OTHER]
    says = folder.district.model_copy(update={"state": {"uhc": "ya"}})
    for more in (replace(folder, district=says), replace(folder, pictures={"a.png": b""})):
        others = ClassTraces(replace(some, districts={OTHER: more}), CheckedComposer(some), DAY, {})
        assert others.of(OTHER) is None
        assert not others.outcomes(OTHER)


def test_the_plain_way_asks_no_class(classes: ClassTraces) -> None:
    with plainly():
        assert classes.of(OTHER) is None
        assert not classes.outcomes(NOTED)


class ReadingTheList(CheckedComposer):
    """Composes as it is done, but the first sheet has read the list of places."""

    def of_marks(self, *given: Any, **options: Any) -> OfMarks:
        made = super().of_marks(*given, **options)
        first, *others = made.edition.outcomes
        reading = replace(first, usage=first.usage | Usage(fields=frozenset(("daerah.usulan.daftar",))))
        return made._replace(edition=replace(made.edition, outcomes=(reading, *others)))


def test_a_sheet_that_reads_the_list_is_composed_in_each_district(some: Registry, classes: ClassTraces) -> None:
    told = ClassTraces(some, ReadingTheList(some), DAY, {}).outcomes(NOTED)
    assert len(classes.outcomes(NOTED).keys() - told.keys()) == 1
