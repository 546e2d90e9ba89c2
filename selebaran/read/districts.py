"""districts/ -> the central list and one typed folder per district."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from selebaran.model.address import PublishedAddress
from selebaran.model.calendar import CalendarEntry
from selebaran.model.campaign import Campaign
from selebaran.model.district import (
    CentralList,
    Directory,
    District,
    Facility,
    Figures,
    ListedDistrict,
    Schedule,
)
from selebaran.model.event import Event, with_ids
from selebaran.model.own_text import OwnText
from selebaran.model.paper import Ledger, PaperEdition, code_of
from selebaran.model.places import Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.proposal import FILE, STATE, Proposals
from selebaran.model.province import ProvinceFolder
from selebaran.model.region import NOBODYS, bare
from selebaran.model.registry import DistrictFolder
from selebaran.read.calendar import read_addresses, read_calendar
from selebaran.read.folder_files import FolderFiles
from selebaran.read.identity import check_identity
from selebaran.read.own_text import OVERRIDES, PAGES, read_own
from selebaran.read.pictures import PICTURES, odd_pictures, read_pictures
from selebaran.read.province import Provinces, province_file
from selebaran.read.regions import regions
from selebaran.read.strangers import strangers
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw, shown
from selebaran.read.validate import validate
from selebaran.read.walk import Tree, read_plain, walk
from selebaran.read.zones import foreign_zones
from selebaran.words.near import nearest_slug

LIST = "_daftar.yml"
LEDGERS = "_edisi"
"""The folder of the ledgers, a file a district; only a publication writes there."""
FILES = {
    "daerah.yml": District,
    "jadwal.yml": Schedule,
    "layanan.yml": Directory,
    "capaian.yml": Figures,
    FILE: Proposals,
}
FOLDERS = (PICTURES, PAGES, OVERRIDES)

NOTHING_PROPOSED = Proposals.model_validate({"keadaan": STATE, "sumber": "-", "tahun": "0000", "jenis": "-"})

E = TypeVar("E", Event, Facility)


def read_list(root: Path, name: str) -> tuple[CentralList, Places, list[Problem]]:
    """The central list. Slugs and domains must be unique: two districts would write into one web root."""
    file = f"{name}/{LIST}"
    if not (root / LIST).is_file():
        return CentralList.empty(), Places(file), [problem("berkas-hilang", Place(file))]
    return list_of(read_raw(root / LIST), file)


def list_of(raw: bytes, file: str) -> tuple[CentralList, Places, list[Problem]]:
    """The central list from its bytes, wherever they lay."""
    source, problems = read_yaml(raw, file)
    if source is None:
        return CentralList.empty(), Places(file), problems
    record, problems = validate(CentralList, source)
    if record is None:
        return CentralList.empty(), source.places, problems
    slugs: set[str] = set()
    domains: dict[str, str] = {}
    for index, listed in enumerate(record.districts):
        if listed.slug in slugs:
            problems.append(problem("slug-ganda", source.places.of("daerah", index, "slug"), slug=listed.slug))
        slugs.add(listed.slug)
        if listed.domain in domains:
            place = source.places.of("daerah", index, "domain")
            problems.append(problem("domain-dipakai-dua", place, isi=listed.domain, slug=domains[listed.domain]))
        elif listed.domain:
            domains[listed.domain] = listed.slug
    problems += _former(record.districts, source.places, domains)
    taken = {**{host: one.slug for one in record.districts for host in one.former_domains}, **domains}
    if record.portal in taken:
        place = source.places.of("portal")
        problems.append(problem("domain-dipakai-dua", place, isi=record.portal, slug=taken[record.portal]))
    return record, source.places, problems


def _former(listed: tuple[ListedDistrict, ...], places: Places, domains: Mapping[str, str]) -> Iterator[Problem]:
    """Former hosts that somebody has, and those from which nothing leads on."""
    taken = dict(domains)
    for index, entry in enumerate(listed):
        for number, host in enumerate(entry.former_domains):
            place = places.of("daerah", index, "domain_dahulu", number)
            if host in taken:
                yield problem("domain-dipakai-dua", place, isi=host, slug=taken[host])
            elif entry.domain is None:
                yield problem("domain-dahulu-tanpa-arah", place, isi=host)
            taken.setdefault(host, entry.slug)


def unlisted(root: Path, name: str, listed: tuple[ListedDistrict, ...]) -> dict[str, tuple[Problem, ...]]:
    """A problem for each folder that the central list doesn't know. Names that begin with _ or . are not districts."""
    slugs = [entry.slug for entry in listed]
    folders = sorted(p.name for p in root.iterdir() if p.is_dir() and p.name[0] not in "_.")
    strangers = [shown(folder) for folder in folders if folder not in slugs]
    return {
        folder: (
            problem(
                "daerah-tidak-terdaftar", Place(f"{name}/{folder}"), slug=folder, maksud=nearest_slug(folder, slugs)
            ),
        )
        for folder in strangers
    }


