"""Examples of what is said of a table of officers' answers, for docs/masalah.md: it is no file of a project."""

from __future__ import annotations

from selebaran.model.problem import Place, problem

TABLE = "jam-petugas-2026-11-28.xlsx"
FILE = Place(TABLE)
SHEET = Place(f"{TABLE}[Jawaban]")
FACT = {"id": "OBT-01"}
"""A fact of the examples: a bottle costs Rp42.000."""
FRESH = "tabel yang baru dari 'selebaran facts call'"


def at(cell: str) -> Place:
    """A cell of the sheet."""
    return Place(f"{TABLE}[Jawaban!{cell}]")


ROW = "OBT-01 | Jawaban: {}"
VALUE = "harga_obat | Jawaban: {}"

FOUND = {
    "tabel-bukan-xlsx": (problem("tabel-bukan-xlsx", FILE), "jawaban.xls, disimpan dengan kata sandi", "jawaban.xlsx"),
    "tabel-terlalu-besar": (problem("tabel-terlalu-besar", FILE, batas="2 MB"), "tabel dengan 30 foto", FRESH),
    "tabel-gagal-dibaca": (problem("tabel-gagal-dibaca", FILE), "tabel dengan jutaan isian tersembunyi", FRESH),
    "tabel-bermuatan": (problem("tabel-bermuatan", FILE, isi="xl/vbaProject.bin"), "tabel dengan makro", FRESH),
    "tabel-tanpa-kepala": (
        problem("tabel-tanpa-kepala", SHEET, kolom="Jawaban"),
        "Kode | Tentang | Tulisan kami | Tanyakan",
        "Kode | Tentang | Tulisan kami | Tanyakan | Jawaban | …",
    ),
    "sel-rumus": (
        problem("sel-rumus", at("E9"), isi="=40000+2000"),
        VALUE.format("=40000+2000"),
        VALUE.format("42000"),
    ),
    "baris-tidak-dikenal": (
        problem("baris-tidak-dikenal", at("A9"), isi="OBT-1", maksud="OBT-01"),
        "OBT-1 | Jawaban: tetap",
        ROW.format("tetap"),
    ),
    "baris-ganda": (
        problem("baris-ganda", at("A12"), isi="OBT-01"),
        f"{ROW.format('tetap')}\n{ROW.format('Obat cacing Rp43.000 sebotol.')}",
        ROW.format("tetap"),
    ),
    "jawaban-hilang": (
        problem("jawaban-hilang", at("E8"), **FACT),
        f"{ROW.format('')}\n{VALUE.format('43000')}",
        f"{ROW.format('Obat cacing Rp43.000 sebotol.')}\n{VALUE.format('43000')}",
    ),
    "jawaban-tidak-jelas": (
        problem("jawaban-tidak-jelas", at("E8"), isi="Rp43.000", nilai="harga_obat"),
        f"{ROW.format('Rp43.000')}\n{VALUE.format('')}",
        f"{ROW.format('Obat cacing Rp43.000 sebotol.')}\n{VALUE.format('43000')}",
    ),
    "jawaban-bukan-jenisnya": (
        problem("jawaban-bukan-jenisnya", at("E9"), isi="43 ribu", jenis="rupiah", contoh="42000"),
        VALUE.format("43 ribu"),
        VALUE.format("43000"),
    ),
    "jawaban-menyebut-lama": (
        problem("jawaban-menyebut-lama", at("E8"), isi="Rp42.000", **FACT),
        f"{ROW.format('tetap')}\n{VALUE.format('43000')}",
        f"{ROW.format('Obat cacing Rp43.000 sebotol.')}\n{VALUE.format('43000')}",
    ),
    "jawaban-tanpa-penanya": (problem("jawaban-tanpa-penanya", at("A5")), "yang_bertanya |", "yang_bertanya | Sari"),
    "jawaban-tanpa-penjawab": (
        problem("jawaban-tanpa-penjawab", at("A8")),
        "kelompok dinkes | Nama penjawab:",
        "kelompok dinkes | Nama penjawab: Wati",
    ),
    "jawaban-tanpa-jabatan": (
        problem("jawaban-tanpa-jabatan", at("A8")),
        "kelompok dinkes | Nama penjawab: Wati | Jabatan:",
        "kelompok dinkes | Nama penjawab: Wati | Jabatan: Kepala Bidang",
    ),
    "jawaban-tanpa-dasar": (
        problem("jawaban-tanpa-dasar", at("A20"), **FACT),
        "OBT-01 | Jawaban: tetap | Peraturan dan pasal:",
        "OBT-01 | Jawaban: tetap | Peraturan dan pasal: Buku Cacingan 2026, bab 3",
    ),
    "jawaban-tanpa-hari": (problem("jawaban-tanpa-hari", at("A7")), "hari_bertanya |", "hari_bertanya | 2026-11-28"),
    "jawaban-belum-tiba": (
        problem("jawaban-belum-tiba", at("E7"), hari="2062-11-28"),
        "hari_bertanya | 2062-11-28",
        "hari_bertanya | 2026-11-28",
    ),
    "jawaban-lebih-lama": (
        problem("jawaban-lebih-lama", at("E7"), hari="2026-12-01", **FACT),
        ROW.format("tetap"),
        ROW.format(""),
    ),
    "jawaban-tanpa-orang-kedua": (
        problem("jawaban-tanpa-orang-kedua", at("A6"), **FACT),
        "orang_kedua |",
        "orang_kedua | Budi",
    ),
    "jawaban-orang-sama": (
        problem("jawaban-orang-sama", at("E6"), nama="Bu Sari"),
        "yang_bertanya | Sari\norang_kedua | Bu Sari",
        "yang_bertanya | Sari\norang_kedua | Budi",
    ),
}
"""By code: the problem, what stands in the table, and what should."""
