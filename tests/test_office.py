"""Pages for those who teach and tell: lessons with answers, texts of the right length, messages to copy, no names."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from selebaran.check.numbers import MONTHS as MONTH_NAMES
from selebaran.compose.edition import Composer
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from tests.as_typed import as_typed
from tests.conftest import ROOT
from tests.test_content import EMPTY, FULL, OFFICE, PAPUA, part, steps

Pages = dict[str, dict[str, ComposedPage]]
SPOKEN = r"^> (?:\*\*\w+:\*\* )?(.+)$"
LED_TO = re.compile(r"\]\(\.\./([\w-]+)/")
KEY_PAGES = ("daftar", "iuran", "cek-status", "pbi-tidak-aktif", "tunggakan", "tidak-mampu", "berobat")
ALOUD = (*KEY_PAGES, "gawat-darurat", "hamil", "bayi-baru-lahir")
MONTHS = {*MONTH_NAMES.lower().split("|")}
MINUTES = ("pengumuman", "masjid", "gereja", "radio")
HALVES = ("masjid-30", "gereja-30", "radio-30")


@pytest.fixture(scope="module")
def pages(registry: Registry) -> Pages:
    """The office's pages with a district's data, without, and with the words of Papua."""
    composer = Composer(registry)
    found = {}
    for slug in (FULL, EMPTY, PAPUA):
        edition = composer.compose(slug, as_of=date(2026, 11, 22), profiles=())
        found[slug] = {page.slug: page for page in edition.pages if page.slug in {*OFFICE, "kader"}}
    return found


def spoken(page: ComposedPage, block: str) -> str:
    """What is said of a part, without the speakers' names."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(re.findall(SPOKEN, part(page, block), re.M)))


def rows(page: ComposedPage, block: str, level: int = 2) -> list[list[str]]:
    """The rows of a part's table, without its head."""
    lines = re.findall(r"^\|(.+)\|$", part(page, block, level), re.M)
    return [[cell.strip() for cell in line.split("|")] for line in lines[1:]]


def has_drawing(text: str) -> bool:
    """Whether a text names one of our drawings."""
    named = re.search(r"(?:\*\*Gambar:\*\*|^\d+–\d+,) ([\w-]+)", text)
    return named is not None and (ROOT / "content" / "seni" / f"{named[1]}.svg").is_file()


def test_the_pages_for_the_office_are_in_no_menu_and_no_search_but_the_kaders_page_leads_to_each(
    registry: Registry, pages: Pages
) -> None:
    heads = {page.slug: page.front for page in registry.pages if page.slug in OFFICE}
    assert heads.keys() == OFFICE.keys()
    assert [slug for slug, head in heads.items() if head.group or head.menu or head.searched] == []
    assert all(not page.meta.in_search for slug, page in pages[FULL].items() if slug in OFFICE)
    assert set(LED_TO.findall(part(pages[EMPTY]["kader"], "bahan"))) == {*OFFICE, "unduh"}
    for slug in OFFICE:
        assert {*OFFICE, "kader"} - {slug} <= set(LED_TO.findall(part(pages[EMPTY][slug], "lanjut")))


def test_six_lessons_that_somebody_can_teach_from(pages: Pages) -> None:
    page = pages[EMPTY]["pelajaran"]
    lessons = re.findall(r"^## Pelajaran \w+: .*?{#([\w-]+)}$", as_typed(page.html), re.M)
    assert len(lessons) == 6
    for lesson in lessons:
        text = part(page, lesson)
        told = ("**Tujuan:** ", "**Bawa:** ", "**Kalimat kunci:** “", "**Baca:** [")
        assert [text.count(word) for word in told] == [1, 1, 1, 1]
        taken = steps(part(page, f"{lesson}-langkah", 3))
        assert sum(int(minutes) for minutes in re.findall(r"(\d+) menit\.", " ".join(taken))) == 15
        assert taken[0].startswith("**Tanya sebelum")
        assert taken[-1].startswith("**Tanya sesudah")
        asked = rows(page, f"{lesson}-tanya", 3)
        assert len(asked) == 3
        assert all(question.endswith("?") and len(answer) > 2 for question, answer in asked)


def test_a_quiz_with_all_answers_and_a_tally_of_it(pages: Pages) -> None:
    page = pages[EMPTY]["pelajaran"]
    quiz, answers = part(page, "kuis"), part(page, "kunci")
    assert len(steps(quiz)) == len(steps(answers)) == len(rows(page, "hasil")) == 8
    assert all(question.endswith("?") for question in steps(quiz))


@pytest.mark.parametrize(("page", "block"), [("kader", "hitung"), ("pelajaran", "hasil")])
def test_a_tally_has_no_place_for_a_name(page: str, block: str, pages: Pages) -> None:
    heads = re.findall(r"^\|(.+)\|$", part(pages[FULL][page], block), re.M)[0]
    assert not re.search(r"nama|alamat|nik|telepon", heads, re.I)


@pytest.mark.parametrize("slug", [FULL, EMPTY, PAPUA])
def test_ten_key_pages_have_a_text_that_is_read_aloud_in_a_minute(slug: str, pages: Pages) -> None:
    page = pages[slug]["dibacakan"]
    assert {*ALOUD} == page.blocks.keys() - {"", "lakukan", "lanjut"}
    for block in ALOUD:
        assert 70 <= len(spoken(page, block).split()) <= 130, block
        assert f"](../{block}/#" in part(page, block)


@pytest.mark.parametrize("slug", [FULL, EMPTY, PAPUA])
def test_announcements_take_half_a_minute_or_a_whole_one(slug: str, pages: Pages) -> None:
    for block in MINUTES:
        assert 75 <= len(spoken(pages[slug]["siaran"], block).split()) <= 130, block
    for block in HALVES:
        assert 40 <= len(spoken(pages[slug]["siaran"], block).split()) <= 62, block


def test_a_films_storyboard_fills_a_minute_without_a_gap(pages: Pages) -> None:
    scenes = rows(pages[EMPTY]["siaran"], "video")
    times = [tuple(map(int, re.findall(r"\d+", scene[0])[:2])) for scene in scenes]
    assert (times[0][0], times[-1][1]) == (0, 60)
    assert all(before[1] == after[0] for before, after in pairwise(times))
    for (begin, end), (picture, said, shown) in zip(times, scenes, strict=True):
        assert has_drawing(picture)
        assert len(said.split()) <= 2.2 * (end - begin), said
        assert 1 <= len(shown.split()) <= 4, shown


@pytest.mark.parametrize("slug", [FULL, EMPTY, PAPUA])
def test_each_month_has_a_message_that_fits_with_address_and_picture(
    slug: str, pages: Pages, registry: Registry
) -> None:
    page = pages[slug]["pesan-bulanan"]
    assert page.blocks.keys() >= MONTHS
    host = registry.districts[slug].district.domain
    for block in page.blocks:
        if block in ("", "lakukan", "lanjut"):
            continue
        text, message = part(page, block), spoken(page, block)
        assert 100 < len(message) <= 700, block
        assert not host or re.search(rf"Baca: {re.escape(host)}/[\w-]+/$", message), block
        assert has_drawing(text), block
