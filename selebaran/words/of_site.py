"""What is said of a site, or a sheet's file, as it was made."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Situs"
MESSAGES: dict[str, M] = {
    "situs-peringatan": M(
        "pembuat situs memberi peringatan yang tidak dikenal program ini",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "tautan-situs-putus": M("tautan '{tujuan}' di situs {daerah} tidak menuju ke mana pun", "perbaiki tautannya"),
    "teks-hilang": M(
        "yang tampil di {halaman} bukan yang diketik: '{diketik}' tampil sebagai '{tampil}'",
        "ketik bagian itu dengan cara lain (docs/panduan/menulis.md), lalu kirim pesan ini kepada perawat program",
    ),
    "situs-terlarang": M(
        "situs {daerah} memuat {isi} di {berkas}, yang tidak boleh ada di situs",
        "hapus dari naskah atau templatnya; bila tidak ada di sana, beri tahu perawat program",
    ),
    "gaya-kurang": M(
        "situs {daerah} memakai {nama}, tetapi aturan gaya tema untuk itu tidak ikut dikirim",
        "tulis nama itu utuh di sebuah templat; bila tidak ada di sana, beri tahu perawat program",
    ),
    "lembar-terlarang": M(
        "{lembar}: PDF-nya memuat {isi}, yang tidak boleh ada di lembar ({daerah})",
        "hapus dari sumber lembarnya; bila tidak ada di sana, beri tahu perawat program",
    ),
}