def read_district(
    root: Path,
    name: str,
    listed: ListedDistrict,
    listed_at: Place,
    campaign: Campaign,
    *,
    with_own: bool = True,
    keep_sound: bool = False,
    strays: Collection[str] = (),
    provinces: Provinces | None = None,
) -> tuple[DistrictFolder | None, list[Problem]]:
    """One district's folder, or every fault in all of its files and in what its province shares with it.

    `listed_at` is its place in the central list, and `strays` are folders of names that aren't in it; the campaign has
    the short codes that can be dialled, and the keys that files may name. Its own text can be left out, while somebody
    is at it. With `keep_sound` what is sound of the folder comes beside the faults, so that more can be judged than its
    form. `provinces` have read what other districts share with it."""
    tree, problems = walk(root, listed.slug, f"{name}/{listed.slug}", FOLDERS)
    if tree is None:
        maksud = nearest_slug(listed.slug, strays)
        return None, problems or [problem("daerah-tanpa-folder", listed_at, slug=listed.slug, maksud=maksud)]
    own, faults = read_own(tree, "daerah", campaign.kinds) if with_own else (OwnText(), [])
    provinces = provinces or Provinces(root, name, campaign.kinds)
    found, problems = _of_tree(listed, campaign, tree, own, [*problems, *faults], provinces, listed_at)
    return (found if keep_sound or not problems else None), problems


def _of_tree(
    listed: ListedDistrict,
    campaign: Campaign,
    tree: Tree,
    own: OwnText,
    problems: list[Problem],
    provinces: Provinces,
    listed_at: Place,
) -> tuple[DistrictFolder | None, list[Problem]]:
    """A folder whose own text is read, and what was found in it so far."""
    root, name = provinces.root, provinces.name
    odd, notices = odd_pictures(tree)
    problems += [*strangers(tree, tuple(FILES), FOLDERS), *odd]
    places: dict[str, Places] = {}
    files = FolderFiles(tree, campaign.kinds, problems, places, campaign.short_codes, _stand_ins(listed.slug))
    district = files.load("daerah.yml", District, None)
    schedule = files.load("jadwal.yml", Schedule, Schedule.model_validate({}))
    directory = files.load("layanan.yml", Directory, Directory.model_validate({}))
    figures = files.load("capaian.yml", Figures, Figures.model_validate({}))
    proposals = files.load(FILE, Proposals, NOTHING_PROPOSED)
    ledger, calendar, addresses, faults = _published(root, f"{LEDGERS}/{listed.slug}", name)
    problems += faults
    pictures: dict[str, bytes] = {}
    shared = ProvinceFolder()
    if district is not None:
        where = district.dialling(campaign.short_codes)
        shared, faults = provinces.of(district, where)
        pictures, of_pictures = read_pictures(tree, district.pictures, places["daerah.yml"])
        problems += [*faults, *_untold([*_of_itself(district, listed, files), *of_pictures], problems)]
    if district is None or schedule is None or directory is None or figures is None:
        return None, sorted([*problems, *notices])
    district, contacts = shared.contacts(district)
    term = district.terms.subdistrict
    found = DistrictFolder(
        listed.slug,
        district,
        with_ids(_without_term(shared.events(schedule.events), term)),
        _without_term(shared.facilities(directory.facilities), term),
        figures.figures,
        pictures,
        places,
        ledger,
        directory.boats,
        shared.own.joined(own),
        contacts,
        province_file(name, district.province),
        tuple(notices),
        (*files.typed, *((shared.file,) if shared.file else ())),
        calendar,
        addresses,
        listed.paid_until if listed.domain else None,
        _listed(proposals),
        figures.added,
        listed,
        listed_at,
    )
    return found, sorted([*problems, *notices]) if problems else []


