"""PyYAML's loader, which passes over remarks and blank lines at once: nine tenths of a folder as it is begun are
remarks, and PyYAML takes them letter by letter. It also looks ahead for each token once, not whenever it is asked what
the next one is."""

from __future__ import annotations

import re
from typing import Any

import yaml

BOM = "\ufeff"
LINES = re.compile("(?: *(?:#[^\0\r\n\x85\u2028\u2029]*)?\n)+")
"""Lines without anything, up to their end."""
BLANK = re.compile("[ ]+(?:#[^\0\r\n\x85\u2028\u2029]*)?|#[^\0\r\n\x85\u2028\u2029]*")
"""Blanks and a remark within a line. Other ends of lines than `\\n` are PyYAML's to read."""


class QuickLoader(yaml.SafeLoader):
    """Gives the events that `yaml.SafeLoader` gives, with the same marks, and fails as it does. For texts alone: of
    these PyYAML has all letters at hand."""

    _settled = False
    """Whether it is known what the next token is: until somebody takes it, nothing about it changes."""

    def check_token(self, *choices: Any) -> bool:
        """Whether the next token is of one of these kinds, or whether there is one. Most are asked for five times."""
        if not self._settled:
            self._settle()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def peek_token(self) -> yaml.Token | None:
        """The next token, which stays there."""
        if not self._settled:
            self._settle()
        found: yaml.Token | None = self.tokens[0] if self.tokens else None
        return found

    def get_token(self) -> yaml.Token | None:
        """Take the next token."""
        if not self._settled:
            self._settle()
        if not self.tokens:
            return None
        self._settled = False
        self.tokens_taken += 1
        taken: yaml.Token = self.tokens.pop(0)
        return taken

    def _settle(self) -> None:
        while self.need_more_tokens():
            self.fetch_more_tokens()
        self._settled = True

    def scan_to_next_token(self) -> None:
        """Pass over blanks, remarks and ends of lines. After one of these, a key may begin (but within brackets)."""
        if self.index == 0 and self.buffer.startswith(BOM):
            self.forward()
        while True:
            if found := LINES.match(self.buffer, self.pointer):
                self._pass(found, 0)
                self.line += found[0].count("\n")
                self._may_begin_key()
            if found := BLANK.match(self.buffer, self.pointer):
                self._pass(found, self.column + len(found[0]) - found[0].count(BOM))
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            self._may_begin_key()

    def _may_begin_key(self) -> None:
        if not self.flow_level:
            self.allow_simple_key = True

    def _pass(self, found: re.Match[str], column: int) -> None:
        """Go behind what was found, to a column."""
        self.pointer = found.end()
        self.index += len(found[0])
        self.column = column
