"""What composing told of a district whose files have faults -> the part that doesn't follow from those.

Only what is sound of it was composed. So what is missing there may only be missing because of a fault: links, pictures
and what sheets need wait for the next run. What stands in a text of its own is wrong all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder

WAIT = ("tautan-", "jangkar-", "gambar-", "alamat-", "terjemahan-")
"""How the codes begin of what leads to something that may have been left out."""


def of_its_own(found: Iterable[Problem], folder: DistrictFolder, told: Iterable[Problem]) -> Iterator[Problem]:
    """Those of the problems that would stand without the faults that were `told`."""

    places = {one.place for one in told}
    heads = _heads(folder, {place.file for place in places})
    for one in dict.fromkeys(found):
        is_within = one.place.file.startswith(f"districts/{folder.slug}/")
        is_told = one.place in places or one.place.line < heads.get(one.place.file, 0)
        if is_within and not is_told and not one.code.startswith(WAIT):
            yield one


def _heads(folder: DistrictFolder, faulty: Collection[str]) -> Mapping[str, int]:
    """The lines below the heads of texts that have a fault: what stands there in place of it is nobody's."""
    bodies = [*(page.place for page in folder.own.pages), *(one.place for one in folder.own.overrides)]
    return {place.file: place.line for place in bodies if place.file in faulty}
