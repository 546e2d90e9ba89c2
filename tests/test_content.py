"""What the shared pages promise residents: all of them are there, lead somewhere, and hold with and without data."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.own_text import OwnText
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.as_typed import as_typed
from tests.conftest import ROOT

FULL, EMPTY, PAPUA, TOWN = "kab-contoh", "kab-serang", "kab-jayawijaya", "kota-salatiga"
LIVES = {
    **dict.fromkeys(("tanpa-nik", "pekerja"), "belum-punya"),
    **dict.fromkeys(("berhenti-kerja", "ganti-jenis"), "tidak-aktif"),
    **dict.fromkeys(("kesehatan-jiwa", "kebutuhan", "skrining"), "berobat"),
    **dict.fromkeys(("hamil", "lansia-difabel", "menikah-cerai", "meninggal", "merantau"), "keluarga"),
    **dict.fromkeys(("aplikasi", "skck"), "bantuan"),
}
"""Short ways through a change of life or a need, each with the group where it is listed."""
ADDRESSES = {
    "beranda": None,
    **dict.fromkeys(("apa-itu-jkn", "mengapa-ikut", "segmen", "daftar"), "belum-punya"),
    **dict.fromkeys(("dokumen", "masa-tunggu", "iuran"), "belum-punya"),
    **dict.fromkeys(("tunggakan", "pbi-tidak-aktif", "tidak-mampu", "cek-status"), "tidak-aktif"),
    **dict.fromkeys(("cukup-nik", "berobat", "rujukan", "gawat-darurat", "pindah-faskes"), "berobat"),
    **dict.fromkeys(("jaminan", "puskesmas"), "berobat"),
    **dict.fromkeys(("bayi-baru-lahir", "ibu-anak", "cek-kesehatan-gratis"), "keluarga"),
    "jadwal": "jadwal",
    **LIVES,
    **dict.fromkeys(("mitos-fakta", "tanya-jawab", "pengaduan", "kader", "siapkan-acara", "tentang"), "bantuan"),
}
"""All addresses, each with what a resident wants there."""
OFFICE = dict.fromkeys(("pelajaran", "dibacakan", "siaran", "pesan-bulanan", "sekolah"))
"""Pages for those who teach and tell: in no menu and no search, reached from the kader's page."""
FOR_STAFF = {"siapkan-acara"}
"""A page for who prepares an event: listed beside the kader's, in no resident's way."""
MADE = {"istilah", "unduh", "offline", "k", "cari"}
RELATED = re.compile(r"^- \[[^\]\n]*\]\(([\w-]+)\.md\)", re.M)
Pages = dict[str, dict[str, ComposedPage]]


@pytest.fixture(scope="module")
def sources(registry: Registry) -> dict[str, PageSource]:
    return {page.slug: page for page in registry.pages}


@pytest.fixture(scope="module")
def pages(registry: Registry) -> Pages:
    """Shared pages that nobody overrides: with data, without, in Papua, and in a town."""
    bare = {slug: replace(folder, own=OwnText()) for slug, folder in registry.districts.items()}
    composer = Composer(replace(registry, districts=bare))
    found = {}
    for slug in (FULL, EMPTY, PAPUA, TOWN):
        edition = composer.compose(slug, as_of=date(2026, 11, 22), profiles=())
        found[slug] = {
            page.slug: page for page in edition.pages if page.slug.split("/")[0] not in registry.campaign.languages
        }
    return found


def part(page: ComposedPage | PageSource, block: str, level: int = 2) -> str:
    """The text of a block, with those below it."""
    text = as_typed(page.html) if isinstance(page, ComposedPage) else "\n".join(s.text for s in page.segments)
    found = re.search(rf"^#{{{level}}} [^\n]*{{#{block}}}\n(.*?)(?=^#{{2,{level}}} |\Z)", text, re.M | re.S)
    assert found, f"{page.slug}#{block}"
    return found[1]


def steps(text: str) -> list[str]:
    return re.findall(r"^\d+\. (.+)$", text, re.M)


