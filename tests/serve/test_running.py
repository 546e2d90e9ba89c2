"""In a browser: the page follows what is typed, a slip shows above the last good page, and goes when it is mended."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from selebaran.read.starter import DISTRICT
from tests.conftest import ROOT
from tests.patience import LONG_SECONDS
from tests.serve.conftest import DAY

SLIP = f"districts/{DISTRICT}/daerah.yml"


@pytest.fixture
def port(project: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "selebaran.cli", "serve", "--root", str(project), "--port", "0"]
    with subprocess.Popen(
        [*command, "--as-of", DAY.isoformat()], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found
        try:
            yield found[1]
            process.send_signal(signal.SIGINT)
            assert process.wait(LONG_SECONDS) == 0
        finally:
            process.kill()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def opened(browser: Browser) -> Page:
    page = browser.new_page()
    page.set_default_timeout(LONG_SECONDS * 1000)
    return page


def test_a_browser_follows_what_is_typed(project: Path, port: str, browser: Browser) -> None:
    expect.set_options(timeout=LONG_SECONDS * 1000)
    first = opened(browser)
    first.goto(f"http://localhost:{port}/")
    first.locator(f"a[href*='{DISTRICT}']").first.click()
    expect(first).to_have_url(f"http://{DISTRICT}.localhost:{port}/")
    page = opened(browser)  # the first may be loading itself again, which would end a way to another page
    page.goto(f"http://{DISTRICT}.localhost:{port}/cuci-tangan/")
    with (project / "content" / "cuci-tangan.md").open("a", encoding="utf-8") as text:
        text.write("\nSatu kalimat baru.\n")
    expect(page.get_by_text("Satu kalimat baru.")).to_be_visible()
    box = page.locator("#selebaran-pratinjau")
    edit(project / SLIP, "\nnama: ", "\nnma: ")
    expect(box.get_by_text(f"{SLIP}:").first).to_be_visible()
    expect(box.get_by_text("Saran: maksudnya 'nama'?")).to_be_visible()
    expect(page.get_by_text("Satu kalimat baru.")).to_be_visible()
    edit(project / SLIP, "\nnma: ", "\nnama: ")
    expect(box.get_by_text(f"{SLIP}:")).to_have_count(0)
    first.close()
    page.close()
