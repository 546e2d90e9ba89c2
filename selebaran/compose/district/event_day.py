"""Which day of which event a sheet about an event tells of: the next that is to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from selebaran.compose.district.event_photo import PHOTO, photo_of, photo_values
from selebaran.compose.district.events import coming_days, present_event
from selebaran.compose.district.values import events_page
from selebaran.compose.template.views import Values
from selebaran.model.campaign import Campaign
from selebaran.model.event import Event
from selebaran.model.occurrence import Occurrence
from selebaran.model.registry import DistrictFolder


def next_days(events: Iterable[Event], zone: str, as_of: date) -> tuple[Occurrence, ...]:
    """The next day of each event that is to come, the soonest first. What is cancelled isn't to come."""
    found: dict[str, Occurrence] = {}
    for one in coming_days(events, zone, as_of):
        if not one.cancelled and one.event.id:
            found.setdefault(one.event.id, one)
    return tuple(found.values())


def next_days_of(folder: DistrictFolder, campaign: Campaign, as_of: date) -> tuple[Occurrence, ...]:
    """The same of a district, of such events as the campaign has."""
    kinds = campaign.events.kinds if campaign.events else {}
    return next_days([one for one in folder.events if one.kind in kinds], folder.district.zone, as_of)


@dataclass(frozen=True)
class Told:
    """An event as templates see it, and the files that they may ask for beside."""

    values: Values
    files: Mapping[str, bytes]


def event_told_of(
    folder: DistrictFolder, campaign: Campaign, as_of: date, given: Occurrence | None = None
) -> Told | None:
    """The event that sheets about one tell of: the one that is given, else the next; None where there is none to come.
    Its run (`susunan`) is its own, or else that of its kind; `foto` is its photo."""
    chosen = given or next(iter(next_days_of(folder, campaign, as_of)), None)
    if chosen is None:
        return None
    kinds = campaign.events.kinds if campaign.events else {}
    shown = present_event(chosen, folder.district.zone, kinds, events_page(campaign))
    usual = campaign.kit.kinds.get(chosen.event.kind) if campaign.kit else None
    photo = photo_of(chosen.event, folder)
    run = chosen.event.programme or (usual.programme if usual else ())
    return Told({**shown, "susunan": run, "foto": photo_values(photo)}, {PHOTO: photo[0]} if photo else {})
