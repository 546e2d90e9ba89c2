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


def save(image: Image.Image, name: str) -> None:
    """A PNG in few colours."""
    image.convert("RGB").quantize(96).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
