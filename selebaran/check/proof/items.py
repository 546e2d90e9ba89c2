"""Marks of items at the start of lines, as they were typed -> a point that has to show, or one that may.

A number or letter stays what it is, whether its line became an item or not. A point shows otherwise than it was typed,
and of some marks only their neighbours tell whether they are one: either is right.
"""

from __future__ import annotations

import re

from selebaran.check.proof.protect import VERBATIM
from selebaran.check.proof.words import BARE, BULLET, PERHAPS, PERHAPS_DONE, PERHAPS_OPEN, POINTS

BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
ITEM = re.compile(
    rf"^(?P<indent>{BLANK}*)(?:(?P<point>[-*](?={BLANK}|$)|[{POINTS}])"
    rf"|(?P<perhaps>[+–—](?={BLANK}|$)|o(?=\t|[ \u00a0]{{2}})|§(?={BLANK})|-(?=[^\W\d_])"
    rf"|0\d{{0,8}}[.)](?={BLANK}|$)))(?P<rest>.*)",
    re.M,
)
SIGNS = "✅☑✔✓❌✖✗☐👉➡🔹🔸🔴🟢"
"""They stay as well."""
NUMBER = re.compile(
    rf"^({BLANK}*(?:(?:\d{{1,9}}|[a-z]{{1,5}})[.)]{BLANK}+|[{SIGNS}]\ufe0f?{BLANK}*))(?P<rest>\S.*)", re.M
)
UNCERTAIN = {**dict.fromkeys(POINTS, PERHAPS), "*": BARE}
"""What stands for marks that count as a word of their own, or as none, where a line may be no item."""
TASK = re.compile(rf"^({BLANK}*{VERBATIM}?{BLANK}*)\[([ xX])\](?=[ \u00a0]+\S|\w)(?=(.*))", re.M)
"""A box at the start of a line."""
CELL_TASK = re.compile(r"([|\t][ ]*)\[([ xX])\](?=[ \u00a0]+[^\s|]|\w)()")
BOXES = {True: ("☐", "☑"), False: (PERHAPS_OPEN, PERHAPS_DONE)}
TABLE = re.compile(r"[|\t]")
"""In a line with one of them nobody knows what begins a cell."""
QUOTED = re.compile(r"(?:>(?!=?[ ]?(?:\d|Rp))[ \t\u00a0]?)+")
"""Marks of a quotation within an item; `>60` compares."""
RAW = re.compile(r"</?(?:table|ul|ol|dl|details|div|section|p|pre|blockquote|h[1-6]|center|!--)\b", re.I)
"""What begins lines that are no Markdown."""
CODE = re.compile(r" {4}| {0,3}\t|.*[^ \t]")
"""An indent that may make code of a line, or hide its mark, in shared text."""


def items(text: str, own: bool) -> str:
    """A text in which such marks are told. In text of a district no indent makes code of a line."""
    text = _boxed(text, certain=True)
    if "<" not in text:
        return _told(text, own, certain=True)
    return "\n\n".join(_told(part, own, certain=not RAW.search(part)) for part in text.split("\n\n"))


def _told(text: str, own: bool, *, certain: bool) -> str:
    def item(found: re.Match[str]) -> str:
        return _item(found, certain and (own or not CODE.match(found["indent"])))

    return NUMBER.sub(lambda found: found[1] + _within(found["rest"]), ITEM.sub(item, text))


def _item(found: re.Match[str], certain: bool) -> str:
    mark, rest = found["point"] or found["perhaps"], found["rest"]
    is_empty = not rest.strip()
    if is_empty and mark == "*":
        return f"{found['indent']}{BARE}{rest}"
    is_certain = certain and bool(found["point"]) and not is_empty and "|" not in rest
    sign = BULLET if is_certain else UNCERTAIN.get(mark, f"{PERHAPS}{mark}")
    return f"{found['indent']}{sign} {_within(rest.lstrip(), certain=is_certain)}"


def _within(rest: str, *, certain: bool = False) -> str:
    """The words of an item, which may begin with the mark of a list within it, of a quotation, or with a box."""
    if not rest:
        return ""
    rest = QUOTED.sub("", rest, count=1) if rest[0] == ">" else rest
    return _told(_boxed(rest, certain=certain), True, certain=False)


def _boxed(text: str, *, certain: bool) -> str:
    """A text with the boxes of its tasks; where it is not `certain` that a line begins with one, either is right."""
    if "]" not in text or not any(task in text for task in ("[ ]", "[x]", "[X]")):
        return text

    def box(found: re.Match[str]) -> str:
        is_sure = certain and not (TABLE.search(found[0]) or TABLE.search(found[3]))
        return f"{found[1]}{BOXES[is_sure][found[2] != ' ']} "

    return CELL_TASK.sub(box, TASK.sub(box, text))
