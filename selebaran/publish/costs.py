"""What making things cost in the last build that made any: so that somebody can be told beforehand what a change costs.

Each worker tells how long it took. It is only ever told to people, and nothing that is made depends on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selebaran.publish.entries import keep_entry, read_entry
from selebaran.publish.inputs import FORM
from selebaran.publish.layout import memory_of

NAME = "waktu.json"


@dataclass(frozen=True)
class Cost:
    """Seconds of processor: of so many sites without their sheets, and of so many sheets that were laid out."""

    sites: int = 0
    on_sites: float = 0.0
    sheets: int = 0
    on_sheets: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.sites + other.sites,
            self.on_sites + other.on_sites,
            self.sheets + other.sheets,
            self.on_sheets + other.on_sheets,
        )

    def of(self, sites: int, sheets: int) -> float | None:
        """What so many would take; None where nobody knows."""
        if (sites and not self.sites) or (sheets and not self.sheets):
            return None
        return sites * self.on_sites / max(self.sites, 1) + sheets * self.on_sheets / max(self.sheets, 1)


NOTHING = Cost()


def keep_costs(out: Path, costs: Iterable[Cost]) -> None:
    """Remember what a build cost. Of what it made none, what is known stays."""
    now, before = sum(costs, NOTHING), costs_of(out)
    sites = now if now.sites else before
    sheets = now if now.sheets else before
    if now != NOTHING:
        found = [sites.sites, sites.on_sites, sheets.sheets, sheets.on_sheets]
        keep_entry(memory_of(out) / NAME, str(FORM), found)


def costs_of(out: Path) -> Cost:
    """What the builds into a folder cost; nothing where there was none."""
    match read_entry(memory_of(out) / NAME, str(FORM)):
        case [int(sites), (int() | float()) as on_sites, int(sheets), (int() | float()) as on_sheets]:
            return Cost(sites, on_sites, sheets, on_sheets)
    return NOTHING
