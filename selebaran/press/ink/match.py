"""Which line of the sheet each word of the text layer belongs to, and which lines have no words there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from selebaran.press.audit import letters
from selebaran.press.ink.expected import Line
from selebaran.press.ink.layer import Word
from selebaran.press.scripts import scripts_of

BAND = 12.0
"""Lines are looked up by bands of so many points."""
SLIP = 0.5


@dataclass(frozen=True)
class Matched:
    """A page's words, each with its line (None for what a drawing says), and the lines that no words stand for."""

    words: tuple[tuple[Word, Line | None], ...]
    missing: tuple[Line, ...]

    def by_line(self) -> list[tuple[Line | None, list[Word]]]:
        """The words that have letters, line by line; each by itself that belongs to none."""
        lines: dict[int, tuple[Line | None, list[Word]]] = {}
        for word, line in self.words:
            if word.letters:
                lines.setdefault(id(line or word), (line, []))[1].append(word)
        return list(lines.values())


def matched(lines: tuple[Line, ...], words: tuple[Word, ...]) -> Matched:
    """Words and lines of a page. Both are laid out in one measure; what was moved by a transform is found by its
    letters. Where letters join or stack, as in Javanese and Arabic, the text layer doesn't have them one by one: all
    that stands at such a line's place is the line."""
    there = _at_their_places(lines, words)
    of_word: dict[int, Line] = {}
    lost = []
    for number, line in enumerate(lines):
        wanted = letters(line.text)
        in_order = sorted(there[number], key=lambda n: words[n].frame.left)
        saying = in_order if scripts_of(line.text) else _saying(wanted, in_order, words)
        for n in saying:
            of_word.setdefault(n, line)
        if wanted and not saying:
            lost.append((line, wanted))
    missing = _elsewhere(lost, words, of_word)
    return Matched(tuple((word, of_word.get(n)) for n, word in enumerate(words)), tuple(missing))


def _at_their_places(lines: tuple[Line, ...], words: tuple[Word, ...]) -> dict[int, list[int]]:
    """The numbers of the words that stand on each line."""
    bands: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for band in range(int(line.frame.top // BAND), int(line.frame.bottom // BAND) + 1):
            bands[band].append(number)
    found: dict[int, list[int]] = defaultdict(list)
    for n, word in enumerate(words):
        middle = (word.frame.top + word.frame.bottom) / 2
        for number in bands[int(middle // BAND)]:
            frame = lines[number].frame
            if frame.top <= middle <= frame.bottom and (
                word.frame.left < frame.right - SLIP and word.frame.right > frame.left + SLIP
            ):
                found[number].append(n)
    return found


def _saying(wanted: str, numbers: list[int], words: tuple[Word, ...]) -> list[int]:
    """Those of some words, in their order, that say what a line says; none where they don't."""
    start = "".join(words[n].letters for n in numbers).find(wanted)
    if start < 0 or not wanted:
        return []
    saying, position = [], 0
    for n in numbers:
        end = position + len(words[n].letters)
        if start < end and position < start + len(wanted):
            saying.append(n)
        position = end
    return saying


def _elsewhere(lost: list[tuple[Line, str]], words: tuple[Word, ...], of_word: dict[int, Line]) -> list[Line]:
    """The lines that aren't at their places nor anywhere else. Those that are get their words."""
    missing = []
    for line, wanted in lost:
        free = [n for n, word in enumerate(words) if n not in of_word and word.letters]
        saying = _saying(wanted, free, words)
        of_word.update(dict.fromkeys(saying, line))
        if not saying:
            missing.append(line)
    return missing
