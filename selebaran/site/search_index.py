"""The pages of a site -> the files by which its search works (see docs/engineering/search.md).

They are small because a phone pays for them: headings stand in them as they are shown, and the browser takes their
words by itself; of running text there are only roots, each with the pages that have it. What few people ask for lies in
a second file, which is fetched for a word that the first one doesn't know; pages of a translation in one of their own.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from selebaran.model.search import Findable, FoundAnswer, SearchWords, Synonym, UrgentCard
from selebaran.site.search_roots import Roots, by_rules
from selebaran.site.search_text import PageText, words_of
from selebaran.site.search_weighed import Scales

FORMAT = 6
"""Raised when the browser has to read the file otherwise."""
INDEX = "assets/cari-indeks.js"
MORE = "assets/cari-lebih.js"
"""Names of kecamatan, places and events, words that few pages have, and words of other regions."""
ANSWER = 120
"""Characters of a short answer."""
OFTEN = 3
"""How often a word stands on a page that says much of it."""
MANY = 20
"""Of a site of so many pages not every word goes along."""
SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""The digits in which distances between pages are written."""
COMMON = 2.5
"""A word of more than one page in so many leads nowhere, on a site of `MANY`."""
EVERYWHERE = "!"
"""In place of its pages."""
FEW = 5
"""On so few pages a word is that only their text has: it waits in the second file."""
LINE, CELL = "|", "^"
"""Between lines, and within one: JSON has two characters for a line break."""
MOST_SHARED = 25
"""There are no more letters to say it with."""
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
    named = defaultdict(list)
    for found in findables:
        named[f"{found.page}/"].append(found)
    index = _Index(words, roots)
    translated = {code: _Index(words, roots) for code in languages}
    for page in pages:
        translated.get(page.url.partition("/")[0], index).add(page, named[page.url])
    told, rest = index.written(title for _, title in near)
    data = {  # in this order a host's compression finds most of what is alike
        "format": FORMAT,
        **told,
        "ignored": shortened(sorted(words.ignored)),
        "pages": LINE.join(index.lines),
        "answers": LINE.join(CELL.join(_answer(found)) for found in answers),
        "said": _said(words.synonyms),
        "urgent": _urgent(urgent, words),
        "light": " ".join(words.light),
        "later": " ".join(f"{slug}/" for slug in words.later),
        "languages": list(languages),
        "ask": list(ask) if ask else None,
    }
    near_by = LINE.join(f"{address}{CELL}{_line(title)}" for address, title in near)
    more = {**rest, "pages": LINE.join(index.named), "said": _said(elsewhere), "near": near_by}
    of_language = {
        language_file(code): _script("cariBahasa", one.alone(index.count)) for code, one in translated.items()
    }
    return {INDEX: _script("cariIndeks", data), MORE: _script("cariLebih", more), **of_language}


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
        self.count = 0
        self._scales = Scales(words, roots)
        self._exceptions, self._ignored = self._scales.exceptions, self._scales.ignored
        self._root = self._scales.root
        self._seen: set[str] = set(self._exceptions)
        self._pages: dict[str, dict[int, bool]] = {}
        self._shown: dict[str, set[int]] = defaultdict(set)
        self._bare: set[str] = set()
        self._titles: set[str] = set()
        self._called: set[str] = set()

    def add(self, page: FoundPage, named: Iterable[Findable]) -> None:
        """Write a page's lines, and note its words."""
        lines, found, waiting = list(_lines_of(page)), list(_named_of(page, named)), []
        if page.is_later:
            lines, waiting = lines[:1], lines[1:]
        self.lines += map(_written, lines)
        if found or waiting:
            self.named += [page.url, *map(_written, (*waiting, *found))]
        shown = self._roots_in(text for line in lines for text in line[1:]) | self._roots_in([page.url])
        self._called |= self._roots_in((page.url, page.title))
        for root in shown:
            self._shown[root].add(self.count)
        titles = self._roots_in(_names_in(found)) - shown
        self._titles |= titles
        self._note(page.text, shown | titles)
        self.count += 1

    def _note(self, text: PageText, shown: Set[str]) -> None:
        """Note the words of a page's text, but for roots that are shown of it."""
        found = self._scales.weighed(text.words).beside(self._scales.weigh(text.beside))
        self._seen |= found.telling
        self._bare |= found.bare
        for root, count in found.counts.items():
            if root not in shown:
                self._pages.setdefault(root, {})[self.count] = count >= OFTEN

    def _roots_in(self, texts: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for text in texts:
            words, roots = self._scales.in_text(text)
            self._seen |= words
            found |= roots
        return found

    def written(self, near: Iterable[str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """What the first file and the second say of words. `roots`: an entry for each root (`shortened`), with the
        words of which the browser wouldn't find it itself: a word that is a root itself it takes as it is, any other by
        the rules. `places`: the pages that have it in their text, as distances from one to the next. `named`: roots of
        names in the second file, and of those `near`, that the first has, too, and no page's title."""
        if self.count >= MANY:
            self._pages = {root: on for root, on in self._pages.items() if not self._is_in_passing(root)}
        rare = {root for root in self._pages if self._is_rare(root)} if self.count >= MANY else set()
        forms = self._forms()
        later = rare | (self._titles - self._pages.keys() - self._shown.keys())
        known = (self._pages.keys() | self._shown.keys()) - later - self._ignored - self._called
        named = {"named": " ".join(sorted((self._titles | self._roots_in(near)) & known))}
        return {**self._part(forms, forms.keys() - later), **named}, self._part(forms, forms.keys() & later)

    def alone(self, first: int) -> Mapping[str, object]:
        """All of a translation's pages, the first of which has this number."""
        forms = self._forms()
        return {**self._part(forms, forms.keys(), limit=0), "pages": LINE.join(self.lines), "from": first}

    def _part(self, forms: Mapping[str, list[str]], roots: Iterable[str], limit: float = COMMON) -> Mapping[str, str]:
        entries = sorted(roots)
        return {
            "places": " ".join(self._places(root, limit) for root in entries),
            "roots": shortened(" ".join([root, *forms[root]]) for root in entries),
        }

    def _forms(self) -> Mapping[str, list[str]]:
        """The roots that go along, each with the words of which a browser would find another root, or none."""
        root_of = {word: self._root(word) for word in sorted(self._seen)}
        misled = {word for word in root_of if self._misleads(word)}
        listed = self._pages.keys() | {root_of[word] for word in misled}
        forms: dict[str, list[str]] = defaultdict(list, {root: [] for root in listed})
        for word, root in root_of.items():
            if word != root and (word in misled or word in listed):
                forms[root].append(word)
        return forms

    def _is_rare(self, root: str) -> bool:
        """Whether few pages say it, in their text alone, and not often: it can wait until somebody types it."""
        often = self._pages[root].values()
        return root not in self._shown and not root.isdigit() and len(often) <= FEW and not any(often)

    def _is_in_passing(self, root: str) -> bool:
        """Whether it only stands on one page, not often, and never as it is: no thing that one looks for."""
        return root not in self._bare and root not in self._shown and [*self._pages[root].values()] == [False]

    def _misleads(self, word: str) -> bool:
        """Whether the rules find another root than one that is found; of an exception it is good to know also when it
        isn't."""
        root = self._root(word)
        if by_rules(word) == root:
            return False
        return root in self._pages or root in self._shown or root in self._titles or word in self._exceptions

    def _places(self, root: str, limit: float) -> str:
        pages = self._pages.get(root, {})
        if self.count >= MANY and len(pages.keys() | self._shown.get(root, set())) * limit > self.count:
            return EVERYWHERE
        signs, before = [], -1
        for page in sorted(pages):
            distance = 2 * (page - before - 1) + pages[page]
            while distance >= len(SIGNS) - 1:
                signs.append(SIGNS[-1])
                distance -= len(SIGNS) - 1
            signs.append(SIGNS[distance])
            before = page
        return "".join(signs)


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


def shortened(lines: Iterable[str]) -> str:
    """Lines in their order, each without the letters with which the one before begins, too: a capital says how many
    these are (A: none), and where a line begins."""
    found, before = [], ""
    for line in lines:
        same = min(_shared(before, line), MOST_SHARED)
        found.append(f"{chr(ord('A') + same)}{line[same:]}")
        before = line
    return "".join(found)


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    found = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        found += 1
    return found


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
