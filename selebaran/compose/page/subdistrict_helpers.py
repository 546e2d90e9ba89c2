"""Who helps in a kecamatan beside its places of care, and the boats there, on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from selebaran.compose.district.subdistricts import Subdistrict
from selebaran.compose.page.filled_parts import Part
from selebaran.compose.page.unchecked import Checked, notes_of
from selebaran.compose.template.engine import escape_markdown as plain
from selebaran.compose.template.formats import day
from selebaran.model.outreach import Boat, Guide, HelpDesk
from selebaran.model.registry import DistrictFolder
from selebaran.model.telephone import Telephone

WEATHER = "Cuaca dapat mengubah jadwal. Tanyakan sebelum berangkat."


def parts_of_helpers(one: Subdistrict, folder: DistrictFolder, as_of: date) -> Iterator[Part]:
    """A part for help desks and guides of the kecamatan, and one for boats whose route names it, with a note on
    those that nobody has checked for long."""
    if lines := [*_helpers(one, folder)]:
        yield _listed("## Yang membantu di sini {#bantuan}", lines)
    if boats := [boat for boat in folder.boats if names(boat.route, one.name)]:
        notes = notes_of((Checked(boat.route, boat.checked_on, ()) for boat in boats), as_of)
        yield replace(_listed("## Perahu {#perahu}", [_boat(boat) for boat in boats], WEATHER), notes=notes)


def _helpers(one: Subdistrict, folder: DistrictFolder) -> Iterator[str]:
    district = folder.district
    yield from (_desk(desk) for desk in district.help_desks if one.is_called(desk.subdistrict))
    yield from (_guide(guide) for guide in district.guides if one.is_called(guide.area))


def names(route: str, subdistrict: str) -> bool:
    """Whether a route names a kecamatan, as a word of its own: "Dal" is no part of "Pedalaman"."""
    return re.search(rf"(?<!\w){re.escape(subdistrict)}(?!\w)", route, re.I) is not None


def _listed(head: str, lines: list[str], told: str = "") -> Part:
    return Part("\n".join([f"{head}\n", *lines, "", *([told, ""] if told else [])]))


def _desk(desk: HelpDesk) -> str:
    where = f"{plain(desk.name)}, {plain(desk.address)}"
    return f"- {where}. {plain(desk.days)}, {plain(desk.hours)}. Diperiksa {day(desk.checked_on)}."


def _guide(guide: Guide) -> str:
    who = ": ".join(plain(text) for text in (guide.role, guide.name) if text)
    return f"- {who}.{_dialled(guide.phone)} Diperiksa {day(guide.checked_on)}."


def _dialled(phone: Telephone | None) -> str:
    numbers = phone.numbers if phone else ()
    return f" Telepon {', '.join(f'[{plain(one.text)}]({one.tel})' for one in numbers)}." if numbers else ""


def _boat(boat: Boat) -> str:
    note = f" {plain(boat.note)}." if boat.note else ""
    return f"- {plain(boat.route)}: {plain(boat.days)}, {plain(boat.hours)}.{note}"
