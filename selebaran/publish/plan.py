"""Which districts, as of which day, in which forms: the question of a build, settled before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, get_args

from selebaran.model.piece import Profile
from selebaran.model.registry import DistrictFolder

Part = Literal["site", "print"]
PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat")
"""What a build makes unless it is asked for others."""
ALL_PROFILES: tuple[Profile, ...] = get_args(Profile)


@dataclass(frozen=True)
class Plan:
    """A build. `as_of` is None for "today, where the district is"; `only` is None for everything."""

    root: Path
    out: Path
    slugs: tuple[str, ...]
    as_of: date | None = None
    only: Part | None = None
    profiles: tuple[Profile, ...] = PROFILES
    jobs: int = 1
    publish: bool = False

    @property
    def cache(self) -> Path:
        """Where things are kept that are costly to make and the same for every build."""
        return self.root / ".cache"


def day_of(plan: Plan, folder: DistrictFolder, now: datetime) -> date:
    """The day that a district's edition speaks of: `as_of`, else today in the district's time zone."""
    return plan.as_of or now.astimezone(folder.district.tz).date()


def day_from_epoch(seconds: str) -> date:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org). Raises ValueError when it is no whole number."""
    return datetime.fromtimestamp(int(seconds), UTC).date()
