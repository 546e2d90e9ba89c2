"""As many pages as one likes, made of the sections of real ones with other words in them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from selebaran.site.search_index import FoundPage
from selebaran.site.search_text import page_text, plain

HEADING = re.compile(r'(?=<h2 id=")')
WORD = re.compile(r"\b[a-z]{5,}\b")
SECTIONS = 6
OTHER = 0.15
"""Of so many words another stands in their place: pages about other things have other words."""


@dataclass(frozen=True)
class Invented:
    """Pages as each search takes them."""

    rendered: list[tuple[str, str, str]]
    found: list[FoundPage]

    def write(self, folder: Path) -> None:
        """As a site."""
        for url, title, html in self.rendered:
            (folder / url).mkdir(parents=True, exist_ok=True)
            middle = f'<article id="isi"><h1>{title}</h1>{html}</article>'
            page = f'<!doctype html><html lang="id"><title>{title}</title>{middle}'
            (folder / url / "index.html").write_text(page, "utf-8")
        (folder / "robots.txt").write_text("User-agent: *\n", "utf-8")


def invented(pages: list[tuple[str, str, str]], count: int, chance: random.Random) -> Invented:
    """So many pages; the same for the same chance."""
    words = (files("Sastrawi") / "Stemmer" / "data" / "kata-dasar.txt").read_text("utf-8").split()
    words = sorted({word for word in words if word.isalpha() and len(word) > 4})
    sections = [part for _, _, html in pages for part in HEADING.split(html)[1:] if "<h2" in part]

    def other(text: str) -> str:
        pieces = re.split(r"(<[^>]+>)", text)
        return "".join(piece if piece.startswith("<") else WORD.sub(swapped, piece) for piece in pieces)

    def swapped(found: re.Match[str]) -> str:
        return chance.choice(words) if chance.random() < OTHER else found[0]

    rendered, found = [], []
    for number in range(count):
        url, title, _ = pages[number % len(pages)]
        html = other("".join(chance.sample(sections, SECTIONS)))
        title = other(title.lower()).capitalize()
        address = f"{url.strip('/').replace('/', '-')}-{number}/"
        rendered.append((address, title, html))
        summary = " ".join(plain(html).split()[:24])
        found.append(FoundPage(address, title, summary, page_text(html)))
    return Invented(rendered, found)
