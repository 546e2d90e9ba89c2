"""A district's folder as it may go out on a day, or why it may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from selebaran.compose.fact.notices import refusals
from selebaran.compose.page.news import told_ahead
from selebaran.compose.page.temporary import pages_ahead
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import DistrictFolder


def unless_wrong(*problems: Problem) -> tuple[Problem, ...]:
    """What is to be said. Raises `ProblemsFound` when a fault is among it."""
    if faults := tuple(dict.fromkeys(found for found in problems if found.is_error)):
        raise ProblemsFound(faults)
    return problems


def of_day(folder: DistrictFolder, as_of: date, *, published: bool) -> tuple[DistrictFolder, tuple[Problem, ...]]:
    """A district's folder, for a publication without pages of a day that has not come, and without places that nobody
    has compared; and what is said of those pages. Raises `ProblemsFound` with every reason why it may not be
    published."""
    if published:
        unless_wrong(*refusals(folder))
    told = tuple(told_ahead(folder.own.pages, as_of))
    ahead = {page.slug for page in pages_ahead(folder.own.pages, as_of)} if published else set()
    own = replace(folder.own, pages=tuple(page for page in folder.own.pages if page.slug not in ahead))
    folder = replace(folder, proposals=None) if published and folder.proposals else folder
    return replace(folder, own=own) if ahead else folder, told
