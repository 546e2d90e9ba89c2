"""The file of the search: what stands in it, how large it is, and that it is the same each time."""

from __future__ import annotations

import dataclasses
import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.registry import Registry
from selebaran.model.search import Findable, RootException, SearchWords, Synonym
from selebaran.site import search_roots
from selebaran.site.build import build_site
from selebaran.site.forbidden import FORBIDDEN
from selebaran.site.search_index import ANSWER, INDEX, MORE, FoundPage, answer, language_file, search_files
from selebaran.site.search_noted import EVERYWHERE
from selebaran.site.search_pages import files_of_search
from selebaran.site.search_roots import Roots, shared_words
from selebaran.site.search_text import page_text, words_of
from tests.conftest import DAY, SHORT
from tests.site.search.reading import read_index, roots_of

INDEX_LIMIT = 14_500
DEMO_LIMIT = 15_000
MORE_LIMIT = 6_200
"""With the scripts (test_scripts.py) 25,000 bytes at most.
The demonstration district has Javanese pages, twelve puskesmas, offices, events, news, and words of all regions."""


def of(*pages: tuple[str, str, str, str], words: SearchWords | None = None, **more: Any) -> dict[str, Any]:
    found = [FoundPage(url, title, summary, page_text(html)) for url, title, summary, html in pages]
    given = {"ask": ("165", "tel:165", "Care Center"), "findables": (), **more}
    findables = given.pop("findables")
    files = search_files(found, findables, words or SearchWords.empty(), Roots(), **given)
    return read_index(files[INDEX]) | {"more": read_index(files[MORE])}


def test_a_page_has_its_title_answer_and_headings_as_they_are_shown() -> None:
    html = '<p>Bawa &amp; simpan.</p><h2 id="syarat">Yang <em>dibawa</em></h2><p>KTP</p>'
    html += '<h2 id="lanjut">Lagi</h2><p>Sapi</p>'
    index = of(("daftar/", "Cara mendaftar", "Siapkan KTP. Lalu tunggu.", html))
    assert index["pages"].split("|") == ["daftar/^Cara mendaftar^Siapkan KTP. Lalu tunggu.", "#syarat^Yang dibawa"]
    assert "simpan" in " ".join(roots_of(index)).split()
    assert "sapi" not in " ".join(roots_of(index)).split()
    assert index["ask"] == ["165", "tel:165", "Care Center"]


def test_words_of_the_glossary_are_parts_and_its_letters_are_not() -> None:
    html = '<h2 id="huruf-p">P</h2><dl><dt><dfn id="pbi">PBI</dfn> (Penerima Bantuan Iuran)</dt><dd>Arti</dd></dl>'
    assert of(("istilah/", "Arti kata", "", html))["pages"].split("|")[1:] == ["#0^PBI"]


def test_roots_go_along_only_where_the_rules_find_others() -> None:
    roots = roots_of(of(("a/", "A", "", "<p>menerima pendaftaran</p>")))
    assert "terima menerima" in roots
    assert "daftar" in roots


def test_exceptions_come_before_stemmers_also_for_words_that_no_page_has() -> None:
    exceptions = (RootException(kata="menular", akar="tular"), RootException(kata="penularan", akar="tular"))
    words = SearchWords(akar=exceptions)
    assert "tular menular penularan" in roots_of(of(("a/", "A", "", "<p>menular</p>"), words=words))
    assert "tular menular penularan" in roots_of(of(("a/", "A", "", "<p>sehat</p>"), words=words))


def test_synonyms_and_ignored_words_go_along() -> None:
    words = SearchWords(sinonim=(Synonym(kata=("ugd", "gawat"), artinya=("igd",)),), abaikan=("yang", "dan", "yakni"))
    index = of(("a/", "A", "", "<p>yang sehat</p>"), words=words)
    assert (index["said"], index["ignored"]) == ("gawat;ugd=igd", "AdanAyakniCng")
    assert "yang" not in " ".join(roots_of(index)).split()


