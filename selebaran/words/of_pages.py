"""What is said of how a page is built: its main message, its steps, where it leads."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Susunan halaman"
MESSAGES: dict[str, M] = {
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
}
