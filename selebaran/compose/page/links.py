"""How a page's links to other pages look, in Markdown and in HTML."""

from __future__ import annotations

import re

LINK = re.compile(r"\]\((?![a-z]+:|[/#])")
RAW_LINK = re.compile(r'(<(?:a|img)\b[^>]*? (?:href|src)=")(?![a-z]+:|[/#])')
"""A link within HTML, which is relative to the page's address and not to its source file."""
