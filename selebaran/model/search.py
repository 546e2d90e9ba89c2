"""What the search of the site goes by (content/sinonim.yml), and what it finds beside pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from selebaran.model.kinds import LanguageCode
from selebaran.model.record import Line, Record, ShortText, YesNo

LEAST = 3
"""Letters of a word that is looked for as one of another region."""
Phrases = Annotated[tuple[ShortText, ...], MinLen(1)]


class Synonym(Record):
    """Words as residents type them (`said`), and the words that pages have for the same thing (`meaning`). Words of a
    regional language are for districts of its provinces, and for those whose site has it, alone; they name a source.
    Rare ones wait in the second file of the index, which is fetched for a word that the first doesn't know."""

    said: Phrases = Field(alias="kata")
    meaning: Phrases = Field(alias="artinya")
    provinces: tuple[ShortText, ...] = Field((), alias="provinsi")
    language: LanguageCode | None = Field(None, alias="bahasa")
    source: Line | None = Field(None, alias="sumber")
    is_rare: YesNo = Field(False, alias="jarang")

    @property
    def is_regional(self) -> bool:
        """Whether it is for some districts alone."""
        return bool(self.provinces or self.language)


class RootException(Record):
    """A word of which the stemmers find the wrong root: menular is of tular, not of ular."""

    word: ShortText = Field(alias="kata")
    root: ShortText = Field(alias="akar")


class UrgentWords(Record):
    """What people type who need help at once. `unless` are words with which the same phrase is no cry for help: of who
    is in treatment for it. Words of a regional language name a source; they count in every district, because somebody
    in need types what they speak."""

    said: Phrases = Field(alias="kata")
    unless: tuple[ShortText, ...] = Field((), alias="kecuali")
    source: Line | None = Field(None, alias="sumber")


class Urgent(Record):
    """The card that stands above all results when somebody needs help at once: it leads to the campaign's page of
    emergencies, and calls. `fact` is a telephone of the register, `contact` an office of the district whose own number
    stands before it. `alike` are words that only look like a slip in one of `words`."""

    title: Line = Field(alias="judul")
    fact: ShortText | None = Field(None, alias="nilai")
    contact: ShortText | None = Field(None, alias="kontak")
    words: Annotated[tuple[UrgentWords, ...], MinLen(1)] = Field(alias="kata_kata")
    alike: tuple[ShortText, ...] = Field((), alias="bukan")


class Answer(Record):
    """A line that answers by itself, from values of the register in braces: where it stands, and what people type who
    look for it. Amounts in it are found as they are, however they are typed."""

    text: Line = Field(alias="kalimat")
    told_at: ShortText = Field(alias="tampil_di")
    said: tuple[ShortText, ...] = Field((), alias="kata")


class SearchWords(Record):
    """content/sinonim.yml. `ignored` words say nothing of what somebody looks for, `light` ones little: most questions
    have them. `suggested` is offered before anything was typed; `later` are pages that stand behind all others."""

    synonyms: tuple[Synonym, ...] = Field((), alias="sinonim")
    urgent: Urgent | None = Field(None, alias="darurat")
    answers: tuple[Answer, ...] = Field((), alias="jawaban")
    exceptions: tuple[RootException, ...] = Field((), alias="akar")
    ignored: tuple[ShortText, ...] = Field((), alias="abaikan")
    light: tuple[ShortText, ...] = Field((), alias="ringan")
    suggested: tuple[ShortText, ...] = Field((), alias="saran")
    later: tuple[ShortText, ...] = Field((), alias="belakang")

    @classmethod
    def empty(cls) -> SearchWords:
        """No words at all."""
        return cls.model_validate({})

    def spoken_in(self, province: str | None, languages: Collection[str] = ()) -> SearchWords:
        """The words for a province's districts whose sites have these languages, without rare ones and those of other
        regions. A province that is made up (None) has no language of its own."""
        kept = tuple(
            entry
            for entry in self.synonyms
            if not entry.is_rare
            and (not entry.is_regional or province in entry.provinces or entry.language in languages)
        )
        return self.model_copy(update={"synonyms": kept})

    def spoken_elsewhere(self, here: SearchWords) -> tuple[Synonym, ...]:
        """Rare words, and those of other regions than `here`, of three letters and more: shorter ones mean much."""
        known = frozenset(map(id, here.synonyms))
        other = (entry for entry in self.synonyms if id(entry) not in known)
        long = ((entry, tuple(said for said in entry.said if len(said) >= LEAST)) for entry in other)
        return tuple(entry.model_copy(update={"said": said}) for entry, said in long if said)


@dataclass(frozen=True)
class Findable:
    """A place, an office or an event that is found by its name: `text` is the line below it, `page` and `anchor` say
    where the site tells of it, `item` the id that it has itself, if the page has one for it."""

    title: str
    text: str
    page: str
    anchor: str
    item: str = ""


@dataclass(frozen=True)
class Call:
    """A number to call: as shown, as a link, and whom one reaches."""

    number: str
    link: str
    name: str


@dataclass(frozen=True)
class UrgentCard:
    """The card of emergencies as a district's site shows it."""

    page: str
    title: str
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class FoundAnswer:
    """An answer as it is shown, with its day: `amounts` are the rupiah in it."""

    text: str
    page: str
    anchor: str
    said: tuple[str, ...]
    amounts: tuple[int, ...]
