"""The facts register: every number, telephone, deadline and rule, with its source and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from dateutil.relativedelta import relativedelta
from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from selebaran.model.kinds import AnswererKey
from selebaran.model.record import Date, Name, Record, ShortText, Text, YesNo, day_of
from selebaran.model.telephone import Dialling, Telephone, TelephoneFault, digits_of
from selebaran.model.telephone_field import read_telephone

ValueKind = Literal["rupiah", "angka", "persen", "telepon", "situs", "tanggal", "teks"]
DUE_SOON = timedelta(days=30)
PAPER_CONFIDENCE = ("A", "B")
"""How sure a fact must be to go on paper, which can't be corrected afterwards."""
YOUNG = relativedelta(months=24)
"""So long after its source a fact of that confidence may be shown past its day, with a mark."""
Confidence = Literal["A", "B", "C", "D"]
HEARSAY: Confidence = "C"
TOLD: Confidence = "B"
"""The confidence of what other pages say, and of what a named officer does."""


class FactState(StrEnum):
    """How a fact stands on a day, the gravest first."""

    NOT_PUBLISHABLE = "tidak-terbit"
    ENDED = "berakhir"
    OVERDUE = "lewat"
    DUE_SOON = "segera"
    NEVER_CHECKED = "belum-diperiksa"
    CURRENT = "berlaku"


class Treatment(StrEnum):
    """What a page does with a fact that it states."""

    SHOW = "tampil"
    MARK = "tandai"
    REPLACE = "ganti"
    WITHHOLD = "tahan"


LONGEST_SHORT_CODE = 6


@lru_cache(maxsize=256)
def telephone(content: str) -> Telephone:
    """A telephone of the register, shown as it was typed. Short codes need no other list: the register vouches for
    them. Raises `TelephoneFault`."""
    digits = digits_of(content)
    short = frozenset([digits] if len(digits) <= LONGEST_SHORT_CODE else [])
    numbers = read_telephone(content, Dialling(short=short, is_made_up=True)).numbers  # a made-up campaign has such
    return Telephone((replace(numbers[0], shown=content),)) if len(numbers) == 1 else Telephone(numbers)


class FactValue(Record):
    """A named value of a fact. `content` is kept as typed; the kind says how it is shown, `label` what residents read
    before it."""

    kind: ValueKind = Field(alias="jenis")
    content: Text = Field(alias="isi")
    label: ShortText | None = Field(None, alias="sebutan")

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> FactValue:
        if self.kind in ("rupiah", "angka") and not self.content.isdecimal():
            raise PydanticCustomError("bukan-angka", "", {"isi": self.content})
        if self.kind == "telepon":
            try:
                telephone(self.content)
            except TelephoneFault as fault:
                raise PydanticCustomError(fault.code, "", dict(fault.values)) from None
        if self.kind == "tanggal":
            day_of(self.content)
        return self


class Check(Record):
    """One comparison of a fact with a source. `former` holds what was changed by it: values by name, "kalimat".
    Where an officer was asked, `answered_by` and `office` are theirs."""

    on: Date = Field(alias="tanggal")
    by: Name = Field(alias="oleh")
    source: Text = Field(alias="sumber")
    quote: Text | None = Field(None, alias="kutipan")
    approved_by: Name | None = Field(None, alias="disetujui")
    answered_by: Name | None = Field(None, alias="penjawab")
    office: Text | None = Field(None, alias="jabatan")
    former: dict[str, Text] = Field({}, alias="semula")


ShortName = Annotated[str, StringConstraints(min_length=1, max_length=24)]


