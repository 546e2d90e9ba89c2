"""The ways in on the home page: their drawings as one picture, since on a slow line a phone asks once for all; and what
is wanted most beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selebaran.model.edition import Edition

PATH = "assets/seni/pilihan.svg"
STEP = 1000
"""How far below each other they stand, so that none shows beside another."""
HEAD = re.compile(r'<svg\b[^>]*?viewBox="([^"]*)"[^>]*>(?:<title\b.*?</title>)?', re.S)


def places_of(edition: Edition) -> dict[str, int]:
    """How far down each drawing stands, by name."""
    names = dict.fromkeys(choice.drawing for page in edition.pages for choice in page.meta.choices)
    return {name: STEP * number for number, name in enumerate(n for n in names if n in edition.drawings)}


def near_at_hand(edition: Edition) -> tuple[dict[str, str | None], ...]:
    """Pages of the menu to which no way in leads, but the one about the site: on a phone they stand before these."""
    led = {choice.target for page in edition.pages for choice in page.meta.choices}
    other = (link for link in edition.frame.menu if link.address not in led)
    return tuple(
        {"judul": link.title, "url": link.address, "sampai": link.gone_from.isoformat() if link.gone_from else None}
        for link in other
        if link.address != f"{edition.frame.about}/"
    )


def picture_of(drawings: Mapping[str, str], places: Mapping[str, int]) -> str:
    """One picture of these drawings."""
    parts = (_placed(drawings[name], down) for name, down in places.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'


def _placed(svg: str, down: int) -> str:
    def head(found: re.Match[str]) -> str:
        left, top, width, height = found[1].split()
        return f'<svg x="{left}" y="{float(top) + down:g}" width="{width}" height="{height}" viewBox="{found[1]}">'

    return HEAD.sub(head, svg, count=1)
