"""What is said of a key or its content, for which nothing else than its file has to be known."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Isian"
MESSAGES: dict[str, M] = {
    "kunci-ganda": M("kunci '{kunci}' sudah ada di baris {baris}", "hapus salah satu"),
    "kunci-hilang": M("'{kunci}' wajib ada", "tambahkan baris '{nama}: …'"),
    "kunci-tidak-dikenal": M("'{kunci}' tidak dikenal", "maksudnya '{maksud}'?", "hapus; yang dikenal: {semua}"),
    "pilihan-tidak-sah": M(
        "'{isi}' bukan pilihan untuk '{kunci}'",
        "maksudnya '{maksud}'? Pilihan: {pilihan}",
        "pilih salah satu: {pilihan}",
    ),
    "kampanye-tanpa-macam": M(
        "'{isi}' tidak dikenal: kampanye ini tidak punya '{daftar}'",
        "hapus isian ini, atau minta penjaga pusat menambahkan '{daftar}' di content/kampanye.yml",
    ),
    "bukan-teks": M("'{kunci}' harus berupa satu isi, bukan daftar atau kelompok", "tulis isinya di baris yang sama"),
    "bukan-angka": M("'{isi}' bukan angka", "tulis angkanya saja, tanpa titik ribuan dan tanpa satuan"),
    "bukan-daftar": M("'{kunci}' harus berupa daftar", "tulis tiap isi di baris sendiri, diawali '- '"),
    "bukan-isian": M(
        "'{kunci}' harus berisi baris-baris 'kunci: isi'", "bandingkan dengan berkas sejenis di districts/kab-contoh/"
    ),
    "daftar-kosong": M("'{kunci}' harus punya sedikitnya satu isi", "tambahkan isinya di baris sendiri, diawali '- '"),
    "daftar-lain-panjang": M("'{kunci}' berisi {ada}, padahal harus {perlu}", "tulis {perlu} isi, menurut urutannya"),
    "tanpa-tempat-angka": M(
        "'{isi}' tidak punya tempat untuk angkanya", 'tulis # di tempat angka, misalnya "# hari lagi"'
    ),
    "isian-kosong": M("'{kunci}' belum diisi", "tulis isinya sesudah titik dua, di baris yang sama"),
    "isian-tidak-sah": M(
        "isi '{kunci}' tidak dapat dipakai", "bandingkan dengan berkas sejenis di districts/kab-contoh/"
    ),
    "angka-di-luar-batas": M(
        "angka '{isi}' terlalu kecil untuk '{kunci}'", "tulis {ge} atau lebih", "tulis angka yang lebih dari {gt}"
    ),
    "angka-terlalu-besar": M(
        "angka '{isi}' terlalu besar untuk '{kunci}'", "tulis {le} atau kurang", "periksa lagi angkanya"
    ),
    "teks-terlalu-panjang": M("'{kunci}' lebih dari {max_length} huruf", "ringkas isinya"),
    "pola-tidak-cocok": M("'{isi}' bukan bentuk yang benar untuk '{kunci}'", "tulis seperti {contoh}"),
    "tanggal-tidak-terbaca": M(
        "tanggal '{isi}' tidak terbaca", "maksudnya '{maksud}'?", "tulis tahun-bulan-hari, contoh 2026-11-26"
    ),
    "tanggal-tidak-ada": M(
        "tanggal '{isi}' tidak ada di kalender",
        "bulan {bulan} punya {hari} hari; periksa lagi tanggalnya",
        "tulis tahun-bulan-hari, contoh 2026-11-26; bulan ditulis 01 sampai 12",
    ),
    "bulan-tidak-terbaca": M(
        "bulan '{isi}' tidak terbaca", "maksudnya '{maksud}'?", "tulis tahun-bulan, contoh 2026-11"
    ),
    "waktu-tidak-terbaca": M(
        "waktu '{isi}' untuk '{nama}' tidak terbaca",
        "maksudnya '{maksud}'?",
        "tulis jam.menit menurut waktu setempat, contoh 08.00",
    ),
    "jam-terbalik": M(
        "jam selesai ({selesai}) tidak sesudah jam mulai ({mulai})",
        "periksa lagi kedua jamnya",
    ),
    "jam-buka-tidak-terbaca": M(
        "bagian '{bagian}' dari jam '{isi}' tidak terbaca",
        "maksudnya '{maksud}'?",
        "tulis harinya, lalu jamnya, contoh Sen–Kam 08.00–14.00, Jum 08.00–11.00; yang tidak tentu ditulis tanpa angka jam",
    ),
    "jam-buka-bertentangan": M(
        "jam '{isi}' menyebut {hari} dua kali, dan keduanya bertentangan",
        "tulis tiap hari sekali saja; istirahat ditulis seperti: Sen–Kam 08.00–15.00, istirahat 12.00–13.00",
    ),
    "hari-terakhir-salah": M(
        "hari terakhirnya ({selesai}) tidak sesudah hari pertamanya ({tanggal}), atau lebih dari {paling} hari",
        "periksa lagi kedua tanggalnya; kegiatan yang kembali tiap pekan atau bulan ditulis dengan 'ulang'",
    ),
    "perhentian-tidak-urut": M(
        "perhentian {nomor} ({tempat}, {jam}) mendahului yang di atasnya, atau di luar jam kegiatan",
        "tulis perhentian menurut jamnya, di antara 'mulai' dan 'selesai'",
    ),
    "koordinat-tidak-terbaca": M(
        "'{isi}' bukan titik di Indonesia",
        "maksudnya '{maksud}'?",
        "salin lintang dan bujur dari peta, contoh -6.1169, 106.1539",
    ),
    "id-kegiatan-tidak-sah": M(
        "'{isi}' tidak dapat menjadi alamat kegiatan",
        "maksudnya '{maksud}'?",
        "pakai huruf kecil, angka, dan tanda hubung, contoh pos-pasar-desember",
    ),
    "ulang-terbalik": M(
        "kegiatan ini berulang sampai {sampai}, tetapi yang pertama {tanggal}",
        "tulis di 'sampai' hari terakhirnya, sesudah 'tanggal'",
    ),
    "provinsi-tidak-dikenal": M(
        "tidak ada daerah yang provinsinya bernama folder ini: '{provinsi}'",
        "maksudnya '{maksud}'?",
        "beri folder ini nama dari isian 'provinsi' daerahnya, dengan huruf kecil dan tanda hubung",
    ),
    "ulang-tidak-lengkap": M(
        "kegiatan ini berulang, tetapi tidak jelas kapan",
        "tulis 'tiap', dan 'sampai' bila ada akhirnya; atau 'rrule' saja",
    ),
    "rrule-tidak-terbaca": M(
        "bagian '{bagian}' dari RRULE tidak dapat dipakai",
        "tulis seperti FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270331; yang dikenal: docs/panduan/daerah.md, bagian ulang",
    ),
    "ulang-terlalu-lama": M(
        "kegiatan ini berulang sampai {sampai}, lebih dari lima tahun",
        "tulis hari terakhir yang sudah pasti, paling jauh {batas}; bila tidak ada akhirnya, hapus akhirnya",
    ),
    "rrule-lain-hari": M(
        "{tanggal} bukan hari menurut RRULE ini",
        "tulis di 'tanggal' hari pertamanya; maksudnya '{maksud}'?",
        "periksa lagi RRULE-nya: tidak ada hari yang cocok",
    ),
    "kecuali-bukan-hari": M("{isi} bukan hari kegiatan ini, jadi tidak dapat dikecualikan", "maksudnya '{maksud}'?"),
    "hari-ulang-lain": M("{isi} bukan hari kegiatan ini, jadi tidak dapat batal atau pindah", "maksudnya '{maksud}'?"),
    "testimoni-tanpa-persetujuan": M(
        "testimoni ini tidak punya persetujuan bertanggal, jadi tidak boleh tampil",
        "tulis 'persetujuan: {{tanggal: …, bukti: …}}' dari orangnya; tanpa itu, hapus testimoninya",
    ),
    "bulan-ganda": M("bulan {bulan} ada dua kali", "hapus salah satu"),
    "aktif-melebihi-peserta": M(
        "yang aktif ({aktif}) lebih banyak daripada peserta ({peserta})", "periksa lagi kedua angkanya"
    ),
    "jumlah-tidak-cocok": M(
        "'jumlah' {jumlah}, tetapi kecamatan dan 'lain' bersama-sama {hitungan}",
        "periksa lagi angkanya; yang tidak diketahui kecamatannya ditulis di 'lain'",
    ),
    "telepon-tidak-terbaca": M(
        "'{isi}' bukan nomor telepon",
        "tulis nomornya saja, tanpa nama orang, contoh 0254 123456; bila tidak ada nomornya, kosongkan isiannya",
    ),
    "telepon-bercabang": M(
        "'{isi}' dapat dibaca dengan lebih dari satu cara: {bacaan}",
        "tulis nomor yang benar, lengkap dengan kode areanya; di antara dua nomor garis miring",
    ),
    "telepon-tanpa-kode-area": M(
        "'{isi}' tidak punya kode area", "tulis nomor lengkap dengan kode areanya, atau isi 'kode_area' di daerah.yml"
    ),
    "telepon-tidak-tersambung": M(
        "'{isi}' tidak dapat ditelepon: di Indonesia tidak ada nomor seperti itu",
        "periksa lagi angkanya; nomor pendek harus terdaftar di 'nomor_pendek' dalam content/kampanye.yml",
    ),
    "telepon-terpotong": M(
        "'{isi}' disingkat oleh lembar sebar, jadi sebagian angkanya hilang", "ketik ulang nomornya, dalam tanda kutip"
    ),
    "telepon-bukan-wa": M(
        "'{isi}' tidak punya WhatsApp", "tulis nomor HP; nomor yang hanya dapat ditelepon ditulis di 'telepon'"
    ),
    "kode-area-tidak-sah": M(
        "'{isi}' bukan kode area telepon", 'maksudnya "{maksud}"?', 'tulis dengan 0 di depan, contoh "0254"'
    ),
    "nomor-pendek-tidak-sah": M("'{isi}' bukan nomor pendek", "tulis tiga sampai enam angka, contoh 112"),
    "domain-tidak-sah": M(
        "'{isi}' bukan alamat situs",
        "tulis huruf kecil, tanpa https://, titik di akhir, atau xn-- (huruf asing), contoh dinkesserang.id",
    ),
    "akun-tidak-sah": M(
        "'{isi}' bukan nama akun", "tulis satu nama akun, contoh dinkes-serang; bukan surel, tim, atau alamat"
    ),
    "slug-tidak-sah": M("'{isi}' bukan nama folder daerah", "tulis seperti kab-serang, kota-bitung, kec-nanggalo"),
    "nama-tidak-sah": M(
        "huruf '{huruf}' tidak boleh ada dalam nama '{isi}'",
        "maksudnya '{maksud}'?",
        "pakai huruf, angka, spasi, dan . , ' ( ) / & - –",
    ),
    "nama-gambar-tidak-sah": M(
        "'{isi}' bukan nama gambar",
        "ganti namanya, misalnya: {maksud}",
        "pakai huruf kecil, angka, tanda hubung, dan akhiran .png, .jpg, .webp, atau .heic; gambar jenis lain disimpan ulang sebagai PNG",
    ),
    "warna-tidak-terbaca": M(
        "'{isi}' bukan warna", 'tulis tanda # dan enam angka atau huruf a sampai f, dalam tanda kutip, contoh "#5b2a4f"'
    ),
}
