"""The second campaign, built whole: both of its districts, their sheets and the portal, without a word of the first."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import ROOT, run_build
from tests.kampanye.test_dbd import DBD, SUBJECT

DAY = "2026-11-28"
HOSTS = ("cegahdbd-lestari.example", "kota-bahari")
OWN_TEXT = {".html", ".csv", ".json", ".xml", ".txt", ".svg", ".css"}
PIXELS = re.compile(r'="[^"<>]*"|#[0-9a-fA-F]{3,8}\b|-?[\d.]+(?:px|rem|em|%|mm|pt)')
"""Addresses of drawings, colours and measures are no words."""


@pytest.fixture(scope="module")
def dbd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What its build writes, from a folder of its own with the engine's templates."""
    folder = tmp_path_factory.mktemp("dbd")
    project = folder / "proyek"
    shutil.copytree(DBD, project)
    shutil.copytree(ROOT / "templates", project / "templates")
    shutil.copy(ROOT / "mkdocs.yml", project)
    done = run_build("--root", str(project), "--as-of", DAY, "--out", str(folder / "dist"), "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "dist"


def letters(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize("host", HOSTS)
def test_every_page_and_sheet_is_there(dbd: Path, host: str) -> None:
    pages = {path.parent.name for path in (dbd / host).glob("*/index.html")}
    assert {"cegah-3m", "kenali-gejala", "lapor", "istilah", "unduh", "offline"} <= pages
    sheets = {path.parent.name for path in (dbd / host).glob("unduh/*/*-kantor.pdf")}
    assert sheets == {"leaflet-3m", "poster-3m"}


def test_no_file_has_a_word_of_the_first_campaign(dbd: Path) -> None:
    found = {}
    for path in sorted(dbd.rglob("*")):
        if path.is_file() and path.suffix in OWN_TEXT and "stylesheets" not in path.parts:
            words = SUBJECT.findall(PIXELS.sub(" ", path.read_text("utf-8")))
            found |= {str(path.relative_to(dbd)): words} if words else {}
    assert found == {}


def test_no_sheet_has_one_either(dbd: Path) -> None:
    texts = {str(path.relative_to(dbd)): letters(path) for path in sorted(dbd.rglob("*.pdf"))}
    assert len(texts) > 10
    assert {name: SUBJECT.findall(text) for name, text in texts.items() if SUBJECT.findall(text)} == {}


def test_its_own_kinds_are_shown_as_it_calls_them(dbd: Path) -> None:
    page = (dbd / HOSTS[0] / "lapor" / "index.html").read_text("utf-8")
    for text in ("Posko DBD Lestari (rekaan)", "Pengasapan Kampung Rekaan Indah", "Puskesmas Lestari (rekaan)"):
        assert text in page
    home = (dbd / HOSTS[0] / "index.html").read_text("utf-8")
    assert "Lapor dan bantuan" in home
    assert 'href="lapor/">Semua jadwal' in home


def test_a_poster_without_a_site_names_the_campaigns_own_telephone(dbd: Path) -> None:
    text = " ".join(letters(dbd / HOSTS[1] / "unduh" / "poster-3m" / "poster-3m-kantor.pdf").split())
    assert "Posko DBD 0000-1500" in text
    assert "Posko DBD" not in letters(dbd / HOSTS[0] / "unduh" / "poster-3m" / "poster-3m-kantor.pdf")


def test_what_it_leaves_out_is_on_no_page(dbd: Path) -> None:
    for path in dbd.rglob("*.html"):
        if "laporan" not in path.parts:
            text = path.read_text("utf-8")
            assert "Tentang situs ini" not in text
            assert "fakta.csv" not in text
