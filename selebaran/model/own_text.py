"""What a district, or its province, writes itself: pages of its own, and what stands in place of shared text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from selebaran.model.kinds import PageGroup
from selebaran.model.problem import Place
from selebaran.model.record import Address, Date, Fingerprint, Name, Record, ShortText, Summary, Text
from selebaran.model.ruled import Faults, Ruled, raised

Layer = Literal["provinsi", "daerah"]
"""Who wrote it; a district's word comes before its province's."""

NEWS = "kabar"
"""The folder of dated news, and their address."""


class OwnFront(Ruled):
    """The head of a page of a district's own. `order` sorts it within its group. For a translation: who vouches for it,
    and the fingerprint of the Indonesian text that it was made from. Readers get it from the day
    `shows_from` on (news, else, from their own day on), and find it in the archive after its `last_day`. `former` are
    addresses that it had; a page that is
    `closed` only says so, and what to read in its place."""

    RULES = ("_ends_after_it_begins",)

    title: ShortText = Field(alias="judul")
    summary: Summary = Field(alias="ringkas")
    group: PageGroup | None = Field(None, alias="kelompok")
    order: int | None = Field(None, alias="urutan")
    day: Date | None = Field(None, alias="tanggal")
    shows_from: Date | None = Field(None, alias="tayang")
    last_day: Date | None = Field(None, alias="sampai")
    former: tuple[Address, ...] = Field((), alias="dahulu")
    closed: Address | None = Field(None, alias="ditutup")
    reviewer: Name | None = Field(None, alias="peninjau")
    original: Fingerprint | None = Field(None, alias="naskah_asal")

    def _ends_after_it_begins(self, context: Any) -> Faults:
        yield from raised(check_days, self.shows_from or self.day, self.last_day)


def check_days(first: date | None, last: date | None) -> None:
    """Raise the fault of a page that is over before it begins."""
    if first and last and last < first:
        values = {"sampai": str(last), "tayang": str(first), "maksud": str(_meant(last, first))}
        raise PydanticCustomError("tayang-terbalik", "", values)


def _meant(last: date, first: date) -> date | str:
    """The day of the same name that comes next: at the turn of the year the old one is typed on."""
    for year in (first.year, first.year + 1):
        if (last.month, last.day) != (2, 29) and (later := last.replace(year=year)) >= first:
            return later
    return ""


class OverrideFront(Record):
    """The head of an override: who decided it, when, and why."""

    by: Name = Field(alias="oleh")
    on: Date = Field(alias="tanggal")
    reason: Text = Field(alias="alasan")
    title: ShortText | None = Field(None, alias="judul")
    summary: Summary | None = Field(None, alias="ringkas")


@dataclass(frozen=True)
class OwnPage:
    """A page as it was read. `slug` is its address without slashes at the ends; `place` is where its body begins.

    `language` is None for Indonesian, else the code of the language that this is a translation into; `head_places`
    locates the keys of the head."""

    slug: str
    front: OwnFront
    body: str
    place: Place
    layer: Layer
    language: str | None = None
    head_places: dict[str, Place] = field(default_factory=dict)

    @property
    def is_news(self) -> bool:
        """Whether it is dated news."""
        return self.slug.startswith(f"{NEWS}/")

    @property
    def first_day(self) -> date | None:
        """The day from which on readers get it; None where they always do."""
        return self.front.shows_from or (self.front.day if self.is_news else None)

    def is_past(self, as_of: date) -> bool:
        """Whether nobody shall look for it any more."""
        return self.front.closed is not None or self.is_over(as_of)

    def is_over(self, as_of: date) -> bool:
        """Whether its last day is past."""
        return self.front.last_day is not None and self.front.last_day < as_of


@dataclass(frozen=True)
class Override:
    """What stands in place of a block (`page#block`), or of a whole page (`block` is ""). `base` is the shared text
    that it replaced when it was written; `place` is where its body begins, `head_places` locates the head's keys."""

    page: str
    block: str
    front: OverrideFront
    body: str
    base: str
    place: Place
    layer: Layer
    head_places: dict[str, Place] = field(default_factory=dict)

    @property
    def target(self) -> str:
        """obat#syarat, or obat."""
        return f"{self.page}#{self.block}" if self.block else self.page


@dataclass(frozen=True)
class OwnText:
    """All that a district's folder, and its province's, hold of their own text. The district's stands last."""

    pages: tuple[OwnPage, ...] = ()
    overrides: tuple[Override, ...] = ()

    def joined(self, nearer: OwnText) -> OwnText:
        """With what a nearer layer says, which comes after it, and in its place where both speak of one thing."""
        slugs = {(page.slug, page.language) for page in nearer.pages}
        targets = {override.target for override in nearer.overrides}
        return OwnText(
            tuple(page for page in self.pages if (page.slug, page.language) not in slugs) + nearer.pages,
            tuple(o for o in self.overrides if o.target not in targets) + nearer.overrides,
        )
