"""Where Indonesian sentences end, and what a page's template says to a reader, in tables."""

from __future__ import annotations

import re

import pytest

from selebaran.check.prose import blocks, readings
from selebaran.check.sentences import BREAK, GAP, count_words, dotted_words, sentences
from selebaran.model.registry import Registry

# One case a line; the sentences are parted by " | ".
SENTENCES = """
Bawa KTP. | Datang pagi.
Belum punya JKN? | Daftar dulu.
Jangan menunggu! | Langsung ke rumah sakit.
Datang ke Jl. Merdeka No. 5, Kab. Serang.
Temui dr. Sari di puskesmas. | Bawa KTP.
Temui drg. Budi atau Dra. Ani besok.
Puskesmas di Kec. Nanggalo, Kel. Surau Gadang, Prov. Sumatera Barat. | Telepon dulu.
Prof. Dr. dr. H. Ahmad, Sp.PD hadir di sana.
Bupati Ir. H. M. Yusuf, M.Kes., membuka acara. | Warga datang.
Hubungi Ny. Siti atau Tn. Budi. | Simpan nomornya.
Ketua RT. 03 RW. 05 ikut datang. | Terima kasih.
Kirim WA. 0812 ke petugas.
Kartu a.n. Budi sudah aktif. | Periksa lagi besok.
Buka pukul 08.00 s.d. 14.00 WIB. | Bawa KTP.
Buka pk. 08.00 setiap hari.
Bayar tgl. 10 setiap bulan. | Simpan buktinya.
Datang pukul 09.00. | Bawa KTP.
Iurannya Rp35.000. | Bayar di bank.
Iurannya Rp. 35.000 sebulan.
Tunggu 14 hari. | 30 hari paling lambat.
Telepon 165. | Tanyakan statusnya.
Siapkan KTP, KK, dll. | Lalu datang ke kantor.
Siapkan KTP, KK, dll. sebelum datang.
Peraturan Presiden No. 82 Tahun 2018 mengatur itu.
Laporkan lewat LAPOR! | Buka lapor.go.id, atau kirim SMS.
Laporkan ke LAPOR! atau kirim SMS.
Jangan buka berkas .apk dari siapa pun. | Hapus saja.
Situs bpjs-kesehatan.go.id dan surel a.b@c.id resmi. | Yang lain bukan.
Katakan “peserta JKN”. | Lalu tunjukkan KTP.
Katakan “Saya peserta JKN.” | Lalu tunjukkan KTP.
“Bawa KTP!” kata petugas. | Ibu mengangguk.
(Bawa KTP.) | Datang pagi.
Datang pagi (pukul 08.00). | Bawa KTP.
Menunggu… | Lalu dipanggil.
Menunggu… lalu dipanggil.
Menunggu... | Lalu dipanggil.
Benarkah?! | Tanyakan dulu.
1. Bawa KTP. | 2. Datang pagi.
a. Bawa KTP.
Iuran kelas I. | Iuran kelas II.
Beri vitamin A. | Timbang bayinya.
Anda peserta Kelas I. | Bayar di bank.
Anda peserta Kelas V. | Bayar di bank.
Lihat Pasal X. | Lalu tanyakan.
Temui Bapak K. Wijaya di balai desa.
Temui Ibu Kusumawardhaningtyas-Reksodiputro H. Lestari di sana.
Bukalah pertanggungjawaban-keuangan A. | Lalu bacalah.
Bawa KTP.                 | Lalu pulang.
Bawa KTP.           lalu pulang.
Datang ke RT. 3 dan RW. | Lalu pulang.
PT. Maju dan CV. Karya mendaftarkan pekerjanya.
Lahir 3 Des. 2025 di Kp. Baru.
Naik perahu dari Gg. Melati, Ds. Air Asuk. | Sampai satu jam.
Sakit? | Berobat. | Sembuh.
Rumah Anda jauh? | Telepon dulu: jamnya bisa berubah.
Bawa KTP; Kartu Keluarga bila ada.
Namanya S. K. M. Wijaya. | Ia petugas.
Ya. | Bawa KTP.
Baca bab 2 (hlm. 12) dulu.
Diperiksa ~. | Sumber: ~.
Telepon ~, atau No. ~ di kantor.
Tanyakan di ~. | ~ buka 24 jam.
Mendaftar:/ aplikasi Mobile JKN.
Puskesmas Uji/Jl. Merdeka No. 1/Telepon belum ada
""".strip().splitlines()


