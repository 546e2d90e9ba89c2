"""Help for `bagikan` in content/kampanye.yml."""

from __future__ import annotations

from selebaran.model.record import Record
from selebaran.model.sharing import EventPictures, PictureGroup, PictureSpec, Sharing
from selebaran.words.help.text import Help as H

DRAWN = {
    "seni": H("Gambar", "Nama gambar di content/seni, tanpa .svg", "nyamuk"),
    "teks": H("Kata-kata gambarnya", "Untuk yang tidak melihatnya", "Nyamuk di atas air"),
    "kotak": H("Bagian gambar", "viewBox di dalam gambar: x y lebar tinggi", '"0 0 240 166.4"'),
}

HELP: dict[type[Record], dict[str, H]] = {
    Sharing: {
        "judul": H("Judul", "Judul halaman yang menampilkannya", "Gambar untuk dibagikan"),
        "ringkas": H("Ringkas", "Satu atau dua kalimat tentang halaman itu", "Gambar dan kata-katanya, siap dikirim."),
        "kegiatan": H("Gambar kegiatan", "Judul dan gambar untuk tiap kegiatan daerah; tanpa ini tidak dibuat"),
        "kelompok": H("Kelompok", "Gambar di bawah satu judul"),
    },
    EventPictures: {"judul": H("Judul", "Judul kelompoknya", "Kegiatan berikutnya"), **DRAWN},
    PictureGroup: {
        "judul": H("Judul", "Judul kelompok ini", "Ini yang benar"),
        "gambar": H("Gambar", "Satu butir tiap gambar"),
    },
    PictureSpec: {
        "nama": H("Nama", "Nama berkasnya: huruf kecil, angka, tanda hubung", "kuras-bak"),
        "judul": H("Judul", "Bagian halaman yang judulnya tampil di gambar", '"cegah#kuras"'),
        "isi": H("Isi", "Bagian halaman di bawah judul itu, seperti 'dari' di piece.yml", '["cegah#kuras/pembuka"]'),
        "ke": H("Ke", "Halaman yang dituju; tanpa ini halaman judulnya", "cegah"),
        "bulan": H("Bulan", "Angka bulan, bila ini pesan bulan itu", "5"),
        **DRAWN,
    },
}
