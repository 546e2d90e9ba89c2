"""What rows of a district's record have in common, and those of one thing each: a fault, a piece that isn't made, an
edition."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from selebaran.compose.template.formats import day
from selebaran.model.left_out import LeftOut
from selebaran.model.paper import Verdict, VerdictState
from selebaran.model.problem import Problem
from selebaran.words.catalogue import in_indonesian

Name = Annotated[str, Field(pattern=r"^[\w][\w./-]{0,200}\Z")]


class Row(BaseModel):
    """A part of a record. Attributes are English; the JSON and the report's templates have the Indonesian names."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", populate_by_name=True, regex_engine="python-re"
    )  # pydantic's own engine takes 40 ms for two hundred letters of any script, in each record that has a name


class FaultRow(Row):
    """A problem in Indonesian."""

    place: str = Field(alias="tempat")
    code: str = Field(alias="kode")
    fault: str = Field(alias="pesan")
    cure: str = Field(alias="saran")
    severity: Literal["error", "peringatan"] = Field(alias="berat")


class LeftOutRow(Row):
    """A print piece that the district doesn't make, and what decides so: a key that isn't filled in, or one that names
    other pieces."""

    piece: Name = Field(alias="lembar")
    title: str = Field(alias="judul")
    key: str = Field(alias="kunci")
    place: str = Field(alias="tempat")
    missing: bool = Field(False, alias="belum_diisi")


class EditionRow(Row):
    """An edition on paper, and what is true of it now."""

    code: str = Field(alias="kode")
    piece: str = Field(alias="lembar")
    published: str = Field(alias="terbit")
    state: VerdictState = Field(alias="keadaan")
    changes: tuple[str, ...] = Field(alias="perubahan")


def fault_row(found: Problem) -> FaultRow:
    """A problem as the record keeps it."""
    fault, cure = in_indonesian(found)
    severity: Literal["error", "peringatan"] = "error" if found.is_error else "peringatan"
    return FaultRow(place=str(found.place), code=found.code, fault=fault, cure=cure, severity=severity)


def left_out_row(found: LeftOut) -> LeftOutRow:
    """A piece that isn't made, as the record keeps it."""
    place = str(found.place)
    return LeftOutRow(piece=found.piece, title=found.title, key=found.key, place=place, missing=found.is_missing)


def edition_row(verdict: Verdict) -> EditionRow:
    """An edition as the record keeps it."""
    edition = verdict.edition
    return EditionRow(
        code=edition.code,
        piece=edition.piece,
        published=day(edition.published),
        state=verdict.state,
        changes=verdict.changes,
    )