def test_places_are_parts_of_the_page_that_tells_of_them() -> None:
    here = Findable("Puskesmas Mawar", "Jalan Contoh 1", "puskesmas", "daftar")
    gone = Findable("Puskesmas Melati", "", "puskesmas", "tiada")
    page = ("puskesmas/", "Puskesmas", "", '<h2 id="daftar">Semua</h2>')
    index = of(page, findables=(here, gone))
    assert index["pages"].split("|") == ["puskesmas/^Puskesmas", "#daftar^Semua"]
    assert index["more"]["pages"].split("|") == [
        "puskesmas/",
        "#daftar^Puskesmas Mawar^Jalan Contoh 1",
        "#^Puskesmas Melati",
    ]


def test_what_pages_say_can_neither_run_nor_look_as_if_it_did() -> None:
    nasty = "</script> document.cookie eval(1) document.write('x') new Function('x') \u2028 \" \\ cookieStore"
    here = Findable(nasty, nasty, "a", "")
    page = FoundPage("a/", nasty, nasty, page_text(""))
    files = search_files([page], [here], SearchWords.empty(), Roots(), ask=None, subdistricts=[("k/a", nasty)])
    for raw in files.values():
        assert not FORBIDDEN[".js"].search(raw.decode("utf-8"))
        assert "\n" not in raw.decode("utf-8").rstrip("\n")
    index, more = (read_index(files[name]) for name in (INDEX, MORE))
    assert [text.count("document.cookie") for text in (index["pages"], more["pages"], more["near"])] == [2, 2, 1]


def test_answers_end_with_a_sentence_and_are_short() -> None:
    assert answer("Satu. Dua.") == "Satu. Dua."
    assert answer(f"Satu. {'kata ' * 40}.") == "Satu."
    cut = answer("kata " * 60)
    assert len(cut) <= ANSWER + 2
    assert cut.endswith("kata …")


@pytest.mark.parametrize(
    ("letters", "ends"),
    [(ANSWER - len("Satu. "), "z."), (ANSWER - len("Satu. ") + 1, "Satu.")],
    ids=["as long as an answer may be", "one letter longer"],
)
def test_a_second_sentence_goes_along_when_it_fits(letters: int, ends: str) -> None:
    assert answer("Satu. " + ("a" * (letters - 2) + "z.")).endswith(ends)


def test_a_first_sentence_may_be_a_little_longer_before_it_is_cut() -> None:
    """Words of nine letters and a space: 150 letters stand whole, 160 are cut to the last whole word within 120."""
    whole = " ".join(["sembilan9"] * 15) + "z"
    assert (len(whole), answer(whole)) == (ANSWER + 30, whole)
    assert answer(whole + "z") == " ".join(["sembilan9"] * 12) + " …"


def places_of(index: dict[str, Any], root: str) -> str:
    """The pages of a root, as the file writes them."""
    file = next(file for file in (index, index["more"]) if root in " ".join(roots_of(file)).split())
    roots = [line.split()[0] for line in roots_of(file)]
    return str(file["places"].split(" ")[roots.index(root)])


def test_a_page_says_much_of_a_word_that_stands_there_three_times() -> None:
    def written(times: int) -> str:
        pages = [("a/", "A", "", "<p>" + "sapi " * times + "</p>"), ("b/", "B", "", ""), ("c/", "C", "", "")]
        return places_of(of(*pages), "sapi")

    assert written(1) == written(2)
    assert written(2) != written(3)
    assert written(3) == written(4)


def herd(holding: int, of_all: int = 20) -> dict[str, Any]:
    """So many pages, of which the first ones speak of cows."""
    text = "<p>sapi sapi sapi</p>"
    return of(*((f"{n}/", f"Nomor {n}", "", text if n < holding else "<p>ayam</p>") for n in range(of_all)))


@pytest.mark.parametrize(("holding", "everywhere"), [(6, False), (8, False), (9, True), (20, True)])
def test_a_word_of_more_than_two_pages_in_five_leads_nowhere(holding: int, everywhere: bool) -> None:
    assert (places_of(herd(holding), "sapi") == EVERYWHERE) is everywhere


