"""Examples of the problems that no file of a small project can cause, for docs/masalah.md."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.problem import Place, Problem, problem, warning


@dataclass(frozen=True)
class Example:
    """A part of a file as it shouldn't be, and as it should. `name` is the file, or a folder whose files are listed."""

    name: str
    bad: str
    good: str


DISTRICT = Place("districts/kab-uji")
PAGE = Place("content/daftar.md", 16)
PIECE = Place("printables/kecil/piece.html")
SHEET = Place("printables/kecil/piece.yml")
FACT = {"id": "TUN-01", "topik": "Masa tunggu", "sejak": "2026-11-20"}
CLOSED = Example("content/fakta.yml", "    terbit: tidak", "    terbit: ya")
PICTURES = Example(
    "districts/kab-uji/",
    "daerah.yml\ngambar/ (200 foto, 3 GB)",
    "daerah.yml\ngambar/ (beberapa foto yang sudah dikecilkan)",
)
OWN_PAGES = Place("districts/kab-uji/halaman")
NOTHING = Example(
    "keluaran program", "tidak ada yang salah di berkas Anda", "kirim pesannya kepada perawat program, lalu bangun lagi"
)

SAMPLES: dict[str, tuple[Problem, Example]] = {
    "fakta-diganti-tertutup": (warning("fakta-diganti-tertutup", PAGE, bagian="daftar#tunggu", **FACT), CLOSED),
    "halaman-ditahan-tertutup": (warning("halaman-ditahan-tertutup", PAGE, halaman="daftar", **FACT), CLOSED),
    "lembar-ditahan-tertutup": (warning("lembar-ditahan-tertutup", SHEET, lembar="kecil", **FACT), CLOSED),
    "situs-peringatan": (problem("situs-peringatan", DISTRICT, rinci=""), NOTHING),
    "tautan-situs-putus": (
        problem("tautan-situs-putus", Place("content/daftar.md"), daerah="kab-uji", tujuan="../tidak-ada/"),
        Example("content/daftar.md", '<a href="../tidak-ada/">Biaya</a>', "[Biaya](iuran.md)"),
    ),
    "daerah-melebihi-waktu": (problem("daerah-melebihi-waktu", DISTRICT, slug="kab-uji", batas="180"), PICTURES),
    "daerah-melebihi-memori": (problem("daerah-melebihi-memori", DISTRICT, slug="kab-uji", batas="1024 MB"), PICTURES),
    "daerah-terputus": (problem("daerah-terputus", DISTRICT, slug="kab-uji", sinyal="SIGKILL"), NOTHING),
    "daerah-gagal": (problem("daerah-gagal", DISTRICT, slug="kab-uji", kode="1"), NOTHING),
    "halaman-terlalu-banyak": (
        problem("halaman-terlalu-banyak", OWN_PAGES, batas=100),
        Example("districts/kab-uji/halaman/", "kabar/ (140 berkas)", "kabar/ (30 berkas, yang lama dihapus)"),
    ),
    "huruf-asing": (
        problem("huruf-asing", PIECE, lembar="kecil (layar)", huruf="Helvetica"),
        Example(
            "printables/kecil/piece.css",
            "h1 { font-family: Helvetica }",
            "h1 { font-weight: 700 } /* tanpa font-family: yang dipakai adalah milik print.css */",
        ),
    ),
}
"""A problem of each code as it may be printed, and its example."""
