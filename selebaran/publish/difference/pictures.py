"""What a changed page or sheet looks like, before and after, cut to where it differs.

Pages are drawn by Chromium where the machine has one; without it, their text has to do. It gets a site from a server
of this process, as a visitor does, and reaches no other.
"""

from __future__ import annotations

import functools
import io
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
WIDTH, HEIGHT = 720, 4000
SECONDS = 60
SHEET_DPI = 72
MARGIN = 60
TALLEST = 1100
"""Pixels of a picture's height; of a page that differs in many places the first are shown."""
QUALITY = 60
NOISE = 24
"""The most by which a point may differ from itself and be the same: edges of letters."""
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    f"--window-size={WIDTH},{HEIGHT}",
)


def browser_here() -> str | None:
    """A Chromium of this machine."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nobody wants to know."""


@contextmanager
def _served(root: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(root)))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def picture_of_page(browser: str, root: Path, address: str) -> Image.Image | None:
    """A page of a web root as a narrow window shows it; None where the browser gives nothing."""
    with _served(root) as url, tempfile.TemporaryDirectory() as name:
        shot = Path(name) / "gambar.png"
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it has none for root
        command = [browser, *OPTIONS, *sandbox, f"--user-data-dir={name}", f"--screenshot={shot}", url + address]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
            with Image.open(shot) as drawn:
                return drawn.convert("RGB")
        except (OSError, subprocess.SubprocessError):
            return None


def picture_of_sheet(pdf: bytes) -> Image.Image:
    """All pages of a sheet, one below the other."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=SHEET_DPI / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    whole = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def cut(before: Image.Image, after: Image.Image) -> tuple[Image.Image, Image.Image] | None:
    """Both pictures, cut to the rows in which they differ; None where they look the same."""
    size = max(before.width, after.width), max(before.height, after.height)
    one, other = (_on_white(picture, size) for picture in (before, after))
    differs = ImageChops.difference(one, other).convert("L").point(lambda value: 255 if value > NOISE else 0)
    box = differs.getbbox()
    if box is None:
        return None
    top = max(0, box[1] - MARGIN)
    bottom = min(size[1], box[3] + MARGIN, top + TALLEST)
    return one.crop((0, top, size[0], bottom)), other.crop((0, top, size[0], bottom))


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("RGB", size, "white")
    whole.paste(picture)
    return whole


def packed(picture: Image.Image) -> bytes:
    """A picture in few bytes."""
    into = io.BytesIO()
    picture.save(into, "WEBP", quality=QUALITY)
    return into.getvalue()
