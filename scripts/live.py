"""Pictures of `selebaran serve`: the list of districts, a slip above the last good page, a sheet (`make pictures`)."""

from __future__ import annotations

import io
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from scripts.form_pictures import beside_its_page

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("content", "districts", "templates", "printables")
DISTRICT, OTHER, DAY = "kab-contoh", "kab-serang", "2026-11-21"
SLIP = ("zona_waktu:", "zona_wktu:")
"""What an editor types in a hurry into daerah.yml."""
WAIT = 300_000
"""Milliseconds in which anything is there, on any machine."""


def live(folder: Path, browser: Browser, shown: Mapping[str, str], form: Mapping[str, Any]) -> dict[str, Image.Image]:
    """The pictures by their names. `shown` says which page and which sheet, `form` what is filled in."""
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    with _served(folder) as port:
        page = browser.new_page(viewport={"width": 1100, "height": 560})
        page.set_default_timeout(WAIT)
        return {
            "formulir-pratinjau": beside_its_page(page, f"http://{DISTRICT}.localhost:{port}/", form),
            "pratinjau-daerah": _list(page, f"http://localhost:{port}/"),
            "pratinjau-salah": _slip(page, f"http://{DISTRICT}.localhost:{port}/{shown['halaman']}/", folder),
            "pratinjau-salah-hp": _narrow(page),
            "pratinjau-lembar": _sheet(page, f"http://{OTHER}.localhost:{port}/_pratinjau/lembar/{shown['lembar']}/"),
        }


@contextmanager
def _served(project: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "selebaran.cli", "serve", "--root", str(project), "--port", "0", "--as-of", DAY]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found
        yield found[1]
        process.send_signal(signal.SIGINT)


def _list(page: Page, address: str) -> Image.Image:
    page.set_viewport_size({"width": 1100, "height": 860})
    page.goto(address)
    page.locator("#saring").fill("ser")
    page.locator("[data-daerah='Kabupaten Serang']").wait_for()
    shown = _seen(page)
    page.set_viewport_size({"width": 1100, "height": 560})
    return shown


def _slip(page: Page, address: str, project: Path) -> Image.Image:
    page.goto(address)
    page.locator("main h1", has_text="edang dibuat").wait_for(state="detached")
    file = project / "districts" / DISTRICT / "daerah.yml"
    file.write_text(file.read_text("utf-8").replace(*SLIP, 1), "utf-8")
    page.locator("#selebaran-pratinjau .salah").wait_for()
    return _seen(page)


def _narrow(page: Page) -> Image.Image:
    page.set_viewport_size({"width": 360, "height": 640})
    shown = _seen(page)
    page.set_viewport_size({"width": 1100, "height": 560})
    return shown


def _sheet(page: Page, address: str) -> Image.Image:
    page.goto(address)
    page.locator(".lembar img").first.wait_for()
    return _seen(page)


def _seen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")
