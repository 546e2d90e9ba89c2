"""What an editor does to files is told, once and when it is done."""

from __future__ import annotations

from pathlib import Path
from queue import Queue

import pytest

from selebaran.serve.watch import watching
from tests.patience import LONG_SECONDS

Told = Queue[frozenset[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content", "districts/kab-a"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "content/iuran.md").write_text("a", "utf-8")
    return tmp_path.resolve()


def seen(told: Told, *paths: str) -> None:
    """Wait until all of these were told."""
    missing = set(paths)
    while missing:
        missing -= told.get(timeout=LONG_SECONDS)


def test_a_file_that_is_written_renamed_or_removed_is_told(root: Path) -> None:
    told: Told = Queue()
    with watching(root, told.put):
        (root / "content/iuran.md").write_text("b", "utf-8")
        seen(told, "content/iuran.md")
        (root / "districts/kab-a/baru.yml").write_bytes(b"a: b\r\n")
        seen(told, "districts/kab-a/baru.yml")
        (root / "districts/kab-a").rename(root / "districts/kab-b")
        seen(told, "districts/kab-a", "districts/kab-b")
        (root / "content/iuran.md").unlink()
        seen(told, "content/iuran.md")


def test_to_read_a_file_is_no_change(root: Path) -> None:
    told: Told = Queue()
    with watching(root, told.put):
        (root / "content/iuran.md").read_bytes()
        (root / "content/lain.md").write_text("b", "utf-8")
        assert "content/iuran.md" not in told.get(timeout=LONG_SECONDS)