class Fact(Record):
    """One entry. `as_of` is the day that the newest source speaks of; `checked_on` the day on which a person
    compared it with the source; `check_again` the day from which it counts as overdue; `ends_on` the first day on
    which it no longer holds; `history` every check, the oldest first; `short` the topic in a word or two, for paper;
    `contradicted_by` a source that says otherwise; `recheck_since` the day on which somebody began to check it again.
    `is_vital`: who doesn't read it may come to harm, so that no date ever hides it. `answerer` can say whether it
    holds."""

    id: Text = Field(alias="id", pattern=r"^[A-Z]{3,4}-\d{2}$")
    topic: Text = Field(alias="topik")
    short: ShortName | None = Field(None, alias="sebutan")
    sentence: Text = Field(alias="kalimat")
    values: dict[str, FactValue] = Field({}, alias="nilai")
    sources: tuple[Text, ...] = Field(alias="sumber", min_length=1)
    as_of: Date | None = Field(None, alias="sumber_per")
    checked_on: Date | None = Field(None, alias="diperiksa_pada")
    interval_days: int = Field(alias="selang_periksa_hari", ge=1)
    check_again: Date | None = Field(None, alias="periksa_lagi")
    when_overdue: Literal["tandai", "ganti", "tahan"] = Field(alias="bila_lewat")
    publishable: YesNo = Field(alias="terbit")
    confidence: Confidence = Field(alias="keyakinan")
    ends_on: Date | None = Field(None, alias="berakhir")
    contradicted_by: Text | None = Field(None, alias="dibantah")
    is_vital: YesNo = Field(False, alias="keselamatan")
    recheck_since: Date | None = Field(None, alias="diperiksa_sejak")
    owner: Name | None = Field(None, alias="penanggung_jawab")
    how_to_check: Text | None = Field(None, alias="cara_periksa")
    answerer: AnswererKey | None = Field(None, alias="penjawab")
    note: str = Field("", alias="catatan")
    history: tuple[Check, ...] = Field((), alias="riwayat")

    def called(self, name: str) -> str:
        """What a value is called where residents read it: its label, else the words of its name."""
        value = self.values.get(name)
        return value.label if value and value.label else name.replace("_", " ")

    def is_overdue(self, day: date) -> bool:
        """True from `check_again` on, and for a fact that has no such day."""
        return self.check_again is None or day >= self.check_again

    def has_ended(self, day: date) -> bool:
        """True from `ends_on` on."""
        return self.ends_on is not None and day >= self.ends_on

    @property
    def good_until(self) -> date | None:
        """The last day on which paper may state it, which is the day before it ends or is due to be checked again."""
        days = [day for day in (self.ends_on, self.check_again) if day]
        return min(days) - timedelta(days=1) if days else None

    def state(self, day: date) -> FactState:
        """The gravest thing that can be said of the fact on a day."""
        if not self.publishable:
            return FactState.NOT_PUBLISHABLE
        if self.has_ended(day):
            return FactState.ENDED
        if self.is_overdue(day):
            return FactState.OVERDUE
        if self.check_again and day >= self.check_again - DUE_SOON:
            return FactState.DUE_SOON
        return FactState.CURRENT if self.checked_on else FactState.NEVER_CHECKED

    def needs_an_answer(self, day: date) -> bool:
        """Whether somebody has to be asked: it is overdue, soon will be, has ended, or isn't sure enough."""
        asked = (FactState.OVERDUE, FactState.DUE_SOON, FactState.ENDED)
        return self.state(day) in asked or (self.keeps_off_paper(day, published=True) is not None and self.publishable)

    @property
    def seen_on(self) -> date | None:
        """The last day on which anybody saw it: that of its source, or of a person's check."""
        return max((day for day in (self.as_of, self.checked_on) if day), default=None)

    def is_being_checked(self, day: date) -> bool:
        """Whether somebody has begun to check it again, and hasn't finished."""
        begun = self.recheck_since
        return begun is not None and begun <= day and (self.checked_on is None or self.checked_on < begun)

    def is_young(self, day: date) -> bool:
        """Whether it may be shown past its day: it is sure enough, its source is recent, and nothing contradicts it."""
        sure = self.confidence in PAPER_CONFIDENCE and self.contradicted_by is None
        return sure and self.as_of is not None and day < self.as_of + YOUNG

    def treatment(self, day: date, *, published: bool) -> Treatment:
        """What a page does with it. A preview shows what is overdue or has ended, marked; what may not be published is
        never shown; what has ended isn't true any more, so that a mark would not do. What is vital is only marked."""
        state = self.state(day)
        gone = Treatment.WITHHOLD if self.when_overdue == "tahan" else Treatment.REPLACE
        if state is FactState.NOT_PUBLISHABLE:
            return gone
        if state not in (FactState.ENDED, FactState.OVERDUE):
            return Treatment.SHOW
        if not published or self.is_vital:
            return Treatment.MARK
        if state is FactState.ENDED or gone is Treatment.WITHHOLD:
            return gone
        return Treatment.MARK if self.is_young(day) else Treatment(self.when_overdue)

    def change_days(self, day: date) -> Iterator[date]:
        """The days after this one from which a page may treat it otherwise."""
        old = self.as_of + YOUNG if self.as_of else None
        yield from (
            found for found in (self.check_again, self.ends_on, old, self.recheck_since) if found and found > day
        )

    def confidence_told_by(self, officer: str | None) -> Confidence:
        """How sure it is once a named officer's answer to it is on record: what only other pages said is said by one
        who answers for it. What nobody had made sure of isn't, by an answer alone."""
        return TOLD if officer and self.confidence == HEARSAY else self.confidence

    def keeps_off_paper(self, day: date, *, published: bool) -> str | None:
        """Why a print piece that needs the fact is withheld: a state, or "keyakinan"; None when it may go out.

        A preview prints everything but what may not be published."""
        state = self.state(day)
        if state is FactState.NOT_PUBLISHABLE or (published and state in (FactState.ENDED, FactState.OVERDUE)):
            return state
        return "keyakinan" if published and self.confidence not in PAPER_CONFIDENCE else None


class FactFile(Record):
    """content/fakta.yml"""

    facts: tuple[Fact, ...] = Field(alias="fakta")


@dataclass(frozen=True)
class FactRegister:
    """All facts, found by id or by the name of one of their values."""

    facts: tuple[Fact, ...] = field(default=())

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Facts under their ids."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each fact in its file."""
        return {fact.id: number for number, fact in enumerate(self.facts)}

    def find(self, name: str) -> Fact | None:
        """The fact with this id, or the one that has a value of this name."""
        if name in self.by_name:
            return self.by_name[name][0]
        return self.by_id.get(name)

    @cached_property
    def short_codes(self) -> frozenset[str]:
        """Telephones of the register that have no area code: a link may dial them, too."""
        phones = (value.content for _, value in self.by_name.values() if value.kind == "telepon")
        return frozenset(digits for phone in phones if len(digits := digits_of(phone)) <= LONGEST_SHORT_CODE)

    @cached_property
    def by_name(self) -> dict[str, tuple[Fact, FactValue]]:
        """Named values, each with the fact that it belongs to."""
        return {name: (fact, value) for fact in self.facts for name, value in fact.values.items()}
