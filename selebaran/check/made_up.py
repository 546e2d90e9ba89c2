"""Numbers that lead nowhere stand only in a campaign that is an example as a whole: all of its districts are made up,
and every page and sheet says so."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.district import District
from selebaran.model.problem import Problem, problem
from selebaran.model.region import NOBODYS
from selebaran.model.registry import Registry
from selebaran.model.telephone import MADE_UP, digits_of
from selebaran.read.text import shown


def check_made_up(registry: Registry) -> Iterator[Problem]:
    """Every telephone of the register that nobody can dial, where a real district would show it."""
    districts = registry.districts.items()
    real = next((slug for slug, folder in districts if not is_made_up(folder.district)), None)
    for index, fact in enumerate(registry.facts if real else ()):
        for name, value in fact.values.items():
            if value.kind == "telepon" and digits_of(value.content).startswith(MADE_UP):
                place = registry.fact_places.of("fakta", index, "nilai", name, "isi")
                yield problem("nomor-rekaan", place, isi=shown(value.content), slug=real)


def is_made_up(district: District) -> bool:
    """Whether there is no such district: it says so itself, or has a code that is nobody's."""
    return district.fictional or district.code.startswith(NOBODYS)
