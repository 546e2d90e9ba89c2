"""Values as they are printed into Markdown. Where many districts have pages that differ by plain values alone, marks
are printed in place of these, so that what was made of one text serves all that are the same around them.

A template sees the values themselves; a mark is only what comes of one when it is printed. Who finishes a text, puts
them back (`compose/page/finished.py`), as does who tells what was typed (`as_typed`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from markupsafe import Markup

from selebaran.compose.markup.frames import IN_TAG, MARK, RESIDUE, Marks, letter_of, mark_of
from selebaran.compose.markup.sections import NO_MARKS
from selebaran.compose.template.engine import Printing, escape_markdown

ENDS = re.compile(r"[.)]*\Z")
"""What may end a value, and stays what it is in Markdown."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d)?)?")
DAYS = re.compile(r'(?<=")[0-9T:+-]+(?=")')
PAGE = re.compile(r"(?P<folder>[a-z0-9-]+(?:/[a-z0-9-]+)*/)(?P<name>[a-z0-9-]+)\.md")
MOST = 9999


class _Printed:
    """What was printed of one district, and the marks in place of that."""

    here: ClassVar[_Printed | None] = None

    def __init__(self, apart: Collection[str]) -> None:
        self._values: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self.marks = Marks(self._values, self._typed, apart)
        self._known: dict[tuple[str, str], str] = {}

    def text(self, text: str) -> str:
        """A mark in place of a text, before what ends it; the text where it isn't plain."""
        known = self._known.get(("", text))
        if known is None:
            core, escaped = ENDS.sub("", text), escape_markdown(text)
            is_plain = escape_markdown(f"A {text}") == f"A {text}" and escaped.endswith(text[len(core) :])
            letter = letter_of(core, is_item=escaped != text) if is_plain else ""
            end = text[len(core) :]
            known = f"{self._mark(letter, core, escaped.removesuffix(end))}{end}" if letter else escaped
            self._known["", text] = known
        return known

    def in_tag(self, text: str) -> str:
        """The same of what stands within a tag."""
        return self._mark(IN_TAG, text, text)

    def _mark(self, letter: str, text: str, typed: str) -> str:
        key = letter, text
        if key not in self._known:
            if len(self._known) > MOST:
                return typed
            self._known[key] = mark = mark_of(letter, len(self._values))
            self._values[mark], self._typed[mark] = text, typed
        return self._known[key]

    def instead(self, value: str) -> str | None:
        """What a template prints in place of a value; None where it prints that."""
        if not isinstance(value, Markup):
            return self.text(value) if type(value) is str else None
        if MOMENT.fullmatch(value):
            return self.in_tag(str(value))
        if value.startswith("data-mulai="):
            return DAYS.sub(lambda found: self.in_tag(found[0]), str(value))
        page = PAGE.fullmatch(value)
        return f"{page['folder']}{self.in_tag(page['name'])}.md" if page else None


@contextmanager
def with_marks(own: Iterable[str]) -> Iterator[None]:
    """Within, marks are printed in place of plain values. `own` are texts of the district: those that aren't plain
    stand in what is made of it, which is kept for no other then."""
    apart = {
        form
        for text in own
        if not letter_of(ENDS.sub("", text), is_item=False)
        for form in (text, escape_markdown(text))
    }
    _Printed.here = _Printed(frozenset(apart))
    try:
        yield
    finally:
        _Printed.here = None


@contextmanager
def in_templates(*, with_marks: bool = True) -> Iterator[None]:
    """Within, templates print marks too, where such are printed; or not."""
    before, here = Printing.instead, _Printed.here
    Printing.instead = here.instead if here and with_marks else None
    try:
        yield
    finally:
        Printing.instead = before


def printed(text: str) -> str:
    """A value that Markdown and HTML take for plain words, or its mark."""
    return _Printed.here.text(text) if _Printed.here else escape_markdown(text)


def within_tag(text: str) -> str:
    """A value within a tag or an address, of letters, digits, hyphens, colons, plus signs and points; or its mark."""
    return _Printed.here.in_tag(text) if _Printed.here else text


def has_marks(text: str) -> bool:
    """Whether a mark stands in a text."""
    return bool(_Printed.here and MARK.search(text))


def is_put_back(text: str) -> bool:
    """Whether nothing is left in a text of marks that are printed now."""
    return _Printed.here is None or not RESIDUE.search(text)


def as_typed(text: str) -> str:
    """A text with the values in place of marks, as it would be typed."""
    return _Printed.here.marks.without(text) if _Printed.here else text


def marks_here() -> Marks:
    """What stands for the marks that are printed now."""
    return _Printed.here.marks if _Printed.here else NO_MARKS
