"""The pages of the report for staff in dist/laporan/: one for each district, one over all, made from the records."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field

from selebaran.compose.template.engine import TemplateFault, Templates
from selebaran.compose.template.formats import day
from selebaran.jobs.stages import staged
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.publish.layout import received_of
from selebaran.publish.report.record import (
    FOLDER,
    DistrictRecord,
    State,
    UsedFact,
    on_day,
    reported_fact,
    used_fact,
)
from selebaran.publish.report.rows import Row
from selebaran.publish.report.summary import RecordSummary
from selebaran.publish.swap import put
from selebaran.site.dated import IN_WORDS, Begins, Shown, is_left, on_another_day, with_forms
from selebaran.site.policy import guarded_alone

Data = Mapping[str, Any]
SOURCES = Path("templates") / "laporan"
DISTRICT, OVERVIEW = "daerah.html", "index.html"


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


class Texts(NamedTuple):
    """The report of a district as it is written: for programs, and as a page."""

    record: str
    page: str


class ReportPages:
    """The templates of the staff report, with the stylesheet that is written into each page."""

    def __init__(self, registry: Registry) -> None:
        self._texts = {name: text for name, text in registry.report_files.items() if name.endswith(".html")}
        self._style = registry.theme.tokens + registry.report_files.get("laporan.css", "")
        self._jinja = Templates("laporan", {f"{FOLDER}/{name}": text for name, text in self._texts.items()})

    def has(self, name: str) -> bool:
        """Whether there is a template of this name."""
        return name in self._texts

    def render(self, name: str, data: Data) -> str:
        """One page. Raises `TemplateFault`."""
        place = Place(f"{SOURCES.as_posix()}/{name}", 1)
        return guarded_alone(self._jinja.render(self._texts.get(name, "{}"), place, {**data, "gaya": self._style}))


@dataclass(frozen=True)
class Written:
    """What is wrong with the page's template, and where its files, by their endings, show the day."""

    problems: Sequence[Problem] = ()
    shown: Shown = field(default_factory=dict)


@staged("laporan")
def write_district(out: Path, pages: ReportPages, record: DistrictRecord) -> Written:
    """Write the record of a district, and its page."""
    path, data = out / FOLDER / record.slug, data_of(on_day(record, IN_WORDS))
    in_record = _put(path.with_suffix(".json"), _listed(data), record.day)
    try:
        page = pages.render(DISTRICT, data)
        if is_whole := not is_left(page):
            in_page = _put(path.with_suffix(".html"), page, record.day)
        else:
            put(path.with_suffix(".html"), pages.render(DISTRICT, data_of(record)))
    except TemplateFault as fault:
        return Written((fault.problem,))
    return Written((), {".json": in_record, ".html": in_page} if is_whole else {})


@staged("laporan")
def redate_district(out: Path, slug: str, shown: Shown, then: date, now: date) -> Written | None:
    """Write another day into the record of a district and its page; None where they don't show the one of `then`."""
    path, now_shown = out / FOLDER / slug, dict[str, Begins]()
    for ending, begins in shown.items():
        found = on_another_day(path.with_suffix(ending).read_bytes(), begins, then, now)
        if found is None:
            return None
        content, now_shown[ending] = found
        put(path.with_suffix(ending), content.decode())
    return Written((), now_shown) if now_shown else None


def _put(path: Path, text: str, shown: str) -> Begins:
    """Write a file, with a day in place of its marks; gives where that stands."""
    content, begins = with_forms(text.encode(), {IN_WORDS.encode(): shown.encode()})
    put(path, content.decode())
    return begins


def _listed(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


@staged("laporan")
def write_texts(out: Path, slug: str, texts: Texts) -> None:
    """Write the record of a district, and its page, as they are."""
    put(out / FOLDER / f"{slug}.json", texts.record)
    put(out / FOLDER / f"{slug}.html", texts.page)


@staged("laporan")
def write_overview(out: Path, registry: Registry, overview: Overview) -> Sequence[Problem]:
    """Write the page over all districts, and what it says for programs; what is wrong with its template."""
    path, data = out / FOLDER / "index", data_of(overview)
    put(path.with_suffix(".json"), _listed(data))
    received = received_of(out)
    try:
        page = ReportPages(registry).render(OVERVIEW, {**data, "kiriman": received.name if received.is_file() else ""})
        put(path.with_suffix(".html"), page)
    except TemplateFault as fault:
        return [fault.problem]
    return []


def data_of(row: Row) -> Data:
    """A row as its page and its file have it."""
    found: Data = row.model_dump(mode="json", by_alias=True)
    return found


def overview_of(
    records: Iterable[RecordSummary | DistrictRecord], registry: Registry, as_of: date, *, published: bool
) -> Overview:
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


def _district_row(record: RecordSummary | DistrictRecord) -> DistrictRow:
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

    def add(self, record: RecordSummary | DistrictRecord) -> None:
        """Count what a district uses."""
        for row in record.facts:
            self.pages[row.id].update(row.pages)
            self.pieces[row.id].update(row.pieces)
            self.districts[row.id] += 1


def _fact_rows(used: _Used, registry: Registry, as_of: date, *, published: bool) -> tuple[UsedFact, ...]:
    return tuple(
        used_fact(
            reported_fact(fact, as_of, registry.campaign.ask.called, published=published),
            used.pages[fact.id],
            used.pieces[fact.id],
            used.districts[fact.id],
        )
        for fact in registry.facts
    )
