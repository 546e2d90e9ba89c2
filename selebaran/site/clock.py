"""The script that asks the reader's clock, as it is sent: the only one that stands in a page instead of beside it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from selebaran.compose.template.views import Values
from selebaran.model.language import CLOCK_WORDS, STALE_WORDS

FILE = Path(__file__).parents[1] / "data" / "hari.js"
STALE = 45
"""A build that is older says so."""
STALE_PAPER = 14
"""The same on pages of editions on paper."""
MINUTES = {"WIB": 420, "WITA": 480, "WIT": 540}
"""How far each zone is ahead of UTC."""
BLANKS = re.compile(r" ?([{}()=,;:?<>+*/&|!-]+) ?")


def _sent(text: str) -> str:
    """The script without what only a reader of the file needs."""
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", text, flags=re.S).split("\n"))
    parts = re.split(r'("[^"]*")', "\n".join(line for line in lines if line))
    return "".join(part if part[:1] == '"' else BLANKS.sub(r"\1", part) for part in parts)


SCRIPT = _sent(FILE.read_text("utf-8"))


def clock_values(built: date, zone: str) -> Values:
    """What a page that is built on a day, for a time zone, hands to the script; under the names that templates use."""
    return {
        "skrip": SCRIPT,
        "disusun": built.isoformat(),
        "zona": MINUTES[zone],
        "kata": {code: "|".join(words) for code, words in CLOCK_WORDS.items()},
        "lama": STALE_WORDS,
        "umur": STALE,
        "umur_edisi": STALE_PAPER,
    }
