"""`mkdocs serve` previews one district and follows changes of shared pages and of the district's folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHORT
from tests.patience import LONG_SECONDS
from tests.project import PROJECT

TERMINAL = "terminal.txt"
SLIP = f"districts/{SHORT}/daerah.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "districts", "templates", "printables"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "SELEBARAN_DAERAH": SHORT}
    with (project / TERMINAL).open("w") as terminal:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=terminal, stderr=terminal)
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=10)


def shows(address: str, text: str, seconds: float = 3 * LONG_SECONDS) -> bool:
    """Whether a text is to be seen some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if text in answer.read().decode():
                    return True
        except urllib.error.HTTPError as missing:
            if text in missing.read().decode():
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return False


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_slip_shows_until_it_is_put_right_and_the_preview_follows_a_shared_page(project: Path, address: str) -> None:
    assert shows(address, "JKN Kabupaten Serang")
    edit(project / SLIP, "\nnama: ", "\nnma: ")
    for path in ("", "tentang/", "tidak/ada/"):
        assert shows(f"{address}{path}", f"<code>{SLIP}:")
    said = (project / TERMINAL).read_text("utf-8")
    assert "error[kunci-tidak-dikenal]: 'nma' tidak dikenal" in said
    assert "saran: maksudnya 'nama'?" in said
    edit(project / SLIP, "\nnma: ", "\nnama: ")
    edit(project / "content" / "tentang.md", "## Penerbit {#penerbit}", "## Siapa menerbitkan {#penerbit}")
    assert shows(f"{address}tentang/", "Siapa menerbitkan")
    assert "Traceback" not in (project / TERMINAL).read_text("utf-8")


def test_a_plain_build_with_a_slip_ends_with_its_words_and_makes_no_site(project: Path) -> None:
    edit(project / SLIP, "\nnama: ", "\nnma: ")
    environment = {**os.environ, "SELEBARAN_DAERAH": SHORT}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "'nma' tidak dikenal" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site" / "index.html").exists()
