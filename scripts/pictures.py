"""Makes the pictures of the documentation: the made-up district's site and leaflet. Run by `make pictures`."""

from __future__ import annotations

import functools
import io
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "gambar"
DISTRICT = "kab-contoh"
DAY = "2026-11-21"
SHOTS = {"situs-beranda": ("", 1280, 1000), "situs-ponsel": ("daftar/", 360, 1000)}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def main() -> None:
    """Build the district and write the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(ROOT / "build.py"), DISTRICT, "--as-of", DAY, "--out", folder, "--quiet"]
        subprocess.run(command, check=True)
        site = next(path for path in Path(folder).iterdir() if (path / "robots.txt").is_file())
        shoot(site)
        leaflet(site / "unduh" / "leaflet-daftar" / "leaflet-daftar-layar.pdf")
        sheets(sorted(site.glob("unduh/*/*-layar.pdf")))


def shoot(site: Path) -> None:
    """Pages of the site, as a browser shows them."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (address, width, height) in SHOTS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
            save(Image.open(io.BytesIO(page.screenshot())), name)
        browser.close()
    server.shutdown()


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
    sheet = Image.new("RGB", (width, sum(side.height for side in sides) + gap), "#d8dce6")
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
    gap, height, width = 18, 330, 1180
    shown = []
    for row in (row for row in rows if row):
        scale = min(height / max(s.height for s in row), (width - gap * (len(row) + 1)) / sum(s.width for s in row))
        shown.append(
            [s.resize((round(s.width * scale), round(s.height * scale)), Image.Resampling.LANCZOS) for s in row]
        )
    total = sum(max(s.height for s in row) + gap for row in shown) + gap
    sheet, top = Image.new("RGB", (width, total), "#d8dce6"), gap
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
