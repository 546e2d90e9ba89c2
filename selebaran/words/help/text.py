"""What is said of one key: the form of the texts in this folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Help:
    """A key's title, one line about it, and an example as it is typed; a key that holds further keys has none.
    `other`: it stands in the place of the keys above it."""

    title: str
    text: str
    example: str = ""
    other: bool = False
