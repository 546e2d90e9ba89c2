"""What each problem says: the fault and its cure, in Indonesian. English stands in locale/en.po.

The error message is written before the check. Places such as {kunci} are filled from the problem's values; a cure
in which a place would stay empty is replaced by the one after the bar ("maksudnya …?" needs a nearest name).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """The fault, its cure, and the cure to give when a value of the first is empty."""

    fault: str
    cure: str
    plain_cure: str = ""

    @property
    def names(self) -> set[str]:
        """The values that the texts need."""
        return set(re.findall(r"{(\w+)}", self.fault + self.cure + self.plain_cure))


M = Message
MESSAGES: dict[str, Message] = {
    # files
    "berkas-hilang": M(
        "berkas ini tidak ada", "buat berkasnya; tiru berkas sejenis, misalnya di districts/kab-contoh/"
    ),
    "berkas-tidak-dikenal": M(
        "berkas '{berkas}' tidak dikenal di folder daerah",
        "maksudnya '{maksud}'?",
        "hapus atau pindahkan; nama yang dikenal: {nama}",
    ),
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
    "teks-terlalu-panjang": M("'{kunci}' lebih dari {max_length} huruf", "ringkas isinya"),
    "pola-tidak-cocok": M("'{isi}' bukan bentuk yang benar untuk '{kunci}'", "tulis seperti {contoh}"),
    "tanggal-tidak-terbaca": M("tanggal '{isi}' tidak terbaca", "tulis tahun-bulan-hari, contoh 2026-11-26"),
    "bulan-tidak-terbaca": M("bulan '{isi}' tidak terbaca", "tulis tahun-bulan, contoh 2026-11"),
    "waktu-tidak-terbaca": M("waktu '{isi}' tidak terbaca", "tulis jam.menit, contoh 08.00"),
    "jam-terbalik": M("jam selesai ({selesai}) tidak sesudah jam mulai ({mulai})", "periksa lagi kedua jamnya"),
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
    "fakta-ganda": M("fakta '{nama}' sudah ada di baris {baris}", "pakai nama lain; setiap nama hanya boleh sekali"),
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
    "isian-tidak-dikenal": M("isian '{nama}' tidak ada", "maksudnya '{maksud}'?", "yang ada: {semua}"),
    "isian-kosong-dicetak": M(
        "isian '{nama}' tidak terisi di setiap daerah, tetapi dicetak tanpa syarat",
        "apit dengan {{% if {tulisan} %}} … {{% endif %}}",
    ),
    "bukan-untuk-dicetak": M(
        "yang dicetak di sini bukan satu isian",
        "sebut salah satu isian di dalamnya, atau pakai hanya dalam {{% if %}} atau {{% for %}}",
    ),
    "seni-tidak-ada": M("gambar '{nama}' tidak ada di templates/seni", "maksudnya '{maksud}'?", "pilih gambar lain"),
    "tema-tidak-ada": M("tema '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "warna-tidak-ada": M("warna '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "sampul-tidak-ada": M(
        "sampul menunjuk panel '{panel}' di lembar {nomor}, yang tidak ada",
        "maksudnya '{maksud}'?",
        "tulis lembar dan panel yang ada di 'lembar'",
    ),
    "tautan-putus": M("halaman '{tujuan}' tidak ada", "maksudnya '{maksud}'?", "perbaiki atau hapus tautannya"),
    "jangkar-putus": M(
        "bagian '#{jangkar}' tidak ada di '{tujuan}'", "maksudnya '#{maksud}'?", "perbaiki atau hapus tautannya"
    ),
    "situs-peringatan": M(
        "pembuat situs memberi peringatan untuk daerah ini", 'teruskan kepada penjaga pusat: "{rinci}"'
    ),
    "tautan-situs-putus": M("tautan '{tujuan}' di situs {daerah} tidak menuju ke mana pun", "perbaiki tautannya"),
    # workers
    "daerah-melebihi-waktu": M(
        "pembuatan '{slug}' lebih dari {batas} detik dan dihentikan", "kurangi isi folder daerah ini, lalu bangun lagi"
    ),
    "daerah-melebihi-memori": M(
        "pembuatan '{slug}' memerlukan memori lebih dari {batas}", "kurangi isi folder daerah ini, lalu bangun lagi"
    ),
    "daerah-terputus": M(
        "pembuatan '{slug}' terputus ({sinyal})", "bangun lagi; bila terulang, beri tahu perawat program"
    ),
    "daerah-gagal": M(
        "pembuatan '{slug}' berhenti karena kesalahan program (kode {kode})", "beri tahu perawat program"
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
    "cetak-gambar-gagal": M(
        "{lembar}: gambar '{gambar}' tidak dapat dimuat", 'pakai seni("nama"), dan periksa gambarnya di templates/seni'
    ),
    "huruf-tanpa-rupa": M("{lembar}: huruf '{huruf}' tidak dapat dicetak", "ganti dengan huruf atau angka biasa"),
    "cetak-css-diabaikan": M("{lembar}: gaya '{css}' tidak dikenal pembuat PDF", "hapus atau ganti baris itu di CSS"),
    "cetak-peringatan": M("{lembar}: pembuat PDF memberi peringatan", 'teruskan kepada perawat program: "{rinci}"'),
}
