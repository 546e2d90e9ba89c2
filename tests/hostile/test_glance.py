"""The quick look of `selebaran list` meets the same files as the reader; none of them stops the list."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from selebaran.read.glance import glance, listed_slugs
from selebaran.read.text import MAX_BYTES

NAMES = b"nama: Kabupaten Uji\nprovinsi: Provinsi Uji\n"
BOMB = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n, n, n - 1, n - 1) for n in range(98, 122))
UNREADABLE = {
    "kosong": b"",
    "bukan teks": bytes(range(256)),
    "utf-16": "nama: Uji".encode("utf-16"),
    "dalam": b"nama: " + b"[" * 200_000,
    "dalam, berkunci": b"".join(b" " * n + b"a:\n" for n in range(600)),
    "besar": NAMES + b"#" * MAX_BYTES,
    "tanda": b"nama: !!python/object/apply:os.system [x]\nprovinsi: x\n",
    "daftar": b"- nama\n- provinsi\n",
    "kunci daftar": b"? [nama]\n: x\n",
    "angka besar": b'nama: "\\UFFFFFFFF"\n',
    "dua dokumen": NAMES + b"---\nnama: x\n",
}


def put(root: Path, raw: bytes) -> Path:
    path = root / "districts" / "kab-uji" / "daerah.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_says_nothing_is_no_district(name: str, tmp_path: Path) -> None:
    put(tmp_path, UNREADABLE[name])
    assert glance(tmp_path, "kab-uji", {}) is None


def test_an_alias_bomb_is_not_set_off(tmp_path: Path) -> None:
    put(tmp_path, NAMES + BOMB)
    seen = glance(tmp_path, "kab-uji", {})
    assert seen is not None
    assert (seen.name, seen.may_be_published) == ("Kabupaten Uji", False)


def test_nothing_but_plain_files_of_the_folder_is_opened(tmp_path: Path) -> None:
    path = put(tmp_path, b"")
    outside = tmp_path / "rahasia.yml"
    outside.write_bytes(NAMES)
    path.unlink()
    path.symlink_to(outside)
    assert glance(tmp_path, "kab-uji", {}) is None
    path.unlink()
    os.mkfifo(path)
    assert glance(tmp_path, "kab-uji", {}) is None


@pytest.mark.parametrize("slug", ["../lain", "/etc", "a/b", ".", "", "Kab-Uji"])
def test_a_slug_that_is_a_way_elsewhere_is_not_listed(slug: str, tmp_path: Path) -> None:
    put(tmp_path, NAMES)
    (tmp_path / "districts" / "_daftar.yml").write_text(f"daerah:\n  - slug: '{slug}'\n  - slug: kab-uji\n", "utf-8")
    assert listed_slugs(tmp_path) == ("kab-uji",)
