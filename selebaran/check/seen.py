"""What the checks of what is shared see of districts. Who asks it needn't load them."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.check.made_up import is_made_up
from selebaran.check.templates import fields_of
from selebaran.model.registry import Registry


def seen_of_districts(registry: Registry, fields: str) -> Iterator[str]:
    """What of the districts the checks of `check/run.py` look at: which provinces there are, who is the first that
    isn't made up, and which `fields` (`fields_seen`) the first one has. As long as this is the same, and what is
    shared, they find the same."""
    folders = registry.districts.values()
    yield from sorted({folder.district.province for folder in folders})
    yield "/"
    yield next((folder.slug for folder in folders if not is_made_up(folder.district)), "")
    yield fields


def fields_seen(registry: Registry) -> str:
    """The fields of the first district. They follow from its folder, and from what it is read by."""
    return repr(fields_of(registry))
