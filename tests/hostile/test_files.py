"""What may lie in a district's folder: plain files of known names and sizes, opened without following or waiting."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from selebaran.cli.excerpt import excerpt
from selebaran.model.problem import Place
from selebaran.read import walk as walking
from selebaran.read.own_text import LARGEST_HEAD
from selebaran.read.project import read_project
from selebaran.read.text import MAX_BYTES, read_raw
from selebaran.read.walk import MOST, walk
from tests.compose.page.own.kit import project_at
from tests.hostile.spoilt import AT, COPY, PAGE, codes, odd, put, read, told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project_at(tmp_path)


@pytest.fixture
def folder(root: Path) -> Path:
    return root / AT


# ---- links and what never ends


PLACES = ["daerah.yml", "jadwal.yml", "layanan.yml", "halaman/posko.md", "halaman/kabar/posko.md", "gambar/posko.png"]
PLACES += ["timpaan/daftar/syarat.md", "timpaan/daftar/syarat.dasar.md", "catatan.txt"]


def spoil(folder: Path, make: Callable[[Path], object]) -> None:
    """Put something odd in the place of every kind of file."""
    for name in PLACES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        make(path)


@pytest.mark.parametrize("target", ["/etc/passwd", "../kab-sehat/daerah.yml", "/dev/zero", "tidak-ada", "posko.md"])
def test_a_symlink_is_refused_and_never_followed(target: str, root: Path, folder: Path) -> None:
    spoil(folder, lambda path: path.symlink_to(target))
    assert told(root) == [odd(name, "symlink") for name in sorted(PLACES)]


@pytest.mark.parametrize("name", ["gambar", "halaman", "timpaan", "halaman/kabar", "timpaan/daftar"])
def test_a_folder_that_is_a_symlink_is_refused_and_never_entered(name: str, root: Path, folder: Path) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(root / "districts" / "kab-sehat", target_is_directory=True)
    assert told(root) == [odd(name, "symlink")]


def test_a_districts_folder_itself_may_not_be_a_symlink(root: Path, folder: Path) -> None:
    folder.rename(root / "elsewhere")
    folder.symlink_to(root / "elsewhere", target_is_directory=True)
    expected = f"{AT}: error[berkas-bukan-biasa]: 'kab-uji' bukan berkas atau folder biasa (symlink)\n  saran: {COPY}"
    assert told(root) == [expected]
    assert [p.code for p in read_project(root).district_problems["kab-uji"]] == ["berkas-bukan-biasa"]
    assert "kab-sehat" in read_project(root).districts


def test_a_provinces_folder_may_not_be_a_symlink(root: Path) -> None:
    provinces = root / "districts" / "_provinsi"
    provinces.mkdir()
    (provinces / "provinsi-uji").symlink_to("/etc", target_is_directory=True)
    assert [(p.code, p.place.file) for p in read(root)] == [
        ("berkas-bukan-biasa", "districts/_provinsi/provinsi-uji"),
    ]


def test_a_ledger_may_not_be_a_symlink(root: Path) -> None:
    ledgers = root / "districts" / "_edisi"
    ledgers.mkdir()
    (ledgers / "kab-uji.yml").symlink_to("/dev/zero")
    assert [(p.code, p.place.file) for p in read(root)] == [("berkas-bukan-biasa", "districts/_edisi/kab-uji.yml")]


def test_a_hardlink_is_refused(root: Path, folder: Path) -> None:
    secret = root / "rahasia.yml"
    secret.write_text(PAGE, "utf-8")
    spoil(folder, lambda path: path.hardlink_to(secret))
    assert told(root) == [odd(name, "hard link") for name in sorted(PLACES)]


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # its whole path is too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("name", ["zero", "null", "tty"])
def test_a_device_is_refused_and_never_read(name: str) -> None:
    """Only root may make one; so the system's own stand for it."""
    place = Place("districts/kab-uji/daerah.yml")
    raw, problems = walking.read_plain(Path("/dev"), name, place)
    assert raw is None
    assert [(p.code, dict(p.values)["jenis"]) for p in problems] == [("berkas-bukan-biasa", "device")]


@pytest.mark.parametrize(("kind", "make"), [("FIFO", os.mkfifo), ("socket", _socket)])
def test_what_never_ends_is_refused_without_waiting(
    kind: str, make: Callable[[Path], None], root: Path, folder: Path
) -> None:
    spoil(folder, make)
    assert told(root) == [odd(name, kind) for name in sorted(PLACES)]
    assert [excerpt(root, Place(f"{AT}/{name}", 1), 80) for name in PLACES] == [None] * len(PLACES)


@pytest.mark.parametrize("make", ["symlink", "FIFO", "folder", "gone", "hard link", "parent"])
def test_a_file_that_is_exchanged_after_the_look_is_not_read(make: str, root: Path, folder: Path) -> None:
    path = put(folder, "halaman/posko.md")
    secret = put(root, "rahasia/posko.md", "RAHASIA")
    tree, problems = walk(root / "districts", "kab-uji", AT, ("halaman",))
    assert tree is not None
    assert problems == []
    if make == "parent":
        path.parent.rename(folder / "dulu")
        path.parent.symlink_to(secret.parent, target_is_directory=True)
    else:
        path.unlink()
        makers: dict[str, Callable[[], object]] = {
            "symlink": lambda: path.symlink_to(secret),
            "FIFO": lambda: os.mkfifo(path),
            "folder": path.mkdir,
            "gone": lambda: None,
            "hard link": lambda: path.hardlink_to(secret),
        }
        makers[make]()
    raw, problems = tree.read("halaman/posko.md")
    assert raw is None
    assert [p.place.file for p in problems] == [f"{AT}/halaman/posko.md"] * (make != "gone")


