"""What a page hands to the script that asks the reader's clock."""

from __future__ import annotations

from datetime import date

from selebaran.compose.district.marks import MINUTES, ZONE
from selebaran.compose.template.views import Values
from selebaran.model.language import INDONESIAN, INDONESIAN_NEAR, INDONESIAN_STALE, Languages
from selebaran.site.inline import CLOCK

STALE = 45
"""A build that is older says so."""
STALE_PAPER = 14
"""The same on pages of editions on paper."""
MINUTES_OF = {"WIB": 420, "WITA": 480, "WIT": 540}
"""How far each zone is ahead of UTC."""


def clock_values(built: date, zone: str, languages: Languages) -> Values:
    """What a page that is built on a day, for a time zone, hands to the script; under the names that templates use. A
    language that has no words of its own for it isn't among them."""
    near = {INDONESIAN: INDONESIAN_NEAR, **{code: one.near for code, one in languages.items() if one.near}}
    stale = {INDONESIAN: INDONESIAN_STALE, **{code: one.stale for code, one in languages.items() if one.stale}}
    return {
        "skrip": CLOCK,
        "disusun": built.isoformat(),
        "zona": MINUTES if zone == ZONE else MINUTES_OF[zone],
        "kata": {code: "|".join(words.in_order) for code, words in near.items()},
        "lama": {code: (words.before, words.after) for code, words in stale.items()},
        "umur": STALE,
        "umur_edisi": STALE_PAPER,
    }
