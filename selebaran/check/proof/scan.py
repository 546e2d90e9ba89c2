"""A text as somebody typed it -> what has to show of it: words, numbers, marks of lists and links, with their lines.

It reads what the guide for officials promises, in its own way: it knows no blocks and no nesting, only what begins a
line, what parts words, and what is a link. Where a mark may be read in two ways it says so, and either shows rightly.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selebaran.check.proof.items import items
from selebaran.check.proof.links import Link, linked
from selebaran.check.proof.notes import gathered
from selebaran.check.proof.protect import VERBATIM, bare, protected
from selebaran.check.proof.words import PICTURE_NAME, SOME, without_tags, words
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import recalled

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
COMMENT = re.compile(r"^[ \t]*<!--.*?-->|<!--(?:(?!\n[ \t]*\n).)*?-->", re.M | re.S)
QUOTED = re.compile(r"[ \t\u00a0]*>[ \t\u00a0]?")
COMPARED = {False: re.compile(r"[ \t]*>=?(?:\d|Rp)"), True: re.compile(r"[ \t\u00a0]*>=?[ ]?(?:\d|Rp)")}
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
TITLE = re.compile(r"^([ \t>]*)(?:#{1,6}(?=[ \t\u00a0]|$)|#{2,6}(?=[^\W\d_*]))", re.M)
BRACES = re.compile(
    r"\{(?<=[)\]\s]\{):?[ ]*(?:[#.][\w-]+|[a-z][a-z-]*=(?:\"[^\"\n{}]*\"|[^\s\"{}]+))"
    r"(?:[ ]+(?:[#.][\w-]+|[a-z][a-z-]*=(?:\"[^\"\n{}]*\"|[^\s\"{}]+)))*[ ]*\}"
)
FAR = ("```", "~~~", "    ", "\t", "]:", "[^")
"""What may tell how to read another paragraph of its text."""
NEAR = re.compile(
    r'</?(?:time|span|div|nav|b|br|strong|small)(?: [a-z][a-z-]*(?:="[^"<>\n]*")?)*>'
    r'|<a href="[^"<>\n]*">(?=[^<>\n]*</a>)|</a>'
)
"""Tags that tell nothing of another paragraph."""
PARTED = re.compile(r"(\n\n+)")
EMOJI = re.compile(PICTURE_NAME)


@dataclass(frozen=True)
class Scan:
    """What has to show of a text: its words and links. `shown` is the text without its marks, in which a line of
    `lines` (counted from 0) stands on each line."""

    words: tuple[str, ...]
    links: tuple[Link, ...]
    shown: str
    lines: tuple[int, ...]

    def line_of(self, word: int) -> int:
        """The line on which a word stands."""
        count = 0
        for number, line in zip(self.lines, self.shown.split("\n"), strict=True):
            count += len(words(line))
            if count > word:
                return number
        return self.lines[-1]


@recalled("pindai", 1024)
def scan(text: str, own: bool) -> Scan:
    """What has to show of a text; kept, because editions on paper and other languages show the same again."""
    if is_plain() or any(sign in text for sign in FAR) or ("<" in text and "<" in NEAR.sub("", text)):
        return _scan(text, own)
    said: list[str] = []
    links: list[Link] = []
    shown: list[str] = []
    line = 0
    for part in PARTED.split(text):
        if part.strip("\n"):
            one = _scan(part, own)
            said += one.words
            links += (link._replace(line=link.line + line) for link in one.links)
            part = one.shown
        shown.append(part)
        line += part.count("\n")
    return Scan(tuple(said), tuple(links), "".join(shown), tuple(range(line + 1)))


@recalled("pindai bagian", 1 << 13)
def _scan(text: str, own: bool) -> Scan:
    """What has to show of a text, or of a paragraph that no other one tells how to read: most are the same in every
    district, though texts are not."""
    hidden = protected(text, own)
    plain = _plain(hidden, own)
    lines: tuple[int, ...] = tuple(range(plain.count("\n") + 1))
    if "[^" in plain:
        numbered = gathered(list(enumerate(plain.split("\n"))))
        plain, lines = "\n".join(line for _, line in numbered), tuple(number for number, _ in numbered)
    plain, links = linked(plain)

    def said(part: str) -> str:
        found = ENTITY.sub(lambda one: html.unescape(one[0]), part) if "&" in part else part
        return (bare(found) if hidden != text else found).replace(VERBATIM, "")

    told = tuple(Link(said(link.target), said(link.text), lines[link.line], link.is_picture) for link in links)
    shown = without_tags(said(plain))
    return Scan(tuple(words(shown)), told, shown, lines)


def learn(texts: Iterable[str]) -> None:
    """Read texts of the centre once, before children are forked that will all meet them, or most of their words."""
    for text in texts:
        scan(text, own=False)


def _plain(text: str, own: bool) -> str:
    """A text without what begins and ends its lines: quotations, boxes, headings, items, rules."""
    if "<!--" in text:
        last = text.rfind("-->") + 3  # what is opened behind it is text
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[:last]) + text[last:]
    if ">" in text:
        text = CALL.sub(_called, text)
        text = "\n".join(_unquoted(text.split("\n"), own))
    if "!!!" in text or "???" in text or "===" in text:
        text = BOX.sub(_boxed, text)
    text = SEPARATOR.sub("", text)
    if "|" in text:
        text = _without_rules(text)
    if "#" in text:
        text = TITLE.sub(rf"\1{VERBATIM}", text)
    if "{" in text:
        text = BRACES.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = items(text, own)
    return EMOJI.sub(f" {SOME} ", text) if ":" in text else text


def _unquoted(lines: list[str], own: bool) -> Iterator[str]:
    """Lines without the marks of a quotation, which goes on to the next empty line."""
    is_within = False
    for line in lines:
        goes_on = is_within
        while (found := QUOTED.match(line)) and (goes_on or not COMPARED[own].match(line)):
            line, goes_on, is_within = line[found.end() :], False, True
        is_within = is_within and bool(line.strip())
        yield line


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
