"""A page of a district's own × what was told of it -> its text with every slip mended that has one reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from selebaran.desk.mend.letters import plain_text
from selebaran.desk.mend.yaml_file import Judge, mended_yaml
from selebaran.model.problem import Problem
from selebaran.read.text import MAX_SHOWN

FRONT = re.compile(r"(---[ \t]*\n)(.*?\n)(---[ \t]*(?:\n|$))", re.S)
BETTER = {"tautan-http": "ganti", "tautan-asing": "maksud"}
"""Which value of a complaint about an address is the address that was meant."""


def mended_page(
    raw: bytes, label: str, told: Iterable[Problem], judge: Judge, renamed: Mapping[str, str]
) -> str | None:
    """The text of a page, mended; `renamed` are pictures with another name. None where its letters can't be read."""
    text = plain_text(raw)
    if text is None:
        return None
    lines = text.split("\n")
    for found in told:
        at, key = found.place.line - 1, BETTER.get(found.code)
        if key and found.place.file == label and 0 <= at < len(lines):
            lines[at] = _led(lines[at], dict(found.values)["tujuan"], dict(found.values)[key])
    text = "\n".join(lines)
    for name, better in renamed.items():
        text = text.replace(f"(gambar/{name})", f"(gambar/{better})").replace(
            f"(gambar/{_written(name)})", f"(gambar/{better})"
        )
    return _with_head(text, label, judge)


def _led(line: str, target: str, better: str) -> str:
    """A line with the better address, where the message shows both of them whole."""
    is_whole = better and max(len(target), len(better)) < MAX_SHOWN
    return re.sub(rf"{re.escape(target)}(?![\w/])", lambda _: better, line) if is_whole else line


def _written(name: str) -> str:
    """A name as an address may have it."""
    return name.replace(" ", "%20")


def _with_head(text: str, label: str, judge: Judge) -> str:
    front = FRONT.match(text)
    head = mended_yaml(front[2].encode(), label, judge) if front else None
    return f"{front[1]}{head}{front[3]}{text[front.end() :]}" if front and head is not None else text
