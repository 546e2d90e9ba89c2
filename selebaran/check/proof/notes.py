"""Notes at the foot of a text, in the order in which they show: numbered as they are named, behind all else."""

from __future__ import annotations

import re

NAMED = re.compile(r"\[\^([^\]\s]{1,40})\]")
NOTE = re.compile(r"[ \t]*\[\^([^\]\s]{1,40})\]:[ \t]*(.*)")
FURTHER = re.compile(r"\s{2,}\S")


def gathered(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The numbered lines of a text, those of its notes last."""
    notes: dict[str, list[tuple[int, str]]] = {}
    rest: list[tuple[int, str]] = []
    into = rest
    for number, line in lines:
        if found := NOTE.fullmatch(line):
            into = notes.setdefault(found[1], [])
            into.append((number, found[2]))
            continue
        if into is not rest and line.strip() and not FURTHER.match(line):
            into = rest
        into.append((number, line))
    if not notes:
        return lines
    order = [name for _, line in rest for name in NAMED.findall(line) if name in notes]
    names = list(dict.fromkeys([*order, *notes]))
    numbers = {name: number for number, name in enumerate(names, 1)}

    def numbered(line: str) -> str:
        return NAMED.sub(lambda found: str(numbers.get(found[1], found[0])), line)

    foot = [(at, text) for name in names for at, text in _foot(numbers[name], notes[name])]
    return [(at, numbered(line)) for at, line in [*rest, *foot]]


def _foot(number: int, lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    first, *further = lines
    return [(first[0], f"{number}. {first[1]}"), *further]
