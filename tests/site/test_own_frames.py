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
