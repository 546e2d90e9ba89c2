"""Help for jadwal.yml, layanan.yml, layanan-usulan.yml and capaian.yml."""

from __future__ import annotations

from selebaran.model.added import Added
from selebaran.model.district import Directory, Facility, Figure, Figures, Schedule
from selebaran.model.event import AskedAbout, Event, Stop
from selebaran.model.outreach import Boat, SpecialHours
from selebaran.model.proposal import Proposal, Proposals
from selebaran.model.province import Province
from selebaran.model.record import Record
from selebaran.model.recurrence import Move, Recurrence
from selebaran.words.help.text import Help as H

SOURCE = H("Sumber", "Dari mana Anda tahu; tampil di bawah daftarnya", "Daftar Dinas Kesehatan")
CHECKED = H("Diperiksa pada", "Hari Anda memastikannya, tahun-bulan-hari", "2026-11-21")
SOURCE_FOR_ALL = H(
    "Sumber untuk semua", "Untuk setiap isi di bawah yang tidak menulis sumbernya sendiri", SOURCE.example
)
CHECKED_FOR_ALL = H("Tanggal periksa untuk semua", "Untuk setiap isi di bawah tanpa tanggal sendiri", CHECKED.example)
FOR_ALL = {"sumber": SOURCE_FOR_ALL, "diperiksa_pada": CHECKED_FOR_ALL}
NOTE = H("Catatan", "Keterangan singkat", "Dibantu kader")

