"""The pages of a district's kecamatan: its places, its coming events, whom to call and the way there; also where
nothing is known yet. What is the same on all of them is composed once (`base`), and stands below what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from selebaran.compose.district.added import counts_of
from selebaran.compose.district.events import MONTHS_READ, coming_days
from selebaran.compose.district.subdistricts import Area, Subdistrict, subdistricts_of
from selebaran.compose.fact.stages import Stage, staged_markdown
from selebaran.compose.page.event_lists import coming_lines, until
from selebaran.compose.page.event_words import EventDesk, clocked
from selebaran.compose.page.filled_parts import Part, joined
from selebaran.compose.page.news import dated_news
from selebaran.compose.page.printed import as_typed
from selebaran.compose.page.subdistrict_helpers import parts_of_helpers
from selebaran.compose.page.subdistrict_places import PlaceDesk, first_of_all, parts_of_places, parts_of_unplaced
from selebaran.compose.page.temporary import pages_ahead
from selebaran.compose.template.engine import escape_markdown as plain
from selebaran.model.campaign import Campaign
from selebaran.model.edition import SiteFrame
from selebaran.model.occurrence import Occurrence
from selebaran.model.own_text import NEWS, OwnPage
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

HELPERS = ("daerah.pos_bantuan", "daerah.tim_pemandu")
USED = Usage(fields=frozenset(("daerah.kegiatan", "daerah.perahu", "daerah.nama", "daerah.capaian_baru", *HELPERS)))
NEWS_SHOWN = 3


class SubdistrictPages:
    """What a site has of its kecamatan, as of a day: nothing where the campaign doesn't ask for it, or where nobody
    knows the kecamatan."""

    def __init__(self, folder: DistrictFolder, campaign: Campaign, as_of: date, frame: SiteFrame) -> None:
        about = campaign.subdistricts
        self._folder, self._campaign, self._as_of, self._frame = folder, campaign, as_of, frame
        self.at = about.page if about else ""
        self._everywhere = about.everywhere if about else ()
        self._brought_to = about.brought_to if about else ()
        self.subdistricts = subdistricts_of(folder.district) if about else ()

    @property
    def slugs(self) -> tuple[str, ...]:
        """The addresses of all of them."""
        return tuple(f"{self.at}/{one.slug}" for one in self.subdistricts)

    def area(self, slug: str | None) -> Area | None:
        """The kecamatan with this part of an address, as a sheet leads to its page."""
        found = (Area(one.name, f"{self.at}/{one.slug}") for one in self.subdistricts if one.slug == slug)
        return next(found, None)

    def common(self, source: PageSource) -> PageSource:
        """What stands on each of them, as a page of its own."""
        found = tuple(segment for name in self._everywhere for segment in source.segments_of(name))
        return replace(source, slug=f"{self.at}/x", segments=found)

    def pages(self, base: ComposedPage, ask: str) -> Iterator[ComposedPage]:
        """The pages; `base` is what they have in common, `ask` whom residents ask, as Markdown."""
        if not self.subdistricts:
            return
        desk = _Desk(self._folder, self._campaign, self._frame, self._as_of, ask)
        coming = [one for one in desk.coming if not one.cancelled]
        for one in self.subdistricts:
            yield _page(one, self.at, base, desk, [day for day in coming if one.is_called(day.event.subdistrict)])

    def leading(self, page: ComposedPage) -> ComposedPage:
        """A shared page, which may bring a reader's own kecamatan first."""
        brings = bool(self.subdistricts) and page.slug in self._brought_to
        return replace(page, meta=replace(page.meta, brings_own=True)) if brings else page

    def index(self, page: ComposedPage) -> ComposedPage:
        """The page that lists them, with its list behind what it says first; and, in a preview, the proposed places of
        which nobody knows in which kecamatan they lie."""
        if not self.subdistricts or page.withheld_for:
            return page
        rows = "\n".join(f"- [{{{at}}}]({self.at}/{one.slug}.md)" for at, one in enumerate(self.subdistricts))
        term = plain(self._folder.district.terms.subdistrict)
        listed = Part(f"## Daftar {term} {{#daftar}}\n\n{rows}\n", tuple(one.name for one in self.subdistricts))
        parts = (listed, *parts_of_unplaced(self._folder))
        made = joined(parts, page.slug)
        first, section, rest = page.html.partition("<h2")
        typed = (
            *page.typed[:1],
            Typed(as_typed("\n".join(part.markdown for part in parts)), _place(self._folder)),
            *page.typed[1:],
        )
        html = f"{first}{made.html}{section}{rest}"
        return replace(page, html=html, headings=(*made.headings, *page.headings), typed=typed)


