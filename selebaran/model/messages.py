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
    "berkas-hilang": M("berkas ini tidak ada", "buat berkasnya; contoh: districts/kab-contoh/"),
    "berkas-tidak-dikenal": M(
        "berkas '{berkas}' tidak dikenal di folder daerah",
        "maksudnya '{maksud}'?",
        "hapus atau pindahkan; nama yang dikenal: {nama}",
    ),
    "berkas-terlalu-besar": M("berkas lebih besar dari {batas}", "pecah atau ringkas isinya"),
    "bukan-utf8": M("berkas bukan teks UTF-8", "simpan ulang dengan pengodean UTF-8"),
    "daerah-tidak-terdaftar": M(
        "folder '{slug}' tidak ada dalam daftar pusat",
        "maksudnya '{maksud}'?",
        "minta penjaga pusat menambahkannya ke districts/_daftar.yml",
    ),
    "daerah-tanpa-folder": M("'{slug}' terdaftar, tetapi foldernya tidak ada", "buat districts/{slug}/daerah.yml"),
    # YAML
    "yaml-tabulator": M("ada tabulator di awal baris", "ganti dengan spasi"),
    "yaml-kutip-terbuka": M("tanda kutip dibuka tetapi tidak ditutup", "tambahkan tanda kutip penutup"),
    "yaml-garis-miring": M(
        "garis miring terbalik di dalam kutip ganda tidak terbaca", "pakai tanda kutip tunggal, atau tulis \\\\"
    ),
    "yaml-titik-dua": M("tanda titik dua tidak pada tempatnya", "apit isinya dengan tanda kutip"),
    "yaml-tanpa-titik-dua": M("baris ini tidak punya titik dua sesudah kunci", "tulis 'kunci: isi'"),
    "yaml-menjorok": M("jarak di awal baris tidak rata", "samakan banyaknya spasi dengan baris di atasnya"),
    "yaml-rusak": M(
        "susunan YAML tidak terbaca di sini", "bandingkan dengan berkas yang sama di districts/kab-contoh/"
    ),
    "yaml-fitur-dilarang": M("'{fitur}' tidak dipakai di sini", "tulis isinya langsung, tanpa tanda &, *, !, atau <<"),
    "yaml-kunci-bukan-teks": M("kunci harus berupa kata", "tulis 'kunci: isi'"),
    "yaml-dua-dokumen": M("ada lebih dari satu dokumen dalam berkas ini", "hapus baris '---' di tengah"),
    "yaml-terlalu-dalam": M("isian bersarang lebih dari {batas} tingkat", "ratakan susunannya"),
    "yaml-terlalu-banyak": M("isian lebih dari {batas}", "pecah atau ringkas isinya"),
    "yaml-bukan-isian": M(
        "berkas ini tidak berisi 'kunci: isi'", "bandingkan dengan berkas yang sama di districts/kab-contoh/"
    ),
    "huruf-tersembunyi": M("ada huruf yang tidak terlihat ({huruf})", "hapus dan ketik ulang bagian ini"),
    # records
    "kunci-ganda": M("kunci '{kunci}' sudah ada di baris {baris}", "hapus salah satu"),
    "kunci-hilang": M("'{kunci}' wajib ada", "tambahkan '{kunci}'"),
    "kunci-tidak-dikenal": M(
        "'{kunci}' tidak dikenal", "maksudnya '{maksud}'?", "hapus, atau lihat docs/panduan/daerah.md"
    ),
    "pilihan-tidak-sah": M(
        "'{isi}' bukan pilihan untuk '{kunci}'",
        "maksudnya '{maksud}'? Pilihan: {pilihan}",
        "pilih salah satu: {pilihan}",
    ),
    "bukan-teks": M("'{kunci}' harus berupa teks", "tulis isinya di baris yang sama"),
    "bukan-angka": M("'{isi}' bukan angka", "tulis angkanya saja, tanpa titik dan satuan"),
    "bukan-daftar": M("'{kunci}' harus berupa daftar", "tulis tiap isi di baris sendiri, diawali '- '"),
    "bukan-isian": M(
        "'{kunci}' harus berisi 'kunci: isi'", "bandingkan dengan berkas yang sama di districts/kab-contoh/"
    ),
    "daftar-kosong": M("'{kunci}' harus punya sedikitnya satu isi", "tambahkan isinya, diawali '- '"),
    "isian-kosong": M("'{kunci}' kosong atau bukan isian tunggal", "isi, atau hapus kuncinya"),
    "isian-tidak-sah": M(
        "isi '{kunci}' tidak dapat dipakai", "bandingkan dengan berkas yang sama di districts/kab-contoh/"
    ),
    "angka-di-luar-batas": M("angka '{isi}' di luar batas untuk '{kunci}'", "periksa lagi angkanya"),
    "teks-terlalu-panjang": M("'{kunci}' lebih dari {max_length} huruf", "ringkas"),
    "pola-tidak-cocok": M(
        "'{isi}' bukan bentuk yang benar untuk '{kunci}'", "bandingkan dengan berkas yang sama di districts/kab-contoh/"
    ),
    "tanggal-tidak-terbaca": M("tanggal '{isi}' tidak terbaca", "tulis tahun-bulan-hari, contoh 2026-11-26"),
    "bulan-tidak-terbaca": M("bulan '{isi}' tidak terbaca", "tulis tahun-bulan, contoh 2026-11"),
    "waktu-tidak-terbaca": M("waktu '{isi}' tidak terbaca", "tulis jam.menit, contoh 08.00"),
    "jam-terbalik": M("selesai ({selesai}) tidak sesudah mulai ({mulai})", "periksa lagi kedua jamnya"),
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
    # collisions between files
    "domain-tidak-cocok": M(
        "domain '{isi}' tidak sama dengan daftar pusat ('{pusat}')", "samakan dengan districts/_daftar.yml"
    ),
    "domain-dipakai-dua": M("domain '{isi}' sudah dipakai '{slug}'", "satu domain untuk satu daerah"),
    "slug-ganda": M("'{slug}' tercantum dua kali", "hapus salah satu"),
    "gambar-hilang": M("gambar '{berkas}' tidak ada di folder gambar/", "maksudnya '{maksud}'?", "tambahkan gambarnya"),
    "fakta-ganda": M("fakta '{nama}' sudah ada", "pakai nama lain; nama harus unik di seluruh berkas"),
    # shared pages and pieces
    "kepala-hilang": M(
        "halaman tidak punya kepala (bagian di antara dua baris '---')",
        "tambahkan judul dan ringkas di antara dua baris '---'",
    ),
    "judul-tanpa-id": M("judul bagian '{judul}' tidak punya nama", "tambahkan {{#nama-bagian}} di akhir baris"),
    "id-ganda": M("nama bagian '{id}' dipakai dua kali", "ganti salah satu"),
    "blok-tidak-ada": M(
        "blok '{id}' tidak ada pada halaman ini",
        "maksudnya '{maksud}'?",
        "hapus dari 'blok', atau beri judulnya nama itu",
    ),
    "templat-rusak": M(
        "kurung templat tidak terbaca di sekitar sini",
        "setiap {{{{ dan {{% harus ditutup; setiap if dan for harus diakhiri di bagian yang sama",
    ),
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
        "isian '{nama}' kosong di daerah ini, tetapi dicetak",
        "apit dengan {{% if {nama} %}} … {{% else %}} … {{% endif %}}",
    ),
    "seni-tidak-ada": M("gambar '{nama}' tidak ada di templates/seni", "maksudnya '{maksud}'?", "tambahkan gambarnya"),
    "tautan-putus": M("halaman '{tujuan}' tidak ada", "maksudnya '{maksud}'?", "perbaiki tautannya"),
    "jangkar-putus": M("bagian '#{jangkar}' tidak ada di '{tujuan}'", "maksudnya '#{maksud}'?", "perbaiki tautannya"),
    "situs-peringatan": M("pembuat situs memberi peringatan: {rinci}", "laporkan kepada penjaga pusat"),
    # print
    "teks-tidak-muat": M(
        "{lembar}: panel '{panel}' pada {daerah} kelebihan {mm} mm di {sisi} ({baris} baris)",
        'pendekkan sekitar {kata} kata; yang tidak muat: "{kutipan}"',
    ),
    "teks-hilang": M(
        "{lembar}: dari {ada} huruf hanya {tercetak} yang tercetak pada {daerah}",
        "periksa gaya panel; tidak ada huruf yang boleh hilang",
    ),
    "panel-hilang": M(
        "{lembar}: panel '{panel}' tidak ada pada {daerah}", "samakan data-panel di piece.html dengan piece.yml"
    ),
    "halaman-lebih": M("{lembar}: {ada} halaman, seharusnya {harus}", "periksa tinggi panel dan pemisah halaman"),
    "huruf-asing": M(
        "{lembar}: huruf '{huruf}' tidak ada dalam daftar huruf", "pakai huruf yang ada di templates/print/print.css"
    ),
    "ukuran-salah": M(
        "{lembar}: halaman {nomor} berukuran {ada} mm, seharusnya {harus} mm", "periksa lebar dan tinggi di piece.yml"
    ),
    "cetak-gambar-gagal": M(
        "{lembar}: gambar '{gambar}' tidak dapat dimuat", 'pakai seni("nama") dengan gambar yang ada di templates/seni'
    ),
    "cetak-css-diabaikan": M("{lembar}: gaya '{css}' tidak dikenal pembuat PDF", "hapus atau ganti baris itu di CSS"),
    "cetak-peringatan": M("{lembar}: pembuat PDF memberi peringatan: {rinci}", "perbaiki piece.html atau CSS-nya"),
}
