"""What is kept of each district that was built: what each page, block and panel used, what was withheld, and why.

One shape serves the child that says it (`answers`), the JSON file in dist/laporan/, and the pages made from that
(`pages`), those of earlier builds included.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from selebaran.compose.fact.row import row_of
from selebaran.compose.piece.left_out import left_out, wanted
from selebaran.compose.template.formats import day
from selebaran.model.artifact import Download, PrintFile
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.facts import Fact, FactRegister, Treatment
from selebaran.model.page import ComposedPage
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.model.watched import plain_day
from selebaran.publish.layout import SITES
from selebaran.publish.report.packed import PACKED, unpacked
from selebaran.publish.report.printing import Printing, printing_of
from selebaran.publish.report.rows import (
    EditionRow,
    FaultRow,
    LeftOutRow,
    Name,
    Row,
    edition_row,
    fault_row,
    left_out_row,
)
from selebaran.words.catalogue import in_indonesian

FOLDER = "laporan"
ACTIONS = {
    Treatment.SHOW: "tampil",
    Treatment.MARK: "tampil dengan tanda",
    Treatment.REPLACE: "diganti: tanyakan ke {}",
    Treatment.WITHHOLD: "halamannya ditahan",
}
REASONS = {
    "tidak-terbit": "tidak untuk umum (terbit: false)",
    "berakhir": "tidak berlaku lagi",
    "lewat": "harus diperiksa lagi",
}
FRAME = "kepala dan kaki semua halaman"
"""Where a fact stands that the frame of every page shows."""
FactId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}\Z")]
PrintPath = Annotated[str, Field(pattern=r"^unduh/[\w-]{1,80}/[\w-]{1,120}\.pdf\Z")]
SiteState = Literal["terbit", "pratinjau"]
State = Literal["terbit", "pratinjau", "ditolak", "gagal"]


class BlockRow(Row):
    """A block of a page, the place that it came from, the facts that it used, and those that it doesn't show."""

    block: str = Field(alias="blok")
    origin: str = Field(alias="asal")
    facts: tuple[FactId, ...] = Field(alias="fakta")
    replaced: tuple[FactId, ...] = Field(alias="diganti")


class PageRow(Row):
    """A page, and the facts that it is withheld for."""

    slug: Name
    title: str = Field(alias="judul")
    withheld: bool = Field(alias="ditahan")
    withheld_for: tuple[FactId, ...] = Field(alias="ditahan_karena")
    blocks: tuple[BlockRow, ...] = Field(alias="blok")


class PanelRow(Row):
    """A panel and the facts that it used."""

    panel: str
    facts: tuple[FactId, ...] = Field(alias="fakta")


class PieceRow(Row):
    """A print piece: the code of its edition, why it is withheld, the last day on which it was good when that is past,
    whether it is made when asked for, its files, and which of them an earlier build made; by layout ("kantor",
    "kantor F4"), the scale of text that was made to fit, and what gave way for it; by panel and layout, how full it
    is."""

    piece: Name = Field(alias="lembar")
    title: str = Field(alias="judul")
    code: str | None = Field(alias="kode")
    withheld: tuple[str, ...] = Field(alias="ditahan")
    past: str = Field("", alias="lewat")
    asked: bool = Field(False, alias="diminta")
    files: tuple[PrintPath, ...] = Field(alias="berkas")
    kept: tuple[PrintPath, ...] = Field((), alias="tetap")
    scale: dict[str, float] = Field(alias="skala")
    gone: dict[str, tuple[str, ...]] = Field(alias="dilepas")
    fills: dict[str, dict[str, float]] = Field(alias="terisi")
    panels: tuple[PanelRow, ...] = Field(alias="panel")


class ReportedFact(Row):
    """A fact as the report's tables show it; days are written out."""

    id: str
    topic: str = Field(alias="topik")
    state: str = Field(alias="keadaan")
    as_of: str = Field(alias="per")
    checked: str = Field(alias="diperiksa")
    check_again: str = Field(alias="periksa_lagi")
    overdue_since: str = Field(alias="lewat_sejak")
    owner: str = Field(alias="penanggung_jawab")
    confidence: str = Field(alias="keyakinan")
    action: str = Field(alias="tindakan")


class UsedFact(ReportedFact):
    """A fact and where it stands: blocks, panels, and in how many districts."""

    pages: tuple[str, ...] = Field(alias="halaman")
    pieces: tuple[str, ...] = Field(alias="lembar")
    districts: int = Field(alias="daerah")


