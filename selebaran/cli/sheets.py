"""The check sheets of `selebaran facts due`: one page for each owner, to be filled in by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from selebaran.compose.fact.impact import Impact, Trace, impact_of
from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.formats import day as long_day
from selebaran.compose.template.formats import fact_value
from selebaran.compose.template.views import Values
from selebaran.model.campaign import Ask
from selebaran.model.facts import Fact
from selebaran.model.problem import Place, problem
from selebaran.model.registry import Registry
from selebaran.publish.report.pages import SOURCES, ReportPages
from selebaran.publish.report.record import reported_fact

TEMPLATE = SOURCES / "periksa.html"
ON_ONE_SHEET = 6
LETTERS_ON_ONE_SHEET = 7800
"""What fits on one page of A4 in the smallest type: so many facts, so many letters in them."""
MARK = '<body class="periksa'
"""What every check sheet has, and no other file."""
CHECK = "Cocokkan dengan sumber di atas. Bila sumber tidak dapat dibuka, tanyakan ke {}."


def write_sheets(folder: Path, due: list[Fact], editions: list[Trace], registry: Registry, day: date) -> Iterator[Path]:
    """Write the sheets for facts that are due, in place of those of an earlier day.

    An owner has one page; more where one doesn't hold all. Raises `TemplateFault`."""
    _clear(folder)
    if not due:
        return
    pages = ReportPages(registry)
    if not pages.has(TEMPLATE.name):
        raise TemplateFault(problem("berkas-hilang", Place(TEMPLATE.as_posix())))
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for owner in sorted({_owner(fact) for fact in due}):
        rows = [
            _row(fact, day, impact_of(fact.id, editions, registry), registry.campaign.ask)
            for fact in due
            if _owner(fact) == owner
        ]
        parts = list(_parts(rows))
        stem = _stem(owner, taken)
        for number, part in enumerate(parts, 1):
            data = {
                "penanggung_jawab": owner or "yang belum ditunjuk",
                "tanggal": long_day(day),
                "nomor": number,
                "dari": len(parts),
                "fakta": part,
            }
            path = folder / (f"{stem}-{number}.html" if len(parts) > 1 else f"{stem}.html")
            path.write_text(pages.render(TEMPLATE.name, data), "utf-8")
            yield path


def _clear(folder: Path) -> None:
    """Take away the sheets of an earlier day, and nothing else: the folder may be anyone's."""
    for path in folder.glob("*.html"):
        if MARK in path.read_text("utf-8", "replace"):
            path.unlink()


def _owner(fact: Fact) -> str:
    return " ".join((fact.owner or "").split())


def _stem(owner: str, taken: set[str]) -> str:
    """A file name that no other owner has."""
    stem = base = re.sub(r"[^a-z0-9]+", "-", owner.lower()).strip("-") or ("tanpa-nama" if owner else "belum-ditunjuk")
    number = 1
    while stem in taken:
        number += 1
        stem = f"{base}-ke-{number}"
    taken.add(stem)
    return stem


def _parts(rows: list[Values]) -> Iterator[list[Values]]:
    """The facts of each sheet."""
    part: list[Values] = []
    letters = 0
    for row in rows:
        if part and (len(part) == ON_ONE_SHEET or letters + _letters(row) > LETTERS_ON_ONE_SHEET):
            yield part
            part, letters = [], 0
        part.append(row)
        letters += _letters(row)
    if part:
        yield part


def _letters(row: Values) -> int:
    return sum(len("; ".join(map(str, text)) if isinstance(text, tuple) else str(text)) for text in row.values())


def _row(fact: Fact, day: date, impact: Impact, whom: Ask) -> Values:
    values = tuple(f"{fact.called(name)}: {fact_value(value)}" for name, value in fact.values.items())
    return {
        **reported_fact(fact, day, whom.called, published=False).model_dump(by_alias=True),
        "kalimat": fact.sentence,
        "nilai": values,
        "sumber": fact.sources,
        "tanya": fact.how_to_check or CHECK.format(whom.called_in_full),
        "dipakai": f"{len(impact.pages)} halaman, {len(impact.pieces)} lembar, {len(impact.districts)} daerah",
        "perintah": f'selebaran facts recheck {fact.id} --tanggal … --oleh "…" --sumber "…"',
    }