def test_a_file_that_is_exchanged_between_look_and_opening_is_not_read(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, _ = walk(root / "districts", "kab-uji", AT, ())
    assert tree is not None
    monkeypatch.setattr(walking, "oddity", lambda _: "")  # as if the look had found a plain file
    (folder / "jadwal.yml").unlink()
    (folder / "jadwal.yml").symlink_to("daerah.yml")
    raw, problems = tree.read("jadwal.yml")
    assert (raw, [(p.code, dict(p.values)["sebab"]) for p in problems]) == (
        None,
        [("berkas-tidak-dapat-dibuka", "ELOOP")],
    )


def test_shared_files_are_not_waited_for(root: Path) -> None:
    path = root / "content" / "fifo.md"
    os.mkfifo(path)
    with pytest.raises(OSError, match="fifo"):
        read_raw(path)
    assert read_project(root).shared_problems


# ---- files, folders, permissions, numbers and sizes


@pytest.mark.parametrize("name", ["daerah.yml", "jadwal.yml", "gambar/foto.png"])
def test_a_folder_where_a_file_should_be(name: str, root: Path, folder: Path) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir(parents=True)
    short = name.rpartition("/")[2]
    assert told(root) == [
        f"{AT}/{name}: error[berkas-berupa-folder]: '{short}' adalah folder, seharusnya berkas\n"
        "  saran: hapus foldernya; taruh berkasnya langsung di sini"
    ]


@pytest.mark.parametrize("name", ["gambar", "halaman", "timpaan", ""])
def test_a_file_where_a_folder_should_be(name: str, root: Path, folder: Path) -> None:
    if not name:
        folder.rename(root / "elsewhere")
    (folder / name).write_text("x", "utf-8")
    short = name or "kab-uji"
    assert told(root) == [
        f"{f'{AT}/{name}'.rstrip('/')}: error[folder-berupa-berkas]: '{short}' adalah berkas, seharusnya folder\n"
        f"  saran: hapus berkasnya, lalu buat folder '{short}'"
    ]


@pytest.mark.parametrize("name", ["kab-uji", "daerah.yml", "jadwal.yml", "halaman", "posko.md"])
def test_what_may_not_be_read_is_told(name: str, root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "halaman/posko.md")
    allowed = os.open

    def guarded(path: str, flags: int, *arguments: int, dir_fd: int | None = None) -> int:
        if path == name:
            raise PermissionError(13, "Permission denied")
        return allowed(path, flags, *arguments, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", guarded)
    (found,) = told(root)
    assert (
        f"{name}: error[berkas-tidak-dapat-dibuka]: '{name}' tidak dapat dibuka (EACCES)\n  saran: beri izin" in found
    )


@pytest.mark.parametrize("where", ["", "halaman", "timpaan", "gambar"])
def test_folders_within_folders_are_not_entered(where: str, root: Path, folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    try:
        for name in [*([where] if where else []), *["a"] * (1000 if where == "halaman" else 9)]:
            os.mkdir(name, dir_fd=here)
            inner = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
    finally:
        os.close(here)
    expected = {
        "": [("berkas-tidak-dikenal", "a")],
        "gambar": [("berkas-berupa-folder", "gambar/a"), ("berkas-berupa-folder", "gambar/a/a")],
    }
    deep = f"{where}/a/a"
    assert codes(root) == expected.get(where, [("nama-halaman-tidak-sah", deep)])
    subprocess.run(["rm", "-r", str(folder / where / "a")], check=True)  # too deep for pytest


@pytest.mark.parametrize("where", ["", "halaman", "gambar", "timpaan/daftar"])
def test_a_folder_with_too_many_files_is_not_read_to_its_end(where: str, root: Path, folder: Path) -> None:
    (folder / where).mkdir(parents=True, exist_ok=True)
    for number in range(MOST + 1):
        (folder / where / f"~{number}~").touch()
    expected = f"{AT}: error[berkas-terlalu-banyak]: folder ini memuat lebih dari 1000 berkas dan folder"
    assert f"{expected}\n  saran: hapus yang tidak dipakai" in told(root)


def test_too_many_overrides(root: Path, folder: Path) -> None:
    for number in range(101):
        put(folder, f"timpaan/daftar/bagian-{number}.md")
    assert codes(root) == [("halaman-terlalu-banyak", "timpaan")]


@pytest.mark.parametrize("name", ["daerah.yml", "jadwal.yml"])
def test_a_yaml_file_has_a_largest_size(name: str, root: Path, folder: Path) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    full = (text + ("# " + "x" * 997 + "\n") * 300)[: MAX_BYTES - 1]
    path.write_text(f"{full}\n", "utf-8")
    assert read(root) == []
    path.write_text(f"{full}x\n", "utf-8")
    assert told(root) == [
        f"{AT}/{name}: error[berkas-terlalu-besar]: berkas lebih besar dari 256 KB\n  saran: pecah atau ringkas isinya"
    ]


def test_a_huge_file_is_not_taken_into_memory(root: Path, folder: Path) -> None:
    os.truncate(folder / "jadwal.yml", 1 << 40)
    assert codes(root) == [("berkas-terlalu-besar", "jadwal.yml")]


def test_the_head_of_a_page_has_a_largest_size(root: Path, folder: Path) -> None:
    put(folder, "halaman/posko.md", PAGE.replace("---\nP", f"# {'x' * LARGEST_HEAD}\n---\nP"))
    assert told(root) == [
        f"{AT}/halaman/posko.md:1: error[kepala-terlalu-panjang]: kepala halaman ini lebih besar dari 8 KB\n"
        "  saran: pindahkan naskahnya ke bawah baris '---' yang kedua"
    ]
