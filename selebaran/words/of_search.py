"""What is said of the search's list of words."""

from __future__ import annotations

from selebaran.words.message import Message as M

GROUP = "Pencarian"
MESSAGES: dict[str, M] = {
    "kata-ganda": M(
        "kata '{kata}' sudah ada di baris {baris}", "gabungkan; setiap kata hanya boleh sekali dalam berkas ini"
    ),
    "sinonim-berputar": M(
        "arti kata '{kata}' kembali ke kata itu sendiri: {jalan}", "hapus salah satu; 'artinya' adalah kata di halaman"
    ),
    "sinonim-tanpa-tujuan": M(
        "kata '{kata}' tidak ada di halaman bersama mana pun, jadi tidak menemukan apa-apa",
        "maksudnya '{maksud}'?",
        "pakai kata yang ada di halaman",
    ),
    "kata-darurat-buntu": M(
        "kata darurat '{kata}' tidak membuka kartu darurat",
        "hapus '{kecuali}' dari 'kecuali'",
        "tulis kata berhuruf, dan isi 'darurat' di content/kampanye.yml",
    ),
    "kata-daerah-tanpa-sumber": M(
        "kata bahasa daerah '{kata}' tidak punya sumber", "tulis 'sumber': kamus atau halaman yang menyebut artinya"
    ),
}
