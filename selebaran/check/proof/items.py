"""Marks of items at the start of lines, as they were typed -> a point that has to show, or one that may.

A number or letter stays what it is, whether its line became an item or not. A point shows otherwise than it was typed,
and of some marks only their neighbours tell whether they are one: either is right.
"""

from __future__ import annotations

import re

from selebaran.check.proof.words import BARE, BULLET, PERHAPS, POINTS

BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
ITEM = re.compile(
    rf"^(?P<indent>{BLANK}*)(?:(?P<point>[-*](?={BLANK}|$)|[{POINTS}])"
    rf"|(?P<perhaps>[+–—](?={BLANK}|$)|o(?=\t|[ \u00a0]{{2}})|§(?={BLANK})|-(?=[^\W\d_])"
    rf"|0\d{{0,8}}[.)](?={BLANK}|$)))(?P<task>{BLANK}*\[[ xX]\](?=[ \u00a0]))?(?P<rest>.*)",
    re.M,
)
SIGNS = "✅☑✔✓❌✖✗☐👉➡🔹🔸🔴🟢"
"""They stay as well."""
NUMBER = re.compile(
    rf"^({BLANK}*(?:(?:\d{{1,9}}|[a-z]{{1,5}})[.)]{BLANK}+|[{SIGNS}]\ufe0f?{BLANK}*))(?P<rest>\S.*)", re.M
)
ANY = frozenset(f"*{POINTS}")
"""Marks that count as no word, or as one of their own."""
TASK = {" ": "☐", "x": "☑", "X": "☑"}
RAW = re.compile(r"</?(?:table|ul|ol|dl|details|div|section|p|pre|blockquote|h[1-6]|center|!--)\b", re.I)
"""What begins lines that are no Markdown."""
CODE = re.compile(r" {4}| {0,3}\t|.*[^ \t]")
"""An indent that may make code of a line, or hide its mark, in shared text."""


def items(text: str, own: bool) -> str:
    """A text in which such marks are told. In text of a district no indent makes code of a line."""
    if "<" not in text:
        return _told(text, own, certain=True)
    return "\n\n".join(_told(part, own, certain=not RAW.search(part)) for part in text.split("\n\n"))


def _told(text: str, own: bool, *, certain: bool) -> str:
    def item(found: re.Match[str]) -> str:
        return _item(found, certain and (own or not CODE.match(found["indent"])))

    return NUMBER.sub(lambda found: found[1] + _within(found["rest"]), ITEM.sub(item, text))


def _item(found: re.Match[str], certain: bool) -> str:
    mark, rest = found["point"] or found["perhaps"], found["rest"]
    is_empty = not rest.strip() and not found["task"]
    if is_empty and mark == "*":
        return f"{found['indent']}{BARE}{rest}"
    is_certain = certain and found["point"] and not is_empty and "|" not in rest
    sign = BULLET if is_certain else PERHAPS if mark in ANY else f"{PERHAPS}{mark}"
    task = f" {TASK[found['task'][-2]]}" if found["task"] else ""
    return f"{found['indent']}{sign}{task} {_within(rest.lstrip())}"


def _within(rest: str) -> str:
    """The words of an item, which may begin with the mark of a list within it."""
    return _told(rest, True, certain=False) if rest else ""