class DistrictRecord(Row):
    """A district as the last build left it. `site` leads from the report to its web root; `site_state` is that of the
    site that lies there, which may be an older one. `frame` are the facts that the frame of every page shows."""

    slug: str
    name: str = Field(alias="nama")
    province: str = Field(alias="provinsi")
    day: str = Field(alias="tanggal")
    site: str | None = Field(alias="situs")
    state: State = Field(alias="keadaan")
    site_state: SiteState | None = Field(alias="situs_keadaan")
    reasons: tuple[str, ...] = Field(alias="alasan")
    pages: tuple[PageRow, ...] = Field(alias="halaman")
    pieces: tuple[PieceRow, ...] = Field(alias="lembar")
    left_out: tuple[LeftOutRow, ...] = Field((), alias="lembar_lain")
    frame: tuple[FactId, ...] = Field((), alias="kerangka")
    facts: tuple[ReportedFact, ...] = Field(alias="fakta")
    editions: tuple[EditionRow, ...] = Field(alias="edisi")
    faults: tuple[FaultRow, ...] = Field(alias="masalah")
    printing: Printing = Field(Printing(), alias="cetak")


def record_of(
    edition: Edition,
    registry: Registry,
    downloads: Collection[Download],
    problems: Iterable[Problem],
    kept: Collection[str] = (),
    files: Iterable[PrintFile] = (),
) -> DistrictRecord:
    """What is kept of a district that was built. `downloads` are its print files, with their `files`, `kept` those of
    them that an earlier build made, by path."""
    folder = registry.districts[edition.slug]
    pieces = wanted(registry.pieces, {outcome.name for outcome in edition.outcomes})
    state: SiteState = "terbit" if edition.published else "pratinjau"
    rows = tuple(_piece(outcome, edition, registry.facts, downloads, kept) for outcome in edition.outcomes)
    pages, frame = tuple(map(_page, edition.pages)), tuple(sorted(edition.frame.usage.facts))
    used = {*frame, *(name for page in pages for row in page.blocks for name in row.facts)}
    used |= {name for piece in rows for panel in piece.panels for name in panel.facts}
    return DistrictRecord(
        slug=edition.slug,
        name=folder.district.name,
        province=folder.district.province,
        day=day(plain_day(edition.as_of)),
        site=f"../{SITES}/{edition.host}/",
        state=state,
        site_state=state,
        reasons=(),
        pages=pages,
        pieces=rows,
        left_out=tuple(map(left_out_row, left_out(folder, pieces))),
        frame=frame,
        facts=_reported(edition, registry.facts, used),
        editions=tuple(map(edition_row, edition.verdicts)),
        faults=tuple(map(fault_row, problems)),
        printing=printing_of(edition, files, folder.district.paper, registry.prices),
    )


def on_day(record: DistrictRecord, now: str) -> DistrictRecord:
    """The record of a preview as it is on another day, if nothing but that is otherwise. What isn't published yet would
    be on that day."""
    editions = tuple(
        row.model_copy(update={"published": now}) if row.state == "pratinjau" and row.published == record.day else row
        for row in record.editions
    )
    return record.model_copy(update={"day": now, "editions": editions})


def failed_record(
    slug: str, registry: Registry, as_of: date, problems: tuple[Problem, ...], lies_there: SiteState | None
) -> DistrictRecord:
    """What is kept of a district that wasn't built. `lies_there` is its older site, which stays."""
    folder = registry.districts.get(slug)
    return DistrictRecord(
        slug=slug,
        name=folder.district.name if folder else slug,
        province=folder.district.province if folder else "",
        day=day(as_of),
        site=f"../{SITES}/{folder.host}/" if folder else None,
        state="ditolak" if any(p.code.startswith("terbit-") for p in problems) else "gagal",
        site_state=lies_there,
        reasons=tuple(in_indonesian(p)[0] for p in problems),
        pages=(),
        pieces=(),
        facts=(),
        editions=(),
        faults=tuple(map(fault_row, problems)),
    )


def read_record(out: Path, slug: str) -> DistrictRecord | None:
    """The record that an earlier build left; None where there is none, or none of this shape."""
    try:
        return DistrictRecord.model_validate_json(unpacked(path_of(out, slug)))
    except (OSError, ValidationError):
        return None


