from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from selebaran.read.starter import starter
from tests.conftest import with_fonts

DAY = date(2026, 11, 28)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small campaign with one district, such as `selebaran init` begins."""
    root = tmp_path / "kampanye"
    for name, text in starter("Cuci Tangan", DAY).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return with_fonts(root)
