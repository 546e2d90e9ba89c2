"""HTML as our templates write it, soon parsed: the tree is the one that WeasyPrint's parser makes of it.

What is composed has some twenty elements, each closed where it was opened. For that the rules of HTML (13.2.6) come
down to a few; whatever asks for others is left to WeasyPrint's parser, which reads a sheet letter by letter.
tests/press/test_parsed.py holds both against each other for all sheets.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Comment, Element, TreeBuilder

import cssselect2
from weasyprint import HTML

from selebaran.press.fetcher import SealedFetcher

DOCTYPE = "<!doctype html>"
ODD = re.compile(r"[&\r\0\f\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What is read as something else than it is, or has to be told."""
TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[ \n]+[a-z][a-z0-9-]*(?:="[^"]*")?)*)[ \n]*>|([^<]+)')
ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(?:="([^"]*)")?')
EMPTY = frozenset(("br", "img", "meta", "wbr"))
WITHIN_LINES = frozenset(("a", "b", "br", "i", "img", "span", "strong", "wbr"))
BLOCKS = frozenset(("div", "h1", "h2", "h3", "ol", "p", "section", "table", "ul"))
LINES = frozenset(("h1", "h2", "h3", "p"))
"""Elements that a block would close."""
IMPLIED = "(tbody)"
"""The body of a table that has none."""
WITHIN: dict[str, frozenset[str]] = {
    "html": frozenset(("head", "body")),
    "head": frozenset(("meta", "title")),
    "title": frozenset(),
    "table": frozenset(("thead", "tbody", "tr")),
    **dict.fromkeys(("thead", "tbody", IMPLIED), frozenset(("tr",))),
    "tr": frozenset(("td", "th")),
    **dict.fromkeys(("ol", "ul"), frozenset(("li",))),
}
"""What some elements hold; all others hold lines and blocks."""
WORDLESS = frozenset(("html", "head", "table", "thead", "tbody", IMPLIED, "tr"))


class Parsed(HTML):  # type: ignore[misc]  # weasyprint has no types
    """A source whose tree is there."""

    def __init__(self, root: Element, base_url: str, url_fetcher: SealedFetcher) -> None:
        self.base_url, self.url_fetcher, self.media_type = base_url, url_fetcher, "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def html_of(source: str, base_url: str, fetcher: SealedFetcher, *, plain: bool) -> HTML:
    """A source, parsed; a `plain` one by WeasyPrint. Its comments say nothing: to `itertext` they are letters."""
    if not plain and (root := tree_of(source)) is not None:
        return Parsed(root, base_url, fetcher)
    html = HTML(string=source, base_url=base_url, url_fetcher=fetcher)
    for element in html.etree_element.iter(Comment):
        element.text = ""
    return html


def tree_of(source: str) -> Element | None:
    """The tree of a source; None where that asks for more than is known here."""
    if not source.startswith(DOCTYPE) or ODD.search(source):
        return None
    reader, at = _Reader(), len(DOCTYPE)
    while at < len(source):
        token = TOKEN.match(source, at)
        if token is None or not reader.takes(*token.groups()):
            return None
        at = token.end()
    return reader.root()


class _Reader:
    """Builds a tree, as long as nothing is out of its place. `_past` are the ends of body and html that were read: what
    stands behind them is a part of the body."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._open: list[str] = []
        self._seen: set[str] = set()
        self._lines = 0
        self._past: list[str] = []

    def takes(self, slash: str | None, name: str | None, attributes: str, text: str | None) -> bool:
        """Whether a token is in its place."""
        if text is not None:
            return self._text(text)
        assert name is not None
        return self._end(name) if slash else self._start(name, attributes)

    def root(self) -> Element | None:
        """The tree, where all of it was there."""
        if self._past != ["body", "html"]:
            return None
        self._builder.end("body")
        self._builder.end("html")
        return self._builder.close()

    def _text(self, text: str) -> bool:
        """What is blank before the head isn't there."""
        is_blank = not text.strip(" \n\t")
        if "head" not in self._seen:
            return is_blank
        if not is_blank and (self._past or self._open[-1] in WORDLESS):
            return False
        self._builder.data(text)
        return True

    def _start(self, name: str, attributes: str) -> bool:
        found = ATTRIBUTE.findall(attributes)
        about = dict(found)
        if self._past or not self._may_start(name) or len(about) < len(found):
            return False
        if name == "tr" and self._open[-1] == "table":
            self._builder.start("tbody", {})
            self._open.append(IMPLIED)
        self._seen.add(name)
        self._builder.start(name, about)
        if name in EMPTY:
            self._builder.end(name)
        else:
            self._open.append(name)
            self._lines += name in LINES
        return True

    def _may_start(self, name: str) -> bool:
        if not self._open:
            return name == "html" and not self._seen
        if name in ("head", "body") and (name in self._seen or (name == "body") != ("head" in self._seen)):
            return False
        within = WITHIN.get(self._open[-1])
        if within is not None:
            return name in within
        if name in BLOCKS:
            return not self._lines
        return name in WITHIN_LINES and not (name == "a" and "a" in self._open)

    def _end(self, name: str) -> bool:
        if name in ("body", "html"):
            self._past.append(name)
            return self._open == ["html", "body"]
        if name == "table" and self._open[-1:] == [IMPLIED]:
            self._builder.end("tbody")
            self._open.pop()
        if self._past or self._open[-1:] != [name]:
            return False
        self._builder.end(name)
        self._open.pop()
        self._lines -= name in LINES
        return True