@dataclass(frozen=True)
class _Desk:
    """What the pages of one district have in common."""

    folder: DistrictFolder
    campaign: Campaign
    frame: SiteFrame
    as_of: date
    ask: str

    @property
    def coming(self) -> list[Occurrence]:
        """The coming days of its events, where a page tells of events."""
        kinds = self.campaign.events
        known = [event for event in self.folder.events if kinds and event.kind in kinds.kinds]
        zone = self.folder.district.zone
        return list(coming_days(known, zone, self.as_of, MONTHS_READ)) if self.frame.events_page else []

    @property
    def term(self) -> str:
        """What a kecamatan is called there, where a sentence begins."""
        term = self.folder.district.terms.subdistrict
        return term[:1].upper() + term[1:]

    @property
    def events(self) -> EventDesk:
        """For lines that tell of events."""
        kinds = self.campaign.events.kinds if self.campaign.events else {}
        at = self.frame.events_page or ""
        return EventDesk(self.folder, at, kinds, self.as_of, self.frame.address, self.ask, ())


def _page(one: Subdistrict, at: str, base: ComposedPage, desk: _Desk, coming: Sequence[Occurrence]) -> ComposedPage:
    district = desk.folder.district
    title, slug = f"{desk.term} {one.name}", f"{at}/{one.slug}"
    about = f"Tempat layanan, kegiatan berikutnya, dan tempat bertanya di {desk.term} {one.name}, {district.name}."
    places_desk = PlaceDesk(desk.folder, desk.campaign, at, desk.term, desk.ask, desk.as_of)
    lede = first_of_all(one, places_desk) or Part(
        "Tempat layanan, kegiatan berikutnya, dan tempat bertanya di {0} {1}, {2}.\n",
        (desk.term, one.name, district.name),
    )
    places = parts_of_places(one, places_desk)
    parts = (
        lede,
        *places,
        *_events(coming, desk),
        *parts_of_helpers(one, desk.folder, desk.as_of),
        *_news(desk),
        *_added(one, desk),
    )
    html, headings = joined(parts, base.slug)
    typed = Typed(as_typed("\n".join(part.markdown for part in parts)), _place(desk.folder))
    meta = replace(base.meta, title=title, description=about, slug=slug, later_descriptions=())
    meta = replace(meta, in_search=False, is_subdistrict=True)
    used = USED | Usage(fields=frozenset(f"daerah.{kind}" for kind in desk.campaign.services))
    return replace(
        base,
        slug=slug,
        html=f"{html}{base.html}",
        meta=meta,
        usage=base.usage | used,
        headings=(*headings, *base.headings),
        typed=(typed, *base.typed),
        same_below=base.html,
    )


def _place(folder: DistrictFolder) -> Place:
    return Place(f"districts/{folder.slug}/daerah.yml", 1)


def _events(coming: Sequence[Occurrence], desk: _Desk) -> Iterator[Part]:
    at = desk.frame.events_page
    if not at:
        return
    none = f"Belum ada kegiatan di sini. [Semua kegiatan]({at}.md)"
    if not coming:
        yield Part(f"## Kegiatan berikutnya {{#kegiatan}}\n\n{none}\n")
        return
    lines = clocked(coming_lines(coming, desk.events), 0, none, once=True)
    yield Part(f"## Kegiatan berikutnya {{#kegiatan}}\n\n{lines}\n")


def _added(one: Subdistrict, desk: _Desk) -> Iterator[Part]:
    """How many were new there in each month."""
    words = desk.campaign.figures
    counts = counts_of(one, desk.folder.added) if words and words.new else []
    if words and counts:
        lines = [f"- {month}: {{{number}}}" for number, (month, _) in enumerate(counts)]
        yield Part("\n".join([f"## {words.new} {{#baru}}\n", *lines, ""]), tuple(people for _, people in counts))


def _news(desk: _Desk) -> Iterator[Part]:
    """The newest of the district: on each day to come those that aren't over by then."""
    pages = desk.folder.own.pages
    ahead = pages_ahead(pages, desk.as_of)
    news = [page for page in dated_news(pages) if page not in ahead and not page.is_over(desk.as_of)]
    if not news:
        return
    ends = sorted({page.front.last_day + timedelta(days=1) for page in news if page.front.last_day})
    stages = [Stage(None, _newest(news, desk.as_of)), *(Stage(day, _newest(news, day)) for day in ends)]
    gone = until(ends[-1]) if not stages[-1].text else ""
    name = plain(desk.folder.district.name)
    way = f"[Semua kabar]({NEWS}.md){gone}"
    yield Part("\n".join([f"## Kabar {name}{gone} {{#kabar}}\n", staged_markdown(stages), way, ""]))


def _newest(news: Sequence[OwnPage], on: date) -> str:
    found = [page for page in news if not page.is_over(on)][:NEWS_SHOWN]
    return "".join(f"- [{plain(page.front.title)}]({page.slug}.md)\n" for page in found)
