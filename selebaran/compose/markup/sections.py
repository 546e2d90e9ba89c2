"""Shared text, read section by section. Most sections are the same in most districts, so each is read once and kept.

A heading at the margin below an empty line ends whatever stands before it. So the sections of a text read as the whole
does, unless one says something of another: names an address or a note, leaves a fence or a comment open, has a heading
of the highest level, or an id that another has. Such a text is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, cast

from selebaran.compose.markup.aside import OPENING
from selebaran.compose.markup.frames import MARK, Alone, Marks, rendered
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


class Settled(NamedTuple):
    """What is done to the HTML of a `whole` text, and to that of a section `alone`: None where that says something of
    another."""

    whole: Callable[[str], str]
    alone: Alone


def render_sections(text: str, marks: Marks = NO_MARKS, settled: Settled | None = None) -> Rendered:
    """The HTML of a shared text and its headings, as `render` makes them of the whole, but for their lines; with what
    stands for its marks, and `settled`."""
    if is_plain() or not text.endswith("\n") or BEYOND.search(text):
        return _settled(_whole(text, marks), settled)
    # At its end, HTML without an empty line keeps no break.
    parts = [f"{part}\n\n" for part in SECTION.split(text.rstrip("\n"))]
    if settled and (made := _together([_section(part, marks, settled.alone) for part in parts])):
        return made
    made = _together([_section(part, marks, None) for part in parts])
    return _settled(made or render(marks.without(text), own=False), settled)


def _together(sections: list[Rendered | None]) -> Rendered | None:
    """Sections as one text; None where one can't be read by itself, or two headings have one name."""
    made = [one for one in sections if one]
    headings = tuple(heading for one in made for heading in one.headings)
    is_whole = len(made) == len(sections) and len({heading.id for heading in headings}) == len(headings)
    return Rendered("".join(one.html for one in made), headings) if is_whole else None


def _settled(made: Rendered, settled: Settled | None) -> Rendered:
    return replace(made, html=settled.whole(made.html)) if settled else made


def _whole(text: str, marks: Marks) -> Rendered:
    made = rendered(text, marks) if marks.values and MARK.search(text) else None
    return made or render(text, own=False)


def _section(text: str, marks: Marks, alone: Alone | None) -> Rendered | None:
    if marks.values and MARK.search(text):
        return rendered(text, marks, alone)
    made = SECTIONS.of((text,), lambda: render(text, own=False))
    if alone is None:
        return made
    html = _ALONE.of((made.html, alone), lambda: (alone(made.html),))[0]
    return None if html is None else replace(made, html=html)


_ALONE: Recalled[tuple[str, Alone], tuple[str | None]] = Recalled(MOST)
"""HTML that was settled, by what it was."""
