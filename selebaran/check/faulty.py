"""What composing told of a district whose files have faults -> the part that doesn't follow from those.

Only what is sound of it was composed. So what is missing there may only be missing because of a fault: links, pictures
and what sheets need wait for the next run. What stands in a text of its own is wrong all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder

WAIT = ("tautan-", "jangkar-", "gambar-", "alamat-", "terjemahan-")
"""How the codes begin of what leads to something that may have been left out."""


def of_its_own(found: Iterable[Problem], folder: DistrictFolder, told: Iterable[Problem]) -> Iterator[Problem]:
    """Those of the problems that would stand without the faults that were `told`."""

    places = {one.place for one in told}
    files = {place.file for place in places}
    bodies = [*(page.place for page in folder.own.pages), *(one.place for one in folder.own.overrides)]
    heads = {place.file: place.line for place in bodies}
    for one in dict.fromkeys(found):
        file, line = one.place.file, one.place.line or 0
        is_within = file.startswith(f"districts/{folder.slug}/") and one.place not in places
        is_of_head = file in files and line < heads.get(file, 0)
        if is_within and not is_of_head and not one.code.startswith(WAIT):
            yield one
