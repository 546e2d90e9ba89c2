"""Files that go into the store while a release is being made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from selebaran.publish.layout import blob_of
from selebaran.publish.store import Stock

ONE, OTHER = b"satu", b"dua"


def _keep(stock: Stock, out: Path, name: str, content: bytes) -> Path:
    """A file of a release, and its name in the store."""
    fresh = out / "baru"
    fresh.mkdir(exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()
    stock.keep(fresh, name, content, digest)
    assert (fresh / name).read_bytes() == content
    assert blob_of(out, digest).read_bytes() == content
    assert blob_of(out, digest).stat().st_ino == (fresh / name).stat().st_ino
    return blob_of(out, digest)


def test_what_is_there_gets_a_further_name_and_is_told_as_older(tmp_path: Path) -> None:
    lies = _keep(Stock(tmp_path), tmp_path, "a.html", ONE).stat().st_ino
    stock = Stock(tmp_path)
    assert _keep(stock, tmp_path, "b.html", ONE).stat().st_ino == lies
    _keep(stock, tmp_path, "c.html", OTHER)
    manifest, older = stock.taken_in()
    assert older == {hashlib.sha256(ONE).hexdigest()}
    assert set(manifest.files) == {"b.html", "c.html"}


def test_what_is_damaged_or_came_since_the_store_was_looked_at_gives_way(tmp_path: Path) -> None:
    blob = _keep(Stock(tmp_path), tmp_path, "a.html", ONE)
    blob.chmod(0o644)
    blob.write_bytes(b"satv")
    _keep(Stock(tmp_path), tmp_path, "b.html", ONE)
    stock = Stock(tmp_path)
    digest = hashlib.sha256(OTHER).hexdigest()
    blob_of(tmp_path, digest).parent.mkdir(exist_ok=True)
    assert not stock._is_lying(digest)
    blob_of(tmp_path, digest).write_bytes(OTHER)
    _keep(stock, tmp_path, "c.html", OTHER)
    assert not list((tmp_path / ".rilis/.sementara").iterdir())
