"""What is said of texts, pages, sheets and publications that can't go out as they are."""

from __future__ import annotations

from selebaran.words.message import Message as M

MESSAGES: dict[str, M] = {
    # publication
    "edisi-rusak": M(
        "daftar edisi di sini pernah diubah dengan tangan, atau terpotong",
        "kembalikan berkasnya dari git; hanya `build --publish` yang menulisnya",
    ),
    "terbit-tanpa-persetujuan": M(
        "'{slug}' tidak diterbitkan: belum ada pejabat yang menyatakan setuju",
        "isi 'persetujuan': oleh, jabatan, tanggal, bukti, menguasai_domain",
    ),
    "terbit-rancu": M(
        "'{slug}' tidak diterbitkan: belum pasti daerah mana yang dimaksud",
        "pastikan dengan pemilik domain, lalu tulis 'identitas: pasti'",
    ),
    "terbit-domain": M(
        "'{slug}' tidak diterbitkan: pemberi persetujuan belum menguasai domainnya",
        "tulis 'menguasai_domain: ya' bila sudah, atau kosongkan domain di sini dan di daftar pusat",
    ),
    "terbit-rekaan": M("'{slug}' tidak diterbitkan: daerah ini rekaan", "bangun tanpa --publish untuk melihatnya"),
    "fakta-diganti": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang harus diperiksa lagi sejak {sejak}; isinya diganti",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "fakta-diganti-berakhir": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang tidak berlaku lagi sejak {sejak}; isinya diganti",
        "tulis aturan yang baru di content/fakta.yml, dan ubah bagian ini",
    ),
    "fakta-diganti-tertutup": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang tidak untuk umum (terbit: false); isinya diganti",
        "hapus dari bagian ini, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "halaman-ditahan": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) harus diperiksa lagi sejak {sejak}",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "halaman-ditahan-berakhir": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) tidak berlaku lagi sejak {sejak}",
        "tulis aturan yang baru di content/fakta.yml, dan ubah halaman ini",
    ),
    "halaman-ditahan-tertutup": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) tidak untuk umum (terbit: false)",
        "hapus dari halaman ini, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "lembar-ditahan": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) harus diperiksa lagi sejak {sejak}",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "lembar-ditahan-berakhir": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) tidak berlaku lagi sejak {sejak}",
        "tulis aturan yang baru di content/fakta.yml, dan ubah lembarnya",
    ),
    "lembar-ditahan-tertutup": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) tidak untuk umum (terbit: false)",
        "hapus dari lembarnya, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "lembar-ditahan-keyakinan": M(
        "lembar '{lembar}' ditahan: keyakinan fakta {id} ({topik}) baru {keyakinan}; kertas hanya memuat A dan B",
        "cari peraturan atau pejabat bernama, lalu: selebaran facts recheck {id} … --keyakinan B --kutipan …",
    ),
    # shared pages and pieces
    "kepala-hilang": M(
        "halaman tidak punya kepala (bagian di antara dua baris '---')",
        "tulis judul dan ringkas di antara dua baris '---' di awal berkas",
    ),
    "judul-tanpa-id": M("judul bagian '{judul}' tidak punya nama", "tambahkan {{#nama-bagian}} di akhir baris"),
    "id-ganda": M("nama bagian '{id}' sudah dipakai di baris {baris}", "ganti salah satu"),
    "blok-tidak-ada": M(
        "bagian '{id}' tidak ada pada halaman ini",
        "maksudnya '{maksud}'?",
        "hapus dari 'blok', atau tambahkan {{#{id}}} pada judul bagiannya",
    ),
    "templat-rusak": M(
        "tanda templat tidak terbaca di sekitar sini", "periksa apakah setiap {{{{ dan {{% ditutup dengan }}}} dan %}}"
    ),
    "templat-terbuka": M(
        "'{nama}' di sini tidak punya pasangan",
        "setiap if dan for ditutup dengan endif dan endfor, di bawah judul bagian yang sama",
    ),
    "templat-gagal": M(
        "perintah templat di sini tidak dapat dijalankan", "sebut isiannya saja, tanpa hitungan dan tanpa tanda ()"
    ),
    "templat-tidak-ada": M("templat '{nama}' tidak ada", "maksudnya '{maksud}'?", "yang ada: {semua}"),
    "nama-tidak-dikenal": M("'{nama}' tidak dikenal dalam templat", "maksudnya '{maksud}'?", "yang dikenal: {semua}"),
    "fakta-tidak-dikenal": M(
        "fakta '{nama}' tidak ada dalam content/fakta.yml",
        "maksudnya '{maksud}'?",
        "tambahkan ke content/fakta.yml, dengan sumber dan tanggal",
    ),
    "fakta-tidak-terbit": M(
        "fakta {id} tidak boleh tampil untuk umum (terbit: false)", "hapus dari sini, atau periksa ulang fakta itu"
    ),
    "fakta-bukan-telepon": M(
        "fakta '{nama}' bukan nomor telepon, tetapi {jenis}",
        "pilih salah satu: {semua}",
        "tambahkan nilai berjenis telepon ke content/fakta.yml, lalu tulis namanya di sini",
    ),
    "isian-bukan-di-sini": M(
        "{nama} tidak diganti nama daerah di sini", "tulis tanpa itu; yang boleh memuatnya: {semua}"
    ),
    "isian-tidak-dikenal": M("isian '{nama}' tidak ada", "maksudnya '{maksud}'?", "yang ada: {semua}"),
    "isian-kosong-dicetak": M(
        "isian '{nama}' tidak terisi di setiap daerah, tetapi dicetak tanpa syarat",
        "apit dengan {{% if {tulisan} %}} … {{% endif %}}",
    ),
    "bukan-untuk-dicetak": M(
        "yang dicetak di sini bukan satu isian",
        "sebut salah satu isian di dalamnya, atau pakai hanya dalam {{% if %}} atau {{% for %}}",
    ),
    "seni-tidak-ada": M(
        "gambar '{nama}' tidak ada di content/seni dan templates/seni", "maksudnya '{maksud}'?", "pilih gambar lain"
    ),
    "tema-tidak-ada": M("tema '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "warna-tidak-ada": M("warna '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "sampul-tidak-ada": M(
        "sampul menunjuk panel '{panel}' di lembar {nomor}, yang tidak ada",
        "maksudnya '{maksud}'?",
        "tulis lembar dan panel yang ada di 'lembar'",
    ),
    "panel-tidak-dikenal": M(
        "ruang baris menunjuk panel '{panel}', yang tidak ada di lembar ini",
        "maksudnya '{maksud}'?",
        "tulis panel yang ada di 'lembar'",
    ),
    "tautan-putus": M("halaman '{tujuan}' tidak ada", "maksudnya '{maksud}'?", "perbaiki atau hapus tautannya"),
    "jangkar-putus": M(
        "bagian '#{jangkar}' tidak ada di '{tujuan}'", "maksudnya '#{maksud}'?", "perbaiki atau hapus tautannya"
    ),
    # plain language
    "kata-ganda": M(
        "kata '{kata}' sudah ada di baris {baris}", "gabungkan; setiap kata hanya boleh sekali dalam berkas ini"
    ),
    "sinonim-berputar": M(
        "arti kata '{kata}' kembali ke kata itu sendiri: {jalan}", "hapus salah satu; 'artinya' adalah kata di halaman"
    ),
    "sinonim-tanpa-tujuan": M(
        "kata '{kata}' tidak ada di halaman bersama mana pun, jadi tidak menemukan apa-apa",
        "maksudnya '{maksud}'?",
        "pakai kata yang ada di halaman",
    ),
    "istilah-ganda": M(
        "istilah '{istilah}' sudah ada di baris {baris}", "gabungkan; setiap istilah hanya boleh sekali"
    ),
    "kalimat-panjang": M("kalimat ini {kata} kata, paling banyak {batas}", 'pecah menjadi dua kalimat: "{kutipan}"'),
    "rata-rata-kalimat": M(
        "rata-rata kalimat di halaman ini {rata} kata, paling banyak {batas}",
        "mulai dari kalimat terpanjang, yang ada di sini ({kata} kata)",
    ),
    "paragraf-panjang": M(
        "paragraf ini {jumlah} kalimat, paling banyak {batas}", 'mulai paragraf atau butir baru di "{kutipan}"'
    ),
    "singkatan-asing": M(
        "'{singkatan}' belum dijelaskan di halaman ini",
        "tulis di sini: {singkatan} ({kepanjangan})",
        "tulis kepanjangannya di sini, dan tambahkan ke content/istilah.yml; "
        "bila semua orang mengenalnya, tambahkan ke 'singkatan_umum' di content/bahasa.yml",
    ),
    "frasa-dihindari": M("'{frasa}' jangan dipakai: {karena}", "tulis '{ganti}'", "hapus, atau ubah kalimatnya"),
    "angka-diketik": M(
        "'{isi}' diketik di sini, padahal ada di daftar fakta ({id})",
        "tulis {tulisan}",
        "hapus; fakta itu tidak boleh tampil untuk umum (terbit: false)",
    ),
    # how a page is built
    "pesan-utama-hilang": M(
        "halaman ini tidak dibuka dengan pesan utama",
        "tulis pesan utamanya di paragraf pertama, dengan **huruf tebal**",
    ),
    "pembuka-panjang": M(
        "paragraf pembuka ini {jumlah} kalimat, paling banyak {batas}", "pindahkan yang bukan pesan utama ke bawah"
    ),
    "langkah-hilang": M(
        "langkah-langkahnya tidak langsung sesudah pembuka",
        "letakkan bagian '{bagian}' sesudah pembuka, atau tulis 'acuan: ya' bila halaman ini hanya menjelaskan",
    ),
    "langkah-tanpa-nomor": M("bagian '{bagian}' tidak punya langkah bernomor", "tulis langkahnya: 1. **Bawa KTP.**"),
    "langkah-bukan-perintah": M(
        "langkah ini tidak mulai dengan kata perintah: '{kata}'",
        "mulai dengan kata seperti Bawa, Telepon, atau Tanyakan, atau tambahkan ke 'kata_perintah' di content/bahasa.yml",
    ),
    "bagian-panjang": M("bagian ini {kata} kata, paling banyak {batas}", "pecah dengan judul baru, atau pendekkan"),
    "butir-banyak": M("daftar ini {jumlah} butir, paling banyak {batas}", "pecah menjadi dua daftar"),
    "halaman-panjang": M(
        "halaman ini {kata} kata, paling banyak {batas} (tiga menit membaca)",
        "pendekkan, atau tulis 'acuan: ya' bila hanya sebagian yang dicari orang",
    ),
    "lanjut-hilang": M("halaman ini tidak berakhir dengan bagian '{bagian}'", "tambahkan ## Sesudah ini {{#{bagian}}}"),
    "lanjut-tanpa-arah": M(
        "bagian '{bagian}' tidak menyebut langkah berikutnya dan tempat bertanya",
        "mulai dengan **Langkah berikutnya:**, dan sebut nomor atau kantor yang dapat ditanya",
    ),
    "tautan-searah": M(
        "{tujuan} disebut di sini, tetapi tidak menyebut {halaman}",
        "tambahkan {halaman} di bagian '{bagian}' {tujuan}, atau hapus dari sini",
    ),
    # the site
    "situs-peringatan": M(
        "pembuat situs memberi peringatan yang tidak dikenal program ini",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "tautan-situs-putus": M("tautan '{tujuan}' di situs {daerah} tidak menuju ke mana pun", "perbaiki tautannya"),
    "situs-terlarang": M(
        "situs {daerah} memuat {isi} di {berkas}, yang tidak boleh ada di situs",
        "hapus dari naskah atau templatnya; bila tidak ada di sana, beri tahu perawat program",
    ),
    "lembar-terlarang": M(
        "{lembar}: PDF-nya memuat {isi}, yang tidak boleh ada di lembar ({daerah})",
        "hapus dari sumber lembarnya; bila tidak ada di sana, beri tahu perawat program",
    ),
    # workers
    "langkah-melebihi-waktu": M(
        "{langkah} memerlukan lebih dari {batas} detik; pembuatan '{slug}' dihentikan",
        "pendekkan, atau hapus tanda yang berulang-ulang di dalamnya, lalu bangun lagi",
    ),
    "daerah-melebihi-waktu": M(
        "pembuatan '{slug}' lebih dari {batas} detik dan dihentikan di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-melebihi-memori": M(
        "pembuatan '{slug}' memerlukan memori lebih dari {batas} di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-melebihi-berkas": M(
        "pembuatan '{slug}' menulis satu berkas lebih dari {batas} di {langkah}",
        "kurangi isi folder daerah ini, mulai dari yang disebut, lalu bangun lagi",
    ),
    "daerah-terputus": M(
        "pembuatan '{slug}' terputus ({sinyal}) di {langkah}",
        "bangun lagi; bila terulang, kirim hasil --json kepada perawat program",
    ),
    "daerah-gagal": M(
        "pembuatan '{slug}' berhenti di {langkah} karena kesalahan program (kode {kode})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "hasil-tidak-sah": M(
        "hasil '{slug}' memuat '{berkas}', yang tidak boleh dipasang ({sebab})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    # print
    "teks-tidak-muat": M(
        "{lembar}: isi panel '{panel}' melewati tepi {sisi} sejauh {mm} mm, {baris} baris ({daerah})",
        'pendekkan sekitar {kata} kata; yang tidak muat: "{kutipan}"',
        "kecilkan gambar atau kotak di panel itu",
    ),
    "teks-hilang": M(
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
        "kode QR paling kecil 25 mm, hitam di atas putih, tanpa apa pun di atasnya",
    ),
    "tepi-tercetak": M(
        "{lembar}: halaman {nomor} tercetak sampai {mm} mm dari tepi {sisi}; printer tidak mencapai 5 mm ({daerah})",
        "jauhkan dari tepi dengan var(--tepi) di piece.css",
    ),
    "warna-bukan-cmyk": M(
        "{lembar}: masih ada warna yang bukan CMYK ({rinci})",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
    ),
    "pdf-cacat": M(
        "{lembar}: PDF yang tertulis tidak utuh",
        "bangun lagi dengan --json, lalu kirim hasilnya kepada perawat program",
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
        "tulis halaman#bagian, misalnya daftar#syarat, atau @nama sebuah block di piece.html",
    ),
    "isi-panel-bagian": M(
        "'{isi}': potongan '{bagian}' tidak ada, atau tidak dapat diambil sendiri",
        "tulis nomor butir, daftar, tabel, atau pembuka; bagian yang boleh ditimpa daerah tidak diambil per butir",
    ),
    "isi-panel-rancu": M(
        "satu isi panel adalah satu hal: dari, gambar dengan teks, atau @nama",
        "pilih salah satu; gambar selalu memerlukan teks pengganti",
    ),
    "cetak-gambar-gagal": M(
        "{lembar}: gambar '{gambar}' tidak dapat dimuat", 'pakai seni("nama"), dan periksa gambarnya di content/seni'
    ),
    "huruf-tanpa-rupa": M("{lembar}: huruf '{huruf}' tidak dapat dicetak", "ganti dengan huruf atau angka biasa"),
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
