"""What says something else since when, for residents: what the register, the district and its ledgers know of it.

Nothing is made up: a page that was only written better has no day here, and where nothing is known there is no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial

from dateutil.relativedelta import relativedelta

from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.fact.row import row_on
from selebaran.compose.page.news import FeedItem, rss
from selebaran.compose.template.formats import fact_value
from selebaran.model.calendar import CalendarEntry, entries_today
from selebaran.model.edition import SiteFrame
from selebaran.model.event import slug_of
from selebaran.model.facts import Check, Fact, FactValue
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.page_meta import Change
from selebaran.model.paper import SENTENCE
from selebaran.model.registry import DistrictFolder

Way = tuple[str, str]
"""The title of a page, and its address."""
Told = tuple[tuple[str, str], ...]
"""What was said, each time with its word."""
TITLE = "Apa yang berubah"
KEPT = relativedelta(months=12)
"""So long a change is told."""
CLAUSE = re.compile(r"(?<=[.;])\s+")
WORDED = {"daerah": "kini memuat keterangan dari daerah ini", "provinsi": "kini memuat keterangan dari provinsi"}
"""What an override did, by who wrote it."""


def with_changes(
    pages: Sequence[ComposedPage],
    sources: Iterable[PageSource],
    folder: DistrictFolder,
    policy: FactPolicy,
    about: str | None,
    long_forms: Mapping[str, str],
) -> tuple[ComposedPage, ...]:
    """The pages of a site; the one about it, in any language, has what changed within twelve months, the newest first,
    and what the register knows will end. `sources` are the shared pages, `long_forms` those of abbreviations that a
    sentence of the register is told with."""
    if about is None:
        return tuple(pages)
    found = _Found([page for page in pages if page.meta.slug != about], tuple(sources), folder, policy, long_forms)
    told = sorted(found.all(), key=lambda one: one.on, reverse=True)
    kept = tuple(filter(None, map(partial(_kept, policy.as_of), told)))
    feed = feed_path(about) if kept else None
    return tuple(
        replace(page, meta=replace(page.meta, changes=kept, feed=feed if page.slug == about else None))
        if page.meta.slug == about and not page.meta.is_withheld
        else page
        for page in pages
    )


def feed_path(about: str) -> str:
    """Where the feed of changes lies: with the page about the site."""
    return f"{about}/rss.xml"


def changes_feed(pages: Iterable[ComposedPage], frame: SiteFrame) -> dict[str, bytes]:
    """RSS 2.0 of what changed, by path, without values: readers of feeds keep it. None where nothing changed, or
    without an address that its links could have."""
    page = next((page for page in pages if page.slug == frame.about and page.meta.changes), None)
    if page is None or not frame.address:
        return {}
    at = f"{frame.address}{page.address}"
    items = [_item(one, at, frame.address) for one in page.meta.changes if not one.shows_from]
    mark, name = "(PRATINJAU) " if frame.is_preview else "", frame.names.site
    return {feed_path(page.slug): rss(f"{mark}{TITLE}: {name}", f"{at}#perubahan", f"{TITLE} di {name}", items)}


def _item(change: Change, at: str, address: str) -> FeedItem:
    """A change as a feed tells it, which leads to the first page that says it, else to the list of changes."""
    link = f"{address}{change.pages[0][1].removeprefix('./')}" if change.pages else at
    guid = f"{at}#{change.on}-{slug_of(change.subject)}"
    titles = ", ".join(title for title, _ in change.pages)
    return FeedItem(f"{change.subject}: {change.words}", link, guid, titles, change.on)


@dataclass(frozen=True)
class _Found:
    """A site without the page about it, and what tells of its changes."""

    pages: Sequence[ComposedPage]
    sources: tuple[PageSource, ...]
    folder: DistrictFolder
    policy: FactPolicy
    long_forms: Mapping[str, str]

    def all(self) -> Iterator[Change]:
        """All that is known, in no order of days."""
        for fact in self.policy.register:
            if fact.publishable and fact.id in self._stating:
                yield from self._of_fact(fact)
        yield from self._of_overrides()
        yield from self._of_new_pages()
        yield from self._of_events()
        yield from self._of_sheets()

    @cached_property
    def _read(self) -> tuple[ComposedPage, ...]:
        """The pages that residents look for, in Indonesian; and those that are over, as on an earlier day."""
        shared = {page.slug for page in self.sources if page.front.searched and not page.front.closed}
        own = {page.slug for page in self.folder.own.pages if page.language is None and not page.front.closed}
        return tuple(page for page in self.pages if page.slug in shared | own and not page.meta.for_staff)

    @cached_property
    def _by_slug(self) -> Mapping[str, ComposedPage]:
        return {page.slug: page for page in self._read}

    @cached_property
    def _stating(self) -> Mapping[str, tuple[ComposedPage, ...]]:
        """By fact the pages that state it: first that of which the greatest part does."""
        found: dict[str, list[ComposedPage]] = {}
        for page in self._read:
            for name in page.usage.facts:
                found.setdefault(name, []).append(page)
        return {name: tuple(sorted(pages, key=partial(_part, name), reverse=True)) for name, pages in found.items()}

    def _of_fact(self, fact: Fact) -> Iterator[Change]:
        """What checks changed of it, and its end, which may be to come."""
        pages = self._stating[fact.id]
        for number, check in enumerate(fact.history):
            later = fact.history[number + 1 :]
            if SENTENCE in check.former:
                yield self._of_sentence(fact, check, later)
            yield from self._of_values(fact, check, later)
        if fact.ends_on:
            yield Change(fact.ends_on, fact.topic, "tidak berlaku lagi", _ways(pages))

    def _of_sentence(self, fact: Fact, check: Check, later: Sequence[Check]) -> Change:
        """What a check made the register say otherwise, before and after it where that may be shown."""
        former = check.former[SENTENCE]
        now = next((found.former[SENTENCE] for found in later if SENTENCE in found.former), fact.sentence)
        gone = row_on(self.policy, fact).gone_on
        said = () if self.policy.treatment(fact.id) in GONE else self._in_full(_reworded(former, now))
        ways = _ways(self._stating[fact.id])
        return Change(check.on, fact.topic, "keterangannya diperbaiki", ways, said=said, told_until=gone)

    def _in_full(self, said: Told) -> Told:
        """Texts with the long form of each abbreviation that none of them says, where it stands first."""
        texts = [text for _, text in said]
        for short, long in self.long_forms.items():
            if any(long.casefold() in text.casefold() for text in texts):
                continue
            word = re.compile(rf"\b{short}\b")
            if (at := next((number for number, text in enumerate(texts) if word.search(text)), None)) is not None:
                texts[at] = word.sub(f"{short} ({long})", texts[at], count=1)
        return tuple((word, text) for (word, _), text in zip(said, texts, strict=True))

    def _of_values(self, fact: Fact, check: Check, later: Sequence[Check]) -> Iterator[Change]:
        """The values that a check changed and that a page shows, before and after it where they may be shown."""
        gone = row_on(self.policy, fact).gone_on
        is_gone = self.policy.treatment(fact.id) in GONE
        for name in (name for name in fact.values if name in check.former):
            showing = _ways(page for page in self._stating[fact.id] if name in page.usage.values)
            told = "" if is_gone else _between(fact.values[name], name, check, later)
            if showing:
                yield Change(check.on, _capital(fact.called(name)), "berubah", showing, told, gone)

    def _of_overrides(self) -> Iterator[Change]:
        """A page on which a district, or its province, wrote something in place of shared text; once a day."""
        for page in self._read:
            said = {(own.front.on, own.layer) for own in page.overridden.values()}
            for on, layer in sorted(said):
                if on <= self.policy.as_of:
                    yield Change(on, page.meta.title, WORDED[layer], _ways((page,)))

    def _of_new_pages(self) -> Iterator[Change]:
        """News, and pages that came on a day."""
        for own in self.folder.own.pages:
            over = own.front.last_day + timedelta(days=1) if own.front.last_day else None
            yield from self._new(own.slug, own.first_day, "kabar baru" if own.is_news else "halaman baru", over)
        for page in self.sources:
            over = page.front.last_day + timedelta(days=1) if page.front.last_day else None
            yield from self._new(page.slug, page.first_day, "halaman baru", over)

    def _new(self, slug: str, on: date | None, words: str, over: date | None) -> Iterator[Change]:
        page = self._by_slug.get(slug)
        if page and on and on <= self.policy.as_of:
            yield Change(on, page.meta.title, words, _ways((page,)), gone_from=over)

    def _of_events(self) -> Iterator[Change]:
        """Events that were told of before, and are otherwise since, or gone."""
        folder = self.folder
        today = entries_today(folder.events, folder.calendar, folder.district.tz, self.policy.as_of)
        told = {(entry.id, entry.sequence): entry for entry in (*folder.calendar, *today.values())}
        for entry in told.values():
            if entry.sequence:
                yield Change(entry.published, entry.title, _told_of(entry), self._event_page(entry))

    def _event_page(self, entry: CalendarEntry) -> tuple[Way, ...]:
        return _ways(page for page in self.pages if page.meta.event_days and page.slug.endswith(f"/{entry.id}"))

    def _of_sheets(self) -> Iterator[Change]:
        """Sheets of which a later edition was published; those of an event are new each time."""
        before: set[str] = set()
        for edition in self.folder.ledger:
            if edition.piece in before and not edition.event_on:
                words = "lembar cetaknya berganti edisi"
                yield Change(edition.published, edition.title, words, ((f"Edisi {edition.code}", edition.address),))
            before.add(edition.piece)


def _told_of(entry: CalendarEntry) -> str:
    return "dicabut dari jadwal" if entry.gone else "jadwal atau keterangannya berubah"


def _between(value: FactValue, name: str, check: Check, later: Iterable[Check]) -> str:
    """A value before a check, and after it: that which the next change took away, or today's."""
    after = next((found.former[name] for found in later if name in found.former), value.content)
    return f"{_shown(value, check.former[name])} menjadi {_shown(value, after)}"


