"""The second campaign, built whole: its districts, all their sheets and the portal, without a word of the first."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.publish.layout import site_of
from selebaran.site.search_index import INDEX
from tests.conftest import run_build
from tests.kampanye.test_dbd import SUBJECT, example
from tests.once import Once
from tests.serving import public, serving
from tests.site.search.reading import read_index, roots_of

DAY = "2026-11-28"
HOSTS = ("cegahdbd-lestari.example", "kota-bahari")
PICTURES = {".png", ".woff2", ".pdf"}
"""What is no text; sheets are read as such."""
MEASURES = re.compile(r'="(?:[-\d\s.,()MLHVCSQTAZ]|translate|rotate|scale|matrix)*"', re.I)
"""Coordinates in drawings, which are no words."""
FORMS = {
    "leaflet-3m": ("besar", "hemat", "hemat-dua", "kantor", "kantor-dua", "layar", "percetakan", "percetakan-pesanan"),
    "poster-3m": (
        *("besar", "besar-ubin", "hemat", "hemat-a4", "hemat-ubin"),
        *("kantor", "kantor-a4", "kantor-ubin", "layar", "percetakan", "percetakan-pesanan"),
    ),
}


@pytest.fixture(scope="module")
def dbd(once: Once) -> Path:
    """What its build writes, with the engine's own templates: it has none."""

    def make(folder: Path) -> Path:
        out = folder / "dist"
        place = ("--root", str(example(folder / "proyek")), "--out", str(out))
        done = run_build(*place, "--as-of", DAY, "--profil", "semua", "--quiet")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        return out

    return once("dbd", make)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone's page, on which nothing may go wrong, and that asks no other host for anything."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: faults.append(asked.url) if "//127.0.0.1:" not in asked.url else None)
    yield page
    context.close()
    assert faults == []


def letters(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def says_of_itself(pdf: Path) -> str:
    """What a PDF says of itself in both of its forms, its bookmarks, and what its drawings are said to show."""
    with pikepdf.open(pdf) as document:
        told = [str(value) for value in document.docinfo.values()]
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            told += [str(said[key]) for key in said]
        with document.open_outline() as outline:
            told += [item.title for item in outline.root]
        told += [str(o["/Alt"]) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    return " ".join(told)


def text_of(path: Path) -> str:
    """Everything in a file that somebody, or a machine, can read as a word."""
    if path.suffix == ".pdf":
        return f"{letters(path)} {says_of_itself(path)}"
    if path.suffix in PICTURES:
        return ""
    content = path.read_bytes()
    text = unescape((gzip.decompress(content) if path.suffix == ".gz" else content).decode())
    return MEASURES.sub(" ", text) if path.suffix in (".svg", ".html") else text


@pytest.mark.parametrize("host", HOSTS)
def test_every_page_and_every_form_of_every_sheet_is_there(dbd: Path, host: str) -> None:
    pages = {path.parent.name for path in site_of(dbd, host).glob("*/index.html")}
    assert pages == {"cegah-3m", "kenali-gejala", "lapor", "istilah", "unduh", "offline", "cari"}
    for piece, forms in FORMS.items():
        sheets = {path.name for path in (site_of(dbd, host) / "unduh" / piece).glob("*.pdf")}
        assert sheets == {f"{piece}-{form}.pdf" for form in forms}


def test_no_file_has_a_word_of_the_first_campaign(dbd: Path) -> None:
    """Pages, what the search looks through, scripts, stylesheets, data, the portal, the report, sheets, and names."""
    report = {path.name: path for path in sorted((dbd / "laporan").rglob("*")) if path.is_file()}
    files = {**public(dbd), **report}
    assert {Path(name).suffix for name in files} >= {".html", ".css", ".js", ".json", ".svg", ".xml", ".pdf"}
    found = {name: SUBJECT.findall(f"{name} {text_of(path)}") for name, path in files.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_what_is_looked_through_are_the_words_that_are_there(dbd: Path) -> None:
    site = site_of(dbd, HOSTS[0])
    sheet = text_of(site / "unduh" / "poster-3m" / "poster-3m-layar.pdf")
    for words in ("Banyak jentik?", "Kuras, tutup, daur ulang (Kabupaten Lestari)", "Ibu menutup gentong air"):
        assert words in " ".join(sheet.split())
    assert "kelambu" in " ".join(roots_of(read_index((site / INDEX).read_bytes()))).split()
    assert "Ibu menutup gentong air" in text_of(site / "cegah-3m" / "index.html")


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("mimisan", "kenali-gejala"),
        ("anak saya demam", "kenali-gejala"),
        ("bak mandi", "cegah-3m"),
        ("nguras", "cegah-3m"),
        ("banyak nyamuk di tetangga", "lapor"),
        ("kapan pengasapan", "lapor"),
        ("jentik itu apa", "istilah"),
    ],
)
def test_what_residents_type_finds_the_right_page_first(dbd: Path, phone: Page, typed: str, page: str) -> None:
    with serving(site_of(dbd, HOSTS[0])) as address:
        phone.goto(address)
        phone.locator("[data-cari-buka]:visible").first.click()
        phone.locator(".cari__masukan").press_sequentially(typed)
        found = phone.locator(".md-search-result__item a").first
        expect(found).to_have_attribute("href", re.compile(rf"^{address}{page}/"))
        found.click()
        expect(phone).to_have_url(re.compile(rf"^{address}{page}/"))


def test_its_own_kinds_are_shown_as_it_calls_them(dbd: Path) -> None:
    page = (site_of(dbd, HOSTS[0]) / "lapor" / "index.html").read_text("utf-8")
    for text in ("Posko DBD Lestari (rekaan)", "Pengasapan Kampung Rekaan Indah", "Puskesmas Lestari (rekaan)"):
        assert text in page
    home = (site_of(dbd, HOSTS[0]) / "index.html").read_text("utf-8")
    (menu,) = site_of(dbd, HOSTS[0]).glob("assets/sentuh.*.js")
    assert "Lapor dan bantuan" in menu.read_text("utf-8")
    assert 'href="lapor/">Semua jadwal' in home


def test_a_poster_without_a_site_names_the_campaigns_own_telephone(dbd: Path) -> None:
    text = " ".join(letters(site_of(dbd, HOSTS[1]) / "unduh" / "poster-3m" / "poster-3m-kantor.pdf").split())
    assert "Posko DBD 0000-1500" in text
    assert "Posko DBD" not in letters(site_of(dbd, HOSTS[0]) / "unduh" / "poster-3m" / "poster-3m-kantor.pdf")


def test_every_page_and_sheet_says_that_it_is_made_up(dbd: Path) -> None:
    for host in HOSTS:
        for path in site_of(dbd, host).rglob("*.html"):
            assert "Daerah rekaan untuk peragaan" in path.read_text("utf-8"), path
        for path in site_of(dbd, host).rglob("*.pdf"):
            assert "Daerah rekaan untuk peragaan" in " ".join(letters(path).split()), path


def test_what_it_leaves_out_is_on_no_page(dbd: Path) -> None:
    for path in public(dbd).values():
        text = path.read_text("utf-8") if path.suffix == ".html" else ""
        assert "Tentang situs ini" not in text
        assert "fakta.csv" not in text
