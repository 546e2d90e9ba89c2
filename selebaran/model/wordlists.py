"""What the check of plain language goes by (content/bahasa.yml), and the glossary (content/istilah.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from selebaran.model.record import Record, ShortText, Text

ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{2,6}(?!\w)")
"""A word of two to six capital letters. `-nya` may follow it."""


class Limits(Record):
    """The longest sentence and the highest mean of a page, in words, and the longest paragraph, in sentences."""

    sentence: int = Field(22, alias="kata_sekalimat", ge=1)
    mean: int = Field(14, alias="kata_rata_rata", ge=1)
    paragraph: int = Field(3, alias="kalimat_separagraf", ge=1)


class Shape(Record):
    """How a page is built: the most sentences of its opening, words between two headings, items of a list and words
    of a page (three minutes at 180), and the words that a step may begin with, in small letters."""

    opening: int = Field(2, alias="kalimat_pembuka", ge=1)
    section: int = Field(120, alias="kata_sebagian", ge=1)
    items: int = Field(9, alias="butir_sedaftar", ge=1)
    page: int = Field(540, alias="kata_sehalaman", ge=1)
    commands: tuple[ShortText, ...] = Field((), alias="kata_perintah")


class Replacement(Record):
    """A phrase that residents shouldn't read, what to write instead, and why. Right after one of the words of
    `allowed_after` it may stand: nobody is misled by "tidak mengajukan klaim"."""

    phrase: ShortText = Field(alias="frasa")
    instead: Text | None = Field(None, alias="jadi")
    reason: Text = Field(alias="karena")
    allowed_after: tuple[ShortText, ...] = Field((), alias="boleh_sesudah")


class WordLists(Record):
    """content/bahasa.yml. `known` abbreviations need no long form anywhere, `known_in_summary` none in a summary;
    `dotted` ones have a full stop that ends no sentence. `units` stand beside a number of the register, and
    `ordinary` writings of numbers are never taken for one. Without `shape`, nothing is said of how pages are built."""

    limits: Limits = Field(Limits.model_validate({}), alias="batas")
    shape: Shape | None = Field(None, alias="susunan")
    known: tuple[ShortText, ...] = Field((), alias="singkatan_umum")
    known_in_summary: tuple[ShortText, ...] = Field((), alias="singkatan_ringkas")
    dotted: tuple[ShortText, ...] = Field((), alias="titik_singkatan")
    units: tuple[ShortText, ...] = Field((), alias="satuan")
    ordinary: tuple[ShortText, ...] = Field((), alias="angka_biasa")
    replacements: tuple[Replacement, ...] = Field((), alias="ganti")


class Term(Record):
    """One entry of the glossary: the word, its long form where it is an abbreviation, what it means in plain words,
    and the facts that say so."""

    term: ShortText = Field(alias="istilah")
    long_form: ShortText | None = Field(None, alias="kepanjangan")
    meaning: Text = Field(alias="arti")
    facts: tuple[ShortText, ...] = Field((), alias="fakta")


class GlossaryFile(Record):
    """content/istilah.yml"""

    terms: tuple[Term, ...] = Field(alias="istilah")


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order of their file."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def long_forms(self) -> dict[str, str]:
        """The long form of each abbreviation; "PSN" finds that of "PSN 3M"."""
        found: dict[str, str] = {}
        for term in self.terms:
            for word in ABBREVIATION.findall(term.term):
                if term.long_form:
                    found.setdefault(word, term.long_form)
        return found
