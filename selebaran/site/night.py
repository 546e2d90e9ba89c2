"""The dark set of colours, for whoever has asked their phone for it (`prefers-color-scheme: dark`).

It stands once, among the tokens, as the theme "gelap". A stylesheet gets its roles behind the light ones; a drawing,
which is a document of its own, those of the colours that it has. On paper everything stays as it is by day.
"""

from __future__ import annotations

import re
from functools import lru_cache

from selebaran.compose.piece.drawings import VARIABLE, themes

NIGHT = "@media screen and (prefers-color-scheme: dark)"
THEME = "gelap"
ROLES = re.compile(rf'\[data-theme="{THEME}"\][^{{]*\{{([^}}]*)\}}')
STYLE_ENDS = "</style>"


def with_night(tokens_css: str) -> str:
    """The tokens, with the roles of the dark theme behind them; unchanged where there is none."""
    found = ROLES.search(tokens_css)
    if found is None:
        return tokens_css
    return f"{tokens_css}:root {{ color-scheme: light dark; }}\n{NIGHT} {{ :root {{{found[1]}}} }}\n"


def drawn_by_night(svg: str, tokens_css: str) -> str:
    """A drawing that has dark colours too, if it has a style of its own to put them into."""
    by_day, by_night = _colours(tokens_css)
    used = dict.fromkeys(VARIABLE.findall(svg))
    changed = [f"--{name}:{by_night[name]}" for name in used if by_night.get(name) != by_day.get(name)]
    if not changed or STYLE_ENDS not in svg:
        return svg
    return svg.replace(STYLE_ENDS, f"{NIGHT}{{svg{{{';'.join(changed)}}}}}{STYLE_ENDS}", 1)


@lru_cache(maxsize=4)
def _colours(tokens_css: str) -> tuple[dict[str, str], dict[str, str]]:
    found = themes(tokens_css)
    by_day = found.get("terang", {})
    return by_day, found.get(THEME, by_day)
