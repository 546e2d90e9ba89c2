"""The link at the end of a page that puts its short answer into WhatsApp."""

from __future__ import annotations

import dataclasses
import html
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.page.days import shown_now
from selebaran.model.edition import Edition
from selebaran.publish.layout import site_of
from selebaran.site.build import build_site
from tests.conftest import DAY, DEMO, LONGEST, SHORT
from tests.site.test_pages import PAGES

PREVIEW = "(PRATINJAU) "
LINK = re.compile(r'<p class="bagikan"[^>]*>\s*<a href="([^"]+)"[^>]*>.*?</a>', re.S)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')


def shared(page: str) -> str | None:
    """The text that a page's link carries, or None without a link."""
    found = LINK.findall(shown_now(page))
    assert len(found) <= 1
    if not found:
        return None
    address = urlsplit(html.unescape(found[0]))
    assert (address.scheme, address.netloc, address.path) == ("https", "wa.me", "/")
    assert re.fullmatch(r"text=[A-Za-z0-9%._~-]+", address.query), "everything else is percent-encoded"
    return parse_qs(address.query, strict_parsing=True)["text"][0]


def description(page: str) -> str:
    found = DESCRIPTION.search(page)
    assert found
    return html.unescape(found[1])


@pytest.fixture(params=(DEMO, SHORT, LONGEST))
def site(request: pytest.FixtureRequest, dist: Path, hosts: dict[str, str]) -> Path:
    return site_of(dist, hosts[request.param])


def built(edition: Edition, out: Path) -> Path:
    assert build_site(edition, (), out) == []
    return out


def test_every_page_shares_its_short_answer_and_its_address(site: Path) -> None:
    for name in PAGES:
        page = (site / name / "index.html").read_text("utf-8")
        text = shared(page)
        if name == "unduh/":
            assert text is None
            continue
        assert text == f"{PREVIEW}{description(page)}\nhttps://{site.name}/{name}", name
        assert len(text) <= 900, name
        assert "Bagikan lewat WhatsApp" in page


def test_pages_that_answer_nothing_of_their_own_have_no_link(site: Path) -> None:
    others = [site / "404.html", site / "offline" / "index.html", *(site / "e").rglob("*.html")]
    assert len(others) > 2
    for path in others:
        assert shared(path.read_text("utf-8")) is None, path


@pytest.fixture
def edition(composer: Composer) -> Edition:
    return composer.compose(SHORT, as_of=DAY, profiles=())


def test_without_an_address_only_the_answer_is_shared(edition: Edition, tmp_path: Path) -> None:
    frame = dataclasses.replace(edition.frame, address=None)
    site = built(dataclasses.replace(edition, frame=frame), tmp_path / "site")
    page = (site / "daftar" / "index.html").read_text("utf-8")
    assert shared(page) == PREVIEW + description(page)


def test_what_is_published_does_not_call_itself_a_preview(edition: Edition, tmp_path: Path) -> None:
    frame = dataclasses.replace(edition.frame, is_preview=False)
    site = built(dataclasses.replace(edition, frame=frame), tmp_path / "site")
    page = (site / "daftar" / "index.html").read_text("utf-8")
    assert shared(page) == f"{description(page)}\n{edition.frame.address}daftar/"


def test_a_long_answer_gives_way_to_the_address_and_a_withheld_page_shares_nothing(
    edition: Edition, tmp_path: Path
) -> None:
    changed: dict[str, dict[str, Any]] = {"daftar": {"description": "Kata " * 300}, "iuran": {"is_withheld": True}}
    pages = tuple(
        dataclasses.replace(p, meta=dataclasses.replace(p.meta, **changed.get(p.slug, {}))) for p in edition.pages
    )
    site = built(dataclasses.replace(edition, pages=pages), tmp_path / "site")
    text = shared((site / "daftar" / "index.html").read_text("utf-8"))
    assert text
    assert 850 < len(text) <= 900
    assert text.endswith(f"Kata…\n{edition.frame.address}daftar/")
    assert shared((site / "iuran" / "index.html").read_text("utf-8")) is None


def test_once_a_page_says_whom_to_ask_its_later_notes_only_give_their_dates(composer: Composer, tmp_path: Path) -> None:
    site = built(composer.compose(SHORT, as_of=date(2026, 11, 22), profiles=()), tmp_path / "site")
    page = (site / "tanya-jawab" / "index.html").read_text("utf-8")
    notes = re.findall(r'<p class="fakta-lewat"[^>]*>(.*?)</p>', shown_now(page), re.S)
    assert len(notes) > 5
    assert "Pastikan ke " in notes[0]
    assert all("Kami lihat terakhir " in note and "Pastikan" not in note for note in notes[1:])
