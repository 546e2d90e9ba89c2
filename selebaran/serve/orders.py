"""What the one who shows asks of the one who makes, and what it is answered. Both are this program: they believe each
other, as nobody believes the child that makes a district."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from selebaran.model.problem import Problem

Kind = Literal["halaman", "lembar", "portal", "susun", "periksa", "situs", "semua-lembar"]
"""One page, the files of one piece, the portal, what composing a district finds, the checks of what is shared, a whole
site, and one with all sheets."""
ORDER: tuple[Kind, ...] = ("halaman", "lembar", "portal", "susun", "periksa", "situs", "semua-lembar")
"""What is made first where several things wait: what somebody looks at."""
Problems = tuple[Problem, ...]


@dataclass(frozen=True)
class Order:
    """Something to be made. `what` is the page's file in the web root, or the name of the piece."""

    kind: Kind
    slug: str = ""
    what: str = ""


@dataclass(frozen=True)
class Changed:
    """Files of the project changed; their paths within it."""

    paths: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """What is known of a district before anything is made of it: its folder in an output, its name, how often what it
    is made from has changed, and what keeps it from being made."""

    host: str
    name: str
    version: int
    problems: Problems = ()


@dataclass(frozen=True)
class HasRead:
    """The project was read: its districts by slug, and what is wrong with what they share."""

    version: int
    districts: Mapping[str, Standing]
    shared: Problems = ()


@dataclass(frozen=True)
class Made:
    """What became of an order, as of a version: which files of the web root are others than before, whether the page
    that was asked for is there, and all that was said. `is_whole` is False when nothing could be made."""

    order: Order
    version: int
    changed: frozenset[str] = frozenset()
    is_there: bool = True
    is_whole: bool = True
    problems: Problems = ()
    sheets: tuple[tuple[str, str], ...] = field(default=())
    """Name and title of each piece that the district may have."""


@dataclass(frozen=True)
class Stopped:
    """Nothing can be made any more, for the machine refused something: the number of its error, and the file."""

    number: int
    file: str


Said = HasRead | Made
