"""One complaint about a file's YAML × its lines -> the lines that it may have been meant as.

Each mender gives every reading that it can think of; whoever asks takes one only where all that can be read say the
same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from selebaran.model.problem import Problem
from selebaran.words.help import HELP

Lines = list[str]
PAIR = re.compile(r"(\s*(?:- +)?[\w·.-]+:\s+)(\S.*?)(\s*)$")
"""A key with its value, on one line."""
TIGHT = re.compile(r"(\s*(?:- +)?[a-z_]+):(?=[^\s:/])")
"""A key whose colon has no blank behind it. What begins an address isn't one."""
UNMARKED = re.compile(r"(\s*(?:- +)?)([a-z_]+) +(?=\S)")
"""A word at the place of a key, without a colon."""
KEYS = frozenset(name for keys in HELP.values() for name in keys)
WORD_PAIR = re.compile(r"([“”„‟‘’‚])([^“”„‟‘’‚\"]*)([“”‘’\"'])")
BULLETS = re.compile(r"^(\s*)[–—•·●▪■◦*✓✔✅]\uFE0F?\s+")
ODD = "@`%,"
"""What a value may begin with that means nothing but itself to who types it."""


def readings(found: Problem, lines: Lines) -> Iterator[Lines]:
    """What the file may have been meant as, its line mended that the complaint names."""
    mender = MENDERS.get(found.code)
    at = found.place.line - 1
    if mender and 0 <= at < len(lines):
        yield from mender(lines, at)


def _with(lines: Lines, at: int, line: str) -> Iterator[Lines]:
    if line != lines[at]:
        yield [*lines[:at], line, *lines[at + 1 :]]


def _tabs(lines: Lines, at: int) -> Iterator[Lines]:
    """A tab at the beginning of a line is some blanks, in all lines as many; behind the words it is one."""
    for width in (2, 4, 8):
        yield [_without_tabs(line, width) for line in lines]


def _without_tabs(line: str, width: int) -> str:
    words = line.lstrip()
    return line[: len(line) - len(words)].replace("\t", " " * width) + words.replace("\t", " ")


def _word_quotes(lines: Lines, at: int) -> Iterator[Lines]:
    """Both marks of Word become straight ones."""
    yield from _with(lines, at, WORD_PAIR.sub(r'"\2"', lines[at]))


def _bullets(lines: Lines, at: int) -> Iterator[Lines]:
    """Each line that begins with the mark of another list."""
    yield from _with(lines, at, BULLETS.sub(r"\1- ", lines[at]))


def _comma(lines: Lines, at: int) -> Iterator[Lines]:
    yield from _with(lines, at, re.sub(r",\s*$", "", lines[at]))


def _quoted(lines: Lines, at: int) -> Iterator[Lines]:
    """The whole value between quotation marks."""
    pair = PAIR.fullmatch(lines[at])
    if pair and " #" not in pair[2]:
        yield from _with(lines, at, f"{pair[1]}{between_quotes(pair[2])}{pair[3]}")


def _odd(lines: Lines, at: int) -> Iterator[Lines]:
    pair = PAIR.fullmatch(lines[at])
    if pair and pair[2][0] in ODD:
        yield from _quoted(lines, at)


def _after(lines: Lines, at: int) -> Iterator[Lines]:
    """'Jum'at' and "Jum"at: the marks around it are other ones; words behind a quoted word are of the same text."""
    pair = PAIR.fullmatch(lines[at])
    if not pair or " #" in pair[2]:
        return
    value = pair[2]
    is_within = len(value) > 2 and value[0] == value[-1] and value[0] in "'\""
    yield from _with(lines, at, f"{pair[1]}{between_quotes(value[1:-1] if is_within else value)}{pair[3]}")


def _backslash(lines: Lines, at: int) -> Iterator[Lines]:
    pair = PAIR.fullmatch(lines[at])
    if pair and pair[2][0] == pair[2][-1] == '"' and "'" not in pair[2] and '"' not in pair[2][1:-1]:
        yield from _with(lines, at, f"{pair[1]}'{pair[2][1:-1]}'{pair[3]}")


def _tight(lines: Lines, at: int) -> Iterator[Lines]:
    """A blank behind the colon, in this line and in those like it below."""
    yield from _with(lines, at, TIGHT.sub(r"\1: ", lines[at]))


def _without_colon(lines: Lines, at: int) -> Iterator[Lines]:
    """A colon behind a key that the records know: at the place of a key stands nothing else."""
    yield from _tight(lines, at)
    found = UNMARKED.match(lines[at])
    if found and found[2] in KEYS:
        yield from _with(lines, at, f"{found[1]}{found[2]}: {lines[at][found.end() :]}")


def _indented(lines: Lines, at: int) -> Iterator[Lines]:
    """As far to the right as some other line."""
    yield from _tight(lines, at)
    words = lines[at].lstrip()
    for width in sorted({len(line) - len(line.lstrip()) for line in lines if line.strip()}):
        yield from _with(lines, at, " " * width + words)


def _second_document(lines: Lines, at: int) -> Iterator[Lines]:
    if lines[at].strip() == "---":
        yield [*lines[:at], *lines[at + 1 :]]


def between_quotes(text: str) -> str:
    """A text between marks that it doesn't hold; doubled ones where it holds both."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


MENDERS: Mapping[str, Callable[[Lines, int], Iterator[Lines]]] = {
    "yaml-tabulator": _tabs,
    "yaml-kutip-word": _word_quotes,
    "yaml-butir": _bullets,
    "yaml-koma": _comma,
    "yaml-titik-dua": _quoted,
    "yaml-awal-isi": _odd,
    "yaml-setelah-isi": _after,
    "yaml-garis-miring": _backslash,
    "yaml-tanpa-titik-dua": _without_colon,
    "yaml-bukan-isian": _tight,
    "yaml-menjorok": _indented,
    "yaml-dua-dokumen": _second_document,
}
"""What reads a complaint, by its code."""
