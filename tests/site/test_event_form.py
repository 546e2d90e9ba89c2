"""The page on which staff prepare an event: from what is typed to the paper, and nowhere else."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.model.registry import Registry
from selebaran.model.sizes import OFFICE_MM, Paper
from selebaran.publish.layout import site_of
from selebaran.site.search_index import INDEX
from tests.conftest import DEMO, LONGEST, SHORT
from tests.site.search.reading import read_index
from tests.site.test_browser import watched

Serve = Callable[[str], str]
EVENT = "siapkan-acara/"
NOW = datetime(2026, 11, 28, 22, 30)
LONG = (
    "Gedung Serbaguna Desa Kampungbaru Tanjungsari Selatan, Jalan Raya Pelabuhan Perikanan Nusantara Km 12, "
    "samping Puskesmas"
)
"""A place of 120 letters."""
TYPED = {"tempat": LONG, "tanggal": "2026-12-03", "mulai": "08:30", "selesai": "12:00", "orang": "80"}
MARGIN_MM = 10
MM = 25.4 / 72
ROWS = {"a4": 22, "f4": 26}
SIZES = "[...document.querySelectorAll('.acara-besar .isian')].map(e => getComputedStyle(e).fontSize)"
LINES = """() => [...document.querySelectorAll('[data-lembar]')].map(sheet =>
  [...sheet.querySelectorAll('.isian:empty')].filter(e => parseFloat(getComputedStyle(e).borderBottomWidth) > 0)
  .length)"""
KEPT = "[{...localStorage}, {...sessionStorage}, document.cookie, location.href]"


@contextmanager
def opened(browser: Browser, site: str, width: int = 1280) -> Iterator[Page]:
    """The page in a browser, late on a day."""
    with watched(browser, width) as page:
        page.clock.set_fixed_time(NOW)
        page.goto(site + EVENT, wait_until="networkidle")
        yield page


def fill(page: Page, kind: str = "Pos pendaftaran", **typed: str) -> None:
    page.select_option("#isi-jenis", label=kind)
    for name, text in (TYPED | typed).items():
        page.fill(f"#isi-{name}", text)


def printed(page: Page, path: Path) -> list[tuple[tuple[int, int], str]]:
    """The pages of what comes out of the printer: size in whole millimetres, and text. No letter stands in a margin."""
    page.pdf(path=path, prefer_css_page_size=True)
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for sheet in document:
            width, height = sheet.get_size()
            text = sheet.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            assert all(_is_within(box, width, height) for box in boxes if box[2] > box[0])
            found.append(((round(width * MM), round(height * MM)), " ".join(text.get_text_range().split())))
    return found


def _is_within(box: tuple[float, float, float, float], width: float, height: float) -> bool:
    left, bottom, right, top = (edge * MM for edge in box)
    return min(left, bottom, width * MM - right, height * MM - top) >= MARGIN_MM


@pytest.mark.parametrize(("slug", "paper"), [(LONGEST, "a4"), (DEMO, "f4")])
def test_what_is_typed_stands_on_every_sheet_and_each_is_one_paper(
    browser: Browser, serve: Serve, registry: Registry, tmp_path: Path, slug: str, paper: Paper
) -> None:
    assert len(LONG) == 120
    with opened(browser, serve(slug)) as page:
        fill(page)
        page.check(f"[value={paper}]")
        zone = registry.districts[slug].district.zone
        sheets = printed(page, tmp_path / "acara.pdf")
        page.emulate_media(media="print")
        sizes = page.evaluate(SIZES)
    hands = math.ceil(80 / ROWS[paper])
    assert [size for size, _ in sheets] == [OFFICE_MM[paper]] * (3 + hands)
    for _, text in sheets:
        assert all(
            said in text for said in ("Pos pendaftaran", f"08.30–12.00 {zone}", LONG, "Diisi panitia", "PRATINJAU")
        )
        assert re.search(r"Kamis,? 3 Desember 2026", text)
        assert registry.districts[slug].district.name in text
    poster, invitation, *lists, check = (text for _, text in sheets)
    assert len(set(sizes)) == 1, "the date is as large as the title"
    assert "Bertanya? Telepon Care Center 165." in poster
    assert (invitation.count("Kepada"), invitation.count(LONG)) == (2, 2)
    assert [re.findall(r"(?<=Tanda tangan )\d+", text) for text in lists] == [
        [str(at * ROWS[paper] + 1)] for at in range(hands)
    ]
    assert "80 Daftar JKN" in check


def test_one_sheet_is_printed_alone_and_empty_sheets_keep_what_was_typed(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    with opened(browser, serve(SHORT)) as page:
        page.evaluate("window.print = () => {}")
        fill(page)
        page.locator("[data-cetak=undangan]").click()
        (only,) = printed(page, tmp_path / "satu.pdf")
        assert "Kepada" in only[1] and LONG in only[1]
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        page.get_by_role("button", name="Cetak kosong").click()
        sheets = printed(page, tmp_path / "kosong.pdf")
        assert not any(said in text for _, text in sheets for said in (LONG, "3 Desember", "80 Daftar"))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator(".acara-kertas--poster")).to_contain_text(LONG)


def test_without_javascript_the_same_sheets_have_lines_to_write_on(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(LONGEST) + EVENT)
    expect(page.get_by_label("Di mana?")).to_be_hidden()
    expect(page.get_by_role("button", name="Cetak")).to_have_count(0)
    sheets = printed(page, tmp_path / "kosong.pdf")
    assert [size for size, _ in sheets] == [OFFICE_MM["a4"]] * 4
    assert [text.count("Diisi panitia") for _, text in sheets] == [1, 2, 1, 1]
    poster, invitation, hands, check = page.evaluate(LINES)
    assert (poster, invitation, hands) == (5, 2 * 5, 4)
    assert check > 4  # one for each leaflet
    context.close()


def test_nothing_that_is_typed_is_sent_or_kept(browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(DEMO)) as page:
        before = page.evaluate(KEPT)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))
        page.evaluate("window.print = () => {}")
        fill(page, tempat='<img src="/dikirim.png" onerror="document.title=1"> & <b>Balai</b>')
        page.locator("#isi-orang").press("Enter")
        page.check("[value=f4]")
        page.locator("[data-cetak='']").click()
        page.get_by_role("button", name="Salin pesan").click()
        expect(page.locator("[data-kabar]")).not_to_be_empty()
        assert sent == []
        assert page.evaluate(KEPT) == before
        assert page.context.cookies() == []
        expect(page.locator(".acara-kertas--poster")).to_contain_text('<img src="/dikirim.png"')
        assert page.locator(".acara-siap img").count() == 0
        page.reload(wait_until="networkidle")
        assert page.locator("#isi-tempat").input_value() == ""


def test_the_message_is_opened_in_whatsapp_by_a_tap_alone_and_copied_as_it_stands(
    browser: Browser, serve: Serve
) -> None:
    with opened(browser, serve(DEMO)) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill(page, "Hari JKN", selesai="")
        page.get_by_role("button", name="Salin pesan").click()
        expect(page.locator("[data-kabar]")).to_have_text(re.compile("Tersalin"))
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.split("\n")[:4] == [
            "(PRATINJAU) *Hari JKN*",
            "Kamis, 3 Desember 2026",
            "08.30 WIB sampai selesai",
            LONG,
        ]
        link = page.get_by_role("link", name="Buka di WhatsApp")
        shared = page.evaluate("new URL(document.querySelector('[data-wa]').href).searchParams.get('text')")
        assert shared == copied
        expect(link).to_have_attribute("rel", "noopener noreferrer")


SLIPS = [
    ("tempat", "   ", "Tempatnya belum ditulis."),
    ("tanggal", "", "Tanggalnya belum diisi."),
    ("tanggal", "2026-11-27", "Tanggal itu sudah lewat."),
    ("tanggal", "2028-12-03", "Tanggal itu lebih dari setahun lagi."),
    ("mulai", "", "Jam mulainya belum diisi."),
    ("selesai", "08:30", "Jam selesai harus sesudah jam mulai."),
    ("orang", "0", "Paling sedikit 1 orang."),
    ("orang", "100000", "Paling banyak 1.000 orang."),
    ("orang", "100.000", "Paling banyak 1.000 orang."),
    ("orang", "delapan puluh", "Tulis angka saja"),
    ("orang", "7,5", "Tulis angka saja"),
]


def test_each_slip_is_told_beside_its_field_and_nothing_is_printed(browser: Browser, serve: Serve) -> None:
    with opened(browser, serve(DEMO), 360) as page:
        page.evaluate("window.dicetak = 0; window.print = () => { window.dicetak++ }; 0")
        button = page.locator("[data-cetak='']")
        button.click()
        assert page.locator(".acara-salah:not(:empty)").count() == 5
        expect(page.locator("#isi-jenis")).to_be_focused()
        for name, text, sentence in SLIPS:
            fill(page, **{name: text})
            button.click()
            expect(page.locator(f"#salah-{name}")).to_contain_text(sentence)
            expect(page.locator(f"#isi-{name}")).to_be_focused()
            assert page.locator(".acara-salah:not(:empty)").count() == 1
        assert page.evaluate("window.dicetak") == 0
        fill(page, tanggal="2026-11-28", orang="1.000")
        button.click()
        assert page.evaluate("window.dicetak") == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_leaflets_that_suit_the_event_are_listed_with_how_many(
    browser: Browser, serve: Serve, registry: Registry
) -> None:
    events = registry.campaign.events
    assert events is not None
    occasions = set(events.occasions["posyandu"])
    suited = {p.name: p.spec.copies_per_visitor for p in registry.pieces if occasions.intersection(p.spec.occasions)}
    with opened(browser, serve(DEMO)) as page:
        rows = page.locator("[data-tiap]:visible")
        every = rows.count()
        fill(page, "Posyandu", orang="25")
        names = rows.locator("a").evaluate_all("links => links.map(a => a.hash.slice(1))")
        assert 0 < len(names) < every
        assert names == [name for name in suited if name in names]
        for name, row in zip(names, rows.all(), strict=True):
            copies = suited[name]
            assert row.locator("[data-berapa]").inner_text() == str(math.ceil(25 * copies) if copies else 1)
        card = page.locator("[data-tiap]:visible", has=page.locator("a[href$='#kartu-darurat']"))
        expect(card).to_contain_text("4 pada satu kertas: 7 kertas")
        rows.first.locator("a").click()
        expect(page.locator(":target")).to_have_count(1)


def test_the_page_is_found_by_its_title_and_listed_by_no_search_engine(dist: Path, hosts: dict[str, str]) -> None:
    root = site_of(dist, hosts[DEMO])
    lines = read_index((root / INDEX).read_bytes())["pages"].split("|")
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{EVENT}^Siapkan acara"))
    assert not lines[at + 1].startswith("#"), "no part of it is found"
    assert EVENT not in (root / "sitemap.xml").read_text("utf-8")
    others = [path for path in root.glob("*/index.html") if path.parent.name != EVENT.strip("/")]
    assert [path for path in others if "assets/acara" in path.read_text("utf-8")] == []
