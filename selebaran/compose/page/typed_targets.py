"""Where the targets of a text's links and pictures stand as somebody typed them: in entities, in brackets, or empty."""

from __future__ import annotations

import html
import re
from collections import deque
from functools import cached_property
from urllib.parse import unquote

DESTINATION = re.compile(
    r"\]\([ \t\n]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))"
    r"|\b(?:href|src)[ \t\n]*=[ \t\n]*"
    r"(?:\"(?P<double>[^\"\n]{0,999})\"|'(?P<single>[^'\n]{0,999})'|(?P<plain>[^\s\"'<>]+))",
    re.I,
)
CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class TypedTargets:
    """The targets of one text. Each is found once: the next one that is the same stands behind it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._searched: dict[str, int] = {}

    @cached_property
    def _typed(self) -> dict[str, deque[int]]:
        """Where each target begins, by what a reader of Markdown makes of it. What stands in code is none."""
        found: dict[str, deque[int]] = {}
        for one in DESTINATION.finditer(CODE.sub(lambda code: " " * len(code[0]), self._text)):
            group = one.lastgroup or "bare"
            found.setdefault(_meant(one[group]), deque()).append(one.start(group))
        return found

    def offset(self, target: str) -> int | None:
        """Where a target stands; None where a fact has made it."""
        spots = self._typed.get(target) or self._typed.get(unquote(target))
        if spots:
            return spots.popleft()
        # An address that became a link by itself: its scheme is written in small letters then.
        bare = re.compile(re.escape(target), re.I).search(self._text, self._searched.get(target, 0)) if target else None
        if bare is None:
            return None
        self._searched[target] = bare.end()
        return bare.start()


def _meant(raw: str) -> str:
    return unquote(ESCAPE.sub(r"\1", html.unescape(raw)))
