"""What officers answered, as it is typed into the table that goes with the questions (YAML)."""

from __future__ import annotations

from pydantic import Field

from selebaran.model.record import Record, Text


class FactAnswer(Record):
    """The answer to one question: "tetap", or the new sentence; values that changed by name; the officer's own words;
    the regulation that they named. Name, office and day stand here where they aren't those of the group."""

    answer: Text | None = Field(None, alias="jawaban")
    values: dict[str, Text] = Field({}, alias="nilai")
    quote: Text | None = Field(None, alias="kutipan")
    basis: Text | None = Field(None, alias="dasar")
    name: Text | None = Field(None, alias="nama")
    office: Text | None = Field(None, alias="jabatan")
    on: Text | None = Field(None, alias="tanggal")


class GroupAnswers(Record):
    """What one office answered: who it was, on which day where it isn't that of all, and the answers by fact."""

    name: Text | None = Field(None, alias="nama")
    office: Text | None = Field(None, alias="jabatan")
    on: Text | None = Field(None, alias="tanggal")
    facts: dict[str, FactAnswer] = Field({}, alias="fakta")


class AnswerFile(Record):
    """The whole table: who asked, the second person, the day, and the answers by office."""

    asked_by: Text | None = Field(None, alias="yang_bertanya")
    second: Text | None = Field(None, alias="orang_kedua")
    on: Text | None = Field(None, alias="hari_bertanya")
    groups: dict[str, GroupAnswers] = Field({}, alias="jawaban")
