"""What is wrong with where words stand and how they are shaped; the ink itself is judged in pixels.py. Lengths are
points from the upper left corner of the trim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from selebaran.press.audit import letters
from selebaran.press.ink.frame import Frame
from selebaran.press.ink.layer import Layer, Word

SMALLEST_PT = 8.0
SLIP = 0.3
TOUCH = 0.4
"""Letters of two words that have more in common than this lie on each other."""
TURNED = 10.0
"""Degrees at which a hand would turn the sheet."""
WIDE = (0.75, 1.34)
"""How much wider or narrower than its font made it a letter may be."""
USUAL = (0.4, 0.8)
"""How wide a letter is on average, of its size; in words beyond that, the gaps are measured."""
LONG = 3
"""A line whose words have so many letters on average isn't made of single ones."""
TIGHT, LOOSE = -0.06, 0.45
"""The gap between two letters, of their size, below which they run together, and above which a word falls apart."""


def outside(word: Word, layer: Layer) -> bool:
    """Whether a word reaches over the edge at which the sheet is cut."""
    left, top, right, bottom = word.frame
    return left < -SLIP or top < -SLIP or right > layer.width + SLIP or bottom > layer.height + SLIP


def beside(word: Word, layer: Layer) -> bool:
    """Whether a word stands wholly beside the sheet, where the print shop has its marks."""
    return not word.frame.meets(Frame(0, 0, layer.width, layer.height))


def across(word: Word, folds: tuple[float, ...]) -> bool:
    """Whether a word lies on a fold."""
    return any(word.frame.left < fold - SLIP and word.frame.right > fold + SLIP for fold in folds)


def small(word: Word) -> bool:
    """Whether a word is printed smaller than the smallest type."""
    return word.size_pt < SMALLEST_PT - 0.05


def turned(word: Word) -> bool:
    """Whether a word is turned, mirrored or squeezed."""
    return word.mirrored or abs(word.turned) > TURNED or not WIDE[0] < word.wide < WIDE[1]


def crammed(word: Word, layer: Layer) -> bool:
    """Whether the letters of a word run together or fall apart."""
    if len(word.letters) < 3 or abs(word.turned) > 1 or not word.size_pt:
        return False
    if USUAL[0] < (word.frame.right - word.frame.left) / len(word.text) / word.size_pt < USUAL[1]:
        return False
    gaps = sorted((second.left - first.right) / word.size_pt for first, second in pairwise(layer.letters(word)))
    return bool(gaps) and not TIGHT < gaps[len(gaps) // 2] < LOOSE


def scattered(text: str, words: list[Word]) -> bool:
    """Whether a line's letters stand so far apart that they are words by themselves."""
    wanted = [count for part in text.split() if (count := len(letters(part)))]
    found = [len(word.letters) for word in words]
    return bool(wanted) and sum(wanted) / len(wanted) >= LONG and sum(found) / len(found) < LONG / 2


def on_each_other(words: list[Word], layer: Layer) -> Iterator[tuple[Word, Word]]:
    """The words whose letters lie on those of another, each pair once; the lower one is named first."""
    above: list[Word] = []
    for word in sorted(words, key=lambda word: word.frame.top):
        above = [other for other in above if other.frame.bottom > word.frame.top + TOUCH]
        for other in above:
            if word.frame.meets(other.frame, TOUCH) and _touch(word, other, layer):
                yield word, other
        above.append(word)


def _touch(one: Word, other: Word, layer: Layer) -> bool:
    others = layer.letters(other)
    return any(mark.meets(another, TOUCH) for mark in layer.letters(one) for another in others)
