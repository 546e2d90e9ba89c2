"""Help for content/fakta.yml. The examples are of no campaign that there is: its subject is worms."""

from __future__ import annotations

from selebaran.model.facts import Check, Fact, FactFile, FactValue
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    FactFile: {"fakta": H("Daftar fakta", "Setiap angka, nomor, tenggat, dan aturan yang dipakai naskah")},
    Fact: {
        "id": H("Kode", "Tiga atau empat huruf besar, tanda hubung, dua angka", "OBT-01"),
        "topik": H("Topik", "Tentang apa", "Harga obat cacing"),
        "sebutan": H(
            "Sebutan", "Topiknya dalam satu dua kata, untuk kaki lembar cetak; paling banyak 24 huruf", "harga obat"
        ),
        "kalimat": H("Kalimat", "Faktanya dalam satu kalimat", "Obat cacing Rp42.000 sebotol."),
        "nilai": H("Nilai", "Nilai bernama; namanya hanya boleh sekali di seluruh berkas"),
        "sumber": H("Sumber", "Dokumen atau halaman yang mengatakannya", "[Buku Cacingan 2026]"),
        "sumber_per": H("Sumber per", "Hari yang dibicarakan sumber terbaru", "2026-02-01"),
        "diperiksa_pada": H("Diperiksa pada", "Hari seseorang mencocokkannya dengan sumber", "2026-11-21"),
        "selang_periksa_hari": H("Selang periksa", "Sesudah berapa hari harus diperiksa lagi", "180"),
        "periksa_lagi": H("Periksa lagi", "Hari sejak kapan fakta ini dianggap lewat", "2027-05-20"),
        "bila_lewat": H("Bila lewat", "Apa yang dilakukan halaman yang terbit sesudah hari itu", "tandai"),
        "terbit": H("Terbit", "Tulis tidak bila fakta ini bukan untuk umum", "ya"),
        "keyakinan": H("Keyakinan", "A paling yakin; hanya A dan B boleh di kertas", "B"),
        "berakhir": H("Berakhir", "Hari pertama fakta ini tidak berlaku lagi", "2027-12-31"),
        "dibantah": H(
            "Dibantah", "Sumber yang mengatakan lain; sejak itu 'bila_lewat' berlaku begitu lewat", "Edaran 4/2026"
        ),
        "keselamatan": H(
            "Keselamatan", "Tulis ya bila tidak membacanya membahayakan orang; tidak pernah disembunyikan", "ya"
        ),
        "diperiksa_sejak": H("Diperiksa sejak", "Hari pemeriksaan ulang dimulai", "2026-11-23"),
        "penanggung_jawab": H("Penanggung jawab", "Siapa yang memeriksanya", "Tim Obat"),
        "cara_periksa": H("Cara periksa", "Apa yang ditanyakan, kepada siapa", "Tanyakan ke Dinas Kesehatan"),
        "penjawab": H(
            "Penjawab",
            "Siapa yang dapat menjawabnya di telepon; kuncinya di kampanye.yml",
            "dinkes",
        ),
        "catatan": H("Catatan", "Untuk sesama editor; tidak tampil", "Menunggu peraturan baru"),
        "riwayat": H("Riwayat", "Semua pemeriksaan, yang tertua dulu; ditulis oleh 'facts recheck'"),
    },
    FactValue: {
        "jenis": H("Jenis", "Bagaimana nilai itu ditulis di halaman", "rupiah"),
        "sebutan": H("Sebutan", "Namanya seperti dibaca warga; kosong: kata-kata namanya", "Harga sebotol"),
        "isi": H("Isi", "Angka tanpa titik dan tanpa Rp; tanggal sebagai tahun-bulan-hari", "42000"),
    },
    Check: {
        "tanggal": H("Tanggal", "Hari pemeriksaan", "2026-11-21"),
        "oleh": H("Oleh", "Siapa yang memeriksa", "Sari"),
        "sumber": H("Sumber", "Dicocokkan dengan apa", "Buku Cacingan 2026"),
        "kutipan": H("Kutipan", "Kalimat sumbernya", "Harga obat cacing Rp42.000."),
        "disetujui": H("Disetujui", "Orang kedua; wajib bila nilai berubah", "Budi"),
        "penjawab": H("Penjawab", "Pejabat yang ditanya, dengan namanya", "Wati"),
        "jabatan": H("Jabatan", "Jabatan pejabat itu", "Kepala Bidang Pencegahan Penyakit"),
        "semula": H("Semula", "Nilai sebelum pemeriksaan ini, menurut namanya", "{harga_obat: 41000}"),
    },
}
