"""Help for `kit` in content/kampanye.yml and for content/harga-cetak.yml."""

from __future__ import annotations

from selebaran.model.kit import Kit, KitOfKind, KitSheet, PrintPrices
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

RUPIAH = "Rupiah, tanpa titik; kosong: tidak dihitung"

HELP: dict[type[Record], dict[str, H]] = {
    Kit: {
        "panduan": H(
            "Panduan",
            "Lembar untuk panitia, di berkas lembar sampul: nama folder di printables/",
            "[panduan-obat]",
        ),
        "jenis": H("Menurut jenis", "Untuk tiap jenis kegiatan: lembarnya dan susunan acaranya"),
    },
    KitOfKind: {
        "lembar": H("Lembar", "Lembar cetak menurut urutan mencetaknya"),
        "susunan": H(
            "Susunan acara",
            "Bila 'acara' di jadwal.yml kosong; satu baris tiap bagian",
            '["15 menit: sambutan"]',
        ),
    },
    KitSheet: {
        "nama": H("Nama", "Nama folder di printables/", "poster-obat"),
        "salinan": H("Salinan", "Berapa salinan; tanpa ini menurut banyaknya orang, atau satu", "4"),
        "bentuk": H("Bentuk", "Bentuk lain dari lembarnya, seperti 'turunan' di piece.yml", "ubin"),
    },
    PrintPrices: {
        "contoh": H("Contoh", "Selama ya, harganya hanya dipakai untuk daerah rekaan", "tidak"),
        "kertas_a4": H("Kertas A4", f"Harga selembar. {RUPIAH}", "100"),
        "kertas_f4": H("Kertas F4", f"Harga selembar. {RUPIAH}", "120"),
        "tinta_hitam": H("Tinta hitam", f"Satu halaman yang 5% tertutup. {RUPIAH}", "150"),
        "tinta_warna": H("Tinta warna", f"Satu halaman yang 5% tertutup. {RUPIAH}", "500"),
    },
}
