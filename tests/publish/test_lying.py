"""An output looks as it did, or something in it is another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.publish.layout import site_of
from selebaran.publish.lying import is_unchanged, look_at
from tests.publish.small import HOST, publish

FILES = {"index.html": "beranda", "daftar/index.html": "daftar", "daftar/lagi.html": "daftar"}
PATHS = (f"situs/{HOST}", "laporan", "portal")


def later(path: Path) -> None:
    """Let a file's time be another; a clock may be too coarse for a test."""
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))


def write(out: Path) -> None:
    file = site_of(out, HOST) / "daftar" / "lagi.html"
    file.chmod(0o644)
    file.write_text("dafter", "utf-8")
    later(file)


def unlink(out: Path) -> None:
    (site_of(out, HOST) / "daftar" / "lagi.html").unlink()


def add(out: Path) -> None:
    (site_of(out, HOST) / "daftar" / "titipan.html").write_text("", "utf-8")


def another_release(out: Path) -> None:
    publish(out, {**FILES, "index.html": "lain"})


def a_report(out: Path) -> None:
    (out / "laporan").mkdir()


def take_away(out: Path) -> None:
    site_of(out, HOST).unlink()


@pytest.mark.parametrize("change", [write, unlink, add, another_release, a_report, take_away])
def test_every_change_is_seen(change: Callable[[Path], None], tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    look = look_at(str(tmp_path), PATHS)
    assert is_unchanged(str(tmp_path), look)
    change(tmp_path)
    assert not is_unchanged(str(tmp_path), look)


def test_a_content_is_looked_at_once_however_many_names_it_has(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    names = look_at(str(tmp_path), PATHS).names
    assert sum(name.endswith(".html") for name in names) == len(set(FILES.values()))


def test_another_web_root_is_nothing_to_this_one(tmp_path: Path) -> None:
    publish(tmp_path, FILES)
    look = look_at(str(tmp_path), PATHS)
    publish(tmp_path, {"index.html": "milik yang lain"}, "lain.example")
    assert is_unchanged(str(tmp_path), look)
