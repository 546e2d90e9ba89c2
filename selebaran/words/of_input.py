"""What is said of files that can't be read as they are: their form, their YAML, their records, how they fit together."""

from __future__ import annotations

from selebaran.words.message import Message as M

MESSAGES: dict[str, M] = {
    # files
    "berkas-hilang": M(
        "berkas ini tidak ada", "buat berkasnya; tiru berkas sejenis, misalnya di districts/kab-contoh/"
    ),
    "berkas-tidak-dikenal": M(
        "berkas '{berkas}' tidak dikenal di folder ini",
        "maksudnya '{maksud}'?",
        "hapus atau pindahkan; nama yang dikenal: {nama}",
    ),
    "berkas-bukan-biasa": M(
        "'{nama}' bukan berkas atau folder biasa ({jenis})", "hapus dari folder ini, lalu taruh salinan berkas aslinya"
    ),
    "berkas-tidak-dapat-dibuka": M(
        "'{nama}' tidak dapat dibuka ({sebab})", "beri izin membaca berkas dan folder ini, lalu jalankan lagi"
    ),
    "berkas-berupa-folder": M(
        "'{nama}' adalah folder, seharusnya berkas", "hapus foldernya; taruh berkasnya langsung di sini"
    ),
    "folder-berupa-berkas": M(
        "'{nama}' adalah berkas, seharusnya folder", "hapus berkasnya, lalu buat folder '{nama}'"
    ),
    "berkas-terlalu-banyak": M("folder ini memuat lebih dari {batas} berkas dan folder", "hapus yang tidak dipakai"),
    "berkas-terlalu-besar": M("berkas lebih besar dari {batas}", "pecah atau ringkas isinya"),
    "bukan-utf8": M(
        "berkas tidak disimpan sebagai teks UTF-8",
        "simpan ulang; di Notepad: Simpan Sebagai, lalu pilih pengodean UTF-8",
    ),
    "huruf-tersembunyi": M("ada huruf yang tidak terlihat ({huruf})", "hapus bagian ini, lalu ketik ulang"),
    "daerah-tidak-terdaftar": M(
        "folder '{slug}' tidak ada dalam daftar pusat",
        "maksudnya '{maksud}'?",
        "minta penjaga pusat menambahkannya ke districts/_daftar.yml",
    ),
    "daerah-tanpa-folder": M("'{slug}' terdaftar, tetapi foldernya tidak ada", "buat districts/{slug}/daerah.yml"),
    # YAML
    "yaml-tabulator": M("ada tabulator (tombol Tab) di sini", "ganti dengan spasi"),
    "yaml-kutip-terbuka": M("tanda kutip yang dibuka di sini tidak ditutup", "tambahkan tanda kutip penutup"),
    "yaml-setelah-isi": M(
        "ada tulisan sesudah tanda kutip penutup",
        "apit seluruh isinya; bila isinya memuat tanda ', pakai kutip ganda, contoh \"Jum'at\"",
    ),
    "yaml-garis-miring": M(
        "garis miring terbalik (\\) di dalam kutip ganda tidak terbaca", "pakai kutip tunggal, atau tulis \\\\"
    ),
    "yaml-titik-dua": M("titik dua di dalam isi terbaca sebagai kunci baru", "apit isinya dengan tanda kutip"),
    "yaml-tanpa-titik-dua": M(
        "baris ini tidak terbaca sebagai 'kunci: isi'", "tulis titik dua dan satu spasi sesudah kuncinya"
    ),
    "yaml-menjorok": M("jarak di awal baris tidak rata", "samakan banyaknya spasi dengan baris lain yang setingkat"),
    "yaml-kurung": M(
        "tanda {kurung} yang dibuka di sini tidak terbaca sampai penutupnya",
        "tutup kurungnya, pisahkan isinya dengan koma, dan apit isi yang memuat titik dua dengan tanda kutip",
    ),
    "yaml-awal-isi": M("isi tidak boleh diawali tanda {huruf}", "apit isinya dengan tanda kutip"),
    "yaml-rusak": M(
        "susunan berkas tidak terbaca di sini", "bandingkan dengan berkas sejenis di districts/kab-contoh/"
    ),
    "yaml-pagar": M(
        "tanda # dan tulisan sesudahnya tidak terbaca: '{isi}'",
        "apit seluruh isinya dengan tanda kutip; bila itu catatan, beri spasi sesudah tanda #",
    ),
    "yaml-fitur-dilarang": M(
        "'{fitur}' tidak dipakai di sini",
        "tulis isinya langsung; bila tanda itu bagian dari isi, apit isinya dengan tanda kutip",
    ),
    "yaml-kunci-bukan-teks": M(
        "di sini harus ada kunci berupa kata", "tulis 'kunci: isi'; apit isi yang memuat {{{{ … }}}} dengan tanda kutip"
    ),
    "yaml-dua-dokumen": M("baris '---' memotong berkas ini menjadi dua", "hapus baris '---' ini"),
    "yaml-terlalu-dalam": M(
        "isian bertingkat lebih dari {batas} tingkat",
        "kurangi tingkatnya; bandingkan dengan berkas sejenis di districts/kab-contoh/",
    ),
    "yaml-terlalu-banyak": M("berkas ini berisi lebih dari {batas} isian", "pecah atau ringkas isinya"),
    "yaml-bukan-isian": M(
        "berkas ini tidak berisi 'kunci: isi'", "bandingkan dengan berkas sejenis di districts/kab-contoh/"
    ),
    # records
    "kunci-ganda": M("kunci '{kunci}' sudah ada di baris {baris}", "hapus salah satu"),
    "kunci-hilang": M("'{kunci}' wajib ada", "tambahkan baris '{nama}: …'"),
    "kunci-tidak-dikenal": M("'{kunci}' tidak dikenal", "maksudnya '{maksud}'?", "hapus; yang dikenal: {semua}"),
    "pilihan-tidak-sah": M(
        "'{isi}' bukan pilihan untuk '{kunci}'",
        "maksudnya '{maksud}'? Pilihan: {pilihan}",
        "pilih salah satu: {pilihan}",
    ),
    "bukan-teks": M("'{kunci}' harus berupa satu isi, bukan daftar atau kelompok", "tulis isinya di baris yang sama"),
    "bukan-angka": M("'{isi}' bukan angka", "tulis angkanya saja, tanpa titik ribuan dan tanpa satuan"),
    "bukan-daftar": M("'{kunci}' harus berupa daftar", "tulis tiap isi di baris sendiri, diawali '- '"),
    "bukan-isian": M(
        "'{kunci}' harus berisi baris-baris 'kunci: isi'", "bandingkan dengan berkas sejenis di districts/kab-contoh/"
    ),
    "daftar-kosong": M("'{kunci}' harus punya sedikitnya satu isi", "tambahkan isinya di baris sendiri, diawali '- '"),
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
    "tanggal-tidak-terbaca": M("tanggal '{isi}' tidak terbaca", "tulis tahun-bulan-hari, contoh 2026-11-26"),
    "bulan-tidak-terbaca": M("bulan '{isi}' tidak terbaca", "tulis tahun-bulan, contoh 2026-11"),
    "waktu-tidak-terbaca": M("waktu '{isi}' tidak terbaca", "tulis jam.menit, contoh 08.00"),
    "jam-terbalik": M("jam selesai ({selesai}) tidak sesudah jam mulai ({mulai})", "periksa lagi kedua jamnya"),
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
        "tulis 'tiap' dan 'sampai', atau 'rrule' saja",
    ),
    "rrule-tidak-terbaca": M(
        "bagian '{bagian}' dari RRULE tidak dapat dipakai",
        "tulis seperti FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270331; yang dikenal: docs/panduan/daerah.md, bagian ulang",
    ),
    "ulang-terlalu-lama": M(
        "kegiatan ini berulang sampai {sampai}, lebih dari lima tahun",
        "tulis hari terakhir yang sudah pasti, paling jauh {batas}",
    ),
    "rrule-tanpa-akhir": M(
        "menurut RRULE ini, kegiatan tidak pernah berakhir",
        "tambahkan ;UNTIL=tahunbulantanggal, paling jauh UNTIL={batas}, atau ;COUNT=jumlah",
    ),
    "rrule-lain-hari": M(
        "{tanggal} bukan hari menurut RRULE ini",
        "tulis di 'tanggal' hari pertamanya; maksudnya '{maksud}'?",
        "periksa lagi RRULE-nya: tidak ada hari yang cocok",
    ),
    "kecuali-bukan-hari": M("{isi} bukan hari kegiatan ini, jadi tidak dapat dikecualikan", "maksudnya '{maksud}'?"),
    "testimoni-tanpa-persetujuan": M(
        "testimoni ini tidak punya persetujuan bertanggal, jadi tidak boleh tampil",
        "tulis 'persetujuan: {{tanggal: …, bukti: …}}' dari orangnya; tanpa itu, hapus testimoninya",
    ),
    "bulan-ganda": M("bulan {bulan} ada dua kali", "hapus salah satu"),
    "aktif-melebihi-peserta": M(
        "yang aktif ({aktif}) lebih banyak daripada peserta ({peserta})", "periksa lagi kedua angkanya"
    ),
    "telepon-tidak-terbaca": M(
        "'{isi}' bukan nomor telepon", "tulis angka dengan spasi atau tanda hubung, contoh 0254 123456"
    ),
    "domain-tidak-sah": M("'{isi}' bukan alamat situs", "tulis huruf kecil tanpa https://, contoh dinkesserang.id"),
    "slug-tidak-sah": M("'{isi}' bukan nama folder daerah", "tulis seperti kab-serang, kota-bitung, kec-nanggalo"),
    "nama-tidak-sah": M(
        "huruf '{huruf}' tidak boleh ada dalam nama '{isi}'", "pakai huruf, angka, spasi, dan . , ' ( ) / & -"
    ),
    "nama-gambar-tidak-sah": M(
        "'{isi}' bukan nama gambar", "pakai huruf kecil, angka, tanda hubung, dan akhiran .png, .jpg, atau .webp"
    ),
    "warna-tidak-terbaca": M(
        "'{isi}' bukan warna", 'tulis tanda # dan enam angka atau huruf a sampai f, dalam tanda kutip, contoh "#5b2a4f"'
    ),
    # between files
    "domain-tidak-cocok": M(
        "domain di sini ({isi}) tidak sama dengan domain di daftar pusat ({pusat})",
        "samakan dengan districts/_daftar.yml, atau hubungi penjaga pusat",
    ),
    "domain-dipakai-dua": M("domain '{isi}' sudah dipakai '{slug}'", "satu domain untuk satu daerah"),
    "slug-ganda": M("'{slug}' tercantum dua kali", "hapus salah satu"),
    "gambar-hilang": M(
        "gambar '{berkas}' tidak ada di folder gambar/",
        "maksudnya '{maksud}'?",
        "taruh gambarnya di folder gambar/, atau hapus dari daerah.yml",
    ),
    "gambar-tidak-terbaca": M(
        "'{berkas}' bukan gambar PNG, JPEG, atau WebP yang utuh",
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
    "kode-lembar-ganda": M("kode '{kode}' sudah dipakai lembar '{lembar}'", "pakai kode lain, contoh p2"),
    # what districts write themselves
    "kepala-terlalu-panjang": M(
        "kepala halaman ini lebih besar dari {batas}", "pindahkan naskahnya ke bawah baris '---' yang kedua"
    ),
    "nama-halaman-tidak-sah": M(
        "'{nama}' bukan nama halaman",
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
    "timpaan-tanpa-dasar": M(
        "salinan naskah bersama untuk '{bagian}' tidak ada di sampingnya",
        "buat dengan: selebaran override SLUG {bagian} --terima",
    ),
    "timpaan-usang": M(
        "naskah bersama '{bagian}' berubah sesudah ditimpa; yang tampil kini naskah bersama. Dulu: {dulu} Kini: {kini}",
        "putuskan: hapus timpaan ini, atau sesuaikan isinya ({daerah}) lalu: selebaran override SLUG {bagian} --terima",
    ),
    "bahasa-tidak-dikenal": M("bahasa '{kode}' pada nama berkas ini tidak dikenal", "pakai salah satu: {semua}"),
    "terjemahan-usang": M(
        "naskah Indonesianya sudah lain daripada yang diterjemahkan, jadi terjemahan ini tidak tampil",
        "sesuaikan terjemahannya, lalu tulis di kepalanya 'naskah_asal: {sidik}'",
    ),
    "terjemahan-tanpa-asal": M(
        "terjemahan ini tidak punya halaman asal '{halaman}'",
        "maksudnya '{maksud}'?",
        "hapus, atau tulis halaman asalnya",
    ),
}
