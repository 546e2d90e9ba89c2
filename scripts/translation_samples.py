"""Examples of what is said of a page that somebody translated, for docs/masalah.md: it is no file of a project."""

from __future__ import annotations

from selebaran.model.problem import Place, problem, warning

SHEET = "cuci-tangan.gor.md"
ROW = "Telepon [posko] di bawah."


def at(line: int) -> Place:
    """A line of the sheet."""
    return Place(SHEET, line)


FILE = Place(SHEET)
AGAIN = "selebaran translate gor cuci-tangan"
FOUND = {
    "terjemahan-bukan-lembar": (
        problem("terjemahan-bukan-lembar", FILE),
        "(tanpa baris Halaman)",
        "- Halaman: cuci-tangan",
    ),
    "terjemahan-gagal-dibaca": (
        problem("terjemahan-gagal-dibaca", Place("cuci-tangan.gor.docx")),
        "berkas .doc lama yang diganti namanya",
        "berkas yang disimpan sebagai .docx",
    ),
    "terjemahan-tanpa-halaman": (
        problem("terjemahan-tanpa-halaman", FILE, halaman="cuci-tngan", maksud="cuci-tangan"),
        "- Halaman: cuci-tngan",
        "- Halaman: cuci-tangan",
    ),
    "terjemahan-naskah-lain": (
        problem("terjemahan-naskah-lain", FILE, halaman="cuci-tangan", perintah=AGAIN),
        "- Naskah asal: 51fa8fa9",
        "lembar baru, dengan sidik naskah yang sekarang",
    ),
    "terjemahan-kosong": (
        problem("terjemahan-kosong", at(31), nomor=4, kutipan=ROW),
        f"> {ROW}",
        f"> {ROW}, lalu terjemahannya",
    ),
    "terjemahan-nomor-asing": (problem("terjemahan-nomor-asing", at(90), nomor=99, jumlah=12), "## 99", "## 9"),
    "terjemahan-tanda-hilang": (
        problem("terjemahan-tanda-hilang", at(31), nomor=4, tanda="{1}", kutipan=ROW),
        "(terjemahan tanpa {1})",
        "(terjemahan dengan [kata]{1})",
    ),
    "terjemahan-tanda-asing": (
        problem("terjemahan-tanda-asing", at(31), nomor=4, tanda="{2}"),
        "(terjemahan dengan {1} dan {2})",
        "(terjemahan dengan {1})",
    ),
    "terjemahan-tautan-lepas": (
        problem("terjemahan-tautan-lepas", at(31), nomor=4, tanda="{1}"),
        "[posko] {1}",
        "[posko]{1}",
    ),
    "terjemahan-tanpa-peninjau": (
        warning("terjemahan-tanpa-peninjau", FILE),
        "- Peninjau:",
        "- Peninjau: nama yang memeriksa",
    ),
}
