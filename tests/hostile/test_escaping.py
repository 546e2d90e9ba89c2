"""Whatever a district types into its records, people see it as typed, and no page or sheet gains an element by it.

Two parsers look at the pages that were built: an HTML5 one (tinyhtml5) here, the standard library's in `check_site`.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from selebaran.compose.district.chart import figures_csv
from selebaran.compose.edition import Composer
from selebaran.compose.markup.render import render
from selebaran.compose.page.portal import compose_portal
from selebaran.compose.page.topics import TOPICS
from selebaran.compose.template.engine import Templates, escape_markdown
from selebaran.model.edition import Edition
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.layout import Press
from selebaran.read.text import HIDDEN
from selebaran.site.build import build_site
from selebaran.site.clock import clock_values
from selebaran.site.links import check_site
from tests.conftest import DAY, DEMO, ROOT
from tests.hostile.twins import HOSTILE, Tree, Twin, differences, plain, tree
from tests.once import Once

CONTEXTS = (
    "{}",
    "{}\n\nSesudahnya.",
    "Teks {} teks.",
    "**{}**, {}",
    "- {}\n- lain",
    "- **{}**: {}\n    - {}",
    "1. {}\n2. lain",
    "> {}",
    "## {} {#isi}\n\nTeks.",
    "Istilah {}\n:   {}\n:   lain",
    "| A | B |\n|---|---|\n| {} | {} |\n| a | b |",
    "[{}](https://contoh.example/)",
    '[Teks](https://contoh.example/ "{}")',
    "![{}](gambar/a.png)",
    '<section class="blok" markdown="1">\n\n## A {#a}\n\n{}\n\n- {}\n\n</section>',
    '<p title="{}">{}</p>',
)
LETTERS = st.text(st.sampled_from("*_`[](){}<>&|^~\"'\\#+=:-!.1a \n/;@%?$,é中\U0001f600"), min_size=1, max_size=24)
TEXTS = st.one_of(st.sampled_from(HOSTILE), LETTERS, st.text(min_size=1, max_size=24)).map(lambda t: HIDDEN.sub("", t))


class Pair(NamedTuple):
    """The sites and editions of the two twins, and the texts that differ."""

    hostile: Path
    harmless: Path
    editions: tuple[Edition, Edition]
    given: dict[int, str]


@pytest.fixture(scope="module")
def pair(registry: Registry, once: Once) -> Pair:
    def make(folder: Path) -> Pair:
        sites, editions, texts = [], [], []
        for harmless in (False, True):
            twin = Twin(harmless=harmless)
            edition = compose(registry, twin)
            out = folder / ("polos" if harmless else "jahat")
            assert build_site(edition, (), out) == []
            assert check_site(out, edition) == []
            sites.append(out)
            editions.append(edition)
            texts.append(twin.given)
        assert texts[0] == texts[1]
        return Pair(sites[0], sites[1], (editions[0], editions[1]), texts[0])

    return once("kembar", make)


def compose(registry: Registry, twin: Twin, profiles: tuple[Profile, ...] = ("layar",)) -> Edition:
    folder = twin.folder(registry.districts[DEMO])
    copy = dataclasses.replace(registry, districts={**registry.districts, DEMO: folder})
    return Composer(copy).compose(DEMO, as_of=DAY, profiles=profiles)


def test_every_page_has_the_texts_as_typed_and_no_other_element(pair: Pair) -> None:
    seen: set[str] = set()
    frame = marks(pair.harmless / "404.html")
    left, right = (edition.pages for edition in pair.editions)
    called = {a.slug: b.slug for a, b in zip(right, left, strict=True)}  # the page of a kecamatan has its name
    for path in sorted(pair.harmless.rglob("*.html")):
        page = path.relative_to(pair.harmless)
        if page.parts[0] in ("e", TOPICS) or (seen and marks(path) <= frame):
            continue  # a code on paper is made of its content; pages without texts of their own have the same frame
        seen |= marks(path)
        slug = page.parent.as_posix()
        hostile = (pair.hostile / called.get(slug, slug) / page.name).read_text("utf-8")
        both = (hostile, path.read_text("utf-8"))
        left_html, right_html = (DATA.sub(is_sound, OWN_ADDRESS.sub("", text)) for text in both)
        assert differences(left_html, right_html, pair.given) == [], page
    assert len(seen) > 80


DATA = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S)
"""What programs read is JSON: there texts stand as JSON writes them, and no parser of HTML looks into it."""

OWN_ADDRESS = re.compile(r'<meta property="og:url" content="[^"<>]*">|<p class="cetak">https://[^<>]*</p>')
"""The page's own address, for who passes it on and on paper: a kecamatan's name stands there in small letters."""


def is_sound(found: re.Match[str]) -> str:
    """An empty element in the place of one whose content is JSON without any mark of HTML."""
    assert json.loads(found[2])
    assert "<" not in found[2]
    return found[1] + found[3]


def marks(path: Path) -> set[str]:
    """The texts that a page has."""
    return marks_in(path.read_text("utf-8"))


def marks_in(html: str) -> set[str]:
    return set(re.findall(r"q\d+z", html))


@pytest.mark.parametrize("turn", [17, 34])
def test_so_has_every_shared_page_with_other_strings_in_each_field(turn: int, registry: Registry) -> None:
    twins = Twin(harmless=False, turn=turn), Twin(harmless=True, turn=turn)
    hostile, harmless = (compose(registry, twin, ()) for twin in twins)
    for left, right in zip(hostile.pages, harmless.pages, strict=True):
        if re.search(r"q\d+z", right.html) and left.slug != TOPICS:
            assert differences(left.html, right.html, twins[0].given) == [], left.slug


def test_the_list_from_a_to_z_has_no_other_element_in_whatever_order_titles_stand(pair: Pair) -> None:
    pages = [next(page for page in edition.pages if page.slug == TOPICS) for edition in pair.editions]
    hostile, harmless = ({(tag, names) for tag, names, *_ in tree(page.html)} for page in pages)
    assert hostile == harmless
    assert len(marks_in(pages[1].html)) >= 3


def test_every_sheet_has_them_too(pair: Pair) -> None:
    for hostile, harmless in zip(pair.editions[0].pieces, pair.editions[1].pieces, strict=True):
        left, right = (re.sub(r"(?i)\b[a-z]\d+-0000-\w{6}", "", piece.html) for piece in (hostile, harmless))
        assert differences(left, right, pair.given) == [], hostile.name


def test_metadata_and_bookmarks_of_a_pdf_are_the_texts_as_typed(pair: Pair, press: Press) -> None:
    piece = next(p for p in pair.editions[0].pieces if p.name == "leaflet-daftar")
    with pikepdf.open(io.BytesIO(press.print(piece).pdf)) as document:
        title, author = str(document.docinfo.Title), str(document.docinfo.Author)
        assert pair.editions[0].frame.names.district in title
        assert re.search(r"q\d+z", author)
        with document.open_metadata() as said:
            assert said["dc:title"] == title
        with document.open_outline() as outline:
            assert all("<" not in entry.title or "q" in entry.title for entry in outline.root)


def test_feed_sitemap_and_search_are_well_formed_and_hold_the_texts(pair: Pair) -> None:
    items = ElementTree.fromstring((pair.hostile / "kabar" / "rss.xml").read_bytes()).findall(".//item")
    typed = {plain(text) for text in pair.given.values()}
    assert items
    assert {plain(item.findtext("title")) for item in items} <= typed
    sitemap = ElementTree.fromstring((pair.hostile / "sitemap.xml").read_bytes())
    assert len(sitemap) == len(ElementTree.fromstring((pair.harmless / "sitemap.xml").read_bytes()))
    for path in pair.hostile.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in pair.hostile.rglob("*.svg"):
        root = ElementTree.fromstring(path.read_bytes())
        assert not [e for e in root.iter() if str(e.tag).endswith(("script", "foreignObject"))]


def test_no_cell_of_a_table_is_a_formula(pair: Pair) -> None:
    for path in pair.hostile.rglob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], path


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " ="])
def test_a_source_that_begins_like_a_formula_is_a_text_to_a_spreadsheet(start: str, registry: Registry) -> None:
    figure = registry.districts[DEMO].figures[0].model_copy(update={"source": f'{start}HYPERLINK("x")'})
    cell = list(csv.reader(io.StringIO(figures_csv([figure]))))[1][3]
    assert cell.startswith("'")


def test_the_portal_shows_names_as_typed(registry: Registry) -> None:
    source = (ROOT / "templates" / "portal" / "index.html").read_text("utf-8")
    words = registry.campaign.portal
    assert words is not None
    pages = []
    for harmless in (False, True):
        twin = Twin(harmless=harmless)
        folder = twin.folder(registry.districts[DEMO])
        copy = dataclasses.replace(registry, districts={**registry.districts, DEMO: folder})
        pages.append(
            compose_portal(
                copy, words, source, frozenset(copy.districts), frozenset(), DAY, clock_values(DAY, "WIB", {})
            )
        )
    assert differences(pages[0], pages[1], twin.given) == []


ON_ONE_LINE = re.compile(r'<(span|a) (?:href="tel:[^"]*" )?class="utuh">([^<]*)</\1>')


class Reader:
    """Fills a text into every context and reads what Markdown makes of it."""

    def __init__(self) -> None:
        self._templates = Templates("markdown", {})
        self._harmless = {context: self(context, "Qq9") for context in CONTEXTS}

    def __call__(self, context: str, text: str) -> Tree:
        """Without the direction of a paragraph, which goes by its first letter, and without the elements that keep a
        time and a telephone number on one line (tests/compose/markup)."""
        filled = self._templates.render(context.replace("{}", "{{ x }}"), Place("x", 1), {"x": text})
        found = tree(ON_ONE_LINE.sub(r"\2", render(filled, own=False).html))
        return [
            (tag, tuple(name for name in names if name != "dir"), values, inner, tail)
            for tag, names, values, inner, tail in found
        ]

    def expected(self, context: str, text: str) -> Tree:
        """The harmless page with the text in the place of the word."""

        def put(words: str) -> str:
            return plain(words.replace("qq9", plain(text)))

        return [
            (tag, names, tuple(map(put, values)), put(inner), put(tail))
            for tag, names, values, inner, tail in self._harmless[context]
        ]


READER = Reader()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@example("1")
@example("-")
@example("'")
@example("a\n\n    b")
@example("\N{CYPRIOT SYLLABLE A}")
@example("0.00–0.00")
@example("0811-1111-1111")
@given(TEXTS)
def test_a_value_is_plain_words_wherever_markdown_has_it(text: str) -> None:
    text = text.strip()
    for context in CONTEXTS if text else ():
        assert READER(context, text) == READER.expected(context, text), context


def test_no_shared_page_makes_a_numbered_list_of_a_value() -> None:
    """A value of digits alone is not escaped: "{{ … }}." where a line begins would make it the number of an item."""
    opened = re.compile(r"^[ \t]*(?:(?:[-*+>:]|\d+[.)])[ \t]+)*\{\{[^}]*\}\}[.)]", re.M)
    for path in (ROOT / "content").rglob("*.md"):
        assert not opened.search(path.read_text("utf-8")), path


@pytest.mark.parametrize("text", HOSTILE)
def test_so_is_each_known_trick(text: str) -> None:
    for context in CONTEXTS:
        assert READER(context, text) == READER.expected(context, text), context


def test_values_in_a_template_of_sheets_and_reports_are_escaped() -> None:
    for kind in ("html", "portal", "laporan"):
        for text in HOSTILE:
            made = Templates(kind, {}).render('<p title="{{ x }}">{{ x }}</p>', Place("x", 1), {"x": text})
            (paragraph,) = [e for e in tree(made) if e[0] == "p"]
            assert paragraph[3] == plain(text)
            assert paragraph[1] == ("title",)


def test_what_is_escaped_once_is_not_escaped_again() -> None:
    assert escape_markdown("a & b") == "a &#38; b"
    assert Templates("markdown", {}).render("{{ x }}", Place("x", 1), {"x": Markup("<b>")}) == "<b>"
