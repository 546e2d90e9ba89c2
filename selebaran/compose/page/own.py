"""A district's own pages: as they stand on its site, in its navigation, and dated news with a feed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import reduce
from operator import or_
from xml.etree import ElementTree

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import stated, withheld_for, withheld_from
from selebaran.compose.fact.stages import Stage, spans, staged_note
from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.assembly import NOTICE, notice
from selebaran.compose.page.finished import finished
from selebaran.compose.page.forwards import closing
from selebaran.compose.page.html import Surroundings
from selebaran.compose.page.named import Filled, fill_summary, render_named
from selebaran.compose.template.engine import escape_markdown
from selebaran.compose.template.formats import day
from selebaran.model.address import renamed
from selebaran.model.edition import Link
from selebaran.model.language import LANGUAGES
from selebaran.model.own_text import NEWS, OwnPage
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.model.telephone import Dialling
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

FEED = f"{NEWS}/rss.xml"
RESERVED = {
    "e",
    "unduh",
    "istilah",
    "offline",
    NEWS,
    "assets",
    "gambar",
    "search",
    "cari",
    "seni",
    "sw",
    "manifest",
    "robots",
    "sitemap",
    "404",
    "index",
    "beranda",
    "laporan",
    "templates",
}
"""First parts of addresses that are not a district's to give."""
INDEX = "index"
"""A file of this name would stand at the address of its folder."""
DOWNLOADS = "unduh"
NEWS_TITLE = "Kabar"
AHEAD = "Belum tayang: "
"""Before news, in a preview, of a day that has not come."""


def addresses(
    shared: Collection[PageSource], pages: Collection[OwnPage], made: Iterable[str], former: Mapping[str, str]
) -> Addresses:
    """The pages that own text may lead to: shared ones with the names of their parts, those `made` of data, and all
    others. `former` tells what shared ones are called now."""
    own = [*(page.slug for page in pages if not page.front.closed), *([NEWS] if _news(pages) else []), DOWNLOADS]
    parts = {page.slug: [s.block for s in page.segments if s.block] for page in shared}
    return Addresses({**dict.fromkeys(own), **parts, **dict.fromkeys(made, ())}, {**former, **renamed(pages)})


def compose_own(
    pages: Collection[OwnPage],
    known: Mapping[str, Collection[str] | None],
    pictures: Collection[str],
    policy: FactPolicy,
    where: Dialling,
    titles: Mapping[str, str],
) -> tuple[list[ComposedPage], list[Problem]]:
    """Own pages, ready for the site, and what is wrong with them. `known` are all `addresses` of the site, `where` what
    is known of telephones there, `titles` those of shared pages."""
    composed: list[ComposedPage] = []
    problems: list[Problem] = []
    titles = {**titles, **{page.slug: page.front.title for page in pages}}
    for page in pages:
        if known.get(page.slug) is not None or is_reserved(page.slug):
            problems.append(problem("alamat-dipakai", Place(page.place.file), alamat=page.slug))
            continue
        around = Surroundings(page.slug, known, pictures, where=where)
        html, body, faults = render_named(page.body, page.place, around, policy)
        summary = fill_summary(page, policy)
        problems += [*summary.problems, *faults]
        said = closing(page.front.closed, titles) if page.front.closed else ""
        composed.append(_composed(page, html, body, summary, policy, said))
    if news := _news(pages):
        composed.append(_news_page(news, composed, policy))
    return composed, problems


def _note(body: Filled, policy: FactPolicy) -> str:
    """What stands below a page of its own, now and on later days."""
    days = policy.change_days(body.usage(policy.register).facts)
    return staged_note([Stage(None, body.note(policy)), *(Stage(day, body.note(policy.on(day))) for day in days)])


def _composed(page: OwnPage, html: str, body: Filled, summary: Filled, policy: FactPolicy, said: str) -> ComposedPage:
    """A page of its own, of which all is one block; kept back as shared pages are. `said`: what stands above it."""
    used = body.usage(policy.register) | summary.usage(policy.register)
    dated = f"**{day(page.front.day)}.** " if page.is_news and page.front.day else ""
    dated = f"{said}\n\n{dated}" if said else dated
    markdown = f"{dated}{escape_markdown(summary.text)}\n\n{html}\n"
    if note := _note(body, policy):
        markdown += f"\n{note}\n"
    withheld, since = withheld_for(used, policy), withheld_from(used, policy)
    meta = PageMeta(
        page.front.title,
        NOTICE if withheld else summary.text,
        page.slug,
        facts=() if withheld else stated(used, policy),
        is_withheld=bool(withheld),
        noindex=bool(said),
        layer=page.layer,
        withheld_from=None if withheld else since,
        withheld_text=finished(notice((), policy.on(since)), page.slug).html if since and not withheld else None,
    )
    treated = {**summary.treated(policy), **body.treated(policy)}
    head = Typed(f"{dated}{escape_markdown(summary.text)}", _head(page))
    parts = head, *(Typed(span.text, page.place, own=True) for span in spans(body.stages))
    if withheld:
        markdown = notice((), policy)
    shown, headings = finished(markdown, page.slug)
    return ComposedPage(
        page.slug,
        shown,
        meta,
        used,
        {"": used},
        {"": Place(page.place.file, 1)},
        {"": treated} if treated else {},
        withheld,
        headings=headings,
        typed=(Typed(markdown, page.place),) if withheld else parts,
    )


