"""Pictures of the hour that docs/panduan/satu-jam-petugas.md tells: its commands, done on a copy of the project."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser
from rich.console import Console
from rich.text import Text

from scripts.hour_files import write
from selebaran.publish.layout import site_of
from tests.full.test_officer_hour import HOST, commands, emptied, run
from tests.serving import serving

PAGES = {  # as their folders are called
    "jam-kegiatan": "tanya-jawab-di-balai-desa-2026-12-08",
    "jam-kabar": "loket-pindah-ke-gedung-lama",
}
DAY = "2026-12-01T09:00:00+07:00"
LINES = 10
"""Of what the tables' guesses are, so many lines are shown."""
TERMINAL = """<body style="margin:0;background:#fff;color:#14161b"><pre style="margin:0;padding:20px 24px;
font:16px/1.5 'DejaVu Sans Mono',monospace;white-space:pre-wrap">{text}</pre></body>"""


def hour(folder: Path, browser: Browser) -> dict[str, Image.Image]:
    """The pictures by their names."""
    folder.mkdir(parents=True)
    emptied(folder)
    write(folder)
    tables, letter, answered, check, build, kit = commands()
    said = [run(folder, command) for command in (tables, letter, answered, check, build, kit)]
    guesses = "\n".join([f"$ {tables}", *said[0].stderr.splitlines()[:LINES], "…"])
    shown = {"jam-tabel": _terminal(browser, guesses)}
    site = site_of(folder / "dist", HOST)
    with serving(site) as address:
        for name, page in PAGES.items():
            opened = browser.new_page(viewport={"width": 360, "height": 860})
            opened.clock.set_fixed_time(DAY)
            (built,) = site.resolve().glob(f"*/{page}/index.html")
            opened.goto(f"{address}{built.parent.relative_to(site.resolve()).as_posix()}/")
            if name == "jam-kabar":
                opened.locator("table").first.scroll_into_view_if_needed()
            shown[name] = Image.open(io.BytesIO(opened.screenshot()))
    (archive,) = (folder / "dist" / "kit").glob("*.zip")
    with zipfile.ZipFile(archive) as parts:
        first = sorted(name for name in parts.namelist() if name.endswith(".pdf"))[0]
        with pypdfium2.PdfDocument(io.BytesIO(parts.read(first))) as cover:
            shown["jam-kit"] = cover[0].render(scale=1.2).to_pil()
    return shown


def _terminal(browser: Browser, text: str) -> Image.Image:
    console = Console(record=True, file=io.StringIO(), width=140, force_terminal=True)
    console.print(Text(text))
    page = browser.new_page(viewport={"width": 1240, "height": 200})
    page.set_content(TERMINAL.format(text=console.export_html(inline_styles=True, code_format="{code}")))
    return Image.open(io.BytesIO(page.locator("body").screenshot()))
