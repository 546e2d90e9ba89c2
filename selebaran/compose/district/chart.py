"""A district's membership figures as a small chart and as a table for a spreadsheet. Pure text; the site writes it.

The chart is shown as a picture, so it carries its own ground and colours (those of templates/tokens.css, by day),
reads at 360 px without being scaled, and tells its bars apart without colour.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from math import ceil

from markupsafe import escape

from selebaran.compose.template.formats import count, month, short_month
from selebaran.model.campaign import FigureWords
from selebaran.model.district import Figure
from selebaran.model.registry import DistrictFolder

COLOURS = {"kertas": "#ffffff", "nila-900": "#131c3f", "nila-700": "#22346f", "nila-200": "#c9d4f0"}
"""The tokens that the chart uses."""
MONTHS_SHOWN = 12
BYTE_ORDER_MARK = "\ufeff"
"""By it a spreadsheet knows UTF-8."""
FORMULA = ("=", "+", "-", "@")
"""A cell that begins so would be calculated by a spreadsheet."""

WIDTH, HEIGHT = 328, 262
TOP, BASE, RIGHT = 72, 208, 318
ROUND = (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100)
"""Tenths of a power of ten that count as round."""
LETTER = 9
"""How wide a digit of 16 px is."""


def figure_paths(about: str | None) -> tuple[str, str]:
    """Where the chart lies, and the table: with the page about the site, or else beside the chart."""
    return "assets/capaian.svg", f"{about or 'assets'}/capaian.csv"


def figure_files(folder: DistrictFolder, words: FigureWords | None, about: str | None) -> dict[str, bytes]:
    """The chart and the table of a district's figures, by path; none without figures or words for them."""
    if not folder.figures or words is None:
        return {}
    chart = figures_chart(folder.figures, folder.district.name, words)
    chart_path, table_path = figure_paths(about)
    return {chart_path: chart.encode(), table_path: figures_csv(folder.figures).encode()}


def figures_csv(figures: Sequence[Figure]) -> str:
    """All figures, the oldest first, under the keys of capaian.yml; months as 2026-10, counts without separators."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["bulan", "peserta", "aktif", "sumber"])
    for figure in sorted(figures, key=lambda f: f.month):
        source = f"'{figure.source}" if figure.source.lstrip().startswith(FORMULA) else figure.source
        writer.writerow([f"{figure.month:%Y-%m}", figure.members, figure.active, source])
    return BYTE_ORDER_MARK + file.getvalue()


def describe_figures(figures: Sequence[Figure], name: str, words: FigureWords) -> str:
    """The chart in words, for those who can't see it: the newest month, and the one that it is compared with."""
    shown = _shown(figures)
    first, last = shown[0], shown[-1]
    text = f"{words.subject} di {name}. {month(last.month)}: {count(last.active)} {words.part} "
    text += f"dari {count(last.members)} {words.whole}."
    if first is not last:
        text += f" {month(first.month)}: {count(first.active)} {words.part} dari {count(first.members)}."
    return text


def figures_chart(figures: Sequence[Figure], name: str, words: FigureWords) -> str:
    """An SVG of the last twelve months that have figures, at least one: the active ones within all members.

    `name` is the district's."""
    shown = _shown(figures)
    last = shown[-1]
    top = _round_up(max(figure.members for figure in shown))
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        ' role="img" aria-labelledby="judul uraian">',
        f'<title id="judul">{escape(words.subject)} tiap bulan di {escape(name)}</title>',
        f'<desc id="uraian">{escape(describe_figures(figures, name, words))}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="dasar" width="{WIDTH}" height="{HEIGHT}"/>',
        *_legend(last, words),
        *_scale(top),
        *_bars(shown, top),
        *_months(shown, top),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _shown(figures: Sequence[Figure]) -> list[Figure]:
    """Those within a year before the newest, the oldest first."""
    ordered = sorted(figures, key=lambda f: f.month)
    return [f for f in ordered if _months_between(f.month, ordered[-1].month) < MONTHS_SHOWN]


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


def _legend(last: Figure, words: FigureWords) -> list[str]:
    """What the two parts of a bar are, with the newest counts."""
    return [
        '<rect class="aktif" x="4" y="7" width="16" height="16"/>',
        f'<text x="28" y="21">{escape(words.part.capitalize())}, {month(last.month)}: {count(last.active)}</text>',
        '<rect class="semua" x="4.75" y="32.75" width="14.5" height="14.5"/>',
        f'<text x="28" y="46">{escape(words.whole.capitalize())}: {count(last.members)}</text>',
    ]


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


def _month_width(shown: Sequence[Figure], top: int) -> float:
    """The room of a month. A month without a figure keeps its own."""
    months = _months_between(shown[0].month, shown[-1].month) + 1
    return min((RIGHT - _left(top)) / months, 60)


def _bars(shown: Sequence[Figure], top: int) -> list[str]:
    room = _month_width(shown, top)
    parts = []
    for figure in shown:
        x = _left(top) + (_months_between(shown[0].month, figure.month) + 0.15) * room
        for kind, value in (("semua", figure.members), ("aktif", figure.active)):
            y = _height_at(value, top)
            parts.append(
                f'<rect class="{kind}" x="{x:.1f}" y="{y:g}" width="{room * 0.7:.1f}" height="{BASE - y:.1f}"/>'
            )
    return parts


def _months(shown: Sequence[Figure], top: int) -> list[str]:
    """The names of the months, as many as there is room for, counted from the newest; the year where it changes."""
    room = _month_width(shown, top)
    step = ceil(4 * LETTER / room)
    first = shown[0].month
    months = _months_between(first, shown[-1].month)
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
