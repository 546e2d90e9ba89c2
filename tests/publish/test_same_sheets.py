"""Sheets of marks that say the same in several kinds of districts are composed once, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selebaran.check.edition import CheckedComposer, OfMarks
from selebaran.compose.district.marks import Class, Proposed
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage
from selebaran.publish.same_sheets import SameSheets
from tests.conftest import DAY

FIRST = Class("WITA", is_long=False, has_areas=True, has_domain=True, village="desa", subdistrict="kecamatan")
WITH_PLACES = replace(FIRST, proposed=Proposed("puskesmas", "Daftar rekaan", "2019", has_unplaced=False))


@pytest.fixture(scope="module")
def composer(registry: Registry) -> CheckedComposer:
    return CheckedComposer(registry)


@pytest.fixture(scope="module")
def first(composer: CheckedComposer) -> OfMarks:
    return composer.of_marks(FIRST, DAY)


def sheets_of(registry: Registry, made: OfMarks) -> SameSheets:
    sheets = SameSheets(registry.campaign)
    sheets.keep(FIRST, DAY, made)
    return sheets


def test_a_kind_with_sheets_of_another_is_the_same_as_one_that_composes_its_own(
    registry: Registry, composer: CheckedComposer, first: OfMarks
) -> None:
    told = sheets_of(registry, first).told(WITH_PLACES, DAY)
    assert told.outcomes.keys() == first.words.keys() != set()
    alone = composer.of_marks(WITH_PLACES, DAY)
    taken = composer.of_marks(WITH_PLACES, DAY, told=told.outcomes)
    assert taken.pieces == {}
    assert taken.edition == alone.edition
    assert told.words == alone.words


@pytest.mark.parametrize(
    "other",
    [{"village": "kelurahan"}, {"subdistrict": "distrik"}, {"has_domain": False}],
    ids=lambda other: next(iter(other)),
)
def test_where_the_frame_or_a_word_is_another_nothing_is_taken(
    registry: Registry, first: OfMarks, other: dict[str, object]
) -> None:
    assert not sheets_of(registry, first).told(replace(FIRST, **other), DAY).outcomes  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["daerah.usulan", "daerah.usulan.baris", "daerah.tidak_ada", "acara.tempat"])
def test_a_sheet_that_reads_what_is_another_there_is_composed(registry: Registry, first: OfMarks, field: str) -> None:
    name, *others = first.pieces
    reading = replace(first.pieces[name], usage=first.pieces[name].usage | Usage(fields=frozenset((field,))))
    told = sheets_of(registry, first._replace(pieces={**first.pieces, name: reading})).told(WITH_PLACES, DAY)
    assert [*told.outcomes] == others
