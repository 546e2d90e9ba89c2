"""Help for the central list and for what daerah.yml says of who a district is and whom to ask there."""

from __future__ import annotations

from selebaran.model.district import CentralList, Contact, District, ListedDistrict, Picture
from selebaran.model.identity import Consent, Countersignature, LocalTerms, Publisher
from selebaran.model.printing import Printing
from selebaran.model.record import Record
from selebaran.words.help.text import Help as H

HELP: dict[type[Record], dict[str, H]] = {
    CentralList: {
        "daerah": H("Daftar daerah", "Daerah yang sah, menurut urutannya di portal"),
        "penjaga": H("Akun penjaga pusat", "Akun yang boleh mengubah semua berkas, tanpa @", "[pusat-contoh]"),
        "portal": H("Alamat portal", "Tanpa https://; tiap situs menautkannya di kaki halaman", "kesehatan.example"),
    },
    ListedDistrict: {
        "akun": H("Akun editor", "Akun yang boleh mengubah folder ini, tanpa @", "[dinkes-maju]"),
        "rekaan": H("Daerah buatan", "Tulis ya bila daerah ini dibuat-buat; di daerah.yml juga", "tidak"),
        "pengesahan": H("Pengesahan", "Ditulis program: selebaran consent sign; jangan diubah dengan tangan"),
        "slug": H("Nama folder", "Huruf kecil, diawali kab-, kota-, atau kec-; hanya dipakai sekali", "kab-maju"),
        "domain": H("Alamat situs", "Huruf kecil, tanpa https://; hanya dipakai sekali", "dinkesmaju.example"),
        "domain_dahulu": H("Alamat dahulu", "Alamat situs sebelumnya; mengantar ke yang sekarang", "[majudua.example]"),
        "disebut": H("Disebut juga", "Nama lain, nama lama, dan ibu kota, untuk pencarian di portal", "[Sitaro]"),
        "domain_sampai": H("Dibayar sampai", "Hari terakhir alamat situs dibayar, tahun-bulan-hari", "2027-12-31"),
    },
    District: {
        "nama": H("Nama lengkap", "Seperti yang tampil di situs", "Kabupaten Maju"),
        "nama_pendek": H("Nama pendek", "Tanpa 'Kabupaten', 'Kota', atau 'Kecamatan'; boleh disingkat", "Maju"),
        "jenis": H("Jenis daerah", "Sama dengan awal nama foldernya", "kabupaten"),
        "provinsi": H("Provinsi", "Nama provinsinya, tidak disingkat", "Banten"),
        "kode_kemendagri": H("Kode wilayah", "Menurut Kementerian Dalam Negeri, dipisah titik", '"00.01"'),
        "zona_waktu": H("Zona waktu", "Untuk jam kegiatan", "WIB"),
        "kode_area": H("Kode area telepon", "Untuk nomor kantor yang ditulis tanpa kode area", '"0254"'),
        "domain": H("Alamat situs", "Huruf kecil, tanpa https://, sama dengan daftar pusat", "dinkesmaju.example"),
        "identitas": H("Kepastian jati diri", "Tulis rancu bila belum jelas daerah mana yang dimaksud", "pasti"),
        "rekaan": H("Daerah buatan", "Tulis ya hanya bila daftar pusat menandainya juga", "tidak"),
        "induk": H("Kabupaten atau kota induk", "Wajib untuk kecamatan; tidak tampil", "Kota Maju"),
        "kecamatan": H(
            "Kecamatan di luar tabel wilayah",
            "Yang lebih baru daripada tabel; daerah buatan menulis semuanya",
            "[Maju]",
        ),
        "persetujuan": H("Persetujuan terbit", "Siapa yang setuju situs ini terbit; tanpa ini hanya pratinjau"),
        "bahasa": H("Bahasa lain", "Kode bahasanya, selain Indonesia", "[jv]"),
        "istilah": H("Sebutan setempat", "Apa nama desa, kecamatan, dan balai desa di sini"),
        "penerbit": H("Penerbit", "Yang bertanggung jawab atas situs dan lembar cetak"),
        "kontak": H("Kantor tempat bertanya", "Tulis hanya kantor yang sudah Anda pastikan"),
        "keadaan": H("Keadaan daerah", "Sejauh mana daerah ini; hanya dengan tanggal dan sumber"),
        "bantuan_daerah": H("Bantuan daerah", "Yang diberikan atau dibayar pemerintah daerah sendiri, dan untuk siapa"),
        "agen": H("Agen", "Orang di desa yang membantu warga; hanya dengan izinnya"),
        "tim_pemandu": H("Tim pemandu", "Siapa membantu apa, di mana"),
        "pos_bantuan": H("Pos bantuan", "Tempat warga dibantu"),
        "mitra": H("Mitra", "Lembaga yang ikut membantu"),
        "testimoni": H("Cerita warga", "Hanya dengan persetujuan bertanggal, dan hanya inisial"),
        "forum": H("Forum", "Pertemuan warga dan petugas tentang layanan"),
        "jangkauan_rs": H("Jangkauan rumah sakit", "Berapa lama dan lewat apa ke rumah sakit, bila jauh"),
        "gambar": H("Gambar", "Gambar di folder gambar/ yang tampil di halaman Tentang"),
        "kertas": H("Kertas kantor", "Kertas di printer dan mesin fotokopi: a4 atau f4; tanpa ini a4", "f4"),
        "cetak": H("Lembar cetak", "Lembar yang dibuat, satu baris tambahan, lambang, dan warna sendiri"),
        "sumber": H("Sumber", "Dari mana nama dan kode di atas; tidak tampil", "[Keputusan Menteri Dalam Negeri]"),
        "catatan": H("Catatan", "Untuk sesama editor; tidak tampil", "Menunggu surat dinas"),
    },
    Consent: {
        "oleh": H("Oleh", "Nama pejabat yang setuju", "Nama pejabat"),
        "jabatan": H("Jabatan", "Jabatannya", "Kepala Dinas Kesehatan"),
        "tanggal": H("Tanggal", "Hari persetujuan, tahun-bulan-hari", "2026-11-21"),
        "bukti": H("Bukti", "Di mana persetujuan itu disimpan; tidak tampil", "Surat, disimpan di Dinas Kesehatan"),
        "menguasai_domain": H("Menguasai domain", "Apakah daerah ini memegang alamat situsnya", "tidak"),
    },
    Countersignature: {
        "tanggal": H("Tanggal", "Hari penjaga pusat mencocokkannya", "2026-12-01"),
        "sidik": H("Sidik", "Dihitung dari semua yang disahkan", "64 angka dan huruf a sampai f"),
        "rincian": H("Rincian", "Dihitung dari tiap isian, supaya yang berubah dapat disebut", "1a2b3c4d 5e6f7a8b"),
    },
    LocalTerms: {
        "desa": H("Sebutan desa", "Misalnya desa, kelurahan, nagari, kampung", "desa"),
        "kecamatan": H("Sebutan kecamatan", "Misalnya kecamatan atau distrik", "kecamatan"),
        "balai_desa": H("Sebutan balai desa", "Tempat warga berkumpul", "balai desa"),
    },
    Publisher: {
        "nama": H("Nama penerbit", "Tampil di setiap halaman dan lembar cetak", "Dinas Kesehatan Maju"),
        "nama_pendek": H("Nama pendek", "Hanya untuk kertas, bila namanya tidak muat", "Dinkes Maju"),
        "alamat": H("Alamat penerbit", "Tampil di halaman Tentang; paling banyak 120 huruf", "Jalan Contoh 1"),
    },
    Contact: {
        "nama": H("Nama kantor", "Nama lengkapnya", "Nama kantor ini"),
        "alamat": H("Alamat", "Paling banyak 120 huruf", "Jalan Contoh 1"),
        "telepon": H("Telepon", "Satu nomor atau lebih, di antaranya garis miring", "0000-1001"),
        "wa": H("WhatsApp", "Satu nomor", "0000-1000-1001"),
        "jam": H("Jam buka", "Hari dan jamnya, waktu setempat", "Senin–Jumat, 08.00–15.00 WIB"),
        "nama_pendek": H("Nama pendek", "Hanya untuk kertas, bila nama lengkapnya tidak muat", "Kantor layanan"),
        "alamat_pendek": H("Alamat pendek", "Hanya untuk kertas, bila alamatnya tidak muat", "Jalan Contoh 1"),
        "jam_pendek": H("Jam pendek", "Hanya untuk kertas, bila jam bukanya tidak muat", "Senin–Jumat 08.00–15.00"),
        "sumber": H("Sumber", "Dari mana Anda tahu; tidak tampil", "Ditelepon petugas"),
        "diperiksa_pada": H("Diperiksa pada", "Hari Anda memastikannya, tahun-bulan-hari", "2026-11-21"),
    },
    Printing: {
        "lembar": H("Lembar yang dibuat", "Kosong: semuanya", "[leaflet-obat, poster-obat]"),
        "baris": H("Baris tambahan", "Satu untuk tiap lembar yang punya ruang", "{leaflet-obat: Tanya di balai desa}"),
        "lambang": H(
            "Lambang daerah", "Berkas dari 'gambar'; bukan lambang lembaga lain atau kementerian", "lambang.png"
        ),
        "warna": H("Warna daerah", "Warna tua, dalam tanda kutip; pengganti biru tua di lembar cetak", '"#5b2a4f"'),
    },
    Picture: {
        "berkas": H("Berkas", "Namanya di folder gambar/: .png, .jpg, .jpeg, atau .webp", "posyandu-maju.jpg"),
        "teks": H(
            "Teks pengganti", "Dibacakan bagi orang yang tidak dapat melihat gambar", "Kader menjelaskan kepada ibu-ibu"
        ),
        "sumber": H("Sumber", "Pemilik gambar; tampil di bawahnya", "Dinas Kesehatan Maju"),
    },
}
