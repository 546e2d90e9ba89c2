"""What is said of sheets: what doesn't fit on them, and how they are drawn."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Cetak"
MESSAGES: dict[str, M] = {
    "teks-tidak-muat": M(
        "{lembar}: isi panel '{panel}' melewati tepi {sisi} sejauh {mm} mm, {baris} baris ({daerah})",
        'pendekkan sekitar {kata} kata; yang tidak muat: "{kutipan}"',
        "kecilkan gambar atau kotak di panel itu",
    ),
    "isian-tidak-muat": M(
        "{lembar}: {isian}: {lebih} huruf lebih; muat bila paling banyak {batas} ({daerah})",
        "situsnya boleh tetap memakai yang panjang; untuk kertas, tulis yang pendek di '{pendek}'",
        "pendekkan, tanpa membuang yang membuat orang tersesat",
    ),
    "huruf-hilang": M(
        "{lembar}: naskahnya {ada} huruf, yang tercetak {tercetak} huruf ({daerah})",
        "periksa gaya panel; tidak ada huruf yang boleh hilang atau tercetak dua kali",
    ),
    "panel-hilang": M(
        "{lembar}: panel '{panel}' tidak ada ({daerah})", "samakan data-panel di piece.html dengan piece.yml"
    ),
    "halaman-lebih": M("{lembar}: {ada} halaman, seharusnya {harus}", "samakan banyaknya lembar dengan piece.yml"),
    "huruf-asing": M(
        "{lembar}: jenis huruf '{huruf}' bukan milik proyek ini", "pakai jenis huruf dari templates/print/print.css"
    ),
    "ukuran-salah": M(
        "{lembar}: halaman {nomor} berukuran {ada} mm, seharusnya {harus} mm", "periksa lebar dan tinggi di piece.yml"
    ),
    "panel-urutan": M(
        "{lembar}: urutan panelnya {ada}; tangan yang membukanya membaca {harus}",
        "samakan urutan panel di piece.html dengan piece.yml",
    ),
    "panel-longgar": M(
        "{lembar}: panel '{panel}' hanya terisi {isi} % ({daerah})",
        "besarkan huruf atau gambarnya, atau kecilkan panelnya; paling sedikit 55 %",
    ),
    "huruf-kecil": M(
        "{lembar}: teks isi panel '{panel}' {ada} pt, paling kecil {batas} pt ({daerah})",
        "besarkan hurufnya di piece.css, atau pendekkan teksnya",
    ),
    "qr-salah": M(
        "{lembar}: kode QR yang tercetak terbaca '{ada}', seharusnya '{harus}' ({daerah})",
        "simbol QR paling kecil 25 mm (kartu: 22 mm) tanpa tepi putihnya, hitam di atas putih, tanpa apa pun di atasnya",
    ),
    "tepi-tercetak": M(
        "{lembar}: halaman {nomor} tercetak sampai {mm} mm dari tepi {sisi}; printer tidak mencapai 5 mm ({daerah})",
        "jauhkan dari tepi dengan var(--tepi) di piece.css",
    ),
    "kata-tidak-terlihat": M(
        "{lembar}: '{kata}' di panel '{panel}' tidak terlihat di kertas ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "periksa aturan gaya ini: {aturan}",
        "periksa warna, ukuran, dan letaknya di piece.css; tidak boleh ada yang menutupinya",
    ),
    "kata-terpotong": M(
        "{lembar}: '{kata}' di panel '{panel}' terpotong atau tertutup ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "periksa aturan gaya ini: {aturan}",
        "beri tempat yang cukup di piece.css, dan jauhkan gambar atau kotak yang menutupinya",
    ),
    "kata-pudar": M(
        "{lembar}: '{kata}' di panel '{panel}' kurang jelas dari latarnya, {ukuran} : 1 ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "gelapkan hurufnya atau terangkan latarnya, paling sedikit 4,5 : 1 (huruf besar 3 : 1); periksa: {aturan}",
        "gelapkan hurufnya atau terangkan latarnya, paling sedikit 4,5 : 1 (huruf besar 3 : 1)",
    ),
    "kata-hilang-disalin": M(
        "{lembar}: '{kata}' di panel '{panel}' hilang setelah difotokopi ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "pakai hitam di atas putih, tanpa abu-abu di belakangnya; periksa: {aturan}",
        "pakai hitam di atas putih, tanpa abu-abu di belakangnya",
    ),
    "kata-kecil": M(
        "{lembar}: '{kata}' di panel '{panel}' tercetak {ukuran} pt ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "besarkan, paling kecil 8 pt; periksa: {aturan}",
        "besarkan hurufnya di piece.css, paling kecil 8 pt",
    ),
    "kata-di-luar-kertas": M(
        "{lembar}: '{kata}' di panel '{panel}' melewati tepi kertas ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "periksa aturan gaya ini: {aturan}",
        "geser ke dalam kertas di piece.css",
    ),
    "kata-di-lipatan": M(
        "{lembar}: '{kata}' di panel '{panel}' terletak di atas lipatan ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "jauhkan dari lipatan; periksa: {aturan}",
        "jauhkan dari lipatan di piece.css, atau samakan lipatannya dengan panel di piece.yml",
    ),
    "kata-bertumpuk": M(
        "{lembar}: '{kata}' di panel '{panel}' menumpuk tulisan lain ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "renggangkan; periksa aturan gaya ini: {aturan}",
        "renggangkan barisnya di piece.css",
    ),
    "kata-terputar": M(
        "{lembar}: '{kata}' di panel '{panel}' terputar, tercermin, atau gepeng ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "tulis mendatar; periksa aturan gaya ini: {aturan}",
        "tulis mendatar, tanpa transform",
    ),
    "kata-berdempet": M(
        "{lembar}: huruf-huruf '{kata}' di panel '{panel}' terlalu rapat atau terlalu renggang ({banyak} kata), halaman {nomor}, {x} mm dari kiri dan {y} mm dari atas ({daerah})",
        "kembalikan jarak hurufnya; periksa aturan gaya ini: {aturan}",
        "kembalikan jarak hurufnya di piece.css",
    ),
    "warna-bukan-cmyk": M(
        "{lembar}: masih ada warna yang bukan CMYK ({rinci})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "pdf-cacat": M(
        "{lembar}: PDF yang tertulis tidak utuh",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "layar-tanpa-tanda": M(
        "{lembar}: berkas untuk layar tidak lengkap bagi yang mendengarkannya (ISO 14289-1, {aturan}; {daerah})",
        "isi {{% block judul %}} di piece.html; lang dan judul berdiri di templates/print/lembar.html",
    ),
    "tautan-tak-terdengar": M(
        "{lembar}: tautan '{tautan}' tidak terdengar sebagai satu tautan (ISO 14289-1, {aturan}; {daerah})",
        'tulis tautan dengan <a href="…"> yang memuat kata-katanya',
    ),
    "layar-urutan": M(
        '{lembar}: yang terdengar tidak urut lagi mulai dari "{kutipan}" ({daerah})',
        "tulis di piece.html menurut urutan bacanya; jangan memindahkan dengan float, position, atau order",
    ),
    "lipatan-salah": M(
        "lipatan '{lipatan}', sisi {sisi}: lebar panelnya {ada} mm, seharusnya {harus} mm",
        "tulis panel dalam urutan bacanya, dengan lebar itu",
    ),
    "format-salah": M(
        "format {format} berukuran {harus} mm, tetapi lebar dan tingginya {ada} mm",
        "samakan lebar dan tinggi dengan formatnya",
    ),
    "isi-panel-salah": M(
        "isi panel '{isi}' tidak ada",
        "maksudnya '{maksud}'?",
        "tulis halaman#bagian, misalnya obat#syarat, atau @nama sebuah block di piece.html",
    ),
    "isi-panel-bagian": M(
        "'{isi}': potongan '{bagian}' tidak ada, atau tidak dapat diambil sendiri",
        "tulis nomor butir, daftar, tabel, kutipan, atau pembuka; bagian yang boleh ditimpa daerah tidak diambil per butir",
    ),
    "isi-panel-rancu": M(
        "satu isi panel adalah satu hal: dari, gambar dengan teks, atau @nama",
        "pilih salah satu; gambar selalu memerlukan teks pengganti",
    ),
    "cetak-gambar-gagal": M(
        "{lembar}: gambar '{gambar}' tidak dapat dimuat", 'pakai seni("nama"), dan periksa gambarnya di content/seni'
    ),
    "huruf-tanpa-rupa": M(
        "{isian}: huruf {huruf} tidak dapat dicetak ({lembar}; {daerah})", "ganti dengan huruf, angka, atau tanda biasa"
    ),
    "cetak-css-diabaikan": M("{lembar}: gaya '{css}' tidak dikenal pembuat PDF", "hapus atau ganti baris itu di CSS"),
    "cetak-css-rusak": M(
        "{lembar}: aturan CSS tidak terbaca (baris {baris}, kolom {kolom} dari gaya atau style-nya)",
        "periksa tanda titik koma, kurung, dan nama aturannya",
    ),
    "cetak-css-hitung": M(
        "{lembar}: sebuah calc() memakai var(--…) yang tidak punya nilai",
        "isi setiap --nama untuk panel yang memakainya di piece.css, atau tulis var(--nama, 0mm)",
    ),
    "cetak-tautan-putus": M(
        "{lembar}: tautan '{tujuan}' tidak menuju ke mana pun", 'hapus tautannya, atau tulis id="…" pada tujuannya'
    ),
    "cetak-id-ganda": M("{lembar}: id '{id}' dipakai dua kali", "ganti salah satu id"),
    "cetak-tanpa-alt": M(
        "{lembar}: gambar '{gambar}' tidak punya teks pengganti", 'tulis alt="…" yang menyebut isi gambarnya'
    ),
    "cetak-tabel-lebih": M(
        "{lembar}: ada baris tabel yang kolomnya lebih banyak daripada tabelnya",
        "samakan banyaknya kolom di setiap baris",
    ),
    "cetak-peringatan": M(
        "{lembar}: pembuat PDF memberi peringatan yang tidak dikenal program ini",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
}
