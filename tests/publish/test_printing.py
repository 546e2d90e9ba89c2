"""What printing takes, in the report for staff: as many sheets as the copies need, and no price that nobody gave."""

from __future__ import annotations

import io

import pikepdf
import pytest

from selebaran.compose.edition import Composer
from selebaran.model.artifact import PrintFile
from selebaran.model.edition import Edition
from selebaran.model.kit import PrintPrices
from selebaran.model.registry import Registry
from selebaran.publish.report.pages import ReportPages
from selebaran.publish.report.printing import Printing, printing_of
from selebaran.publish.report.record import record_of
from tests.conftest import DAY, DEMO, SHORT

OWN = PrintPrices.model_validate({"contoh": "tidak", "kertas_a4": "90", "kertas_f4": "120"})


def pdf(path: str, pages: int, size: tuple[int, int] = (842, 595)) -> PrintFile:
    """A print file of so many empty pages."""
    target, document = io.BytesIO(), pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=size)
    document.save(target)
    return PrintFile(path, target.getvalue())


FILES = (
    pdf("unduh/leaflet-bayi/leaflet-bayi-kantor-dua.pdf", 2),
    pdf("unduh/leaflet-bayi/leaflet-bayi-hemat-dua.pdf", 2),
    pdf("unduh/leaflet-bayi/leaflet-bayi-hemat.pdf", 2),
    pdf("unduh/poster-darurat/poster-darurat-kantor-a4.pdf", 1, (595, 842)),
    pdf("unduh/spanduk-daftar/spanduk-daftar-percetakan.pdf", 1),
)


@pytest.fixture(scope="module")
def editions(composer: Composer) -> dict[str, Edition]:
    return {slug: composer.compose(slug, as_of=DAY, profiles=("kantor", "hemat")) for slug in (DEMO, SHORT)}


def told(made: Printing) -> list[tuple[str, int, int, int | None]]:
    return [(row.piece, row.copies, row.sheets, row.cost) for row in made.rows]


def test_a_hundred_visitors_take_as_many_sheets_as_their_copies_need(editions: dict[str, Edition]) -> None:
    """Two leaflets stand on both sides of each sheet; a poster hangs once; banners come from a shop."""
    made = printing_of(editions[SHORT], FILES, "a4", OWN)
    assert told(made) == [("leaflet-bayi", 100, 50, 4500), ("poster-darurat", 1, 1, 90)]
    assert (made.sheets, made.cost, made.example) == (51, 4590, False)


def test_an_office_with_f4_prints_on_a4_what_has_no_other_form(editions: dict[str, Edition]) -> None:
    on_f4 = pdf("unduh/leaflet-bayi/leaflet-bayi-hemat-dua-f4.pdf", 2, (935, 609))
    made = printing_of(editions[SHORT], (*FILES, on_f4), "f4", OWN)
    assert [(row.piece, row.paper, row.cost) for row in made.rows] == [
        ("leaflet-bayi", "f4", 6000),
        ("poster-darurat", "a4", 90),
    ]


def test_example_prices_are_for_made_up_districts_alone(editions: dict[str, Edition], registry: Registry) -> None:
    assert registry.prices.example
    assert [printing_of(editions[slug], FILES, "a4", registry.prices).cost for slug in (DEMO, SHORT)] == [5100, None]


def test_the_page_for_staff_shows_it_and_where_prices_are_to_be_written(
    editions: dict[str, Edition], registry: Registry
) -> None:
    def page(slug: str, files: tuple[PrintFile, ...]) -> str:
        record = record_of(editions[slug], registry, (), (), files=files)
        return ReportPages(registry).district(record.model_dump(mode="json", by_alias=True))

    shown = page(SHORT, FILES)
    assert "Semua: 51 lembar kertas." in shown
    assert "isi harga kantor Anda" in shown
    assert "Rp" not in shown.partition('id="cetak"')[2].partition("</section>")[0]
    assert "Semua: 51 lembar kertas, Rp5.100." in page(DEMO, FILES)
    assert 'id="cetak"' not in page(SHORT, ())
