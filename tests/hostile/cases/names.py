"""Hostile folders: links, pipes, names that mean something to a server or to another system, and addresses."""

from __future__ import annotations

import os
import shutil
import socket

from tests.hostile.cases.case import Case, files, in_file, quoted, value
from tests.hostile.folder import DISTRICT, HOST, OVERRIDE, own_page
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


def hard(folder: Folder) -> None:
    """A second name of a neighbour's file."""
    os.link(folder.root / "districts" / "kab-sehat" / "daerah.yml", folder.path / "halaman" / "lain.md")


def hard_picture(folder: Folder) -> None:
    """A second name of a neighbour's picture, in the place of one that is listed."""
    (folder.path / "gambar" / "foto.png").unlink()
    os.link(folder.root / "districts/kab-subur/gambar/sawah.png", folder.path / "gambar" / "foto.png")


def pipe(name: str) -> object:
    """A named pipe, at which a reader waits for ever."""

    def spoil(folder: Folder) -> None:
        (folder.path / name).unlink(missing_ok=True)
        os.mkfifo(folder.path / name)

    return spoil


def listening(folder: Folder) -> None:
    """A socket. Its path is given from within the folder: addresses of sockets are short."""
    before = os.getcwd()
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


UNKNOWN = (
    *("_redirects", "_headers", "CNAME", "sw.js", "setup.exe", "index.html", "robots.txt", "sitemap.xml", "mkdocs.yml"),
    *("main.html", "templates", "piece.html", "daerah.yaml", "DAERAH.YML", "catatan.docx", "a.php", "Makefile", "hooks.py"),
)
PICTURES = ("x.svg", "x.html", "x.js", "x.gif", "x.pdf", "x.png.exe", "X.PNG", "a b.png", "x.htm", "x.tiff")
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
    found += [files(f"gambar-{name}", "jenis", {f"gambar/{name}": "jahat"}, "nama-gambar-tidak-sah", f"gambar/{name}") for name in PICTURES]
    found += [files(f"teks-{name!r}", "jenis", {f"halaman/{name}": own_page("a")}, "nama-halaman-tidak-sah", "halaman/") for name in TEXTS]
    found += [files(f"titik-{name}", "jenis", {name: "jahat-tersembunyi"}, code, absent=("jahat-tersembunyi",)) for name, code in HIDDEN.items()]
    found += [files(f"alamat-{name}", "tabrakan", {f"halaman/{name}.md": own_page("a")}, "alamat-dipakai", f"halaman/{name}.md") for name in RESERVED]
    found += [
        files("kabar-index", "tabrakan", {"halaman/kabar/index.md": own_page("a")}, "kabar-tanpa-tanggal", "halaman/kabar/index.md:1"),
        files("dua-titik", "tabrakan", {"halaman/a..md": own_page("a")}, "bahasa-tidak-dikenal", "halaman/a..md"),
        files("dua-akhiran", "tabrakan", {"halaman/a.b.md": own_page("a")}, "bahasa-tidak-dikenal", "halaman/a.b.md"),
        files("b-dan-b-index", "tabrakan", {"halaman/b.md": own_page("a"), "halaman/b/index.md": own_page("b")}, "alamat-dipakai", "halaman/b/index.md"),
        files("besar-kecil", "tabrakan", {"halaman/posko.md": own_page("a"), "halaman/POSKO.md": own_page("b")}, "nama-halaman-tidak-sah", "halaman/POSKO.md"),
        files("nfc-nfd", "tabrakan", {"halaman/é.md": own_page("a"), "halaman/e\u0301.md": own_page("b")}, "nama-halaman-tidak-sah", "halaman/"),
        files("nama-panjang", "tabrakan", {f"halaman/{'a' * 250}.md": own_page("a")}, "nama-halaman-tidak-sah", "halaman/aaa"),
        files("bayang-templat", "bayangan", {"halaman/main.html": "{{ 1/0 }}"}, "nama-halaman-tidak-sah", "halaman/main.html"),
        files("bayang-partials", "bayangan", {"templates/partials/nav.html": "x"}, "berkas-tidak-dikenal", "templates"),
        files("bayang-print", "bayangan", {"print/lembar.html": "x"}, "berkas-tidak-dikenal", "print"),
        files("bayang-lembar", "bayangan", {"printables/kecil/piece.html": "x"}, "berkas-tidak-dikenal", "printables"),
        files("bayang-konten", "bayangan", {"content/daftar.md": "x"}, "berkas-tidak-dikenal", "content"),
        files("bayang-fakta", "bayangan", {"fakta.yml": "fakta: []"}, "berkas-tidak-dikenal", "fakta.yml"),
        in_file("kepala-templat", "bayangan", "halaman/x.md", "---\njudul: a\nringkas: b\ntemplat: beranda\n---\na\n", "kunci-tidak-dikenal", "halaman/x.md:4"),
        in_file("kepala-template", "bayangan", "halaman/x.md", "---\njudul: a\nringkas: b\ntemplate: main.html\n---\na\n", "kunci-tidak-dikenal", "halaman/x.md:4"),
    ]
    return found


