"""What a page hands to the script that asks the reader's clock."""

from __future__ import annotations

from datetime import date

from selebaran.compose.template.views import Values
from selebaran.model.language import CLOCK_WORDS, STALE_WORDS
from selebaran.site.inline import CLOCK

STALE = 45
"""A build that is older says so."""
STALE_PAPER = 14
"""The same on pages of editions on paper."""
MINUTES = {"WIB": 420, "WITA": 480, "WIT": 540}
"""How far each zone is ahead of UTC."""


def clock_values(built: date, zone: str) -> Values:
    """What a page that is built on a day, for a time zone, hands to the script; under the names that templates use."""
    return {
        "skrip": CLOCK,
        "disusun": built.isoformat(),
        "zona": MINUTES[zone],
        "kata": {code: "|".join(words) for code, words in CLOCK_WORDS.items()},
        "lama": STALE_WORDS,
        "umur": STALE,
        "umur_edisi": STALE_PAPER,
    }
