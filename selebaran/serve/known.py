"""What children of a district made of its texts and pictures: said by one, kept by who makes, and given to the next. No
other district's child gets it: one that was taken over can deceive nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import TypeVar

from pydantic import Base64Bytes

from selebaran.compose.district.pictures import PICTURES
from selebaran.compose.page.finished import TEXTS, Finished, Key

Drawn = tuple[str, str]
"""The digest of a picture's file, and what was made of it."""
MOST_TEXTS, MOST_PICTURE_BYTES = 1000, 4 << 20
"""So much a child tells: what it says has an end, and a picture is made in a moment."""
MOST_KEPT, MOST_KEPT_PICTURES = 2000, 200
"""So much is kept of one district."""
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Text:
    """The text of a page, before and after it was made HTML."""

    markdown: str
    slug: str
    finished: Finished


@dataclass(frozen=True)
class Picture:
    """What became of a picture."""

    digest: str
    made: str
    files: tuple[Base64Bytes, ...]


@dataclass(frozen=True)
class Told:
    """What a child tells of what it made."""

    texts: tuple[Text, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass
class Known:
    """What is known of one district."""

    texts: dict[Key, Finished] = field(default_factory=dict)
    pictures: dict[Drawn, tuple[bytes, ...]] = field(default_factory=dict)

    @contextmanager
    def recalling(self) -> Iterator[Known]:
        """Within, nothing is made again that is known; gives what is made."""
        with TEXTS.recalling(self.texts) as texts, PICTURES.recalling(self.pictures) as pictures:
            yield Known(texts, pictures)

    def told(self) -> Told:
        """As much of it as is told."""
        texts = tuple(Text(markdown, slug, text) for (markdown, slug), text in self.texts.items())
        return Told(texts[:MOST_TEXTS], tuple(_light(Picture(*key, files) for key, files in self.pictures.items())))

    def learn(self, told: Told) -> None:
        """Keep what a child tells. Most of the texts that were typed over are never asked for again."""
        _keep(self.texts, {(one.markdown, one.slug): one.finished for one in told.texts}, MOST_KEPT)
        _keep(self.pictures, {(one.digest, one.made): one.files for one in told.pictures}, MOST_KEPT_PICTURES)


def _light(pictures: Iterable[Picture]) -> Iterator[Picture]:
    """The first pictures that together aren't too heavy to be told."""
    every = tuple(pictures)
    weights = accumulate(sum(map(len, one.files)) for one in every)
    return (one for one, _ in takewhile(lambda pair: pair[1] <= MOST_PICTURE_BYTES, zip(every, weights, strict=True)))


def _keep(kept: dict[K, V], new: Mapping[K, V], most: int) -> None:
    if len(kept) + len(new) > most:
        kept.clear()
    kept |= new
