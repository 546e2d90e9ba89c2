"""Hostile folders: links, pipes, names that mean something to a server or to another system, and addresses."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

from tests.hostile.cases.case import Case, files
from tests.hostile.folder import DISTRICT, own_page, picture
from tests.hostile.kit import Folder

ELSEWHERE = "../kab-sehat/daerah.yml"


def linked(name: str, target: str) -> object:
    """Put a symbolic link in the place of a file."""

    def spoil(folder: Folder) -> None:
        path = folder.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        path.symlink_to(target)

    return spoil


def link(name: str, at: str, target: str, code: str = "berkas-bukan-biasa") -> Case:
    """A symbolic link at this place."""
    return Case(f"tautan-{name}", "bukan-berkas", linked(at, target), code, at)  # type: ignore[arg-type]


def elsewhere(folder: Folder, content: bytes) -> Path:
    """A file outside the project."""
    path = folder.root.parent / "rahasia"
    path.write_bytes(content)
    return path


def hard(folder: Folder) -> None:
    """A second name of a file that is not the district's."""
    os.link(elsewhere(folder, own_page("RAHASIA").encode()), folder.path / "halaman" / "lain.md")


def hard_picture(folder: Folder) -> None:
    """A second name of a picture that is not the district's, in the place of one that is listed."""
    (folder.path / "gambar" / "foto.png").unlink()
    os.link(elsewhere(folder, picture()), folder.path / "gambar" / "foto.png")


def pipe(name: str) -> object:
    """A named pipe, at which a reader waits for ever."""

    def spoil(folder: Folder) -> None:
        (folder.path / name).unlink(missing_ok=True)
        os.mkfifo(folder.path / name)

    return spoil


def listening(folder: Folder) -> None:
    """A socket. Its path is given from within the folder: addresses of sockets are short."""
    before = Path.cwd()
    os.chdir(folder.path)
    with socket.socket(socket.AF_UNIX) as found:
        found.bind("soket.yml")
    os.chdir(before)


def whole(folder: Folder) -> None:
    """The whole folder is a link to a neighbour."""
    shutil.rmtree(folder.path)
    folder.path.symlink_to("kab-sehat")


def a_file(folder: Folder) -> None:
    """The folder is a file."""
    shutil.rmtree(folder.path)
    folder.path.write_text(DISTRICT, "utf-8")


def gone(folder: Folder) -> None:
    """There is no folder."""
    shutil.rmtree(folder.path)


def deep(folder: Folder) -> None:
    """Folders within folders."""
    (folder.path / "/".join(["halaman", *["a"] * 300])).mkdir(parents=True)


def locked(folder: Folder) -> None:
    """A folder in the place of a file."""
    (folder.path / "jadwal.yml").unlink()
    (folder.path / "jadwal.yml").mkdir()


UNNAMED = "nama-halaman-tidak-sah"
HEAD = "---\njudul: a\nringkas: b\n{}\n---\na\n"
UNKNOWN = (
    *("_redirects", "_headers", "CNAME", "sw.js", "setup.exe", "index.html", "robots.txt", "sitemap.xml", "mkdocs.yml"),
    *(
        "main.html",
        "templates",
        "piece.html",
        "daerah.yaml",
        "DAERAH.YML",
        "a.php",
        "Makefile",
        "hooks.py",
    ),
)
PICTURES = ("x.svg", "x.html", "x.js", "x.gif", "x.pdf", "x.png.exe", "x.htm", "x.tiff")
NEAR = ("X.PNG", "a b.png")
"""Names whose meaning is plain, of pictures that nobody listed: a warning, and they go nowhere."""
TEXTS = (
    *("main.html", "x.txt", "Besar.md", "a b.md", "é.md", "a_b.md", "-a.md", "x.md.exe", "%2e%2e.md"),
    *("a/b/c.md", "con\nbaris.md", "esc\x1b[31m.md", "<script>.md", "'.md", "{{x}}.md", "sitemap.xml", "robots.txt"),
)
HIDDEN = {
    ".htaccess": "berkas-tidak-dikenal",
    ".well-known/security.txt": "berkas-tidak-dikenal",
    ".git/config": "",
    ".env": "berkas-tidak-dikenal",
    "halaman/.x.md": "nama-halaman-tidak-sah",
    "gambar/.x.png": "nama-gambar-tidak-sah",
}
RESERVED = (
    *("404", "index", "beranda", "unduh", "assets/x", "gambar/x", "search/x", "e/x", "laporan/x", "istilah", "offline"),
    *("daftar", "tentang", "ikut", "templates/x", "a/index", "jv/daftar"),
)