def test_all_addresses_exist_in_the_group_of_what_a_resident_wants(
    sources: dict[str, PageSource], registry: Registry
) -> None:
    assert {slug: page.front.group for slug, page in sources.items()} == ADDRESSES | OFFICE | {"k": "berobat"}
    assert {group for group in ADDRESSES.values() if group} == set(registry.campaign.groups)


@pytest.mark.parametrize("slug", [FULL, EMPTY, PAPUA])
def test_every_site_has_all_pages_with_title_and_answer(slug: str, pages: Pages) -> None:
    of_data = {address for address in pages[slug] if address.startswith(("jadwal/", "k/"))}
    assert set(pages[slug]) - of_data == ADDRESSES.keys() | OFFICE.keys() | MADE
    for page in pages[slug].values():
        assert page.meta.title
        assert 20 < len(page.meta.description) <= 700
        assert not re.search(r"[{}*\[\]]", page.meta.description)
        assert "<h1" not in page.html  # the page template writes the only h1


def test_menu_titles_and_descriptions_are_not_used_twice(sources: dict[str, PageSource], pages: Pages) -> None:
    assert len({page.meta.description for page in pages[EMPTY].values()}) == len(pages[EMPTY])
    assert len({page.front.menu_title or page.front.title for page in sources.values()}) == len(sources)


def test_related_pages_name_each_other_and_lead_on(sources: dict[str, PageSource]) -> None:
    related = {slug: set(RELATED.findall(part(page, "lanjut"))) for slug, page in sources.items() if slug != "beranda"}
    assert [(a, b) for a, found in related.items() for b in found if a not in related[b]] == []
    assert all(3 <= len(found) <= 7 for found in related.values())
    assert all("](beranda.md)" in part(sources[slug], "lanjut") for slug in related)


def test_each_page_for_residents_is_reached_from_the_front_page_within_two_steps(
    sources: dict[str, PageSource],
) -> None:
    def leads(slug: str) -> set[str]:
        text = "\n".join(segment.text for segment in sources[slug].segments)
        choices = {choice.target.strip("/") for choice in sources[slug].front.choices}
        return set(re.findall(r"\]\(([\w-]+)\.md", text)) | choices

    first = leads("beranda")
    second = {found for slug in first for found in leads(slug)}
    assert ADDRESSES.keys() - first - second - {"beranda"} == FOR_STAFF


def test_thirty_questions_each_with_an_address_and_a_short_answer(sources: dict[str, PageSource], pages: Pages) -> None:
    asked = [segment for segment in sources["tanya-jawab"].segments if segment.level == 3]
    assert len(asked) == 30
    assert len({segment.block for segment in asked}) == 30
    for segment in asked:
        assert segment.text.split("\n")[0].split(" {#")[0].endswith("?")
        answer = part(pages[EMPTY]["tanya-jawab"], segment.block, 3)
        assert 3 < len(re.sub(r"\(.*?\)|<[^>]*>", "", answer.split("<p")[0]).split()) < 60, segment.block


def test_ten_myths_each_after_the_truth_with_source_and_date(sources: dict[str, PageSource], pages: Pages) -> None:
    told = [s.block for s in sources["mitos-fakta"].segments if "**Mitos:**" in s.text]
    assert len(told) == 10
    for block in told:
        text = part(pages[EMPTY]["mitos-fakta"], block)
        assert 0 <= text.index("**Yang benar:**") < text.index("**Mitos:** “") < text.index("**Mengapa keliru:**")
        assert re.search(r"^Sumber: .{10,}\. Keadaan per (?:\d+ )?\w+ 20\d\d\.$", text, re.M), block


