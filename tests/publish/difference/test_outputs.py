"""Two publications, between which a contribution changed: what differs, and what doesn't."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from selebaran.publish.difference.outputs import SiteChange, changed_hosts, site_change
from selebaran.publish.difference.text import Line
from selebaran.publish.layout import root_of
from tests.publish.terbitan import HOST, READY, Published, ledger_of


@pytest.fixture(scope="module")
def change(published: Published, changed: Published) -> SiteChange:
    return site_change(published.out, changed.out, HOST)


def test_pages_and_sheets_that_say_something_else_are_there_with_both_lines(change: SiteChange) -> None:
    pages = {page.path: page for page in change.pages if page.lines}
    assert "iuran/" in pages
    marks = {line.mark for line in pages["iuran/"].lines}
    assert {"-", "+"} <= marks
    assert "IUR-01" in pages["iuran/"].facts
    (leaflet,) = [sheet for sheet in change.sheets if sheet.path.startswith("unduh/leaflet-daftar/")]
    assert leaflet.path.endswith("-layar.pdf")
    assert any(line.mark == "+" and "Rp" in line.text for line in leaflet.lines)


def test_a_page_that_says_the_same_is_not_among_them(change: SiteChange) -> None:
    assert "darurat/" not in {page.path for page in change.pages if page.lines}


def test_facts_codes_and_papers_that_are_no_longer_true_are_named(change: SiteChange, published: Published) -> None:
    assert [fact.name for fact in change.facts] == ["IUR-01"]
    codes = {str(entry["lembar"]): entry["kode"] for entry in ledger_of(published.project)}
    (edition,) = [one for one in change.editions if one.piece == "leaflet-daftar"]
    assert edition.before == codes["leaflet-daftar"] != edition.after
    assert codes["leaflet-daftar"] in {one.before for one in change.old_paper}
    assert (change.host, change.slug) == (HOST, READY)


def test_pages_of_codes_that_came_or_went_are_told_by_the_codes_alone(change: SiteChange) -> None:
    assert not [page for page in change.pages if page.path.startswith("e/") and not (page.before and page.after)]


def test_of_the_same_output_nothing_differs(published: Published) -> None:
    assert changed_hosts(published.out, published.out) == ()
    assert site_change(published.out, published.out, HOST).is_empty


def test_a_plain_folder_is_compared_file_by_file(published: Published, tmp_path: Path) -> None:
    before, after = tmp_path / "lama", tmp_path / "baru"
    for out in (before, after):
        (root_of(out, HOST) / "unduh").mkdir(parents=True)
        for name in ("index.html", "unduh/index.html"):
            shutil.copy(root_of(published.out, HOST) / name, root_of(out, HOST) / name)
    page = root_of(after, HOST) / "unduh" / "index.html"
    page.chmod(0o644)
    page.write_text("<p>Satu baris", "utf-8")
    assert changed_hosts(before, after) == (HOST,)
    (found,) = site_change(before, after, HOST).pages
    assert found.path == "unduh/"
    assert Line("+", "Satu baris") in found.lines
