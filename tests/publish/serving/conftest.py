"""Small sites with their certificates, and nginx, started once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from selebaran.publish.serving.where import Where
from tests.serving_questions import output
from tests.web_servers import Running, running


@pytest.fixture(scope="session")
def served() -> Iterator[Where]:
    """Small sites, in a folder that a server's own user may read."""
    folder = Path(tempfile.mkdtemp(prefix="selebaran-situs-"))
    yield output(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def nginx(served: Where) -> Iterator[Running]:
    with running("nginx", served) as server:
        yield server
