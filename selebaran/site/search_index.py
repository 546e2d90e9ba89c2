"""The pages of a site -> the one file by which its search works (see docs/engineering/search.md).

It is small because a phone pays for it: headings stand in it as they are shown, and the browser takes their words by
itself; of running text there are only roots, each with the pages that have it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from selebaran.model.search import Findable, FoundAnswer, SearchWords, UrgentCard
from selebaran.site.search_roots import Roots, by_rules
from selebaran.site.search_text import PageText, words_of

FORMAT = 4
"""Raised when the browser has to read the file otherwise."""
ANSWER = 120
"""Characters of a short answer."""
OFTEN = 3
"""How often a word stands on a page that says much of it."""
MANY = 20
"""Of a site of so many pages not every word goes along."""
SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""The digits in which distances between pages are written."""
EVERYWHERE = "!"
"""In place of the pages of a word that most pages have: it leads nowhere."""
LINE, CELL = "|", "^"
"""Between lines, and within one: JSON has two characters for a line break."""
PARTED = str.maketrans({LINE: "/", CELL: ""})
MOST_SHARED = 25
"""There are no more letters to say it with."""
MONEY = re.compile(r"rp\d+")
SENTENCE = re.compile(r"(?<=[.?!…])\s+")


@dataclass(frozen=True)
class FoundPage:
    """A page of the site: its address below the root, its title, its summary, and what its HTML holds."""

    url: str
    title: str
    summary: str
    text: PageText


def search_index(
    pages: Iterable[FoundPage],
    findables: Iterable[Findable],
    words: SearchWords,
    roots: Roots,
    *,
    ask: tuple[str, str, str] | None,
    languages: Iterable[str] = (),
    answers: Iterable[FoundAnswer] = (),
    urgent: UrgentCard | None = None,
) -> bytes:
    """The file, as a script: a worker imports it, and a page that was opened from a disk can load it too.

    `ask` is the number that is offered when nothing is found: as shown, as a link, and how it is called."""
    index = _Index(words, roots)
    named = defaultdict(list)
    for found in findables:
        named[f"{found.page}/"].append(found)
    for page in pages:
        index.add(page, named[page.url])
    told = index.written()
    data = {  # in this order a host's compression finds most of what is alike
        "format": FORMAT,
        "places": told["places"],
        "roots": told["roots"],
        "ignored": " ".join(words.ignored),
        "pages": LINE.join(index.lines),
        "answers": LINE.join(CELL.join(_answer(found)) for found in answers),
        "said": LINE.join(f"{';'.join(entry.said)}={';'.join(entry.meaning)}" for entry in words.synonyms),
        "urgent": _urgent(urgent, words),
        "light": " ".join(words.light),
        "later": " ".join(f"{slug}/" for slug in words.later),
        "languages": list(languages),
        "ask": list(ask) if ask else None,
    }
    return f"self.cariIndeks={_inert(json.dumps(data, ensure_ascii=False, separators=(',', ':')))}\n".encode()


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
        self._roots = roots
        self._exceptions = {entry.word: entry.root for entry in words.exceptions}
        self._ignored = frozenset(words.ignored)
        self._seen: set[str] = set(self._exceptions)
        self._pages: dict[str, dict[int, bool]] = {}
        self._shown: dict[str, set[int]] = defaultdict(set)
        self._bare: set[str] = set()
        self._count = 0

    def add(self, page: FoundPage, named: Iterable[Findable]) -> None:
        """Write a page's lines, and note its words."""
        lines = list(_lines_of(page, named))
        self.lines += [CELL.join(line).rstrip(CELL) for line in lines]
        shown = {self._root(word) for line in lines for text in line[1:] for word in words_of(text)}
        shown |= {self._root(word) for word in words_of(page.url)}
        for root in shown:
            self._shown[root].add(self._count)
        counts: Counter[str] = Counter()
        for word, count in page.text.words.items():
            if word not in self._ignored and _is_telling(word):
                counts[self._root(word)] += count
        self._bare.update(page.text.words.keys() & counts.keys())
        for root, count in counts.items():
            if root not in shown:
                self._pages.setdefault(root, {})[self._count] = count >= OFTEN
        self._count += 1

    def _root(self, word: str) -> str:
        if word not in self._ignored:
            self._seen.add(word)
        return self._exceptions.get(word) or self._roots.of(word)

    def written(self) -> Mapping[str, str]:
        """`roots`: an entry for each root (`shortened`), with the words of which the browser wouldn't find it itself:
        a word that is a root itself it takes as it is, any other by the rules. `places`: the pages that have it in
        their text, as distances from one to the next."""
        if self._count >= MANY:
            self._pages = {root: on for root, on in self._pages.items() if not self._is_in_passing(root)}
        root_of = {word: self._exceptions.get(word) or self._roots.of(word) for word in sorted(self._seen)}
        listed, misled = self._told(root_of)
        forms = defaultdict(list)
        for word in sorted(misled):
            if word != root_of[word]:
                forms[root_of[word]].append(word)
        roots = sorted(listed)
        return {
            "roots": shortened(" ".join([root, *forms[root]]) for root in roots),
            "places": " ".join(self._places(root) for root in roots),
        }

    def _told(self, root_of: Mapping[str, str]) -> tuple[set[str], set[str]]:
        """The roots that go along, and the words of which a browser would find another root, or none."""
        misled = {word for word, root in root_of.items() if by_rules(word) != root and self._leads_on(word, root)}
        listed = self._pages.keys() | {root_of[word] for word in misled}
        misled |= {word for word, root in root_of.items() if word in listed and word != root}
        return listed | {root_of[word] for word in misled}, misled

    def _is_in_passing(self, root: str) -> bool:
        """Whether it only stands on one page, not often, and never as it is: no thing that one looks for."""
        return root not in self._bare and root not in self._shown and [*self._pages[root].values()] == [False]

    def _leads_on(self, word: str, root: str) -> bool:
        """Whether a root is found anywhere; of an exception it is good to know also when it isn't."""
        return root in self._pages or root in self._shown or word in self._exceptions

    def _places(self, root: str) -> str:
        pages = self._pages.get(root, {})
        if len(pages.keys() | self._shown.get(root, set())) * 2 > self._count:
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


def _lines_of(page: FoundPage, named: Iterable[Findable]) -> Iterator[tuple[str, str, str]]:
    """What is shown of a page: itself, its parts, and what is found by name on it, each with where it leads."""
    yield page.url, _line(page.title), answer(page.summary)
    yield from ((f"#{part.anchor}", _line(part.heading), "") for part in page.text.parts)
    for found in named:
        anchor = found.anchor if found.anchor in page.text.anchors else ""
        yield f"#{anchor}", _line(found.title), _line(found.text)


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
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


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
    return " ".join(text.translate(PARTED).split())


def _is_telling(word: str) -> bool:
    """Dates, times and amounts say little; short numbers and telephones are looked for."""
    return not MONEY.fullmatch(word) and (not word.isdigit() or len(word) < 4 or len(word) > 9)
