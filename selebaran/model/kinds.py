"""Keys that a campaign gives to what files may name: groups of pages, kinds of events, offices, kinds of places,
states of a district, languages, those who can answer a question about a fact.

The records know that a word is a key of such a list, and not which keys there are: those come with the campaign, when
a file is read. Where no campaign could be read, every word passes; the build is stopped by the campaign's own faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import with_info_after_validator_function

ListName = Literal["kelompok", "kegiatan.jenis", "kontak", "layanan", "keadaan", "penjawab", "bahasa"]
"""A list by the way to it in content/kampanye.yml."""


@dataclass(frozen=True)
class Meaning:
    """What is said of a key to those who fill it in: what it stands for, and a line more where there is one."""

    title: str
    text: str = ""


@dataclass(frozen=True)
class Kinds:
    """The keys of each list with their meanings, and what keys were called formerly."""

    lists: Mapping[ListName, Mapping[str, Meaning]]
    former: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KeyOf:
    """That a text is a key of a list of the campaign's. Told with all other faults of the file, at its place."""

    list: ListName

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look the text up among the keys that the file is read with."""
        return with_info_after_validator_function(self._known, handler(source))

    def _known(self, value: str, info: ValidationInfo) -> str:
        kinds = info.context[1] if info.context else None
        if kinds is None:
            return value
        keys = kinds.lists[self.list]
        if not keys:
            raise PydanticCustomError("kampanye-tanpa-macam", "", {"isi": value, "daftar": self.list})
        if value not in keys:
            named = {meaning.title.casefold(): key for key, meaning in keys.items()}.get(value.casefold())
            said = {"bernama": named} if named else {}
            raise PydanticCustomError("pilihan-tidak-sah", "", {"isi": value, "pilihan": ", ".join(keys), **said})
        return value


PageGroup = Annotated[str, KeyOf("kelompok")]
"""What a resident wants when looking for a page."""
EventKind = Annotated[str, KeyOf("kegiatan.jenis")]
ContactKey = Annotated[str, KeyOf("kontak")]
StateKey = Annotated[str, KeyOf("keadaan")]
PlaceKind = Annotated[str, KeyOf("layanan")]
AnswererKey = Annotated[str, KeyOf("penjawab")]
LanguageCode = Annotated[str, KeyOf("bahasa")]
