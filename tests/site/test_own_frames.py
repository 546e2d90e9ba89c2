"""Pages that a district's events and places change are drawn from frames: byte for byte what would be drawn of each,
and no word of a district stands in what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.template.repeated import ListCutter
from selebaran.compose.template.slots import Cutter
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.registry import Registry
from selebaran.site.own_pages import OwnPages
from selebaran.site.painter import Painter, data_of
from selebaran.site.search_pages import can_be_found
from selebaran.site.search_roots import Roots
from selebaran.site.seen import Tags
from selebaran.site.whole_search import WholeSearch
from tests.conftest import DAY

PLACE, FILLED = "kab-serang", "kab-contoh"
SAID = "Rekaan 'satu' & 2/3 <dua>"
LEDE = "<p>Satu &amp; dua.</p>\n<ul>\n<li><strong>Kamis</strong> pagi</li>\n</ul>\n"
OWN = '<h2 id="baru">Baru</h2>\n<table>\n<tbody>\n<tr><td>a</td></tr>\n</tbody>\n</table>\n'


@pytest.fixture(scope="module")
def edition(registry: Registry) -> Edition:
    """A district that has the events of the one in which everything is filled in, but for pictures."""
    events = tuple(event for event in registry.districts[FILLED].events if not event.picture)
    folder = replace(registry.districts[PLACE], events=events)
    return Composer(replace(registry, districts={PLACE: folder})).compose(PLACE, as_of=DAY, profiles=())


@pytest.fixture(scope="module")
def painter(edition: Edition) -> Painter:
    found = Painter.of(edition)
    assert found
    return found


def boxed(edition: Edition) -> ComposedPage:
    """A page that begins with a box of what to do, without a template of its own."""
    box = '<section class="blok blok-lakukan">'
    pages = (page for page in edition.pages if box in page.html.partition("<h2")[0] and not page.meta.template)
    return next(pages)


def changed(page: ComposedPage, number: int) -> tuple[ComposedPage, ...]:
    """A page with another lede, another box, one more part, and other words about it."""
    head, box, rest = page.html.partition("<section")
    inside, ends, behind = rest.partition("</section>")
    ways = (f"{LEDE}{box}{rest}", f"{head}{box}{inside}<p>{number}</p>{ends}{behind}", f"{page.html}{OWN}")
    meta = replace(page.meta, title=f"{SAID} {number}", description=f"{SAID}, {number}.")
    return tuple(replace(page, html=html, meta=meta, typed=()) for html in ways)


def test_a_page_from_a_frame_is_what_would_be_drawn_of_it(edition: Edition, painter: Painter) -> None:
    own, data, page = OwnPages(painter), data_of(edition), boxed(edition)
    events = [one for one in edition.pages if one.meta.event_days and one.slug.count("/") == 1]
    assert len(events) > 2
    for one, like in [(one, page) for number in (1, 2) for one in changed(page, number)] + [(e, None) for e in events]:
        made = own.drawn(one, like, data.of(one))
        assert made.text == painter.page(one, data.of(one)), one.slug
    kept = [frame for frame in own._frames.values() if frame]
    assert 3 < len(kept) < 3 + len(events)  # some have that of another
    told = [event.title for one in events for event in one.meta.event_days]
    for frame in kept:
        text = "".join(frame.text.parts)
        assert not [words for words in (*told, "Rekaan", "Kamis") if words in text.partition("<main")[2]]


def test_the_home_page_has_a_frame_for_so_many_events(edition: Edition, painter: Painter) -> None:
    own, home = OwnPages(painter), next(one for one in edition.pages if one.meta.next_events)
    events = home.meta.next_events
    others = tuple(replace(event, title=SAID, venue=f"{SAID}.", id=f"{event.id}-2") for event in events)
    fewer = tuple(replace(event, hours="") for event in events[:1])
    for shown in (events, others, fewer, ()):
        page = replace(home, meta=replace(home.meta, next_events=shown))
        assert own.drawn(page, home, "").text == painter.page(page, ""), shown
    text = "".join("".join(frame.text.parts) for frame in own._frames.values() if frame)
    assert len(own._frames) == 3
    assert not [event.title for event in events if event.title in text]


def test_a_page_to_which_a_sheet_leads_is_that_of_its_kind_with_another_code(
    edition: Edition, painter: Painter
) -> None:
    own, like = OwnPages(painter), edition.paper_pages[0]
    shown = like.meta.paper
    assert shown
    was = shown.verdict.edition.code

    def other(code: str, **change: object) -> ComposedPage:
        verdict = replace(shown.verdict, edition=shown.verdict.edition.model_copy(update={"code": code, **change}))
        said = replace(like.meta, slug=f"e/{code}", description=like.meta.description.replace(was, code))
        meta = replace(said, paper=replace(shown, verdict=verdict))
        return replace(like, slug=meta.slug, html=f"{like.html}{OWN}", meta=meta, typed=())

    pages = [other("p1-0000-aaaaaa"), other("p1-0000-bbbbbb", digest="0" * 64), other("p1-0000-cccccc", title=SAID)]
    made = [own.drawn(page, like, "") for page in pages]
    assert [one.text == painter.page(page, "") for one, page in zip(made, pages, strict=True)] == [True] * 3
    assert [bool(one.frame) for one in made] == [False, True, False]  # the first is read whole; another title has none


def test_what_a_template_does_to_a_page_is_learnt(edition: Edition, painter: Painter) -> None:
    page = boxed(edition)
    text = OwnPages(painter).drawn(changed(page, 1)[2], page, "").text
    assert '<table class="tabel__isi">\n<tbody>\n<tr><td>a</td></tr>' in text


def test_the_list_of_addresses_says_of_each_page_what_it_is_now(edition: Edition, painter: Painter) -> None:
    page = next(one for one in edition.pages if one.meta.changed_on and not one.meta.noindex)
    for change, leaves in (({"noindex": True}, False), ({"changed_on": date(2026, 11, 1)}, True)):
        now = painter.sitemap([replace(page, meta=replace(page.meta, **change))])
        assert ("<loc>" in now) == ("2026-11-01" in now) == leaves
    assert "<loc>" in painter.sitemap([page])


def test_a_page_that_does_not_show_what_was_typed_is_not_taken(edition: Edition, painter: Painter) -> None:
    own, data = OwnPages(painter), data_of(edition)
    one, another = [one for one in edition.pages if one.meta.event_days and one.slug.count("/") == 1][:2]
    tags = Tags(edition.frame.address)
    for typed, shows in ((one.typed, True), (another.typed, False), (one.typed, True)):
        made = own.drawn(replace(one, typed=typed), None, data.of(one))
        assert (made.seen(tags) is not None) == shows


def test_the_search_of_a_kind_is_that_of_a_site_beside_it_but_for_its_own_pages(edition: Edition) -> None:
    cutter, later = ListCutter(Cutter(("Qz'nzq",)), ()), edition.search_words.later
    page = next(one for one in edition.pages if can_be_found(one) and one.html and one.slug not in later)
    other = replace(page, html=f"<p>Gergaji mesin.</p>\n{page.html}")
    beside = replace(edition, pages=tuple(other if one is page else one for one in edition.pages))
    kind, told = WholeSearch(edition, cutter), []
    for site in (edition, beside, edition):
        roots = Roots()
        alone = WholeSearch(site, cutter).files(site, {}, (), roots.of_another())
        assert WholeSearch(site, cutter, kind).files(site, {}, (), roots.of_another()) == alone
        told.append(alone)
    assert told[0] == told[2] != told[1]
