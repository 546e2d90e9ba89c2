"""What is said of words and sentences that residents don't read easily, and of numbers that belong to a fact."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Bahasa"
MESSAGES: dict[str, M] = {
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
    "tanda-tampil": M(
        "'{tanda}' tidak dibaca di naskah daerah, jadi tampil seperti ini",
        "tulis katanya; yang dibaca hanya nama fakta dalam naskah dan ringkas, misalnya {{{{ fakta.posko_telepon }}}}; di judul tidak ada",
    ),
}
