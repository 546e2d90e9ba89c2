"""Bars of months, and of names: what every chart of counts is drawn with. Pure text.

A chart is shown as a picture, so it carries its own ground and colours (those of templates/tokens.css, by day), reads
at 360 px without being scaled, and tells its bars apart without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil

from markupsafe import escape

from selebaran.compose.template.formats import count, short_month

COLOURS = {"kertas": "#ffffff", "nila-900": "#131c3f", "nila-700": "#22346f", "nila-200": "#c9d4f0"}
"""The tokens that charts use."""
MONTHS_SHOWN = 12
WIDTH, HEIGHT = 328, 262
TOP, BASE, RIGHT = 72, 208, 318
ROUND = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Tenths of a power of ten that count as round."""
LETTER = 9
"""How wide a digit of 16 px is."""


def drawn(title: str, description: str, legend: Iterable[str], bars: Mapping[str, Sequence[tuple[date, int]]]) -> str:
    """An SVG: a legend above, then bars by their kind, those of a later kind before those of an earlier one. Each kind
    has a count for each month, the oldest first."""
    months = [month for month, _ in next(iter(bars.values()))]
    top = _round_up(max(value for counts in bars.values() for _, value in counts))
    parts = (*legend, *_scale(top), *_bars(months, bars, top), *_months(months, top))
    return _svg(title, description, HEIGHT, parts)


ROW = 44
"""How high a row is: its name and count, and below them its bar."""


def drawn_rows(title: str, description: str, rows: Sequence[tuple[str, int]], rest: tuple[str, int] | None) -> str:
    """An SVG of counts by name, in the given order: each name above its bar, `rest` last, in the lighter colour."""
    shown = [*rows, *((rest,) if rest else ())]
    top = max((value for _, value in shown), default=0) or 1
    parts = []
    for number, (name, value) in enumerate(shown):
        y = number * ROW + 8
        kind = "semua" if rest and number == len(rows) else "aktif"
        parts += [
            f'<text x="4" y="{y + 16}">{escape(name)}</text>',
            f'<text class="kanan" x="{RIGHT}" y="{y + 16}">{count(value)}</text>',
            f'<rect class="{kind}" x="4" y="{y + 22}" width="{(RIGHT - 4) * value / top:.1f}" height="12"/>',
        ]
    return _svg(title, description, len(shown) * ROW + 8, parts)


def _svg(title: str, description: str, height: int, parts: Iterable[str]) -> str:
    begin = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' role="img" aria-labelledby="judul uraian">',
        f'<title id="judul">{escape(title)}</title>',
        f'<desc id="uraian">{escape(description)}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="dasar" width="{WIDTH}" height="{height}"/>',
    )
    return "\n".join([*begin, *parts, "</svg>"]) + "\n"


def within_a_year(months: Iterable[date]) -> list[date]:
    """Those within a year before the newest, the oldest first."""
    ordered = sorted(months)
    return [month for month in ordered if _months_between(month, ordered[-1]) < MONTHS_SHOWN]


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _round_up(value: int) -> int:
    """The next round number that a scale can end with: at least 10, and even, so that it has a half."""
    power: int = 10 ** (len(str(max(value, 10))) - 1)
    ends = (power * tenths // 10 for tenths in ROUND)
    return next(end for end in ends if end >= value and end % 2 == 0)


def _style() -> str:
    ink, dark, light, paper = (COLOURS[name] for name in ("nila-900", "nila-700", "nila-200", "kertas"))
    return (
        f'text{{font:16px Roboto,"Noto Sans","Segoe UI",system-ui,sans-serif;fill:{ink}}}'
        f".dasar{{fill:{paper}}}.garis{{stroke:{ink};stroke-width:1;stroke-opacity:.35}}.alas{{stroke:{ink};stroke-width:2}}"
        f".semua{{fill:{light};stroke:{ink};stroke-width:1.5}}.aktif{{fill:{dark}}}"
        ".kanan{text-anchor:end}.tengah{text-anchor:middle}"
    )


def _scale(top: int) -> list[str]:
    """Three lines with their counts."""
    left = _left(top)
    parts = []
    for value in (top, top // 2, 0):
        y = _height_at(value, top)
        parts.append(f'<text class="kanan" x="{left - 8}" y="{y + 5:g}">{count(value)}</text>')
        parts.append(f'<path class="{"garis" if value else "alas"}" d="M{left} {y:g}H{RIGHT}"/>')
    return parts


def _left(top: int) -> int:
    """Where the bars begin: right of the widest count."""
    return len(count(top)) * LETTER + 12


def _height_at(value: int, top: int) -> float:
    return round(BASE - (BASE - TOP) * value / top, 1)


def _month_width(months: Sequence[date], top: int) -> float:
    """The room of a month. A month without a figure keeps its own."""
    return min((RIGHT - _left(top)) / (_months_between(months[0], months[-1]) + 1), 60)


def _bars(months: Sequence[date], bars: Mapping[str, Sequence[tuple[date, int]]], top: int) -> Iterator[str]:
    room = _month_width(months, top)
    for counted in zip(*bars.values(), strict=True):
        for kind, (month, value) in zip(bars, counted, strict=True):
            x = _left(top) + (_months_between(months[0], month) + 0.15) * room
            y = _height_at(value, top)
            yield f'<rect class="{kind}" x="{x:.1f}" y="{y:g}" width="{room * 0.7:.1f}" height="{BASE - y:.1f}"/>'


def _months(shown: Sequence[date], top: int) -> list[str]:
    """The names of the months, as many as there is room for, counted from the newest; the year where it changes."""
    room = _month_width(shown, top)
    step = ceil(4 * LETTER / room)
    first = shown[0]
    months = _months_between(first, shown[-1])
    parts = []
    year = 0
    for index in range(months % step, months + 1, step):
        years, number = divmod(first.month - 1 + index, 12)
        here = date(first.year + years, number + 1, 1)
        middle = _left(top) + (index + 0.5) * room
        parts.append(f'<text class="tengah" x="{middle:.1f}" y="{BASE + 22}">{short_month(here).split()[0]}</text>')
        if here.year != year:
            parts.append(f'<text class="tengah" x="{middle:.1f}" y="{BASE + 42}">{here.year}</text>')
        year = here.year
    return parts