MISLEADING = {
    "premi": r"\bpremi",
    "issued by the office": r"(?<!bukan )(?<!tidak )diterbitkan (?:oleh )?Dinas(?! Kesehatan \w+ Contoh)",
    "the office issues": r"Dinas Kesehatan (?:menerbitkan|mendaftarkan|memverifikasi)",
    "issuing of BPJS": r"penerbitan BPJS|menerbitkan BPJS",
    "a programme of the office": r"(?<!bukan )program (?:milik )?(?:Dinas Kesehatan|BPJS Kesehatan)",
    "somebody else chooses the class": r"petugas (?:akan )?menentukan kelas",
    "claims by patients": r"(?<!tidak )(?:mengurus|mengajukan) klaim(?!\?)",
    "reimbursement": r"reimburse",
    "the former number": r"1500[ .-]?400",
    "the card is needed": r"(?<!tidak )wajib membawa kartu|kartu wajib dibawa",
    "handing out cards": r"pembagian kartu|penyerahan kartu",
    "a private application": r"unduh aplikasi kami",
    "a shorter name of a place": r"Kabupaten Anambas",
    "past the nearest help in an emergency": (
        r"[Tt]etap menuju rumah sakit"
        r"|(?<!tidak )(?<!Bolehkah )(?<!harus )langsung ke (?:\[?gawat darurat|rumah sakit|IGD)"
    ),
    "registering by telephone": r"[Dd]aftar[^.]{0,40}, (?:atau )?telepon \[165|[Mm]endaftar dan bertanya, 24 jam",
    "only who is chronically ill": r"sakit menahun atau dalam keadaan darurat",
    "family planning isn't covered": r"kontrasepsi tidak dijamin",
    "a card after 14 days": r"kartu (?:diterima|jadi|terbit) (?:dalam )?\d+ hari",
}
"""What articles about JKN get wrong, and what none of our pages may say. Quotations (“…”) are somebody else's words."""


@pytest.mark.parametrize("wrong", MISLEADING)
def test_no_page_repeats_what_misleads(wrong: str, pages: Pages) -> None:
    for slug, found in pages.items():
        for page in found.values():
            text = re.sub(r"“[^”]*”", "", f"{page.meta.title}\n{page.meta.description}\n{as_typed(page.html)}")
            hit = re.search(MISLEADING[wrong], text, re.I)
            assert not hit, f"{slug} {page.slug}: {text[max(hit.start() - 60, 0) : hit.end() + 40]}"


RIGHT = [
    ("apa-itu-jkn", "jkn", "Tempat berobat menagih ke BPJS Kesehatan, bukan ke Anda"),
    ("apa-itu-jkn", "bpjs", "BPJS Kesehatan adalah badan hukum publik"),
    ("daftar", "tunggu", "**sebelum** bayar, bukan sesudahnya"),
    ("daftar", "alur", "| Memeriksa data | BPJS Kesehatan"),
    ("segmen", "keliru", "Penerima bantuan dari pusat ditetapkan Menteri Sosial"),
    ("cukup-nik", "belum-daftar", "Jangan menunggu kartu plastik"),
    ("iuran", "kelas", "Aturan kelas rawat inap sedang berubah. Tanyakan hak kelas Anda"),
    ("tentang", "bukan", "Aplikasi resminya Mobile JKN"),
    ("kader", "batas", "| Melihat KTP saat diperlukan | Menyimpan KTP, foto, atau fotokopinya |"),
    ("kader", "hari-jkn", "Hari JKN bukan upacara membagi kartu"),
    ("kader", "hari-jkn-saat", "**Meja cek status:**"),
    ("pbi-tidak-aktif", "lakukan", "**Bawa surat ke Dinas Sosial, atau kantor desa.**"),
    ("tunggakan", "lakukan", "**Pilih: bayar semua, atau cicil.**"),
    ("gawat-darurat", "lakukan", "Tidak tersambung? Berangkat."),
    ("gawat-darurat", "jauh", "**Ke puskesmas yang buka dulu.**"),
    ("gawat-darurat", "biaya", "**Rumah sakit tidak boleh menolak, dan tidak boleh meminta uang muka.**"),
    ("bayi-baru-lahir", "lakukan", "Daftarkan dan bayar paling lambat 28 Maret."),
    ("bayi-baru-lahir", "siapa", "| Pemerintah pusat | Bayi langsung dijamin."),
    ("pbi-tidak-aktif", "siapa", "Tidak harus sakit menahun. Mau melahirkan juga boleh."),
    ("pbi-tidak-aktif", "batas", "Pastikan ke Dinas Sosial."),
    ("segmen", "pilih", "**Anda, suami, istri, atau orang tua Anda bekerja dan diupah?**"),
    ("segmen", "phk", "paling lama 6 bulan tanpa membayar, dengan syarat."),
    ("iuran", "pekerja", "Anda Rp80.000, tempat kerja Rp320.000."),
    ("iuran", "keluarga", "| 6 orang | Rp210.000 | Rp600.000 | Rp900.000 |"),
    ("tunggakan", "denda", "| Rp4 juta | 20 bulan, dihitung 12 | Rp2.400.000 |"),
    ("daftar", "tunggu", "Bayar antara 15 dan 30 Maret."),
    ("ibu-anak", "kb", "**JKN menjamin layanan KB:**"),
    ("pindah-faskes", "luar-daerah", "3 kali sebulan, di satu tempat yang sama.**"),
    ("jaminan", "berat", "healing119.id"),
    ("tentang", "bukan", "**Bukan situs resmi BPJS Kesehatan, Dinas Kesehatan, atau pemerintah daerah.**"),
]
"""The same points, told right."""