HELP: dict[type[Record], dict[str, H]] = {
    Province: {
        **FOR_ALL,
        "kontak": H("Kontak", "Kantor bagi daerah yang tidak menulis kantornya sendiri"),
        "layanan": H("Tempat layanan", "Misalnya rumah sakit provinsi; tampil di semua daerahnya"),
        "kegiatan": H("Kegiatan", "Kegiatan bagi semua daerah di provinsi ini"),
    },
    Schedule: {"kegiatan": H("Kegiatan", "Yang dapat didatangi warga; yang lewat hilang sendiri")},
    Event: {
        "id": H("Nama alamat", "Alamat halamannya; jangan diubah sesudah terbit", "penyuluhan-balai-desa"),
        "judul": H("Judul", "Paling banyak 80 huruf", "Penyuluhan di balai desa"),
        "jenis": H("Jenis", "Macamnya", "penyuluhan"),
        "tanggal": H("Tanggal", "Hari kegiatan, tahun-bulan-hari", "2026-11-26"),
        "tanggal_selesai": H("Hari terakhir", "Bila lebih dari sehari; jamnya sama tiap hari", "2026-11-27"),
        "mulai": H("Mulai", "Jam setempat, jam.menit, atau: sepanjang hari", "09.00"),
        "selesai": H("Selesai", "Jam setempat; boleh lewat tengah malam, 24.00, atau: selesai", "12.00"),
        "tempat": H("Tempat", "Paling banyak 80 huruf", "Balai Desa Sukamaju"),
        "kecamatan": H("Kecamatan", "Tampil di selebaran", "Sukamaju"),
        "koordinat": H("Titik di peta", "Lintang dan bujur, disalin dari peta", "-6.1169, 106.1539"),
        "perhentian": H("Perhentian", "Layanan keliling: tempat dan jam berhentinya, berurutan"),
        "penyelenggara": H("Penyelenggara", "Tampil di Jadwal", "Puskesmas Maju"),
        "tanya": H("Tanya ke", "Yang menjawab pertanyaan tentang kegiatan ini"),
        "bawa": H("Yang dibawa", "Tampil di beranda", "[KTP, Kartu Keluarga]"),
        "ulang": H("Kegiatan berulang", "Kembali tiap pekan, tiap bulan, atau menurut RRULE"),
        "acara": H("Susunan acara", "Urutannya, bila lebih dari satu", '["08.00: pembukaan"]'),
        "batal": H("Batal", "Tulis ya bila batal; tampil sebagai Dibatalkan", "tidak"),
        "catatan": H("Catatan", "Tampil di Jadwal, jadi tulis untuk warga", "Menunggu perahu pagi"),
        "gambar": H(
            "Foto", "Tampil di poster kegiatan; berkas di gambar/ yang terdaftar di daerah.yml", "balai-desa.jpg"
        ),
    },
    Stop: {
        "mulai": H("Mulai", "Jam berhenti di sini", "09.00"),
        "selesai": H("Selesai", "Jam berangkat lagi", "10.30"),
        "tempat": H("Tempat", "Paling banyak 80 huruf", "Balai Desa Sukamaju"),
        "kecamatan": H("Kecamatan", "Kecamatannya", "Sukamaju"),
    },
    AskedAbout: {
        "nama": H("Nama", "Kantor, atau orang yang setuju namanya tampil", "Puskesmas Maju"),
        "telepon": H("Telepon", "Satu nomor atau lebih, di antaranya garis miring", "0000-2001"),
        "wa": H("WhatsApp", "Nomor HP", "0000-2002"),
    },
    Move: {
        "dari": H("Dari", "Hari yang pindah, tahun-bulan-hari", "2027-02-25"),
        "ke": H("Ke", "Hari gantinya; boleh sama bila hanya jam atau tempatnya", "2027-02-26"),
        "mulai": H("Mulai", "Bila jamnya lain", "10.00"),
        "selesai": H("Selesai", "Bila jamnya lain", "12.00"),
        "tempat": H("Tempat", "Bila tempatnya lain", "Aula Kecamatan Maju"),
        "catatan": H("Catatan", "Sebabnya, untuk warga", "Balai desa dipakai"),
    },
    Recurrence: {
        "tiap": H("Tiap", "Harinya sama; bulan: pekannya juga", "bulan"),
        "sampai": H("Sampai", "Hari terakhir, tahun-bulan-hari; kosong bila tidak ada akhirnya", "2027-06-30"),
        "rrule": H(
            "Aturan RRULE",
            "Sebagai ganti tiap dan sampai, seperti di kalender",
            "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8",
            other=True,
        ),
        "kecuali": H("Kecuali", "Tanggal tanpa kegiatan; harus jatuh pada harinya", "[2027-02-25]"),
        "batal": H("Hari yang batal", "Tampil sebagai Dibatalkan; harus jatuh pada harinya", "[2027-03-25]"),
        "pindah": H("Hari yang pindah", "Satu isi untuk tiap hari yang pindah"),
    },
    Directory: {
        **FOR_ALL,
        "layanan": H("Tempat layanan", "Puskesmas, rumah sakit, dan kantor"),
        "perahu": H("Perahu", "Perahu ke tempat layanan, untuk warga pulau"),
    },
    Facility: {
        "jenis": H("Jenis", "Macam tempatnya; menentukan halaman yang memuatnya", "puskesmas"),
        "nama": H("Nama", "Nama tempatnya", "Puskesmas Maju"),
        "kecamatan": H("Kecamatan", "Kecamatannya", "Maju Kota"),
        "alamat": H("Alamat", "Paling banyak 120 huruf", "Jalan Contoh 11"),
        "telepon": H("Telepon", "Satu nomor atau lebih, di antaranya garis miring", "0000-2001"),
        "jam": H("Jam buka", "Hari, lalu jam setempat", "Sen–Kam 08.00–14.00, Jum 08.00–11.00"),
        "urusan": H("Urusan", "Yang dilayani di sana, misalnya di kantor", "Bertanya dan mendaftar"),
        "igd": H("IGD", "Tulis ya hanya bila instalasi gawat daruratnya buka", "tidak"),
        "buka_24_jam": H("Buka 24 jam", "Tulis ya hanya bila juga malam ada yang menolong", "tidak"),
        "akses": H("Cara mencapainya", "Bila tidak biasa", "Perahu pagi dan sore"),
        "jam_khusus": H("Jam khusus", "Kapan petugas di sana membantu warga"),
        "koordinat": H("Titik di peta", "Lintang dan bujur, disalin dari peta", "-6.1169, 106.1539"),
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
        "oleh": H("Diperiksa oleh", "Siapa yang memastikannya; tidak tampil di situs", "Seksi Layanan Dinas Kesehatan"),
    },
    Proposals: {
        "keadaan": H("Keadaan", "Selalu: belum dicocokkan. Yang sudah cocok pindah ke layanan.yml", "belum dicocokkan"),
        "sumber": H("Sumber", "Daftar lama asalnya; tampil di samping tiap usulan", "Daftar Kementerian Kesehatan"),
        "tahun": H("Tahun", "Tahun daftar itu", "2019"),
        "jenis": H("Jenis", "Macam tempatnya, seperti di layanan.yml", "puskesmas"),
        "usulan": H("Usulan", "Satu isi untuk tiap tempat; hapus yang tidak ada lagi"),
    },
    Proposal: {
        "nama": H("Nama", "Nama tempatnya; betulkan bila sudah berganti", "Puskesmas Maju"),
        "kecamatan": H("Kecamatan", "Kecamatannya; betulkan bila keliru", "Maju Kota"),
        "koordinat": H("Titik di peta", "Lintang dan bujur, disalin dari peta", "-6.1169, 106.1539"),
    },
    SpecialHours: {
        "hari": H("Hari", "Harinya", "Rabu"),
        "jam": H("Jam", "Waktu setempat", "13.00–15.00 WIB"),
        "catatan": NOTE,
    },
    Boat: {
        "rute": H("Rute", "Dari mana ke mana", "Dermaga Maju ke Pulau Maju"),
        "hari": H("Hari", "Hari berangkat", "setiap hari"),
        "jam": H("Jam", "Jam berangkat, waktu setempat", "07.00 dan 15.00 WIB"),
        "catatan": H("Catatan", "Keterangan singkat", "Tidak berangkat saat ombak tinggi"),
        "sumber": H("Sumber", "Dari mana Anda tahu; tampil di bawah daftarnya", "Kepala dermaga"),
        "diperiksa_pada": CHECKED,
    },
    Figures: {
        "sumber": H("Sumber untuk semua", SOURCE_FOR_ALL.text, "Laporan Dinas Kesehatan"),
        "capaian": H("Capaian", "Jumlah yang dicapai, satu isi untuk tiap bulan"),
        "baru": H("Yang baru", "Jumlah yang baru dalam sebulan, satu isi untuk tiap bulan"),
    },
    Added: {
        "bulan": H("Bulan", "Tahun-bulan; tiap bulan hanya sekali", "2026-10"),
        "jumlah": H("Jumlah", "Semua yang baru dalam bulan itu; angka saja, tanpa titik", "705"),
        "kecamatan": H(
            "Per kecamatan",
            "Nama kecamatan, lalu jumlahnya; bersama 'lain' sama dengan jumlah",
            "{Maju Kota: 400, Maju Desa: 300}",
        ),
        "lain": H("Lain", "Yang tidak diketahui kecamatannya", "5"),
        "sumber": H("Sumber", "Tampil bersama tabel", "Laporan Dinas Kesehatan Oktober 2026"),
    },
    Figure: {
        "bulan": H("Bulan", "Tahun-bulan; tiap bulan hanya sekali", "2026-10"),
        "peserta": H("Peserta", "Jumlah seluruhnya; angka saja, tanpa titik", "244600"),
        "aktif": H("Aktif", "Yang sudah tercapai; tidak lebih dari peserta", "196385"),
        "sumber": H("Sumber", "Tampil bersama tabel", "Laporan Dinas Kesehatan Oktober 2026"),
    },
}