def placed() -> list[Case]:
    """What is no plain file."""
    return [
        link("berkas", "jadwal.yml", ELSEWHERE),
        link("sistem", "halaman/x.md", "/etc/passwd"),
        link("tetangga", "halaman/x.md", "../../kab-subur/halaman/posko.md"),
        link("gambar", "gambar/foto.png", "../../kab-subur/gambar/sawah.png"),
        link("folder", "gambar", "../kab-subur/gambar", "berkas-bukan-biasa|gambar-hilang"),
        link("halaman", "halaman", "../kab-subur/halaman"),
        link("lingkaran", "halaman/lagi", "."),
        link("akar", "halaman/akar", "/"),
        link("putus", "gambar/foto.png", "tidak-ada"),
        link("nol", "gambar/foto.png", "/dev/zero"),
        link("acak", "layanan.yml", "/dev/urandom"),
        link("lingkungan", "halaman/x.md", "/proc/self/environ"),
        link("diri", "daerah.yml", "daerah.yml"),
        link("dasar", "timpaan/ikut/besar.dasar.md", "../../../kab-sehat/daerah.yml"),
        Case("tautan-daerah", "bukan-berkas", whole, "berkas-bukan-biasa", ""),
        Case("tautan-keras", "bukan-berkas", hard, "berkas-bukan-biasa", "halaman/lain.md"),
        Case("keras-gambar", "bukan-berkas", hard_picture, "berkas-bukan-biasa", "gambar/foto.png"),
        Case("pipa-yaml", "bukan-berkas", pipe("layanan.yml"), "berkas-bukan-biasa", "layanan.yml"),  # type: ignore[arg-type]
        Case("pipa-md", "bukan-berkas", pipe("halaman/x.md"), "berkas-bukan-biasa", "halaman/x.md"),  # type: ignore[arg-type]
        Case("pipa-gambar", "bukan-berkas", pipe("gambar/foto.png"), "berkas-bukan-biasa", "gambar/foto.png"),  # type: ignore[arg-type]
        Case("soket", "bukan-berkas", listening, "berkas-bukan-biasa", "soket.yml"),
        Case("folder-berkas", "bukan-berkas", locked, "berkas-berupa-folder", "jadwal.yml"),
        Case("daerah-berkas", "bukan-berkas", a_file, "folder-berupa-berkas", ""),
        Case("tanpa-folder", "bukan-berkas", gone, "daerah-tanpa-folder", ""),
        Case("folder-dalam", "bukan-berkas", deep, "nama-halaman-tidak-sah", "halaman/a/a"),
    ]


def named() -> list[Case]:
    """Names that a server, a browser or a builder would understand."""
    found = [files(f"nama-{name}", "jenis", {name: "jahat"}, "berkas-tidak-dikenal", name) for name in UNKNOWN]
    found += [
        files(f"gambar-{name}", "jenis", {f"gambar/{name}": "jahat"}, "nama-gambar-tidak-sah", f"gambar/{name}")
        for name in PICTURES
    ]
    found += [
        files(f"gambar-{name}", "jenis", {f"gambar/{name}": "jahat-mirip"}, absent=("jahat-mirip", name))
        for name in NEAR
    ]
    found.append(files("nama-catatan.docx", "jenis", {"catatan.docx": "jahat"}, "berkas-untuk-intake", "catatan.docx"))
    found += [
        files(f"teks-{name!r}", "jenis", {f"halaman/{name}": own_page("a")}, "nama-halaman-tidak-sah", "halaman/")
        for name in TEXTS
    ]
    found += [
        files(f"titik-{name}", "jenis", {name: "jahat-tersembunyi"}, code, absent=("jahat-tersembunyi",))
        for name, code in HIDDEN.items()
    ]
    found += [
        files(
            f"alamat-{name}", "tabrakan", {f"halaman/{name}.md": own_page("a")}, "alamat-dipakai", f"halaman/{name}.md"
        )
        for name in RESERVED
    ]
    return found


COLLIDING: dict[str, tuple[str, dict[str, str | bytes], str, str]] = {
    "kabar-index": ("tabrakan", {"kabar/index.md": own_page("a")}, "kabar-tanpa-tanggal", "kabar/index.md:1"),
    "dua-titik": ("tabrakan", {"a..md": own_page("a")}, "bahasa-tidak-dikenal", "a..md"),
    "dua-akhiran": ("tabrakan", {"a.b.md": own_page("a")}, "bahasa-tidak-dikenal", "a.b.md"),
    "b-dan-b-index": ("tabrakan", dict.fromkeys(("b.md", "b/index.md"), own_page("a")), "alamat-dipakai", "b/index.md"),
    "besar-kecil": ("tabrakan", {"POSKO.md": own_page("b")}, UNNAMED, "POSKO.md"),
    "nfc-nfd": ("tabrakan", dict.fromkeys(("\u00e9.md", "e\u0301.md"), own_page("a")), UNNAMED, ""),
    "nama-panjang": ("tabrakan", {f"{'a' * 250}.md": own_page("a")}, UNNAMED, "aaa"),
    "bayang-templat": ("bayangan", {"main.html": "{{ 1/0 }}"}, UNNAMED, "main.html"),
    "kepala-templat": ("bayangan", {"x.md": HEAD.format("templat: beranda")}, "kunci-tidak-dikenal", "x.md:4"),
    "kepala-template": ("bayangan", {"x.md": HEAD.format("template: main.html")}, "kunci-tidak-dikenal", "x.md:4"),
}
"""In halaman/: names that are two for one address, and those that mean something to a builder."""
SHADOWS = {
    "partials": "templates/partials/nav.html",
    "print": "print/lembar.html",
    "lembar": "printables/kecil/piece.html",
    "konten": "content/daftar.md",
    "fakta": "fakta.yml",
}


def colliding() -> list[Case]:
    """Names that are two for one address, and those of shared files."""
    found = [
        files(name, row, {f"halaman/{path}": text for path, text in content.items()}, code, f"halaman/{at}")
        for name, (row, content, code, at) in COLLIDING.items()
    ]
    for name, path in SHADOWS.items():
        found.append(files(f"bayang-{name}", "bayangan", {path: "x"}, "berkas-tidak-dikenal", path.split("/")[0]))
    return found


CASES = [*placed(), *named(), *colliding()]
