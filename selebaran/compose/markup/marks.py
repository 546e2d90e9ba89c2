"""Marks of lists as officials type them: what of a line is one, and whether it begins a list.

`-`, `•` and `1)` are certain. `a.`, a dash of Word and a number without a space are marks only beside their neighbour
on another line: "a. Yani", "– Bupati", "+ 62" and "2026." alone at the start of a sentence are words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACE = r"(?=[ \t\u00a0]|$)"
BULLETS = "•●○▪▫■□◦◆❖➢➤►▶∙·\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Bullets of Word, of sheets and of phones, and those of Word's symbol fonts."""
SIGNS = "✅☑✔✓❌✖✗☐👉➡🔹🔸🔴🟢"
"""Signs that mean something: they stay as they are typed."""
FORMS = {
    "-": re.compile(rf"([-*]){SPACE}"),
    "+": re.compile(rf"([+]){SPACE}"),
    "•": re.compile(rf"([{BULLETS}])|o(?=\t|[ \u00a0]{{2}})|§(?=[\t \u00a0])"),
    "✅": re.compile(rf"([{SIGNS}]\ufe0f?)"),
    "–": re.compile(rf"([–—]){SPACE}"),
    "1": re.compile(rf"(\d{{1,9}})([.)]){SPACE}"),
    "a": re.compile(rf"([a-z])([.)]){SPACE}"),
    "-x": re.compile(r"(-)(?=[^\W\d_])"),
    "1x": re.compile(r"(\d{1,2})([.)])(?=[^\W\d_]{2}|[A-Z*_])"),
    "ax": re.compile(r"([a-z])([.)])(?=[A-Z])"),
    "i": re.compile(rf"([ivx]{{1,5}})([.)]){SPACE}"),
}
"""By their first characters, in the order in which they are tried."""
LIKELY = re.compile(rf"[-*+–—§{BULLETS}{SIGNS}]|(?:\d{{1,9}}|[a-z]{{1,5}})[.)]|o[\t \u00a0]")
"""What any of them begins with."""
CERTAIN = frozenset("-•✅1")
ORDERED = {"1": "1", "1x": "1", "a": "a", "ax": "a", "i": "i"}
ROMAN = {name: number for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}
FEW = 99
"""Larger numbers begin a list only beside their neighbour."""
FAR = 40
"""How many lines further a neighbour is looked for."""


@dataclass(frozen=True)
class Mark:
    """A mark at the start of a line. `family` is shared by the items of one list; `number` counts in it, 0 for a
    bullet; `kept` is what of it stays in the text."""

    form: str
    family: str
    length: int
    number: int = 0
    kept: str = ""

    @property
    def style(self) -> str:
        """How an ordered list counts: "1", "a" or "i"; "" for bullets."""
        return ORDERED.get(self.form, "")

    @property
    def is_certain(self) -> bool:
        """Whether it begins a list without a neighbour."""
        return self.form in CERTAIN and self.number <= FEW


def marks_of(line: str) -> list[Mark]:
    """What the start of a line may be a mark of; "i." is both the ninth letter and the first Roman number."""
    if not LIKELY.match(line):
        return []
    return [_mark(form, found) for form, pattern in FORMS.items() if (found := pattern.match(line))]


def _mark(form: str, found: re.Match[str]) -> Mark:
    length = found.end()
    if form in ORDERED:
        style = ORDERED[form]
        return Mark(form, style + found[2], length, _number(style, found[1]))
    kept = found[1] if form == "✅" else ""
    return Mark(form, found[1] if form in ("-", "-x", "–") else form, length, 0, kept)


def _number(style: str, written: str) -> int:
    if style == "1":
        return int(written)
    return ord(written) - ord("a") + 1 if style == "a" else ROMAN.get(written, 0)


def follows(mark: Mark, line: str) -> bool:
    """Whether a line is the next item of the list that a mark would begin."""
    number = mark.number + 1 if mark.style else 0
    return any(next_.family == mark.family and next_.number == number for next_ in marks_of(line))


def goes_on(mark: Mark, line: str) -> Mark | None:
    """The mark with which a line goes on with a list, whose last one is given. Numbers may jump, letters don't."""
    same = [next_ for next_ in marks_of(line) if next_.family == mark.family]
    jumps = (next_ for next_ in same if next_.number == mark.number + 1 or (next_.style in "1" and next_.number <= FEW))
    return next(jumps, None)
