"""A served page -> where it leads, what it runs, and which words of planted pages it says."""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from selebaran.publish.live.planted import words_in

LEADS = {"a": "href", "area": "href", "link": "href", "iframe": "src", "form": "action", "meta": "content"}
"""The attribute in which an element names another address."""
RUNS = ("", "text/javascript", "application/javascript", "module")
"""Types of scripts that a browser runs; others hold data."""
REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.I)
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
RULE = re.compile(r"^\s*(?:allow|disallow|sitemap)\s*:\s*(/[^\s*#]+)", re.I | re.M)
"""A path that robots.txt names; one with a star is none."""
BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b", re.I)
PACKED, MOST_UNPACKED = b"\x1f\x8b", 5_000_000
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""How a text begins that isn't UTF-8."""


@dataclass
class Page:
    """`scripts` are addresses of scripts; `inline` digests of those that stand in the page."""

    links: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)
    inline: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()


class _Reader(HTMLParser):
    """Fills a page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.said: list[str] = []
        self._script: list[str] | None = None
        self._runs = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where an element leads, and what it says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "script":
            self._begin_script(values)
        if found := _leads(tag, values).strip():
            self.page.links.add(found)
        self.said += [values[name] for name in ("alt", "title", "content") if values.get(name)]

    def _begin_script(self, values: dict[str, str]) -> None:
        if values.get("src"):
            self.page.scripts.add(values["src"])
        else:
            self._script, self._runs = [], values.get("type", "").lower() in RUNS

    def handle_endtag(self, tag: str) -> None:
        """Note a script that stood here."""
        if tag == "script" and self._script is not None:
            if self._runs:
                self.page.inline.add(hashlib.sha256("".join(self._script).encode()).hexdigest())
            self._script = None

    def handle_data(self, data: str) -> None:
        """Text, or a part of a script."""
        (self.said if self._script is None else self._script).append(data)


def _leads(tag: str, values: dict[str, str]) -> str:
    """The address that an element names; "" where it names none."""
    found = values.get(LEADS.get(tag, ""), "")
    if tag != "meta":
        return found
    refresh = REFRESH.search(found) if values.get("http-equiv", "").lower() == "refresh" else None
    return refresh[1] if refresh else ""


def read_page(body: bytes) -> Page:
    """What a page does. Anything is read as one: it comes from nobody knows whom."""
    reader = _Reader()
    reader.feed(_text(body))
    reader.close()
    reader.page.words = words_in(" ".join((*reader.said, *reader.page.links)))
    return reader.page


def is_page(body: bytes) -> bool:
    """Whether something begins as a page, whatever a server says that it is."""
    return bool(BEGINS.match(body))


def addresses_in(body: bytes) -> set[str]:
    """The addresses that a map of the site, a feed or robots.txt names; whole ones, and paths from the root."""
    text = unescape(_text(_unpacked(body)))
    return {*ADDRESS.findall(text), *(found.rstrip("$") for found in RULE.findall(text))}


def _unpacked(body: bytes) -> bytes:
    """A map of a site may be packed; as much of it as one map may hold."""
    if not body.startswith(PACKED):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MOST_UNPACKED)
    except zlib.error:
        return b""


def _text(body: bytes) -> str:
    return body.decode(MARKS.get(body[:2], "utf-8"), "replace")
