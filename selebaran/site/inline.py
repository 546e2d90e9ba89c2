"""The scripts that stand in a page instead of beside it, as they are sent."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data"
BLANKS = re.compile(r" ?([{}()=,;:?<>+*/&|!-]+) ?")


def sent(name: str) -> str:
    """A script without what only a reader of its file needs."""
    text = re.sub(r"/\*.*?\*/", "", (FOLDER / name).read_text("utf-8"), flags=re.S)
    lines = (line.strip() for line in text.split("\n"))
    parts = re.split(r'("[^"]*")', "\n".join(line for line in lines if line))
    return "".join(part if part[:1] == '"' else BLANKS.sub(r"\1", part) for part in parts)


CLOCK = sent("hari.js")
"""Asks the reader's clock, before anything is painted (site/clock.py)."""
LOST = sent("sesat.js")
"""Leads the page for wrong addresses to its site, in whatever folder that lies. No other page has it."""
INLINE = (CLOCK,)
