"""What is said of files and folders: one that is missing, has a name that nothing knows, or can't be opened."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Berkas dan folder"
MESSAGES: dict[str, M] = {
    "berkas-hilang": M(
        "berkas ini tidak ada", "buat berkasnya; tiru berkas sejenis, misalnya di districts/kab-contoh/"
    ),
    "berkas-untuk-intake": M(
        "'{berkas}' tidak dibaca di folder daerah",
        "pindahkan ke luar folder ini, lalu masukkan isinya: selebaran intake {berkas} --district {slug}",
    ),
    "berkas-tidak-dikenal": M(
        "berkas '{berkas}' tidak dikenal di folder ini",
        "maksudnya '{maksud}'?",
        "hapus atau pindahkan; nama yang dikenal: {nama}",
    ),
    "berkas-salah-tempat": M("'{berkas}' tidak dibaca di folder ini", "pindahkan ke {tempat}"),
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
    "sisa-git": M(
        "tanda '{tanda}' dari penggabungan git tertinggal di sini",
        "pilih satu dari kedua naskah di antara tanda-tanda itu, lalu hapus yang lain beserta semua tandanya",
    ),
    "huruf-tersembunyi": M("ada huruf yang tidak terlihat ({huruf})", "hapus bagian ini, lalu ketik ulang"),
    "daerah-tidak-terdaftar": M(
        "folder '{slug}' tidak ada dalam daftar pusat",
        "maksudnya '{maksud}'?",
        "minta penjaga pusat menambahkannya ke districts/_daftar.yml",
    ),
    "daerah-tanpa-folder": M(
        "'{slug}' terdaftar, tetapi foldernya tidak ada",
        "ganti nama folder '{maksud}' menjadi '{slug}'",
        "buat districts/{slug}/daerah.yml",
    ),
    "ubahan-di-luar": M(
        "akun '{akun}' tidak memegang berkas ini",
        "batalkan perubahannya di sini; akun ini hanya memegang {milik}",
        "minta penjaga pusat mencatat akunnya di districts/_daftar.yml, atau minta dia membuat perubahan ini",
    ),
    "ubahan-nama": M(
        "nama '{nama}' dapat berarti lain di komputer lain, atau mengatur git",
        "beri nama dengan huruf kecil, angka, dan tanda hubung",
    ),
    "ubahan-tautan": M("ini bukan berkas biasa ({jenis})", "hapus, lalu taruh salinan berkas aslinya"),
}
