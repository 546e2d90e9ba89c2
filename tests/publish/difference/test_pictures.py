"""Two pictures are cut to where they differ."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from selebaran.publish.difference.pictures import MARGIN, TALLEST, cut, packed, picture_of_page, picture_of_sheet
from selebaran.publish.layout import site_of
from tests.publish.terbitan import HOST, LEAFLET, Published


def drawn(height: int, *boxes: tuple[int, int]) -> Image.Image:
    picture = Image.new("RGB", (100, height), "white")
    for top, bottom in boxes:
        ImageDraw.Draw(picture).rectangle((10, top, 20, bottom), fill="black")
    return picture


def test_the_rows_that_differ_stay_with_a_margin() -> None:
    found = cut(drawn(2000), drawn(2000, (500, 520)))
    assert found
    assert [picture.size for picture in found] == [(100, 21 + 2 * MARGIN)] * 2


def test_a_picture_that_differs_everywhere_is_not_endless() -> None:
    found = cut(drawn(5000), drawn(3000, (10, 2900)))
    assert found
    assert found[0].height == TALLEST


def test_what_looks_the_same_is_no_picture() -> None:
    assert cut(drawn(300), drawn(300)) is None


def test_a_sheet_is_drawn_with_all_its_pages_in_few_bytes(published: Published) -> None:
    picture = picture_of_sheet((site_of(published.out, HOST) / LEAFLET).read_bytes())
    assert picture.height > picture.width  # two sides, one below the other
    assert len(packed(picture)) < 400_000


def test_without_a_browser_that_works_there_is_no_picture(tmp_path: Path) -> None:
    assert picture_of_page(str(tmp_path / "tiada"), tmp_path, "") is None
