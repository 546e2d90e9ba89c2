"""The links and pictures of a text as it was typed, and the text with their words alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from selebaran.check.proof.tags import GIVEN, SPACE, attributes

WITHIN = r"(?:[^\[\]\n]|\n(?!\s*\n)|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*"
GAP = r"(?:[ ](?=\((?:https?://|www\.|mailto:|tel:|#|[\w/-]+\.md)[^\s()]*\)))?"
"""Somebody typed a blank before the address."""
TARGET = r"<(?P<pointed>[^<>\n]*)>|(?P<plain>(?:[^()\"“”\n]|\((?:[^()\n]|\([^()\n]*\))*\))*?)"
TITLE = r"(?:[ \t\n]+(?:\"[^\"]*\"|'[^']*'|[“”„][^“”„\n]*[“”]|\([^()]*\)))?"
MARKED = (
    rf"(?P<sign>[!\[<])(?:(?:(?<=\[)|(?<=!)\[)(?P<words>{WITHIN})\]{GAP}\([ \t\n]*(?:{TARGET}){TITLE}[ \t\n]*\)"
    r"|(?<=<)(?:(?P<auto>(?:https?|mailto|tel):[^<>\s]*|[\w.+-]+@[\w.-]+)>"
    rf"|a(?P<led>(?:{GIVEN})+){SPACE}*>(?P<linked>.*?)</a>"
    rf"|img(?P<drawn>(?:{GIVEN})+){SPACE}*/?>"
    r"|(?P<item>li)\b[^<>]*>))"
)
BARE = (
    r"|(?<![A-Za-z0-9+.-])(?P<bare>https?://[^\s<>\"“”‘’|\\^`{}]+)"
    r"|(?<![\w@./-])(?P<site>www\.[\w-]+\.[^\s<>\"“”‘’|\\^`{}]+)"
    r"|(?<![\w.+@/-])(?P<mail>[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
)
LINKS = re.compile(MARKED, re.I | re.S)
ALL = re.compile(MARKED + BARE, re.I | re.S)
"""What is marked as a link, and with it what only looks like an address. To look for the second takes long."""
NAMED = re.compile(
    r"^[ \t]*\[([^\]\n]+)\]:[ \t]*<?((?:https?:|mailto:|tel:|#|www\.|gambar/|[\w/-]+\.md)[^\s<>]*)>?"
    r"(?:[ \t]+[\"'“(].*)?[ \t]*$",
    re.I | re.M,
)
SENTENCE = ".,;:!?*_~'…"


class Link(NamedTuple):
    """A link, or a picture with its words. `line` counts from 0 in the text that it was typed in."""

    target: str
    text: str
    line: int = 0
    is_picture: bool = False


def linked(text: str) -> tuple[str, list[Link]]:
    """A text with the words of its links in their place, and the links."""
    if not any(sign in text for sign in ("](", "] (", "<", "://", "www.", "WWW.", "@", "]:")):
        return text, []
    names: dict[str, str] = {}
    if "]:" in text:
        text = _named(text, names)
    reader = _Reader(text, LINKS)
    shown = reader.read()
    if "://" in shown or "@" in shown or "www." in shown.lower():
        reader = _Reader(text, ALL)
        shown = reader.read()
    return shown, reader.links


def _named(text: str, names: dict[str, str]) -> str:
    """A text whose named addresses stand where they are named."""
    low = text.lower()

    def taken(found: re.Match[str]) -> str:
        if low.count(f"[{found[1].lower()}]") < 2:
            return found[0]
        names.setdefault(found[1].lower(), found[2])
        return ""

    text = NAMED.sub(taken, text)
    for name, target in names.items():
        here = re.escape(name)
        text = re.sub(rf"\[({WITHIN})\]\[{here}\]", lambda m, t=target: f"[{m[1]}](<{t}>)", text, flags=re.I)  # type: ignore[misc]
        text = re.sub(rf"\[({here})\](?:\[\])?(?![(:])", lambda m, t=target: f"[{m[1]}](<{t}>)", text, flags=re.I)  # type: ignore[misc]
    return text


class _Reader:
    """Takes the links out of a text one after the other, those within the words of another one too."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._text, self._pattern = text, pattern
        self._line, self._at = 0, 0
        self.links: list[Link] = []

    def read(self) -> str:
        """The text without the marks of links."""
        return self._pattern.sub(self._top, self._text)

    def _top(self, found: re.Match[str]) -> str:
        self._line += self._text.count("\n", self._at, found.start())
        self._at = found.start()
        return self._link(found)

    def _link(self, found: re.Match[str]) -> str:
        if found["item"]:
            return "\ue001 "
        if found["drawn"] is not None:
            given = attributes(found["drawn"])
            return self._add(given.get("src", ""), given.get("alt", ""), is_picture=True)
        if found["words"] is None:
            return self._other(found)
        pointed = found["pointed"]
        target = pointed if pointed is not None else (found["plain"] or "").strip()
        if _is_picture(found):
            return self._add(target, found["words"], is_picture=True)
        return self._with_words(target, found["words"]) + "\n" * (found[0].count("\n") - found["words"].count("\n"))

    def _other(self, found: re.Match[str]) -> str:
        if (words := found["linked"]) is not None:
            return self._with_words(attributes(found["led"]).get("href", ""), words)
        if address := found["auto"]:
            return self._add(address if ":" in address else f"mailto:{address}", address)
        address = trimmed(found[0])
        before = "https://" if found["site"] else "mailto:" if found["mail"] else ""
        return self._add(f"{before}{address}", address) + found[0][len(address) :]

    def _with_words(self, target: str, words: str) -> str:
        at = len(self.links)
        shown = LINKS.sub(lambda found: self._link(found) if _is_picture(found) else found[0], words)
        self.links.insert(at, Link(target, shown, self._line, False))
        return shown

    def _add(self, target: str, text: str, is_picture: bool = False) -> str:
        self.links.append(Link(target, text, self._line, is_picture))
        return "" if is_picture else text


def _is_picture(found: re.Match[str]) -> bool:
    return found["drawn"] is not None or found["sign"] == "!"


def trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while address and (address[-1] in SENTENCE or (address[-1] in ")]" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address
