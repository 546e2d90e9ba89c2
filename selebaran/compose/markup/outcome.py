"""What a text becomes: its HTML, the headings in it, and what of it can't be shown as it was meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Heading:
    """A heading of a text. `text` is plain, as a table of contents shows it; `line` counts from 0 within the text."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Fault:
    """What can't be shown: the code of a problem, the line within the text (from 0), and the values of its message.
    One that is `mild` is a warning."""

    code: str
    line: int
    values: Mapping[str, str] = field(default_factory=dict)
    mild: bool = False


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, with its headings in their order and its faults by line."""

    html: str
    headings: tuple[Heading, ...] = ()
    faults: tuple[Fault, ...] = ()


def faults_of(env: Any) -> list[Fault]:
    """Where rules note the faults of the text that is being read."""
    faults: list[Fault] = env["faults"]
    return faults
