"""A district's outreach as templates see it: state, schemes, people, partners, desks, boats.

What a district doesn't give is None or an empty list under the same names.
"""

from __future__ import annotations

from collections.abc import Mapping

from selebaran.compose.template.formats import Phone, day, timed_day
from selebaran.compose.template.views import Values
from selebaran.model.district import District
from selebaran.model.outreach import (
    Agent,
    Boat,
    Forum,
    Guide,
    HelpDesk,
    LocalScheme,
    Reach,
    SpecialHours,
    State,
    Testimony,
)


def present_outreach(district: District, boats: tuple[Boat, ...], states: Mapping[str, str]) -> Values:
    """All of it, in the order in which the district's editor wrote it. `states` are the campaign's, as residents read
    them."""
    return {
        "keadaan": _state(district.state, states),
        "bantuan_daerah": _scheme(district.scheme),
        "agen": tuple(_agent(agent) for agent in district.agents),
        "tim_pemandu": tuple({"peran": guide.role, **_agent(guide)} for guide in district.guides),
        "pos_bantuan": tuple(_desk(desk) for desk in district.help_desks),
        "mitra": tuple({"nama": p.name, "peran": p.role, "sumber": p.source} for p in district.partners),
        "testimoni": tuple(_testimony(testimony) for testimony in district.testimonies),
        "forum": _forum(district.forum),
        "jangkauan_rs": _reach(district.hospital_reach),
        "perahu": tuple(_boat(boat) for boat in boats),
    }


def present_hours(special: SpecialHours) -> Values:
    """Hours that a place of care keeps for the subject."""
    return {"hari": special.days, "jam": special.hours, "catatan": special.note}


def _state(state: State | None, words: Mapping[str, str]) -> Values:
    known = state if state and state.status in words else None
    return {
        "status": known.status if known else None,
        "sebutan": words[known.status] if known else None,
        "per_tanggal": day(known.as_of) if known else None,
        "sumber": known.source if known else None,
    }


def _scheme(scheme: LocalScheme | None) -> Values:
    return {
        "nama": scheme.name if scheme else None,
        "untuk": scheme.whom if scheme else None,
        "syarat": scheme.conditions if scheme else (),
        "cara": scheme.how if scheme else None,
        "telepon": Phone(scheme.phone.numbers) if scheme and scheme.phone else None,
        "sumber": scheme.source if scheme else None,
        "diperiksa_pada": timed_day(scheme.checked_on) if scheme else None,
    }


def _agent(agent: Agent | Guide) -> Values:
    return {
        "wilayah": agent.area,
        "nama": agent.name,
        "telepon": Phone(agent.phone.numbers) if agent.phone else None,
        "sumber": agent.source,
        "diperiksa_pada": timed_day(agent.checked_on),
    }


def _desk(desk: HelpDesk) -> Values:
    return {
        "nama": desk.name,
        "alamat": desk.address,
        "hari": desk.days,
        "jam": desk.hours,
        "sumber": desk.source,
        "diperiksa_pada": timed_day(desk.checked_on),
    }


def _testimony(testimony: Testimony) -> Values:
    return {
        "inisial": testimony.initials,
        "tempat": testimony.place,
        "teks": testimony.words,
        "tanggal": day(testimony.agreement.on),
    }


def _forum(forum: Forum | None) -> Values:
    return {
        "nama": forum.name if forum else None,
        "jadwal": forum.schedule if forum else None,
        "tempat": forum.venue if forum else None,
        "sumber": forum.source if forum else None,
        "diperiksa_pada": timed_day(forum.checked_on) if forum else None,
    }


def _reach(reach: Reach | None) -> Values:
    return {
        "lama": reach.duration if reach else None,
        "jalan": reach.way if reach else None,
        "sumber": reach.source if reach else None,
        "diperiksa_pada": timed_day(reach.checked_on) if reach else None,
    }


def _boat(boat: Boat) -> Values:
    return {
        "rute": boat.route,
        "hari": boat.days,
        "jam": boat.hours,
        "catatan": boat.note,
        "sumber": boat.source,
        "diperiksa_pada": timed_day(boat.checked_on),
    }
