"""Dated news and pages that end: their list, their archive, and the feed; what is not out yet on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from functools import reduce
from operator import or_
from xml.etree import ElementTree

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import stated
from selebaran.compose.page.finished import finished
from selebaran.compose.page.named import fill_summary
from selebaran.compose.page.temporary import AHEAD, pages_ahead
from selebaran.compose.template.engine import escape_markdown
from selebaran.compose.template.formats import timed_day
from selebaran.model.own_text import NEWS, OwnPage
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

FEED = f"{NEWS}/rss.xml"
NEWS_TITLE = "Kabar"
ARCHIVE = f"{NEWS}/arsip"
"""Where news and pages stand that are over."""
ARCHIVE_TITLE = "Arsip kabar"


def told_ahead(pages: Iterable[OwnPage], as_of: date) -> Iterator[Problem]:
    """What is said of those that don't say when they begin to show: their day may be mistyped."""
    news = (page for page in pages if not page.front.shows_from)
    for page in (page for page in news if page.first_day and page.first_day > as_of):
        place = page.head_places.get("tanggal", page.place)
        yield warning("kabar-belum-tayang", place, tanggal=page.front.day, hari=as_of)


def feed(
    folder: DistrictFolder, pages: Iterable[ComposedPage], address: str | None, as_of: date, mark: str = ""
) -> dict[str, bytes]:
    """RSS 2.0 of the news, by path; none without news, or without an address that its links could have. `pages` are the
    district's own, composed; `mark` stands before the title of what isn't for everybody. What is of a later day than
    `as_of`, or over, isn't told: readers of feeds keep it."""
    summaries = {page.slug: page.meta.description for page in pages}
    ahead = pages_ahead(folder.own.pages, as_of)
    told = [page for page in folder.own.pages if page not in ahead and not page.is_over(as_of)]
    name, news = folder.district.name, dated_news(told)
    if not news or address is None:
        return {}
    links = {page.slug: f"{address}{page.slug}/" for page in news}
    told_of = [
        FeedItem(page.front.title, links[page.slug], links[page.slug], summaries[page.slug], page.front.day)
        for page in news
        if page.front.day
    ]
    return {FEED: rss(f"{mark}{NEWS_TITLE} {name}", f"{address}{NEWS}/", f"Kabar dari {name}", told_of)}


@dataclass(frozen=True)
class FeedItem:
    """What a feed tells of, in plain words. By `guid` readers of feeds know it again."""

    title: str
    link: str
    guid: str
    about: str
    day: date


def rss(title: str, link: str, about: str, items: Iterable[FeedItem]) -> bytes:
    """A feed as RSS 2.0."""
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _texts(channel, title=title, link=link, description=about, language="id")
    for one in items:
        when = format_datetime(datetime.combine(one.day, time(), UTC))
        item = ElementTree.SubElement(channel, "item")
        _texts(item, title=one.title, link=one.link, guid=one.guid, description=one.about, pubDate=when)
    found: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _texts(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text


def dated_news(pages: Iterable[OwnPage]) -> list[OwnPage]:
    """Dated news, the newest first."""
    dated = [page for page in pages if page.is_news and page.front.day and page.language is None]
    dated = [page for page in dated if not page.front.closed]
    return sorted(dated, key=lambda page: (str(page.front.day), page.slug), reverse=True)


def ending(pages: Iterable[OwnPage]) -> list[OwnPage]:
    """Pages that say until when they hold, the last to end first."""
    found = [page for page in pages if page.front.last_day and page.language is None and not page.front.closed]
    return sorted(found, key=lambda page: (str(page.front.last_day), page.slug), reverse=True)


def lists_of_news(pages: Iterable[OwnPage], composed: Iterable[ComposedPage], policy: FactPolicy) -> list[ComposedPage]:
    """The list of news, the newest first, and the archive; each entry with its summary as it reads today. What ends
    goes from the one to the other by the reader's clock."""
    out = {page.slug: page.meta.description for page in composed}
    news = [page for page in dated_news(pages) if page.slug in out]
    ends = [page for page in ending(pages) if page.slug in out]
    found = []
    if news:
        found.append(_current(news, out, policy, f"[{ARCHIVE_TITLE}]({ARCHIVE}.md)" if ends else ""))
    if ends:
        found.append(_archive(ends, out, policy, f"[{NEWS_TITLE}]({NEWS}.md)" if news else ""))
    return found


def _current(news: list[OwnPage], summaries: Mapping[str, str], policy: FactPolicy, way: str) -> ComposedPage:
    shown = [page for page in news if not page.is_over(policy.as_of)]
    text = "Kabar terbaru ada di atas." if shown else "Belum ada kabar baru."
    parts = [text, _lines(shown, summaries, policy.as_of, in_archive=False), way]
    return _page(NEWS, NEWS_TITLE, "Kabar dari daerah ini, yang terbaru lebih dulu.", parts, news, policy)


def _archive(ends: list[OwnPage], summaries: Mapping[str, str], policy: FactPolicy, way: str) -> ComposedPage:
    text = f"Yang di sini sudah lewat; isinya mungkin tidak benar lagi. Disusun {timed_day(policy.as_of)}."
    parts = [text, _lines(ends, summaries, policy.as_of, in_archive=True), way]
    about = "Kabar dan halaman yang sudah lewat, yang terakhir lebih dulu."
    return _page(ARCHIVE, ARCHIVE_TITLE, about, parts, ends, policy)


def _lines(pages: Iterable[OwnPage], summaries: Mapping[str, str], as_of: date, *, in_archive: bool) -> str:
    entries = ((page, _entry(page, summaries[page.slug], as_of)) for page in pages)
    return "\n".join(_within(page, line, as_of, in_archive=in_archive) for page, line in entries)


def _page(
    slug: str, title: str, about: str, parts: list[str], listed: list[OwnPage], policy: FactPolicy
) -> ComposedPage:
    """A list of pages."""
    used = reduce(or_, (fill_summary(page, policy).usage(policy.register) for page in listed), Usage())
    markdown = "\n\n".join(filter(None, parts)) + "\n"
    feed_there = FEED if slug == NEWS else None
    meta = PageMeta(title, about, slug, facts=stated(used, policy), layer=listed[0].layer, feed=feed_there)
    html, headings = finished(markdown, slug)
    place = Place(listed[0].place.file.rpartition("/")[0])
    typed = (Typed(markdown, place),)
    return ComposedPage(slug, html, meta, used, {"": used}, {"": place}, headings=headings, typed=typed)


def _entry(page: OwnPage, summary: str, as_of: date) -> str:
    """A page in a list."""
    link = f"[{escape_markdown(page.front.title)}]({page.slug}.md)"
    dated = f", {timed_day(page.front.day)}" if page.front.day else ""
    mark = f"{AHEAD} {timed_day(page.first_day)}: " if page.first_day and page.first_day > as_of else ""
    return f"- {mark}**{link}**{dated}. {escape_markdown(summary)}"


def _within(page: OwnPage, line: str, as_of: date, *, in_archive: bool) -> str:
    """An entry that comes into the archive, or goes from the list, when the reader's clock reaches the page's end."""
    if page.front.last_day is None or page.is_over(as_of):
        return line
    since = page.front.last_day + timedelta(days=1)
    days = f'data-dari="{since}" hidden' if in_archive else f'data-sampai="{since}"'
    return f"\n<div {days}>\n\n{line}\n\n</div>\n"
