"""A tag of HTML as somebody typed it -> its attributes. What stands in them is no text, no link and no picture."""

from __future__ import annotations

import html
import re

SPACE = r"(?:[ \t]|\n(?![ \t]*\n))"
"""No tag goes over an empty line."""
GIVEN = (
    rf"{SPACE}+(?:[A-Za-z_:][\w:.-]*)(?:{SPACE}*={SPACE}*"
    r"(?:\"(?:[^\"\n]|\n(?![ \t]*\n))*\"|'(?:[^'\n]|\n(?![ \t]*\n))*'|[^\s\"'<>=`]+))?"
)
"""One attribute with the white space before it, https://spec.commonmark.org/0.31.2/#attribute."""
TAG = rf"</?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<given>(?:{GIVEN})*){SPACE}*/?>"
ONE = re.compile(GIVEN)


def attributes(given: str) -> dict[str, str]:
    """The attributes of a tag by their names in small letters; of two of a name the first one counts."""
    found: dict[str, str] = {}
    for one in ONE.findall(given):
        name, _, value = one.strip().partition("=")
        value = value.strip()
        quoted = value[1:-1] if value[:1] in ("'", '"') else value
        found.setdefault(name.strip().lower(), html.unescape(quoted))
    return found


def leads(name: str, given: str) -> bool:
    """Whether a tag is one of a link or a picture."""
    return name.lower() == "img" or (name.lower() == "a" and "href" in attributes(given))
