"""A fact as it stands on a day: what lists of sources, files for others, and reports for staff are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from selebaran.model.facts import FactState, Treatment


@dataclass(frozen=True)
class FactRow:
    """One fact. `short` is its topic as it stands within a sentence; `values` are as residents read them, by name, and
    none where they may not be shown; `labels` what each is called there. Days are those of the register; `changed_on`
    is that of the last check that made it say something else, from `gone_on` on it may not be shown any more."""

    id: str
    topic: str
    short: str
    sentence: str
    values: Mapping[str, str]
    sources: tuple[str, ...]
    as_of: date | None
    checked_on: date | None
    check_again: date | None
    confidence: str
    owner: str | None
    state: FactState
    treatment: Treatment
    is_overdue: bool
    has_ended: bool
    ends_on: date | None = None
    changed_on: date | None = None
    gone_on: date | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
