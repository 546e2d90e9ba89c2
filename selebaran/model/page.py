"""A page: as written for all districts (source), and as it reads in one of them (composed)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pydantic import Field

from selebaran.model.facts import Treatment
from selebaran.model.kinds import PageGroup
from selebaran.model.own_text import Override, check_days
from selebaran.model.page_meta import Choice, PageMeta
from selebaran.model.problem import Place
from selebaran.model.record import Address, Date, Fingerprint, Name, Record, Summary, Text, YesNo
from selebaran.model.ruled import Faults, Ruled, raised
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage

HOME = "beranda"
"""The page that stands at the site's root; it is never withheld: all others are found from it."""
HEAD = "kepala"
"""Stands for a page's title and summary where blocks are named."""
PageKind = Literal["beranda", "acara"]
"""What a page may say that it is; templates/site/ has a file of that name for each."""
BlockForm = Literal["biasa", "lakukan", "darurat", "tempat", "periksa", "catatan", "kegiatan", "pesan"]


class BlockRule(Record):
    """What a page's front matter says of one of its blocks."""

    form: BlockForm | None = Field(None, alias="bentuk")
    overridable: YesNo = Field(False, alias="boleh_ditimpa")


class FrontMatter(Ruled):
    """The head of a shared page. Title and summary may hold facts and fields. In its group's list, `order` comes before
    `menu`. A `reference` explains, or is looked things up in: it may take longer to read, and needs no steps. What
    isn't `searched` is found by links alone: pages for staff, which would crowd out residents' answers.
    `overridable`: a district may write the whole page. A publication has it from the day
    `shows_from` on; after its `last_day` it stands in no list. `former` are addresses that it had; a page that is
    `closed` only says so, and what to read in its place. `reviewer` vouches for a translation; `original` is the
    fingerprint of the Indonesian text that it was made from."""

    RULES = ("_ends_after_it_begins",)

    title: Text = Field(alias="judul")
    summary: Summary = Field(alias="ringkas")
    group: PageGroup | None = Field(None, alias="kelompok")
    order: int | None = Field(None, alias="urutan")
    menu: int | None = Field(None, alias="menu")
    menu_title: Text | None = Field(None, alias="menu_judul")
    reference: YesNo = Field(False, alias="acuan")
    searched: YesNo = Field(True, alias="dicari")
    template: PageKind | None = Field(None, alias="templat")
    choices: tuple[Choice, ...] = Field((), alias="pilihan")
    overridable: YesNo = Field(False, alias="boleh_ditimpa")
    shows_from: Date | None = Field(None, alias="tayang")
    last_day: Date | None = Field(None, alias="sampai")
    former: tuple[Address, ...] = Field((), alias="dahulu")
    closed: Address | None = Field(None, alias="ditutup")
    reviewer: Name | None = Field(None, alias="peninjau")
    original: Fingerprint | None = Field(None, alias="naskah_asal")
    blocks: dict[str, BlockRule] = Field({}, alias="blok")

    def _ends_after_it_begins(self, context: Any) -> Faults:
        yield from raised(check_days, self.shows_from, self.last_day)


@dataclass(frozen=True)
class Segment:
    """The text from one heading to the next, heading included. `block` is the heading's id ("" before the first),
    `level` its depth, `place` where it begins."""

    block: str
    level: int
    text: str
    place: Place


@dataclass(frozen=True)
class PageSource:
    """A shared page as it was read. `head_places` locates the keys of the front matter."""

    slug: str
    front: FrontMatter
    segments: tuple[Segment, ...]
    place: Place
    head_places: dict[str, Place] = field(default_factory=dict)

    @property
    def first_day(self) -> date | None:
        """The day from which on readers get it; None where they always do."""
        return self.front.shows_from

    def is_past(self, as_of: date) -> bool:
        """Whether nobody shall look for it any more."""
        return self.front.closed is not None or (self.front.last_day is not None and self.front.last_day < as_of)

    def text_of(self, block: str) -> str | None:
        """The text of a block with the deeper blocks below it, or of the whole page (""); None where there is none."""
        segments = self.segments_of(block)
        return "\n".join(segment.text for segment in segments) if segments or not block else None

    def segments_of(self, block: str) -> tuple[Segment, ...]:
        """The segments of a block with the deeper ones below it, or of the page (""); none where there is none."""
        if not block:
            return self.segments
        found: list[Segment] = []
        for segment in self.segments:
            if found and segment.level <= found[0].level:
                break
            if found or segment.block == block:
                found.append(segment)
        return tuple(found)

    @property
    def overridable_blocks(self) -> tuple[str, ...]:
        """The blocks that a district may write anew, and `HEAD` for title and summary."""
        return tuple(name for name, rule in self.front.blocks.items() if rule.overridable)

    def is_overridable(self, block: str) -> bool:
        """Whether a district may write a block anew; "" asks for the whole page."""
        return block in self.overridable_blocks if block else self.front.overridable


@dataclass(frozen=True)
class Heading:
    """A heading of a finished page, for its table of contents; `text` is HTML without elements."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class ComposedPage:
    """A page of one district, ready for the site: its text as HTML, in which links are addresses, and its headings.

    `meta` is what the page's template knows of it. Per block: what it used, where it stands in its file, the facts
    that it marks or replaces, and what overrode it ("" is the whole page). `withheld_for` are the facts that keep it
    back; `typed` is what its text was made of, in order; `same_below` is the end of `html` that many pages have."""

    slug: str
    html: str
    meta: PageMeta
    usage: Usage
    blocks: dict[str, Usage] = field(default_factory=dict)
    origins: dict[str, Place] = field(default_factory=dict)
    treated: dict[str, dict[str, Treatment]] = field(default_factory=dict)
    withheld_for: tuple[str, ...] = ()
    overridden: dict[str, Override] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    typed: tuple[Typed, ...] = ()
    same_below: str = ""

    @property
    def file(self) -> str:
        """The file that an editor opens to change it."""
        first = next(iter(self.origins.values()), None)
        return first.file if first else f"content/{self.slug}.md"

    @property
    def address(self) -> str:
        """Its address from the site's root."""
        return address_of(self.slug)


def address_of(slug: str) -> str:
    """The address of a page from the site's root; home pages stand at that of their folder."""
    folder, _, name = slug.rpartition("/")
    return "".join(f"{part}/" for part in (folder, "" if name == HOME else name) if part)
