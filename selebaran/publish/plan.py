"""Which districts, as of which day, in which forms: the question of a build, settled before it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

from selebaran.model.registry import DistrictFolder
from selebaran.model.sizes import Paper, Profile
from selebaran.press.inks import Inks
from selebaran.publish.releases import Layout

Part = Literal["site", "print"]
PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat")
"""What a build makes unless it is asked for others."""
ALL_PROFILES: tuple[Profile, ...] = get_args(Profile)


@dataclass(frozen=True)
class Plan:
    """A build. `day` is that of what concerns all districts, and of every district that `days` doesn't name; `only` is
    None for everything; `papers` are those of all offices, None for what each district says; `inks` are
    those of a print shop that gave its profile; `asked` are pieces that are made only when somebody asks for them,
    whose codes lead to the page of a kecamatan where `area` is its part of the address. With `sharing`, pictures to be
    passed on are made, and one PDF for each event. `layout` says whether web roots are links to releases, or folders
    that are copied into place."""

    root: Path
    out: Path
    slugs: tuple[str, ...]
    day: date
    only: Part | None = None
    profiles: tuple[Profile, ...] = PROFILES
    jobs: int = 1
    publish: bool = False
    days: Mapping[str, date] = field(default_factory=dict)
    papers: tuple[Paper, ...] | None = None
    inks: Inks | None = None
    asked: tuple[str, ...] = ()
    area: str | None = None
    sharing: bool = False
    layout: Layout = "link"

    @property
    def cache(self) -> Path:
        """Where things are kept that are costly to make and the same for every build."""
        return self.root / ".cache"

    def day_of(self, slug: str) -> date:
        """The day that a district's edition speaks of."""
        return self.days.get(slug, self.day)


def settled(as_of: date | None, now: datetime, districts: Mapping[str, DistrictFolder]) -> tuple[date, dict[str, date]]:
    """The day of a build, and of each district whose day may be another: `as_of` for all, else what day it is now."""
    return (as_of, {}) if as_of else (now.date(), days_at(now, districts))


def days_at(now: datetime, districts: Mapping[str, DistrictFolder]) -> dict[str, date]:
    """What day it is in each district at a moment: Jayapura is two hours ahead of Jakarta."""
    return {slug: now.astimezone(folder.district.tz).date() for slug, folder in districts.items()}
