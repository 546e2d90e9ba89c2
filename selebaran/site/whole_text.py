"""Texts with marks as bytes: each is cut once for a kind of sites, and joined for every district.

Letters stand there as they go to the disk. What stands between them has a key: a mark, a list, a form of the thing that
a file is about, the day. Where in a file the day stands is known by the sizes of its parts, so nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from sys import intern

from selebaran.compose.template.repeated import Each, Listed, NotRepeated, Repeated
from selebaran.compose.template.slots import Slots, Values
from selebaran.site.dated import IN_NUMBERS, IN_WORDS, Begins, has_marks

AT_DAYS = re.compile(f"({IN_NUMBERS}|{IN_WORDS})")
LIST, FORM = "\0daftar ", "\0bentuk "
"""How keys begin that stand in no text."""
Filling = Mapping[str, bytes]
"""What stands in a site for each key."""
Same = dict[bytes, bytes]
"""Letters of many texts, once."""


@dataclass(frozen=True)
class Written:
    """A text, cut. Of `parts` every second is letters; between them belongs what stands for the `keys`. `days` are the
    places of the day among the parts, `lists` those that the keys name."""

    parts: tuple[bytes, ...]
    keys: tuple[str, ...]
    days: tuple[int, ...]
    lists: Mapping[str, Listed]

    def filled(self, filling: Filling) -> tuple[bytes, Begins]:
        """The text, and where in it the day begins."""
        parts = list(self.parts)
        parts[1::2] = [filling[key] for key in self.keys]
        if not self.days:
            return b"".join(parts), ()
        ends = tuple(accumulate(map(len, parts)))
        return b"".join(parts), tuple([ends[at - 1] for at in self.days])


def as_bytes(values: Values) -> dict[str, bytes]:
    """What stands for each mark, as it is written."""
    return {mark: value.encode() for mark, value in values.items()}


def forms_in(thing: Iterable[str]) -> dict[str, bytes]:
    """What stands for the keys of a thing's forms."""
    return {f"{FORM}{at}": form.encode() for at, form in enumerate(thing)}


def written(text: Repeated, same: Same) -> Written:
    """A text that was cut at marks and lists. Raises `NotRepeated` where a list tells the day."""
    lists = {_key_of(part): part for part in text.parts if isinstance(part, Listed)}
    if any(
        has_marks(letters) for one in lists.values() for slots in (*one.letters, one.glue) for letters in slots.parts
    ):
        raise NotRepeated("the day in a list")
    return _written((part if isinstance(part, Slots) else _key_of(part) for part in text.parts), lists, same)


def written_of(text: Each, same: Same) -> Written:
    """The same of one that there is once for each thing."""
    first, *rest = text.letters
    of_form = (part for form, letters in zip(text.forms, rest, strict=True) for part in (f"{FORM}{form}", letters))
    return _written((first, *of_form), {}, same)


def _key_of(one: Listed) -> str:
    """The key of a list: the same ones of several texts are filled in once."""
    return f"{LIST}{blake2b(repr(one).encode(), digest_size=16).hexdigest()}"


def _written(parts: Iterable[Slots | str], lists: Mapping[str, Listed], same: Same) -> Written:
    """A text of letters with marks, and of keys."""
    letters, keys = [""], list[str]()
    for part in parts:
        found = part.parts if isinstance(part, Slots) else ("", part, "")
        letters[-1] += found[0]
        keys += found[1::2]
        letters += found[2::2]
    cut, days = list[str](), list[int]()
    for at, text in enumerate(letters):
        parted = AT_DAYS.split(text)
        days += range(len(cut) + 1, len(cut) + len(parted), 2)
        cut += [*parted, *keys[at : at + 1]]
    encoded = (b"" if at % 2 else part.encode() for at, part in enumerate(cut))
    return Written(
        tuple(same.setdefault(part, part) for part in encoded),
        tuple(map(intern, cut[1::2])),
        tuple(days),
        lists,
    )
