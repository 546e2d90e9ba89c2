"""Days on which somebody compared an entry with what is true: none may lie ahead, and none is good for ever.

A place that nobody has asked for a year may have moved, and its number may be another's. Pages say so by themselves
(`compose/page/unchecked.py`); here the district is told of it, at the line that it changes when it has asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selebaran.compose.page.unchecked import GOOD_FOR, called
from selebaran.model.added import Added
from selebaran.model.district import Figure
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.record import ForAll, Record
from selebaran.model.registry import Registry
from selebaran.model.typed_file import TypedFile

CHECKED = "diperiksa_pada"
OF_FACTS = {CHECKED: "checked_on", "diperiksa_sejak": "recheck_since"}
"""The keys of a fact that hold such days, and what they are called within."""
MOST_NAMED = 5
"""Names of one line that are told; who has more begins with these."""


def checked_ahead(file: TypedFile, as_of: date) -> Iterator[Problem]:
    """What was checked on a day that has not come."""
    for loc, record in file.records():
        day = getattr(record, "checked_on", None)
        if isinstance(day, date) and day > as_of:
            yield _ahead(CHECKED, day, file.place(loc, CHECKED), as_of)


def months_ahead(file: TypedFile, as_of: date) -> Iterator[Problem]:
    """Counts of a month that has not come."""
    for loc, record in file.records():
        if isinstance(record, (Figure, Added)) and record.month > as_of:
            meant = _meant(record.month, as_of)
            maksud = f"{meant:%Y-%m}" if meant else ""
            place = file.place(loc, "bulan")
            yield problem("bulan-di-depan", place, isi=f"{record.month:%Y-%m}", hari=as_of, maksud=maksud)


def facts_ahead(registry: Registry, as_of: date) -> Iterator[Problem]:
    """Facts of the register that were checked on a day that has not come, or are being checked since one."""
    for index, fact in enumerate(registry.facts):
        for key, name in OF_FACTS.items():
            day = getattr(fact, name)
            if day and day > as_of:
                yield _ahead(key, day, registry.fact_places.of("fakta", index, key), as_of)


def _ahead(key: str, day: date, place: Place, as_of: date) -> Problem:
    maksud = _meant(day, as_of) or ""
    return problem("diperiksa-di-depan", place, kunci=key, isi=day, hari=as_of, maksud=maksud)


def _meant(day: date, as_of: date) -> date | None:
    """The day of the same name that came last: at the turn of the year the old one is typed on, or the next one."""
    for year in (as_of.year, as_of.year - 1):
        if (day.month, day.day) == (2, 29):
            return None
        if (before := day.replace(year=year)) <= as_of:
            return before
    return None


def unchecked(file: TypedFile, as_of: date) -> Iterator[Problem]:
    """Places that nobody has checked for a year, once for each line that says when somebody did."""
    found: dict[Place, list[tuple[date, str]]] = {}
    for loc, record in file.records():
        day = getattr(record, "checked_on", None)
        if isinstance(day, date) and day < as_of - GOOD_FOR and not isinstance(record, ForAll):
            found.setdefault(file.place(loc, CHECKED), []).append((day, _name(record, loc)))
    for place, entries in found.items():
        names = [name for _, name in entries]
        more = f" (+{len(names) - MOST_NAMED})" if len(names) > MOST_NAMED else ""
        nama = f"{', '.join(names[:MOST_NAMED])}{more}"
        yield warning("lama-tidak-dicocokkan", place, sejak=entries[0][0], nama=nama, hari=as_of)


def _name(record: Record, loc: Loc) -> str:
    return called(record) or str(loc[-1])
