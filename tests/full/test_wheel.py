"""The wheel, in an environment that has nothing else but what it asks for, starts a campaign and builds it."""

from __future__ import annotations

import re
import shutil
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import Browser, expect

from selebaran.publish.layout import site_of
from tests.conftest import ROOT
from tests.once import Once
from tests.serving import serving
from tests.test_wheel import run, wheel_in

POSTER = "unduh/poster-cuci-tangan/poster-cuci-tangan-kantor.pdf"


class Campaign(NamedTuple):
    """A campaign that an installed wheel made."""

    python: Path
    root: Path
    said: str

    @property
    def site(self) -> Path:
        return site_of(self.root / "dist", "kab-contoh.example")


def needed(name: str, extras: frozenset[str] = frozenset(), known: set[str] | None = None) -> Iterator[Distribution]:
    """The distributions that one asks for, and those that these ask for, as they are installed here."""
    known = set() if known is None else known
    for text in distribution(name).requires or ():
        asked = Requirement(text)
        if asked.marker and not any(asked.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            continue
        if canonicalize_name(asked.name) not in known:
            known.add(canonicalize_name(asked.name))
            yield distribution(asked.name)
            yield from needed(asked.name, frozenset(asked.extras), known)


def environment_in(folder: Path, wheel: Path) -> Path:
    """The Python of a new environment that has the wheel, and of what is installed here only what it asks for."""
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    for found in needed("selebaran"):
        for file in found.files or ():
            target = packages / file
            if ".." not in file.parts and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(Path(str(file.locate())), target)
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps")
    run(*pip, "--disable-pip-version-check", wheel, cwd=folder)
    return python


def link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # another disk
        shutil.copyfile(source, target)


@pytest.fixture(scope="module")
def campaign(once: Once) -> Campaign:
    def make(folder: Path) -> Campaign:
        python = environment_in(folder / "lingkungan", wheel_in(folder))
        selebaran = python.parent / "selebaran"
        run(selebaran, "init", "cegah", "--nama", "Sabun & Air", cwd=folder)
        root = folder / "cegah"
        return Campaign(python, root, run(selebaran, "build", cwd=root))

    return once("roda", make)


def test_what_runs_is_the_wheel_and_not_this_repository(campaign: Campaign) -> None:
    where = "import selebaran, selebaran.read.engine as e; print(selebaran.__file__, e.engine_folder())"
    for place in run(campaign.python, "-c", where, cwd=campaign.root).split():
        assert Path(place).is_relative_to(campaign.python.parents[1])


def test_it_has_every_file_of_the_package(campaign: Campaign) -> None:
    [installed] = campaign.python.parents[1].glob("lib/*/site-packages/selebaran")
    files = (path for path in (ROOT / "selebaran").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert [path for path in files if not (installed / path.relative_to(ROOT / "selebaran")).is_file()] == []


def test_a_campaign_that_was_just_started_builds_without_a_fault(campaign: Campaign) -> None:
    told = dict(line.split() for line in campaign.said.splitlines()[:5])
    assert (told["Daerah"], told["PDF"], told["Masalah"]) == ("1", "3", "0")
    home = (campaign.site / "index.html").read_text("utf-8")
    assert "Sabun &amp; Air" in home
    assert "Belajar cuci tangan (rekaan)" in home
    assert "PRATINJAU" in home


def test_its_site_is_searched_as_residents_type(campaign: Campaign, browser: Browser) -> None:
    page = browser.new_page()
    with serving(campaign.site) as address:
        page.goto(address)
        page.locator("[data-cari-buka]:visible").first.click()
        page.locator(".cari__masukan").press_sequentially("toilet")
        found = page.locator(".md-search-result__item a").first
        expect(found).to_have_attribute("href", re.compile(rf"^{address}cuci-tangan/"))
        found.click()
        expect(page.locator("h1")).to_have_text("Cuci tangan pakai sabun")
    page.close()


def test_its_poster_opens_with_the_words_of_the_page_and_the_number_of_the_register(campaign: Campaign) -> None:
    with pypdfium2.PdfDocument(campaign.site / POSTER) as poster:
        assert len(poster) == 1
        assert [round(side / 72 * 25.4) for side in poster[0].get_size()] == [210, 297]
        text = " ".join(poster[0].get_textpage().get_text_bounded().split())
    assert "Gosok dengan sabun. Telapak, punggung tangan, sela jari, dan kuku, selama 20 detik." in text
    assert "Daerah rekaan untuk peragaan" in text
