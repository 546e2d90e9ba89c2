"""Pages of one publication, opened on several days: nobody builds it again, the reader's clock changes it.

`python -m scripts.days SLUG FOLDER PAGE …` publishes a district in a copy of the project, with a made-up consent that
stands there alone, and puts a picture of its home and of each page named into a folder; with `--sheet`, of the page
behind that sheet's code too; with `--checked`, as if every fact had been checked on its first day. A document that
shows such a picture of a real district says that its consent is made up.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from selebaran.publish.layout import site_of
from tests.serving import serving

ROOT = Path(__file__).resolve().parent.parent
DAYS = ("2026-11-28", "2027-01-20", "2027-02-01", "2027-09-20")
CONSENT = {"oleh": "Pejabat Rekaan", "jabatan": "Kepala Dinas Rekaan", "tanggal": "2026-11-01", "bukti": "Surat rekaan"}
PHONE, HEIGHT, GAP = 360, 1500, 18
BACKGROUND = "#d8dce6"
COLOURS = 32
"""Enough for a page; a picture of it is small."""


def main() -> None:
    """Publish, open, and write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slug")
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="*", metavar="page", help="a page of content/, or a part of one: page#part")
    parser.add_argument("--days", nargs=4, default=DAYS, metavar="DAY", help="the days, the first of the publication")
    parser.add_argument("--sheet", help="the sheet of printables/ that is printed")
    parser.add_argument("--checked", action="store_true", help="as if every fact had been checked on the first day")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = published(given.slug, Path(name), given.sheet, given.days[0], checked=given.checked)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        papers = sorted(f"e/{path.name}" for path in site.glob("e/*"))[:1]
        with serving(site) as address:
            for page in ("", *given.pages, *papers):
                slug, mark, part = page.partition("#")
                picture = on_days(browser, f"{address}{slug and f'{slug}/'}{mark}{part}", given.days)
                small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
                small.save(given.folder / f"{slug.replace('/', '-') or 'beranda'}.png", optimize=True)
        browser.close()


def on_days(browser: Browser, address: str, days: Iterable[str], height: int = HEIGHT) -> Image.Image:
    """What a reader sees of a page on each of the days, one beside the other."""
    page = browser.new_page(viewport={"width": PHONE, "height": height})
    shown = []
    for on in days:
        page.clock.set_fixed_time(f"{on}T05:00:00Z")
        page.goto(address)
        shown.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    page.close()
    sheet = Image.new("RGB", (len(shown) * (PHONE + GAP) + GAP, height + 2 * GAP), BACKGROUND)
    for number, picture in enumerate(shown):
        sheet.paste(picture, (GAP + number * (PHONE + GAP), GAP))
    return sheet


def published(slug: str, folder: Path, sheet: str | None, first: str, *, checked: bool) -> Path:
    """The web root of a district, published in a copy of the project with no sheet but one."""
    project = folder / "proyek"
    for name in ("content", "templates", "printables", "districts"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    (project / ".cache").symlink_to(ROOT / ".cache")
    for piece in (project / "printables").iterdir():
        if piece.name != sheet:
            shutil.rmtree(piece)
    file = project / "districts" / slug / "daerah.yml"
    district = {key: value for key, value in _read(file).items() if value}  # what is empty isn't filled in
    owns = {"menguasai_domain": "ya" if district.get("domain") else "tidak"}
    _write(file, {**district, "identitas": "pasti", "persetujuan": {**CONSENT, **owns}})
    sign = ["consent", "sign", slug, "--yes", "--root", str(project)]
    subprocess.run([sys.executable, "-m", "selebaran.cli", *sign], check=True, stdout=subprocess.DEVNULL)
    if checked:
        _check(project / "content" / "fakta.yml", date.fromisoformat(first))
    place = ["--root", str(project), "--out", str(folder / "dist"), "--as-of", first, "--publish"]
    subprocess.run([sys.executable, str(ROOT / "build.py"), slug, *place, "--quiet"], check=True)
    return site_of(folder / "dist", str(district.get("domain") or slug))


def _check(register: Path, first: date) -> None:
    """Let every fact have been checked on the first day, in a source that paper may rest on."""
    facts = _read(register)["fakta"]
    for fact in facts:
        again = first + timedelta(days=int(fact["selang_periksa_hari"]))
        fact |= {"sumber_per": str(first), "diperiksa_pada": str(first), "periksa_lagi": str(again), "keyakinan": "A"}
    _write(register, {"fakta": facts})


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return found


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main()
