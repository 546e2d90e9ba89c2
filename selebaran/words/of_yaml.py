"""What is said of a file that can't be read as YAML."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Susunan YAML"
MESSAGES: dict[str, M] = {
    "yaml-tabulator": M("ada tabulator (tombol Tab) di sini", "ganti dengan spasi"),
    "yaml-kutip-terbuka": M("tanda kutip yang dibuka di sini tidak ditutup", "tambahkan tanda kutip penutup"),
    "yaml-kutip-word": M(
        "tanda kutip {huruf} dari Word atau ponsel tidak terbaca sebagai tanda kutip",
        'ganti tanda pembuka dan penutupnya dengan tanda kutip lurus: "…"',
    ),
    "yaml-butir": M("baris ini diawali tanda {huruf}", "ganti dengan tanda hubung dan satu spasi: '- '"),
    "yaml-koma": M("ada koma sesudah isi", "hapus komanya; di sini tiap isian cukup di barisnya sendiri"),
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
}
