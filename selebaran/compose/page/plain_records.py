"""Events and confirmed places of a district that has nothing else of its own, so long as they are plain: they are
composed with the marks of its class beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import chain

from selebaran.compose.district.files import SCHEDULE
from selebaran.compose.district.marks import PROVINCE_FILE
from selebaran.compose.district.names import short_form
from selebaran.compose.page.bare import is_bare
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


def is_nearly_bare(folder: DistrictFolder) -> bool:
    """Whether a district has nothing but values of its class, and events and places that hold nothing but letters,
    digits, blanks and simple punctuation. None is called by a part of the district's name: a sheet is asked whether
    it names one, and has marks where that stands."""
    names = " ".join(_names_of(folder)).casefold()
    called = [*(event.title for event in folder.events), *(place.name for place in folder.facilities)]
    are_plain = all(map(_is_plain, (*folder.events, *folder.facilities)))
    is_told_apart = not any(text.casefold() in names for text in called)
    return are_plain and is_told_apart and is_bare(without_records(folder))


def _names_of(folder: DistrictFolder) -> tuple[str, ...]:
    """What stands for marks in the words of a sheet."""
    district, terms = folder.district, folder.district.terms
    names = district.name, short_form(district), district.province, district.domain or ""
    return *names, terms.village, terms.subdistrict, terms.village_hall


def without_records(folder: DistrictFolder) -> DistrictFolder:
    """A district without its events and places."""
    return replace(folder, events=(), facilities=())


def has_records(folder: DistrictFolder) -> bool:
    """Whether a district has any."""
    return bool(folder.events or folder.facilities)


def with_records(marked: DistrictFolder, folder: DistrictFolder) -> DistrictFolder:
    """A district of marks with the events and places of another, which stand where they stood there."""
    ways = {f"districts/{folder.slug}/": f"districts/{marked.slug}/", folder.province_file: PROVINCE_FILE}
    typed = tuple(_moved(file, ways) for file in folder.typed if _tells_events(file))
    return replace(marked, events=folder.events, facilities=folder.facilities, typed=typed)


def texts_of(value: object) -> Iterator[str]:
    """All texts of a district's events and places."""
    if isinstance(value, DistrictFolder):
        value = *value.events, *value.facilities
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts_of, value))
    elif isinstance(value, Record):
        yield from texts_of(tuple(getattr(value, name) for name in type(value).model_fields))


def _is_plain(value: object) -> bool:
    if isinstance(value, Telephone):
        return bool(TELEPHONE.fullmatch(value))
    if isinstance(value, str):
        return bool(TEXT.fullmatch(value))
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    if isinstance(value, Record):
        told = {name: getattr(value, name) for name in type(value).model_fields}
        return (
            _says_known(value)
            and KEY.fullmatch(told.pop("kind", "-")) is not None
            and all(map(_is_plain, told.values()))
        )
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
