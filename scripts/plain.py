"""Counts how plain pages are: words in a sentence, sentences in the passive.

    .venv/bin/python -m scripts.plain SLUG [PAGE…]

The pages, or all of the site, are counted as that district composes them, without headings, tables and the block
`lanjut`. A sentence counts as passive where it has a verb with di- ("ditetapkan"); what only looks like one isn't.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from html import unescape
from pathlib import Path

from selebaran.check.sentences import count_words, dotted_words, sentences
from selebaran.compose.edition import Composer
from selebaran.read.project import read_project

ROOT = Path(__file__).parent.parent
PASSIVE = re.compile(r"\bdi[a-z]{4,}\b", re.I)
NO_VERB = re.compile(r"dinas|diri|digital|dingin|distrik|direktur|dinding|diagnosis|diare|disabilitas", re.I)


def texts(html: str) -> list[str]:
    """The paragraphs and items of a finished page, as plain words."""
    body = re.sub(r"<table.*?</table>|<h\d.*?</h\d>", "", html.split('id="lanjut"')[0], flags=re.S)
    found = re.findall(r"<(?:p|li|dd)[^>]*>(.*?)</(?:p|li|dd)>", body, re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def measure(html: str, dotted: frozenset[str]) -> tuple[int, float, float]:
    """The number of sentences, their mean length in words, and the share of those in the passive."""
    said = [text[one.start : one.end] for text in texts(html) for one in sentences(text, dotted)]
    lengths = [count for count in map(count_words, said) if count > 1]
    passive = sum(any(not NO_VERB.match(word) for word in PASSIVE.findall(one)) for one in said)
    return len(lengths), sum(lengths) / len(lengths), passive / len(said)


def main(slug: str, *names: str) -> None:
    """Print a line a page, and the means of all."""
    registry = read_project(ROOT)
    dotted = dotted_words(registry.words.dotted)
    edition = Composer(registry).compose(slug, as_of=date(2026, 11, 28), profiles=())
    pages = {page.slug: page.html for page in edition.pages}
    counted = names or [name for name, html in pages.items() if texts(html)]
    rows = [(name, *measure(pages[name], dotted)) for name in counted]
    for name, number, words, passive in rows:
        print(f"{name:20} {number:4} kalimat, rata-rata {words:4.1f} kata, pasif {passive:4.0%}")
    words = sum(row[2] for row in rows) / len(rows)
    passive = sum(row[3] for row in rows) / len(rows)
    print(f"{'rata-rata':20} {words:.1f} kata, pasif {passive:.0%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
