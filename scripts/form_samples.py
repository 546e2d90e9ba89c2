"""Examples of what is said of what a form sent, for docs/masalah.md: it is no file of a project."""

from __future__ import annotations

from selebaran.model.problem import Place, problem

SENT = "pesan.txt"
ENTRY = "kegiatan kab-uji"
HEAD = "SELEBARAN kegiatan kab-uji"
FOUND = {
    "formulir-bagian-hilang": (
        problem("formulir-bagian-hilang", Place(SENT, 1), bagian="2/2", isi=ENTRY),
        f"{HEAD} 1/2 0a1b2c3d\n…\nAKHIR 1/2 4e5f6a7b",
        f"{HEAD} 1/2 0a1b2c3d\n…\nAKHIR 1/2 4e5f6a7b\n{HEAD} 2/2 0a1b2c3d\n…\nAKHIR 2/2 8c9d0e1f",
    ),
    "formulir-bagian-rusak": (
        problem("formulir-bagian-rusak", Place(SENT, 1), bagian="1/1", isi=ENTRY),
        f"{HEAD} 1/1 0a1b2c3d\njudul: Pos di pas",
        f"{HEAD} 1/1 0a1b2c3d\njudul: Pos di pasar\n…\nAKHIR 1/1 0a1b2c3d",
    ),
    "formulir-tidak-dikenal": (
        problem(
            "formulir-tidak-dikenal", Place(SENT, 1), isi="acara", semua="kegiatan, tempat, kontak, kabar, halaman"
        ),
        "SELEBARAN acara kab-uji 1/1 0a1b2c3d",
        f"{HEAD} 1/1 0a1b2c3d",
    ),
    "formulir-baris-salah": (
        problem("formulir-baris-salah", Place(SENT, 4), isi="bawa.3: KTP"),
        "bawa.1: KTP\nbawa.3: Kartu Keluarga",
        "bawa.1: KTP\nbawa.2: Kartu Keluarga",
    ),
    "formulir-daerah-lain": (
        problem("formulir-daerah-lain", Place(SENT, 1), lain="kab-lain", daerah="kab-uji"),
        "selebaran intake pesan.txt --district kab-uji",
        "selebaran intake pesan.txt",
    ),
    "formulir-kantor-hilang": (
        problem("formulir-kantor-hilang", Place(SENT, 1)),
        "alamat: Jalan Uji 1",
        "kantor: dinkes\nalamat: Jalan Uji 1",
    ),
    "formulir-gambar-kurang": (
        problem("formulir-gambar-kurang", Place(SENT, 5), kunci="sumber"),
        "gambar.1.teks: Warga antre di pos\ngambar.1.data: /9j/4AAQ…",
        "gambar.1.teks: Warga antre di pos\ngambar.1.sumber: Foto Dinas Kesehatan\ngambar.1.data: /9j/4AAQ…",
    ),
    "formulir-tanpa-isi": (
        problem("formulir-tanpa-isi", Place(SENT, 1)),
        "judul: Pos baru",
        "judul: Pos baru\n| Pos bantuan buka tiap Senin.",
    ),
}
"""By code: what is said, and of which lines; and the lines as they should be."""
