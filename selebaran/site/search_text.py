"""The HTML of a page -> what of it can be found: its parts with their anchors, and its words."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from selebaran.compose.page.days import shown_now
from selebaran.jobs.recalled import remembered

PART = re.compile(
    r'<h[2-6] id="(?P<id>[^"]+)"[^>]*>(?P<head>.*?)</h[2-6]>|<dfn id="(?P<word>[^"]+)">(?P<term>.*?)</dfn>', re.S
)
NOT_SAID = re.compile(r'<p class="fakta-lewat"[^>]*>.*?</p>|<(script|style)\b.*?</\1>', re.S)
"""Notes of the program itself, the same on many pages."""
TAG = re.compile(r"<[^>]+>")
JOINED = re.compile(r"(?<=\d)[-.](?=\d)", re.A)
WORD = re.compile(r"[a-z0-9]+")
TWICE = re.compile(r"([a-z]{3})2(?=an\b|nya\b|\b)", re.A)
"""anak2 and obat2an are written so on phones."""
ACCENT = re.compile("[\u0300-\u036f]")
INNER = re.compile("(?<=[a-z])['\u2018\u2019\u02bc\u02bb`\u00b4](?=[a-z])")
"""Ma'rang and Jum'at are written with an apostrophe, and typed without."""
SHORT_PART = re.compile(r"\b([a-z]{1,2})-(?=[a-z])", re.A)
"""Al-Qur'an and e-paspor are typed as one word: what stands before the hyphen is none by itself."""
COMPOUND = re.compile(r"\brumah sakit\b", re.A)
"""A hospital is no house, and has nothing to do with who is ill: two words that are one."""
FOLLOWING = "lanjut"
"""The part that only leads on to other pages."""
STEPS = "lakukan"
"""The part that stands first on most pages; nobody looks for its heading."""


@dataclass(frozen=True)
class Part:
    """A heading, and the id that an address leads to it by."""

    anchor: str
    heading: str


@dataclass(frozen=True)
class PageText:
    """What a page's HTML holds. `words` counts those of the running text, headings left out; `beside` are more of
    these, where they were put in as values."""

    parts: tuple[Part, ...]
    anchors: frozenset[str]
    words: Counter[str]
    beside: Counter[str] = field(default_factory=Counter)


def words_of(text: str) -> list[str]:
    """The words of a text, small letters without accents. Numbers with hyphens or points in them are one word."""
    plain = INNER.sub("", text.lower())
    if not plain.isascii():
        plain = ACCENT.sub("", unicodedata.normalize("NFKD", plain))
    plain = SHORT_PART.sub(r"\1", plain)
    return WORD.findall(COMPOUND.sub("rumahsakit", TWICE.sub(r"\1 ", JOINED.sub("", plain))))


@remembered(128)
def page_text(content: str) -> PageText:
    """What is found in the HTML of a page, its title aside. It is kept: many are the same in all districts."""
    parts, anchors, text = read_page(content)
    return PageText(parts, anchors, Counter(words_of(text)))


def read_page(content: str) -> tuple[tuple[Part, ...], frozenset[str], str]:
    """The same before its text is taken for words: parts, anchors, text."""
    content = NOT_SAID.sub(" ", shown_now(content))
    parts: list[Part] = []
    texts: list[str] = []
    at, listed = 0, True
    for found in PART.finditer(content):
        if listed:
            texts.append(content[at : found.start()])
        at = found.end()
        anchor = found["id"] or found["word"]
        listed = anchor != FOLLOWING
        if listed and anchor != STEPS and not anchor.startswith("huruf-"):
            parts.append(Part(anchor, plain(found["head"] or found["term"])))
    if listed:
        texts.append(content[at:])
    anchors = frozenset(re.findall(r'\bid="([^"]+)"', content))
    return tuple(parts), anchors, plain(" ".join(texts))


def plain(fragment: str) -> str:
    """HTML without its tags, on one line."""
    return " ".join(html.unescape(TAG.sub(" ", fragment)).split())
