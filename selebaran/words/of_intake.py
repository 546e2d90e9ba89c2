"""What is said of a workbook or table that somebody filled in: its sheets, columns, rows, cells."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Lembar kerja"
MESSAGES: dict[str, M] = {
    "tabel-tanpa-judul": M(
        "tidak ada baris judul kolom yang dikenal di berkas ini",
        "beri judul kolom seperti di lembar kerja dari 'selebaran workbook'",
    ),
    "lembar-dilewati": M(
        "lembar ini tidak dibaca: judul kolomnya tidak dikenal",
        "bila harus dibaca, pakai judul kolom seperti di 'selebaran workbook'",
    ),
    "bagian-tersembunyi": M("{isi} tersembunyi, dan tidak dibaca", "tampilkan, bila isinya harus ikut"),
    "kolom-ditebak": M("kolom '{isi}' dibaca sebagai '{maksud}'", "bila bukan itu, ganti judulnya"),
    "kolom-tidak-dikenal": M(
        "kolom '{isi}' tidak dikenal, dan tidak dibaca",
        "maksudnya '{maksud}'?",
        "bila harus dibaca, pakai judul kolom seperti di 'selebaran workbook'",
    ),
    "kolom-kembar": M(
        "dua kolom dibaca sebagai '{kolom}'; ini yang kedua: '{isi}'", "sisakan satu, atau ganti judulnya"
    ),
    "sel-tanpa-judul": M(
        "'{isi}' tidak dibaca: di atas kolomnya tidak ada judul",
        "beri judul kolomnya, bila isinya harus ikut; di .csv, apit isi yang bertitik koma dengan tanda kutip",
    ),
    "kutip-terbuka": M(
        "tanda kutip di baris ini tidak ditutup, atau ditutup di tengah isi: batas selnya tidak jelas",
        'tutup tanda kutipnya; tanda kutip yang bagian dari isi ditulis dua kali: ""',
    ),
    "sel-tergabung": M(
        "sel gabungan '{isi}' dibaca untuk tiap baris sampai baris {sampai}", "bila tidak, pisahkan lagi selnya"
    ),
    "rumus-dibaca": M("sel ini rumus; yang dibaca hasilnya: {isi}", "bila salah, tulis isinya sebagai teks"),
    "sel-kosong": M(
        "kolom '{kolom}' kosong di baris ini, padahal wajib",
        "begitu juga {lain} baris lain; isi kolom itu di tiap baris, atau sekali di atas lembarnya bila dapat",
        "isi kolom itu, di baris ini atau sekali di atas lembarnya bila dapat",
    ),
    "sel-galat": M("'{isi}' adalah galat rumus", "tulis isinya"),
    "sel-ditebak": M(
        "'{isi}' di kolom '{kolom}' dibaca sebagai {maksud}", "bila salah, tulis seperti contoh di atas kolomnya"
    ),
    "nomor-terpotong": M(
        "angka '{isi}' sudah dipotong: nomor lengkapnya hilang", "jadikan kolomnya teks, lalu tulis lagi nomornya"
    ),
    "baris-tanpa-nama": M("baris ini tidak dibaca: kolom '{kolom}' kosong", "isi kolom itu, bila baris ini harus ikut"),
    "baris-dilewati": M(
        "baris ini tidak dibaca: '{isi}' jumlah atau judul bagian, bukan isian",
        "bila ini isian, lengkapi kolom yang wajib",
    ),
    "baris-kembar": M("baris ini menyebut isi yang sama dengan {tempat}, tetapi berbeda", "sisakan satu baris"),
    "tempat-mirip": M(
        "'{nama}' ditambahkan sebagai tempat baru, padahal sudah ada '{maksud}'",
        "bila tempatnya sama, tulis namanya seperti yang sudah ada",
    ),
    "usulan-diisi": M(
        "usulan hanya berisi nama, kecamatan, dan titik; tempat yang lain belum dicocokkan",
        "tulis '{tulis}' di kolom Keadaan bila sudah dipastikan",
    ),
}
