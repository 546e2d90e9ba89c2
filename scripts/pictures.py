"""Makes the pictures of the documentation: a made-up district's site, search and sheets, a message, a publication.

Run by `make pictures`. Every district in them is made up, and says so; but for pages of kecamatan, which show previews.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
import yaml
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.text import Text

from scripts.days import on_days
from scripts.form_pictures import on_a_phone
from scripts.hour import hour
from scripts.live import live
from selebaran.publish.layout import SITES, site_of
from tests.kampanye.test_dbd import example
from tests.publish.terbitan import HOST, LEAFLET, NOW, POSTER, READY, Published, ledger_of, publish
from tests.serving import serving
from tests.site.clock import Clock

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "gambar"
DISTRICT = "kab-contoh"
DAY = "2026-11-21"
SHOTS = yaml.safe_load((TARGET / "potret.yml").read_text("utf-8"))
PUBLISHED, FOUR, OF_KECAMATAN = SHOTS.pop("terbitan"), SHOTS.pop("empat-hari"), SHOTS.pop("kecamatan")
LIVE, FORM = SHOTS.pop("pratinjau"), SHOTS.pop("formulir")
SHEET = "leaflet-daftar"
DBD_HOST = "cegahdbd-lestari.example"
BACKGROUND = "#d8dce6"
GAP = 18
BROKEN = "kab-uji"
SLIPS = {"zona_waktu:": "zona_wktu:", "0254 123456": "0254-123456 (Bu Sri)"}
"""What an editor types in a hurry into daerah.yml."""
TERMINAL = """<body style="margin:0;background:#fff;color:#14161b"><pre style="margin:0;padding:20px 24px;
font:16px/1.5 'DejaVu Sans Mono',monospace;white-space:pre">{text}</pre></body>"""


def main() -> None:
    """Write all pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        demonstration(folder / "contoh", browser)
        second_campaign(folder / "dbd", browser)
        message(folder / "salah", browser)
        publication(folder / "terbit", browser)
        days(folder / "hari", browser)
        subdistricts(folder / "kecamatan", browser)
        save(on_a_phone(folder / "formulir", browser, DISTRICT, FORM), "formulir")
        for title, shown in live(folder / "pratinjau", browser, LIVE, FORM).items():
            save(shown, title)
        for title, shown in hour(folder / "jam", browser).items():
            save(shown, title)
        browser.close()


def demonstration(out: Path, browser: Browser) -> None:
    """The made-up district: pages, search, an override, and its sheets."""
    command = [sys.executable, str(ROOT / "build.py"), DISTRICT, "--as-of", DAY, "--out", str(out), "--quiet"]
    subprocess.run(command, check=True)
    site = next((out / SITES).iterdir())
    with serving(site) as address:
        for name, shot in SHOTS.items():
            page = opened(browser, address, shot)
            if "?q=" in shot["alamat"]:
                page.locator(".md-search-result__item").first.wait_for()
            save(picture(page), name)
    leaflet(site / "unduh" / SHEET / f"{SHEET}-kantor.pdf")
    sheets(sorted([*site.glob("unduh/*/*-kantor.pdf"), *site.glob("unduh/spanduk-*/*-layar.pdf")]))


def second_campaign(folder: Path, browser: Browser) -> None:
    """The example about another subject: its home page, and beside it its leaflet and its poster."""
    project, out = example(folder / "proyek"), folder / "dist"
    place = ["--root", str(project), "--out", str(out)]
    subprocess.run([sys.executable, str(ROOT / "build.py"), *place, "--as-of", DAY, "--quiet"], check=True)
    with serving(site_of(out, DBD_HOST)) as address:
        page = picture(opened(browser, address, {"alamat": "", "lebar": 800, "tinggi": 1060}))
    sheets = site_of(out, DBD_HOST) / "unduh"
    poster, leaflet = (first_side(sheets / name / f"{name}-layar.pdf") for name in ("poster-3m", "leaflet-3m"))
    beside(page, [poster, leaflet], "kampanye-dbd", 440)


def message(project: Path, browser: Browser) -> None:
    """What the terminal says of slips in a district's file."""
    shutil.copytree(ROOT / "tests" / "rusak" / "_dasar", project)
    file = project / "districts" / BROKEN / "daerah.yml"
    text = file.read_text("utf-8")
    for right, wrong in SLIPS.items():
        text = text.replace(right, wrong)
    file.write_text(text, "utf-8")
    said = at_a_terminal([sys.executable, str(ROOT / "build.py"), BROKEN, "--root", str(project), "--only", "site"])
    console = Console(record=True, file=io.StringIO(), width=110, force_terminal=True)
    console.print(Text.from_ansi(f"$ python build.py {BROKEN}\n{said.rstrip()}"))
    shown = console.export_html(inline_styles=True, code_format="{code}")
    page = browser.new_page(viewport={"width": 1100, "height": 200})
    page.set_content(TERMINAL.format(text=shown))
    save(Image.open(io.BytesIO(page.locator("body").screenshot())), "pesan-terminal")


def at_a_terminal(command: list[str]) -> str:
    """What a command says on standard error to somebody who sits at a terminal."""
    near, far = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "110"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=far, env=environment) as process:
        os.close(far)
        parts = []
        while part := read_terminal(near):
            parts.append(part)
        process.wait()
    os.close(near)
    text = b"".join(parts).decode().replace("\r\n", "\n")
    return text[text.rindex("\x1b[2K") + 4 :] if "\x1b[2K" in text else text  # the bar of progress, wiped away


def read_terminal(near: int) -> bytes:
    """The next bytes; none when the other side is gone, which Linux tells as an error."""
    try:
        return os.read(near, 65536)
    except OSError:
        return b""


