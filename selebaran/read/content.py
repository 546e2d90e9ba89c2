"""content/ -> shared pages and the facts register."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from selebaran.model.facts import FactFile, FactRegister
from selebaran.model.kinds import Kinds
from selebaran.model.page import HEAD, FrontMatter, PageSource, Segment
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.strict_yaml import YamlFile, read_yaml
from selebaran.read.text import read_raw, read_text, shown
from selebaran.read.validate import validate
from selebaran.words.near import nearest

HEADING = re.compile(r"^(#{2,6})\s+(.*?)(?:\s*\{\s*#([\w-]+)[^}]*\})?\s*$")
FENCE = re.compile(r"^\s*(```|~~~)")


def read_facts(path: Path, name: str, kinds: Kinds | None = None) -> tuple[FactRegister, Places, list[Problem]]:
    """The register, where its entries stand, and every fault in it. Ids and names must be unique over the file.
    `kinds` are the campaign's."""
    if not path.is_file():
        return FactRegister(), Places(name), [problem("berkas-hilang", Place(name))]
    source, problems = read_yaml(read_raw(path), name)
    if source is None:
        return FactRegister(), Places(name), problems
    record, problems = validate(FactFile, source, kinds=kinds)
    if record is None:
        return FactRegister(), source.places, problems
    seen: dict[str, Place] = {}
    for index, fact in enumerate(record.facts):
        spots = [(fact.id, source.places.of("fakta", index, "id"))]
        spots += [(value, source.places.of("fakta", index, "nilai", value, key=True)) for value in fact.values]
        for word, place in spots:
            if word in seen:
                problems.append(problem("fakta-ganda", place, nama=shown(word), baris=seen[word].line))
            seen.setdefault(word, place)
    return FactRegister(record.facts), source.places, problems


def split_front_matter(text: str) -> tuple[str, str, int] | None:
    """The YAML head, the body, and the number of lines before the body; None when there is no head."""
    found = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", text, re.S)
    if not found:
        return None
    return found[1], text[found.end() :], text.count("\n", 0, found.end())


def read_page(path: Path, name: str, kinds: Kinds | None = None) -> tuple[PageSource | None, list[Problem]]:
    """A shared page, or every fault in it. `kinds` are the campaign's."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    parts = split_front_matter(text)
    if parts is None:
        return None, [problem("kepala-hilang", Place(name, 1))]
    head, body, offset = parts
    segments, problems = split_segments(body, name, offset)
    source, faults = read_yaml(head.encode(), name, line_offset=1)
    if source is None:
        return None, faults + problems
    front, faults = validate(FrontMatter, source, kinds=kinds)
    if front is None:
        return None, faults + problems
    known = [HEAD, *(segment.block for segment in segments if segment.block)]
    for block in front.blocks:
        if block not in known:
            place = source.places.of("blok", block, key=True)
            problems.append(problem("blok-tidak-ada", place, id=shown(block), maksud=nearest(block, known)))
    if problems:
        return None, problems
    return PageSource(path.stem, front, segments, Place(name, 1), head_places(source, text.split("\n"))), []


def head_places(source: YamlFile, lines: list[str]) -> dict[str, Place]:
    """Where each value of the head stands, under its dotted name. A text's column is that of its first letter; it has
    none when its lines are not those of the file."""
    places = {}
    for loc, place in source.places.values.items():
        value: Any = source.data
        for step in loc:
            value = value[step]
        if isinstance(value, str):
            found = lines[place.line - 1].find(value, place.column - 1)
            place = Place(place.file, place.line, found + 1)
        places[".".join(map(str, loc))] = place
    return places


def split_segments(body: str, name: str, offset: int) -> tuple[tuple[Segment, ...], list[Problem]]:
    """The body cut at its headings. `offset` is the number of lines in the file before the body."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
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
                problems.append(problem("judul-tanpa-id", Place(name, number), judul=shown(found[2])))
            elif block in seen:
                problems.append(problem("id-ganda", Place(name, number), id=block, baris=seen[block]))
            seen.setdefault(block, number)
        lines.append(line)
    close()
    return tuple(segments), problems
