"""Rows on a terminal."""

from __future__ import annotations

from selebaran.words.visible import visible


def table(rows: list[tuple[str, ...]], *, gap: str = "  ") -> str:
    """Rows as columns of equal width."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    rows = [tuple(visible(cell) for cell in row) for row in rows]
    lines = (gap.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)
