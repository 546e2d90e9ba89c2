"""Single entries of a district's files, held against the day, the table of regions and each other.

None of it can be seen by a file alone. It runs where the district is composed, and for its province's file as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selebaran.check.checked import checked_ahead, months_ahead, unchecked
from selebaran.check.event_ids import doubled_ids
from selebaran.check.made_up import is_made_up
from selebaran.model.added import Added
from selebaran.model.district import District, Facility
from selebaran.model.event import Event
from selebaran.model.event_time import ALL_DAY
from selebaran.model.outreach import HelpDesk
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.proposal import Proposal, Proposals
from selebaran.model.province import Province
from selebaran.model.record import Record
from selebaran.model.region import bare, folded
from selebaran.model.registry import DistrictFolder
from selebaran.model.typed_file import TypedFile
from selebaran.read.regions import NEAR, regions
from selebaran.words.near import nearest

PROVINCE, DISTRICT = 2, 5
"""Characters of their codes."""


def check_entries(folder: DistrictFolder, as_of: date) -> Iterator[Problem]:
    """Everything that is wrong with entries of a district's files and of its province's."""
    yield from doubled_ids(folder)
    yield from _known_already(folder)
    for file in folder.typed:
        yield from checked_ahead(file, as_of)
        yield from months_ahead(file, as_of)
        yield from unchecked(file, as_of)
        yield from _twice(file)
        yield from _strange_subdistricts(file, folder.district)
        yield from _unlisted_photos(file, folder.district)


def _unlisted_photos(file: TypedFile, district: District) -> Iterator[Problem]:
    """Pictures of events of which daerah.yml doesn't say what they show, and whose they are."""
    listed = [picture.file for picture in district.pictures]
    for loc, record in file.records():
        if isinstance(record, Event) and record.picture and record.picture not in listed:
            place, meant = file.places.of(*loc, "gambar"), nearest(record.picture, listed)
            yield problem("gambar-tidak-terdaftar", place, berkas=record.picture, maksud=meant)


def _known_already(folder: DistrictFolder) -> Iterator[Problem]:
    """Proposals of places that layanan.yml has."""
    known = {(place.kind, folded(place.name)) for place in folder.facilities}
    for file in folder.typed:
        kind = file.record.kind if isinstance(file.record, Proposals) else ""
        for loc, record in file.records() if kind else ():
            if isinstance(record, Proposal) and (kind, folded(record.name)) in known:
                yield warning("usulan-sudah-ada", file.places.of(*loc), nama=record.name)


def _twice(file: TypedFile) -> Iterator[Problem]:
    """Places and events that stand in the file a second time."""
    seen: dict[tuple[str, ...], int] = {}
    for loc, record in file.records():
        key = _same(record)
        if not key:
            continue
        place = file.places.of(*loc)
        if key not in seen:
            seen[key] = place.line
        elif isinstance(record, Event):
            values = {
                "judul": record.title,
                "tanggal": record.day,
                "jam": f"{record.start:%H.%M}" if record.start else ALL_DAY,
                "baris": seen[key],
            }
            yield warning("kegiatan-ganda", place, **values)
        else:
            yield warning("tempat-ganda", place, nama=getattr(record, "name", ""), baris=seen[key])


def _same(record: Record) -> tuple[str, ...]:
    """What two entries have in common that are of one place or event; nothing for other records."""
    if isinstance(record, Event):
        return (folded(record.title), str(record.day), str(record.start), folded(record.venue))
    if isinstance(record, Facility):
        return (record.kind, folded(record.name), folded(bare(record.subdistrict or "")))
    if isinstance(record, Proposal):
        return (folded(record.name), folded(bare(record.subdistrict or "")))
    return (folded(record.name), folded(record.address)) if isinstance(record, HelpDesk) else ()


def _strange_subdistricts(file: TypedFile, district: District) -> Iterator[Problem]:
    """Kecamatan that aren't there: in the district, or in the province for what is of all of it."""
    if not (named := list(_named(file))):
        return
    where, characters = (district.name, DISTRICT)
    if isinstance(file.record, Province):
        where, characters = (district.province, PROVINCE)
    letters = {part: name for name in _subdistricts(district, characters) for part in _spellings(name)}
    for place, name in named if letters else ():
        typed = folded(bare(name, district.terms.subdistrict))
        maksud = letters.get(nearest(typed, letters, NEAR), "")
        if typed not in letters and (maksud or not is_made_up(district)):  # what is made up may always be more
            yield warning("kecamatan-tidak-dikenal", place, isi=name, wilayah=where, maksud=maksud)


def _named(file: TypedFile) -> Iterator[tuple[Place, str]]:
    for loc, record in file.records():
        if isinstance(record, (Event, Facility, Proposal, HelpDesk)) and record.subdistrict:
            yield file.place(loc, "kecamatan"), record.subdistrict
        elif isinstance(record, Added):
            for name in record.by_subdistrict:
                yield file.places.of(*loc, "kecamatan", name, key=True), name


def _subdistricts(district: District, characters: int) -> tuple[str, ...]:
    """The kecamatan that there are; none where nobody knows them: a made-up district lists its own."""
    if is_made_up(district):
        return district.subdistricts if characters == DISTRICT else ()
    return (*regions().subdistricts(district.code[:characters]), *district.subdistricts)


def _spellings(name: str) -> set[str]:
    """A name as it may be typed: whole, and each of two that the table gives, as in Wari/Taiyeve II."""
    return {folded(part) for part in (name, *name.replace("(", "/").strip(")").split("/")) if folded(part)}
