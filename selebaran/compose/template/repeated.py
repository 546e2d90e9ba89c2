"""Texts in which something is repeated for each thing of a list: made with marked things, they are had for as many as a
district has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat
from operator import itemgetter

from selebaran.compose.template.slots import Cutter, Slots, Values, longest_of

ADDRESS = 5
"""Which of a thing's forms is its part of an address: some lists are in the order of that."""


class NotRepeated(Exception):
    """What stands there for one thing differs from what stands there for the next by more than values."""


@dataclass(frozen=True)
class Listed:
    """A list: what stands there for each thing, as letters and forms of it by turns, and behind each but the last.
    Things come as they are given, or in the order of their addresses."""

    letters: tuple[Slots, ...]
    forms: tuple[int, ...]
    glue: Slots
    is_by_address: bool = False

    def filled(self, values: Values, things: Sequence[Sequence[str]]) -> str:
        """The list of these things, each by its forms."""
        letters = [text.filled(values) for text in self.letters]
        items = []
        for thing in sorted(things, key=itemgetter(ADDRESS)) if self.is_by_address else things:
            parts = [thing[self.forms[0]]]
            for text, form in zip(letters, self.forms[1:], strict=True):
                parts += text, thing[form]
            items.append("".join(parts))
        return self.glue.filled(values).join(items)


@dataclass(frozen=True)
class Repeated:
    """A text with marks, cut at them; and at lists of marked things."""

    parts: tuple[Slots | Listed, ...]

    def filled(self, values: Values, things: Sequence[Sequence[str]]) -> str:
        """The text with values in place of the marks, and these things in its lists."""
        return "".join(
            part.filled(values) if isinstance(part, Slots) else part.filled(values, things) for part in self.parts
        )

    @property
    def is_plain(self) -> bool:
        """Whether there is no mark in it."""
        return all(isinstance(part, Slots) and part.is_plain for part in self.parts)


@dataclass(frozen=True)
class _Met:
    """A mark of a thing: which thing, in which form, and the letters behind it."""

    thing: int
    form: int
    behind: str


@dataclass(frozen=True)
class Each:
    """A text that there is once for each thing of a list: letters and names of its forms by turns."""

    letters: tuple[Slots, ...]
    forms: tuple[int, ...]

    def filled(self, values: Values, things: Iterable[Sequence[str]]) -> Iterator[str]:
        """The text of each of these things."""
        first, *rest = (text.filled(values) for text in self.letters)
        for thing in things:
            yield first + "".join(thing[form] + text for form, text in zip(self.forms, rest, strict=True))


class ListCutter:
    """Cuts texts at marks, and at lists of things. `things` are three, each by its forms in the same order. Where their
    addresses have another order than they, lists of both kinds are told apart."""

    def __init__(self, cutter: Cutter, things: Sequence[Sequence[str]]) -> None:
        self._cutter, self.marks, self.things = cutter, cutter.marks, tuple(map(tuple, things))
        self._as_given = list(range(len(things)))
        self._by_address = sorted(self._as_given, key=lambda at: things[at][ADDRESS])
        self._known = {
            form: (at, kind)
            for at, thing in reversed([*enumerate(things)])
            for kind, form in reversed([*enumerate(thing)])
            if form
        }  # what several have alike is the first one's
        self.forms = frozenset(self._known)
        self._marks = re.compile(f"({longest_of(self._known)})" if self._known else r"(?!)()")

    def cut(self, text: str) -> Repeated:
        """A text, cut. Raises `NotRepeated`, also where something is left of a mark."""
        first, *rest = self._marks.split(text)
        met = [_Met(*self._known[mark], behind) for mark, behind in zip(rest[::2], rest[1::2], strict=True)]
        parts: list[Slots | Listed] = [self._slots(first)]
        for run in _runs(met):
            parts += self._listed(run), self._slots(run[-1].behind)
        return Repeated(tuple(parts))

    def cut_one(self, text: str) -> Each | None:
        """A text that says something of the first thing and of no other; None where it doesn't, or of others as well.
        Raises `NotRepeated` where something is left of a mark."""
        first, *rest = self._marks.split(text)
        met = [self._known[mark] for mark in rest[::2]]
        if {thing for thing, _ in met} != {0}:
            return None
        return Each(tuple(map(self._slots, (first, *rest[1::2]))), tuple(form for _, form in met))

    def things_in(self, text: str) -> frozenset[int]:
        """Which things a text has marks of."""
        return frozenset(self._known[mark][0] for mark in self._marks.findall(text))

    def path(self, text: str) -> Slots:
        """A text without lists, cut at its marks."""
        return self._slots(text)

    def _slots(self, text: str) -> Slots:
        found = self._cutter.cut(text)
        if not found.is_clean:
            raise NotRepeated(text[:200])
        return found

    def _listed(self, run: Sequence[_Met]) -> Listed:
        items = [list(group) for _, group in groupby(run, key=lambda one: one.thing)]
        order, first = [item[0].thing for item in items], items[0]
        glue = [item[-1].behind for item in items[:-1]]
        is_one = order in (self._as_given, self._by_address) and glue == glue[:1] * len(glue)
        if not is_one or any(map(_differs, items, repeat(first))):
            raise NotRepeated(str(run[0]))
        letters = tuple(self._slots(one.behind) for one in first[:-1])
        forms, behind = tuple(one.form for one in first), self._slots(first[-1].behind)
        return Listed(letters, forms, behind, order != self._as_given)