DOMAINS = {
    "naik": ("../x", "domain-tidak-sah"),
    "mutlak": ("/etc", "domain-tidak-sah"),
    "kiril": ("dinkesj\u0430hat.example", "domain-tidak-sah"),
    "lain": ("dinkessehat.example", "domain-tidak-cocok"),
    "asing": ("evil.example", "domain-tidak-cocok"),
    "html": ("a<b>.example", "domain-tidak-sah"),
    "panjang": ("a" * 64 + ".example", "domain-tidak-sah"),
    "sangat-panjang": ("a." * 200 + "example", "teks-terlalu-panjang"),
    "besar": ("DINKESJAHAT.EXAMPLE", "domain-tidak-sah"),
    "punycode": ("xn--dinkesjhat-e5a.example", "domain-tidak-sah"),
    "titik": ("dinkesjahat.example.", "domain-tidak-sah"),
    "porta": ("dinkesjahat.example:443", "domain-tidak-sah"),
    "pengguna": ("a@dinkesjahat.example", "domain-tidak-sah"),
    "baris": ("dinkesjahat.example\nx", "domain-tidak-sah"),
}


def addressed() -> list[Case]:
    """Domains and slugs that are not the district's."""
    found = [
        value(f"domain-{name}", "nama-domain", f"domain: {HOST}", f"domain: {quoted(domain)}", code, "daerah.yml:7")
        for name, (domain, code) in DOMAINS.items()
    ]
    found += [
        value("slug-kunci", "nama-domain", f"domain: {HOST}", f"domain: {HOST}\nslug: ../../..", "kunci-tidak-dikenal", "daerah.yml:8"),
        Case("tidak-terdaftar", "nama-domain", _unlisted, "daerah-tidak-terdaftar", ""),
        value("qr-kunci", "qr", "cetak:\n", "cetak:\n  qr: https://evil.example/\n", "kunci-tidak-dikenal", "daerah.yml:41"),
        value("qr-alamat", "qr", "identitas: pasti", "identitas: pasti\nalamat_situs: https://evil.example/", "kunci-tidak-dikenal", "daerah.yml:9"),
        value("qr-tertulis", "qr", "identitas: pasti", "identitas: pasti\ndomain_tertulis: evil.example", absent=("evil.example",)),
        value("qr-lembar", "qr", "lembar: [kecil]", "lembar: [https://evil.example]", "lembar-tidak-ada|baris-tanpa-lembar", "daerah.yml:41"),
        value("qr-domain", "qr", f"domain: {HOST}", "domain: evil.example", "domain-tidak-cocok", "daerah.yml:7"),
    ]
    return found


def _unlisted(folder: Folder) -> None:
    """A second folder, which the central list doesn't know, takes the neighbour's domain."""
    (folder.root / "districts" / "kab-penyusup").mkdir()
    text = DISTRICT.replace(HOST, "dinkessehat.example")
    (folder.root / "districts" / "kab-penyusup" / "daerah.yml").write_text(text, "utf-8")


def overriding() -> list[Case]:
    """Shared text that is not a district's to replace."""

    def over(target: str, base: str = "-", front: str = OVERRIDE) -> dict[str, str | bytes]:
        return {f"timpaan/{target}.md": front, f"timpaan/{target}.dasar.md": base}

    return [
        files("timpa-terlarang", "timpaan", over("tentang/penerbit"), "timpaan-dilarang", "timpaan/tentang/penerbit.md"),
        files("timpa-halaman", "timpaan", over("tentang"), "timpaan-dilarang", "timpaan/tentang.md"),
        files("timpa-darurat", "timpaan", over("gawat-darurat"), "timpaan-dilarang", "timpaan/gawat-darurat.md"),
        files("timpa-tiada", "timpaan", over("tiada"), "timpaan-halaman-tidak-ada", "timpaan/tiada.md"),
        files("timpa-bagian", "timpaan", over("ikut/tiada"), "timpaan-bagian-tidak-ada", "timpaan/ikut/tiada.md"),
        files("timpa-tanpa-dasar", "timpaan", {"timpaan/ikut/kotak.md": OVERRIDE}, "timpaan-tanpa-dasar", "timpaan/ikut/kotak.md"),
        files("timpa-kosong", "timpaan", over("ikut/kotak", front=""), "kepala-hilang", "timpaan/ikut/kotak.md:1"),
        files("timpa-beranda", "timpaan", over("beranda"), "timpaan-dilarang", "timpaan/beranda.md"),
        files("timpa-naik", "timpaan", over("ikut/..%2f"), "nama-halaman-tidak-sah", "timpaan/"),
        files("halaman-daftar", "timpaan", {"halaman/daftar.md": own_page("palsu")}, "alamat-dipakai", "halaman/daftar.md"),
        files("dasar-besar", "timpaan", over("ikut/kotak", "a\n" * 40_000), "berkas-terlalu-besar", "timpaan/ikut/kotak.dasar.md"),
    ]


CASES = [*placed(), *named(), *addressed(), *overriding()]
