"""Notes at the foot of a text, in the order in which they show: numbered as they are named, behind all else."""

from __future__ import annotations

import re

NAMED = re.compile(r"\[\^([^\]\s]{1,40})\]")
NOTE = re.compile(r"[ \t]*\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
FURTHER = re.compile(r"\s{2,}\S")


Lines = list[tuple[int, str]]
"""Lines with their numbers."""


def gathered(lines: Lines) -> Lines:
    """The lines of a text, those of its notes last."""
    rest, notes = _parted(lines)
    if not notes:
        return lines
    named = [name for _, line in rest for name in NAMED.findall(line) if name in notes]
    numbers = {name: number for number, name in enumerate(dict.fromkeys([*named, *notes]), 1)}

    def numbered(line: str) -> str:
        return NAMED.sub(lambda found: str(numbers.get(found[1], found[0])), line)

    foot = [line for name, number in numbers.items() for line in _foot(number, notes[name])]
    return [(at, numbered(line)) for at, line in [*rest, *foot]]


def _parted(lines: Lines) -> tuple[Lines, dict[str, Lines]]:
    """The lines of the text, and those of each note."""
    rest: Lines = []
    notes: dict[str, Lines] = {}
    into = rest
    for number, line in lines:
        if found := NOTE.fullmatch(line):
            into = notes.setdefault(found[1], [])
            line = found[2]
        elif into is not rest and line.strip() and not FURTHER.match(line):
            into = rest
        into.append((number, line))
    return rest, notes


def _foot(number: int, lines: Lines) -> Lines:
    first, *further = lines
    return [(first[0], f"{number}. {first[1]}"), *further]
