"""Pictures that a form's file carries -> pictures that a district can show, each decoded in a child of its own.

A form scales what was chosen on the device, and asks what it shows and whose it is. What comes may have been made by
anybody: it goes the way of every photo that is handed in.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from selebaran.desk.apart import offers_apart
from selebaran.desk.form_records import PICTURE, PICTURE_KEYS
from selebaran.desk.form_text import Sent, SentPicture
from selebaran.desk.offer import Offers
from selebaran.desk.photo import read_photo
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem

MOST_PICTURES = 3
FILE = "gambar.jpg"
"""How the reader of photos knows what it may become."""


def with_pictures(sent: Iterable[Sent], told: Iterable[Problem]) -> tuple[list[Sent], list[Problem]]:
    """What forms sent with its pictures read, and what is to be said of them and was `told` before."""
    problems = list(told)
    return [_opened(one, problems) for one in sent], problems


def _opened(one: Sent, problems: list[Problem]) -> Sent:
    entry = dict(one.entry)
    listed = entry.pop(PICTURE, None)
    if not one.form.is_page or not isinstance(listed, list):
        return one if listed is None else replace(one, entry=entry)
    found: list[SentPicture] = []
    for number, said in enumerate(listed[:MOST_PICTURES]):
        loc: Loc = (PICTURE, number)
        place = next((at for way, at in one.places.items() if way[:2] == loc), one.place)
        picture, faults = _picture(said if isinstance(said, Mapping) else {}, place)
        problems += faults
        found += picture
    places = {way: at for way, at in one.places.items() if way[:1] != (PICTURE,)}
    return replace(one, entry=entry, places=places, pictures=tuple(found))


def _picture(said: Mapping[str, Any], place: Place) -> tuple[list[SentPicture], list[Problem]]:
    """One picture, or why it can't be taken. What it shows, and whose it is, has to be said."""
    alt, source, data = (str(said.get(key) or "").strip() for key in PICTURE_KEYS)
    if lacking := [key for key, text in zip(PICTURE_KEYS, (alt, source, data), strict=True) if not text]:
        return [], [problem("formulir-gambar-kurang", place, kunci=", ".join(lacking))]
    try:
        raw = base64.b64decode(data, validate=True)
    except binascii.Error:
        raw = b""
    offers, faults = offers_apart(partial(_photo, place=place), raw, place.file)
    return [SentPicture(replace(one, alt=alt), source) for offer in offers for one in offer.pictures], faults


def _photo(raw: bytes, label: str, place: Place) -> Offers:
    """A photo as it is read where one is handed in, told of at its line."""
    offers, faults = read_photo(raw, f"{label}/{FILE}")
    return [replace(one, label=label, place=place, pictures=_at(one.pictures, place)) for one in offers], [
        replace(one, place=place) for one in faults
    ]


def _at(pictures: Iterable[Any], place: Place) -> tuple[Any, ...]:
    return tuple(replace(one, place=place) for one in pictures)
