"""What of the records of all districts the page over them tells. It reads those of every build, also of one in which a
single district was made."""

from __future__ import annotations

from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from selebaran.publish.report.packed import unpacked
from selebaran.publish.report.record import SiteState, State, path_of
from selebaran.publish.report.rows import Row


class _Part(Row):
    """A part of a record of which not everything is read."""

    model_config = ConfigDict(extra="ignore")


class BlockFacts(_Part):
    """A block and the facts in it."""

    block: str = Field(alias="blok")
    facts: tuple[str, ...] = Field(alias="fakta")


class PageFacts(_Part):
    """A page, its facts, and whether it is withheld."""

    slug: str
    withheld: bool = Field(alias="ditahan")
    blocks: tuple[BlockFacts, ...] = Field(alias="blok")


class PanelFacts(_Part):
    """A panel and the facts on it."""

    panel: str
    facts: tuple[str, ...] = Field(alias="fakta")


class PieceFacts(_Part):
    """A print piece, its facts, and why it is withheld."""

    piece: str = Field(alias="lembar")
    withheld: tuple[str, ...] = Field(alias="ditahan")
    panels: tuple[PanelFacts, ...] = Field(alias="panel")


class FactNumber(_Part):
    """A fact, of which nothing else is told here."""

    id: str


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
    pages: tuple[PageFacts, ...] = Field(alias="halaman")
    pieces: tuple[PieceFacts, ...] = Field(alias="lembar")
    frame: tuple[str, ...] = Field((), alias="kerangka")
    facts: tuple[FactNumber, ...] = Field(alias="fakta")
    faults: tuple[FaultCount, ...] = Field(alias="masalah")


def read_summary(out: Path, slug: str) -> RecordSummary | None:
    """What of the same the page over all districts tells."""
    try:
        return RecordSummary.model_validate_json(unpacked(path_of(out, slug)))
    except (OSError, ValidationError):
        return None
