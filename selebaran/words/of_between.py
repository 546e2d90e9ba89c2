"""What is said of files that don't fit together: the central list, pictures, sheets, the facts register."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Antar-berkas"
MESSAGES: dict[str, M] = {
    "domain-tidak-cocok": M(
        "domain di sini ({isi}) tidak sama dengan domain di daftar pusat ({pusat})",
        "samakan dengan districts/_daftar.yml, atau hubungi penjaga pusat",
    ),
    "rekaan-tidak-cocok": M(
        "'rekaan' di sini {isi}, di daftar pusat {pusat}: hanya penjaga pusat yang menandai daerah rekaan",
        "samakan; yang memang rekaan ditandai penjaga pusat dengan 'rekaan: ya' pada {slug} di districts/_daftar.yml",
    ),
    "kode-dipakai-dua": M(
        "kode wilayah {isi} sudah dipakai '{slug}'", "satu kode untuk satu daerah; periksa daerah yang mana"
    ),
    "nama-dipakai-dua": M(
        "nama '{isi}' sudah dipakai '{slug}'", "satu nama untuk satu daerah; periksa daerah yang mana"
    ),
    "wilayah-tidak-cocok": M(
        "'{kunci}' di sini '{isi}', padahal ini {wilayah}",
        "tulis {kunci}: {benar}; bila nama folder daerah yang keliru, hubungi penjaga pusat",
    ),
    "wilayah-tidak-dikenal": M(
        "kode {isi} dan nama '{nama}' tidak ada dalam tabel wilayah",
        "maksudnya {maksud}? Kodenya {benar}",
        "tulis kode dan nama menurut Kementerian Dalam Negeri; untuk daerah buatan, tulis rekaan: ya",
    ),
    "zona-lain": M(
        "'{isi}' memakai {zona}, padahal daerah ini memakai {milik}",
        "tulis '{sama}' bila itu sudah jam setempat, atau '{maksud}' bila jamnya memang {zona}",
    ),
    "kecamatan-tidak-dikenal": M(
        "kecamatan '{isi}' tidak ada di {wilayah}",
        "maksudnya '{maksud}'?",
        "periksa ejaannya; kecamatan yang lebih baru daripada tabel wilayah ditambahkan ke 'kecamatan' di daerah.yml",
    ),
    "tempat-ganda": M("'{nama}' sudah ada di baris {baris}", "hapus salah satu, atau tulis apa bedanya di namanya"),
    "usulan-sudah-ada": M(
        "usulan '{nama}' sudah ada di layanan.yml", "hapus dari layanan-usulan.yml, atau betulkan namanya"
    ),
    "kegiatan-ganda": M(
        "'{judul}' pada {tanggal} pukul {jam} di tempat yang sama sudah ada di baris {baris}", "hapus salah satu"
    ),
    "id-kegiatan-ganda": M(
        "'{id}' sudah dipakai di {berkas} baris {baris}",
        "itu kegiatan yang sama, '{judul}': hapus salah satu",
        "itu kegiatan lain: beri tiap kegiatan 'id' sendiri",
    ),
    "kegiatan-tanpa-id": M(
        "kegiatan '{judul}' belum punya 'id'; alamatnya berubah bila judul atau tanggalnya diubah",
        "tulis 'id: {maksud}'",
    ),
    "diperiksa-di-depan": M(
        "'{kunci}' {isi} belum tiba: hari ini {hari}",
        "maksudnya {maksud}?",
        "tulis hari Anda memastikannya, paling lambat {hari}",
    ),
    "bulan-di-depan": M(
        "bulan {isi} belum tiba: hari ini {hari}", "maksudnya {maksud}?", "tulis bulan yang sudah lewat"
    ),
    "lama-tidak-dicocokkan": M(
        "belum dicocokkan sejak {sejak}, lebih dari setahun: {nama}",
        "tanyakan lagi alamat, telepon, dan jamnya, lalu tulis harinya di 'diperiksa_pada', paling lambat {hari}",
    ),
    "domain-dipakai-dua": M("domain '{isi}' sudah dipakai '{slug}'", "satu domain untuk satu daerah"),
    "domain-dahulu-tanpa-arah": M(
        "alamat dahulu '{isi}' tidak mengantar ke mana pun: daerah ini tidak punya domain",
        "tulis 'domain' daerah ini, atau hapus dari 'domain_dahulu'",
    ),
    "domain-hampir-habis": M(
        "domain '{domain}' dibayar sampai {sampai}, {hari} hari lagi",
        "bayar perpanjangannya, lalu tulis hari yang baru di 'domain_sampai'",
    ),
    "domain-habis": M(
        "domain '{domain}' hanya dibayar sampai {sampai}; orang lain dapat mengambilnya, dengan semua kode QR yang beredar",
        "bayar perpanjangannya, lalu tulis hari yang baru di 'domain_sampai'",
    ),
    "lembar-melebihi-domain": M(
        "lembar ini hanya berlaku sampai {sampai}, hari terakhir domainnya dibayar: {lembar}",
        "bayar perpanjangannya sebelum mencetak, lalu tulis hari yang baru di 'domain_sampai'",
    ),
    "slug-ganda": M("'{slug}' tercantum dua kali", "hapus salah satu"),
    "gambar-hilang": M(
        "gambar '{berkas}' tidak ada di folder gambar/",
        "maksudnya '{maksud}'?",
        "taruh gambarnya di folder gambar/, atau hapus dari daerah.yml",
    ),
    "gambar-tidak-terbaca": M(
        "'{berkas}' bukan gambar PNG, JPEG, WebP, atau HEIC yang utuh",
        "buka gambarnya di aplikasi gambar, lalu simpan ulang sebagai PNG atau JPG",
    ),
    "gambar-salah-akhiran": M("isi '{berkas}' adalah gambar {jenis}", "ganti namanya, di sini juga: {maksud}"),
    "gambar-bergerak": M("'{berkas}' adalah gambar bergerak", "simpan satu gambar diam sebagai PNG atau JPG"),
    "gambar-terlalu-besar": M(
        "'{berkas}' lebih besar dari {batas}", "kecilkan dulu di aplikasi gambar, misalnya sampai lebarnya 1.600 titik"
    ),
    "gambar-terlalu-luas": M(
        "'{berkas}' berukuran {lebar} × {tinggi} titik, lebih dari {batas} juta titik",
        "kecilkan dulu di aplikasi gambar, misalnya sampai lebarnya 1.600 titik",
    ),
    "gambar-terlalu-panjang": M(
        "'{berkas}' berukuran {lebar} × {tinggi} titik; di situs tinggal {kecil} titik, jadi tidak terbaca",
        "potong menjadi beberapa gambar; sisi panjangnya paling banyak {kali} kali sisi pendeknya",
    ),
    "gambar-terlalu-banyak": M(
        "gambar yang dicatat lebih dari {jumlah} buah, atau seluruhnya lebih besar dari {batas}",
        "hapus yang lama, atau kecilkan yang besar",
    ),
    "lembar-tidak-ada": M("lembar cetak '{nama}' tidak ada", "maksudnya '{maksud}'?", "pilih dari: {semua}"),
    "baris-tanpa-lembar": M(
        "baris tambahan untuk '{lembar}', tetapi daerah ini tidak membuat lembar itu",
        "tambahkan '{lembar}' ke 'cetak.lembar', atau hapus barisnya",
    ),
    "baris-tanpa-ruang": M(
        "lembar '{lembar}' tidak punya ruang untuk baris tambahan",
        "hapus; yang punya ruang: {ada}",
        "hapus; belum ada lembar yang punya ruang",
    ),
    "baris-terlalu-panjang": M(
        "baris tambahan untuk '{lembar}' {ada} huruf, paling banyak {batas}", "pendekkan {lebih} huruf"
    ),
    "lambang-tidak-terdaftar": M(
        "lambang '{berkas}' tidak ada dalam daftar 'gambar' di berkas ini",
        "maksudnya '{maksud}'?",
        "taruh di folder gambar/, lalu tulis berkas, teks, dan sumbernya di 'gambar'",
    ),
    "lambang-ukuran": M(
        "lambang '{berkas}' berukuran {lebar} × {tinggi} titik",
        "simpan ulang: sisi pendek paling sedikit {pendek} titik, sisi panjang paling banyak {panjang}",
    ),
    "lambang-tidak-terlihat": M(
        "lambang '{berkas}' tidak terlihat: semua warnanya hampir sama",
        "pakai lambang yang berwarna, atau yang latarnya tembus pandang",
    ),
    "warna-kosong": M(
        "'cetak.warna' kosong, jadi warnanya tetap biru tua",
        'apit warnanya dengan tanda kutip, contoh warna: "#5b2a4f", atau hapus baris ini',
    ),
    "warna-kurang-kontras": M(
        "warna {isi} terlalu dekat dengan {dengan}, yang harus terbaca di sana: kontrasnya {ada}, paling sedikit 4,5",
        'pakai warna terdekat yang cukup: "{maksud}"',
        "pakai warna yang lebih tua",
    ),
    "fakta-ganda": M("fakta '{nama}' sudah ada di baris {baris}", "pakai nama lain; setiap nama hanya boleh sekali"),
    "gambar-bagikan-ganda": M(
        "gambar '{nama}' sudah ada di baris {baris}", "pakai nama lain; nama itu menjadi nama berkasnya"
    ),
    "kode-lembar-ganda": M("kode '{kode}' sudah dipakai lembar '{lembar}'", "pakai kode lain, contoh p2"),
}
