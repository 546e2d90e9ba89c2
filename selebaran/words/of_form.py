"""What is said of what a form sent: its parts, its lines."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Formulir"
MESSAGES: dict[str, M] = {
    "formulir-bagian-hilang": M(
        "bagian {bagian} dari isian '{isi}' tidak ada", "salin juga bagian itu dari pesannya; urutannya bebas"
    ),
    "formulir-bagian-rusak": M(
        "bagian {bagian} dari isian '{isi}' berubah atau terpotong di jalan",
        "salin lagi pesannya utuh, dari baris SELEBARAN sampai baris AKHIR, atau minta berkasnya",
    ),
    "formulir-tidak-dikenal": M("formulir '{isi}' tidak dikenal", "yang dikenal: {semua}"),
    "formulir-baris-salah": M(
        "baris '{isi}' tidak dapat ditaruh di mana pun", "buat lagi isiannya dengan formulir dari 'selebaran form'"
    ),
    "formulir-daerah-lain": M(
        "isian ini untuk {lain}, bukan {daerah}", "masukkan dengan --district {lain}, tanpa berkas dari daerah lain"
    ),
    "formulir-kantor-hilang": M("tidak tertulis kantor yang mana", "pilih kantornya di formulir"),
    "formulir-gambar-kurang": M(
        "gambar ini tidak lengkap: {kunci}", "isi di formulir, lalu simpan lagi sebagai berkas"
    ),
    "formulir-tanpa-isi": M("halaman ini tidak berisi", "tulis isinya di formulir"),
}
