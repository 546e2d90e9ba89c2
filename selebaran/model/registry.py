"""Everything that was read, typed and located."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from selebaran.model.added import Added
from selebaran.model.address import PublishedAddress, renamed
from selebaran.model.calendar import CalendarEntry
from selebaran.model.campaign import Campaign
from selebaran.model.district import District, Facility, Figure, ListedDistrict
from selebaran.model.event import Event
from selebaran.model.facts import FactRegister
from selebaran.model.kit import NO_PRICES, PrintPrices
from selebaran.model.outreach import Boat
from selebaran.model.own_text import OwnText
from selebaran.model.page import PageSource
from selebaran.model.paper import PaperEdition
from selebaran.model.piece import PieceSource
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem
from selebaran.model.proposal import Proposals
from selebaran.model.search import SearchWords
from selebaran.model.theme import SiteTheme
from selebaran.model.typed_file import TypedFile
from selebaran.model.wordlists import Glossary, WordLists

LIST = Place("districts/_daftar.yml")


@dataclass(frozen=True)
class DistrictFolder:
    """One district's folder, read. `pictures` maps file names in gambar/ to their bytes; `ledger` are the editions on
    paper that were published, the oldest first; `own` is what it and its province write themselves;
    `contacts_of_province` are the keys of `kontak` that its province filled in, from `province_file`; `notices` are
    warnings about files of the folder, `typed` the YAML files of the district, and its province's, as they were
    typed; `calendar` is what publications told calendars of its events; `addresses` are those that they had;
    `paid_until` is the last day on which the name of its site is the district's; `proposals`
    are places that nobody has compared yet; `added` are counts of those who are new in a month. `listed` is its entry
    of the central list, at `listed_at`."""

    slug: str
    district: District
    events: tuple[Event, ...]
    facilities: tuple[Facility, ...]
    figures: tuple[Figure, ...]
    pictures: dict[str, bytes]
    places: dict[str, Places]
    ledger: tuple[PaperEdition, ...] = ()
    boats: tuple[Boat, ...] = ()
    own: OwnText = field(default_factory=OwnText)
    contacts_of_province: frozenset[str] = frozenset()
    province_file: str = ""
    notices: tuple[Problem, ...] = ()
    typed: tuple[TypedFile, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    addresses: tuple[PublishedAddress, ...] = ()
    paid_until: date | None = None
    proposals: Proposals | None = None
    added: tuple[Added, ...] = ()
    listed: ListedDistrict | None = None
    listed_at: Place = LIST

    @property
    def host(self) -> str:
        """The folder of its web root: the domain, or the slug where there is none."""
        return self.district.domain or self.slug


@dataclass(frozen=True)
class Registry:
    """The project's input: nothing else is read from it to make a page, a sheet, a report or the portal.

    `drawings`, `print_files`, `report_files` and `portal_files` (templates and stylesheets) map names to text;
    `translations` are shared pages by language and slug. Of the drawings, `own_drawings` are the campaign's, which may
    stand in place of the engine's; `theme_drawings` are those that every site shows.

    `closed` are shared pages that only say what to read in their place; `portal` is the host from which all sites are
    reached, where there is one.

    `shared_problems` concern what all districts share; `district_problems` lie under the slug that they stop.
    `faulty` are folders that are stopped, as far as they are sound: they are judged, never built."""

    listed: tuple[ListedDistrict, ...]
    campaign: Campaign
    campaign_places: Places
    facts: FactRegister
    fact_places: Places
    words: WordLists
    glossary: Glossary
    glossary_places: Places
    search_words: SearchWords
    search_places: Places
    pages: tuple[PageSource, ...]
    translations: dict[str, dict[str, PageSource]]
    pieces: tuple[PieceSource, ...]
    drawings: dict[str, str]
    own_drawings: frozenset[str]
    theme_drawings: frozenset[str]
    print_files: dict[str, str]
    theme: SiteTheme
    report_files: dict[str, str]
    portal_files: dict[str, str]
    districts: dict[str, DistrictFolder]
    shared_problems: tuple[Problem, ...]
    district_problems: dict[str, tuple[Problem, ...]]
    closed: tuple[PageSource, ...] = ()
    prices: PrintPrices = NO_PRICES
    portal: str | None = None
    list_places: Places = field(default_factory=lambda: Places(LIST.file))
    faulty: dict[str, DistrictFolder] = field(default_factory=dict)

    @property
    def slugs(self) -> tuple[str, ...]:
        """All slugs of the central list, in its order."""
        return tuple(listed.slug for listed in self.listed)

    @property
    def when_asked(self) -> tuple[str, ...]:
        """The print pieces that are made only when somebody asks for them."""
        return tuple(piece.name for piece in self.pieces if piece.spec.when_asked)

    @property
    def uncommon(self) -> dict[str, str]:
        """The long form of each abbreviation that not even a summary may have without it."""
        known = self.words.known_in_summary
        return {short: long for short, long in self.glossary.long_forms.items() if short not in known}

    @property
    def former(self) -> dict[str, str]:
        """What shared pages that aren't there any more are called now."""
        return renamed((*self.pages, *self.closed))

    def drawing_file(self, name: str) -> str:
        """The file of a drawing."""
        return drawing_file(name, self.own_drawings)


def drawing_file(name: str, own: frozenset[str]) -> str:
    """The file of a drawing; `own` are those of the campaign."""
    return f"{'content' if name in own else 'templates'}/seni/{name}.svg"
