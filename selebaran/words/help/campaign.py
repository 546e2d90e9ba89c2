"""Help for content/kampanye.yml. The examples are of no campaign that there is: its subject is worms."""

from __future__ import annotations

from selebaran.model.campaign import (
    AnswererKind,
    Ask,
    AskByMessage,
    AskByPhone,
    Campaign,
    Centre,
    ContactKind,
    Emergency,
    EventKinds,
    FigureWords,
    GlossaryPage,
    KnownPages,
    LocalDrawing,
    NextPage,
    Portal,
    Scene,
    ServiceKind,
    SiteNames,
    SubdistrictKind,
)
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

PART = "Halaman dan id bagiannya, dipisah #"
FIELDS = "Boleh memuat {daerah} dan {sebutan}"
FACT = "Nama nilai berjenis telepon di fakta.yml"

HELP: dict[type[Record], dict[str, H]] = {
    SubdistrictKind: {
        "halaman": H("Halaman daftarnya", "Halaman tiap kecamatan ada di bawahnya", "k"),
        "bagian": H("Bagian bersama", "Id bagian halaman itu yang berlaku di tiap kecamatan", "[tanya]"),
        "dibawa_ke": H("Tampil juga di", "Halaman yang memuat kecamatan pilihan warga di atasnya", "[beranda]"),
    },
    Centre: {
        "nama": H("Nama", "Siapa yang membacanya", "Tim Cacingan"),
        "surel": H("Surel", "Alamat surel; tampil sebagai tautan", "tim@cacingan.example"),
        "telepon": H("Telepon", "Nomor yang dapat ditelepon; dipakai bila tidak ada surel", "0000-1000-1001"),
    },
    Campaign: {
        "nama": H("Nama kampanye", "Pokoknya dalam satu dua kata", "Cacingan"),
        "situs": H("Nama situs", "Bagaimana situs tiap daerah disebut"),
        "kaki": H(
            "Kaki halaman",
            f"Siapa penyelenggaranya, dan apa yang tidak pernah diminta situs ini. {FIELDS}",
            "Situs ini tidak meminta data diri atau uang.",
        ),
        "bukan_resmi": H(
            "Bukan situs resmi",
            "Kalimat di kaki halaman selama daerah belum punya penerbit",
            "Bukan situs resmi pemerintah daerah.",
        ),
        "bahasa": H(
            "Bahasa lain",
            "Bahasa yang boleh dipakai untuk terjemahan, menurut kodenya (ISO 639)",
        ),
        "pusat": H("Pusat", "Siapa yang mendengar bila ada yang salah di situs"),
        "lembar_cetak": H(
            "Lembar cetak", f"Kalimat di atas halaman unduhan. {FIELDS}", "Selebaran dan poster cacingan untuk dicetak."
        ),
        "tanya": H("Tempat bertanya", "Kepada siapa warga bertanya"),
        "darurat": H("Keadaan darurat", "Pita di atas tiap halaman; tanpa ini tidak ada pita"),
        "bilah": H(
            "Bilah di kaki layar HP",
            "Dua halaman di samping tombol telepon; tanpa ini tidak ada bilah",
        ),
        "nomor_pendek": H("Nomor pendek", "Nomor tanpa kode area yang dapat ditelepon dari mana saja", "[110, 112]"),
        "halaman": H("Halaman bertugas", "Halaman yang ditautkan di kaki, dan yang memuat daftar pertanyaan"),
        "kelompok": H(
            "Kelompok halaman",
            "Kunci untuk kepala halaman, dan judulnya di menu, menurut urutannya",
            "{obat: Minum obat}",
        ),
        "kegiatan": H("Kegiatan", "Macam kegiatan yang dapat didatangi warga"),
        "kontak": H("Kontak", "Kantor yang dapat diisi daerah; kuncinya huruf kecil, angka, dan garis bawah"),
        "layanan": H("Tempat layanan", "Macam tempat di layanan.yml, dan halaman yang memuatnya"),
        "pos_bantuan": H("Pos bantuan", f"{PART}, yang memuat pos bantuan daerah", "obat#tempat"),
        "kecamatan": H("Halaman kecamatan", "Satu halaman untuk tiap kecamatan; tanpa ini tidak dibuat"),
        "istilah": H("Halaman istilah", "Halaman dari istilah.yml; tanpa ini tidak dibuat"),
        "capaian": H("Capaian", "Kata-kata untuk grafik capaian.yml; tanpa ini daerah tidak punya grafik"),
        "portal": H("Portal", "Halaman yang memuat semua daerah; tanpa ini tidak dibuat"),
        "seni_provinsi": H(
            "Gambar tiap provinsi", "Gambar yang di provinsi tertentu menggantikan gambar lain di halaman"
        ),
        "bagikan": H("Gambar untuk dibagikan", "Gambar untuk WhatsApp dan media sosial (selebaran build --bagikan)"),
        "kit": H("Kit acara", "Apa yang dicetak untuk tiap macam kegiatan (selebaran kit); tanpa ini tidak ada kit"),
        "contoh_pencarian": H("Contoh pencarian", "Tampil samar di kotak cari", "cuci tangan"),
        "keadaan": H(
            "Keadaan daerah",
            "Sejauh mana sebuah daerah, menurut pihak yang berwenang: kunci, dan bacaannya bagi warga",
            "{bebas: Bebas cacingan}",
        ),
        "penjawab": H(
            "Penjawab fakta",
            "Siapa yang dapat menjawab pertanyaan tentang fakta, menurut urutannya di naskah telepon",
        ),
        "kunci_lama": H(
            "Kunci lama", "Kunci berkas daerah yang berganti nama, dan namanya kini", "{posko: posko_obat}"
        ),
    },
    AnswererKind: {
        "sebutan": H("Sebutan", "Kantor atau petugas yang ditanya", "Dinas Kesehatan"),
        "dibaca": H("Dibaca", "Tulis ya bila bukan orang yang ditanya, melainkan naskah yang dibaca", "ya"),
    },
    SiteNames: {
        "nama": H("Nama situs", FIELDS, "Bebas cacing {daerah}"),
        "nama_pendek": H("Nama pendek", f"Di kepala halaman. {FIELDS}", "Bebas cacing {sebutan}"),
    },
    Ask: {
        "tempat": H("Tempat", "Tempat bertanya bila tidak ada nomor, seperti di tengah kalimat", "puskesmas terdekat"),
        "telepon": H("Telepon", "Nomor yang dapat ditelepon; tanpa ini warga diarahkan ke tempatnya"),
        "pesan": H("Pesan", "Nomor untuk berkirim pesan; tanpa ini tidak ada tombolnya"),
        "penjawab": H("Penjawab", "Siapa yang menjawab, seperti di tengah kalimat", "petugas puskesmas"),
    },
    AskByPhone: {
        "nilai": H("Nilai", FACT, "posko_telepon"),
        "sebutan": H("Sebutan", "Namanya, di depan nomor", "Posko Bebas Cacing"),
        "sebutan_lengkap": H(
            "Sebutan lengkap", "Namanya bila nomor ada di baris lain", "Posko Bebas Cacing Dinas Kesehatan"
        ),
    },
    AskByMessage: {
        "nilai": H("Nilai", FACT, "posko_wa"),
        "sebutan": H("Sebutan", "Namanya, di depan nomor", "WhatsApp posko"),
    },
    Emergency: {
        "halaman": H("Halaman", "Halaman yang dituju pita", "bahaya"),
        "telepon": H("Telepon", "Nomor darurat dari fakta.yml; tombolnya di atas halaman itu"),
        "kontak": H(
            "Kontak",
            "Kunci di 'kontak': nomor daerah yang didahulukan bila diperiksa dalam setahun terakhir",
            "posko_obat",
        ),
        "pita": H(
            "Pita", "Kalimat di atas tiap halaman; **tebal** boleh", '"**Sesak napas?** Langsung ke rumah sakit"'
        ),
        "tanpa_internet": H(
            "Tanpa internet",
            "Kalimat di halaman yang tampil saat HP tanpa internet",
            '"**Darurat?** Langsung ke rumah sakit."',
        ),
    },
    KnownPages: {
        "tentang": H(
            "Tentang", "Halaman tentang situs: memuat semua fakta dan capaian, ditautkan di kaki", "tentang-kami"
        ),
        "tanya_jawab": H("Tanya jawab", "Halaman yang semua pertanyaannya terdaftar di atas", "pertanyaan"),
    },
    EventKinds: {
        "tampil_di": H("Tampil di", f"{PART}, yang memuat kegiatan", "obat#jadwal"),
        "jenis": H("Jenis", "Kunci untuk jadwal.yml, dan bacaannya bagi warga", "{minum_obat: Minum obat cacing}"),
        "kesempatan": H(
            "Kesempatan",
            "Untuk tiap jenis: kesempatan di piece.yml yang cocok; tanpa ini semua lembar cocok",
            "{minum_obat: [sekolah, posyandu]}",
        ),
    },
    ContactKind: {
        "sebutan": H("Sebutan", "Namanya seperti di tengah kalimat", "posko cacingan"),
        "tampil_di": H("Tampil di", f"{PART}, yang memuat kantor ini", "obat#tempat"),
        "keterangan": H("Keterangan", "Untuk yang mengisi daerah.yml, tanpa titik", "Tampil di halaman Minum obat"),
    },
    ServiceKind: {
        "sebutan": H("Sebutan", "Namanya, bagi yang mengisi layanan.yml", "Posko"),
        "tampil_di": H("Tampil di", f"{PART}, yang memuat tempat ini", "obat#tempat"),
        "tampil_di_bila_igd": H("Tampil di, bila ada IGD", f"{PART}, untuk tempat dengan igd: ya", "bahaya#igd"),
    },
    GlossaryPage: {
        "judul": H("Judul", "Judul halamannya", "Arti kata-kata"),
        "menu_judul": H("Judul di menu", "Bila judulnya terlalu panjang untuk menu", "Arti kata"),
        "ringkas": H("Ringkas", "Satu kalimat tentang halamannya", "Arti kata yang jarang didengar."),
        "kelompok": H("Kelompok", "Salah satu kunci 'kelompok'", "bantuan"),
        "lanjut": H("Sesudah ini", "Tautan di akhir halaman"),
    },
    NextPage: {
        "judul": H("Judul", "Kata-kata tautannya", "Obat cacing"),
        "ke": H("Ke", "Halaman yang dituju", "obat"),
    },
    FigureWords: {
        "tentang": H("Tentang", "Siapa atau apa yang dihitung", "Anak sekolah"),
        "semua": H("Semua", "Sebutan jumlah seluruhnya, huruf kecil", "terdaftar"),
        "sebagian": H("Sebagian", "Sebutan bagian yang tercapai, huruf kecil", "sudah minum obat"),
        "baru": H("Baru", "Sebutan yang baru dalam sebulan; tanpa ini 'baru' tidak tampil", "Anak yang baru terdaftar"),
    },
    Portal: {
        "judul": H("Judul", "Judul di peramban", "Bebas cacing: kabupaten dan kota"),
        "merek": H("Merek", "Nama di kepala halaman", "Bebas cacing di daerah Anda"),
        "ringkas": H("Ringkas", "Kalimat untuk mesin pencari", "Daftar situs bebas cacing tiap daerah."),
        "pembuka": H("Pembuka", "Kalimat di bawah judul", "Tiap daerah punya situs sendiri."),
        "tentang": H(
            "Tentang daftar ini", "Paragraf di akhir; **tebal** boleh", "[Daftar ini mengumpulkan situs tiap daerah.]"
        ),
        "darurat": H("Keadaan darurat", "Kalimat di atas nomor; **tebal** boleh", '"**Darurat?** Ke rumah sakit."'),
        "gambar": H("Gambar", "Gambar dari folder seni/ di samping pembuka"),
        "contoh_pencarian": H("Contoh pencarian", "Nama daerah yang tampil samar di kotaknya", "maju"),
    },
    LocalDrawing: {
        "seni": H(
            "Gambar", "Nama berkas di folder seni/, tanpa .svg; judul di dalamnya menjadi teks penggantinya", "sawah"
        ),
        "menggantikan": H("Menggantikan", "Gambar yang disebut halaman", "kebun"),
        "provinsi": H("Provinsi", "Nama provinsi seperti di daerah.yml", "[Bali, Banten]"),
    },
    Scene: {
        "seni": H("Gambar", "Nama berkas di folder seni/, tanpa .svg", "cuci-tangan"),
        "kotak": H("Kotak", "Bagian yang tampil: kiri, atas, lebar, tinggi", "0 0 240 168"),
    },
}
"""By record, then by key as it stands in YAML."""
