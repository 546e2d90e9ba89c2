"""Words, numbers and lengths of Indonesian text, in tables: what is told, and what must not be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel

from selebaran.check.language import check_language
from selebaran.check.numbers import Numbers, known_values
from selebaran.check.prose import blocks, readings
from selebaran.check.sentences import GAP
from selebaran.check.words import WordRules
from selebaran.model.problem import Problem, Severity
from selebaran.model.registry import Registry
from selebaran.model.wordlists import Limits, Replacement, Term, WordLists
from selebaran.read.content import read_page
from tests.conftest import ROOT
from tests.hang import comes_to_an_end


@pytest.fixture(scope="module")
def rules(registry: Registry) -> WordRules:
    return WordRules(registry.words, registry.glossary)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bayar premi tiap bulan.", ["premi"]),
        ("Preminya naik.", ["Preminya"]),
        ("Warga menyebutnya “premi”.", []),
        ("Kata premier itu lain.", []),
        ("Telepon 1500400, 1500-400, atau 1500 400.", ["1500400", "1500-400", "1500 400"]),
        ("Penerbitan  BPJS oleh Dinas.", ["Penerbitan BPJS"]),
        ("Anda mengajukan klaim.", ["mengajukan klaim"]),
        ("Anda tidak mengajukan klaim.", []),
        ("Ditetapkan Menteri Sosial, bukan oleh Dinas Kesehatan.", []),
        ("Kartu diterbitkan oleh Dinas Kesehatan.", ["diterbitkan oleh Dinas"]),
        ("Kegiatan diadakan oleh Dinas Kesehatan.", []),
        ("JKN bukan program Dinas Kesehatan.", []),
        ("Kartu wajib dibawa.", ["Kartu wajib dibawa"]),
    ],
)
def test_phrases_of_the_list(text: str, wanted: list[str], rules: WordRules) -> None:
    assert [" ".join(phrase.split()) for _, phrase, _ in rules.phrases(text)] == wanted


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("JKN (Jaminan Kesehatan Nasional) itu program. Peserta JKN.", []),
        ("Jaminan Kesehatan Nasional (JKN) itu program.", []),
        ("Ikut JKN.", ["JKN"]),
        ("Ikut JKN. Lalu JKN.", ["JKN"]),
        ("Katakan “peserta JKN”. Artinya Jaminan Kesehatan Nasional.", []),
        ("Sering disebut “BPJS”.", []),
        ("BPJS Kesehatan (Badan Penyelenggara Jaminan Sosial Kesehatan) itu badan.", []),
        ("## Apa itu JKN? {#jkn}\n\nSebuah program.", []),
        ("## JKN (Jaminan Kesehatan Nasional) {#jkn}\n\nIkut JKN.", ["JKN"]),
        ("Bawa KTP, KK, dan HP.", []),
        ("NIK-nya ada di KTP.", ["NIK"]),
        ("Kelas III dan kelas II.", []),
        ("Nomor SP4N dan e-KTP.", []),
        ("Lewat ABC (agen baru cermat).", []),
        ("Lewat agen baru cermat (ABC).", []),
        ("Lewat ABC.", ["ABC"]),
        ("{% if x %}JKN (Jaminan Kesehatan Nasional).{% else %}JKN saja.{% endif %}", ["JKN"]),
    ],
)
def test_abbreviations_are_spelt_out_where_they_are_first_used(
    markdown: str, wanted: list[str], rules: WordRules
) -> None:
    found = [w for r in readings(markdown) for _, _, w in rules.unexplained(blocks(r), rules.known)]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bayar Rp35.000.", "iuran_kelas_3_peserta rehab_pindah_cicilan"),
        ("Bayar Rp 150.000 per bulan.", "iuran_kelas_1"),
        ("Bayar 100000.", "iuran_kelas_2"),
        ("Paling tinggi 30 juta rupiah.", "denda_tertinggi"),
        ("Hanya 35 ribu.", "iuran_kelas_3_peserta rehab_pindah_cicilan"),
        ("Telepon 165.", "care_center"),
        ("WhatsApp 0811 8165 165.", "pandawa"),
        ("WhatsApp 08118165165.", "pandawa"),
        ("WhatsApp +62 811-8165-165.", "pandawa"),
        ("Paling lambat 28 hari.", "daftar_bayi_hari"),
        ("Sebelum hari ke-28 lewat.", "daftar_bayi_hari"),
        ("Bayar sebelum tanggal 10.", "tanggal_bayar"),
        ("Dalam 45 hari.", "denda_masa_hari"),
        ("Denda 5% dari biaya.", "denda_persen"),
        ("Ada 331 daerah.", "uhc_daerah"),
        ("Sejak 1 Februari 2026.", "pbi_nonaktif_sejak"),
        ("Sekitar 11 juta orang.", "pbi_nonaktif_jumlah"),
        ("Buka lapor.go.id.", "lapor_situs"),
        ("Kirim SMS ke 1708.", "lapor_sms"),
        ("Paling lambat dua puluh delapan hari.", "daftar_bayi_hari"),
        ("Sebelum hari kedua puluh delapan lewat.", "daftar_bayi_hari"),
        ("Anak sampai umur enam tahun.", "ckg_kecil_tahun"),
        ("Sudah termasuk tiga anak.", "keluarga_ditanggung_anak"),
        ("Sekitar sebelas juta orang.", "pbi_nonaktif_jumlah"),
        ("Tiga puluh lima ribu rupiah sebulan.", "iuran_kelas_3_peserta rehab_pindah_cicilan"),
        ("Upah sampai dua belas juta.", "upah_tertinggi"),
        ("Anda satu persen dari upah.", "upah_pekerja_persen upah_tambahan_persen"),
        ("Paling lama setengah tahun.", "asing_bekerja_bulan pbi_aktif_lagi_bulan phk_dijamin_bulan"),
        ("Tunggu dua minggu.", "masa_tunggu_hari"),
        ("Lahir empat pekan lalu.", "daftar_bayi_hari"),
        ("Sudah dua kali ke sini, setengah jam. Dua minggu sebelum acara.", ""),
        ("Kedua orang tua, satu per satu, tiga kakak.", ""),
        ("Bawa 28 lembar.", ""),
        ("Lahir tanggal 10 Mei.", ""),
        ("Ada 3 langkah dan 12 kota.", ""),
        ("Lampiran 165a, rumah 7/165, dan 1.165 orang.", ""),
        ("Tahun 2026, pukul 14.00, Rp35.500.", ""),
        ("Ada 35.000 orang.", ""),
        (f"Bayar {GAP} dalam {GAP} hari.", ""),
    ],
)
def test_typed_values_of_the_register(text: str, names: str, registry: Registry) -> None:
    numbers = Numbers(known_values(registry.facts), registry.words)
    typed = [name for found in numbers.typed(text) for name in found.names]
    assert " ".join(typed) == names


def test_a_telephone_in_a_link_is_found(registry: Registry) -> None:
    template = "[Telepon](tel:165), [WhatsApp](https://wa.me/628118165165), [ini]({{ fakta.care_center.tel }})"
    found = [name for t in Numbers(known_values(registry.facts), registry.words).dialled(template) for name in t.names]
    assert found == ["care_center.tel", "pandawa.wa"]


def test_an_ordinary_writing_is_left_alone(registry: Registry) -> None:
    words = registry.words.model_copy(update={"ordinary": ("3 kali",)})
    text = "Minum obat 3 kali sehari."
    assert [t.text for t in Numbers(known_values(registry.facts), registry.words).typed(text)] == ["3 kali"]
    assert list(Numbers(known_values(registry.facts), words).typed(text)) == []


def test_an_ordinary_writing_may_be_longer_than_the_value(registry: Registry) -> None:
    words = registry.words.model_copy(update={"ordinary": ("buka 24 jam",)})
    numbers = Numbers(known_values(registry.facts), words)
    assert list(numbers.typed("Puskesmas yang buka 24 jam.")) == []
    assert [t.text for t in numbers.typed("Telepon kapan saja, 24 jam.")] == ["24 jam"]


HEAD = "---\njudul: Coba\nringkas: {summary}\n---\n"


def problems_of(registry: Registry, folder: Path, body: str, summary: str = "Ringkas.") -> list[Problem]:
    path = folder / "coba.md"
    path.write_text(HEAD.format(summary=summary) + body, "utf-8")
    page, faults = read_page(path, "content/coba.md")
    assert page is not None, faults
    return check_language(replace(registry, pages=(page,)))


def told(problems: list[Problem]) -> list[str]:
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems if p.place.file == "content/coba.md"]


LONG = "Bawa " + "surat " * 21 + "itu."
"""23 words."""


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (LONG.replace("surat ", "", 1), ["5:1 rata-rata-kalimat"]),
        (f"Ya. Ya. {LONG}", ["5:9 kalimat-panjang"]),
        (f"Ya. Ya.\n\n- {LONG}", ["7:3 kalimat-panjang"]),
        (f"Ya. Ya.\n\n| a | {LONG} |\n|---|---|", ["7:7 kalimat-panjang"]),
        (f"Ya. Ya.\n\n{{% if daerah.kegiatan %}}Ya.{{% else %}}{LONG}{{% endif %}}", ["7:38 kalimat-panjang"]),
        ("Satu. Dua. Tiga.", []),
        ("Satu. Dua. Tiga. Empat.", ["5:1 paragraf-panjang"]),
        ("Satu. Dua.\n\nTiga. Empat.", []),
        ("1. Satu. Dua. Tiga. Empat.", ["5:4 paragraf-panjang"]),
        ("{% if daerah.kegiatan %}\nSatu. Dua.\n{% else %}\nTiga. Empat.\n{% endif %}\nLima.", []),
        ("Bawa **premi**.", ["5:8 frasa-dihindari"]),
        ("Ya.\n\n## Bayar Rp35.000 {#bayar}", ["7:10 angka-diketik"]),
        ("Ikut JKN.", ["5:6 singkatan-asing"]),
    ],
)
def test_the_place_is_that_of_the_file(body: str, wanted: list[str], registry: Registry, tmp_path: Path) -> None:
    assert told(problems_of(registry, tmp_path, body)) == wanted


@pytest.mark.parametrize(
    ("summary", "wanted"),
    [
        ("Satu. Dua. Tiga. Empat. Lima.", []),
        ("Peserta JKN dilayani BPJS Kesehatan.", []),
        ("Sebutkan NIK.", ["3:19 singkatan-asing"]),
        ("Bayar premi.", ["3:16 frasa-dihindari"]),
        ("Bayar Rp35.000.", ["3:16 angka-diketik"]),
        (f"Ya. {LONG}", ["3:14 kalimat-panjang"]),
    ],
)
def test_a_summary_is_read_alone(summary: str, wanted: list[str], registry: Registry, tmp_path: Path) -> None:
    assert told(problems_of(registry, tmp_path, "Ya.", summary)) == wanted


def test_the_glossary_is_in_alphabetical_order_and_plain(registry: Registry) -> None:
    terms = [term.term.casefold() for term in registry.glossary.terms]
    assert terms == sorted(terms)
    assert len(terms) > 30
    assert [p for p in check_language(replace(registry, pages=())) if p.place.file.endswith("istilah.yml")] == []
    assert not [term for term in registry.glossary.terms if re.search(r"\d|{{", term.meaning.replace("SP4N", ""))]


def test_no_long_form_is_missing_for_what_the_lists_name(registry: Registry) -> None:
    assert set(registry.words.known_in_summary) <= registry.glossary.long_forms.keys()
    assert not set(registry.words.known) & registry.glossary.long_forms.keys()


@pytest.mark.parametrize("record", [WordLists, Limits, Replacement, Term])
def test_every_key_is_told_to_editors(record: type[BaseModel]) -> None:
    guide = (ROOT / "docs" / "panduan" / "bahasa.md").read_text("utf-8")
    assert [f.alias for f in record.model_fields.values() if f"`{f.alias}`" not in guide] == []


def test_every_warning_is_told_to_editors() -> None:
    guide = (ROOT / "docs" / "panduan" / "bahasa.md").read_text("utf-8")
    codes = re.findall(r'warning\(\s*"([\w-]+)"', (ROOT / "selebaran" / "check" / "language.py").read_text("utf-8"))
    assert set(codes) == set(re.findall(r"^\| `([\w]+-[\w-]+)` \|", guide, re.M))


ENDLESS = 100_000
HOSTILE = [
    "(",
    "[",
    "](",
    "{#",
    "<a",
    "**",
    "> ",
    "| ",
    ". ",
    "A.",
    "1. ",
    "“",
    "JKN (",
    "a",
    "_",
    "&a",
    "\\",
    "- ",
    "0 ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_no_text_goes_on_without_end(part: str, registry: Registry, tmp_path: Path) -> None:
    with comes_to_an_end():
        problems_of(registry, tmp_path, part * (ENDLESS // len(part.encode())))
