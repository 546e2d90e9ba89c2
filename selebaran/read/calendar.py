"""districts/_edisi/<slug>-kalender.yml -> what calendars were told of a district's events."""

from __future__ import annotations

from pathlib import Path

from selebaran.model.calendar import CalendarEntry, CalendarLedger
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from selebaran.read.walk import read_plain


def read_calendar(root: Path, path: str, name: str) -> tuple[tuple[CalendarEntry, ...], list[Problem]]:
    """The entries, the oldest first; none where there is no file. `name` is the folder of all districts.

    One that can't be read stops its district: phones would take what changed for what they have."""
    label = Place(f"{name}/{path}")
    raw, problems = read_plain(root, path, label)
    if raw is None:
        return (), problems
    source, problems = read_yaml(raw, label.file)
    record = None
    if source is not None:
        record, problems = validate(CalendarLedger, source)
    if record is None:
        return (), [*problems, problem("edisi-rusak", label)]
    return record.entries, problems