@pytest.mark.parametrize("of_all", [1, 2, 5])
def test_on_a_small_site_each_word_leads_to_its_pages(of_all: int) -> None:
    assert places_of(herd(of_all, of_all), "sapi") != EVERYWHERE


def test_a_word_that_most_titles_show_leads_nowhere_either() -> None:
    pages = [(f"{n}/", "Sapi" if n < 12 else f"Nomor {n}", "", "<p>sapi</p>") for n in range(20)]
    assert places_of(of(*pages), "sapi") == EVERYWHERE


@pytest.mark.parametrize(
    ("number", "is_listed"),
    [("165", True), ("2026", False), ("123456789", False), ("0811816516", True), ("rt05", True)],
)
def test_short_numbers_and_telephones_are_looked_for_and_years_and_amounts_are_not(
    number: str, is_listed: bool
) -> None:
    pages = (("a/", "A", "", f"<p>{number} sapi</p>"), ("b/", "B", "", ""), ("c/", "C", "", ""))
    assert (number in " ".join(roots_of(of(*pages))).split()) is is_listed


@pytest.mark.parametrize(
    ("holding", "signs"), [((0, 2, 99), "#%~~/"), ((0, 45), "#|"), ((0, 46), "#~#"), ((0, 47), "#~%")]
)
def test_pages_are_written_as_the_steps_from_one_to_the_next(holding: tuple[int, ...], signs: str) -> None:
    """A step is one sign, twice the pages that lie between; what is further than 45 pages takes several."""
    pages = [(f"{n}/", f"Nomor {n}", "", "<p>sapi</p>" if n in holding else "") for n in range(100)]
    assert places_of(of(*pages), "sapi") == signs


def test_the_index_of_the_shared_pages_is_small(composer: Composer, roots: Roots, tmp_path: Path) -> None:
    edition = composer.compose(SHORT, as_of=DAY, profiles=())
    build_site(edition, (), tmp_path, roots)
    raw = (tmp_path / INDEX).read_bytes()
    assert len(gzip.compress(raw, 9)) <= INDEX_LIMIT
    assert len(read_index(raw)["pages"].split("|")) > 250


def test_the_index_of_a_district_with_everything_is_hardly_larger(site: Path) -> None:
    assert len(gzip.compress((site / INDEX).read_bytes(), 9)) <= DEMO_LIMIT
    assert len(gzip.compress((site / MORE).read_bytes(), 9)) <= MORE_LIMIT


def test_names_make_the_index_no_larger_however_many_there_are(demo: Edition, roots: Roots) -> None:
    syllables = ("ba", "ci", "du", "ge", "ka", "lo", "mu", "ni", "pa", "ra", "su", "ti")
    names = [f"{a}{b}{c}".title() for a in syllables for b in syllables for c in syllables[:2]]
    places = [
        Findable(f"Puskesmas {name}", f"Jalan {name} 7. Telepon 0000-5{n:03}", "puskesmas", "daftar")
        for n, name in enumerate(names)
    ]
    full = dataclasses.replace(demo, findables=(*demo.findables, *places))
    sizes = [len(gzip.compress(files_of_search(edition, roots)[INDEX], 9)) for edition in (demo, full)]
    assert len(places) > 250
    assert sizes[1] <= sizes[0] + 50


def test_same_pages_same_bytes_whether_shared_words_were_learnt_before_or_not(
    demo: Edition, site: Path, tmp_path: Path
) -> None:
    build_site(demo, (), tmp_path, Roots())
    assert (tmp_path / INDEX).read_bytes() == (site / INDEX).read_bytes()


def test_the_district_is_in_its_index(demo: Edition, site: Path) -> None:
    index, more, jv = (read_index((site / name).read_bytes()) for name in (INDEX, MORE, language_file("jv")))
    lines = [line.split("^") for file in (index, more, jv) for line in file["pages"].split("|")]
    urls = {line[0] for line in lines}
    assert {"antar-warga/", "kabar/forum-desember/", "posko-provinsi/", "jv/antar-warga/", "istilah/"} <= urls
    assert not urls & {"", "jv/", "offline/", "jv/daftar/"}
    titles = {line[1] for line in lines if len(line) > 1}
    assert {found.title for found in demo.findables} <= titles
    assert {"Puskesmas Rekaan Melati", "Rumah Sakit Rekaan Samudra"} <= titles
    assert index["languages"] == ["jv"]