def publication(folder: Path, browser: Browser) -> None:
    """A published district: a page with its sheets; and, after a fact has changed, the page of a sheet's code."""
    found = Published(folder)
    with serving(found.site) as address:
        page = picture(opened(browser, address, PUBLISHED))
    pdfs = [found.site / path for path in (LEAFLET, POSTER)]
    beside(page, [first_side(pdf) for pdf in pdfs], "terbitan")
    code = next(str(entry["kode"]) for entry in ledger_of(found.project) if entry["lembar"] == SHEET)
    found.change_price()
    assert publish(found.project, found.out, NOW, READY).returncode == 0
    with serving(site_of(found.out, HOST)) as address:
        save(picture(opened(browser, address, {"alamat": f"e/{code}/", "lebar": 900, "tinggi": 900})), "halaman-edisi")


def days(folder: Path, browser: Browser) -> None:
    """Pages of one publication, each opened on four days; one is that of a sheet's code."""
    folder.mkdir()
    clock = Clock(folder)
    for name, slug in FOUR["halaman"].items():
        address = clock.old.address(slug or clock.papers[0])
        save(on_days(browser, address, FOUR["hari"], FOUR["tinggi"]), name)


def subdistricts(out: Path, browser: Browser) -> None:
    """The page of a kecamatan as a phone shows it, for districts that know much and little, beside each other."""
    pages = OF_KECAMATAN["halaman"]
    command = [sys.executable, str(ROOT / "build.py"), *pages, "--only", "site", "--as-of", DAY, "--out", str(out)]
    subprocess.run([*command, "--quiet"], check=True)
    record = {slug: json.loads(gzip.decompress((out / "laporan" / f"{slug}.json.gz").read_bytes())) for slug in pages}
    shown = []
    for slug, name in pages.items():
        with serving(out / record[slug]["situs"].strip("./")) as address:
            shown.append(picture(opened(browser, address, OF_KECAMATAN | {"alamat": name})))
    sheet = Image.new("RGB", (sum(one.width + GAP for one in shown) + GAP, shown[0].height + 2 * GAP), BACKGROUND)
    for number, one in enumerate(shown):
        sheet.paste(one, (GAP + number * (one.width + GAP), GAP))
    save(sheet, "kecamatan")


def opened(browser: Browser, site: str, shot: dict[str, Any]) -> Page:
    """A page of a site in a window of that size."""
    page = browser.new_page(viewport={"width": shot["lebar"], "height": shot["tinggi"]})
    if moment := shot.get("saat"):
        page.clock.set_fixed_time(moment)
    page.goto(site + shot["alamat"])
    return page


def picture(page: Page) -> Image.Image:
    """What can be seen of it."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def beside(page: Image.Image, pictures: list[Image.Image], name: str, widest: int = 620) -> None:
    """A page of the site, and beside it sheets one below the other."""
    shown, height = [], page.height
    for one in pictures:
        shown.append(fitted(one, widest, height))
        height -= shown[-1].height + GAP
    width = max(one.width for one in shown)
    sheet = Image.new("RGB", (page.width + width + 3 * GAP, page.height + 2 * GAP), BACKGROUND)
    sheet.paste(page, (GAP, GAP))
    top = GAP
    for one in shown:
        sheet.paste(one, (page.width + 2 * GAP + (width - one.width) // 2, top))
        top += one.height + GAP
    save(sheet, name)


def fitted(image: Image.Image, width: int, height: int) -> Image.Image:
    """As large as fits."""
    scale = min(width / image.width, height / image.height)
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)


def leaflet(pdf: Path) -> None:
    """Both sides of the leaflet, one above the other."""
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    sides = [page.render(scale=1.25).to_pil().convert("RGB") for page in document]
    document.close()
    outer = sides[0]
    # The help panel, in millimetres from the left edge; its lower part has the district's own line.
    left, right = (round(outer.width * mm / 297) for mm in (97, 197))
    save(outer.crop((left, round(outer.height * 0.33), right, outer.height)), "lembar-baris")
    gap, width = 24, sides[0].width
    sheet = Image.new("RGB", (width, sum(side.height for side in sides) + gap), BACKGROUND)
    top = 0
    for side in sides:
        sheet.paste(side, (0, top))
        top += side.height + gap
    save(sheet, "selebaran-daftar")


def sheets(pdfs: list[Path]) -> None:
    """Every piece's first side, in rows: those that stand upright first, the long banner below."""
    firsts = [first_side(pdf) for pdf in pdfs]
    upright = sorted((s for s in firsts if s.width < s.height), key=lambda side: -side.height)
    rows = [upright[:4], upright[4:8], [s for s in firsts if s.width >= s.height], upright[8:]]
    gap, height, width = GAP, 330, 1180
    shown = []
    for row in (row for row in rows if row):
        scale = min(height / max(s.height for s in row), (width - gap * (len(row) + 1)) / sum(s.width for s in row))
        shown.append(
            [s.resize((round(s.width * scale), round(s.height * scale)), Image.Resampling.LANCZOS) for s in row]
        )
    total = sum(max(s.height for s in row) + gap for row in shown) + gap
    sheet, top = Image.new("RGB", (width, total), BACKGROUND), gap
    for row in shown:
        left = (width - sum(s.width for s in row) - gap * (len(row) - 1)) // 2
        for side in row:
            sheet.paste(side, (left, top))
            left += side.width + gap
        top += max(s.height for s in row) + gap
    save(sheet, "lembar-cetak")


def first_side(pdf: Path) -> Image.Image:
    """The first page, on a scale at which A3 is as wide as on the screen."""
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        side: Image.Image = document[0].render(scale=0.9).to_pil().convert("RGB")
        return side
    finally:
        document.close()


def save(image: Image.Image, name: str) -> None:
    """A PNG in few colours."""
    image.convert("RGB").quantize(96).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
