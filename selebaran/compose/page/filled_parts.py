"""Parts of pages that differ by values only: each is rendered once, and the values are put into its HTML.

What comes out is byte for byte what the renderer makes of the whole Markdown; a test holds that for all districts. A
value in which the renderer may find something (a number that dials, an address) goes the long way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from selebaran.compose.page.finished import Finished, finished
from selebaran.compose.template.engine import escape_markdown
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import remembered

PLAIN = re.compile(r"[^\W\d_][^\W\d_ '()/.,-]*(?:[ '()/-]+[^\W\d_]+)*|-?\d{1,3}\.\d{2,}|\d{1,3}")
"""Names of letters, coordinates and counts: nothing in them is more than it looks."""


@dataclass(frozen=True)
class Part:
    """Markdown in which `{0}`, `{1}` … stand for values; `notes` are HTML below it that nobody typed."""

    text: str
    values: tuple[str, ...] = ()
    notes: str = ""

    @property
    def markdown(self) -> str:
        """The part as it would be typed."""
        return _put(self.text, [escape_markdown(value) for value in self.values])

    def finished(self, slug: str) -> Finished:
        """The part as it stands on a page of this depth."""
        if is_plain() or not all(PLAIN.fullmatch(value) for value in self.values):
            return finished(self.markdown, slug)
        marks = tuple(
            f"Qz{'abcdefghij'[number // 10 % 10]}{'abcdefghij'[number % 10]}zQ" for number in range(len(self.values))
        )
        made = _with_marks(self.text, marks, slug)
        found = dict(zip(marks, (escape(value, quote=False) for value in self.values), strict=True))
        html = MARK.sub(lambda mark: found[mark[0]], made.html) if found else made.html
        return Finished(html, made.headings)


MARK = re.compile("Qz[a-j]{2}zQ")


@remembered(512)
def _with_marks(text: str, marks: tuple[str, ...], slug: str) -> Finished:
    return finished(_put(text, marks), slug)


def _put(text: str, values: Iterable[str]) -> str:
    for number, value in enumerate(values):
        text = text.replace(f"{{{number}}}", value)
    return text


def joined(parts: Iterable[Part], slug: str) -> Finished:
    """Parts, one below the other."""
    parts = tuple(parts)
    made = [part.finished(slug) for part in parts]
    html = "".join(f"{one.html}{part.notes}" for part, one in zip(parts, made, strict=True))
    return Finished(html, tuple(heading for one in made for heading in one.headings))
