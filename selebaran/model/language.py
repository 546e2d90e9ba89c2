"""The languages that pages may be translated into: what a campaign says of each (`bahasa` in content/kampanye.yml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from annotated_types import MinLen
from pydantic import AfterValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from selebaran.model.record import Form, Line, Record, ShortText, Text

INDONESIAN = "id"
CODE = rf"(?!{INDONESIAN}$)[a-z]{{2,3}}"
"""A code of ISO 639, as BCP 47 takes it; `id` is what everything else is written in."""
NUMBER = "#"
"""Stands for a number within words."""


@dataclass(frozen=True)
class Exactly:
    """That a list has this many entries: one of seven weekdays would leave the others behind without a name."""

    count: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Count the entries."""
        return no_info_after_validator_function(self._counted, handler(source))

    def _counted(self, words: tuple[str, ...]) -> tuple[str, ...]:
        if len(words) != self.count:
            raise PydanticCustomError("daftar-lain-panjang", "", {"ada": str(len(words)), "perlu": str(self.count)})
        return words


def _numbered(text: str) -> str:
    if NUMBER not in text:
        raise PydanticCustomError("tanpa-tempat-angka", "", {"isi": text})
    return text


Numbered = Annotated[ShortText, AfterValidator(_numbered), Form(f".*{NUMBER}.*", "tanpa-tempat-angka")]
"""Words around a number."""
Words = Annotated[tuple[ShortText, ...], MinLen(1)]


class Units(Record):
    """The spans after which something comes again."""

    day: ShortText = Field(alias="hari")
    week: ShortText = Field(alias="pekan")
    month: ShortText = Field(alias="bulan")
    year: ShortText = Field(alias="tahun")


class RhythmWords(Record):
    """The words by which a language says how often something comes again. `weekdays` begin with Monday; `ordinals` are
    the first five, `nth` the others; `from_end` follows what counts from the end."""

    every: ShortText = Field(alias="setiap")
    spans: Units = Field(alias="satuan")
    weekdays: Annotated[Words, Exactly(7)] = Field(alias="hari")
    months: Annotated[Words, Exactly(12)] = Field(alias="bulan")
    ordinals: Annotated[Words, Exactly(5)] = Field(alias="urutan")
    last: ShortText = Field(alias="terakhir")
    from_end: ShortText = Field(alias="dari_akhir")
    nth: Numbered = Field(alias="ke")
    on_day: ShortText = Field(alias="tanggal")
    workday: ShortText = Field(alias="hari_kerja")
    weekend: ShortText = Field(alias="akhir_pekan")
    and_: ShortText = Field(alias="dan")
    all_: ShortText = Field(alias="semua")
    only: ShortText = Field(alias="hanya")
    falling_on: ShortText = Field(alias="jatuh_pada")
    in_month: ShortText = Field(alias="di_bulan")
    among: ShortText = Field(alias="dari_hari")
    if_any: ShortText = Field(alias="bila_ada")

    @property
    def units(self) -> Mapping[str, str]:
        """The spans, as RFC 5545 names frequencies."""
        spans = self.spans
        return {"DAILY": spans.day, "WEEKLY": spans.week, "MONTHLY": spans.month, "YEARLY": spans.year}


class NearWords(Record):
    """What a page says of a day that is near; `#` is the number of days."""

    today: ShortText = Field(alias="hari_ini")
    tomorrow: ShortText = Field(alias="besok")
    days: Numbered = Field(alias="lagi")

    @property
    def in_order(self) -> tuple[str, str, str]:
        """All of them, the nearest first."""
        return self.today, self.tomorrow, self.days


class StaleWords(Record):
    """What a page says that nobody has built anew for long, before and after the day of its build."""

    before: Line = Field(alias="awal")
    after: Line = Field(alias="akhir")


class Language(Record):
    """A language, by what is known of it. `source` says who names and codes it; letters that are `roomy` are set
    larger, with more room between lines. What a language has no words for is said in Indonesian."""

    name: ShortText = Field(alias="nama")
    source: Line = Field(alias="sumber")
    direction: Literal["kiri", "kanan"] = Field("kiri", alias="mulai_dari")
    lines: Literal["biasa", "longgar"] = Field("biasa", alias="baris")
    near: NearWords | None = Field(None, alias="hari_dekat")
    stale: StaleWords | None = Field(None, alias="belum_diperbarui")
    rhythm: RhythmWords | None = Field(None, alias="irama")
    frame: dict[Text, Text] = Field({}, alias="bingkai")

    @property
    def is_roomy(self) -> bool:
        """Whether its letters need more room than Latin ones."""
        return self.lines == "longgar"

    @property
    def is_from_the_right(self) -> bool:
        """Whether its lines begin on the right."""
        return self.direction == "kanan"


Languages = Mapping[str, Language]
"""By their codes."""
INDONESIAN_NEAR = NearWords.model_validate({"hari_ini": "hari ini", "besok": "besok", "lagi": "# hari lagi"})
INDONESIAN_STALE = StaleWords.model_validate(
    {
        "awal": "Halaman ini disusun",
        "akhir": "dan belum diperbarui sejak itu. Isinya bisa sudah berubah. Pastikan dulu.",
    }
)


def split_language(stem: str) -> tuple[str, str | None]:
    """The name of a file without its language, and the language's code: daftar.jv is daftar in jv."""
    name, dot, code = stem.rpartition(".")
    return (name, code) if dot and "/" not in code else (stem, None)
