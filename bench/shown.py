"""Rows of a measurement -> a table to read, JSON to keep, and a plot: what a district costs, the more there are."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.scenes import Row

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 56, 24, 150, 40
COLOURS = {
    "cold": "#0b5cad",
    "Hugo": "#b04a00",
    "new day": "#4a7f00",
    "no change": "#555555",
    "one event": "#8a3fa0",
    "one fact": "#007f7a",
}


def table_of(rows: Iterable[Row]) -> Table:
    """Name, ours, other, ratio, memory."""
    table = Table(
        "what",
        "districts",
        "pages, sheets",
        "ours, cpu s",
        "a district",
        "other",
        "cpu s",
        "other = 1",
        "MiB",
        "its MiB",
    )
    for row in rows:
        other = row.other
        theirs = (f"{other.cpu:.2f}", f"{row.ratio or 0:.2f}") if other else ("", "")
        table.add_row(
            row.name,
            str(row.districts),
            str(row.pages),
            f"{row.ours.cpu:.2f}",
            f"{row.ours.cpu / row.districts:.3f}",
            row.peer,
            *theirs,
            f"{row.ours.peak:.0f}",
            f"{other.peak:.0f}" if other else "",
        )
    return table


def tell(rows: Sequence[Row]) -> None:
    """Print the table."""
    Console(width=130).print(table_of(rows))


def keep(rows: Sequence[Row], folder: Path) -> None:
    """Write JSON and plot into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    about = {
        "day": date.today().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": load,
    }
    found = {**about, "machine": platform.machine(), "rows": [{**asdict(row), "ratio": row.ratio} for row in rows]}
    (folder / "terukur.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (folder / "terukur.svg").write_text(plot_of(rows), "utf-8")


def lines_of(rows: Iterable[Row]) -> dict[str, list[tuple[int, float]]]:
    """Seconds a district by number of districts, for each day of ours and for Hugo."""
    found: dict[str, dict[int, float]] = {}
    for row in rows:
        if row.peer == "Hugo":
            found.setdefault(row.name, {})[row.districts] = row.ours.cpu / row.districts
            if row.other:
                found.setdefault("Hugo", {})[row.districts] = row.other.cpu / row.districts
    return {name: sorted(points.items()) for name, points in found.items()}


def plot_of(rows: Iterable[Row]) -> str:
    """A plot with both axes by powers of ten, as an SVG that shows in light and dark."""
    lines = lines_of(rows)
    counts = sorted({count for points in lines.values() for count, _ in points}) or [1]
    costs = [cost for points in lines.values() for _, cost in points if cost > 0] or [1.0]
    low, high = _power_below(min(costs)), _power_above(max(costs))

    def x(count: int) -> float:
        place = counts.index(count) / max(1, len(counts) - 1)
        return LEFT + place * (WIDTH - LEFT - RIGHT)

    def y(cost: float) -> float:
        place = (_log(cost) - _log(low)) / max(1e-9, _log(high) - _log(low))
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM)

    parts = [_grid(x(count), y(low), str(count)) for count in counts]
    step = low
    while step <= high * 1.001:
        parts.append(_rule(y(step), f"{step:g}"))
        step *= 10
    for name, points in lines.items():
        parts.append(_line(name, [(x(count), y(max(cost, low))) for count, cost in points]))
    parts.append(_text(LEFT, TOP - 8, "CPU seconds a district, by number of districts"))
    return _svg("".join(parts))


def _log(value: float) -> float:
    from math import log10

    return log10(value)


def _power_below(value: float) -> float:
    power = 1.0
    while power > value:
        power /= 10
    return power


def _power_above(value: float) -> float:
    power = 1.0
    while power < value:
        power *= 10
    return power


def _grid(x: float, y: float, label: str) -> str:
    return f'<path d="M{x:.1f} {TOP}V{y:.1f}" stroke="#ddd"/>' + _text(x, y + 18, label, "middle")


def _rule(y: float, label: str) -> str:
    return f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>' + _text(LEFT - 6, y + 4, label, "end")


def _line(name: str, points: Sequence[tuple[float, float]]) -> str:
    colour = COLOURS.get(name, "#000")
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    label = _text(points[-1][0] + 8, points[-1][1] + 4, name, colour=colour)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}{label}'


def _text(x: float, y: float, text: str, anchor: str = "start", colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'


def _svg(body: str) -> str:
    view = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {view}>'
    return f'{head}<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{body}</svg>\n'
