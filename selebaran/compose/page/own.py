"""A district's own pages: as they stand on its site, in its navigation, and dated news with a feed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import stated, withheld_for, withheld_from
from selebaran.compose.fact.stages import Stage, spans, staged_note
from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.assembly import NOTICE, notice
from selebaran.compose.page.finished import finished
from selebaran.compose.page.forwards import closing
from selebaran.compose.page.html import Surroundings
from selebaran.compose.page.named import Filled, fill_summary, render_named
from selebaran.compose.page.news import (
    ARCHIVE,
    ARCHIVE_TITLE,
    NEWS_TITLE,
    dated_news,
    ending,
    lists_of_news,
)
from selebaran.compose.page.temporary import AHEAD, over_note
from selebaran.compose.template.engine import escape_markdown
from selebaran.compose.template.formats import timed_day
from selebaran.model.address import renamed
from selebaran.model.edition import Link, gone_from
from selebaran.model.own_text import NEWS, OwnPage
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.telephone import Dialling
from selebaran.model.typed import Typed

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


def addresses(
    shared: Collection[PageSource],
    pages: Collection[OwnPage],
    made: Iterable[str],
    former: Mapping[str, str],
    ahead: Collection[str] = (),
) -> Addresses:
    """The pages that own text may lead to: shared ones with the names of their parts, those `made` of data, and all
    others but those `ahead`. `former` tells what shared ones are called now."""
    own = [
        *(page.slug for page in pages if not page.front.closed),
        *([NEWS] if dated_news(pages) else []),
        *([ARCHIVE] if ending(pages) else []),
        DOWNLOADS,
    ]
    parts = {page.slug: [s.block for s in page.segments if s.block] for page in shared if page.slug not in ahead}
    there = {**dict.fromkeys(own), **parts, **dict.fromkeys(made, ())}
    return Addresses(there, {**former, **renamed(pages)}, ahead)


def compose_own(
    pages: Collection[OwnPage],
    known: Mapping[str, Collection[str] | None],
    pictures: Collection[str],
    policy: FactPolicy,
    where: Dialling,
    titles: Mapping[str, str],
    languages: Collection[str] = (),
) -> tuple[list[ComposedPage], list[Problem]]:
    """Own pages, ready for the site, and what is wrong with them. `known` are all `addresses` of the site, `where` what
    is known of telephones there, `titles` those of shared pages, `languages` the codes that begin other addresses."""
    composed: list[ComposedPage] = []
    problems: list[Problem] = []
    titles = {**titles, **{page.slug: page.front.title for page in pages}}
    for page in pages:
        if known.get(page.slug) is not None or is_reserved(page.slug, languages):
            problems.append(problem("alamat-dipakai", Place(page.place.file), alamat=page.slug))
            continue
        around = Surroundings(page.slug, known, pictures, where=where)
        html, body, faults = render_named(page.body, page.place, around, policy)
        summary = fill_summary(page, policy)
        problems += [*summary.problems, *faults]
        composed.append(_composed(page, html, body, summary, policy, _above(page, titles, policy.as_of)))
    composed += lists_of_news(pages, composed, policy)
    return composed, problems


def _above(page: OwnPage, titles: Mapping[str, str], as_of: date) -> str:
    """What is said above a page: that it is closed, from when on readers will have it, or that it is over."""
    if page.front.closed:
        return closing(page.front.closed, titles)
    if page.first_day and page.first_day > as_of:
        return f"**{AHEAD} {timed_day(page.first_day)}.**"
    return over_note(page.front.last_day, as_of) if page.front.last_day else ""


def _told_above(page: OwnPage, said: str) -> tuple[Typed, ...]:
    """What is said above a page, where it counts as its text: a note that the clock shows doesn't."""
    return (Typed(said, _head(page)),) if said and not said.startswith("<") else ()


def _dated(page: OwnPage) -> str:
    return f"**{timed_day(page.front.day)}.** " if page.is_news and page.front.day else ""


def _note(body: Filled, policy: FactPolicy) -> str:
    """What stands below a page of its own, now and on later days."""
    days = policy.change_days(body.usage(policy.register).facts)
    return staged_note([Stage(None, body.note(policy)), *(Stage(day, body.note(policy.on(day))) for day in days)])


def _composed(page: OwnPage, html: str, body: Filled, summary: Filled, policy: FactPolicy, said: str) -> ComposedPage:
    """A page of its own, of which all is one block; kept back as shared pages are. `said`: what stands above it."""
    used = body.usage(policy.register) | summary.usage(policy.register)
    first = f"{_dated(page)}{escape_markdown(summary.text)}"
    markdown = "\n\n".join(filter(None, (said, first, html, _note(body, policy)))) + "\n"
    withheld, since = withheld_for(used, policy), withheld_from(used, policy)
    meta = PageMeta(
        page.front.title,
        NOTICE if withheld else summary.text,
        page.slug,
        facts=() if withheld else stated(used, policy),
        is_withheld=bool(withheld),
        noindex=page.is_past(policy.as_of),
        layer=page.layer,
        withheld_from=None if withheld else since,
        withheld_text=finished(notice((), policy.on(since)), page.slug).html if since and not withheld else None,
    )
    treated = {**summary.treated(policy), **body.treated(policy)}
    head = (*_told_above(page, said), Typed(first, _head(page)))
    parts = *head, *(Typed(span.text, page.place, own=True) for span in spans(body.stages))
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


def is_reserved(slug: str, languages: Collection[str]) -> bool:
    """Whether an address is the engine's or a language's, and no page's."""
    head, _, rest = slug.partition("/")
    is_news = head == NEWS and bool(rest) and slug != ARCHIVE
    return head in languages or (head in RESERVED and not is_news) or slug.split("/")[-1] == INDEX


def links_of(pages: Collection[OwnPage], group: str, news_in: str | None, as_of: date) -> list[Link]:
    """What a group of the navigation gains by own pages, in their order. News stand in the group `news_in`; what is
    over stands in the archive alone."""
    own = [page for page in pages if page.front.group == group and _is_listed(page, as_of)]
    own.sort(key=lambda page: (page.front.order is None, page.front.order or 0, page.front.title))
    links = [Link(page.front.title, f"{page.slug}/", gone_from(page.front.last_day)) for page in own]
    return [*links, *_link_to_news(pages)] if group == news_in else links


def _is_listed(page: OwnPage, as_of: date) -> bool:
    """Whether a page stands in the navigation by itself."""
    return not (page.is_news or page.language or page.is_past(as_of))


def _link_to_news(pages: Collection[OwnPage]) -> list[Link]:
    if dated_news(pages):
        return [Link(NEWS_TITLE, f"{NEWS}/")]
    return [Link(ARCHIVE_TITLE, f"{ARCHIVE}/")] if ending(pages) else []