def _differs(item: Sequence[_Met], first: Sequence[_Met]) -> bool:
    """Whether what stands there for a thing differs from what does for the first."""
    mine, its = ([*(one.behind for one in this[:-1]), *(one.form for one in this)] for this in (item, first))
    return mine != its


def _runs(met: Iterable[_Met]) -> Iterator[list[_Met]]:
    """The marks of each list: within one, nothing comes again after another."""
    run: list[_Met] = []
    there = set[int]()
    for one in met:
        if one.thing in there and one.thing != run[-1].thing:
            yield run
            run = []
            there.clear()
        run.append(one)
        there.add(one.thing)
    if run:
        yield run


NUMBER = re.compile(r"(\d+)")
Counted = tuple[int, int]
"""A number that tells how many things there are: so many, and so many more for each thing."""


def counting(fewer: Repeated, more: Repeated, counts: tuple[int, int]) -> tuple[Repeated, dict[str, Counted]]:
    """One text of two that were made with so many things, in which numbers that differ are marks; and what these are.
    Raises `NotRepeated` where more than numbers differs."""
    found: dict[str, Counted] = {}
    parts: list[Slots | Listed] = []
    if len(fewer.parts) != len(more.parts):
        raise NotRepeated(str(counts))
    for one, other in zip(fewer.parts, more.parts, strict=True):
        parts.append(_counting(one, other, counts, found) if isinstance(one, Slots) and one != other else one)
        if one != other and not (isinstance(one, Slots) and isinstance(other, Slots)):
            raise NotRepeated(str(one)[:200])
    return Repeated(tuple(parts)), found


def _counting(one: Slots, other: Slots | Listed, counts: tuple[int, int], found: dict[str, Counted]) -> Slots:
    """Letters with marks in place of numbers that differ."""
    assert isinstance(other, Slots)
    if one.parts[1::2] != other.parts[1::2]:
        raise NotRepeated(str(one)[:200])
    parts: list[str] = []
    for at, (text, beside) in enumerate(zip(one.parts, other.parts, strict=True)):
        parts += [text] if at % 2 else _numbers(text, beside, counts, found)
    return Slots(tuple(parts))


def _numbers(text: str, beside: str, counts: tuple[int, int], found: dict[str, Counted]) -> list[str]:
    """Letters and marks by turns, of letters of which numbers differ."""
    mine, others, parts = NUMBER.split(text), NUMBER.split(beside), [""]
    if mine[::2] != others[::2]:
        raise NotRepeated(text[:200])
    for at, (this, that) in enumerate(zip(mine, others, strict=True)):
        if this == that:
            parts[-1] += this
            continue
        each, rest = divmod(int(that) - int(this), counts[1] - counts[0])
        if rest or not at % 2:
            raise NotRepeated(text[:200])
        mark = f"#{len(found)}"
        found[mark] = int(this) - each * counts[0], each
        parts += [mark, ""]
    return parts
