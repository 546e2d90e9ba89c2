"""A piece that goes through a list of the district's: as many sheets as the list takes, each with its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selebaran.compose.template.views import Value, Values
from selebaran.model.piece import PieceSource


def repeated_for(source: PieceSource, values: Values) -> PieceSource:
    """The piece with its sheets for all rows of a district; one that goes through no list as it is."""
    repeat = source.spec.repeat
    return source.repeated(repeat.times(len(repeated_rows(source, values)))) if repeat else source


def sheets_with_rows(source: PieceSource, values: Values) -> list[dict[str, Any]]:
    """The sheets as a template gets them, each with its rows (`baris`; None for those that are left blank)."""
    repeat = source.spec.repeat
    if repeat is None:
        return source.sheets
    rows, every = repeated_rows(source, values), repeat.rows
    filled = [*rows, *[None] * (every * len(source.sheets) - len(rows))]
    parts = [tuple(filled[at : at + every]) for at in range(0, len(filled), every)]
    return [{**sheet, "baris": part} for sheet, part in zip(source.sheets, parts, strict=True)]


def repeated_rows(source: PieceSource, values: Values) -> tuple[Value, ...]:
    """The rows of the list that a piece goes through; none where it goes through no list."""
    if source.spec.repeat is None:
        return ()
    of = values[source.spec.repeat.of]
    rows = of["baris"] if isinstance(of, Mapping) else ()
    return rows if isinstance(rows, tuple) else ()
