"""Pages show the people of the district's province, where the campaign has a drawing of them."""

from __future__ import annotations

import re

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.local_drawings import text_of, with_drawings
from selebaran.model.page import PageSource
from selebaran.model.registry import Registry
from tests.conftest import DAY

PAGE = "apa-itu-jkn"
IMAGE = re.compile(r'<img src="\.\./assets/seni/([a-z-]+)\.svg" alt="([^"]*)"')


@pytest.mark.parametrize(
    ("slug", "drawing", "text"),
    [
        ("kab-jayawijaya", "keluarga-papua", "Keluarga di Papua: ayah menggendong bayi, ibu membawa noken"),
        ("kab-serang", "keluarga", "Keluarga berempat"),
    ],
)
def test_a_page_shows_a_family_of_the_province(
    slug: str, drawing: str, text: str, composer: Composer, registry: Registry
) -> None:
    edition = composer.compose(slug, as_of=DAY, profiles=())
    (page,) = (page for page in edition.pages if page.slug == PAGE)
    ((name, said),) = IMAGE.findall(page.html)
    assert (name, said.startswith(text)) == (drawing, True)
    assert name in page.usage.drawings
    assert edition.drawings[name] == registry.drawings[name]


def test_what_no_drawing_of_the_province_stands_for_stays(registry: Registry) -> None:
    def pictures(pages: tuple[PageSource, ...]) -> list[str]:
        return re.findall(r"!\[[^\]]*\]\([^)]*\)", "\n".join(part.text for page in pages for part in page.segments))

    before = pictures(registry.pages)
    after = pictures(with_drawings(registry.pages, {"keluarga": "nelayan"}, registry.drawings))
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert {new for _, new in changed} == {f"![{text_of(registry.drawings['nelayan'])}](seni/nelayan.svg)"}
    assert len(changed) == sum("seni/keluarga.svg" in picture for picture in before) < len(before)
    assert with_drawings(registry.pages, {}, registry.drawings) == tuple(registry.pages)
