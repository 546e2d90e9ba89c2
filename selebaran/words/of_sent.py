"""What is said of documents, messages, calendars, photos and mails that somebody sent, and of what they don't say."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Berkas kiriman"
MESSAGES: dict[str, M] = {
    "kiriman-tidak-terbaca": M(
        "berkas ini tidak dapat dibaca sebagai {jenis}",
        "buka di programnya, lalu simpan lagi sebagai {jenis}, tanpa kata sandi",
    ),
    "kiriman-terlalu-besar": M("berkas ini lebih besar dari {batas}", "kirim sebagian, atau kecilkan gambarnya dulu"),
    "kiriman-gagal-dibaca": M(
        "berkas ini tidak selesai dibaca: memerlukan terlalu banyak waktu atau memori, atau pembacanya terhenti",
        "salin isinya ke berkas baru, lalu coba lagi",
    ),
    "kiriman-bermuatan": M(
        "berkas ini memuat lebih dari tulisan dan gambar: '{isi}'", "salin tulisannya ke berkas baru, tanpa bagian itu"
    ),
    "kiriman-dilewati": M(
        "'{isi}' tidak dibaca: bukan jenis berkas yang dikenal", "bila harus ikut, simpan sebagai {semua}"
    ),
    "kiriman-menjadi-halaman": M(
        "berkas ini menjadi halaman '{nama}'", "bila seharusnya kabar, tambahkan harinya: --set 'tanggal=…'"
    ),
    "isian-perlu": M("{isi} belum ada", "tambahkan: --set '{tulis}'"),
    "isian-ditebak": M("'{kunci}' dibaca sebagai: {maksud}", "bila salah, tambahkan: --set '{kunci}=…'"),
    "isian-tidak-pasti": M(
        "'{kunci}' tidak pasti: {isi}",
        "satu kegiatan: pilih, misalnya --set '{kunci}={salah_satu}'; beberapa: simpan tiap kegiatan sebagai pesan sendiri",
        "tambahkan: --set '{kunci}=…'",
    ),
    "isian-tidak-dipakai": M(
        "tidak ada yang menanyakan '{kunci}'", "maksudnya '{maksud}'?", "hapus, atau pakai kunci yang diminta program"
    ),
    "dokumen-perubahan": M(
        "perubahan yang dilacak belum diputuskan: '{isi}'", "di Word: Tinjau, lalu Terima atau Tolak; simpan lagi"
    ),
    "dokumen-sel-gabungan": M(
        "sel ini digabung dengan tetangganya: '{isi}'", "pisahkan selnya (Tata Letak, Pisahkan Sel), lalu isi tiap sel"
    ),
    "dokumen-kotak": M("tulisan ini ada di kotak teks: '{isi}'", "pindahkan ke paragraf biasa, lalu hapus kotaknya"),
    "dokumen-benda": M("ada {isi} di sini, yang tidak dapat menjadi halaman", "ganti dengan tulisan atau gambar"),
    "dokumen-tabel-dalam": M("ada tabel di dalam tabel", "jadikan dua tabel terpisah"),
    "dokumen-daftar-dalam": M(
        "daftar ini lebih dari {batas} tingkat", "kurangi tingkatnya, atau jadikan bagian dengan judul sendiri"
    ),
    "dokumen-nomor": M(
        "nomor daftar di sini menjadi 1, 2, 3", "bila huruf besar atau angka Romawinya penting, ketik sendiri"
    ),
    "dokumen-tepi": M("kepala atau kaki halaman tidak dibaca: '{isi}'", "bila penting, salin ke isi dokumen"),
    "dokumen-komentar": M("komentar di samping tulisan ini tidak dibaca", "bila penting, salin ke isi dokumen"),
    "dokumen-berubah": M(
        "tulisan ini tidak dapat ditampilkan persis seperti di Word: '{isi}'",
        "tulis lebih sederhana, tanpa tanda khusus di awal baris",
    ),
    "pesan-dilewati": M("baris ini tidak dibaca: '{isi}'", "bila penting, tambahkan ke catatan: --set 'catatan=…'"),
    "pesan-tanpa-kegiatan": M(
        "di tulisan ini tidak ada hari dan jam suatu kegiatan", "kirim pengumumannya saja, dengan hari, jam, dan tempat"
    ),
    "kop-surat-dilewati": M("kop surat ini tidak ikut ke halaman: '{isi}'", "bila harus ikut, tulis di bawah judulnya"),
    "kop-surat-mungkin": M(
        "baris di atas judul ini ikut ke halaman: '{isi}'", "bila itu kop surat, hapus dari dokumennya, lalu kirim lagi"
    ),
}
