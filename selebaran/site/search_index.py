"""The pages of a site -> the files by which its search works (see docs/engineering/search.md).

They are small because a phone pays for them: headings stand in them as they are shown, and the browser takes their
words by itself; of running text there are only roots, each with the pages that have it. What few people ask for lies in
a second file, which is fetched for a word that the first one doesn't know; pages of a translation in one of their own.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selebaran.model.search import Findable, FoundAnswer, SearchWords, Synonym, UrgentCard
from selebaran.site.search_noted import Noted, Told, Whole, alone, shortened
from selebaran.site.search_roots import Roots
from selebaran.site.search_text import PageText, words_of
from selebaran.site.search_weighed import Scales

FORMAT = 6
"""Raised when the browser has to read the file otherwise."""
INDEX = "assets/cari-indeks.js"
MORE = "assets/cari-lebih.js"
"""Names of kecamatan, places and events, words that few pages have, and words of other regions."""
ANSWER = 120
"""Characters of a short answer."""
LINE, CELL = "|", "^"
"""Between lines, and within one: JSON has two characters for a line break."""
SENTENCE = re.compile(r"(?<=[.?!…])\s+")


@dataclass(frozen=True)
class FoundPage:
    """A page of the site: its address below the root, its title, its summary, and what its HTML holds. The headings of
    one that stands behind all others (`is_later`) wait in the second file."""

    url: str
    title: str
    summary: str
    text: PageText
    is_later: bool = False


def search_files(
    pages: Iterable[FoundPage],
    findables: Iterable[Findable],
    words: SearchWords,
    roots: Roots,
    *,
    ask: tuple[str, str, str] | None,
    languages: Iterable[str] = (),
    answers: Iterable[FoundAnswer] = (),
    urgent: UrgentCard | None = None,
    elsewhere: Iterable[Synonym] = (),
    subdistricts: Iterable[tuple[str, str]] = (),
) -> dict[str, bytes]:
    """The files, by path, as scripts: a worker imports them, and a page that was opened from a disk can load them too.

    `ask` is the number that is offered when nothing is found: as shown, as a link, and how it is called. `elsewhere`
    are words of other regions, which count where a word is no other. `subdistricts` have address and title."""
    languages, pages, near = tuple(languages), tuple(pages), tuple(subdistricts)
    named = by_page(findables)
    index = _Index(words, roots)
    translated = {code: _Index(words, roots) for code in languages}
    for page in pages:
        translated.get(page.url.partition("/")[0], index).add(page, named[page.url])
    told = index.written(title for _, title in near)
    beside = beside_words(words, ask=ask, languages=languages, answers=answers, urgent=urgent, elsewhere=elsewhere)
    of_language = {
        language_file(code): _script("cariBahasa", one.alone(index.count)) for code, one in translated.items()
    }
    return {**scripts(told, index.lines, index.named, near, beside), **of_language}


Beside = tuple[Mapping[str, object], Mapping[str, object], str]
"""What the first file says before the lines of pages, and behind them; what the second says of words elsewhere."""


def beside_words(
    words: SearchWords,
    *,
    ask: tuple[str, str, str] | None,
    languages: Iterable[str],
    answers: Iterable[FoundAnswer],
    urgent: UrgentCard | None,
    elsewhere: Iterable[Synonym],
) -> Beside:
    """What both files say beside the words of pages."""
    behind = {
        "answers": LINE.join(CELL.join(_answer(found)) for found in answers),
        "said": _said(words.synonyms),
        "urgent": _urgent(urgent, words),
        "light": " ".join(words.light),
        "later": " ".join(f"{slug}/" for slug in words.later),
        "languages": list(languages),
        "ask": list(ask) if ask else None,
    }
    return {"ignored": shortened(sorted(words.ignored))}, behind, _said(elsewhere)


def scripts(
    told: Told, lines: Iterable[str], named: Iterable[str], near: Iterable[tuple[str, str]], beside: Beside
) -> dict[str, bytes]:
    """Both files, of what they say of words, the lines of pages, and the rest."""
    ignored, behind, elsewhere = beside  # in this order a host's compression finds most of what is alike
    data = {"format": FORMAT, **told.first, **ignored, "pages": LINE.join(lines), **behind}
    near_by = LINE.join(f"{address}{CELL}{_line(title)}" for address, title in near)
    more = {**told.second, "pages": LINE.join(named), "said": elsewhere, "near": near_by}
    return {INDEX: _script("cariIndeks", data), MORE: _script("cariLebih", more)}


def language_file(code: str) -> str:
    """The path of the file with a translation's pages."""
    return f"assets/cari-{code}.js"


def _script(name: str, data: Mapping[str, object]) -> bytes:
    return f"self.{name}={_inert(json.dumps(data, ensure_ascii=False, separators=(',', ':')))}\n".encode()


def _said(synonyms: Iterable[Synonym]) -> str:
    return LINE.join(f"{';'.join(sorted(entry.said))}={';'.join(entry.meaning)}" for entry in synonyms)


def _answer(found: FoundAnswer) -> tuple[str, ...]:
    """An answer's line: where it stands, what it says, the amounts in it, and what people type who look for it."""
    anchor = f"#{found.anchor}" if found.anchor else ""
    amounts = " ".join(str(amount) for amount in found.amounts)
    return f"{found.page}/{anchor}", _line(found.text), amounts, ";".join(found.said)


