"""Pages that are joined from one that MkDocs drew: byte for byte what it would draw, and looked at like all others."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from selebaran.model.typed import Typed
from selebaran.site import build, links
from selebaran.site.job import SiteJob, make_site
from selebaran.site.joined import FEW, groups_of
from selebaran.site.search_index import INDEX, MORE
from tests.conftest import DAY

PLACE = "kab-serang"
ODD = 'Kecamatan "Q" & <b> Mage\'abume/Qz é'


@pytest.fixture(scope="module")
def edition(registry: Registry) -> Edition:
    """A district with many kecamatan and a second language, in which one has a name with every letter that is escaped
    somewhere."""
    folder = registry.districts[PLACE]
    spoken = replace(folder, district=folder.district.model_copy(update={"languages": ("jv",)}))
    both = replace(registry, districts={PLACE: spoken})
    found = Composer(both).compose(PLACE, as_of=DAY, profiles=())
    name = found.pages.index(next(page for page in found.pages if page.meta.is_subdistrict))
    pages = list(found.pages)
    pages[name] = replace(pages[name], meta=replace(pages[name].meta, title=ODD, description=f"{ODD} / 100 %"))
    return replace(found, pages=tuple(pages))


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_joined_pages_are_byte_for_byte_what_mkdocs_draws(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    joined = make_site(SiteJob(edition), tmp_path / "a")
    folders = {group.frame.slug.rpartition("/")[0] for group in groups_of(edition.pages)}
    assert folders == {"k", "jv/k"}
    monkeypatch.setattr(build, "groups_of", lambda pages: ())
    monkeypatch.setattr(links, "groups_of", lambda pages: ())
    drawn = make_site(SiteJob(edition), tmp_path / "b")
    assert joined == drawn
    assert files(tmp_path / "a") == files(tmp_path / "b")
    told = [_steps(path) for path in (tmp_path / "a" / "k").glob("*/index.html")]
    assert ODD in [steps[-1] for steps in told]
    assert all(steps[:-1] == told[0][:-1] and len(steps) == 3 for steps in told)
    assert b"Kecamatan Ciruas" in (tmp_path / "a" / MORE).read_bytes()
    assert b"Ciruas" not in (tmp_path / "a" / INDEX).read_bytes()


def _steps(page: Path) -> list[str]:
    """The names of the pages that lead to a page, as programs read them."""
    (found,) = re.findall('<script type="application/ld.json">(.*?)</script>', page.read_text("utf-8"))
    (crumbs,) = json.loads(found)["@graph"]
    return [step["name"] for step in crumbs["itemListElement"]]


def _with(page: ComposedPage, html: str, markdown: str) -> ComposedPage:
    above = page.html.removesuffix(page.same_below)
    typed = (*page.typed[:1], Typed(markdown, page.typed[0].place), *page.typed[1:])
    return replace(page, html=f"{above}{html}{page.same_below}", typed=typed)


@pytest.mark.parametrize(
    ("html", "markdown", "code"),
    [
        ('<p><a href="../tidak-ada/">ke sana</a></p>\n', "[ke sana](k/tidak-ada.md)\n", "tautan-situs-putus"),
        ("", "Yang diketik dan tidak tampil.\n", "teks-hilang"),
        ('<p onclick="x()">Hai</p>\n', "Hai\n", "situs-terlarang"),
    ],
)
def test_what_is_wrong_on_one_joined_page_is_found(
    edition: Edition, tmp_path: Path, html: str, markdown: str, code: str
) -> None:
    *_, last = groups_of(edition.pages)[0].members
    bad = _with(last.page, html, markdown)
    pages = tuple(bad if page.slug == bad.slug else page for page in edition.pages)
    changed = replace(edition, pages=pages)
    assert bad in [one.page for group in groups_of(pages) for one in group.members]
    assert {problem.code for problem in make_site(SiteJob(changed), tmp_path).problems} == {code}


def test_a_page_of_its_own_kind_or_with_what_templates_write_anew_goes_the_long_way(edition: Edition) -> None:
    first, *others = [page for page in edition.pages if page.meta.is_subdistrict]
    table = _with(first, "<table></table>", "")
    assert table.slug not in {one.page.slug for group in groups_of([table, *others]) for one in group.members}
    assert groups_of(others[: FEW - 1]) == ()
