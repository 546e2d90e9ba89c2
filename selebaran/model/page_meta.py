"""What a page's template knows of the page beside its text.

The words of templates for it are Indonesian; `site/page_meta.py` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from selebaran.model.fact_row import FactRow
from selebaran.model.language import INDONESIAN
from selebaran.model.own_text import Layer
from selebaran.model.paper import Verdict
from selebaran.model.piece import Instructions
from selebaran.model.record import Record, Text
from selebaran.model.sharing import Shape
from selebaran.model.sizes import Paper


class Choice(Record):
    """One of the home page's three ways in. `crop` is a viewBox ("x y width height") within the drawing."""

    title: Text = Field(alias="judul")
    text: Text = Field(alias="teks")
    drawing: Text = Field(alias="seni")
    crop: Text | None = Field(None, alias="kotak")
    target: Text = Field(alias="ke")


@dataclass(frozen=True)
class NextEvent:
    """A coming event that isn't cancelled, as the home page shows it. `begins` and `ends` are ISO 8601, in the
    district's zone."""

    title: str
    begins: str
    ends: str
    weekday: str
    day_of_month: str
    month: str
    hours: str
    venue: str
    bring: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True)
class EventDay:
    """A day of the event that a page tells of. `begins` and `ends` are ISO 8601 with the distance to UTC, or days where
    it lasts all day; `ends` is None where nobody knows. `area` says where its venue lies, `moved_from` when it was to
    begin."""

    title: str
    begins: str
    ends: str | None
    venue: str
    area: tuple[str, ...] = ()
    organiser: str | None = None
    cancelled: bool = False
    moved_from: str | None = None


@dataclass(frozen=True)
class OfferedPiece:
    """A print piece as the download page describes it. Its files are known only when they are printed; `until` is the
    last day on which they may be handed out, `is_over` says that it lies before the day of the build; under its `group`
    it stands behind those that have none."""

    name: str
    title: str
    about: str
    instructions: Instructions
    until: date | None = None
    is_over: bool = False
    group: str | None = None
    occasions: tuple[str, ...] = ()
    copies_per_visitor: float | None = None


@dataclass(frozen=True)
class EventForm:
    """What the page has on which staff prepare an event: the kinds of events, each with the occasions of pieces that
    suit it; the paper that lies in the district's printer; its time zone."""

    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    paper: Paper
    zone: str


@dataclass(frozen=True)
class PaperShown:
    """What the page of an edition on paper says of it, besides the verdict: whether it was published, whether its piece
    can be fetched now, and the page that it is about. `later` are the verdicts that follow if nobody builds again, each
    with its day."""

    verdict: Verdict
    as_of: date
    is_published: bool
    can_download: bool
    subject: str
    subject_address: str
    later: tuple[tuple[date, Verdict], ...] = ()


@dataclass(frozen=True)
class Forward:
    """The page to which an old address leads, by its slug and title."""

    slug: str
    title: str


@dataclass(frozen=True)
class Spoken:
    """The language of a page at an address of another language. `prefix` is that address's first folder ("jv/");
    `code` is Indonesian's where the page isn't translated. `reviewer` vouches for a translation. Its lines
    may begin on the right, and its letters may need more room than Latin ones."""

    code: str
    prefix: str
    note: str | None
    reviewer: str | None = None
    is_from_the_right: bool = False
    is_roomy: bool = False


@dataclass(frozen=True)
class Way:
    """A way to the same page in a language. `is_translated`: something in that language stands there."""

    code: str
    name: str
    address: str
    is_here: bool
    is_translated: bool


@dataclass(frozen=True)
class PictureFile:
    """A picture as it lies in the web root, with its measures in pixels and its size in bytes."""

    shape: Shape
    path: str
    width: int
    height: int
    size: int


@dataclass(frozen=True)
class OfferedCard:
    """A picture as it is offered for passing on, in its shapes, with the words to be copied (`caption`) and those for
    who doesn't see it. From `gone_from` on, a day or a moment, it is no longer true."""

    name: str
    group: str
    title: str
    alternative: str
    caption: str
    page: str
    files: tuple[PictureFile, ...]
    gone_from: str | None = None


@dataclass(frozen=True)
class OfferedFile:
    """A file that is offered whole: the messages of a month, or the sheets of an event."""

    title: str
    path: str
    size: int
    pages: int = 0
    gone_from: str | None = None


@dataclass(frozen=True)
class Change:
    """Something that is otherwise since a day: what it is, and what became of it, in words; `values`, where that is
    known and may be shown, are the former and the new one ("Rp25.500 menjadi Rp35.000"), and `said` the former and the
    new sentences, each with its word ("Semula", "“…”"), until `told_until`. `pages` are titles and addresses of those
    that say it. `shows_from`: the day is to come; from `gone_from` on what it leads to is over."""

    on: date
    subject: str
    words: str
    pages: tuple[tuple[str, str], ...] = ()
    values: str = ""
    told_until: date | None = None
    shows_from: date | None = None
    gone_from: date | None = None
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PageMeta:
    """One page. `slug` is that of the Indonesian page also in other languages; `template` is a file of templates/site.

    `facts` are those that the page states, `facts_in_use` those that the whole site does, on the page about it, as are
    the `changes` of the site. `layer` tells whose own page it is. `event_days` are the next ones of the event that it
    tells of. `later_descriptions` are those of later days; from `withheld_from` on the page shows `withheld_text`,
    HTML, and nothing else. `forward`: whoever comes here is sent on. `changed_on` is the newest day of what it says.
    `noindex`: neither search engines nor the site's own search list it; without `in_search` the latter alone doesn't. A
    page `for_staff` no search engine lists, and the site's own finds it by its title and summary alone.
    `is_subdistrict`: it is the page of a kecamatan; `brings_own`: a reader's own kecamatan comes first on it. `cards`
    and `messages` are what the page `sharing_page` offers for passing on, `card` is the picture of this page, `sheets`
    the PDF of the event that it tells of."""

    title: str
    description: str
    slug: str
    template: str | None = None
    facts: tuple[FactRow, ...] = ()
    facts_in_use: tuple[FactRow, ...] = ()
    changes: tuple[Change, ...] = ()
    is_withheld: bool = False
    noindex: bool = False
    in_search: bool = True
    for_staff: bool = False
    is_subdistrict: bool = False
    brings_own: bool = False
    layer: Layer | None = None
    feed: str | None = None
    hidden_parts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    next_events: tuple[NextEvent, ...] = ()
    event_days: tuple[EventDay, ...] = ()
    offers: tuple[OfferedPiece, ...] = ()
    event_form: EventForm | None = None
    paper: PaperShown | None = None
    forward: Forward | None = None
    changed_on: date | None = None
    spoken: Spoken | None = None
    ways: tuple[Way, ...] = ()
    later_descriptions: tuple[tuple[date, str], ...] = ()
    withheld_from: date | None = None
    withheld_text: str | None = None
    cards: tuple[OfferedCard, ...] = ()
    messages: tuple[OfferedFile, ...] = ()
    card: OfferedCard | None = None
    sheets: OfferedFile | None = None
    sharing_page: str | None = None

    @property
    def prefix(self) -> str:
        """The first folder of its address where that is another language's."""
        return self.spoken.prefix if self.spoken else ""

    @property
    def is_fallback(self) -> bool:
        """Whether an Indonesian page stands at an address of another language."""
        return self.spoken is not None and self.spoken.code == INDONESIAN
