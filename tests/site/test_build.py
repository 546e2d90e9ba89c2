"""A page that is drawn alone is the one that a whole site has."""

from __future__ import annotations

from pathlib import Path

from selebaran.compose.edition import Composer
from selebaran.site.build import build_site, draw_pages
from selebaran.site.joined import groups_of
from tests.conftest import DAY, SHORT


def files_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_page_alone_is_byte_for_byte_that_of_the_site(composer: Composer, tmp_path: Path) -> None:
    edition = composer.compose(SHORT, as_of=DAY, profiles=())
    like_others = groups_of(edition.pages)[0].members[0].page.address
    build_site(edition, (), tmp_path / "situs")
    site = files_of(tmp_path / "situs")
    for number, address in enumerate(("iuran/", "", like_others)):
        draw_pages(edition, (), tmp_path / str(number), {address})
        alone = files_of(tmp_path / str(number))
        assert [name for name in alone if name.endswith("index.html")] == [f"{address}index.html"]
        assert [name for name, body in alone.items() if body != site[name]] == []
    build_site(edition, (), tmp_path / "lagi")
    assert files_of(tmp_path / "lagi") == site
