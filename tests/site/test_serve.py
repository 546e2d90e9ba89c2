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
from tests.project import PROJECT


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
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=project, env=environment, **pipes)
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=10)


def shows(address: str, text: str, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if text in answer.read().decode():
                    return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    return False


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_preview_follows_a_shared_page_and_the_districts_folder(project: Path, address: str) -> None:
    assert shows(address, "JKN Kabupaten Serang")
    edit(project / "content" / "tentang.md", "## Penerbit {#penerbit}", "## Siapa menerbitkan {#penerbit}")
    assert shows(f"{address}tentang/", "Siapa menerbitkan")
    edit(project / "districts" / SHORT / "daerah.yml", "nama: Kabupaten Serang", "nama: Kabupaten Serang Baru")
    assert shows(address, "JKN Kabupaten Serang Baru")
