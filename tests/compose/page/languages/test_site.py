"""What a browser and a search engine get of a site in two languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from selebaran.model.edition import Edition
from selebaran.site.links import check_site
from tests.compose.page.languages.kit import ADDRESS, NOT_THERE, REVIEWER
from tests.publish.terbitan import words
from tests.site.search.reading import found_titles

TRANSLATED = ("", "daftar/", "gawat-darurat/", "pos-rekaan/", "kabar/pos-buka/")
FALLEN_BACK = ("iuran/", "rujukan/", "tentang/", "istilah/", "unduh/", "pos-lain/", "kabar/", "tanya-jawab/")


def html(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text("utf-8")


def main_part(site: Path, name: str) -> str:
    return html(site, name).split("</header>")[1].split("<footer")[0]


def links(text: str) -> set[str]:
    return set(re.findall(r'<a [^>]*?href="([^"]+)"', text))


def alternates(text: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate ?" hreflang="(\w+)" href="([^"]+)">', text)
    return dict(found)


def switch(text: str) -> list[tuple[str, str, bool]]:
    nav = re.search(r'<nav class="bahasa".*?</nav>', text, re.S)
    assert nav
    found = re.findall(r'<a href="([^"]+)" hreflang="(\w+)"( aria-current="true")?>', nav[0])
    return [(address, code, bool(current)) for address, code, current in found]


def test_all_links_pictures_and_anchors_arrive(site: Path, edition: Edition) -> None:
    (site / "unduh" / "situs.zip").touch()  # is made when the site has its sheets
    assert check_site(site, edition) == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_reviewed_translation_is_found_by_its_language(site: Path, name: str) -> None:
    both = {"id": ADDRESS + name, "jv": f"{ADDRESS}jv/{name}"}
    for page in (name, f"jv/{name}"):
        assert alternates(html(site, page)) == both
        assert f'<link rel="canonical" href="{ADDRESS}{page}">' in html(site, page)
        assert 'name="robots"' not in html(site, page)
    assert re.search(r'<(?:article|div) [^>]*id="isi"[^>]* lang="jv">', html(site, f"jv/{name}"))
    assert not re.search(r'id="isi"[^>]* lang=', html(site, name))
    assert re.search(r"Terjemahan ditinjau (Ibu|Bapak) Peninjau Rekaan\.", words(site / "jv" / name / "index.html"))
    assert NOT_THERE not in html(site, f"jv/{name}")


def test_the_reviewer_is_named_on_the_translation_alone(site: Path) -> None:
    assert REVIEWER in html(site, "jv/daftar/")
    assert REVIEWER not in html(site, "daftar/")


@pytest.mark.parametrize("name", FALLEN_BACK)
def test_any_other_page_is_indonesian_with_a_note_and_not_indexed(site: Path, name: str) -> None:
    text = html(site, f"jv/{name}")
    assert NOT_THERE in words(site / "jv" / name / "index.html")
    assert '<meta name="robots" content="noindex">' in text
    assert alternates(text) == alternates(html(site, name)) == {}
    assert not re.search(r'id="isi"[^>]* lang=', text)
    assert re.search(r"<h1>(.*?)</h1>", text)[1] == re.search(r"<h1>(.*?)</h1>", html(site, name))[1]  # type: ignore[index]


def test_only_translations_are_in_sitemap_and_search(site: Path) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert {one.removeprefix(f"{ADDRESS}jv/") for one in listed if "/jv/" in one} == set(TRANSLATED)
    found = found_titles(site)
    assert {one.removeprefix("jv/") for one in found if one.startswith("jv/")} == set(TRANSLATED) - {""}
    assert {"daftar/", "iuran/", "pos-lain/"} <= found.keys()
    assert {"Carane ndaftar JKN (rekaan)", "Cara mendaftar JKN"} <= set(found.values())


def test_the_switch_stands_on_every_page_and_knows_where_it_is(site: Path) -> None:
    assert switch(html(site, "")) == [("./", "id", True), ("jv/", "jv", False)]
    assert switch(html(site, "jv/")) == [("../", "id", False), ("./", "jv", True)]
    for path in site.rglob("index.html"):
        name = path.parent.relative_to(site).as_posix()
        if name in (".", "jv"):
            continue
        if name == "offline" or name.startswith("e/"):
            assert 'class="bahasa"' not in path.read_text("utf-8")
            continue
        up = "../" * (name.count("/") + 1)
        base = name.removeprefix("jv/")
        if name.startswith("jv/"):
            expected = [(f"{up}{base}/", "id", False), ("./", "jv", True)]
        else:
            expected = [("./", "id", True), (f"{up}jv/{base}/", "jv", False)]
        assert switch(path.read_text("utf-8")) == expected, name


def test_title_and_summary_in_browser_and_share_link_are_translated(site: Path) -> None:
    text = html(site, "jv/daftar/")
    assert "<title>Carane ndaftar JKN (rekaan) - JKN Kabupaten Uji Satu</title>" in text
    assert '<meta name="description" content="Cawisake KTP lan KK. Telpon 165.">' in text
    assert quote(f"Cawisake KTP lan KK. Telpon 165.\n{ADDRESS}jv/daftar/", safe="") in text
    assert quote(f"{ADDRESS}jv/rujukan/", safe="") in html(site, "jv/rujukan/")


def test_menu_way_home_and_foot_stay_in_the_language(site: Path) -> None:
    for name in ("jv/daftar/", "jv/rujukan/"):
        text = html(site, name)
        head, foot = text.split("</header>")[0], text[text.index("<footer") :]
        assert re.search(r'<a class="merek" href="\.\./">', head)
        assert not {one for one in links(head) | links(foot) if one.startswith("../../")}
        assert '<a href="../">' in re.search(r'<p class="jejak".*?</p>', text, re.S)[0]  # type: ignore[index]
    here = '<a href="./" aria-current="page">{}</a>'
    assert html(site, "daftar/").count(here.format("Daftar")) == 2
    assert html(site, "jv/daftar/").count(here.format('<span lang="jv">Ndaftar</span>')) == 2
    assert here.format('<span lang="jv">Ngarep</span>') in html(site, "jv/")
    assert 'class="merek" href="./"' in html(site, "jv/")


def test_the_whole_menu_and_the_search_come_in_the_language(site: Path) -> None:
    def touched(name: str) -> str:
        (found,) = re.findall(r'<script defer src="([^"]+)"', html(site, name))
        return (site / name / found).resolve().read_text("utf-8")

    assert r"<a href=\"daftar/\">Daftar</a>" in touched("daftar/")
    assert r"<a href=\"jv/daftar/\"><span lang=\"jv\">Ndaftar</span></a>" in touched("jv/daftar/")
    assert r"data-bahasa=\"jv\"" in touched("jv/daftar/")
    assert r"<a href=\"jv/daftar/\">Daftar</a>" in touched("jv/rujukan/")  # nobody has translated that page


def test_the_emergency_bar_is_absent_on_the_emergency_page_alone(site: Path) -> None:
    assert 'class="darurat"' not in html(site, "jv/gawat-darurat/")
    assert 'class="darurat"' not in html(site, "gawat-darurat/")
    bar = '<a href="../gawat-darurat/"><span>{}</span>'
    said = '<span lang="jv"><strong>Darurat?</strong> Menyang IGD, utawa puskesmas sing bukak</span>'
    assert bar.format(said) in html(site, "jv/daftar/")
    assert bar.format("<strong>Darurat?</strong> Ke IGD, atau puskesmas yang buka") in html(site, "daftar/")


def test_pages_with_a_form_of_their_own_keep_it(site: Path) -> None:
    assert "Semua pertanyaan" in html(site, "jv/tanya-jawab/")
    assert 'class="huruf"' in html(site, "jv/istilah/")
    assert 'href="../../tentang/fakta.csv"' in html(site, "jv/tentang/")
    assert html(site, "jv/tentang/").count('<li id="fakta-') == html(site, "tentang/").count('<li id="fakta-') > 30


def test_the_home_page_leads_on_in_the_language(site: Path) -> None:
    text = main_part(site, "jv/")
    assert "<h1>Berobat nganggo JKN, wiwitan saka kene.</h1>" in text
    assert '<a href="daftar/">Aku durung duwe JKN</a>' in text
    assert {"pbi-tidak-aktif/", "berobat/", "daftar/"} <= links(text)
    assert not {one for one in links(text) if one.startswith("../") and one != "../"}


def test_links_in_text_stay_in_the_language_and_files_are_not_doubled(site: Path) -> None:
    text = main_part(site, "jv/daftar/")
    assert {"../iuran/", "../tentang/#salah", "../unduh/"} <= links(text)
    assert 'src="../../assets/seni/dokumen.svg"' in text
    own = main_part(site, "jv/pos-rekaan/")
    assert {"../daftar/#syarat", "../pos-lain/", "../unduh/"} <= links(own)
    assert 'src="../../gambar/pasar.png"' in own
    assert "../pos-rekaan/#d-tempat" in links(main_part(site, "jv/pos-lain/"))
    assert "../../pos-rekaan/" in links(main_part(site, "jv/kabar/pos-buka/"))
    assert "pos-buka/" in links(main_part(site, "jv/kabar/"))
    folders = {path.name for path in (site / "jv").iterdir()}
    assert not folders & {"assets", "gambar", "search", "e"}


def test_parts_that_a_translation_lacks_can_still_be_arrived_at(site: Path) -> None:
    assert '<span id="tunggu"></span>' in html(site, "jv/daftar/")
    assert '<span id="d-tempat"></span>' in html(site, "jv/pos-rekaan/")


def test_blocks_keep_their_form_though_the_translation_does_not_name_it(site: Path) -> None:
    text = html(site, "jv/daftar/")
    assert '<section class="blok blok-lakukan">' in text
    assert '<section class="blok blok-periksa">' in text


def test_what_is_indonesian_in_a_translation_says_so(site: Path) -> None:
    text = main_part(site, "jv/daftar/")
    own = '<div class="dari-daerah" lang="id">\n<p>Pilih <a href="../puskesmas/">puskesmas</a> di pulau Anda.'
    assert own in text
    assert '<p class="jejak" lang="id">' in text
    assert re.search(r'<div lang="id">\s*<p class="bahasa__peninjau">', text)
    assert 'class="dari-daerah" lang' not in html(site, "daftar/")
