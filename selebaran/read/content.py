"""content/ -> shared pages and the facts register."""

from __future__ import annotations

import re
from pathlib import Path

from selebaran.model.facts import FactFile, FactRegister
from selebaran.model.names import nearest
from selebaran.model.page import FrontMatter, PageSource, Segment
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Loc, Places
from selebaran.read.strict_yaml import decode, read_yaml
from selebaran.read.validate import validate

HEADING = re.compile(r"^(#{2,6})\s+(.*?)(?:\s*\{\s*#([\w-]+)[^}]*\})?\s*$")
FENCE = re.compile(r"^\s*(```|~~~)")


def read_facts(path: Path, name: str) -> tuple[FactRegister, Places, list[Problem]]:
    """The register, where its entries stand, and every fault in it. Ids and names must be unique over the file."""
    if not path.is_file():
        return FactRegister(), Places(name), [problem("berkas-hilang", Place(name))]
    source, problems = read_yaml(path.read_bytes(), name)
    if source is None:
        return FactRegister(), Places(name), problems
    record, problems = validate(FactFile, source)
    if record is None:
        return FactRegister(), source.places, problems
    seen: set[str] = set()
    for index, fact in enumerate(record.facts):
        spots: list[tuple[str, Loc]] = [(fact.id, ("fakta", index, "id"))]
        spots += [(value, ("fakta", index, "nilai", value)) for value in fact.values]
        for word, loc in spots:
            if word in seen:
                problems.append(problem("fakta-ganda", source.places.of(*loc, key=len(loc) > 3), nama=word))
            seen.add(word)
    return FactRegister(record.facts), source.places, problems


def split_front_matter(text: str) -> tuple[str, str, int] | None:
    """The YAML head, the body, and the number of lines before the body; None when there is no head."""
    found = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", text, re.S)
    if not found:
        return None
    return found[1], text[found.end() :], text.count("\n", 0, found.end())


def read_page(path: Path, name: str) -> tuple[PageSource | None, list[Problem]]:
    """A shared page, or every fault in it."""
    text, problems = decode(path.read_bytes(), name)
    if text is None:
        return None, problems
    parts = split_front_matter(text)
    if parts is None:
        return None, [problem("kepala-hilang", Place(name, 1))]
    head, body, offset = parts
    source, problems = read_yaml(head.encode(), name, line_offset=1)
    if source is None:
        return None, problems
    front, problems = validate(FrontMatter, source)
    segments, faults = split_segments(body, name, offset)
    problems += faults
    if front is None:
        return None, problems
    known = [segment.block for segment in segments if segment.block]
    for block in front.blocks:
        if block not in known:
            place = source.places.of("blok", block, key=True)
            problems.append(problem("blok-tidak-ada", place, id=block, maksud=nearest(block, known)))
    if problems:
        return None, problems
    places = {str(loc[0]): place for loc, place in source.places.values.items() if len(loc) == 1}
    return PageSource(path.stem, front, segments, Place(name, 1), places), []


def split_segments(body: str, name: str, offset: int) -> tuple[tuple[Segment, ...], list[Problem]]:
    """The body cut at its headings. `offset` is the number of lines in the file before the body."""
    problems: list[Problem] = []
    seen: set[str] = set()
    segments: list[Segment] = []
    lines: list[str] = []
    block, level, start, fenced = "", 0, offset + 1, False

    def close() -> None:
        if block or any(line.strip() for line in lines):
            segments.append(Segment(block, level, "\n".join(lines), Place(name, start)))

    for number, line in enumerate(body.split("\n"), offset + 1):
        fenced ^= bool(FENCE.match(line))
        found = None if fenced else HEADING.match(line)
        if found:
            close()
            block, level, start, lines = found[3] or "", len(found[1]), number, []
            if not block:
                problems.append(problem("judul-tanpa-id", Place(name, number), judul=found[2]))
            elif block in seen:
                problems.append(problem("id-ganda", Place(name, number), id=block))
            seen.add(block)
        lines.append(line)
    close()
    return tuple(segments), problems
