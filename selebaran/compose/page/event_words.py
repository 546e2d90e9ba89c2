"""What the pages of events have in common: where they stand, and how a day of an event is written on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from selebaran.compose.district.events import LISTS, clock_of, moments_of
from selebaran.compose.page.finished import finished
from selebaran.compose.page.printed import as_typed, within_tag
from selebaran.compose.page.printed import printed as plain
from selebaran.compose.template.formats import days, weekdays
from selebaran.model.language import Languages
from selebaran.model.occurrence import Occurrence
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

USED = Usage(fields=frozenset(("daerah.kegiatan",)))
DAYS_KEPT = 54
"""Of an event that comes again, on a page that may be read for a year without a build."""
Later = tuple[date, str]
Sheet = tuple[str, str]
"""The name of a print piece, and its title."""


@dataclass(frozen=True)
class EventDesk:
    """What the pages of one district have in common: `at` is the page that tells of events, `ask` whom residents ask,
    as Markdown; `sheets` are the print pieces that show the event that comes next, `languages` those that have words of
    their own."""

    folder: DistrictFolder
    at: str
    kinds: Mapping[str, str]
    as_of: date
    address: str | None
    ask: str
    sheets: tuple[Sheet, ...]
    languages: Languages = field(default_factory=dict)

    @property
    def zone(self) -> str:
        """The district's time zone."""
        return self.folder.district.zone

    def term(self, subdistrict: str | None) -> str:
        """A kecamatan as it stands in a sentence, after a comma; "" for none."""
        term = self.folder.district.terms.subdistrict
        return f", {plain(term[:1].upper() + term[1:])} {plain(subdistrict)}" if subdistrict else ""

    def page(
        self,
        name: str,
        title: str,
        about: str,
        parts: Iterable[str],
        place: Place,
        later: tuple[Later, ...] = (),
        typed: Iterable[str] | None = None,
    ) -> ComposedPage:
        """A page below the one that tells of events; `later` is what `about` says on later days, `typed` what somebody
        would have typed, where that isn't `parts`."""
        slug, markdown = f"{self.at}/{name}", _joined(parts)
        html, headings = finished(markdown, slug)
        # The search finds events by name, on the page that tells of all of them; their own words would crowd it.
        meta = PageMeta(title, about, slug, in_search=False, later_descriptions=later)
        used, origin = {"": USED}, {"": place}
        said = Typed(as_typed(markdown if typed is None else _joined(typed)), place)
        return ComposedPage(slug, html, meta, USED, used, origin, headings=headings, typed=(said,))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def ways_on(desk: EventDesk) -> str:
    """Links to all lists of events."""
    links = [f"[{text}]({desk.at}/{name}.md)" for name, text in LISTS.items()]
    return " · ".join([f"[Semua kegiatan]({desk.at}.md)", *links])


def linked(one: Occurrence, desk: EventDesk) -> str:
    """The title of an event, which leads to its page."""
    return f"[{plain(one.event.title)}]({desk.at}/{within_tag(str(one.event.id))}.md)"


def when_of(one: Occurrence, zone: str) -> str:
    """Kamis, 3 Desember 2026, 08.30–13.00 WIB"""
    return f"{weekdays(one.day, one.last)}, {days(one.day, one.last)}, {clock_of(one, zone)}"


def time_of(one: Occurrence, zone: str, name: str = "", *, strong: bool = False) -> str:
    """The same as an element that knows its moments, for the reader's clock (see `compose/page/days.py`). Of days with
    the same `name` a list may show only one."""
    begins, ends = map(within_tag, moments_of(one, zone))
    text, name = f"{plain(when_of(one, zone))}.", within_tag(name or str(one.day))
    attributes = f'datetime="{begins}" data-mulai="{begins}" data-selesai="{ends}" data-kegiatan="{name}"'
    return f"<time {attributes}>{f'**{text}**' if strong else text}</time>"


def clocked(lines: Iterable[str], most: int, over: str, *, once: bool = False) -> str:
    """Lines each of which shows until its day is over, `most` at a time (0: all), and what is said after the last;
    `once`: of each event one."""
    joined = "\n".join(lines) if most != 1 else "\n\n".join(lines)
    gone = f"\n<div data-kosong hidden>\n\n{over}\n\n</div>" if over else ""
    apart = " data-sekali" if once else ""
    return f'<div data-acara="{most or ""}"{apart}>\n<div data-ada>\n\n{joined}\n\n</div>{gone}\n</div>'


def listed(head: str, lines: list[str]) -> str:
    """Lines under a heading; nothing where there are none."""
    return "\n".join([f"{head}\n", *lines]) if lines else ""


def sentence(text: str) -> str:
    """A text as a sentence."""
    return f"{text[:1].upper()}{text[1:]}."
