"""Editions on paper: what a printed piece said when it was published, and whether that still holds.

A code names a piece, a district and the content. The ledger of a district holds every edition that was published; it
only ever grows, so that the QR code of any sheet in circulation leads to an answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from selebaran.model.record import Date, Record, Text

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters that aren't mistaken for each other on a photocopy."""
LENGTH = 6
SENTENCE = "kalimat"
"""The name under which a fact without named values is stated: by its sentence."""

Stated = Mapping[str, Mapping[str, str]]
"""Values as they were shown, by name, under the id of their fact."""
VerdictState = Literal["benar", "lebih-baru", "berubah", "selesai", "periksa", "pratinjau"]


class PaperEdition(Record):
    """An edition as the ledger keeps it. `digest` is SHA-256 of the content; `fields` are the district's own values
    that it shows, under their dotted names, `places` the places and people that it names; `subject` is the page that it
    speaks of. `until` is the last day that is printed on it, `event_on` the day of the event that it tells of; older
    ledgers have none of the three. `seal` chains it to the entries before it; an edition that isn't in a ledger has
    none ("-")."""

    code: Text = Field(alias="kode", pattern=r"^[a-z]{1,2}\d{1,2}-\d+-[a-z2-9]{6}$")
    piece: Text = Field(alias="lembar", pattern=r"^[a-z0-9-]+$")
    title: Text = Field(alias="judul")
    subject: Text = Field(alias="alamat", pattern=r"^[a-z0-9-]+$")
    published: Date = Field(alias="terbit")
    digest: Text = Field(alias="sidik", pattern=r"^[0-9a-f]{64}$")
    stated: dict[str, dict[str, Text]] = Field({}, alias="fakta")
    fields: dict[str, Text] = Field({}, alias="isian")
    places: tuple[Text, ...] = Field((), alias="tempat")
    until: Date | None = Field(None, alias="berlaku_sampai")
    event_on: Date | None = Field(None, alias="hari_kegiatan")
    seal: Text = Field("-", alias="segel", pattern=r"^([0-9a-f]{16}|-)$")

    def sealed(self, before: str) -> PaperEdition:
        """The same edition as it stands in a ledger after an entry with the seal `before` ("" for the first)."""
        unset = {name for name in ("places", "until", "event_on") if not getattr(self, name)}  # so that old seals hold
        stated = self.model_dump(mode="json", exclude={"seal", *unset})
        content = json.dumps([before, stated], ensure_ascii=False, sort_keys=True)
        return self.model_copy(update={"seal": hashlib.sha256(content.encode()).hexdigest()[:16]})

    @property
    def address(self) -> str:
        """Its page within the site."""
        return f"e/{self.code}/"


class Ledger(Record):
    """districts/_edisi/<slug>.yml: the published editions of a district, the oldest first."""

    editions: tuple[PaperEdition, ...] = Field((), alias="edisi")


@dataclass(frozen=True)
class Verdict:
    """What the page of an edition says today. `changes` are in words, `checking` are topics of facts; `until` is the
    last day on which it may be used if nothing changes."""

    edition: PaperEdition
    state: VerdictState
    since: Date | None = None
    changes: tuple[str, ...] = ()
    checking: tuple[str, ...] = ()
    successor: str | None = None
    until: Date | None = None


def digest_of(piece: str, slug: str, words: str, stated: Stated) -> str:
    """SHA-256, in hexadecimal, of what a piece says in a district; dates and drawings don't count."""
    content = json.dumps([piece, slug, words, stated], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def code_of(piece_code: str, district_code: str, digest: str) -> str:
    """The edition code: p1-3604-k7m2qd. `district_code` is the Kemendagri code, of which the digits are taken."""
    number, letters = int(digest, 16), ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return f"{piece_code}-{''.join(c for c in district_code if c.isdigit())}-{letters}"
