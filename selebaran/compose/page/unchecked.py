"""Places, people and offices that nobody has checked for a year: what is said of them below a block that names them.

Nothing is hidden: an old number helps more than none. From a year after its day on, each says itself that nobody has
compared it since; on a page that was built before, by the reader's clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from html import escape

from selebaran.compose.district.values import service_names
from selebaran.compose.fact.stages import Stage, staged_note
from selebaran.compose.template.engine import escape_markdown
from selebaran.compose.template.formats import timed_day
from selebaran.model.campaign import Campaign
from selebaran.model.record import Record
from selebaran.model.registry import DistrictFolder

GOOD_FOR = timedelta(days=365)
"""So long nobody needs to ask again."""
OFFICES = "daerah.kontak."
NAMES = ("name", "route", "role")
"""What an entry is called by on pages, the first that it has."""


@dataclass(frozen=True)
class Checked:
    """An entry that somebody checked on a day, by the name that pages show, and the fields in which templates find
    it."""

    name: str
    on: date
    fields: tuple[str, ...]

    @property
    def old_from(self) -> date:
        """The first day on which nobody has checked it for a year."""
        return self.on + GOOD_FOR + timedelta(days=1)

    @property
    def good_until(self) -> date:
        """The last day on which paper may show it."""
        return self.on + GOOD_FOR

    @property
    def is_office(self) -> bool:
        """Whether it is an office of the district, which sheets ask for by its key."""
        return all(name.startswith(OFFICES) for name in self.fields)

    @cached_property
    def _typed(self) -> str:
        """Its name as it stands in Markdown."""
        return escape_markdown(self.name)

    def is_in(self, text: str, fields: Iterable[str]) -> bool:
        """Whether a block that has read these fields tells of it."""
        return self._typed in text and any(name.startswith(self.fields) for name in fields)


def called(record: Record) -> str:
    """What an entry is called by."""
    return str(next((found for name in NAMES if (found := getattr(record, name, None))), ""))


def checked_entries(folder: DistrictFolder, campaign: Campaign) -> tuple[Checked, ...]:
    """All entries of a district that have such a day, in the order in which they were typed."""
    return tuple(_entries(folder, campaign))


def _entries(folder: DistrictFolder, campaign: Campaign) -> Iterator[Checked]:
    district = folder.district
    for key in campaign.contacts:
        if contact := district.contacts.get(key):
            yield Checked(contact.name, contact.checked_on, (f"{OFFICES}{key}.",))
    for place in folder.facilities:
        names = tuple(f"daerah.{name}." for name in service_names(place.kind))
        yield Checked(place.name, place.checked_on, names)
    lists = {
        "bantuan_daerah": (district.scheme,),
        "agen": district.agents,
        "tim_pemandu": district.guides,
        "pos_bantuan": district.help_desks,
        "forum": (district.forum,),
        "perahu": folder.boats,
    }
    for key, entries in lists.items():
        for entry in entries:
            if entry:
                yield Checked(called(entry), entry.checked_on, (f"daerah.{key}.",))


def notes_below(blocks: Iterable[tuple[str, Iterable[str]]], entries: Iterable[Checked], as_of: date) -> Iterator[str]:
    """What is said below each block of a page, which is its text and the fields that it read; of each entry once."""
    left = list(entries)
    for text, fields in blocks:
        read = tuple(fields)
        here = [entry for entry in left if entry.is_in(text, read)] if read else []
        left = [entry for entry in left if entry not in here]
        yield notes_of(here, as_of)


def notes_of(entries: Iterable[Checked], as_of: date) -> str:
    """A note for each day of checking, which shows from the day on which that is a year ago."""
    found: dict[date, list[Checked]] = {}
    for entry in entries:
        found.setdefault(entry.on, []).append(entry)
    return "\n".join(_note(on, found[on], as_of) for on in sorted(found))


def _note(on: date, entries: list[Checked], as_of: date) -> str:
    since, names = entries[0].old_from, dict.fromkeys(f"<b>{escape(entry.name)}</b>" for entry in entries)
    said = f"Belum dicocokkan sejak {timed_day(on)}: {', '.join(names)}. Mungkin sudah berubah."
    return staged_note([Stage(None, said)] if as_of >= since else [Stage(None, ""), Stage(since, said)])
