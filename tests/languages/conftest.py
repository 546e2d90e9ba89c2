"""One published site with translations, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.model.edition import Edition
from tests.languages.kit import built, compose, make


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("bahasa"))


@pytest.fixture(scope="session")
def edition(project: Path) -> Edition:
    return compose(project)


@pytest.fixture(scope="session")
def site(project: Path, edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(project, edition, tmp_path_factory.mktemp("situs") / "akar")
