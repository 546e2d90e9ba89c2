"""What the pages of a site say, by roots, and the entries that an index has of it.

Pages may be noted in two layers: what is the same in many sites, of which the entries are known (`Whole`), and what one
of them says besides. Then the entries alone are made anew of which that may say something.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, NamedTuple

from selebaran.site.search_roots import by_rules
from selebaran.site.search_weighed import Scales, Weighed

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
MOST_SHARED = 25
"""There are no more letters to say it with."""
NOWHERE: frozenset[int] = frozenset()


@dataclass
class Noted:
    """What pages say, by their numbers. Of each root: how often it stands in their texts, on which of them it is
    `shown`, and on which a name has it that is found there (`titled`); `seen` are all words, `bare` the roots that
    stand somewhere as they are, `called` those of titles and addresses."""

    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    shown: dict[str, set[int]] = field(default_factory=dict)
    titled: dict[str, set[int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)

    def show(self, page: int, roots: Iterable[str]) -> None:
        """Roots of what is shown of a page."""
        for root in roots:
            self.shown.setdefault(root, set()).add(page)

    def name(self, page: int, roots: Iterable[str]) -> None:
        """Roots of names that are found on a page."""
        for root in roots:
            self.titled.setdefault(root, set()).add(page)

    def weigh(self, page: int, words: Weighed) -> None:
        """The words of a page's text."""
        self.seen |= words.telling
        self.bare |= words.bare
        for root, count in words.counts.items():
            pages = self.counts.setdefault(root, {})
            pages[page] = pages.get(page, 0) + count

    def weigh_beside(self, page: int, text: Weighed, words: Weighed) -> None:
        """Words that stand on a page beside a text that is noted elsewhere."""
        self.weigh(page, words)
        self.bare.update(root for root in words.counts if root in text.words)
        self.bare.update(word for word in words.words if word in text.counts)

    @property
    def roots(self) -> set[str]:
        """All roots of which something is noted, but for those of words that were only seen."""
        return {*self.counts, *self.shown, *self.titled, *self.bare}


class Entry(NamedTuple):
    """What an index says of a root: in which file, on which pages, and it with the words of which a browser would find
    another root."""

    is_later: bool
    places: str
    line: str


class _Of(NamedTuple):
    """What is known of a root: the pages that have it in their text, each with whether they say much of it; on how
    many more it is shown; whether anything is found by it."""

    pages: Mapping[int, bool]
    shown: Set[int]
    is_titled: bool

    @property
    def is_found(self) -> bool:
        return bool(self.pages or self.shown or self.is_titled)


class Entries:
    """The entries of what is noted, of so many pages; `below` is what is noted of them besides. Nothing is noted any
    more while they are asked for."""

    def __init__(
        self, scales: Scales, count: int, noted: Noted, below: Entries | None = None, limit: float = COMMON
    ) -> None:
        self._scales, self._count, self._noted, self._limit = scales, count, noted, limit
        self._below, self._said = below, noted.roots
        self._is_large = count >= MANY
        self.layers: tuple[Noted, ...] = (*below.layers, noted) if below else (noted,)
        new = {word for word in noted.seen if word not in below._noted.seen} if below else noted.seen
        self._by_root: tuple[Mapping[str, Sequence[str]], ...] = (
            *(below._by_root if below else ()),
            _by_root(new, scales),
        )
        self._known: dict[str, _Of] = {}
        self._listed: dict[str, bool] = {}

    def of(self, root: str) -> Entry | None:
        """The entry of a root, if it has one."""
        forms = sorted(word for word in self._words(root) if word != root and self._is_told(word, root))
        if not forms and not self._is_listed(root):
            return None
        return Entry(self._is_later(root), self._places(root), " ".join([root, *forms]))

    def is_known(self, root: str) -> bool:
        """Whether the first file leads somebody who types it to pages, of which none is called so."""
        found = self._of(root)
        return (
            bool(found.pages or found.shown)
            and root not in self._scales.ignored
            and not any(root in layer.called for layer in self.layers)
            and not self._is_later(root)
        )

    def every(self) -> set[str]:
        """The roots that may have an entry."""
        return {*chain(*(layer.counts for layer in self.layers)), *chain(*self._by_root)}

    def changed(self) -> set[str]:
        """The roots whose entries may be other than without the last that was noted: what that says something of, and
        what these are words of."""
        said = self._said.union(self._by_root[-1])
        seen = (root for root in said if any(root in layer.seen for layer in self.layers))
        return said.union(map(self._scales.root, seen))

    def _words(self, root: str) -> Iterator[str]:
        """The words that were seen of a root."""
        return chain(*(words.get(root, ()) for words in self._by_root))

    def _of(self, root: str) -> _Of:
        known = self._known.get(root)
        if known is None:
            below = None if root in self._said else self._below
            known = self._known[root] = below._of(root) if below else self._looked(root)
        return known

    def _looked(self, root: str) -> _Of:
        shown, titled = self._on(root, "shown"), self._on(root, "titled")
        pages = {
            page: count >= OFTEN
            for page, count in self._counts(root).items()
            if page not in shown and page not in titled
        }
        if self._is_large and len(pages) == 1 and not shown and not any(pages.values()) and self._is_never_bare(root):
            pages = {}  # it only stands on one page, not often, and never as it is: no thing that one looks for
        return _Of(pages, shown, bool(titled))

    def _on(self, root: str, how: Literal["shown", "titled"]) -> Set[int]:
        """The pages on which a root is shown, or has a name."""
        found = [there for layer in self.layers if (there := getattr(layer, how).get(root))]
        return found[0] if len(found) == 1 else NOWHERE.union(*found)

    def _counts(self, root: str) -> Mapping[int, int]:
        """How often a root stands in the text of pages."""
        first, *more = [there for layer in self.layers if (there := layer.counts.get(root))] or [{}]
        if not more:
            return first
        counts = dict(first)
        for page, count in chain(*(there.items() for there in more)):
            counts[page] = counts.get(page, 0) + count
        return counts

    def _is_never_bare(self, root: str) -> bool:
        return not any(root in layer.bare for layer in self.layers)

    def _is_later(self, root: str) -> bool:
        """Whether it waits until somebody types it: few pages say it, in their text alone, and not often; or a name has
        it that is found by the second file, and nothing else."""
        found = self._of(root)
        if found.shown:
            return False
        if not found.pages:
            return found.is_titled
        often = found.pages.values()
        return self._is_large and not root.isdigit() and len(often) <= FEW and not any(often)

    def _is_listed(self, root: str) -> bool:
        """Whether pages have it in their text, or a browser would miss it."""
        known = self._listed.get(root)
        if known is None:
            below = None if root in self._said or root in self._by_root[-1] else self._below
            known = self._listed[root] = below._is_listed(root) if below else self._is_worth_it(root)
        return known

    def _is_worth_it(self, root: str) -> bool:
        return bool(self._of(root).pages) or any(self._misleads(word, root) for word in self._words(root))

    def _is_told(self, word: str, root: str) -> bool:
        """Whether a browser has to be told the root of a word."""
        return self._misleads(word, root) or self._is_listed(word)

    def _misleads(self, word: str, root: str) -> bool:
        """Whether the rules find another root than one that is found; of an exception it is good to know also when it
        isn't."""
        return (word in self._scales.exceptions or self._of(root).is_found) and by_rules(word) != root

    def _places(self, root: str) -> str:
        """The pages that have it in their text, as distances from one to the next."""
        pages, shown, _ = self._of(root)
        if self._is_large and len(pages.keys() | shown) * self._limit > self._count:
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


