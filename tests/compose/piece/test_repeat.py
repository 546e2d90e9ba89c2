"""A sheet that goes through a list of the district's: the proposed places, to be corrected by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from selebaran.cli.language import Language, Speaker
from selebaran.cli.show import left_out_text
from selebaran.compose.edition import Composer
from selebaran.compose.piece.left_out import left_out, left_out_of
from selebaran.model.edition import PieceOutcome
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO, SHORT

PIECE = "betulkan-daftar"


def made(composer: Composer, slug: str) -> PieceOutcome:
    edition = composer.compose(slug, as_of=DAY, profiles=(), asked={PIECE: ("kantor",)})
    return next(outcome for outcome in edition.outcomes if outcome.name == PIECE)


@pytest.mark.parametrize(("slug", "sheets"), [(SHORT, 4), ("kab-nduga", 1), (DEMO, 1)])
def test_every_proposed_place_stands_once_with_its_kecamatan_and_nothing_is_made_up(
    slug: str, sheets: int, composer: Composer, registry: Registry
) -> None:
    proposals = registry.districts[slug].proposals
    assert proposals
    [piece] = made(composer, slug).made
    rows = re.findall(r'<td class="no">(\d*)</td>\n<td class="nama">(?:<b>(.*?)</b>(?:<br>(.*?))?)?</td>', piece.html)
    there = [(name, subdistrict or None) for _, name, subdistrict in rows if name]
    assert sorted(there, key=str) == sorted(((one.name, one.subdistrict) for one in proposals.places), key=str)
    assert [int(number) for number, _, _ in rows if number] == list(range(1, len(there) + 1))
    assert len(rows) - len(there) >= 2  # for places that aren't in the list
    assert (piece.sheets, piece.panels) == (sheets, ("daftar", *(f"daftar-{n}" for n in range(2, sheets + 1))))
    assert f"{proposals.source}, {proposals.year}; belum dicocokkan." in piece.html
    written = ("betul", "telp", "jam", "oleh")
    assert all(piece.html.count(f'<td class="{column}"></td>') == len(rows) for column in written)


def test_it_goes_back_to_the_office_that_is_known_and_else_to_a_line(composer: Composer, registry: Registry) -> None:
    office = registry.districts[DEMO].district.contacts["dinkes"]
    assert f"<b>Kirim kembali ke</b>: {office.name}" in made(composer, DEMO).made[0].html
    assert '<p class="isian">Nama kantor, WhatsApp atau telepon</p>' in made(composer, SHORT).made[0].html


def test_all_its_sheets_are_printed_whole(composer: Composer, press: Press) -> None:
    [piece] = made(composer, SHORT).made
    printed = press.print(piece)
    assert (printed.audit.overflows, printed.audit.lost, printed.warnings) == ((), False, ())
    assert {report.panel for report in printed.audit.panels} >= set(piece.panels)


def test_a_publication_has_no_proposals_and_so_no_such_sheet(registry: Registry) -> None:
    folder = replace(registry.districts[SHORT], proposals=None)
    piece = next(piece for piece in registry.pieces if piece.name == PIECE)
    [why] = left_out(folder, (piece,))
    assert (why.key, str(why.place)) == ("usulan", f"districts/{SHORT}/layanan-usulan.yml")


@pytest.mark.parametrize(
    ("language", "why"),
    [("id", "hanya untuk pratinjau: usulan belum dicocokkan"), ("en", "for previews only: nobody has compared usulan")],
)
def test_who_asks_for_it_in_a_publication_is_told_why_there_is_none(
    registry: Registry, language: Language, why: str
) -> None:
    told = left_out_of([SHORT], registry, (PIECE,), published=True)
    assert f"{SHORT}: {PIECE} {'is ' if language == 'en' else ''}{why}" in left_out_text(told, Speaker(language))
    assert left_out_of([SHORT], registry, (PIECE,)) == {}
