"""Examples of what is said of a table that somebody filled in, for docs/masalah.md: it is no file of a project."""

from __future__ import annotations

from selebaran.model.problem import Place, problem, warning

TABLE = "kegiatan.xlsx"


def at(cell: str) -> Place:
    """A cell of the sheet."""
    return Place(f"{TABLE}[Kegiatan!{cell}]")


FILE = Place(TABLE)
HEADINGS = "Judul | Tanggal | Mulai | Tempat"
FOUND = {
    "tabel-tanpa-judul": (problem("tabel-tanpa-judul", FILE), "A | B | C", HEADINGS),
    "lembar-dilewati": (warning("lembar-dilewati", Place(f"{TABLE}[Sheet2]")), "A | B | C", HEADINGS),
    "bagian-tersembunyi": (
        warning("bagian-tersembunyi", at("9"), isi="baris 9"),
        "baris 9 disaring atau disembunyikan",
        "baris 9 tampak",
    ),
    "kolom-ditebak": (warning("kolom-ditebak", at("C1"), isi="Lokasi", maksud="Tempat"), "Lokasi", "Tempat"),
    "kolom-tidak-dikenal": (
        warning("kolom-tidak-dikenal", at("E1"), isi="Anggaran", maksud=""),
        f"{HEADINGS} | Anggaran",
        HEADINGS,
    ),
    "kolom-kembar": (
        problem("kolom-kembar", at("D1"), isi="Lokasi", kolom="Tempat"),
        "Tempat | Lokasi",
        "Tempat | Catatan",
    ),
    "sel-tanpa-judul": (
        warning("sel-tanpa-judul", at("E3"), isi="bawa KTP"),
        f"{HEADINGS}, lalu kolom E tanpa judul",
        f"{HEADINGS} | Catatan",
    ),
    "kutip-terbuka": (
        problem("kutip-terbuka", Place("kegiatan.csv", 3)),
        '"Pos di pasar;2026-12-10;09.00;Pasar',
        '"Pos di pasar";2026-12-10;09.00;Pasar',
    ),
    "sel-tergabung": (
        warning("sel-tergabung", at("A2"), isi="2026-12-10", sampai=4),
        "satu sel tanggal untuk tiga baris",
        "tanggal di tiap baris",
    ),
    "rumus-dibaca": (warning("rumus-dibaca", at("B3"), isi="2026-12-17"), "=B2+7", "2026-12-17"),
    "sel-kosong": (
        problem("sel-kosong", at("4"), kolom="Jenis"),
        "Tanya jawab | (kosong) | 2026-12-10",
        "Tanya jawab | Penyuluhan | 2026-12-10",
    ),
    "sel-galat": (problem("sel-galat", at("B3"), isi="#REF!"), "#REF!", "2026-12-17"),
    "sel-ditebak": (
        warning("sel-ditebak", at("B3"), isi="10 Des 2026", kolom="Tanggal", maksud="2026-12-10"),
        "10 Des 2026",
        "2026-12-10",
    ),
    "nomor-terpotong": (problem("nomor-terpotong", at("F3"), isi="8,12E+11"), "8,12E+11", "0000-1000-1001"),
    "baris-tanpa-nama": (
        warning("baris-tanpa-nama", at("9"), kolom="Judul"),
        "| 2026-12-10 | 09.00",
        "Pos | 2026-12-10",
    ),
    "baris-dilewati": (
        warning("baris-dilewati", at("9"), isi="Jumlah"),
        "Jumlah | | | 4",
        "Pos | 2026-12-10 | 09.00 | Balai Desa",
    ),
    "baris-kembar": (
        problem("baris-kembar", at("9"), tempat=f"{TABLE}[Kegiatan!4]"),
        "dua baris dengan nama alamat yang sama",
        "satu baris",
    ),
    "tempat-mirip": (
        warning("tempat-mirip", at("9"), nama="Puskesmas Melatih", maksud="Puskesmas Melati"),
        "Puskesmas Melatih",
        "Puskesmas Melati",
    ),
    "usulan-diisi": (
        problem("usulan-diisi", at("F9"), tulis="sudah cocok"),
        "belum dicocokkan | Puskesmas Maju | 0000-2001",
        "sudah cocok | Puskesmas Maju | 0000-2001",
    ),
}
"""Each problem with a cell that causes it, and one that doesn't."""
