"""Keeps the clean HTML of district text out of Markdown's hands.

Markdown leaves a raw HTML block alone, but not within an element with `markdown="1"`, as the forms of blocks are: there
attribute lists would be read once more, and `{: onclick="…"}` would come alive after the cleaning.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from selebaran.compose.markup.aside import BEGIN, END

BLOCK = re.compile(rf"^{re.escape(BEGIN.removesuffix('>'))}[^>\n]*>\n.*?\n{re.escape(END)}$", re.M | re.S)
"""A text as it was composed; on a page in another language it also says that it is Indonesian."""
AFTER_WHITESPACE = 29
"""Markdown evens out white space at 30, and looks for HTML at 20."""


class OwnText(Extension):
    """Sets district text aside before anything else reads the page."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step to a Markdown instance."""
        md.preprocessors.register(_SetAside(md), "dari_daerah", AFTER_WHITESPACE)


class _SetAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """The page with a mark in place of each district text; no such text can hold the end of another."""
        stash = self.md.htmlStash
        return BLOCK.sub(lambda found: f"\n\n{stash.store(found[0])}\n\n", "\n".join(lines)).split("\n")
