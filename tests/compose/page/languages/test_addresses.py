"""Every page at its address in another language: translated or with a note, its links staying in the language."""

from __future__ import annotations

from typing import Any

import pytest

from selebaran.compose.page.languages import (
    Translation,
    as_indonesian,
    drift,
    in_language,
    in_languages,
    orphans,
)
from selebaran.compose.page.standing import OwnBlocks
from selebaran.model.facts import Treatment
from selebaran.model.language import Language
from selebaran.model.own_text import Override, OverrideFront, OwnFront, OwnPage
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Severity
from selebaran.model.usage import Usage

HERE = Place("content/daftar.md", 5)
FRONT = OverrideFront.model_validate({"oleh": "Dinas", "tanggal": "2026-11-20", "alasan": "Uji."})
NOTE = "Halaman ini belum ada dalam bahasa Jawa. Yang tampil bahasa Indonesia."
JAVANESE = Language.model_validate({"nama": "Jawa", "sumber": "ISO 639-1"})
USED = Usage(facts=frozenset({"UJI-01"}))


def page(slug: str, html: str = "Teks.", title: str = "Cara mendaftar", **more: Any) -> ComposedPage:
    return ComposedPage(slug, html, PageMeta(title, "Ringkas.", slug), USED, **more)


def translation(slug: str, html: str = "Tulisan.", reviewer: str | None = "Ibu Rekaan", **more: Any) -> Translation:
    is_current = more.pop("is_current", True)
    return Translation(page(slug, html, "Carane ndaftar", **more), reviewer, is_current)


def javanese(*pages: ComposedPage, published: bool = True, **translations: Translation) -> tuple[ComposedPage, ...]:
    return tuple(in_language("jv", JAVANESE, pages, translations, published=published))


def shown(made: Translation | None, original: ComposedPage | None = None, *, published: bool = True) -> str:
    """The title of what stands at the Javanese address of a page."""
    (found,) = javanese(original or page("daftar"), published=published, **({"daftar": made} if made else {}))
    assert found.slug == "jv/daftar"
    return found.meta.title


def test_a_reviewed_translation_stands_at_its_address_with_its_reviewer() -> None:
    (found,) = javanese(page("daftar"), daftar=translation("daftar"))
    assert (found.slug, found.html, found.meta.title) == ("jv/daftar", "Tulisan.", "Carane ndaftar")
    spoken = found.meta.spoken
    assert spoken is not None
    assert (spoken.code, spoken.prefix, spoken.note, spoken.reviewer) == ("jv", "jv/", None, "Ibu Rekaan")
    assert not found.meta.noindex
    assert found.usage == USED


def test_elsewhere_the_indonesian_page_stands_with_a_note_and_is_not_found_by_searching() -> None:
    (found,) = javanese(page("daftar", treated={"": {"UJI-01": Treatment.MARK}}, blocks={"": USED}))
    assert (found.slug, found.html, found.meta.title) == ("jv/daftar", "Teks.", "Cara mendaftar")
    spoken = found.meta.spoken
    assert spoken is not None
    assert (spoken.code, spoken.prefix, spoken.note, spoken.reviewer) == ("id", "jv/", NOTE, None)
    assert found.meta.noindex
    assert (found.usage, found.blocks, found.treated) == (Usage(), {}, {})


def test_what_nobody_reviewed_is_seen_in_a_preview_only() -> None:
    unreviewed = translation("daftar", reviewer=None)
    assert shown(unreviewed) == "Cara mendaftar"
    assert shown(unreviewed, published=False) == "Carane ndaftar"
    (found,) = javanese(page("daftar"), published=False, daftar=unreviewed)
    assert found.meta.spoken is not None
    assert found.meta.spoken.note == "Terjemahan ini belum ditinjau penutur bahasa Jawa."


@pytest.mark.parametrize("published", [True, False])
def test_what_is_out_of_date_is_seen_nowhere(published: bool) -> None:
    assert shown(translation("daftar", is_current=False), published=published) == "Cara mendaftar"


def test_a_translation_that_says_what_the_page_leaves_out_gives_way() -> None:
    gone = {"syarat": {"UJI-01": Treatment.REPLACE}}
    assert shown(translation("daftar"), page("daftar", treated=gone)) == "Cara mendaftar"
    assert shown(translation("daftar", treated=gone), page("daftar", treated=gone)) == "Carane ndaftar"
    marked = {"syarat": {"UJI-01": Treatment.MARK}}
    assert shown(translation("daftar"), page("daftar", treated=marked)) == "Carane ndaftar"


def test_a_page_that_is_withheld_in_one_language_is_withheld_in_both() -> None:
    assert shown(translation("daftar"), page("daftar", withheld_for=("UJI-01",))) == "Cara mendaftar"
    assert shown(translation("daftar", withheld_for=("UJI-01",)), page("daftar")) == "Cara mendaftar"


def test_a_translation_without_room_for_the_districts_words_gives_way() -> None:
    override = Override("daftar", "syarat", FRONT, "", "", HERE, "daerah")
    original = page("daftar", origins={"syarat": HERE}, overridden={"syarat": override})
    assert shown(translation("daftar"), original) == "Cara mendaftar"
    assert shown(translation("daftar", origins={"syarat": HERE}), original) == "Carane ndaftar"
    whole = page("daftar", origins={"": HERE}, overridden={"": override})
    assert shown(translation("daftar", origins={"": HERE}), whole) == "Cara mendaftar"


