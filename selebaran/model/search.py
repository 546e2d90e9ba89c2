"""What the search of the site goes by (content/sinonim.yml), and what it finds beside pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import MinLen
from pydantic import Field

from selebaran.model.record import Record, ShortText


class Synonym(Record):
    """Words as residents type them (`said`), and the words that pages have for the same thing (`meaning`)."""

    said: Annotated[tuple[ShortText, ...], MinLen(1)] = Field(alias="kata")
    meaning: Annotated[tuple[ShortText, ...], MinLen(1)] = Field(alias="artinya")


class RootException(Record):
    """A word of which the stemmers find the wrong root: menular is of tular, not of ular."""

    word: ShortText = Field(alias="kata")
    root: ShortText = Field(alias="akar")


class SearchWords(Record):
    """content/sinonim.yml. `ignored` words say nothing of what somebody looks for."""

    synonyms: tuple[Synonym, ...] = Field((), alias="sinonim")
    exceptions: tuple[RootException, ...] = Field((), alias="akar")
    ignored: tuple[ShortText, ...] = Field((), alias="abaikan")

    @classmethod
    def empty(cls) -> SearchWords:
        """No words at all."""
        return cls.model_validate({})


@dataclass(frozen=True)
class Findable:
    """A place, an office or an event that is found by its name: `text` is the line below it, `page` and `anchor` say
    where the site tells of it, `item` the id that it has itself, if the page has one for it."""

    title: str
    text: str
    page: str
    anchor: str
    item: str = ""
