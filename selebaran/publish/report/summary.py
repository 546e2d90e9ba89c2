"""What of the records of all districts the page over them tells. It reads those of every build, also of one in which a
single district was made."""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from selebaran.publish.report.record import FOLDER, SiteState, State
from selebaran.publish.report.rows import Row


class _Part(Row):
    """A part of a record of which not everything is read."""

    model_config = ConfigDict(extra="ignore")


class PageCount(_Part):
    """Whether a page is withheld."""

    withheld: bool = Field(alias="ditahan")


class PieceCount(_Part):
    """Why a print piece is withheld."""

    withheld: tuple[str, ...] = Field(alias="ditahan")


class FactPlaces(_Part):
    """A fact, and where it stands."""

    id: str
    pages: tuple[str, ...] = Field(alias="halaman")
    pieces: tuple[str, ...] = Field(alias="lembar")


class FaultCount(_Part):
    """A fault, of which nothing is told."""


class RecordSummary(_Part):
    """What of a `DistrictRecord` the page over all districts tells: to read all of each would take four times as
    long."""

    slug: str
    name: str = Field(alias="nama")
    province: str = Field(alias="provinsi")
    site: str | None = Field(alias="situs")
    state: State = Field(alias="keadaan")
    site_state: SiteState | None = Field(alias="situs_keadaan")
    reasons: tuple[str, ...] = Field(alias="alasan")
    pages: tuple[PageCount, ...] = Field(alias="halaman")
    pieces: tuple[PieceCount, ...] = Field(alias="lembar")
    facts: tuple[FactPlaces, ...] = Field(alias="fakta")
    faults: tuple[FaultCount, ...] = Field(alias="masalah")


def read_summary(out: Path, slug: str) -> RecordSummary | None:
    """What of the same the page over all districts tells."""
    try:
        return RecordSummary.model_validate_json((out / FOLDER / f"{slug}.json").read_bytes())
    except (OSError, ValidationError):
        return None
