"""One district, ready: pages, print pieces, what became of each, and the words around them. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from selebaran.model.kit import KitSheet
from selebaran.model.language import Languages
from selebaran.model.names import Names
from selebaran.model.page import ComposedPage
from selebaran.model.paper import PaperEdition, Verdict
from selebaran.model.piece import ComposedPiece, PieceSource
from selebaran.model.problem import Problem
from selebaran.model.search import Findable, FoundAnswer, SearchWords, Synonym, UrgentCard
from selebaran.model.sharing import Shape
from selebaran.model.theme import SiteTheme
from selebaran.model.usage import Usage

LONGEST_LARGE = 6
"""Letters of a telephone number that have room in the largest type on a phone of 360 px."""


@dataclass(frozen=True)
class Link:
    """A page of the site in its navigation; the address is relative to the site's root. It stands there until the day
    `gone_from`, where it has one."""

    title: str
    address: str
    gone_from: date | None = None


def gone_from(last_day: date | None) -> date | None:
    """The day from which on a page stands in no list: that after its last one."""
    return last_day + timedelta(days=1) if last_day else None


@dataclass(frozen=True)
class LinkGroup:
    """Pages under what a resident wants."""

    title: str
    links: tuple[Link, ...]

    @property
    def gone_from(self) -> date | None:
        """The day from which on none of its pages stands there any more."""
        days = [link.gone_from for link in self.links]
        return max((day for day in days if day), default=None) if None not in days else None


@dataclass(frozen=True)
class Hotline:
    """A telephone number as it is shown, and the link that dials it or opens a chat; how it is called beside the number
    (`name`) and where the number stands alone below."""

    name: str
    full_name: str
    number: str
    link: str

    @property
    def is_long(self) -> bool:
        """Is it too long to be shown as large as a number of three digits?"""
        return len(self.number) > LONGEST_LARGE


@dataclass(frozen=True)
class Asked:
    """Whom residents ask; how it is `called` where no number stands beside it. A number that there isn't, or that may
    not be shown, is None. `to` is the telephone, or else the place, as HTML within a sentence."""

    called: str
    place: str
    answered_by: str | None
    to: str
    phone: Hotline | None
    message: Hotline | None


@dataclass(frozen=True)
class CallButton:
    """A number that one presses in an emergency, the link that dials it, and who answers. It stands there until the day
    `gone_from`, where it has one."""

    name: str
    number: str
    link: str
    gone_from: date | None = None


@dataclass(frozen=True)
class EmergencyBand:
    """The band on top of every page and the page that it leads to, by its slug, which begins with buttons; `text` and
    `offline`, what a phone says that has lost its connection, are HTML."""

    page: str
    link: Link
    text: str
    offline: str | None
    buttons: tuple[CallButton, ...] = ()


@dataclass(frozen=True)
class SiteFrame:
    """What stands around every page. `day` is the edition's, as it is shown, `built` the same as a date, `zone` the
    district's; `unofficial` is said where nobody publishes the site yet, `centre` leads to who hears of errors;
    `about`, `events_page` and `questions` are slugs of pages; of `groups`, `other_groups` are those that no way in of
    the home page leads to. `languages` are those that its words may be translated into. `subdistricts_page` lists all
    kecamatan, and `subdistrict_term` is what one is called there; `bar` are pages at the foot of a phone's screen,
    `portal` is the address from which all sites are reached."""

    names: Names
    address: str | None
    is_preview: bool
    is_fictional: bool
    asked: Asked
    emergency: EmergencyBand | None
    foot: str
    unofficial: str | None
    centre: Link | None
    about: str | None
    events_page: str | None
    questions: str | None
    search_example: str | None
    day: str
    built: date
    zone: str
    groups: tuple[LinkGroup, ...]
    other_groups: tuple[LinkGroup, ...]
    menu: tuple[Link, ...]
    subdistricts_page: str | None = None
    subdistrict_term: str = ""
    bar: tuple[Link, ...] = ()
    portal: str | None = None
    usage: Usage = field(default_factory=Usage)
    languages: Languages = field(default_factory=dict)


@dataclass(frozen=True)
class PieceOutcome:
    """What became of a print piece in a district. `panels` is what each panel used, "" what none did; `withheld` says,
    by fact, why it may not go out (see `Fact.keeps_off_paper`). `edition` is None for a piece about an event; `until`
    is the last day on which the sheet may be relied on."""

    source: PieceSource
    title: str
    edition: PaperEdition | None
    usage: Usage
    panels: dict[str, Usage]
    withheld: dict[str, str]
    made: tuple[ComposedPiece, ...]
    until: date | None = None

    @property
    def name(self) -> str:
        """The piece's name."""
        return self.source.name

    def is_past(self, day: date) -> bool:
        """Whether its last day lies before a day: then nobody prints it for a publication."""
        return self.until is not None and self.until < day