@pytest.mark.parametrize(("slug", "block", "sentence"), RIGHT)
def test_what_misleads_elsewhere_is_told_right(slug: str, block: str, sentence: str, pages: Pages) -> None:
    level = 3 if block == "hari-jkn-saat" else 2
    assert sentence in re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part(pages[EMPTY][slug], block, level))


def test_what_nobody_knows_for_sure_is_asked_not_told(pages: Pages) -> None:
    text = "\n".join(page.html for page in pages[FULL].values())
    assert not re.search(r"90 hari|KRIS|berjenjang|naik kelas \w+ bayar|bayi (?:otomatis|langsung) dijamin", text)
    assert "Surat ini berlaku sampai kapan?" in part(pages[EMPTY]["rujukan"], "tanya")


BLOG = re.compile(r"blog|wordpress|kompasiana|medium\.com|manajemen-pembiayaan|quora|github|wikipedia", re.I)
TURN_OF_YEAR = re.compile(r"31 Des|31-12|1231|1 Jan|01-01|0101")


def test_what_residents_read_rests_on_no_blog_and_an_officer_can_be_asked_about_it() -> None:
    register = read_project(ROOT)
    shown = [fact for fact in register.facts if fact.publishable]
    assert [fact.id for fact in shown if any(BLOG.search(source) for source in fact.sources)] == []
    read = {key for key, kind in register.campaign.answerers.items() if kind.is_read}
    unsure = [fact for fact in shown if fact.confidence not in ("A", "B")]
    assert [fact.id for fact in shown if not fact.answerer] == []
    assert [fact.id for fact in unsure if fact.answerer in read] == []


def test_a_source_of_the_turn_of_a_year_names_that_day() -> None:
    rounded = [f for f in read_project(ROOT).facts if f.as_of and f"{f.as_of:%m-%d}" in ("12-31", "01-01")]
    assert [fact.id for fact in rounded if not any(TURN_OF_YEAR.search(source) for source in fact.sources)] == []


def test_a_story_is_shown_only_with_the_day_of_its_consent(registry: Registry, pages: Pages) -> None:
    shown = part(pages[FULL]["mengapa-ikut"], "testimoni")
    told = registry.districts[FULL].district.testimonies
    assert told
    assert shown.count("Setuju ditampilkan, ") == len(told) == len(re.findall(r"^- ", shown, re.M))
    for slug in (EMPTY, PAPUA):
        assert "Setuju ditampilkan" not in pages[slug]["mengapa-ikut"].html
        assert "Belum ada cerita warga" in part(pages[slug]["mengapa-ikut"], "testimoni")


