"""What is said of a page that went out to be translated and came back."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Terjemahan yang kembali"
MESSAGES: dict[str, M] = {
    "terjemahan-bukan-lembar": M(
        "ini bukan lembar terjemahan: baris Halaman, Bahasa, atau Naskah asal tidak ada",
        "buat lembarnya dengan 'selebaran translate', dan biarkan baris-baris itu",
    ),
    "terjemahan-gagal-dibaca": M("berkas ini tidak dapat dibaca", "buka di Word, lalu simpan lagi sebagai .docx"),
    "terjemahan-tanpa-halaman": M(
        "halaman '{halaman}' tidak ada", "maksudnya '{maksud}'?", "periksa baris Halaman dan Daerah di atas lembarnya"
    ),
    "terjemahan-naskah-lain": M(
        "naskah '{halaman}' sudah berubah sejak lembar ini dibuat",
        "buat lembar baru: {perintah}; lalu pindahkan terjemahannya",
    ),
    "terjemahan-kosong": M(
        "nomor {nomor} belum diterjemahkan: {kutipan}", "tulis terjemahannya; bila katanya sama, salin naskahnya"
    ),
    "terjemahan-nomor-asing": M(
        "nomor {nomor} tidak ada; halaman ini punya {jumlah} nomor", "hapus, atau betulkan nomornya"
    ),
    "terjemahan-tanda-hilang": M(
        "nomor {nomor}: tanda {tanda} tidak ada dalam terjemahannya", "salin {tanda} dari naskah: {kutipan}"
    ),
    "terjemahan-tanda-asing": M(
        "nomor {nomor}: tanda {tanda} terlalu banyak, atau tidak ada dalam naskah", "hapus {tanda}"
    ),
    "terjemahan-tautan-lepas": M(
        "nomor {nomor}: tanda {tanda} adalah tautan, tetapi tidak tepat sesudah tanda ]",
        "apit kata tautannya dengan [ dan ], tepat di depan {tanda}",
    ),
    "terjemahan-tanpa-peninjau": M(
        "belum ada peninjau; terjemahan ini hanya tampil di pratinjau", "tulis nama yang memeriksa di baris Peninjau"
    ),
}
