"""Plain values -> lines of YAML as people here write them: text, lists and mappings, each scalar read back as it was.

A date, a time or a number stands plain, since this project's reader takes every plain scalar for a text; what begins
with a zero is quoted, for others would read it as a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

ONE_LINE = 1 << 20
SHORT = 40
"""Letters of a text that may stand in brackets with others."""
WIDTH = 120


@dataclass(frozen=True)
class Style:
    """How a file is written: folded at a width or not at all, dashes below their key or `indent` further in, short
    lists in brackets or not, and what may stand plain that a general writer would quote."""

    width: int = ONE_LINE
    indent: int = 2
    brackets: bool = True
    plain: re.Pattern[str] = re.compile(r"\d{4}-\d{2}(-\d{2})?|\d{1,2}\.\d{2}|0|[1-9]\d*")


PEOPLE = Style()
"""As people write the files of districts."""
PROGRAM = Style(width=WIDTH, indent=0, brackets=False, plain=re.compile(r"0|[1-9]\d*"))
"""As the register is written, which a program keeps."""


def lines_of(value: Any, style: Style, column: int = 0) -> list[str]:
    """The lines of a mapping or a list, without the blanks of their column."""
    if isinstance(value, Mapping):
        return [line for key, one in value.items() for line in _pair(str(key), one, style, column)]
    return [line for one in value for line in item_lines(one, style, column)]


def item_lines(value: Any, style: Style, column: int) -> list[str]:
    """The lines of one entry of a list, its dash with them."""
    if isinstance(value, str) or value is None:
        return _folded([value], style, column)
    if not value:
        return ["- {}" if isinstance(value, Mapping) else "- []"]
    first, *rest = lines_of(value, style, column + 2)
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _pair(key: str, value: Any, style: Style, column: int) -> list[str]:
    name = scalar(key, style)
    if value is None:
        return [f"{name}:"]
    if isinstance(value, str):
        return _folded({key: value}, style, column)
    if not value or (style.brackets and _is_short(value)):
        return [f"{name}: {flow(value, style)}"]
    depth = 2 if isinstance(value, Mapping) else style.indent
    return [f"{name}:", *(f"{' ' * depth}{line}" for line in lines_of(value, style, column + depth))]


def _is_short(value: Any) -> bool:
    """Whether a list is of a few short texts."""
    texts = value if isinstance(value, Sequence) else ()
    return bool(texts) and all(isinstance(one, str) and len(one) <= SHORT and one.isprintable() for one in texts)


def _folded(value: Any, style: Style, column: int) -> list[str]:
    """One text under a key or behind a dash; more lines where it is folded."""
    dumped = yaml.safe_dump(value, allow_unicode=True, width=max(style.width - column, 20)).rstrip("\n").split("\n")
    (text,) = value.values() if isinstance(value, dict) else value
    if len(dumped) > 1 and style.width < ONE_LINE:
        return list(dumped)
    (key,) = value if isinstance(value, dict) else ("",)
    return [f"{scalar(key, style)}: {scalar(text, style)}" if key else f"- {scalar(text, style)}"]


def scalar(text: str | None, style: Style, *, quote: str | None = None, in_flow: bool = False) -> str:
    """A text on one line: with the quotes that stood there where it can have them, plain where it may be."""
    if text is None:
        return "null" if in_flow else ""
    if quote == "'" and not text.isprintable():
        quote = '"'
    if quote in ("'", '"'):
        return _dumped([text], default_style=quote, default_flow_style=True)[1:-1]
    if style.plain.fullmatch(text):
        return text
    dumped = _dumped([text], default_flow_style=in_flow)
    return dumped[1:-1] if in_flow else dumped.removeprefix("- ")


def _dumped(value: list[str], **style: Any) -> str:
    """A value on one line."""
    return str(yaml.safe_dump(value, allow_unicode=True, width=ONE_LINE, **style)).strip()


def flow(value: Any, style: Style) -> str:
    """A value in brackets or braces."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar(str(key), style, in_flow=True)}: {flow(one, style)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, str) or value is None:
        return scalar(value, style, in_flow=True)
    return "[" + ", ".join(flow(one, style) for one in value) + "]"
