"""Whether there is room enough is asked before the build, and told with both numbers."""

from __future__ import annotations

import dataclasses
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan
from selebaran.publish.room import SHARED_BYTES, SHEETS_BYTES, SITE_BYTES, room_needed
from tests.conftest import DAY, ROOT, SHORT, run_here
from tests.publish.small import publish

Usage = namedtuple("Usage", "total used free")


def test_what_was_built_before_tells_how_much_it_takes(registry: Registry, tmp_path: Path) -> None:
    plan = Plan(ROOT, tmp_path, (SHORT,), DAY)
    assert room_needed(plan, registry) == SHARED_BYTES + SITE_BYTES + SHEETS_BYTES
    files = {"index.html": "x" * 1000, "unduh/poster.pdf": "x" * 300}
    publish(tmp_path, files, registry.districts[SHORT].host)
    only = {part: room_needed(dataclasses.replace(plan, only=part), registry) for part in ("site", "print", None)}
    assert only == {"site": SHARED_BYTES + 1000, "print": SHARED_BYTES + 300, None: SHARED_BYTES + 1300}


def test_a_disk_with_less_room_ends_the_build_before_it_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10**9, 10**9, 7_200_000))
    done = run_here(SHORT, "--only", "site", "--out", str(tmp_path))
    assert done.returncode == 3
    assert done.stderr == (
        f"tidak cukup ruang di '{tmp_path}': perlu kira-kira 21 MB, ada 7 MB\n"
        "  saran: kosongkan ruang di sana, atau pilih tempat lain (pilihan --out)\n"
    )
    assert not (tmp_path / "situs").exists()