def _by_root(words: Iterable[str], scales: Scales) -> Mapping[str, Sequence[str]]:
    """Words by their roots."""
    found = defaultdict[str, list[str]](list)
    for word in words:
        found[scales.root(word)].append(word)
    return found


class Part:
    """The entries of one file, in the order of their roots."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._roots, self._places, self._lines = list[str](), list[str](), list[str]()
        for root, entry in entries:
            self._roots.append(root)
            self._places.append(entry.places)
            self._lines.append(entry.line)
        self._coded = list(map(_coded, ["", *self._lines], self._lines))

    def told(self, changed: Iterable[tuple[str, Entry | None]] = ()) -> Mapping[str, str]:
        """What the file says of words: an entry for each root, and the pages of each. Of these roots, which are in
        order, entries are others, or there is none."""
        places, coded, at, before = list[str](), list[str](), 0, ""
        for root, entry in (*changed, (None, None)):
            to = len(self._roots) if root is None else bisect_left(self._roots, root, at)
            if at < to:
                coded.append(_coded(before, self._lines[at]))
                coded += self._coded[at + 1 : to]
                places += self._places[at:to]
                before = self._lines[to - 1]
            if entry:
                coded.append(_coded(before, entry.line))
                places.append(entry.places)
                before = entry.line
            at = to + (self._roots[to : to + 1] == [root])
        return {"places": " ".join(places), "roots": "".join(coded)}


class Told(NamedTuple):
    """What the first file and the second say of words."""

    first: Mapping[str, str]
    second: Mapping[str, str]


class Whole:
    """What is noted of many sites, and its entries in both files."""

    def __init__(self, scales: Scales, count: int, noted: Noted) -> None:
        self._count, self._entries = count, Entries(scales, count, noted)
        found = [(root, entry) for root in sorted(self._entries.every()) if (entry := self._entries.of(root))]
        self._first = Part(one for one in found if not one[1].is_later)
        self._second = Part(one for one in found if one[1].is_later)

    def told(self, scales: Scales, own: Noted, near: Set[str]) -> Told:
        """What is said of one of them, of which this is noted besides. `roots`: an entry for each root (`shortened`),
        with the words of which the browser wouldn't find it itself: a word that is a root itself it takes as it is, any
        other by the rules. `places`: the pages that have it in their text, as distances from one to the next. `named`:
        roots of names in the second file, and of those `near`, that the first has, too, and no page's title."""
        entries = Entries(scales, self._count, own, self._entries)
        other = [(root, entries.of(root)) for root in sorted(entries.changed())]
        first = self._first.told([(root, entry if entry and not entry.is_later else None) for root, entry in other])
        second = self._second.told([(root, entry if entry and entry.is_later else None) for root, entry in other])
        titles = {*near, *chain(*(layer.titled for layer in entries.layers))}
        return Told({**first, "named": " ".join(sorted(filter(entries.is_known, titles)))}, second)


def alone(scales: Scales, count: int, noted: Noted) -> Mapping[str, str]:
    """What a file says of words that has all of them."""
    entries = Entries(scales, count, noted, limit=0)
    return Part((root, entry) for root in sorted(entries.every()) if (entry := entries.of(root))).told()


def shortened(lines: Iterable[str]) -> str:
    """Lines in their order, each without the letters with which the one before begins, too: a capital says how many
    these are (A: none), and where a line begins."""
    every = list(lines)
    return "".join(map(_coded, ["", *every], every))


def _coded(before: str, line: str) -> str:
    same = min(_shared(before, line), MOST_SHARED)
    return f"{chr(ord('A') + same)}{line[same:]}"


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    found = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        found += 1
    return found
