"""Every way in which what is stored can be damaged, each at a place that a number chooses."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from selebaran.publish.layout import BLOBS, SITES, store_of
from selebaran.publish.releases import current
from tests.publish.small import HOST, publish

OTHER = "dinkeslain.example"
Damage = Callable[[Path, int], Path]
"""Damages an output, and says where."""


def stored(out: Path) -> None:
    """Two sites and a portal, with three releases each."""
    for number in range(3):
        for host in (HOST, OTHER, "portal"):
            pages = {f"{page}/index.html": f"{host} {page} nomor {number}" for page in ("a", "b/c", "d")}
            publish(out, {"index.html": f"{host} nomor {number}", "gaya.css": "sama bagi semua", **pages}, host)


def _pick(found: Sequence[Path], number: int) -> Path:
    return sorted(found)[number % len(found)]


def _blob(out: Path, number: int) -> Path:
    return _pick([path for path in (store_of(out) / BLOBS).rglob("*") if path.is_file()], number)


def _tree(out: Path, number: int) -> Path:
    return _pick([path for path in store_of(out).glob("*/*") if path.is_dir() and ".gudang" not in path.parts], number)


def _file(out: Path, number: int) -> Path:
    return _pick([path for path in _tree(out, number).rglob("*") if path.is_file()], number // 9)


def _manifest(out: Path, number: int) -> Path:
    return _pick([path for path in store_of(out).glob("*/*.json") if path.name != "catatan.json"], number)


def _record(out: Path, number: int) -> Path:
    return _pick(list(store_of(out).glob("*/catatan.json")), number)


def _root(out: Path, number: int) -> Path:
    return _pick([*(out / SITES).iterdir(), out / "portal"], number)


def _lose(path: Path) -> Path:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    return path


def _cut(path: Path) -> Path:
    content = path.read_bytes()
    _lose(path).write_bytes(content[:-1])
    return path


def _change(path: Path, number: int) -> Path:
    content = bytearray(path.read_bytes())
    content[number % len(content)] ^= 1 << number % 8
    _lose(path).write_bytes(content)
    return path


def _change_in_place(path: Path, number: int) -> Path:
    """Through one of its names, so that each of them has the other content."""
    content = bytearray(path.read_bytes())
    content[number % len(content)] ^= 1 << number % 8
    path.chmod(0o644)
    path.write_bytes(content)
    return path


def _add(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("tamu", "utf-8")
    return path


def _linked(path: Path, target: str) -> Path:
    _lose(path).symlink_to(target)
    return path


def _copied(path: Path) -> Path:
    """The same content, but no longer the store's file."""
    content = path.read_bytes()
    _lose(path).write_bytes(content)
    return path


def _other_file(path: Path, out: Path, number: int) -> Path:
    """A name for another file of the store."""
    size = path.stat()
    others = [p for p in (store_of(out) / BLOBS).rglob("*") if p.is_file() and p.stat().st_ino != size.st_ino]
    _lose(path)
    os.link(_pick(others, number), path)
    return path


def _to_another_site(root: Path, out: Path) -> Path:
    other = OTHER if root.name != OTHER else HOST
    there = store_of(out) / other / str(current(out, other))
    return _linked(root, os.path.relpath(there, root.parent))


def _folder_instead(root: Path) -> Path:
    content = {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    _lose(root).mkdir()
    for path, data in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def _empty_folder(path: Path) -> Path:
    path.mkdir()
    return path


DAMAGES: dict[str, Damage] = {
    "a file of the store is lost": lambda out, n: _lose(_blob(out, n)),
    "a file of the store is cut": lambda out, n: _cut(_blob(out, n)),
    "a bit of a file of the store is another": lambda out, n: _change(_blob(out, n), n),
    "a bit changes in all names of a file": lambda out, n: _change_in_place(_blob(out, n), n),
    "a file of the store is a link": lambda out, n: _linked(_blob(out, n), "/etc/hostname"),
    "a stranger in the store": lambda out, n: _add(store_of(out) / BLOBS / f"{n % 256:02x}" / f"tamu-{n}"),
    "a stranger beside the store's folders": lambda out, n: _add(store_of(out) / BLOBS / f"tamu-{n}"),
    "a file of a release is lost": lambda out, n: _lose(_file(out, n)),
    "a file of a release is cut": lambda out, n: _cut(_file(out, n)),
    "a bit of a file of a release is another": lambda out, n: _change(_file(out, n), n),
    "a file of a release is another one": lambda out, n: _other_file(_file(out, n), out, n),
    "a file of a release is a copy": lambda out, n: _copied(_file(out, n)),
    "a file of a release is a link": lambda out, n: _linked(_file(out, n), "/etc/hostname"),
    "a stranger in a release": lambda out, n: _add(_tree(out, n) / "a" / f"tamu-{n}.html"),
    "a strange folder in a release": lambda out, n: _empty_folder(_tree(out, n) / f"tamu-{n}"),
    "a release is lost": lambda out, n: _lose(_tree(out, n)),
    "a release is a link": lambda out, n: _linked(_tree(out, n), "/etc"),
    "a manifest is lost": lambda out, n: _lose(_manifest(out, n)),
    "a manifest is cut": lambda out, n: _cut(_manifest(out, n)),
    "a bit of a manifest is another": lambda out, n: _change(_manifest(out, n), n),
    "a manifest is that of another release": lambda out, n: _swapped(out, n),
    "a record is cut": lambda out, n: _cut_record(out, n),
    "a stranger beside the releases": lambda out, n: _add(_tree(out, n).parent / f"tamu-{n}.txt"),
    "a site is lost": lambda out, n: _lose(_root(out, n)),
    "a link leads nowhere": lambda out, n: _linked(_root(out, n), "tidak-ada"),
    "a link leads out": lambda out, n: _linked(_root(out, n), "/etc"),
    "a link leads to another site": lambda out, n: _to_another_site(_root(out, n), out),
    "a folder is in the place of a link": lambda out, n: _folder_instead(_root(out, n)),
    "a stranger among the sites": lambda out, n: _add(out / SITES / f"tamu-{n}"),
}


def _swapped(out: Path, number: int) -> Path:
    path = _manifest(out, number)
    other = _pick([p for p in path.parent.glob("*.json") if p.name not in (path.name, "catatan.json")], number)
    path.write_bytes(other.read_bytes())
    return path


def _cut_record(out: Path, number: int) -> Path:
    path = _record(out, number)
    content = path.read_bytes().rstrip()
    path.write_bytes(content[: number % len(content)])
    return path


def damaged(out: Path, kind: str, number: int) -> Path:
    """Damage an output in one place; where that is."""
    return DAMAGES[kind](out, number)
