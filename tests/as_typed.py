"""A finished page with the marks of its source, by which tests look for steps, cells and headings."""

from __future__ import annotations

import re
from html import unescape

MARKS = (
    (r'<h([2-6]) id="([^"]*)">(.*?)</h\1>', lambda found: f"{'#' * int(found[1])} {found[3]} {{#{found[2]}}}\n"),
    (r'<a\b[^>]*? href="([^"]*)">(.*?)</a>', r"[\2](\1)"),
    (r"</?strong>", "**"),
    (r"<t[dh]\b[^>]*>(.*?)</t[dh]>\s*", r"| \1 "),
    (r"</tr>", "|\n"),
    (r"<blockquote>(.*?)</blockquote>", lambda found: found[1].replace("<p>", "> ")),
)


def as_typed(html: str) -> str:
    """A page's text with the marks of its source, by which these tests look for things."""
    for find, put in MARKS:
        html = re.sub(find, put, html, flags=re.S)
    html = re.sub(r"<ol[^>]*>.*?</ol>", lambda found: re.sub(r"<li>\s*(?:<p>)?", "1. ", found[0]), html, flags=re.S)
    html = re.sub(r"<li>\s*(?:<p>)?", "- ", html)
    return unescape(re.sub(r"<[^>]+>", "", html))