def test_a_district_tells_how_far_its_hospital_is_and_who_is_open_at_night(pages: Pages) -> None:
    told, untold = (part(pages[slug]["gawat-darurat"], "jauh") for slug in (FULL, EMPTY))
    assert "Puskesmas Rekaan Melati" in told
    assert "sekitar 2 jam dari Pulau Rekaan" in told
    assert "Puskesmas mana yang buka malam? Tanyakan sebelum ada yang sakit" in untold


WITHOUT = [
    ("daftar", "tempat"),
    ("pbi-tidak-aktif", "dinas-sosial"),
    ("tidak-mampu", "dinas-sosial"),
    ("gawat-darurat", "ambulans"),
    ("gawat-darurat", "rumah-sakit"),
    ("rujukan", "rumah-sakit"),
    ("pengaduan", "pengaduan-daerah"),
    ("puskesmas", "daftar"),
    ("puskesmas", "jam-jkn"),
    ("berobat", "tempat"),
    ("kader", "orang"),
    ("masa-tunggu", "langsung"),
    ("bayi-baru-lahir", "tempat"),
    ("tentang", "salah"),
    ("tunggakan", "tempat"),
]
"""Blocks that live from a district's data."""


@pytest.mark.parametrize(("page", "block"), WITHOUT)
def test_a_district_without_data_says_whom_to_ask(page: str, block: str, pages: Pages) -> None:
    for slug in (EMPTY, PAPUA, TOWN):
        assert "[165](tel:165)" in part(pages[slug][page], block)
        assert "0000" not in pages[slug][page].html
    assert part(pages[FULL][page], block) != part(pages[EMPTY][page], block)


def test_a_step_goes_on_with_a_sentence_since_its_bold_words_stand_in_a_line_of_their_own(
    sources: dict[str, PageSource],
) -> None:
    boxes = {slug: part(page, "lakukan") for slug, page in sources.items() if "{#lakukan}" in str(page.segments)}
    assert len(boxes) > 30
    assert [
        slug for slug, text in boxes.items() if re.search(r"^\d+\. (?:{{.*?}})?\*\*[^*]+\*\*[,;]", text, re.M)
    ] == []


def test_no_number_or_heading_is_left_without_its_text(pages: Pages) -> None:
    for slug, found in pages.items():
        for page in found.values():
            text = re.sub(r"\]\([^)]*\)", "]", as_typed(page.html))
            assert not re.search(
                r"\bNone\b|[Tt]elepon (?:telepon|Telepon)|\b(\w{3,}) \1\b(?! \d)|\s,|[^.]\.\.(?!\.)", text
            ), f"{slug} {page.slug}"
            assert not re.search(r"^#+ .*\n+(?=#+ .*|\Z)", text, re.M) or page.slug in ("tanya-jawab", "kader")


def test_words_of_the_place_are_used(pages: Pages) -> None:
    papua = "\n".join(page.html for slug, page in pages[PAPUA].items() if slug not in MADE)
    assert "kantor kampung" in papua
    assert "balai kampung" in papua
    assert "kantor distrik" in papua
    assert not re.search(r"kantor desa|balai desa|[Kk]ecamatan|\bWIB\b", papua)
    town = "\n".join(page.html for page in pages[TOWN].values())
    assert "kantor kelurahan" in town
    assert not re.search(r"[Kk]epala (?:dan perangkat )?kelurahan|Dana Desa", town)


def test_the_guide_for_editors_names_parts_that_exist(sources: dict[str, PageSource]) -> None:
    guide = (ROOT / "docs" / "panduan" / "naskah.md").read_text("utf-8")
    named = re.findall(r"`([\w-]+)#([\w-]+)`", guide)
    assert [f"{p}#{b}" for p, b in named if b not in [s.block for s in sources[p].segments]] == []
    assert (ADDRESSES.keys() | OFFICE.keys()) - {page for page, _ in named} <= {"beranda", "apa-itu-jkn"}
