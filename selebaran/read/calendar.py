"""districts/_edisi/<slug>-kalender.yml and <slug>-alamat.yml -> what publications told before."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from selebaran.model.address import AddressLedger, PublishedAddress
from selebaran.model.calendar import CalendarEntry, CalendarLedger
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.record import Record
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from selebaran.read.walk import read_plain

R = TypeVar("R", bound=Record)


def read_calendar(root: Path, path: str, name: str) -> tuple[tuple[CalendarEntry, ...], list[Problem]]:
    """The entries, the oldest first; none where there is no file. `name` is the folder of all districts.

    One that can't be read stops its district: phones would take what changed for what they have."""
    record, problems = _told(root, path, name, CalendarLedger)
    return record.entries if record else (), problems


def read_addresses(root: Path, path: str, name: str) -> tuple[tuple[PublishedAddress, ...], list[Problem]]:
    """The addresses that a site had, the oldest first; none where there is no file.

    One that can't be read stops its district: nobody could tell which address is lost."""
    record, problems = _told(root, path, name, AddressLedger)
    return record.addresses if record else (), problems


def _told(root: Path, path: str, name: str, model: type[R]) -> tuple[R | None, list[Problem]]:
    label = Place(f"{name}/{path}")
    raw, problems = read_plain(root, path, label)
    if raw is None:
        return None, problems
    source, problems = read_yaml(raw, label.file)
    record = None
    if source is not None:
        record, problems = validate(model, source)
    return record, problems if record else [*problems, problem("edisi-rusak", label)]
