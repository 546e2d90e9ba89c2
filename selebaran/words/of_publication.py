"""What is said of a district, a page or a sheet that isn't published, or not as it is."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Terbitan"
MESSAGES: dict[str, M] = {
    "edisi-rusak": M(
        "daftar edisi di sini pernah diubah dengan tangan, atau terpotong",
        "kembalikan berkasnya dari git; hanya `build --publish` yang menulisnya",
    ),
    "terbit-tanpa-persetujuan": M(
        "'{slug}' tidak diterbitkan: belum ada pejabat yang menyatakan setuju",
        "isi 'persetujuan': oleh, jabatan, tanggal, bukti, menguasai_domain",
    ),
    "terbit-rancu": M(
        "'{slug}' tidak diterbitkan: belum pasti daerah mana yang dimaksud",
        "pastikan dengan pemilik domain, lalu tulis 'identitas: pasti'",
    ),
    "terbit-domain": M(
        "'{slug}' tidak diterbitkan: pemberi persetujuan belum menguasai domainnya",
        "tulis 'menguasai_domain: ya' bila sudah, atau kosongkan domain di sini dan di daftar pusat",
    ),
    "terbit-belum-disahkan": M(
        "persetujuan '{slug}' belum disahkan penjaga pusat; tanpa itu tidak diterbitkan",
        "cocokkan dengan suratnya, lalu jalankan: selebaran consent sign {slug}",
    ),
    "terbit-pengesahan-usang": M(
        "pengesahan '{slug}' dari {sejak} tidak berlaku lagi; sesudah itu berubah: {kunci}; tanpa pengesahan tidak diterbitkan",
        "kembalikan isinya; atau cocokkan dengan suratnya, lalu jalankan: selebaran consent sign {slug}",
    ),
    "terbit-rekaan": M("'{slug}' tidak diterbitkan: daerah ini rekaan", "bangun tanpa --publish untuk melihatnya"),
    "lembar-lama-dihapus": M(
        "lembar dari pembangunan sebelumnya yang tidak berlaku lagi dihapus, tetapi halaman unduhannya masih menyebutnya: {berkas}",
        "bangun juga situsnya: selebaran build {slug}",
    ),
    "lembar-diminta-dihapus": M(
        "lembar '{lembar}', yang dulu dibuat karena diminta, tidak sesuai lagi dengan naskahnya dan dihapus: {berkas}",
        "bila masih perlu, buat lagi: selebaran build {slug} --lembar {lembar}",
    ),
    "fakta-diganti": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang harus diperiksa lagi sejak {sejak}; isinya diganti",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "fakta-diganti-berakhir": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang tidak berlaku lagi sejak {sejak}; isinya diganti",
        "tulis aturan yang baru di content/fakta.yml, dan ubah bagian ini",
    ),
    "fakta-diganti-tertutup": M(
        "'{bagian}' memakai fakta {id} ({topik}), yang tidak untuk umum (terbit: false); isinya diganti",
        "hapus dari bagian ini, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "halaman-ditahan": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) harus diperiksa lagi sejak {sejak}",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "halaman-ditahan-berakhir": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) tidak berlaku lagi sejak {sejak}",
        "tulis aturan yang baru di content/fakta.yml, dan ubah halaman ini",
    ),
    "halaman-ditahan-tertutup": M(
        "halaman '{halaman}' ditahan: fakta {id} ({topik}) tidak untuk umum (terbit: false)",
        "hapus dari halaman ini, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "lembar-ditahan": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) harus diperiksa lagi sejak {sejak}",
        "cocokkan dengan sumbernya, lalu: selebaran facts recheck {id} --tanggal … --oleh … --sumber …",
    ),
    "lembar-ditahan-berakhir": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) tidak berlaku lagi sejak {sejak}",
        "tulis aturan yang baru di content/fakta.yml, dan ubah lembarnya",
    ),
    "lembar-ditahan-tertutup": M(
        "lembar '{lembar}' ditahan: fakta {id} ({topik}) tidak untuk umum (terbit: false)",
        "hapus dari lembarnya, atau pastikan faktanya lalu tulis 'terbit: true'",
    ),
    "lembar-ditahan-keyakinan": M(
        "lembar '{lembar}' ditahan: keyakinan fakta {id} ({topik}) baru {keyakinan}; kertas hanya memuat A dan B",
        "cari peraturan atau pejabat bernama, lalu: selebaran facts recheck {id} … --keyakinan B --kutipan …",
    ),
}
