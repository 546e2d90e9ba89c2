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
    seen: dict[str, tuple[Place, Event]] = {}
    for file, loc, event in _typed(folder):
        place = file.place(loc, "id")
        if event.id in seen:
            first, like = seen[event.id]
            same = event.title if event.key == like.key else ""
            yield problem("id-kegiatan-ganda", place, id=event.id, berkas=first.file, baris=first.line, judul=same)
        elif event.id:
            seen[event.id] = place, event


def unnamed_events(folder: DistrictFolder) -> Iterator[Problem]:
    """Events without an id, each with the one that it has until somebody writes it down."""
    given: dict[tuple[str, str, str, str], list[str]] = {}
    for event in folder.events:
        given.setdefault(event.key, []).append(event.id or "")
    for file, loc, event in _typed(folder):
        ids = given.get(event.key)
        proposed = ids.pop(0) if ids else ""  # of events that stand there twice, each its own
        if event.id is None and proposed:
            yield warning("kegiatan-tanpa-id", file.places.of(*loc), judul=event.title, maksud=proposed)


def _typed(folder: DistrictFolder) -> Iterator[tuple[TypedFile, Loc, Event]]:
    for file in folder.typed:
        for loc, record in file.records():
            if isinstance(record, Event):
                yield file, loc, record