@pytest.fixture(scope="module")
def dotted(registry: Registry) -> frozenset[str]:
    return dotted_words(registry.words.dotted)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(line: str, dotted: frozenset[str]) -> None:
    wanted = [part.strip() for part in re.split(r" \| |(?<=[a-z:\d])/ ?(?=[aJT])", line)]
    text = re.sub(r"(?<=[a-z:\d])/ ?(?=[aJT])", BREAK, line.replace(" | ", " ")).replace("~", GAP)
    found = [text[s.start : s.end].strip().replace(GAP, "~") for s in sentences(text, dotted)]
    assert found == wanted


def test_there_are_enough_examples() -> None:
    assert len(SENTENCES) >= 40
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bawa KTP dan Kartu Keluarga.", 5),
        ("Rp35.000 per orang – bukan per keluarga", 6),
        (f"paling lambat hari ke-{GAP}", 4),
        (f"{GAP}, {GAP}", 2),
        ("puskesmas/klinik · dokter", 2),
        ("satu\ndua", 2),
        ("…", 0),
    ],
)
def test_a_word_is_what_stands_between_spaces(text: str, words: int) -> None:
    assert count_words(text) == words


def read(template: str) -> list[list[str]]:
    """The blocks of each reading, as "kind text"."""
    return [
        [f"{b.kind}: {' '.join(b.text.replace(GAP, '~').replace(BREAK, '/').split())}" for b in blocks(reading)]
        for reading in readings(template)
    ]


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("## Judul {#id}\n\nBawa **KTP**\ndan KK.", ["heading: Judul", "paragraph: Bawa KTP dan KK."]),
        ("- [Iuran](iuran.md#a)\n- dua\n  baris\n\n1. tiga", ["item: Iuran", "item: dua baris", "item: tiga"]),
        ("* satu\n* *dua*", ["item: satu", "item: dua"]),
        ("Alamat\n:   Jl. Merdeka\n    No. 1", ["term: Alamat", "definition: Jl. Merdeka No. 1"]),
        ("| a | b |\n|---|:-:|\n| c<br>d | |", ["cell: a", "cell: b", "cell: c/d"]),
        ("![Ibu dan kader](seni/x.svg){.adegan}", ["picture: Ibu dan kader"]),
        ("> Satu.\n>\n> Dua.", ["paragraph: Satu.", "paragraph: Dua."]),
        ("```\nkode\n```\nsatu", ["paragraph: satu"]),
        ("**Mendaftar:** di sini.", ["paragraph: Mendaftar:/ di sini."]),
        ('{{ sebut("A-01") }}\nTelepon [{{ f.x }}]({{ f.x.tel }}).', ["paragraph: Telepon ~."]),
        ('<span class="utuh">{{ k.jam }}</span>&nbsp;pagi', ["paragraph: ~ pagi"]),
        ("{## catatan ##}\n{% set a = b | list %}\nsatu", ["paragraph: satu"]),
        ("{% for k in a -%}\n- {{ k }}\n{% endfor %}\n\nLihat.", ["item: ~", "paragraph: Lihat."]),
    ],
)  # fmt: skip
def test_blocks_are_those_of_the_page(template: str, wanted: list[str]) -> None:
    assert read(template) == [wanted]


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        ("a {% if x %}b{% else %}c{% endif %} d", ["a b d", "a c d"]),
        ("a {% if x %}b{% endif %}.", ["a b.", "a ."]),
        ("{% if x %}a{% elif y %}b{% else %}c{% endif %}", ["a", "b", "c"]),
        ("{% if x %}a{% if y %}b{% else %}c{% endif %}{% else %}d{% endif %}", ["ab", "ac", "d"]),
        ("{% if x %}a{% endif %}{% if y %}b{% else %}c{% endif %}", ["ab", "c"]),
        ("Satu\n{% if x %}\ndua\n{% endif %}\ntiga", ["Satu dua tiga", "Satu tiga"]),
    ],
)
def test_each_branch_is_read_once_and_never_with_its_other(template: str, wanted: list[str]) -> None:
    assert [" ".join(reading.text.split()) for reading in readings(template)] == wanted


def test_every_letter_knows_where_it_comes_from() -> None:
    template = "Bawa **KTP**{% if x %}, {{ a.b }}{% else %} saja{% endif %}.\n\nLalu [pulang](x.md)."
    for reading in readings(template):
        for block in blocks(reading):
            for position, letter in enumerate(block.text):
                origin = block.origin(position)
                assert template[origin] == letter or (letter == GAP and template.startswith("{{ a.b", origin))
