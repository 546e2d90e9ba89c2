"""One published site with translations, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.model.edition import Edition
from tests.compose.page.languages.kit import built, compose, make
from tests.once import Once


@pytest.fixture(scope="session")
def project(once: Once) -> Path:
    return once("bahasa", make)


@pytest.fixture(scope="session")
def edition(project: Path) -> Edition:
    return compose(project)


@pytest.fixture(scope="session")
def site(project: Path, edition: Edition, once: Once) -> Path:
    return once("situs-bahasa", lambda folder: built(project, edition, folder / "akar"))
