"""Builds the demonstration district and two real ones once, for real, and opens them in a real browser."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from selebaran.cli.main import main
from selebaran.compose.edition import Composer
from selebaran.jobs.fallbacks import Heard
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from selebaran.publish.layout import site_of
from selebaran.read.project import read_project
from tests.once import Once
from tests.press.kept import KeptPress
from tests.project import PROJECT, ROOT

settings.register_profile("tenang", deadline=None)  # no test times anything: a busy machine is no fault
settings.load_profile("tenang")  # what the command line names comes after it
TREES = ROOT / "tests" / "rusak"
"""A broken tree for every problem code."""
BASE = TREES / "_dasar"
"""The sound project that they are laid over."""
DAY = date(2026, 11, 21)
DEMO = "kab-contoh"
SHORT = "kab-serang"
LONGEST = "kab-kepulauan-siau-tagulandang-biaro"
CHROMIUM = Path("/usr/bin/chromium")


def with_fonts(project: Path) -> Path:
    """A project of a test that finds the fonts of sheets where this one made them: to cut them takes seconds."""
    (project / ".cache").symlink_to(ROOT / ".cache")
    return project


def pytest_configure(config: pytest.Config) -> None:
    """A shell starts a job of the background with Ctrl-C ignored, and so would be all that tests start. And commands
    keep what they compile of the program, so that the next one needn't do it again."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    config.addinivalue_line("markers", "falls_back: what is made once for many fails here, and may")
    if not hasattr(config, "workerinput"):
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="selebaran-uji-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """What commands kept for the next one goes with the tests: nothing of theirs comes into the user's own cache."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="store the pictures of sheets anew (tests/golden)")


def run_build(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`python build.py …` as a user runs it."""
    command = [sys.executable, str(ROOT / "build.py"), *arguments, *_where(arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def run_here(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The same in this process, which has everything imported: for tests that ask what is built, not how it starts."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(["build", *_where(arguments), *arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def _where(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return () if "--root" in arguments else ("--root", str(PROJECT))


@pytest.fixture(autouse=True)
def nothing_falls_back(request: pytest.FixtureRequest) -> Iterator[None]:
    """What was to be made once for many and failed is made one by one: no output shows that, so this does."""
    with Heard() as heard:
        yield
    assert request.node.get_closest_marker("falls_back") or heard.lines == []


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    return Once(tmp_path_factory)


@pytest.fixture(scope="session")
def registry() -> Registry:
    return read_project(PROJECT)


@pytest.fixture(scope="session")
def composer(registry: Registry) -> Composer:
    return Composer(registry)


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(ROOT / ".cache")


@pytest.fixture(scope="session")
def kept_press(once: Once) -> KeptPress:
    return KeptPress(ROOT / ".cache", once)


@pytest.fixture(scope="session")
def dist(once: Once) -> Path:
    """The web roots of the demonstration district and two real ones."""

    def make(out: Path) -> Path:
        done = run_build(DEMO, SHORT, LONGEST, "--as-of", DAY.isoformat(), "--out", str(out))
        assert done.returncode == 0, done.stderr
        return out

    return once("dist", make)


def keep_pieces(project: Path, *names: str) -> Path:
    """A copied project with only these print pieces, for tests that don't need more."""
    for folder in (project / "printables").iterdir():
        if folder.name not in names:
            shutil.rmtree(folder)
    campaign = project / "content" / "kampanye.yml"
    if campaign.is_file():  # kits name pieces that aren't there any more
        campaign.write_text(re.sub(r"^kit:\n(?: .*\n)+", "", campaign.read_text("utf-8"), flags=re.M), "utf-8")
    for demo in project.glob("districts/k*/daerah.yml"):
        text = re.sub(r"  lembar: \[leaflet-daftar.*\]\n", "", demo.read_text("utf-8"))
        gone = [line for line in text.split("\n") if re.match(r"    (leaflet|brosur|lembar|poster|kartu)-", line)]
        kept = [line for line in text.split("\n") if line not in gone or line.strip().split(":")[0] in names]
        demo.write_text("\n".join(kept), "utf-8")
    return project


@pytest.fixture(scope="session")
def hosts(registry: Registry) -> dict[str, str]:
    return {slug: registry.districts[slug].host for slug in (DEMO, SHORT, LONGEST)}


class _Handler(SimpleHTTPRequestHandler):
    """Serves a web root with its 404 page, without a word."""

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@pytest.fixture(scope="session")
def serve(dist: Path, hosts: dict[str, str]) -> Iterator[Callable[[str], str]]:
    """The address, on this machine, of a district's site."""
    servers: dict[str, ThreadingHTTPServer] = {}

    def address(slug: str) -> str:
        if slug not in servers:
            handler = functools.partial(_Handler, directory=str(site_of(dist, hosts[slug])))
            servers[slug] = ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[slug].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[slug].server_port}/"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "Chromium is missing: make setup-test installs it"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield chromium
        chromium.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Figures that tests measured (`record_property("angka", …)`), so that they are seen also when all is well."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    for line in [value for report in reports for name, value in report.user_properties if name == "angka"]:
        terminalreporter.write_line(line)
