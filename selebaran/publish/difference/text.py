"""Two files -> the lines that a reader finds changed. A page is read as its text, a sheet as that of its pages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

import pypdfium2

BREAKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "button", "caption", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"),
        *("nav", "ol", "option", "p", "section", "summary", "table", "td", "th", "title", "tr", "ul"),
    )
)
SILENT = frozenset(("script", "style", "svg", "template"))
Mark = Literal["-", "+", " "]
AROUND = 1
"""Lines that stay the same and are shown beside one that doesn't."""
MOST_LINES = 400
"""Lines of one file that are shown."""


@dataclass(frozen=True)
class Line:
    """A line that was there, is there now, or both."""

    mark: Mark
    text: str


class _Words(HTMLParser):
    """The text of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[str]] = [[]]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; a picture says what stands for it."""
        self._silent += tag in SILENT
        if tag in BREAKS:
            self.lines.append([])
        if tag == "img" and (alt := dict(attrs).get("alt")):
            self.lines[-1].append(f"[{alt}]")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._silent -= tag in SILENT and self._silent > 0
        if tag in BREAKS:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        """Text that is seen."""
        if not self._silent:
            self.lines[-1].append(data)


def lines_of_page(html: bytes) -> list[str]:
    """What a page says, block by block."""
    reader = _Words()
    reader.feed(html.decode("utf-8", "replace"))
    reader.close()
    return _whole("".join(parts) for parts in reader.lines)


def lines_of_sheet(pdf: bytes) -> list[str]:
    """What a sheet says, line by line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _whole(line for page in document for line in re.split(r"\r?\n", page.get_textpage().get_text_range()))
    finally:
        document.close()


def _whole(lines: Iterable[str]) -> list[str]:
    """Lines with single spaces; empty ones go."""
    return [text for line in lines if (text := " ".join(line.split()))]


def changed_lines(before: list[str], after: list[str]) -> tuple[Line, ...]:
    """The lines that differ, each with its neighbours; nothing where the text is the same."""
    return tuple(_lines(before, after))[:MOST_LINES]


def _lines(before: list[str], after: list[str]) -> Iterator[Line]:
    for found in difflib.unified_diff(before, after, lineterm="", n=AROUND):
        if found.startswith(("---", "+++")) and not found[3:].strip():
            continue
        if found.startswith("@@"):
            yield Line(" ", "…")
        elif found[0] == "-":
            yield Line("-", found[1:])
        elif found[0] == "+":
            yield Line("+", found[1:])
        else:
            yield Line(" ", found[1:])
