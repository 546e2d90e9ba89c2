"""Examples of the problems that no file of a small project can cause, for docs/masalah.md."""

from __future__ import annotations

from dataclasses import dataclass

from scripts import form_samples, intake_samples, sent_samples, translation_samples
from scripts.answer_samples import FOUND, TABLE
from selebaran.model.problem import Place, Problem, problem, warning


@dataclass(frozen=True)
class Example:
    """A part of a file as it shouldn't be, and as it should. `name` is the file, or a folder whose files are listed."""

    name: str
    bad: str
    good: str


DISTRICT = Place("districts/kab-uji")
PAGE = Place("content/obat.md", 16)
OWN_PAGE = Place("districts/kab-uji/halaman/kabar/pos.md")
SCHEDULE = Place("districts/kab-uji/jadwal.yml", 2, 5)
PICTURE = Place("districts/kab-uji/gambar/pos.jpg")
LISTED = Place("districts/kab-uji/daerah.yml", 20, 13)
PIECE = Place("printables/kecil/piece.html")
WORD = {"kata": "Telepon 100.", "banyak": 2, "panel": "isi", "nomor": 1, "x": 41, "y": 14, "daerah": "Kabupaten Uji"}
"""Words of a sheet that can't be read, and where they stand."""
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
    **{code: (found, Example(TABLE, bad, good)) for code, (found, bad, good) in FOUND.items()},
    **{
        code: (found, Example(intake_samples.TABLE, bad, good))
        for code, (found, bad, good) in intake_samples.FOUND.items()
    },
    **{code: (found, Example(form_samples.SENT, bad, good)) for code, (found, bad, good) in form_samples.FOUND.items()},
    **{
        code: (found, Example(translation_samples.SHEET, bad, good))
        for code, (found, bad, good) in translation_samples.FOUND.items()
    },
    **{code: (found, Example("kiriman", bad, good)) for code, (found, bad, good) in sent_samples.FOUND.items()},
    "kegiatan-tanpa-id": (
        warning("kegiatan-tanpa-id", SCHEDULE, judul="Pos di pasar", maksud="pos-di-pasar-2026-11-26"),
        Example(
            "districts/kab-uji/jadwal.yml",
            "  - judul: Pos di pasar",
            "  - id: pos-pasar\n    judul: Pos di pasar",
        ),
    ),
    "lembar-lama-dihapus": (
        warning("lembar-lama-dihapus", DISTRICT, berkas="poster-cukup-ktp-kantor", slug="kab-uji"),
        Example("perintah", "selebaran build kab-uji --only print", "selebaran build kab-uji"),
    ),
    "lembar-diminta-dihapus": (
        warning("lembar-diminta-dihapus", DISTRICT, lembar="surat-obat", berkas="surat-obat-kantor", slug="kab-uji"),
        Example("perintah", "selebaran build kab-uji", "selebaran build kab-uji --lembar surat-obat"),
    ),
    "fakta-diganti-tertutup": (warning("fakta-diganti-tertutup", PAGE, bagian="obat#tunggu", **FACT), CLOSED),
    "halaman-ditahan-tertutup": (warning("halaman-ditahan-tertutup", PAGE, halaman="obat", **FACT), CLOSED),
    "lembar-ditahan-tertutup": (warning("lembar-ditahan-tertutup", SHEET, lembar="kecil", **FACT), CLOSED),
    "ubahan-di-luar": (
        problem(
            "ubahan-di-luar", Place("districts/kab-sehat/daerah.yml"), akun="dinkes-uji", milik="districts/kab-uji/"
        ),
        Example(
            "git diff --name-only",
            "districts/kab-uji/jadwal.yml\ndistricts/kab-sehat/daerah.yml",
            "districts/kab-uji/jadwal.yml",
        ),
    ),
    "ubahan-nama": (
        problem("ubahan-nama", Place("districts/kab-uji/.gitattributes"), nama=".gitattributes"),
        Example("districts/kab-uji/", "daerah.yml\n.gitattributes", "daerah.yml"),
    ),
    "ubahan-tautan": (
        problem("ubahan-tautan", Place("districts/kab-uji/gambar/pos.jpg"), jenis="symlink"),
        Example("districts/kab-uji/gambar/", "pos.jpg -> ../../kab-sehat/gambar/pos.jpg", "pos.jpg"),
    ),
    "situs-peringatan": (problem("situs-peringatan", DISTRICT, rinci=""), NOTHING),
    "tautan-situs-putus": (
        problem("tautan-situs-putus", Place("content/obat.md"), daerah="kab-uji", tujuan="../tidak-ada/"),
        Example("content/obat.md", '<a href="../tidak-ada/">Biaya</a>', "[Biaya](biaya.md)"),
    ),
    "teks-hilang": (
        problem(
            "teks-hilang",
            Place(OWN_PAGE.file, 12),
            halaman="/kabar/pos/",
            diketik="pukul 09.00. Beliau tidak datang.",
            tampil="pukul 09.00. Beliau datang.",
        ),
        NOTHING,
    ),
    "situs-terlarang": (
        problem(
            "situs-terlarang",
            Place("content/obat.md"),
            daerah="kab-uji",
            berkas="obat/index.html:214",
            isi="<iframe>",
        ),
        Example("content/obat.md", '<iframe src="https://peta.example/"></iframe>', "[Peta](https://peta.example/)"),
    ),
    "gaya-kurang": (
        problem("gaya-kurang", Place("templates/site"), daerah="kab-uji", nama=".md-typeset"),
        Example("templates/site/main.html", "<p class=\"md-{{ 'typeset' }}\">", '<p class="md-typeset">'),
    ),
    "lembar-terlarang": (
        problem("lembar-terlarang", PIECE, lembar="kecil (layar)", daerah="kab-uji", isi="http://peta.example/"),
        Example(
            "printables/kecil/piece.html",
            '<a href="http://peta.example/">Peta</a>',
            '<a href="https://peta.example/">Peta</a>',
        ),
    ),
    "langkah-melebihi-waktu": (
        problem("langkah-melebihi-waktu", OWN_PAGE, slug="kab-uji", langkah=OWN_PAGE.file, batas="15"),
        Example(OWN_PAGE.file, "- - - - - - - - - - - … (ribuan kali)", "- Bawa KTP.\n- Bawa kartu keluarga."),
    ),
    "daerah-melebihi-waktu": (
        problem("daerah-melebihi-waktu", OWN_PAGE, slug="kab-uji", langkah=OWN_PAGE.file, batas="60"),
        PICTURES,
    ),
    "daerah-melebihi-memori": (
        problem("daerah-melebihi-memori", PICTURE, slug="kab-uji", langkah=PICTURE.file, batas="1024 MB"),
        PICTURES,
    ),
    "daerah-melebihi-berkas": (
        problem("daerah-melebihi-berkas", DISTRICT, slug="kab-uji", langkah="leaflet-daftar (kantor)", batas="64 MB"),
        PICTURES,
    ),
    "daerah-melebihi-tempat": (
        problem(
            "daerah-melebihi-tempat",
            DISTRICT,
            slug="kab-uji",
            langkah="leaflet-daftar (kantor)",
            banyak=20_000,
            batas="1024 MB",
        ),
        PICTURES,
    ),
    "penyimpanan-penuh": (
        problem("penyimpanan-penuh", Place("dist"), slug="kab-uji"),
        Example("tempat hasil", "python build.py --out /media/kartu-kecil", "python build.py --out dist"),
    ),
    "penyimpanan-rusak": (
        problem("penyimpanan-rusak", Place("dist"), slug="kab-uji"),
        Example("tempat hasil", "python build.py --out /media/kartu-rusak", "python build.py --out dist"),
    ),
    "daerah-terputus": (
        problem("daerah-terputus", DISTRICT, slug="kab-uji", langkah="leaflet-daftar (kantor)", sinyal="SIGKILL"),
        NOTHING,
    ),
    "hasil-berbeda": (
        problem(
            "hasil-berbeda",
            DISTRICT,
            slug="kab-uji",
            berkas="biaya/index.html",
            bagian="halaman",
            letak="1042",
            cepat="untuk warga Kabupaten Sehat",
            biasa="untuk warga Kabupaten Uji",
            banyak="1",
            benih="25",
        ),
        NOTHING,
    ),
    "bukti-gagal": (
        problem("bukti-gagal", DISTRICT, slug="kab-uji", sebab="waktu", langkah="leaflet-daftar (kantor)", benih="25"),
        NOTHING,
    ),
    "pekerja-hilang": (problem("pekerja-hilang", DISTRICT, slug="kab-uji"), NOTHING),
    "klaster-terputus": (problem("klaster-terputus", DISTRICT, slug="kab-uji"), NOTHING),
    "daerah-gagal": (problem("daerah-gagal", DISTRICT, slug="kab-uji", langkah=DISTRICT.file, kode="1"), NOTHING),
    "hasil-tidak-sah": (
        problem("hasil-tidak-sah", DISTRICT, slug="kab-uji", berkas="biaya/index.html", sebab="bukan berkas biasa"),
        NOTHING,
    ),
    "berkas-bukan-biasa": (
        problem("berkas-bukan-biasa", Place("districts/kab-uji/jadwal.yml"), nama="jadwal.yml", jenis="symlink"),
        Example(
            "districts/kab-uji/",
            "daerah.yml\njadwal.yml -> ../kab-sehat/jadwal.yml",
            "daerah.yml\njadwal.yml (salinannya)",
        ),
    ),
    "berkas-tidak-dapat-dibuka": (
        problem("berkas-tidak-dapat-dibuka", Place("districts/kab-uji/jadwal.yml"), nama="jadwal.yml", sebab="EACCES"),
        Example("districts/kab-uji/", "jadwal.yml (hanya pemiliknya boleh membaca)", "jadwal.yml (dapat dibaca)"),
    ),
    "berkas-terlalu-banyak": (
        problem("berkas-terlalu-banyak", DISTRICT, batas=1000),
        Example("districts/kab-uji/", "daerah.yml\ngambar/ (2.000 foto)", "daerah.yml\ngambar/ (20 foto)"),
    ),
    "gambar-terlalu-besar": (
        problem("gambar-terlalu-besar", LISTED, berkas="kader.jpg", batas="10 MB"),
        Example("districts/kab-uji/gambar/", "kader.jpg (14 MB)", "kader.jpg (400 KB)"),
    ),
    "gambar-terlalu-banyak": (
        problem("gambar-terlalu-banyak", Place(LISTED.file, 19), jumlah=40, batas="60 MB"),
        Example("districts/kab-uji/daerah.yml", "gambar: (70 gambar)", "gambar: (12 gambar, yang lama dihapus)"),
    ),
    "kepala-terlalu-panjang": (
        problem("kepala-terlalu-panjang", Place("districts/kab-uji/halaman/posko.md", 1), batas="8 KB"),
        Example(
            "districts/kab-uji/halaman/posko.md",
            "---\njudul: Posko\nringkas: Tempat bertanya.\n(seluruh naskah)\n---",
            "---\njudul: Posko\nringkas: Tempat bertanya.\n---\n(seluruh naskah)",
        ),
    ),
    "halaman-terlalu-banyak": (
        problem("halaman-terlalu-banyak", OWN_PAGES, batas=100),
        Example("districts/kab-uji/halaman/", "kabar/ (140 berkas)", "kabar/ (30 berkas, yang lama dihapus)"),
    ),
    "tepi-tercetak": (
        problem(
            "tepi-tercetak", PIECE, lembar="kecil (kantor)", nomor=1, mm="0,0", sisi="kiri", daerah="Kabupaten Uji"
        ),
        Example(
            "printables/kecil/piece.css",
            ".garis { left: 0; width: 90mm }",
            ".garis { left: var(--tepi); width: calc(90mm - 2 * var(--tepi)) }",
        ),
    ),
    "kata-hilang-disalin": (
        problem(
            "kata-hilang-disalin",
            PIECE,
            **(WORD | {"lembar": "kecil (hemat)", "aturan": ""}),
        ),
        Example("printables/kecil/piece.css", "p { background: #aaa }", "p { border: 1pt solid #000 }"),
    ),
    "kata-di-lipatan": (
        problem(
            "kata-di-lipatan",
            PIECE,
            **(WORD | {"lembar": "kecil (kantor)", "aturan": ""}),
        ),
        Example("printables/kecil/piece.css", "p { margin-left: 40mm }", "p { margin-left: 5mm }"),
    ),
    "isian-tidak-sah": (
        problem("isian-tidak-sah", LISTED, kunci="jenis"),
        Example("districts/kab-uji/daerah.yml", "jenis: …", "jenis: kabupaten"),
    ),
    "warna-bukan-cmyk": (problem("warna-bukan-cmyk", PIECE, lembar="kecil (percetakan)", rinci="rg"), NOTHING),
    "pdf-cacat": (problem("pdf-cacat", PIECE, lembar="kecil (layar)", rinci="Public-Sans"), NOTHING),
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
