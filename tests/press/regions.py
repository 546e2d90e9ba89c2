"""Which of all regions need most room on paper: where these fit, each of the others does.

A sheet breaks a text between its words and fills each line as far as it can. Say each word of one text is no wider than
a word of another, in the same order. Then the first can stand where the second stands, word in the place of word and
what is left over blank: in every column, at every size and beside whatever words, it takes no more lines and no wider
ones. So its panels are no fuller, and whatever scale the other's text has, its own fits at it too.

A word is "no wider" when it is so in every face of the press, with its letters as close and as far apart as stylesheets
set them: what lies between is between, and a size widens all words alike. A region's texts are its name, its short
names, and the pieces in which its domain may break; its other domain, dinkes<name>.id, is no wider than the first. No
size of type depends on any of them (those that depend on a length are of telephones and offices).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from PIL import ImageFont

from selebaran.compose.district.names import KINDS, breakable
from selebaran.model.district import District
from selebaran.press.fonts import font_files
from selebaran.read.regions import regions
from tests.conftest import ROOT

SIZE = 1000
APART = (-0.05, 0.03)
"""How close and how far apart stylesheets of sheets set letters, in em."""
Words = tuple[str, ...]
T = TypeVar("T")


class Region(NamedTuple):
    """A region that nobody has entered yet."""

    name: str

    @property
    def kind(self) -> str:
        """kabupaten or kota."""
        return self.name.partition(" ")[0].lower()

    @property
    def short_name(self) -> str:
        """Without its kind."""
        return self.name.partition(" ")[2]

    @property
    def hosts(self) -> tuple[str, str]:
        """The domains that it would choose: dinkes.<name>kab.go.id, and dinkes<name>.id."""
        word = "".join(letter for letter in self.short_name.lower() if letter.isalnum())
        return f"dinkes.{word}{'kota' if self.kind == 'kota' else 'kab'}.go.id", f"dinkes{word}.id"

    def texts(self, district: District) -> tuple[Words, ...]:
        """What stands on its sheets, each text in the pieces between which it may break."""
        named = district.model_copy(update={"short_name": self.short_name})
        spoken = (self.name, f"{KINDS[self.kind]} {self.short_name}", self.short_name)
        return (*(tuple(text.split()) for text in spoken), breakable(self.hosts[0], named)[0])


def all_regions() -> tuple[Region, ...]:
    """All that the Ministry's table knows."""
    return tuple(Region(f"{one.kind.capitalize()} {one.name}") for one in regions().districts.values())


@lru_cache(maxsize=1)
def _faces() -> tuple[ImageFont.FreeTypeFont, ...]:
    files = font_files(Path(ROOT / ".cache")).values()
    return tuple(ImageFont.truetype(io.BytesIO(body), SIZE) for body in files)


@lru_cache(maxsize=4096)
def _measures(word: str) -> tuple[float, ...]:
    return tuple(face.getlength(word) + len(word) * SIZE * apart for face in _faces() for apart in APART)


def no_wider(word: str, other: str) -> bool:
    """Whether a word needs no more room than another, in any face."""
    return all(one <= two for one, two in zip(_measures(word), _measures(other), strict=True))


def below(text: Words, other: Words) -> bool:
    """Whether each word finds one of the other's words that is no narrower, in the same order."""
    rest = iter(other)
    return all(any(no_wider(word, candidate) for candidate in rest) for word in text)


def _is_below(one: Sequence[Words], other: Sequence[Words]) -> bool:
    return all(below(text, another) for text, another in zip(one, other, strict=True))


def widest(known: Iterable[Region], district: District) -> dict[Region, tuple[Region, ...]]:
    """The regions above which there is none, each with those below it. Of two that need the same room, the first."""
    return tops({region: region.texts(district) for region in known})


def tops(texts: Mapping[T, Sequence[Words]]) -> dict[T, tuple[T, ...]]:
    """The same of anything that has texts, the first of which is its name."""
    found: dict[T, list[T]] = {}
    for region in sorted(texts, key=lambda one: (-len(" ".join(texts[one][0])), texts[one])):
        above = next((top for top in found if _is_below(texts[region], texts[top])), None)
        if above is None:
            lower = [top for top in found if _is_below(texts[top], texts[region])]
            found[region] = [under for top in lower for under in (top, *found.pop(top))]
        else:
            found[above].append(region)
    return {region: tuple(lower) for region, lower in found.items()}


def hulls(known: Iterable[Region], district: District) -> dict[Region, tuple[Region, ...]]:
    """Made-up regions that need at least the room of these, each with those below it, the longest first: two become one
    as long as its name has no more letters than the longest. Where a hull fits, each of its regions does; where it
    doesn't, it is to say so of them."""
    found = {region: (region,) for region in known}
    room = max(len(region.name) for region in found)
    while True:
        pairs = [(one, two) for one in found for two in found if one.name < two.name]
        joined = [(len(both.name), both, pair) for pair in pairs if (both := _joined(*pair, district))]
        length, both, pair = min(joined, default=(room + 1, Region(""), ()))
        if length > room:
            return dict(sorted(found.items(), key=lambda one: (-len(one[0].name), one[0])))
        members = tuple(member for one in pair for member in found.pop(one))
        found[both] = (*found.get(both, ()), *members)


def _joined(one: Region, two: Region, district: District) -> Region | None:
    """The shortest name in which each word of both has its place; None where their other texts don't follow."""
    both = Region(" ".join(_aligned(tuple(one.name.split()), tuple(two.name.split()))))
    texts = both.texts(district)
    return both if all(_is_below(region.texts(district), texts) for region in (one, two)) else None


def _aligned(one: Words, two: Words) -> Words:
    """The words of two texts in their order, of two that can stand for each other the wider one."""
    if not one or not two:
        return one or two
    wider = two[:1] if no_wider(one[0], two[0]) else one[:1] if no_wider(two[0], one[0]) else None
    ways = [(*one[:1], *_aligned(one[1:], two)), (*two[:1], *_aligned(one, two[1:]))]
    ways += [(*wider, *_aligned(one[1:], two[1:]))] if wider else []
    return min(ways, key=lambda words: (len(words), len(" ".join(words)), words))
