"""Hostile words that reach a message, and folders that come in numbers."""

from __future__ import annotations

from tests.hostile.cases.case import Case, files, quoted, value
from tests.hostile.folder import FILES, own_page
from tests.hostile.kit import Folder

ESCAPES = {
    "warna": "\x1b[31mMERAH\x1b[0m",
    "judul": "\x1b]0;JUDUL\x07",
    "hapus": "\x1b[2J\x1b[H",
    "mundur": "a\x08\x08b",
    "cr": "aman\rpalsu",
}


def escapes() -> list[Case]:
    """Values, keys and names with what a terminal obeys."""
    found = []
    for name, text in ESCAPES.items():
        escaped = quoted(text)
        found.append(
            value(
                f"pesan-isi-{name}",
                "keluaran",
                "jenis: kabupaten",
                f"jenis: {escaped}",
                "huruf-tersembunyi",
                "daerah.yml:3",
            )
        )
        found.append(
            value(
                f"pesan-kunci-{name}",
                "keluaran",
                "identitas: pasti",
                f"{escaped}: x",
                "huruf-tersembunyi",
                "daerah.yml:8",
            )
        )
        found.append(
            files(f"pesan-berkas-{name}", "keluaran", {text.replace("/", ""): "x"}, "berkas-tidak-dikenal", "")
        )
        found.append(
            files(
                f"pesan-halaman-{name}", "keluaran", {f"halaman/{text}.md": own_page("a")}, "nama-halaman-tidak-sah", ""
            )
        )
        found.append(
            files(
                f"pesan-timpaan-{name}", "keluaran", {f"timpaan/{text}.md": own_page("a")}, "nama-halaman-tidak-sah", ""
            )
        )
    return found


def told() -> list[Case]:
    """Values and names that a message repeats, and that look like a part of it."""
    return [
        files("pesan-bidi", "keluaran", {"halaman/\u202etxt.md": own_page("a")}, "nama-halaman-tidak-sah", ""),
        files("pesan-baris", "keluaran", {"a\nerror[x]: palsu": "x"}, "berkas-tidak-dikenal", ""),
        value(
            "pesan-kurung",
            "keluaran",
            "jenis: kabupaten",
            "jenis: '{kunci} {0} {__class__}'",
            "pilihan-tidak-sah",
            "daerah.yml:3",
        ),
        value(
            "pesan-rich",
            "keluaran",
            "jenis: kabupaten",
            "jenis: '[bold]a[/bold] [link=https://e]x[/link]'",
            "pilihan-tidak-sah",
            "daerah.yml:3",
        ),
        value(
            "pesan-panjang",
            "keluaran",
            "jenis: kabupaten",
            f"jenis: {'a' * 90_000}",
            "teks-terlalu-panjang",
            "daerah.yml:3",
        ),
    ]


def copies(folder: Folder) -> None:
    """Forty more folders that nobody listed, each of them broken."""
    for number in range(40):
        other = folder.root / "districts" / f"kab-salinan-{number}"
        other.mkdir()
        for name in ("daerah.yml", "jadwal.yml"):
            (other / name).write_text(str(FILES[name])[number:], "utf-8")


def all_broken(folder: Folder) -> None:
    """Every file is broken at once."""
    for name in FILES:
        folder.write(name, b"\xff{{[*")


CASES = [
    *escapes(),
    *told(),
    Case("empat-puluh", "banyak-daerah", copies, "daerah-tidak-terdaftar", ""),
    Case("semua-rusak", "banyak-daerah", all_broken, "bukan-utf8", "daerah.yml:1"),
]
