"""A text as somebody typed it -> what has to show of it: words, numbers, marks of lists and links, with their lines.

It reads what the guide for officials promises, in its own way: it knows no blocks and no nesting, only what begins a
line, what parts words, and what is a link. Where a mark may be read in two ways it says so, and either shows rightly.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from selebaran.check.proof.links import Link, linked
from selebaran.check.proof.notes import gathered
from selebaran.check.proof.protect import bare, protected
from selebaran.check.proof.words import BULLET, PERHAPS, POINTS, SOME, counted

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
COMMENT = re.compile(r"^[ \t]*<!--.*?-->|<!--(?:(?!\n[ \t]*\n).)*?-->", re.M | re.S)
QUOTED = {
    False: re.compile(r"^[ \t]*(?:>(?!=?(?:\d|Rp))[ \t]?)+", re.M),
    True: re.compile(r"^[ \t\u00a0]*(?:>(?!=?[ ]?(?:\d|Rp))[ \t\u00a0]?)+", re.M),
}
"""By whether a district wrote it: `>60` compares, and there `> 60` does too."""
CALL = re.compile(r"^([ \t]*(?:>[ \t]*)+)\[!([A-Za-z]+)\][ \t]*(.*)$", re.M)
BOX = re.compile(
    r'^([ \t]*)(?:!!!|\?\?\?\+?|===\+?!?)[ \t]*([a-z]*)(?:[ \t]+inline(?:[ \t]+end)?)?[ \t]*(?:["“”](.*)["“”])?[ \t]*$',
    re.M,
)
BOXES = frozenset(
    (
        *("note", "catatan", "info", "abstract", "summary", "tip", "hint", "important", "penting", "success"),
        *("question", "faq", "warning", "attention", "perhatian", "caution", "danger", "error", "failure", "bug"),
        *("example", "quote"),
    )
)
SEPARATOR = re.compile(r"^[ \t>]*([-–—*_=~•·])(?:[ \t]*\1){2,}[ \t]*$", re.M)
TABLE_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?[-–—]+:?[ \t]*(?:\|[ \t]*:?[-–—]+:?[ \t]*)*\|?[ \t]*$")
HEADING = re.compile(r"^([ \t]*#{1,6}[ \t].*?)[ \t]+#+[ \t]*$", re.M)
TITLE = re.compile(r"^([ \t>]*)(?:#{1,6}(?=[ \t\u00a0]|$)|#{2,6}(?=[^\W\d_*]))", re.M)
BRACES = re.compile(
    r"(?:(?<=[)\]])|[ \n]+)\{:?[ ]*(?:[#.][\w-]+|[a-z][a-z-]*=(?:\"[^\"\n{}]*\"|[^\s\"{}]+))"
    r"(?:[ ]+(?:[#.][\w-]+|[a-z][a-z-]*=(?:\"[^\"\n{}]*\"|[^\s\"{}]+)))*[ ]*\}"
)
EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])")
BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
ITEM = re.compile(
    rf"^({BLANK}*)(?:(?P<point>[-*](?={BLANK}|$)|[{POINTS}])|(?P<perhaps>[+–—](?={BLANK}|$)|o(?=\t|[ \u00a0]{{2}})"
    rf"|§(?={BLANK})|-(?=[^\W\d_])|0\d{{0,8}}[.)](?={BLANK}|$)))(?P<task>{BLANK}*\[[ xX]\](?=[ \u00a0]))?(?P<rest>.*)",
    re.M,
)
NUMBER = re.compile(rf"^({BLANK}*(?:\d{{1,9}}|[a-z]{{1,5}})[.)]{BLANK}+)(?P<rest>\S.*)", re.M)
ANY = frozenset(f"*{POINTS}")
"""Marks that stand for themselves nowhere: they count as no word, or as one of their own."""
BOX_OF_TASK = {" ": "☐", "x": "☑", "X": "☑"}
RAW = re.compile(r"^[ \t]*</?(?:table|ul|ol|dl|details|div|section|p|pre|blockquote|h[1-6]|center|!--)\b", re.I)


@dataclass(frozen=True)
class Scan:
    """What has to show of a text. `starts` are the numbers of the words before each piece of a line, `lines` those
    lines, counted from 0."""

    words: tuple[str, ...]
    links: tuple[Link, ...]
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_of(self, word: int) -> int:
        """The line on which a word stands."""
        return self.lines[max(bisect_right(self.starts, word) - 1, 0)] if self.lines else 0


@lru_cache(maxsize=1024)
def scan(text: str, own: bool) -> Scan:
    """What has to show of a text; kept, because editions on paper and other languages show the same again."""
    text = _plain(protected(text, own), own)
    numbered = list(enumerate(text.split("\n")))
    if "[^" in text:
        numbered = gathered(numbered)
        text = "\n".join(line for _, line in numbered)
    text, links = linked(text)
    shown = counted(bare(_said(text)))
    words: list[str] = []
    starts: list[int] = []
    for line in shown.split("\n"):
        starts.append(len(words))
        words += line.split()
    lines = tuple(number for number, _ in numbered)
    told = tuple(
        Link(bare(_said(link.target)), bare(_said(link.text)), lines[link.line], link.is_picture) for link in links
    )
    return Scan(tuple(words), told, tuple(starts), lines)


def _said(text: str) -> str:
    """A text with the letters that its references stand for."""
    return ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _plain(text: str, own: bool) -> str:
    """A text without what begins and ends its lines: quotations, boxes, headings, items, rules."""
    if "<!--" in text:
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    if ">" in text:
        text = CALL.sub(_called, text)
        text = QUOTED[own].sub("", text)
    if "!!!" in text or "???" in text or "===" in text:
        text = BOX.sub(_boxed, text)
    text = SEPARATOR.sub("", text)
    if "|" in text:
        text = _without_rules(text)
    if "#" in text:
        text = TITLE.sub(r"\1", HEADING.sub(r"\1", text))
    if "{" in text:
        text = BRACES.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _items(text)
    return EMOJI.sub(SOME, text) if ":" in text else text


def _called(found: re.Match[str]) -> str:
    return f"{found[1]}{found[3].strip() or SOME}" if found[2].lower() in BOXES else found[0]


def _boxed(found: re.Match[str]) -> str:
    if found[2] not in BOXES if found[2] else not found[3]:
        return found[0]
    return f"{found[1]}{found[3] or SOME}"


def _without_rules(text: str) -> str:
    """A text without the rules of its tables: they stand in the first or second line of those that have bars."""
    lines = text.split("\n")
    row = 0
    for at, line in enumerate(lines):
        row = row + 1 if "|" in line else 0
        if row in (1, 2) and TABLE_RULE.match(line):
            lines[at] = ""
    return "\n".join(lines)


def _items(text: str) -> str:
    """A text in which the marks of items are told: a point that has to show, or one that may."""
    if RAW.search(text) or re.search(r"\n[ \t]*<", text):
        return "\n\n".join(_raw(part) if RAW.match(part) else ITEM.sub(_item, part) for part in re.split(r"\n\n", text))
    return NUMBER.sub(_numbered, ITEM.sub(_item, text))


def _raw(text: str) -> str:
    """Lines within elements, in which a mark may be a word."""
    return ITEM.sub(lambda found: _item(found, certain=False), text)


def _item(found: re.Match[str], certain: bool = True) -> str:
    mark = found["point"] or found["perhaps"]
    rest = found["rest"]
    is_certain = certain and found["point"] and (rest.strip() or found["task"]) and "|" not in rest
    sign = BULLET if is_certain else PERHAPS if found["point"] in ANY else f"{PERHAPS}{mark}"
    task = f" {BOX_OF_TASK[found['task'][-2]]}" if found["task"] else ""
    within = ITEM.sub(lambda other: _item(other, certain=False), rest.lstrip()) if rest.strip() else ""
    return f"{found[1]}{sign}{task} {within}"


def _numbered(found: re.Match[str]) -> str:
    """A number, and behind it perhaps the mark of a list within its item."""
    rest = found["rest"]
    return found[1] + ITEM.sub(lambda other: _item(other, certain=False), rest)