def _reworded(former: str, now: str) -> Told:
    """What the register said and what it says since, without the sentences that stayed as they were."""
    before, after = CLAUSE.split(former), CLAUSE.split(now)
    gone = [each for each in before if _bare(each) not in map(_bare, after)]
    new = [each for each in after if _bare(each) not in map(_bare, before)]
    told = (("Semula", gone), ("Kini" if gone else "Kini ditambah", new))
    return tuple((word, f"“{' '.join(said).rstrip('.;')}”") for word, said in told if said)


def _bare(clause: str) -> str:
    return clause.rstrip(".;").casefold()


def _shown(value: FactValue, content: str) -> str:
    return str(fact_value(value.model_copy(update={"content": content})))


def _kept(as_of: date, change: Change) -> Change | None:
    """A change with the days between which it is told; None where they are past."""
    forgotten = change.on + KEPT
    gone = min(change.gone_from or forgotten, forgotten)
    shows_from = change.on if change.on > as_of else None
    return replace(change, gone_from=gone, shows_from=shows_from) if gone > as_of else None


def _part(fact: str, page: ComposedPage) -> float:
    """How much of a page states a fact, in parts of one."""
    return sum(fact in used.facts for used in page.blocks.values()) / max(1, len(page.blocks))


def _ways(pages: Iterable[ComposedPage]) -> tuple[Way, ...]:
    return tuple((page.meta.title, page.address or "./") for page in pages)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