def test_links_to_pages_stay_in_the_language_and_all_others_lead_up() -> None:
    text = (
        '<a href="../iuran/#kelas">a</a> <a href="../">b</a> <img src="../gambar/pasar.png"> <a href="../lain/">c</a>'
    )
    elsewhere = (
        ' <a href="https://contoh.example/x">d</a> <a href="tel:165">e</a> <a href="#syarat">f</a>'
        ' <a href="/beranda">g</a>'
    )
    home = '<a href="iuran/">a</a> <img src="gambar/pasar.png">'
    pages = page("daftar", text + elsewhere), page("iuran", '<a href="./#kelas">a</a>'), page("beranda", home)
    found = {made.slug: made.html for made in javanese(*pages)}
    assert found["jv/daftar"] == (
        '<a href="../iuran/#kelas">a</a> <a href="../">b</a> <img src="../../gambar/pasar.png">'
        f' <a href="../../lain/">c</a>{elsewhere}'
    )
    assert found["jv/iuran"] == '<a href="./#kelas">a</a>'
    assert found["jv/beranda"] == '<a href="iuran/">a</a> <img src="../gambar/pasar.png">'


def test_what_the_program_says_in_a_translation_is_marked_as_indonesian() -> None:
    text = '<p class="fakta-lewat" data-dari="2027-01-01" hidden>Sedang: Iuran.</p>'
    (found,) = javanese(page("daftar"), daftar=translation("daftar", text))
    assert found.html == (
        '<p class="fakta-lewat" data-dari="2027-01-01" hidden><span lang="id">Sedang: Iuran.</span></p>'
    )


def test_a_link_to_a_part_that_the_translation_lacks_arrives_all_the_same() -> None:
    original = page("daftar", '<h2 id="syarat">Syarat</h2>\n<h2 id="biaya">B</h2>\n<p id="cara">C</p>')
    (found,) = javanese(original, daftar=translation("daftar", '<h2 id="syarat">Syarate</h2>'))
    assert found.html.endswith('\n<div><span id="biaya"></span><span id="cara"></span></div>\n')
    assert found.html.count('id="syarat"') == 1


def test_the_districts_words_in_a_translation_are_marked_as_indonesian() -> None:
    override = Override("daftar", "syarat", FRONT, "Bawa KTP.", "", HERE, "daerah")
    html = '<div class="dari-daerah">\nBawa <b class="dari-daerah">KTP</b>.\n</div>'
    found = as_indonesian(OwnBlocks({"syarat": override}, {"syarat": html}))
    assert found is not None
    assert found.html == {"syarat": html.replace('<div class="dari-daerah"', '<div class="dari-daerah" lang="id"')}
    assert found.overrides == {"syarat": override}
    assert as_indonesian(None) is None


def test_each_page_offers_its_languages_and_says_which_are_translated() -> None:
    pages = page("beranda"), page("daftar"), page("iuran")
    found = {
        made.slug: made
        for made in in_languages(pages, {"jv": [translation("daftar")]}, {"jv": JAVANESE}, published=True)
    }
    assert list(found) == ["beranda", "daftar", "iuran", "jv/beranda", "jv/daftar", "jv/iuran"]

    def ways(slug: str) -> list[tuple[str, str, str, bool, bool]]:
        return [(way.code, way.name, way.address, way.is_here, way.is_translated) for way in found[slug].meta.ways]

    assert ways("daftar") == [
        ("id", "Indonesia", "daftar/", True, True),
        ("jv", "Jawa", "jv/daftar/", False, True),
    ]
    assert ways("jv/daftar") == [
        ("id", "Indonesia", "daftar/", False, True),
        ("jv", "Jawa", "jv/daftar/", True, True),
    ]
    assert ways("jv/iuran") == [
        ("id", "Indonesia", "iuran/", False, True),
        ("jv", "Jawa", "jv/iuran/", True, False),
    ]
    assert [way[2] for way in ways("beranda")] == ["./", "jv/"]


def test_without_another_language_nothing_is_offered() -> None:
    (found,) = in_languages((page("daftar"),), {}, {"jv": JAVANESE}, published=True)
    assert found == page("daftar")


def test_a_translation_of_an_older_text_is_told_with_the_mark_of_the_new_one() -> None:
    (found,) = drift("aaaaaaaa", "bbbbbbbb", Place("content/daftar.jv.md", 7))
    assert (found.code, found.place) == ("terjemahan-usang", Place("content/daftar.jv.md", 1))
    assert (found.severity, dict(found.values)) == (Severity.WARNING, {"sidik": "bbbbbbbb"})
    assert [(p.code, dict(p.values)) for p in drift(None, "bbbbbbbb", HERE)] == [
        ("terjemahan-tanpa-sidik", {"sidik": "bbbbbbbb"})  # a first translation is out of date with nothing
    ]
    assert drift("bbbbbbbb", "bbbbbbbb", HERE) == drift("aaaaaaaa", None, HERE) == []


def test_a_translation_of_no_page_is_told_with_the_nearest_one() -> None:
    front = OwnFront.model_validate({"judul": "Pos", "ringkas": "Pos."})

    def own(slug: str, language: str | None) -> OwnPage:
        file = f"districts/kab-uji/halaman/{slug}{'.' + language if language else ''}.md"
        return OwnPage(slug, front, "", Place(file, 5), "daerah", language)

    pages = [own("pos", None), own("pos", "jv"), own("poss", "jv"), own("daftar", "jv"), own("lain", None)]
    (found,) = orphans(pages, ["daftar"])
    assert (found.code, found.place) == ("terjemahan-tanpa-asal", Place("districts/kab-uji/halaman/poss.jv.md", 1))
    assert dict(found.values) == {"halaman": "poss", "maksud": "pos"}
