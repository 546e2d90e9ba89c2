"""The places of care on the page of a kecamatan: those that somebody confirmed; where there is none, the district's;
and in a preview what an old list proposes, marked as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from selebaran.compose.district.opening import today_lines
from selebaran.compose.district.subdistricts import Subdistrict
from selebaran.compose.page.filled_parts import Part, joined
from selebaran.compose.page.printed import printed as plain
from selebaran.compose.page.unchecked import Checked, notes_of
from selebaran.compose.template.formats import timed_day
from selebaran.model.campaign import Campaign
from selebaran.model.district import Facility
from selebaran.model.event import Spot
from selebaran.model.proposal import STATE, Proposal, Proposals
from selebaran.model.registry import DistrictFolder

ON_MAP = "Buka di peta HP"
BY_NIGHT = "Gawat darurat: buka 24 jam"


@dataclass(frozen=True)
class PlaceDesk:
    """What the pages of one district have in common: `at` is the page that lists them, `term` what a kecamatan is
    called there, `ask` whom residents ask, as Markdown."""

    folder: DistrictFolder
    campaign: Campaign
    at: str
    term: str
    ask: str
    as_of: date

    def name_of(self, kind: str) -> str:
        """What a kind of places is called."""
        return self.campaign.services[kind].name or kind.replace("_", " ").capitalize()


def first_of_all(one: Subdistrict, desk: PlaceDesk) -> Part | None:
    """What stands on top: how to reach the place where residents begin, and its hours today; of several, of each. None
    where nothing of that is known."""
    kind = next(iter(desk.campaign.services), None)
    here = [place for place in desk.folder.facilities if place.kind == kind and one.is_called(place.subdistrict)]
    known = [place for place in sorted(here, key=lambda place: place.name) if place.phone or place.hours]
    said = [" ".join(filter(None, (f"**{plain(p.name)}.**", _dialled(p), today_lines(p.hours)))) for p in known]
    return Part("\n\n".join(said) + "\n") if said else None


def parts_of_places(one: Subdistrict, desk: PlaceDesk) -> Iterator[Part]:
    """A part for each kind of which there is a place. Of the campaign's first kind, where residents begin, something is
    said in any case."""
    for number, kind in enumerate(desk.campaign.services):
        there = sorted((f for f in desk.folder.facilities if f.kind == kind), key=lambda place: place.name)
        here = [place for place in there if one.is_called(place.subdistrict)]
        head = f"## {plain(desk.name_of(kind))} {{#{kind.replace('_', '-')}}}\n\n"
        if here:
            notes = notes_of((Checked(place.name, place.checked_on, ()) for place in here), desk.as_of)
            yield Part(head + "".join(map(_entry, here)), notes=notes)
        if number == 0:
            yield from () if here else (_elsewhere(head, kind, there, desk),)
            yield from _proposed(one, kind, desk.folder)


def _entry(place: Facility) -> str:
    lines = [f"{plain(text)}." for text in (place.name, place.address) if text]
    lines += [_dialled(place), f"{today_lines(place.hours) or ''}{plain(place.hours)}." if place.hours else ""]
    lines += [f"{BY_NIGHT}." if place.always_open else ""]
    lines += [f"Cara ke sana: {plain(place.access)}." if place.access else "", _on_map(place.spot)]
    return f"- {' '.join(line for line in (*lines, f'Diperiksa {timed_day(place.checked_on)}.') if line)}\n"


def _dialled(place: Facility) -> str:
    numbers = place.phone.numbers if place.phone else ()
    return f"Telepon {', '.join(f'[{plain(one.text)}]({one.tel})' for one in numbers)}." if numbers else ""


def _on_map(spot: Spot | None) -> str:
    return f"[{ON_MAP}](geo:{spot.latitude},{spot.longitude})." if spot else ""


def _elsewhere(head: str, kind: str, there: Sequence[Facility], desk: PlaceDesk) -> Part:
    """The district's places by kecamatan. Which is the nearest, nobody says: straight lines cross sea and hills."""
    if not there:
        return _nowhere(head, kind, desk)
    name, term = plain(desk.name_of(kind)), plain(desk.term)
    ordered = sorted(there, key=lambda place: (place.subdistrict is None, place.subdistrict or "", place.name))
    lines = [f"- {_in(term, p.subdistrict)}{plain(p.name)}{f'. {BY_NIGHT}' if p.always_open else ''}" for p in ordered]
    here = plain(desk.term.lower())
    said = f"{name} di {here} ini belum ada dalam daftar kami. Yang ada dalam daftar kami, menurut {here}:"
    target = desk.campaign.services[kind].told_at.partition("#")[0]
    more = f"[Alamat, telepon, dan jam bukanya]({target}.md)"
    return Part("\n".join([f"{head}{said}\n", *lines, "", more, ""]))


def _in(term: str, subdistrict: str | None) -> str:
    return f"{term} {plain(subdistrict)}: " if subdistrict else ""


def _nowhere(head: str, kind: str, desk: PlaceDesk) -> Part:
    village = plain(desk.folder.district.terms.village)
    said = f"Daftar {plain(desk.name_of(kind).lower())} di {{0}} belum ada di sini."
    ask = f"Tanyakan ke kantor {village}, atau ke {desk.ask}."
    return Part(f"{head}{said} {ask}\n", (desk.folder.district.name,))


def proposed_html(folder: DistrictFolder, areas: Iterable[Subdistrict]) -> tuple[list[str], str]:
    """What pages show of what an old list has, as HTML: for each of these kecamatan, and of those without one."""
    kind = folder.proposals.kind if folder.proposals else ""
    rows = [joined(_proposed(one, kind, folder), "").html for one in areas]
    return rows, joined(parts_of_unplaced(folder), "").html


def _proposed(one: Subdistrict, kind: str, folder: DistrictFolder) -> Iterator[Part]:
    """What an old list has. A publication knows none of it."""
    proposals = folder.proposals
    if proposals is None or proposals.kind != kind:
        return
    found = [place for place in proposals.places if one.is_called(place.subdistrict)]
    yield from _rows(f"### Usulan, {STATE} {{#usulan}}", proposals, found)


def parts_of_unplaced(folder: DistrictFolder) -> Iterator[Part]:
    """What an old list has without saying in which kecamatan it lies: it stands where all of them are listed."""
    proposals = folder.proposals
    if proposals is None:
        return
    term = plain(folder.district.terms.subdistrict)
    head = f"## Usulan, {STATE}: {term} belum diketahui {{#usulan}}"
    yield from _rows(head, proposals, [place for place in proposals.places if not place.subdistrict])


def _rows(head: str, proposals: Proposals, found: Sequence[Proposal]) -> Iterator[Part]:
    """Proposed places below a heading, with the list's source and year; no part where there is none."""
    if not found:
        return
    lines: list[str] = []
    values: list[str] = []
    for place in found:
        spot = place.spot
        at = len(values)
        lines.append(f"- {{{at}}}" + (f". [{ON_MAP}](geo:{{{at + 1}}},{{{at + 2}}})" if spot else ""))
        values += [place.name, *((spot.latitude, spot.longitude) if spot else ())]
    yield Part("\n".join([f"{head}\n", _told(proposals), "", *lines, ""]), tuple(values))


def _told(proposals: Proposals) -> str:
    return f"{plain(proposals.source)}, {plain(proposals.year)}. Belum dicocokkan: hanya tampil di pratinjau."
