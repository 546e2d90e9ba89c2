"""Two days of a rule -> a bar on which one sees when to wait and when to act: the picture for who doesn't read a table.

The days come from the register, so that no drawing says another day than the words beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

DAY, HIGH, LINE, TICK = 8, 34, 3, 9
"""Units of the drawing: the width of a day, the bar's height, its outline, the little line between two days."""
EDGE = LINE / 2


def day_bar(first: int, last: int, colours: Mapping[str, str]) -> str:
    """The bar as SVG: `last` days, of which those from day `first` on are filled. Where a theme's colour is the
    paper's, as for the photocopier, they are black."""
    paper, line = colours["il-paper"], colours["il-line"]
    filled = colours["il-b"] if colours["il-b"] != paper else line
    on_filled = paper if filled == line else line
    begin, end = (first - 1) * DAY + EDGE, last * DAY
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {end + LINE} {HIGH + LINE}" preserveAspectRatio="none">'
        f'<rect x="{EDGE}" y="{EDGE}" width="{end}" height="{HIGH}" fill="{paper}"/>'
        f'<rect x="{begin}" y="{EDGE}" width="{end + EDGE - begin}" height="{HIGH}" fill="{filled}"/>'
        f'<g fill="none" stroke="{line}" stroke-width="{EDGE}">{_ticks(1, first - 1, line)}'
        f"{_ticks(first, last, on_filled)}"
        f'<rect x="{EDGE}" y="{EDGE}" width="{end}" height="{HIGH}" stroke-width="{LINE}"/>'
        f'<path d="M{begin} {EDGE}V{HIGH + EDGE}" stroke-width="{LINE}"/></g></svg>'
    )


def _ticks(first: int, last: int, colour: str) -> str:
    """The little lines after these days, the last left out."""
    between = (f"M{day * DAY + EDGE} {HIGH - TICK}V{HIGH}" for day in range(first, last))
    return f'<path stroke="{colour}" d="{"".join(between)}"/>'