def _head(page: OwnPage) -> Place:
    """Where its summary stands."""
    return page.head_places.get("ringkas", page.place)


def is_reserved(slug: str) -> bool:
    """Whether an address is the engine's, and no page's."""
    head, _, rest = slug.partition("/")
    is_news = head == NEWS and bool(rest)
    return head in LANGUAGES or (head in RESERVED and not is_news) or slug.split("/")[-1] == INDEX


def links_of(pages: Collection[OwnPage], group: str, news_in: str | None) -> list[Link]:
    """What a group of the navigation gains by own pages, in their order. News stand in the group `news_in`."""
    own = [page for page in pages if page.front.group == group and not page.is_news and page.language is None]
    own = [page for page in own if not page.front.closed]
    own.sort(key=lambda page: (page.front.order is None, page.front.order or 0, page.front.title))
    links = [Link(page.front.title, f"{page.slug}/") for page in own]
    if group == news_in and _news(pages):
        links.append(Link(NEWS_TITLE, f"{NEWS}/"))
    return links


def news_ahead(pages: Iterable[OwnPage], as_of: date) -> tuple[OwnPage, ...]:
    """News of a day that has not come: a publication has them from that day on."""
    return tuple(page for page in pages if page.is_news and page.front.day and page.front.day > as_of)


def told_ahead(pages: Iterable[OwnPage], as_of: date) -> Iterator[Problem]:
    """What is said of them: their day may be mistyped."""
    for page in news_ahead(pages, as_of):
        place = page.head_places.get("tanggal", page.place)
        yield warning("kabar-belum-tayang", place, tanggal=page.front.day, hari=as_of)


def feed(folder: DistrictFolder, pages: Iterable[ComposedPage], address: str | None, as_of: date) -> dict[str, bytes]:
    """RSS 2.0 of the news, by path; none without news, or without an address that its links could have. `pages` are the
    district's own, composed. What is of a later day than `as_of` isn't told: readers of feeds keep it."""
    summaries = {page.slug: page.meta.description for page in pages}
    ahead = news_ahead(folder.own.pages, as_of)
    name, news = folder.district.name, _news([page for page in folder.own.pages if page not in ahead])
    if not news or address is None:
        return {}
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _texts(
        channel, title=f"{NEWS_TITLE} {name}", link=f"{address}{NEWS}/", description=f"Kabar dari {name}", language="id"
    )
    for page in news:
        item = ElementTree.SubElement(channel, "item")
        assert page.front.day is not None
        when = format_datetime(datetime.combine(page.front.day, time(), UTC))
        link = f"{address}{page.slug}/"
        _texts(item, title=page.front.title, link=link, guid=link, description=summaries[page.slug], pubDate=when)
    return {FEED: ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)}


def _texts(parent: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(parent, name).text = text


def _news(pages: Collection[OwnPage]) -> list[OwnPage]:
    """Dated news, the newest first."""
    dated = [page for page in pages if page.is_news and page.front.day and page.language is None]
    dated = [page for page in dated if not page.front.closed]
    return sorted(dated, key=lambda page: (str(page.front.day), page.slug), reverse=True)


def _news_page(news: list[OwnPage], composed: Iterable[ComposedPage], policy: FactPolicy) -> ComposedPage:
    """The list of news, each with its summary as it reads today."""
    pages = {page.slug: page for page in composed}
    ahead = news_ahead(news, policy.as_of)
    entries = [
        _entry(page, pages[page.slug].meta.description, AHEAD if page in ahead else "")
        for page in news
        if page.slug in pages
    ]
    stating = (fill_summary(page, policy).usage(policy.register) for page in news)
    used = reduce(or_, stating, Usage())
    markdown = "Kabar terbaru ada di atas.\n\n" + "\n".join(entries) + "\n"
    about = "Kabar dari daerah ini, yang terbaru lebih dulu."
    meta = PageMeta(NEWS_TITLE, about, NEWS, facts=stated(used, policy), layer=news[0].layer, feed=FEED)
    html, headings = finished(markdown, NEWS)
    place = Place(_folder(news[0]))
    return ComposedPage(
        NEWS, html, meta, used, {"": used}, {"": place}, headings=headings, typed=(Typed(markdown, place),)
    )


def _entry(page: OwnPage, summary: str, mark: str) -> str:
    assert page.front.day is not None
    link = f"[{escape_markdown(page.front.title)}]({page.slug}.md)"
    return f"- {mark}**{link}**, {day(page.front.day)}. {escape_markdown(summary)}"


def _folder(page: OwnPage) -> str:
    return page.place.file.rpartition("/")[0]