@dataclass(frozen=True)
class Card:
    """A picture in each of its shapes. `lines` are its words, `title` the first of them; `page` is the slug of the page
    that it leads to; `until` is its last day, `ends` the moment at which its event is over. What no outcome has `made`
    is withheld."""

    name: str
    group: str
    title: str
    lines: tuple[str, ...]
    page: str
    made: Mapping[Shape, PieceOutcome]
    month: int | None = None
    until: date | None = None
    ends: str | None = None

    @property
    def is_districts(self) -> bool:
        """Whether it shows anything of a district."""
        read = (name for outcome in self.made.values() for name in outcome.usage.fields)
        return any(name.startswith("daerah.") for name in read)


@dataclass(frozen=True)
class EventSheets:
    """The sheets that tell of one event, each as its kit asks for it, for one PDF; `page` is the slug of its page,
    `ends` the moment at which it is over."""

    page: str
    title: str
    outcomes: tuple[tuple[KitSheet, PieceOutcome], ...]
    ends: str


@dataclass(frozen=True)
class Shared:
    """What a district passes on: the head of the page that shows it, pictures, sheets of its events, and what is wrong
    with others."""

    title: str = ""
    summary: str = ""
    cards: tuple[Card, ...] = ()
    sheets: tuple[EventSheets, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Edition:
    """One district as of one day. `menu` lists (title, slug) in order; `own_drawings` are those of `drawings` that are
    the campaign's; `pictures` are bytes by file name, `files` further files of the site by path. `outcomes` has
    every piece, printed or withheld; `paper_pages` are the pages of editions on paper, `verdicts` what they say;
    `new` are the editions that this one publishes first. `findables` are what is found by name beside pages,
    `answers` what the search says by itself, `urgent` its card of emergencies; `search_words`, what it goes by,
    `spoken_elsewhere` words of other regions; `theme`, what the pages are drawn with; `shared`, what is passed on,
    where that was asked for."""

    slug: str
    host: str
    as_of: date
    published: bool
    frame: SiteFrame
    pages: tuple[ComposedPage, ...]
    menu: tuple[tuple[str, str], ...]
    outcomes: tuple[PieceOutcome, ...]
    drawings: dict[str, str]
    pictures: dict[str, bytes]
    files: dict[str, bytes] = field(default_factory=dict)
    own_drawings: frozenset[str] = frozenset()
    paper_pages: tuple[ComposedPage, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    new: tuple[PaperEdition, ...] = ()
    problems: tuple[Problem, ...] = ()
    findables: tuple[Findable, ...] = ()
    answers: tuple[FoundAnswer, ...] = ()
    urgent: UrgentCard | None = None
    search_words: SearchWords = field(default_factory=SearchWords.empty)
    spoken_elsewhere: tuple[Synonym, ...] = ()
    theme: SiteTheme = field(default_factory=SiteTheme)
    shared: Shared = field(default_factory=Shared)

    @property
    def pieces(self) -> tuple[ComposedPiece, ...]:
        """The pieces to print, in all profiles that were asked for."""
        return tuple(piece for outcome in self.outcomes for piece in outcome.made)
