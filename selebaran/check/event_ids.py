"""The ids of a district's events: each stands in an address and in calendars, so no two may be the same."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.event import Event
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed_file import TypedFile


def doubled_ids(folder: DistrictFolder) -> Iterator[Problem]:
    """Events with an id that another one has, in the district's file or its province's."""
    seen: dict[str, Place] = {}
    for file, loc, event in _typed(folder):
        place = file.place(loc, "id")
        if event.id in seen:
            first = seen[event.id]
            yield problem("id-kegiatan-ganda", place, id=event.id, berkas=first.file, baris=first.line)
        elif event.id:
            seen[event.id] = place


def unnamed_events(folder: DistrictFolder) -> Iterator[Problem]:
    """Events without an id, each with the one that it has until somebody writes it down."""
    given = {event.key: event.id for event in folder.events}
    for file, loc, event in _typed(folder):
        if event.id is None and (proposed := given.get(event.key)):
            yield warning("kegiatan-tanpa-id", file.places.of(*loc), judul=event.title, maksud=proposed)


def _typed(folder: DistrictFolder) -> Iterator[tuple[TypedFile, Loc, Event]]:
    for file in folder.typed:
        for loc, record in file.records():
            if isinstance(record, Event):
                yield file, loc, record
