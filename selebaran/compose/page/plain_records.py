"""Events and confirmed places of a district that has nothing else of its own, so long as they are plain: they are
composed with the marks of its class beside them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, time, timedelta

from selebaran.compose.district.files import SCHEDULE
from selebaran.compose.district.marks import PROVINCE_FILE
from selebaran.compose.page.subdistrict_pages import SubdistrictPages
from selebaran.model.campaign import Campaign
from selebaran.model.district import Facility
from selebaran.model.edition import SiteFrame
from selebaran.model.event import Event, Spot
from selebaran.model.page import ComposedPage
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place
from selebaran.model.record import Record
from selebaran.model.recurrence import Recurrence
from selebaran.model.registry import DistrictFolder
from selebaran.model.telephone import Telephone
from selebaran.model.typed_file import TypedFile

TEXT = re.compile(r"(?!.*qz)[A-Za-z0-9(][A-Za-z0-9 ,.:;/()–-]*", re.I)
"""What no language that a page or a file is written in takes for more than letters, and in which no mark can stand."""
KEY = re.compile(r"(?!.*qz)[a-z0-9_-]+")
TELEPHONE = re.compile(r"[0-9() /+-]+")
WHEN = "day", "last", "start", "end", "recurrence", "cancelled"
OF_EVENT = frozenset(
    (*WHEN, "id", "title", "kind", "venue", "subdistrict", "spot", "organiser", "bring", "programme", "note")
)
WHERE = "subdistrict", "address", "phone", "spot", "access"
OF_PLACE = frozenset(
    (*WHERE, "kind", "name", "hours", "business", "emergency", "always_open", "source", "checked_on", "checked_by")
)
OF_RECURRENCE = frozenset(("every", "until", "left_out", "cancelled"))
KNOWN: dict[type[Record], Collection[str]] = {Event: OF_EVENT, Facility: OF_PLACE, Recurrence: OF_RECURRENCE}
"""What these may say. Fields are told by exclusion: of one that is added some day nobody has said that it is plain."""


def without_records(folder: DistrictFolder) -> DistrictFolder:
    """A district without its events and places."""
    return replace(folder, events=(), facilities=())


def has_records(folder: DistrictFolder) -> bool:
    """Whether a district has any."""
    return bool(folder.events or folder.facilities)


def are_plain(folder: DistrictFolder) -> bool:
    """Whether its events and places hold nothing but letters, digits, blanks and simple punctuation."""
    return all(map(_is_plain, (*folder.events, *folder.facilities)))


def with_records(marked: DistrictFolder, folder: DistrictFolder) -> DistrictFolder:
    """A district of marks with the events and places of another, which stand where they stood there."""
    ways = {f"districts/{folder.slug}/": f"districts/{marked.slug}/", folder.province_file: PROVINCE_FILE}
    typed = tuple(_moved(file, ways) for file in folder.typed if _tells_events(file))
    return replace(marked, events=folder.events, facilities=folder.facilities, typed=typed)


def _is_plain(value: object) -> bool:
    if isinstance(value, Telephone):
        return bool(TELEPHONE.fullmatch(value))
    if isinstance(value, str):
        return bool(TEXT.fullmatch(value) or KEY.fullmatch(value))
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    if isinstance(value, Record):
        return _says_known(value) and all(_is_plain(getattr(value, name)) for name in type(value).model_fields)
    return value is None or isinstance(value, (bool, date, time, timedelta, Spot))


def _says_known(record: Record) -> bool:
    """Whether a record says nothing but what is known here."""
    known = KNOWN.get(type(record), ())
    others = ((name, field) for name, field in type(record).model_fields.items() if name not in known)
    return bool(known) and all(getattr(record, name) == field.get_default() for name, field in others)


def _tells_events(file: TypedFile) -> bool:
    return file.places.file.endswith(f"/{SCHEDULE}") or "/_provinsi/" in file.places.file


def _moved(file: TypedFile, ways: dict[str, str]) -> TypedFile:
    """A file under the name that it has among the marks."""
    old = file.places.file
    new = next((new + old.removeprefix(way) for way, new in ways.items() if old.startswith(way)), old)

    def moved(places: dict[Loc, Place]) -> dict[Loc, Place]:
        return {loc: replace(place, file=new) for loc, place in places.items()}

    return replace(file, places=Places(new, moved(file.places.keys), moved(file.places.values)))


def area_pages(
    folder: DistrictFolder, campaign: Campaign, as_of: date, frame: SiteFrame, ask: str, like: ComposedPage
) -> tuple[ComposedPage, ...]:
    """The pages of a district's kecamatan, with what the one that they are `like` has below. `ask` is whom residents
    ask, as HTML. Their headings are those above that alone."""
    slug = f"{like.slug.rpartition('/')[0]}/x"
    base = replace(like, html=like.same_below, headings=(), slug=slug, typed=())
    return tuple(SubdistrictPages(folder, campaign, as_of, frame).pages(base, ask))
