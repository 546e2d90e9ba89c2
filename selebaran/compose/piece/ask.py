"""Whom residents ask, as a sheet says it: `tanya.telepon.nomor`. A number that is printed is a fact that the sheet
states, so that an overdue one keeps the sheet back, and another one makes another edition."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.compose.template.formats import Phone
from selebaran.compose.template.views import Absent, FactsView, Recorder, Values
from selebaran.model.campaign import Ask, AskByMessage, AskByPhone

NUMBER: Values = {"sebutan": "", "sebutan_lengkap": "", "nomor": "", "tautan": "", "sudah_disebut": False}
FIELDS: Values = {"tempat": "", "penjawab": "", "telepon": NUMBER, "pesan": NUMBER}
"""What a sheet's template can read under `tanya`."""


@dataclass(frozen=True)
class Number:
    """A number to ask under the names that templates use. Only `nomor` and `tautan` state it."""

    sebutan: str
    sebutan_lengkap: str
    _fact: str
    _facts: FactsView
    _recorder: Recorder

    @property
    def nomor(self) -> Phone:
        """The number as it is printed."""
        number: Phone = self._facts[self._fact]
        return number

    @property
    def tautan(self) -> str:
        """What a tap on it opens."""
        return self.nomor.tel

    @property
    def sudah_disebut(self) -> bool:
        """Has the sheet printed it already?"""
        return self._fact in self._recorder.values


class Chat(Number):
    """A number for messages."""

    @property
    def tautan(self) -> str:
        """What a tap on it opens: a chat."""
        return self.nomor.wa


@dataclass(frozen=True)
class Asking:
    """`tanya` in a sheet's template: the place, who answers, and the numbers that the campaign has."""

    tempat: str
    penjawab: str | Absent
    telepon: Number | Absent
    pesan: Number | Absent


def asking(whom: Ask, facts: FactsView, recorder: Recorder) -> Asking:
    """Whom to ask, for one sheet: `facts` are its own, and note in `recorder` what it states."""

    def number(found: AskByPhone | AskByMessage | None, key: str) -> Number | Absent:
        if found is None:
            return Absent(f"tanya.{key}")
        full = found.full_name if isinstance(found, AskByPhone) else None
        kind = Number if isinstance(found, AskByPhone) else Chat
        return kind(found.name, full or found.name, found.fact, facts, recorder)

    return Asking(
        tempat=whom.place,
        penjawab=whom.answered_by or Absent("tanya.penjawab"),
        telepon=number(whom.phone, "telepon"),
        pesan=number(whom.message, "pesan"),
    )
