"""Help for a language in content/kampanye.yml."""

from __future__ import annotations

from selebaran.model.language import Language, NearWords, RhythmWords, StaleWords, Units
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    Language: {
        "nama": H("Nama", "Nama bahasanya, sesudah kata bahasa", "Gorontalo"),
        "sumber": H("Sumber", "Daftar yang memuat kode dan namanya", "ISO 639-3"),
        "mulai_dari": H("Mulai dari", "Sisi tempat baris dimulai; kanan untuk aksara Arab", "kanan"),
        "baris": H("Jarak baris", "longgar untuk aksara yang tinggi, misalnya Jawa, Bali, atau Arab", "longgar"),
        "hari_dekat": H("Hari yang dekat", "Kata untuk hari ini dan sesudahnya; tanpa ini berbahasa Indonesia"),
        "belum_diperbarui": H("Belum diperbarui", "Kalimat di halaman yang lama tidak dibangun lagi"),
        "irama": H("Irama", "Kata untuk kegiatan yang berulang; tanpa ini hanya berbahasa Indonesia"),
        "bingkai": H(
            "Bingkai",
            "Kata di kepala, menu, dan kaki halaman: yang berbahasa Indonesia, lalu terjemahannya",
            "{Semua halaman: Kabeh kaca}",
        ),
    },
    NearWords: {
        "hari_ini": H("Hari ini", "Seperti di dalam kalimat", "dina iki"),
        "besok": H("Besok", "Seperti di dalam kalimat", "sesuk"),
        "lagi": H("Beberapa hari lagi", "Tanda # menjadi banyaknya hari", '"# dina maneh"'),
    },
    StaleWords: {
        "awal": H("Awal", "Kata di depan tanggal", "Kaca iki digawe"),
        "akhir": H("Akhir", "Kata di belakang tanggal", "lan durung dianyari wiwit dina iku."),
    },
    Units: {
        "hari": H("Hari", "Seperti dalam setiap hari", "dina"),
        "pekan": H("Pekan", "Seperti dalam setiap pekan", "minggu"),
        "bulan": H("Bulan", "Seperti dalam setiap bulan", "sasi"),
        "tahun": H("Tahun", "Seperti dalam setiap tahun", "taun"),
    },
    RhythmWords: {
        "setiap": H("Setiap", "Seperti dalam setiap Rabu", "saben"),
        "satuan": H("Satuan", "Hari, pekan, bulan, tahun"),
        "hari": H("Nama hari", "Tujuh, mulai Senin", "[Senèn, Selasa, Rebo, Kemis, Jemuwah, Setu, Ngahad]"),
        "bulan": H("Nama bulan", "Dua belas, mulai Januari", "[Januari, Februari]"),
        "urutan": H("Urutan", "Lima: pertama sampai kelima", "[kapisan, kapindho, katelu, kapapat, kalima]"),
        "terakhir": H("Terakhir", "Seperti dalam Rabu terakhir", "pungkasan"),
        "dari_akhir": H("Dari akhir", "Seperti dalam hari kedua dari akhir", "saka mburi"),
        "ke": H("Urutan lain", "Untuk urutan keenam dan sesudahnya; tanda # menjadi angkanya", '"kaping #"'),
        "tanggal": H("Tanggal", "Seperti dalam tanggal 5", "tanggal"),
        "hari_kerja": H("Hari kerja", "Senin sampai Jumat", "dina kerja"),
        "akhir_pekan": H("Akhir pekan", "Sabtu atau Minggu", "dina Setu utawa Ngahad"),
        "dan": H("Dan", "Di depan yang terakhir dari beberapa", "lan"),
        "semua": H("Semua", "Seperti dalam semua Rabu", "kabèh"),
        "hanya": H("Hanya", "Seperti dalam hanya bulan Mei", "mung"),
        "jatuh_pada": H("Jatuh pada", "Seperti dalam tanggal 5 yang jatuh pada Rabu", "sing tiba ing"),
        "di_bulan": H("Di bulan", "Kata di depan nama bulan", "sasi"),
        "dari_hari": H("Dari hari", "Seperti dalam yang kedua dari hari Senin dan Rabu", "saka dina"),
        "bila_ada": H("Bila ada", "Untuk pekan kelima, yang tidak ada di tiap bulan", "yèn ana"),
    },
}
