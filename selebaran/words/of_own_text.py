"""What is said of pages, news and overrides that districts write, and of translations."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Tulisan daerah dan terjemahan"
MESSAGES: dict[str, M] = {
    "kabar-belum-tayang": M(
        "kabar ini bertanggal {tanggal}, sesudah hari ini ({hari}); ia terbit mulai hari itu",
        "periksa lagi tanggalnya; bila benar, tidak ada yang perlu diubah",
    ),
    "tayang-terbalik": M(
        "sampai {sampai} jatuh sebelum hari tayangnya, {tayang}",
        "maksudnya '{maksud}'?",
        "tulis hari terakhirnya di 'sampai'",
    ),
    "halaman-harus-ada": M(
        "halaman '{halaman}' tidak boleh punya '{kunci}': {berkas} mengantar ke sana setiap hari",
        "hapus '{kunci}', atau tunjuk halaman lain di {berkas}",
    ),
    "kepala-terlalu-panjang": M(
        "kepala halaman ini lebih besar dari {batas}", "pindahkan naskahnya ke bawah baris '---' yang kedua"
    ),
    "nama-halaman-tidak-sah": M(
        "'{nama}' bukan nama halaman",
        "ganti namanya, misalnya: {maksud}",
        "pakai huruf kecil, angka, dan tanda hubung, akhiran .md, dan paling banyak satu folder, contoh posko-bersama.md; "
        "setiap nama paling panjang 80 huruf",
    ),
    "halaman-terlalu-banyak": M("ada lebih dari {batas} halaman di sini", "gabungkan atau hapus sebagian"),
    "naskah-rumit": M(
        "naskah ini punya {jumlah} tanda '{tanda}'; paling banyak {batas}", "hapus sebagian, atau pecah naskahnya"
    ),
    "naskah-bertingkat": M(
        "bagian naskah di sini terlalu bertingkat untuk dibaca",
        "kurangi daftar atau kutipan di dalam daftar, dan pisahkan bagian-bagiannya dengan baris kosong",
    ),
    "kabar-tanpa-tanggal": M("kabar ini tidak punya tanggal", "tambahkan baris 'tanggal: 2026-11-26' di kepalanya"),
    "alamat-dipakai": M(
        "alamat '{alamat}' sudah dipakai halaman bersama atau bagian situs",
        "pakai nama berkas lain; untuk mengubah halaman bersama: selebaran override",
    ),
    "alamat-tidak-sah": M(
        "'{isi}' bukan alamat halaman",
        "maksudnya '{maksud}'?",
        "pakai huruf kecil, angka, dan tanda hubung, paling banyak satu garis miring, contoh posko-bersama",
    ),
    "alamat-lama-dipakai": M(
        "alamat lama '{alamat}' masih dipakai: {berkas}",
        "hapus dari 'dahulu', atau pindahkan dulu halaman yang memakainya",
    ),
    "alamat-lama-ganda": M(
        "alamat lama '{alamat}' sudah disebut di {berkas}:{baris}", "tulis hanya di halaman yang kini memuat isinya"
    ),
    "ditutup-tanpa-arah": M(
        "'{halaman}' ditutup dan menyuruh membaca '{tujuan}', yang tidak ada atau ditutup juga",
        "maksudnya '{maksud}'?",
        "tulis halaman yang masih ada, contoh: ditutup: daftar",
    ),
    "alamat-hilang": M(
        "alamat '{alamat}' pernah terbit, dan halamannya tidak ada lagi",
        "bila pindah, tulis 'dahulu: [{alamat}]' di kepala halaman gantinya (maksudnya {maksud}?); bila tidak dipakai lagi, "
        "kembalikan berkasnya dan tulis 'ditutup: ' dengan halaman yang dibaca sebagai gantinya",
        "bila pindah, tulis 'dahulu: [{alamat}]' di kepala halaman gantinya; bila tidak dipakai lagi, kembalikan berkasnya "
        "dan tulis 'ditutup: ' dengan halaman yang dibaca sebagai gantinya",
    ),
    "tautan-http": M("tautan '{tujuan}' tidak mulai dengan https://", "pakai https://, yaitu {ganti}"),
    "tautan-asing": M(
        "tautan '{tujuan}' tidak dapat dibuka dari situs", "maksudnya '{maksud}'?", "pakai https://, mailto:, atau tel:"
    ),
    "elemen-tidak-boleh": M(
        "'{elemen}' tidak dipakai di naskah daerah",
        "hapus tandanya; yang dapat dipakai ada di docs/panduan/menulis.md, contoh **tebal**",
    ),
    "tanda-markdown": M(
        "tanda '{tanda}' tidak dapat ditampilkan", "hapus, atau tulis isinya sebagai kalimat, daftar, atau tabel"
    ),
    "sel-gabungan": M(
        'sel tabel dengan {atribut}="{isi}" tidak dapat ditampilkan',
        "pakai angka 1 sampai {batas}, atau pecah tabelnya",
    ),
    "gambar-tidak-terdaftar": M(
        "gambar '{berkas}' tidak ada dalam daftar 'gambar' di daerah.yml",
        "maksudnya 'gambar/{maksud}'?",
        "taruh gambarnya di folder gambar/, lalu catat di daerah.yml",
    ),
    "timpaan-halaman-tidak-ada": M(
        "tidak ada halaman bersama bernama '{halaman}'",
        "maksudnya '{maksud}'?",
        "hapus, atau pindahkan ke folder halaman/",
    ),
    "timpaan-bagian-tidak-ada": M(
        "tidak ada bagian '{bagian}' untuk ditimpa", "maksudnya '{maksud}'?", "lihat nama bagiannya: selebaran explain"
    ),
    "timpaan-dilarang": M("'{bagian}' tidak boleh ditimpa", "hapus; yang boleh di halaman itu: {boleh}"),
    "timpaan-kosong": M(
        "timpaan '{bagian}' tidak berisi apa-apa",
        "tulis isinya di bawah kepala; untuk 'kepala': tulis 'judul' atau 'ringkas'",
    ),
    "timpaan-belum-diubah": M(
        "timpaan '{bagian}' masih sama dengan naskah bersama",
        "ubah naskahnya menurut keadaan di sini; bila tidak ada yang perlu diubah, hapus timpaan ini",
    ),
    "timpaan-tanpa-dasar": M(
        "salinan naskah bersama untuk '{bagian}' tidak ada di sampingnya",
        "buat dengan: selebaran override SLUG {bagian} --terima",
    ),
    "timpaan-usang": M(
        "naskah bersama '{bagian}' berubah sesudah ditimpa; yang tampil kini naskah bersama. Dulu: {dulu} Kini: {kini}",
        "putuskan: hapus timpaan ini, atau sesuaikan isinya ({daerah}) lalu: selebaran override SLUG {bagian} --terima",
    ),
    "bahasa-tidak-dikenal": M(
        "bahasa '{kode}' pada nama berkas ini tidak dikenal",
        "maksudnya '{maksud}'? Yang dikenal: {semua}",
        "minta penjaga pusat menambahkannya ke 'bahasa' di content/kampanye.yml; yang dikenal: {semua}",
    ),
    "terjemahan-usang": M(
        "naskah Indonesianya sudah lain daripada yang diterjemahkan, jadi terjemahan ini tidak tampil",
        "sesuaikan terjemahannya, lalu tulis di kepalanya 'naskah_asal: {sidik}'",
    ),
    "terjemahan-tanpa-sidik": M(
        "terjemahan ini belum mencatat naskah Indonesia mana yang diterjemahkan, jadi belum tampil",
        "bila isinya sesuai dengan naskah Indonesia yang sekarang, tulis di kepalanya 'naskah_asal: {sidik}'",
    ),
    "terjemahan-tanpa-bahasa": M(
        "ini terjemahan ke bahasa {nama}, tetapi situs daerah ini tidak memakai bahasa itu, jadi tidak tampil",
        "tambahkan '{kode}' ke 'bahasa' di daerah.yml, contoh 'bahasa: [{kode}]'; bila tidak dipakai, hapus berkas ini",
    ),
    "terjemahan-tanpa-asal": M(
        "terjemahan ini tidak punya halaman asal '{halaman}'",
        "maksudnya '{maksud}'?",
        "hapus, atau tulis halaman asalnya",
    ),
}
