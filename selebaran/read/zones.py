"""Another time zone within a time of a district: residents would come an hour early or late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selebaran.model.places import Loc
from selebaran.model.problem import Problem, problem
from selebaran.model.zone import ZONES
from selebaran.read.strict_yaml import YamlFile
from selebaran.read.text import shown

TIMES = {"jam", "mulai", "selesai", "hari", "jadwal", "acara"}
"""Keys under which times are written for residents. A remark may speak of another place's time."""
ZONE = re.compile(rf"\b({'|'.join(ZONES)})\b", re.I)
CLOCK = re.compile(r"\b([01]?\d|2[0-3])([.:])([0-5]\d)\b")
HOURS = {zone: number for number, zone in enumerate(ZONES)}
"""How many hours each zone is ahead of the first one."""


def foreign_zones(source: YamlFile, zone: str) -> list[Problem]:
    """A problem for each time that is told in other zones than the district's alone."""
    found = []
    for loc, text in _times(source.data, ()):
        told = [name.upper() for name in ZONE.findall(text)]
        if told and zone not in told:
            same, moved = ZONE.sub(zone, text), _moved(text, HOURS[zone] - HOURS[told[0]], zone)
            values = {"zona": told[0], "milik": zone, "isi": shown(text), "sama": shown(same), "maksud": shown(moved)}
            found.append(problem("zona-lain", source.places.of(*loc), **values))
    return found


def _times(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text that stands under such a key, alone or in a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _times(inner, (*loc, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _times(inner, (*loc, number))
    elif isinstance(value, str) and _key(loc) in TIMES:
        yield loc, value


def _key(loc: Loc) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _moved(text: str, hours: int, zone: str) -> str:
    """The same moments on the clocks of another zone."""
    moved = CLOCK.sub(lambda found: f"{(int(found[1]) + hours) % 24:02d}{found[2]}{found[3]}", text)
    return ZONE.sub(zone, moved)
