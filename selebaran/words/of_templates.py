"""What is said of shared pages, pieces and templates: their heads, their blocks, and the names that stand in them."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Naskah dan templat"
MESSAGES: dict[str, M] = {
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
    "fakta-bukan-telepon": M(
        "fakta '{nama}' bukan nomor telepon, tetapi {jenis}",
        "pilih salah satu: {semua}",
        "tambahkan nilai berjenis telepon ke content/fakta.yml, lalu tulis namanya di sini",
    ),
    "nomor-rekaan": M(
        "nomor '{isi}' rekaan, tetapi '{slug}' daerah sungguhan",
        "tulis nomor yang dapat ditelepon; nomor 0000 hanya untuk kampanye yang semua daerahnya rekaan",
    ),
    "halaman-punya-tugas": M(
        "'{halaman}' tidak dapat menjadi '{kunci}': halaman itu sudah punya tugas sendiri",
        "sebut halaman lain di content/; yang tidak dapat: {semua}",
    ),
    "macam-bernama-isian": M(
        "'{kunci}' tidak dapat menjadi macam tempat: sudah nama isian daerah", "pilih kunci lain, seperti {contoh}"
    ),
    "isian-bukan-di-sini": M(
        "{nama} tidak diganti nama daerah di sini", "tulis tanpa itu; yang boleh memuatnya: {semua}"
    ),
    "isian-tidak-dikenal": M("isian '{nama}' tidak ada", "maksudnya '{maksud}'?", "yang ada: {semua}"),
    "nilai-daerah-diolah": M(
        "'{nama}' diolah dengan '{cara}' dalam templat",
        "pakai isian yang sudah jadi, misalnya 'nama_pendek'; isian baru dibuat di selebaran/compose/district/names.py",
    ),
    "isian-kosong-dicetak": M(
        "isian '{nama}' tidak terisi di setiap daerah, tetapi dicetak tanpa syarat",
        "apit dengan {{% if {tulisan} %}} … {{% endif %}}",
    ),
    "bukan-untuk-dicetak": M(
        "yang dicetak di sini bukan satu isian",
        "sebut salah satu isian di dalamnya, atau pakai hanya dalam {{% if %}} atau {{% for %}}",
    ),
    "seni-tidak-ada": M(
        "gambar '{nama}' tidak ada di content/seni dan templates/seni", "maksudnya '{maksud}'?", "pilih gambar lain"
    ),
    "tema-tidak-ada": M("tema '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "warna-tidak-ada": M("warna '{nama}' tidak ada di templates/tokens.css", "maksudnya '{maksud}'?", "pilih: {semua}"),
    "sampul-tidak-ada": M(
        "sampul menunjuk panel '{panel}' di lembar {nomor}, yang tidak ada",
        "maksudnya '{maksud}'?",
        "tulis lembar dan panel yang ada di 'lembar'",
    ),
    "panel-tidak-dikenal": M(
        "ruang baris menunjuk panel '{panel}', yang tidak ada di lembar ini",
        "maksudnya '{maksud}'?",
        "tulis panel yang ada di 'lembar'",
    ),
    "butuh-tidak-dikenal": M(
        "butuh: tidak ada isian daerah yang bernama '{isi}'",
        "maksudnya '{maksud}'?",
        "tulis kegiatan, domain, atau kontak.nama, misalnya kontak.{contoh}",
    ),
    "tanda-lepas-tidak-ada": M(
        "boleh_lepas: tidak ada baris bertanda '{tanda}' di lembar ini, jadi tidak ada yang dapat lepas",
        "maksudnya '{maksud}'?",
        'tulis data-lepas="{tanda}" pada barisnya di piece.html, atau hapus dari boleh_lepas',
    ),
    "tautan-putus": M("halaman '{tujuan}' tidak ada", "maksudnya '{maksud}'?", "perbaiki atau hapus tautannya"),
    "jangkar-putus": M(
        "bagian '#{jangkar}' tidak ada di '{tujuan}'", "maksudnya '#{maksud}'?", "perbaiki atau hapus tautannya"
    ),
}
