"""Text from outside, as a line on a terminal or in a log may hold it."""

from __future__ import annotations

import re

UNSEEN = re.compile(r"[^\x20-\x7e]")


def visible(text: str) -> str:
    """The text without anything that could move a cursor, end a line, change a colour or turn the direction of writing:
    what isn't printed is written as its number (\\x1b, \\u202e)."""
    return UNSEEN.sub(lambda found: found[0] if found[0].isprintable() else _number(found[0]), text)


def visible_json(line: str) -> str:
    """A line of JSON of which the same is true. What it says stays the same."""
    return UNSEEN.sub(lambda found: found[0] if found[0].isprintable() else _units(found[0]), line)


def _number(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _units(character: str) -> str:
    """JSON's own way to write a character, in units of UTF-16."""
    raw = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[i]:02x}{raw[i + 1]:02x}" for i in range(0, len(raw), 2))