def test_what_few_ask_for_waits_in_the_second_file(demo: Edition, site: Path) -> None:
    index, more = ((site / name).read_text("utf-8") for name in (INDEX, MORE))
    for waiting in (
        "bangkrut",
        "kumaha",
        "Puskesmas Rekaan Melati",
        "Kecamatan Contoh Selatan",
        "Lembar untuk dicetak",
    ):
        assert waiting in more, waiting
        assert waiting not in index, waiting
    assert "jv/" not in index
    named = read_index(index.encode())["named"].split()
    assert "kenanga" in named  # a street on another page has this name, too
    assert not {"aktif", "kartu", "puskesmas"} & set(named)  # pages are called so


def test_words_of_other_regions_wait_in_the_second_file(composer: Composer, roots: Roots) -> None:
    edition = composer.compose(SHORT, as_of=DAY, profiles=())
    index, more = (files_of_search(edition, roots)[name].decode() for name in (INDEX, MORE))
    assert "pitih" in more
    assert "pitih" not in index
    assert "kumaha" in index
    assert "kumaha" not in more
    assert not [said for entry in edition.spoken_elsewhere for said in entry.said if len(said) < 3]


def test_what_is_found_by_name_names_pages_and_parts_that_exist(demo: Edition, site: Path) -> None:
    for found in demo.findables:
        html = (site / found.page / "index.html").read_text("utf-8")
        assert f'id="{found.anchor}"' in html, found


def test_the_theme_writes_no_index_and_no_worker_of_its_own(site: Path) -> None:
    assert not (site / "search").exists()
    assert not list(site.rglob("workers"))


def test_beyond_so_many_own_words_roots_are_found_by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_roots, "MOST_OWN", 1)
    roots = Roots()
    roots.learn(["tunggakan"])
    assert [roots.of(word) for word in ("tunggakan", "pendaftaran", "penerbitan", "pendaftaran")] == [
        "tunggak",
        "daftar",
        search_roots.by_rules("penerbitan"),
        "daftar",
    ]
    assert roots.of("obat" * 20) == "obat" * 20  # no word at all


def test_what_the_parent_learns_holds_no_word_of_a_district(registry: Registry) -> None:
    """A word that a district wrote is looked up behind its walls: a heap of them delays nobody else."""
    assert registry.districts["kab-contoh"].own.pages
    assert shared_words(registry) == shared_words(dataclasses.replace(registry, districts={}))


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menular", "tular"),
        ("tertular", "tular"),
        ("penularan", "tular"),
        ("membersihkan", "bersih"),
        ("pelayanan", "layan"),
        ("tunggakan", "tunggak"),
        ("penerbitan", "terbit"),
        ("perawatan", "rawat"),
        ("penyakit", "penyakit"),
    ],
)
def test_words_where_a_stemmer_errs_have_their_root(registry: Registry, roots: Roots, word: str, root: str) -> None:
    exceptions = {entry.word: entry.root for entry in registry.search_words.exceptions}
    assert exceptions.get(word, roots.of(word)) == root


def test_words_are_taken_the_same_way_from_all_that_is_written() -> None:
    assert words_of("Obat-obatan, 08.00–15.00; 0811-8165-165.") == ["obat", "obatan", "0800", "1500", "08118165165"]
    assert re.fullmatch(r"[a-z0-9 ]+", " ".join(words_of("É ß İ ﬁ ½")))


def test_an_edition_without_a_number_to_call_offers_none(demo: Edition, roots: Roots, tmp_path: Path) -> None:
    asked = dataclasses.replace(demo.frame.asked, phone=None)
    frame = dataclasses.replace(demo.frame, asked=asked)
    edition = dataclasses.replace(demo, frame=frame, pages=demo.pages[:1], menu=demo.menu[:1])
    build_site(edition, (), tmp_path, roots)
    assert read_index((tmp_path / INDEX).read_bytes())["ask"] is None
