"""What is said of the table that officers' answers come back in: the file, a row, an answer, the people."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Jawaban petugas"
MESSAGES: dict[str, M] = {
    "tabel-bukan-xlsx": M(
        "tabel ini tidak dapat dibaca sebagai buku kerja",
        "simpan lagi sebagai .xlsx tanpa kata sandi",
    ),
    "tabel-terlalu-besar": M(
        "tabel ini lebih besar dari {batas}",
        "pakai tabel dari 'selebaran facts call' atau 'selebaran workbook', tanpa gambar dan lembar lain",
    ),
    "tabel-gagal-dibaca": M(
        "tabel ini tidak selesai dibaca: memerlukan terlalu banyak waktu atau memori, atau pembacanya terhenti",
        "salin isinya ke tabel baru dari 'selebaran facts call' atau 'selebaran workbook'",
    ),
    "tabel-bermuatan": M(
        "tabel ini memuat lebih dari isian: '{isi}'",
        "salin isinya ke tabel baru dari 'selebaran facts call' atau 'selebaran workbook'",
    ),
    "tabel-tanpa-kepala": M(
        "kolom {kolom} tidak ada di lembar ini",
        "kembalikan baris judulnya seperti di tabel dari 'selebaran facts call'",
    ),
    "sel-rumus": M("'{isi}' adalah rumus", "tulis isinya; di Excel: salin, lalu Tempel Khusus, Nilai"),
    "baris-tidak-dikenal": M(
        "baris '{isi}' bukan fakta, nilai, atau kelompok yang dikenal",
        "maksudnya '{maksud}'?",
        "salin kodenya dari tabel yang belum diisi",
    ),
    "baris-ganda": M("'{isi}' dijawab di dua baris", "sisakan satu jawaban"),
    "jawaban-hilang": M(
        "{id} belum dijawab, tetapi isian lainnya sudah", "tulis tetap, atau kalimat yang baru; atau kosongkan semuanya"
    ),
    "jawaban-tidak-jelas": M(
        "jawaban '{isi}' bukan 'tetap', dan bukan kalimat",
        "nilai ditulis di baris '{nilai}'; di sini tulis tetap, atau kalimat yang baru dengan titik di akhirnya",
        "tulis tetap, atau kalimat yang baru dengan titik di akhirnya; tidak pasti: kosongkan",
    ),
    "jawaban-bukan-jenisnya": M("'{isi}' tidak terbaca sebagai {jenis}", "tulis seperti {contoh}"),
    "jawaban-menyebut-lama": M(
        "kalimat {id} masih menyebut {isi}", "tulis kalimat yang baru di sini, dengan nilai yang baru"
    ),
    "jawaban-tanpa-penanya": M("belum tertulis siapa yang bertanya", "isi 'yang_bertanya' dengan namanya"),
    "jawaban-tanpa-penjawab": M("belum tertulis siapa yang menjawab", "isi nama penjawab untuk kelompok ini"),
    "jawaban-tanpa-jabatan": M("belum tertulis jabatan penjawab", "isi jabatannya, misalnya Kepala Bidang"),
    "jawaban-tanpa-dasar": M(
        "{id} dibaca dari naskah, tetapi naskahnya belum tertulis", "isi 'dasar' dengan nama peraturan dan pasalnya"
    ),
    "jawaban-tanpa-hari": M("belum tertulis pada hari apa bertanya", "isi 'hari_bertanya', contoh 2026-11-26"),
    "jawaban-belum-tiba": M("hari {hari} belum tiba", "tulis hari bertanya"),
    "jawaban-lebih-lama": M(
        "{id} sudah diperiksa {hari}, sesudah hari ini", "kosongkan jawabannya; yang tercatat lebih baru"
    ),
    "jawaban-tanpa-orang-kedua": M(
        "{id} berubah, tetapi orang kedua belum tertulis",
        "isi 'orang_kedua': yang ikut mendengar jawabannya, atau melihat sumbernya",
    ),
    "jawaban-orang-sama": M("'{nama}' bertugas dua kali", "yang bertanya, penjawab, dan orang kedua harus tiga orang"),
}
