"""Help for the head of a page that a district writes itself."""

from __future__ import annotations

from selebaran.model.own_text import OwnFront
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    OwnFront: {
        "judul": H("Judul", "Tanpa titik, paling banyak 80 huruf", "Pos bantuan pindah ke pintu timur"),
        "ringkas": H(
            "Ringkasan", "Satu atau dua kalimat, untuk daftar dan pencarian", "Mulai Senin, pos ada di pintu timur."
        ),
        "kelompok": H("Kelompok", "Di bagian mana halaman ini didaftar", "cara-pakai"),
        "urutan": H("Urutan", "Letaknya dalam kelompok", "5"),
        "tanggal": H("Tanggal", "Hari kabarnya, tahun-bulan-hari", "2026-11-26"),
        "tayang": H("Tayang mulai", "Bila belum boleh dibaca sekarang, tahun-bulan-hari", "2026-12-01"),
        "sampai": H("Tayang sampai", "Hari terakhir, bila tidak berlaku seterusnya, tahun-bulan-hari", "2026-12-31"),
        "dahulu": H("Alamat lama", "Alamat yang dahulu dimiliki halaman ini", "[pos-lama]"),
        "ditutup": H("Ditutup", "Alamat halaman yang dibaca sebagai gantinya", "pos-baru"),
        "peninjau": H("Peninjau", "Untuk terjemahan: siapa yang memeriksanya", "Ibu Contoh"),
        "naskah_asal": H("Naskah asal", "Untuk terjemahan: sidik naskah Indonesianya", "1a2b3c4d"),
    },
}
