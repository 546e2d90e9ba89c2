"""A district's membership figures as a small chart and as a table for a spreadsheet. Pure text; the site writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from markupsafe import escape

from selebaran.compose.district.bars import drawn, within_a_year
from selebaran.compose.template.formats import count, month
from selebaran.model.campaign import FigureWords
from selebaran.model.district import Figure
from selebaran.model.registry import DistrictFolder

BYTE_ORDER_MARK = "\ufeff"
"""By it a spreadsheet knows UTF-8."""
FORMULA = ("=", "+", "-", "@")
"""A cell that begins so would be calculated by a spreadsheet."""


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
        writer.writerow([f"{figure.month:%Y-%m}", figure.members, figure.active, no_formula(figure.source)])
    return BYTE_ORDER_MARK + file.getvalue()


def no_formula(text: str) -> str:
    """A text as a cell that no spreadsheet calculates."""
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


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
    bars = {
        "semua": [(figure.month, figure.members) for figure in shown],
        "aktif": [(figure.month, figure.active) for figure in shown],
    }
    title = f"{words.subject} tiap bulan di {name}"
    return drawn(title, describe_figures(figures, name, words), _legend(shown[-1], words), bars)


def _shown(figures: Sequence[Figure]) -> list[Figure]:
    months = within_a_year(figure.month for figure in figures)
    return sorted((figure for figure in figures if figure.month in months), key=lambda figure: figure.month)


def _legend(last: Figure, words: FigureWords) -> list[str]:
    """What the two parts of a bar are, with the newest counts."""
    return [
        '<rect class="aktif" x="4" y="7" width="16" height="16"/>',
        f'<text x="28" y="21">{escape(words.part.capitalize())}, {month(last.month)}: {count(last.active)}</text>',
        '<rect class="semua" x="4.75" y="32.75" width="14.5" height="14.5"/>',
        f'<text x="28" y="46">{escape(words.whole.capitalize())}: {count(last.members)}</text>',
    ]