def _urgent(card: UrgentCard | None, words: SearchWords) -> Mapping[str, object] | None:
    """The card of emergencies, and the phrases that call for it: a line for those with the same exceptions."""
    if card is None or words.urgent is None:
        return None
    lines = (f"{';'.join(entry.said)}={' '.join(entry.unless)}" for entry in words.urgent.words)
    return {
        "to": f"{card.page}/",
        "title": card.title,
        "calls": [[call.number, call.link, call.name] for call in card.calls],
        "said": LINE.join(lines),
        "alike": " ".join(words.urgent.alike),
    }


def _inert(text: str) -> str:
    """JSON that holds the same, in which no look at the script finds what might run: pages may write of cookies."""
    return text.replace("(", "\\u0028").replace("ookie", "ooki\\u0065")


class _Index:
    """Collects pages, one after the other."""

    def __init__(self, words: SearchWords, roots: Roots) -> None:
        self.lines: list[str] = []
        self.named: list[str] = []
        """Of the second file: a page's address, then a line for each thing that is found by name on it."""
        self.scales = Scales(words, roots)
        self.noted = Noted(seen=set(self.scales.exceptions))
        self.count = 0

    def add(self, page: FoundPage, named: Iterable[Findable]) -> None:
        """Write a page's lines, and note its words."""
        said = said_of(page, named)
        self.lines += said.lines
        self.named += said.named
        said.note(self.noted, self.count, self.scales)
        text = self.scales.weighed(page.text.words)
        self.noted.weigh(self.count, text)
        if page.text.beside:
            self.noted.weigh_beside(self.count, text, self.scales.weigh(page.text.beside))
        self.count += 1

    def written(self, near: Iterable[str]) -> Told:
        """What the first file and the second say of words."""
        roots = roots_in(near, self.scales)
        return Whole(self.scales, self.count, self.noted).told(self.scales, Noted(), roots)

    def alone(self, first: int) -> Mapping[str, object]:
        """All of a translation's pages, the first of which has this number."""
        return {**alone(self.scales, self.count, self.noted), "pages": LINE.join(self.lines), "from": first}


@dataclass(frozen=True)
class Said:
    """What is said of a page beside its text: its lines in the first file and in the second, the texts of those in the
    first, names that are found on it, and what it is called."""

    lines: list[str]
    named: list[str]
    shown: tuple[str, ...]
    titles: tuple[str, ...]
    called: tuple[str, str]

    def note(self, noted: Noted, page: int, scales: Scales) -> None:
        """Note its words."""
        shown = self._roots(self.shown, noted, scales) | self._roots(self.called[:1], noted, scales)
        noted.called |= self._roots(self.called, noted, scales)
        noted.show(page, shown)
        noted.name(page, self._roots(self.titles, noted, scales) - shown)

    def _roots(self, texts: Iterable[str], noted: Noted, scales: Scales) -> set[str]:
        found = set[str]()
        for text in texts:
            words, roots = scales.in_text(text)
            noted.seen |= words
            found |= roots
        return found


def said_of(page: FoundPage, named: Iterable[Findable]) -> Said:
    """What is said of a page on which these are found by name."""
    lines, found, waiting = list(_lines_of(page)), list(_named_of(page, named)), list[tuple[str, str, str]]()
    if page.is_later:
        lines, waiting = lines[:1], lines[1:]
    behind = [page.url, *map(_written, (*waiting, *found))] if found or waiting else []
    shown = tuple(text for line in lines for text in line[1:])
    return Said(list(map(_written, lines)), behind, shown, tuple(_names_in(found)), (page.url, page.title))


def by_page(findables: Iterable[Findable]) -> Mapping[str, list[Findable]]:
    """What is found by name, by the addresses of pages."""
    named = defaultdict[str, list[Findable]](list)
    for found in findables:
        named[f"{found.page}/"].append(found)
    return named


def roots_in(texts: Iterable[str], scales: Scales) -> set[str]:
    """The roots of all words in texts."""
    return set().union(*(scales.in_text(text)[1] for text in texts))


def _lines_of(page: FoundPage) -> Iterator[tuple[str, str, str]]:
    """What is shown of a page: itself and its parts, each with where it leads; an id that is a word of its heading is
    written as that word's number."""
    yield page.url, _line(page.title), answer(page.summary)
    for part in page.text.parts:
        words = words_of(part.heading)
        anchor = str(words.index(part.anchor)) if part.anchor in words else part.anchor
        yield f"#{anchor}", _line(part.heading), ""


def _named_of(page: FoundPage, named: Iterable[Findable]) -> Iterator[tuple[str, str, str]]:
    """What is found by name on a page, and where."""
    for found in named:
        anchor = found.anchor if found.anchor in page.text.anchors else ""
        yield f"#{anchor}", _line(found.title), _line(found.text)


def _names_in(found: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """The titles of what is found by name, and numbers of its streets and telephones."""
    for _, title, text in found:
        yield title
        yield from (word for word in words_of(text) if word.isdigit())


def _written(line: tuple[str, str, str]) -> str:
    return CELL.join(line).rstrip(CELL)


def answer(summary: str) -> str:
    """The first sentences of a summary, as many as a line or two on a phone hold."""
    sentences = SENTENCE.split(_line(summary))
    text = sentences[0]
    for sentence in sentences[1:]:
        if len(text) + 1 + len(sentence) > ANSWER:
            break
        text += f" {sentence}"
    if len(text) > ANSWER + 30:
        text = text[:ANSWER].rpartition(" ")[0] + " …"
    return text


def _line(text: str) -> str:
    return " ".join(text.replace(LINE, "/").replace(CELL, "").split())
