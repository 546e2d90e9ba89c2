"""Shared text, read section by section. Most sections are the same in most districts, so each is read once and kept.

A heading at the margin below an empty line ends whatever stands before it. So the sections of a text read as the whole
does, unless one says something of another: names an address or a note, leaves a fence or a comment open, has a heading
of the highest level, or an id that another has. Such a text is read whole.
"""

from __future__ import annotations

import re
from typing import cast

from selebaran.compose.markup.aside import OPENING
from selebaran.compose.markup.frames import MARK, Marks, rendered
from selebaran.compose.markup.outcome import Rendered
from selebaran.compose.markup.render import render
from selebaran.jobs.plain import is_plain
from selebaran.jobs.recalled import Recalled, recalling

SECTION = re.compile(r"\n\n(?=#{2,6}[ \t])")
BEYOND = re.compile(
    r"```|~~~|\]:|\[\^|(?<!#)#(?=\s)|^[ \t]*={3}|<[!?]|<(?:script|pre|style|textarea)\b|\r|" + re.escape(OPENING),
    re.I | re.M,
)
"""What a section may have to do with others by; a district's text has an end of its own."""
MOST = 8192
"""Sections that are kept: those of all shared pages, in the forms that a build meets."""
SECTIONS = cast(Recalled[tuple[str], Rendered], recalling("bagian", MOST))
NO_MARKS = Marks({}, {})


def render_sections(text: str, marks: Marks = NO_MARKS) -> Rendered:
    """The HTML of a shared text and its headings, as `render` makes them of the whole, but for their lines; with what
    stands for its marks."""
    parts = SECTION.split(text.rstrip("\n"))
    if is_plain() or not text.endswith("\n") or BEYOND.search(text):
        return _whole(text, marks)
    made = [_section(f"{part}\n\n", marks) for part in parts]  # at its end, HTML without an empty line keeps no break
    headings = tuple(heading for one in made for heading in one.headings)
    if len({heading.id for heading in headings}) < len(headings):
        return render(marks.without(text), own=False)
    return Rendered("".join(one.html for one in made), headings)


def _whole(text: str, marks: Marks) -> Rendered:
    return rendered(text, marks) if marks.values and MARK.search(text) else render(text, own=False)


def _section(text: str, marks: Marks) -> Rendered:
    if marks.values and MARK.search(text):
        return rendered(text, marks)
    return SECTIONS.of((text,), lambda: render(text, own=False))
