"""The page of the report for staff over all districts, made from what lies there of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import Field

from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.formats import day
from selebaran.jobs.stages import staged
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.layout import received_of
from selebaran.publish.report.pages import PAGE, PART, PARTS, STYLE, ReportPages, data_of, listed, put_page
from selebaran.publish.report.record import (
    FOLDER,
    FRAME,
    DistrictRecord,
    State,
    UsedFact,
    read_record,
    reported_fact,
    used_fact,
)
from selebaran.publish.report.rows import Row
from selebaran.publish.report.summary import RecordSummary
from selebaran.publish.swap import put

OVERVIEW = "index.html"
FEW = 12
"""So many pages below one address are named one by one."""
Told = RecordSummary | DistrictRecord


class DistrictRow(Row):
    """A district in the table of all; `withheld` counts pages and sheets."""

    slug: str
    name: str = Field(alias="nama")
    province: str = Field(alias="provinsi")
    state: State = Field(alias="keadaan")
    reasons: tuple[str, ...] = Field(alias="alasan")
    report: str = Field(alias="laporan")
    site: str | None = Field(alias="situs")
    pages: int = Field(alias="halaman")
    pieces: int = Field(alias="lembar")
    withheld: int = Field(alias="ditahan")
    faults: int = Field(alias="masalah")


class Totals(Row):
    """Counts over all districts."""

    districts: int = Field(alias="daerah")
    published: int = Field(alias="terbit")
    refused: int = Field(alias="ditolak")
    pages: int = Field(alias="halaman")
    pieces: int = Field(alias="lembar")
    withheld: int = Field(alias="ditahan")
    faults: int = Field(alias="masalah")


class Overview(Row):
    """All districts, and all facts of the register with their places."""

    day: str = Field(alias="tanggal")
    published: bool = Field(alias="terbit")
    totals: Totals = Field(alias="ringkas")
    districts: tuple[DistrictRow, ...] = Field(alias="daerah")
    facts: tuple[UsedFact, ...] = Field(alias="fakta")


def overview_of(records: Iterable[Told], registry: Registry, as_of: date, *, published: bool) -> Overview:
    """All districts in their order, and every fact of the register."""
    rows, used = [], _Used()
    for record in records:
        rows.append(_district_row(record))
        used.add(record)
    return Overview(
        day=day(as_of),
        published=published,
        totals=_totals(rows),
        districts=tuple(rows),
        facts=_fact_rows(used, registry, as_of, published=published),
    )


def _district_row(record: Told) -> DistrictRow:
    withheld = sum(page.withheld for page in record.pages) + sum(bool(piece.withheld) for piece in record.pieces)
    return DistrictRow(
        slug=record.slug,
        name=record.name,
        province=record.province,
        state=record.state,
        reasons=record.reasons,
        report=f"{record.slug}.html",
        site=record.site if record.site_state else None,
        pages=len(record.pages),
        pieces=sum(not piece.withheld for piece in record.pieces),
        withheld=withheld,
        faults=len(record.faults),
    )


def _totals(rows: Sequence[DistrictRow]) -> Totals:
    return Totals(
        districts=len(rows),
        published=sum(row.state == "terbit" for row in rows),
        refused=sum(row.state in ("ditolak", "gagal") for row in rows),
        pages=sum(row.pages for row in rows),
        pieces=sum(row.pieces for row in rows),
        withheld=sum(row.withheld for row in rows),
        faults=sum(row.faults for row in rows),
    )


class _Used:
    """Where each fact stands, over all districts. Records are large; none of them is kept."""

    def __init__(self) -> None:
        self.pages: defaultdict[str, set[str]] = defaultdict(set)
        self.pieces: defaultdict[str, set[str]] = defaultdict(set)
        self.districts: Counter[str] = Counter()

    def add(self, record: Told) -> None:
        """Count what a district uses."""
        for fact, place in on_pages(record):
            self.pages[fact].add(place)
        for fact, place in on_pieces(record):
            self.pieces[fact].add(place)
        self.districts.update(row.id for row in record.facts)


def on_pages(record: Told) -> Iterator[tuple[str, str]]:
    """Facts, each with a place where it stands on the site."""
    for page in record.pages:
        for row in page.blocks:
            yield from ((fact, f"{page.slug}#{row.block}" if row.block else page.slug) for fact in row.facts)
    yield from ((fact, FRAME) for fact in record.frame)


def on_pieces(record: Told) -> Iterator[tuple[str, str]]:
    """Facts, each with a place where it stands on paper."""
    for piece in record.pieces:
        for row in piece.panels:
            yield from ((fact, f"{piece.piece}/{row.panel}" if row.panel else piece.piece) for fact in row.facts)


def folded(places: Iterable[str]) -> Iterator[str]:
    """Parts of pages, where many below one address have the same part as one: "k/… #tanya (7.285 halaman)"."""
    alike = defaultdict[tuple[str, str], list[str]](list)
    for place in places:
        page, _, block = place.partition("#")
        folder, _, name = page.rpartition("/")
        alike[(folder, block) if folder and name else (place, "")].append(place)
    for (folder, block), found in alike.items():
        if len(found) <= FEW:
            yield from found
        else:
            yield f"{folder}/… {f'#{block} ' if block else ''}({f'{len(found):,}'.replace(',', '.')} halaman)"


def _fact_rows(used: _Used, registry: Registry, as_of: date, *, published: bool) -> tuple[UsedFact, ...]:
    return tuple(
        used_fact(
            reported_fact(fact, as_of, registry.campaign.ask.called, published=published),
            folded(used.pages[fact.id]),
            used.pieces[fact.id],
            used.districts[fact.id],
        )
        for fact in registry.facts
    )


@staged("laporan")
def write_overview(out: Path, registry: Registry, overview: Overview) -> Sequence[Problem]:
    """Write the page over all districts, and what it says for programs; what is wrong with its template."""
    path, data = out / FOLDER / "index", data_of(overview)
    put(path.with_suffix(".json"), listed(data))
    pages, received = ReportPages(registry), received_of(out)
    put(out / FOLDER / STYLE, pages.style)
    _keep_parts(out, pages)
    try:
        put(
            path.with_suffix(PAGE),
            pages.beside(OVERVIEW, {**data, "kiriman": received.name if received.is_file() else ""}),
        )
    except TemplateFault as fault:
        return [fault.problem]
    return []


def _keep_parts(out: Path, pages: ReportPages) -> None:
    """Of the pages that reports lead to, those stay to which one does; one that is missing is made again."""
    lies = {path.stem for path in (out / FOLDER / PARTS).glob(f"*{PAGE}")}
    wanted = set[str]()
    for path in (out / FOLDER).glob(f"*{PAGE}"):
        wanted.update(names := frozenset(PART.findall(path.read_text("utf-8"))))
        if not names <= lies and (record := read_record(out, path.stem)):
            with suppress(TemplateFault):  # told where it is made
                put_page(out, record.slug, pages.district(data_of(record)), pages.parts)
    for name in lies - wanted:
        (out / FOLDER / PARTS / f"{name}{PAGE}").unlink(missing_ok=True)
