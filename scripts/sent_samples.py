"""Examples of what is said of files that somebody sent, for docs/masalah.md: they are no files of a project."""

from __future__ import annotations

from selebaran.model.problem import Place, problem, warning

WORD, MESSAGE, CALENDAR = Place("surat.docx"), Place("pesan.txt", 4), Place("acara.ics", 9)
SPOT = Place("surat.docx[bagian 'Syarat', paragraf 2]")
ROW = Place("surat.docx[tabel 1, baris 3]")
FOUND = {
    "kiriman-tidak-terbaca": (
        problem("kiriman-tidak-terbaca", WORD, jenis="Word (.docx)"),
        "surat.doc, disimpan dengan kata sandi",
        "surat.docx",
    ),
    "kiriman-terlalu-besar": (
        problem("kiriman-terlalu-besar", WORD, batas="20 MB"),
        "surat.docx, 60 MB, dengan 30 foto",
        "surat.docx, 3 MB, dengan 4 foto",
    ),
    "kiriman-gagal-dibaca": (
        problem("kiriman-gagal-dibaca", WORD),
        "surat.docx dengan sejuta paragraf kosong",
        "surat.docx dengan dua halaman",
    ),
    "kiriman-bermuatan": (
        problem("kiriman-bermuatan", WORD, isi="word/vbaProject.bin"),
        "surat.docm, dengan makro",
        "surat.docx",
    ),
    "kiriman-dilewati": (
        warning("kiriman-dilewati", Place("surat.zip"), isi="video.mp4", semua=".docx, .xlsx, .jpg"),
        "surat.zip: surat.docx, video.mp4",
        "surat.zip: surat.docx, foto.jpg",
    ),
    "kiriman-menjadi-halaman": (
        warning("kiriman-menjadi-halaman", WORD, nama="loket-pindah"),
        "selebaran intake surat.docx",
        "selebaran intake surat.docx --set tanggal=2026-12-03",
    ),
    "isian-perlu": (
        problem("isian-perlu", SPOT, isi="teks pengganti untuk 'loket-1.jpg'", tulis="loket-1.jpg=…"),
        "selebaran intake surat.docx",
        "selebaran intake surat.docx --set 'loket-1.jpg=Meja loket di balai desa'",
    ),
    "isian-ditebak": (
        warning("isian-ditebak", MESSAGE, kunci="selesai", maksud="12.00"),
        "Jam: 09.00-12.00",
        "selebaran intake pesan.txt --set selesai=12.00",
    ),
    "isian-tidak-pasti": (
        problem("isian-tidak-pasti", MESSAGE, kunci="tanggal", isi="Kamis 10 Juni, tanpa tahun"),
        "Hari: Kamis, 10 Juni",
        "Hari: Kamis, 10 Juni 2027",
    ),
    "isian-tidak-dipakai": (
        problem("isian-tidak-dipakai", Place("--set judl"), kunci="judl", maksud="judul"),
        "--set 'judl=Loket pindah'",
        "--set 'judul=Loket pindah'",
    ),
    "dokumen-perubahan": (
        problem("dokumen-perubahan", SPOT, isi="Rp2"),
        "Biaya ~Rp1~ Rp2, dengan perubahan yang dilacak",
        "Biaya Rp2",
    ),
    "dokumen-sel-gabungan": (
        problem("dokumen-sel-gabungan", ROW, isi="Senin"),
        "Senin (sel gabungan) | 08.00, lalu 10.00",
        "Senin | 08.00, lalu Senin | 10.00",
    ),
    "dokumen-kotak": (problem("dokumen-kotak", SPOT, isi="Gratis"), "[kotak: Gratis]", "Gratis"),
    "dokumen-benda": (problem("dokumen-benda", SPOT, isi="bagan"), "[bagan Excel]", "gambar bagan itu (.png)"),
    "dokumen-tabel-dalam": (problem("dokumen-tabel-dalam", ROW), "tabel di dalam sel", "dua tabel berurutan"),
    "dokumen-daftar-dalam": (
        problem("dokumen-daftar-dalam", SPOT, batas=3),
        "1. Datang\n   a. pagi\n      - hari kerja\n        - Senin",
        "1. Datang\n   a. pagi hari kerja: Senin",
    ),
    "dokumen-nomor": (warning("dokumen-nomor", SPOT), "I. Datang", "1. Datang"),
    "dokumen-tepi": (
        warning("dokumen-tepi", WORD, isi="Dinas Kesehatan"),
        "kepala halaman: Dinas Kesehatan",
        "paragraf pertama: Dinas Kesehatan",
    ),
    "dokumen-komentar": (warning("dokumen-komentar", SPOT), "Bawa KTP [komentar: asli]", "Bawa KTP asli"),
    "dokumen-berubah": (problem("dokumen-berubah", SPOT, isi="::: Syarat"), "::: Syarat", "Syarat"),
    "pesan-dilewati": (
        warning("pesan-dilewati", MESSAGE, isi="Jangan lupa sarapan"),
        "Jangan lupa sarapan",
        "Catatan: jangan lupa sarapan",
    ),
    "pesan-tanpa-kegiatan": (
        problem("pesan-tanpa-kegiatan", Place("pesan.txt")),
        "Besok ada acara ya",
        "Pos di balai desa\nHari: Kamis, 10 Juni 2027\nJam: 09.00-12.00\nTempat: Balai Desa",
    ),
    "kop-surat-dilewati": (
        warning("kop-surat-dilewati", Place("pengumuman.docx"), isi="Dinas Kesehatan / Jalan Contoh 1"),
        "Dinas Kesehatan\nJalan Contoh 1\n\nPos pindah",
        "Pos pindah",
    ),
    "kop-surat-mungkin": (
        warning("kop-surat-mungkin", Place("pengumuman.docx"), isi="Seksi Promosi"),
        "Seksi Promosi\n\nPos pindah",
        "Pos pindah",
    ),
}
