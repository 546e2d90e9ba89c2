"""Help for what daerah.yml says of schemes, people, partners, desks and the forum."""

from __future__ import annotations

from selebaran.model.outreach import (
    Agent,
    Agreement,
    Forum,
    Guide,
    HelpDesk,
    LocalScheme,
    Partner,
    Reach,
    State,
    Testimony,
)
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

SOURCE = H("Sumber", "Dari mana Anda tahu; dapat tampil", "Surat Dinas Kesehatan")
CHECKED = H("Diperiksa pada", "Hari Anda memastikannya, tahun-bulan-hari", "2026-11-21")
PHONE = H("Telepon", "Satu nomor; nomor orang hanya dengan izinnya", "0000-1000-1001")

HELP: dict[type[Record], dict[str, H]] = {
    State: {
        "status": H("Status", "Keadaan daerah ini", "tercapai"),
        "per_tanggal": H("Per tanggal", "Hari status itu berlaku, tahun-bulan-hari", "2026-10-01"),
        "sumber": H("Sumber", "Dari mana Anda tahu", "Surat Dinas Kesehatan"),
    },
    LocalScheme: {
        "nama": H("Nama bantuan", "Nama resminya", "Bantuan Warga Maju"),
        "untuk": H("Untuk siapa", "Siapa yang boleh memakainya", "Warga Maju yang tidak mampu"),
        "syarat": H("Syarat", "Surat yang dibawa", "[KTP, Surat desa]"),
        "cara": H("Cara", "Apa yang dilakukan warga", "Bawa surat ke Dinas Kesehatan"),
        "telepon": H("Telepon", "Tempat bertanya", "0000-1007"),
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
    Agent: {
        "wilayah": H("Wilayah", "Desa atau wilayah kerjanya", "Desa Sukamaju"),
        "nama": H("Nama", "Nama agen; hanya dengan izinnya", "Nama agen"),
        "telepon": PHONE,
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
    Guide: {
        "peran": H("Peran", "Apa yang dibantunya", "Pemandu pendaftaran"),
        "wilayah": H("Wilayah", "Kecamatan atau desa", "Maju Kota"),
        "nama": H("Nama", "Nama orang; hanya dengan izinnya", "Nama pemandu"),
        "telepon": PHONE,
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
    HelpDesk: {
        "nama": H("Nama pos", "Nama yang dikenal warga", "Pos bantuan Pasar Maju"),
        "kecamatan": H("Kecamatan", "Kecamatannya; pos itu tampil di halaman kecamatan ini", "Maju Kota"),
        "alamat": H("Alamat", "Letaknya", "Jalan Contoh 7"),
        "hari": H("Hari buka", "Hari-harinya", "Selasa dan Kamis"),
        "jam": H("Jam buka", "Waktu setempat", "09.00–12.00 WIB"),
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
    Partner: {
        "nama": H("Nama lembaga", "Nama lengkapnya", "Klinik Maju Sehat"),
        "peran": H("Peran", "Bantuannya", "Menjawab pertanyaan warga"),
        "sumber": SOURCE,
    },
    Testimony: {
        "inisial": H("Inisial", "Satu sampai tiga huruf besar, bukan nama", "S.M."),
        "tempat": H("Tempat", "Kecamatan atau desa", "Maju Kota"),
        "teks": H("Cerita", "Kata-katanya sendiri, paling banyak 400 huruf, tanpa penyakit", "Kader menemani saya."),
        "persetujuan": H("Persetujuan", "Izin orangnya; tanpa ini daerah ditolak"),
    },
    Agreement: {
        "tanggal": H("Tanggal", "Hari izin diberikan, tahun-bulan-hari", "2026-11-02"),
        "bukti": H("Bukti", "Di mana izin itu disimpan; tidak tampil", "Surat, disimpan di Dinas Kesehatan"),
    },
    Reach: {
        "lama": H("Lama", "Berapa lama dari tempat warga yang jauh", "sekitar 3 jam dari Pulau Maju"),
        "jalan": H("Jalan", "Lewat apa, dan kapan", "Perahu, hanya siang"),
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
    Forum: {
        "nama": H("Nama forum", "Nama yang dikenal warga", "Forum Peduli Sehat Maju"),
        "jadwal": H("Jadwal", "Kapan bertemu", "Rabu pertama tiap tiga bulan"),
        "tempat": H("Tempat", "Di mana bertemu", "Aula Dinas Kesehatan"),
        "sumber": SOURCE,
        "diperiksa_pada": CHECKED,
    },
}
