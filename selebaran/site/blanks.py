"""Pages without blanks that show nothing: templates are indented for those who read them."""

from __future__ import annotations

import re

KEPT = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.S | re.I)
"""Where a blank counts."""
BLANKS = re.compile(r"\n\s+")


def squeezed(page: str) -> str:
    """A page with one line break where there were several, and no indentation. A break stays: it parts words."""
    parts = KEPT.split(page)
    parts[::2] = [BLANKS.sub("\n", part) for part in parts[::2]]
    return "".join(parts).lstrip()
