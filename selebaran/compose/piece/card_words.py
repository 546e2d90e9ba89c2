"""What a picture says, in lines of plain text: to be copied beside it, and for those who don't see it."""

from __future__ import annotations

import re
from html import unescape

LINE = re.compile(r"<(h1|p|li)\b([^>]*)>(.*?)</\1>", re.DOTALL)
TOLD = re.compile(r'data-panel="muka".*?(?=data-panel=")', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
NOT_SAID = 'class="pratinjau"'
"""The mark of a preview: what passes the words on says that itself."""


def lines_of(html: str) -> tuple[str, ...]:
    """The heading and the lines below it. The sheet is our own template's, whose values are escaped."""
    told = TOLD.search(html)
    found = LINE.findall(told[0]) if told else []
    plain = (unescape(TAG.sub(" ", text)) for _, attributes, text in found if NOT_SAID not in attributes)
    return tuple(" ".join(re.sub(r"\s+([.,;:!?])", r"\1", text).split()) for text in plain)