def _untold(found: list[Problem], told: list[Problem]) -> list[Problem]:
    """Without what is wrong in itself, as was told: it needn't be held against anything."""
    places = {fault.place for fault in told}
    return [one for one in found if one.place not in places]


def _stand_ins(slug: str) -> Mapping[str, Any]:
    """What the rest of a daerah.yml is judged with where it doesn't say who it is, or says it wrong."""
    one = next(iter(regions().of_slug(slug)), None)
    who = ("Daerah", "Daerah", "kabupaten", "-", f"{NOBODYS}.00", "WIB")
    who = (one.full_name, one.name, one.kind, one.province, one.code, one.zone) if one else who
    said = zip(("nama", "nama_pendek", "jenis", "provinsi", "kode_kemendagri", "zona_waktu"), who, strict=True)
    terms = {"desa": "desa", "kecamatan": "kecamatan", "balai_desa": "balai desa"}
    return {**dict(said), "identitas": "pasti", "istilah": terms, "sumber": ["-"]}


def _published(
    root: Path, path: str, name: str
) -> tuple[tuple[PaperEdition, ...], tuple[CalendarEntry, ...], tuple[PublishedAddress, ...], list[Problem]]:
    """What earlier publications noted: sheets, what calendars were told, addresses; and every fault in that."""
    ledger, of_sheets = read_ledger(root, f"{path}.yml", name)
    told, of_calendar = read_calendar(root, f"{path}-kalender.yml", name)
    addresses, of_addresses = read_addresses(root, f"{path}-alamat.yml", name)
    return ledger, told, addresses, [*of_sheets, *of_calendar, *of_addresses]


def _listed(proposals: Proposals | None) -> Proposals | None:
    """The proposals, where any is left."""
    return proposals if proposals and proposals.places else None


def _without_term(entries: tuple[E, ...], term: str) -> tuple[E, ...]:
    """Entries whose kecamatan has its name alone: wherever it shows, its kind stands before it."""
    return tuple(
        entry.model_copy(update={"subdistrict": bare(entry.subdistrict, term)}) if entry.subdistrict else entry
        for entry in entries
    )


def read_ledger(root: Path, path: str, name: str) -> tuple[tuple[PaperEdition, ...], list[Problem]]:
    """The published editions of a district, the oldest first; none where there is no file.

    A ledger that can't be trusted stops its district: sheets in circulation would lead nowhere."""
    label = f"{name}/{path}"
    raw, problems = read_plain(root, path, Place(label))
    if raw is None:
        return (), problems
    source, problems = read_yaml(raw, label)
    record = None
    if source is not None:
        record, problems = validate(Ledger, source)
    if source is None or record is None:
        return (), [*problems, problem("edisi-rusak", Place(label))]
    seen: set[str] = set()
    before = ""
    for index, edition in enumerate(record.editions):
        piece, district, _ = edition.code.split("-")
        is_whole = edition.code == code_of(piece, district, edition.digest) and edition == edition.sealed(before)
        if edition.code in seen or not is_whole:
            problems.append(problem("edisi-rusak", source.places.of("edisi", index, "kode")))
            break  # the seals of all that follow depend on this one
        seen.add(edition.code)
        before = edition.seal
    return record.editions, problems


def _of_itself(district: District, listed: ListedDistrict, files: FolderFiles) -> list[Problem]:
    """What a district says of itself otherwise than the central list, the table of regions and its own time zone."""
    places = files.places["daerah.yml"]
    problems = check_identity(district, listed.slug, places)
    if files.zone == district.zone:  # else nobody knows in which zone it lies
        problems += (fault for source in files.sources for fault in foreign_zones(source, district.zone))
    return [*problems, *_against_list(district, listed, places)]


def _against_list(district: District, listed: ListedDistrict, places: Places) -> list[Problem]:
    found = []
    if district.domain != listed.domain:
        values = {"isi": district.domain or "–", "pusat": listed.domain or "–"}
        found.append(problem("domain-tidak-cocok", places.of("domain"), **values))
    if district.fictional != listed.fictional:
        values = {"isi": _word(district.fictional), "pusat": _word(listed.fictional)}
        found.append(problem("rekaan-tidak-cocok", places.of("rekaan"), slug=listed.slug, **values))
    return found


def _word(yes: bool) -> str:
    return "ya" if yes else "tidak"
