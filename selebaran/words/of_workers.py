"""What is said of the process that makes a district: its limits, and what it handed over."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Pekerja"
MESSAGES: dict[str, M] = {
    "langkah-melebihi-waktu": M(
        "{langkah} memerlukan lebih dari {batas} detik; pembuatan '{slug}' dihentikan",
        "pendekkan, atau hapus tanda yang berulang-ulang di dalamnya, lalu bangun lagi",
    ),
    "daerah-melebihi-waktu": M(
        "pembuatan '{slug}' lebih dari {batas} detik dan dihentikan di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-melebihi-memori": M(
        "pembuatan '{slug}' memerlukan memori lebih dari {batas} di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-melebihi-berkas": M(
        "pembuatan '{slug}' menulis satu berkas lebih dari {batas} di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-melebihi-tempat": M(
        "pembuatan '{slug}' menulis lebih dari {batas} atau {banyak} berkas, dan dihentikan di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "penyimpanan-penuh": M(
        "tidak ada ruang lagi di sini untuk '{slug}'",
        "kosongkan ruang di sana, atau pilih tempat lain dengan --out, lalu bangun lagi; berkas daerah ini tidak salah",
    ),
    "penyimpanan-rusak": M(
        "tempat ini tidak dapat ditulis lagi saat '{slug}' dibuat: rusak, terlepas, atau hanya dapat dibaca",
        "periksa cakram dan kabelnya, atau pilih tempat lain dengan --out, lalu bangun lagi; berkas daerah ini tidak salah",
    ),
    "hasil-berbeda": M(
        "'{slug}' yang dibuat cepat tidak sama dengan yang dibuat cara biasa: {berkas} ({bagian}), bita {letak}: "
        "'{cepat}', seharusnya '{biasa}'; {banyak} berkas berbeda, benih {benih}",
        "hasil cara biasa yang dipakai; kirim pesan ini kepada perawat program",
    ),
    "bukti-gagal": M(
        "'{slug}' tidak dapat dibuat dengan cara biasa untuk dibandingkan: terhenti ({sebab}) di {langkah}, benih {benih}",
        "bangun lagi dengan --prove dan benih itu; bila terulang, kirim hasil --json kepada perawat program",
    ),
    "daerah-terputus": M(
        "pembuatan '{slug}' terputus ({sinyal}) di {langkah}",
        "bangun lagi; bila terulang, kirim hasil --json kepada perawat program",
    ),
    "daerah-gagal": M(
        "pembuatan '{slug}' berhenti di {langkah} karena kesalahan program (kode {kode})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "pekerja-hilang": M(
        "tidak ada pekerja klaster yang menyelesaikan '{slug}': yang mengerjakannya mati atau tidak menjawab",
        "periksa komputer pekerja (dask worker) dan catatannya, lalu bangun lagi; situs yang terpasang tetap",
    ),
    "klaster-terputus": M(
        "'{slug}' tidak dibuat: penjadwal klaster terputus, atau semua pekerjanya hilang",
        "jalankan penjadwal dan pekerja klaster, lalu bangun lagi, atau tanpa --cluster; situs yang terpasang tetap",
    ),
    "hasil-tidak-sah": M(
        "hasil '{slug}' memuat '{berkas}', yang tidak boleh dipasang ({sebab})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
}