def path_of(out: Path, slug: str) -> Path:
    """Where the record of a district lies."""
    return out / FOLDER / f"{slug}{PACKED}"


def reported_fact(fact: Fact, as_of: date, asked: str, *, published: bool) -> ReportedFact:
    """A fact as the report's tables show it; who is `asked` stands in its place."""
    row = row_of(fact, as_of, published=published)
    return ReportedFact(
        id=row.id,
        topic=row.topic,
        state=str(row.state),
        as_of=day(row.as_of) if row.as_of else "–",
        checked=day(row.checked_on) if row.checked_on else "belum pernah",
        check_again=day(row.check_again) if row.check_again else "–",
        overdue_since=day(row.check_again) if row.check_again and row.is_overdue else "",
        owner=row.owner or "belum ditunjuk",
        confidence=row.confidence,
        action=ACTIONS[row.treatment].format(asked),
    )


def used_fact(row: ReportedFact, pages: Iterable[str], pieces: Iterable[str], districts: int) -> UsedFact:
    """A fact's row with the places where it stands."""
    where = {"pages": tuple(sorted(pages)), "pieces": tuple(sorted(pieces)), "districts": districts}
    return UsedFact.model_validate(row.model_dump() | where)


def _reported(edition: Edition, facts: FactRegister, used: Collection[str]) -> tuple[ReportedFact, ...]:
    """The facts that an edition uses, in the order of the register."""
    asked = edition.frame.asked.called
    every = (fact for fact in facts if fact.id in used)
    return tuple(reported_fact(fact, edition.as_of, asked, published=edition.published) for fact in every)


def _page(page: ComposedPage) -> PageRow:
    return PageRow(
        slug=page.slug,
        title=page.meta.title,
        withheld=bool(page.withheld_for),
        withheld_for=page.withheld_for,
        blocks=tuple(_block(page, block) for block in page.blocks),
    )


def _block(page: ComposedPage, block: str) -> BlockRow:
    own = page.overridden.get(block) or page.overridden.get("")
    treated = page.treated.get(block, {})
    return BlockRow(
        block=block,
        origin=str((own.place if own else page.origins.get(block)) or ""),
        facts=tuple(sorted(page.blocks[block].facts)),
        replaced=tuple(name for name, how in treated.items() if how is not Treatment.MARK),
    )


def _piece(
    outcome: PieceOutcome,
    edition: Edition,
    facts: FactRegister,
    downloads: Collection[Download],
    kept: Collection[str],
) -> PieceRow:
    files = [download for download in downloads if download.piece == outcome.name]
    return PieceRow(
        piece=outcome.name,
        title=outcome.title,
        code=outcome.edition.code if outcome.edition else None,
        withheld=tuple(_reason(facts.by_id[name], why) for name, why in outcome.withheld.items()),
        past=_past(outcome, edition),
        asked=outcome.source.spec.when_asked,
        files=tuple(file.path for file in files),
        kept=tuple(filter(kept.__contains__, (file.path for file in files))),
        scale={file.layout: file.scale for file in files if file.derivation is None and file.scale != 1},
        gone={file.layout: tuple(way.told for way in file.gone) for file in files if file.gone},
        fills=_fills(files),
        panels=tuple(_panels(outcome)),
    )


def _past(outcome: PieceOutcome, edition: Edition) -> str:
    """The last day of a sheet that is published no more; "" for others."""
    is_over = edition.published and outcome.is_past(edition.as_of)
    return day(outcome.until) if is_over and outcome.until else ""


def _fills(files: Iterable[Download]) -> dict[str, dict[str, float]]:
    """How full each panel is, by layout."""
    fills: dict[str, dict[str, float]] = {}
    for file in (file for file in files if file.derivation is None):
        for panel, fill in file.fills:
            fills.setdefault(panel, {})[file.layout] = fill
    return fills


def _panels(outcome: PieceOutcome) -> Iterator[PanelRow]:
    """The panels that used a fact or a district's value; others read the same everywhere and always."""
    for panel, used in outcome.panels.items():
        if used.facts or used.fields:
            yield PanelRow(panel=panel, facts=tuple(sorted(used.facts)))


def _reason(fact: Fact, why: str) -> str:
    return f"{fact.id} ({fact.topic}): {REASONS.get(why, f'keyakinannya {fact.confidence}')}"
