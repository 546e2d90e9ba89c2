"""Words within a paragraph, as HTML has them -> our dialect, so that what was typed is what shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

MARKS = re.compile(r"[\\`*\[\]~|]|(?<!\w)_|_(?!\w)|<(?=[\w/!?])|==|%%|:(?=\w+:)|\{(?=[#.{%:])|&(?=#?\w+;)")
"""What means something to our dialect wherever it stands."""
FIRST = re.compile(r"(?:#+|>|!!!|\?\?\?|:::|={3,}|-{3,}|--8<--)(?!\w)|#")
"""What does at the beginning of a line. A mark of a list that was typed is meant as one."""
MARK = re.compile(r"(\d{1,2}|[a-z]{1,4}|)([.)]|[-–•+])(?=\s|$)")
"""A mark of a list at the beginning of a line."""
AROUND = {"strong": "**", "b": "**", "s": "~~", "del": "~~"}
KEPT = ("sup", "sub", "em", "i")
"""Elements that stay as they are: an underscore within a word means nothing."""
TELEPHONE = re.compile(r"tel:", re.I)


def inline(element: Element, *, plain: bool = False) -> str:
    """What stands within an element. `plain`: without bold letters, for headings."""
    return "".join(_pieces(element, plain))


def line(text: str) -> str:
    """A paragraph as its line: blanks as one is used to, and nothing at its beginning that isn't meant."""
    text = " ".join(part for part in re.split(r"[ \t\r\n\u00a0]+", text) if part)
    if MARK.fullmatch(text):
        return MARK.sub(r"\1\\\2", text)
    return f"\\{text}" if FIRST.match(text) else text


def item(text: str) -> str:
    """The line of an item: a mark of a list at its beginning is a word of it."""
    plain = line(text)
    return MARK.sub(r"\1\\\2", plain, count=1) if MARK.match(plain) else plain


def escaped(text: str) -> str:
    """Words that mean themselves."""
    return MARKS.sub(lambda found: f"\\{found[0]}", text)


def _pieces(element: Element, plain: bool) -> Iterator[str]:
    yield escaped(element.text or "")
    for one in element:
        yield _piece(one, plain)
        yield escaped(one.tail or "")


def _piece(one: Element, plain: bool) -> str:
    inside = inline(one, plain=plain or one.tag in ("strong", "b"))
    if one.tag == "br":
        return "<br>"
    if one.tag == "img":
        return f"![{escaped(one.get('alt', ''))}]({one.get('src', '')})"
    if one.tag == "a":
        return _link(one, inside)
    if not inside.strip():
        return inside
    if one.tag in KEPT:
        return _apart(inside, f"<{one.tag}>", f"</{one.tag}>")
    if (mark := AROUND.get(one.tag)) and not plain:
        return _apart(inside, mark, mark)
    return inside


def _link(one: Element, inside: str) -> str:
    href = one.get("href", "")
    if href.startswith(("#footnote-ref", "#endnote-ref")):  # the way back from a note
        return ""
    if note := re.fullmatch(r"#(?:foot|end)note-(.+)", href):
        return f"[^{note[1]}]"
    if not href or href.startswith("#") or not inside.strip():  # the name of a spot, or a way to one
        return inside
    return _apart(inside, "[", f"]({href.replace(' ', '%20').replace('(', '%28').replace(')', '%29')})")


def _apart(inside: str, before: str, after: str) -> str:
    """Marks around words, with the blanks outside of them."""
    words = inside.strip()
    at = inside.index(words)
    return f"{inside[:at]}{before}{words}{after}{inside[at + len(words) :]}"
