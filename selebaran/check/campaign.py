"""What content/kampanye.yml names must be there: values of the register, pages and their parts, groups, drawings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from selebaran.check.shared_pictures import check_sharing
from selebaran.check.targets import page_faults, parts_of_pages
from selebaran.compose.district.files import NAMES
from selebaran.compose.district.values import service_names
from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.compose.page.glossary import SLUG as GLOSSARY
from selebaran.compose.template.engine import unknown
from selebaran.model.campaign import AskByMessage, AskByPhone, Campaign, SubdistrictKind
from selebaran.model.kit import KitSheet
from selebaran.model.language import CODE
from selebaran.model.page import HOME
from selebaran.model.piece import PieceSpec
from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import Registry
from selebaran.read.regions import regions
from selebaran.read.text import shown
from selebaran.words.near import nearest

FILE, REGISTER = "content/kampanye.yml", "content/fakta.yml"
FIELDS = ("{daerah}", "{sebutan}")
"""What stands for the district where a text may speak of it."""
SPEAK_OF_DISTRICT = ("situs", "kaki", "lembar_cetak")
"""The keys whose texts may."""
BRACES = re.compile(r"\{[^{}]*\}?")
WITH_A_WORK = (HOME, DOWNLOADS, GLOSSARY)
"""Pages that the engine forms by itself."""
PROVINCE = 2
"""How long the code of a province is in the table of regions."""
NAME = re.compile(r"[a-z][a-z0-9_]*")
"""A key by which templates read something of a district."""


def check_campaign(registry: Registry) -> Iterator[Problem]:
    """Everything that the campaign names in vain. Of a file that couldn't be read, nothing can be said."""
    if any(fault.place.file == FILE for fault in registry.shared_problems):
        return
    campaign, parts = registry.campaign, parts_of_pages(registry)
    yield from _facts(registry)
    for loc, name in pages_of(campaign):
        yield from _page(name, loc, registry, parts)
    yield from _with_a_work(registry)
    yield from _group(registry)
    yield from _contact(registry)
    for index, scene in enumerate(campaign.portal.scenes if campaign.portal else ()):
        if scene.drawing not in registry.drawings:
            place = registry.campaign_places.of("portal", "gambar", index, "seni")
            yield unknown("seni-tidak-ada", scene.drawing, list(registry.drawings), place)
    yield from _local_drawings(registry)
    for loc, text in _texts(campaign.model_dump(by_alias=True)):
        yield from _fields(text, loc, registry)
    yield from _keys(registry)
    yield from _occasions(registry)
    yield from _kits(registry)
    yield from check_sharing(registry)


def _facts(registry: Registry) -> Iterator[Problem]:
    """The numbers to ask, and to call in an emergency, must be telephones of the register that may be shown. Of a
    register with faults, nothing can be said."""
    if any(fault.place.file == REGISTER for fault in registry.shared_problems):
        return
    known = registry.facts.by_name
    for part, key, number in _numbers(registry.campaign):
        place = registry.campaign_places.of(part, key, "nilai")
        if number.fact not in known:
            yield unknown("fakta-tidak-dikenal", number.fact, list(known), place)
            continue
        fact, value = known[number.fact]
        if value.kind != "telepon":
            phones = [name for name, (_, other) in known.items() if other.kind == "telepon"]
            yield problem("fakta-bukan-telepon", place, nama=number.fact, jenis=value.kind, semua=", ".join(phones))
        elif not fact.publishable:
            yield warning("fakta-tidak-terbit", place, id=fact.id)


def _numbers(campaign: Campaign) -> Iterator[tuple[str, str, AskByPhone | AskByMessage]]:
    """The numbers that it names, each with the keys under which it does."""
    if campaign.ask.phone:
        yield "tanya", "telepon", campaign.ask.phone
    if campaign.ask.message:
        yield "tanya", "pesan", campaign.ask.message
    if campaign.emergency and campaign.emergency.phone:
        yield "darurat", "telepon", campaign.emergency.phone


def pages_of(campaign: Campaign) -> Iterator[tuple[Loc, str | None]]:
    """Every page, or part of one, that the campaign names, with the way to it."""
    if campaign.emergency:
        yield ("darurat", "halaman"), campaign.emergency.page
    for index, one in enumerate(campaign.bar):
        yield ("bilah", index, "ke"), one.page
    if campaign.pages:
        yield ("halaman", "tentang"), campaign.pages.about
        yield ("halaman", "tanya_jawab"), campaign.pages.questions
    if campaign.events:
        yield ("kegiatan", "tampil_di"), campaign.events.told_at
    for name, contact in campaign.contacts.items():
        yield ("kontak", name, "tampil_di"), contact.told_at
    for name, service in campaign.services.items():
        yield ("layanan", name, "tampil_di"), service.told_at
        yield ("layanan", name, "tampil_di_bila_igd"), service.emergency_told_at
    yield ("pos_bantuan",), campaign.help_desks_at
    if campaign.subdistricts:
        yield from _of_subdistricts(campaign.subdistricts)
    for index, link in enumerate(campaign.glossary.next_pages if campaign.glossary else ()):
        yield ("istilah", "lanjut", index, "ke"), link.page


def _of_subdistricts(about: SubdistrictKind) -> Iterator[tuple[Loc, str | None]]:
    yield ("kecamatan", "halaman"), about.page
    for index, part in enumerate(about.everywhere):
        yield ("kecamatan", "bagian", index), f"{about.page}#{part}"
    for index, page in enumerate(about.brought_to):
        yield ("kecamatan", "dibawa_ke", index), page


def _page(name: str | None, loc: Loc, registry: Registry, parts: Addresses) -> Iterator[Problem]:
    if name is not None:
        yield from page_faults(name, registry.campaign_places.of(*loc), parts)


def _with_a_work(registry: Registry) -> Iterator[Problem]:
    """The page about the site, and the one of questions, are ordinary pages: the home page has its own form, and pages
    that are made from data have no room for a list."""
    known = registry.campaign.pages
    for key, name in (("tentang", known and known.about), ("tanya_jawab", known and known.questions)):
        if name in WITH_A_WORK:
            place = registry.campaign_places.of("halaman", key)
            semua = ", ".join(WITH_A_WORK)
            yield problem("halaman-punya-tugas", place, halaman=name, kunci=f"halaman.{key}", semua=semua)


def _group(registry: Registry) -> Iterator[Problem]:
    """The group of the glossary's page must be one of the campaign's."""
    groups, page = registry.campaign.groups, registry.campaign.glossary
    if page and page.group and page.group not in groups:
        place = registry.campaign_places.of("istilah", "kelompok")
        given = {"isi": shown(page.group), "kunci": "istilah.kelompok", "pilihan": ", ".join(groups)}
        yield problem("pilihan-tidak-sah", place, **given, maksud=nearest(page.group, groups))


def _contact(registry: Registry) -> Iterator[Problem]:
    """The number of a district that the page on emergencies begins with is that of a contact that there is."""
    emergency, contacts = registry.campaign.emergency, registry.campaign.contacts
    if emergency and emergency.contact and emergency.contact not in contacts:
        place = registry.campaign_places.of("darurat", "kontak")
        yield _none_of("darurat.kontak", emergency.contact, contacts, place)


def _occasions(registry: Registry) -> Iterator[Problem]:
    """Occasions are told of kinds of events that there are. Those that no piece names do no harm: a project may have
    fewer pieces."""
    events = registry.campaign.events
    for kind in events.occasions if events else ():
        if events and kind not in events.kinds:
            place = registry.campaign_places.of("kegiatan", "kesempatan", kind, key=True)
            yield _none_of("kegiatan.kesempatan", kind, events.kinds, place)


def _local_drawings(registry: Registry) -> Iterator[Problem]:
    """Drawings for provinces, and those that they stand in place of, are there; so are the provinces."""
    places = registry.campaign_places
    known = [name for code, name in regions().names.items() if len(code) == PROVINCE]
    known += {folder.district.province for folder in registry.districts.values()} - set(known)
    for index, one in enumerate(registry.campaign.local_drawings):
        for key, name in (("seni", one.drawing), ("menggantikan", one.instead_of)):
            if name not in registry.drawings:
                place = places.of("seni_provinsi", index, key)
                yield unknown("seni-tidak-ada", name, list(registry.drawings), place)
        for number, province in enumerate(one.provinces):
            if province not in known:
                place = places.of("seni_provinsi", index, "provinsi", number)
                yield _none_of("seni_provinsi.provinsi", province, known, place)


def _texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a record that was made plain, with the way to it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, (list, tuple)) else ()
    for step, part in inner:
        yield from _texts(part, (*loc, step))
    if isinstance(value, str):
        yield loc, value


def _fields(text: str, loc: Loc, registry: Registry) -> Iterator[Problem]:
    """What stands for something of the district, and isn't known, or isn't filled in there."""
    place = registry.campaign_places.of(*loc)
    for found in BRACES.findall(text):
        if loc[0] in SPEAK_OF_DISTRICT and found not in FIELDS:
            yield unknown("isian-tidak-dikenal", shown(found), list(FIELDS), place)
        elif loc[0] not in SPEAK_OF_DISTRICT and found in FIELDS:
            yield problem("isian-bukan-di-sini", place, nama=found, semua=", ".join(SPEAK_OF_DISTRICT))


def _codes(registry: Registry) -> Iterator[Problem]:
    """The codes of languages."""
    for code in registry.campaign.languages:
        if not re.fullmatch(CODE, code):
            place = registry.campaign_places.of("bahasa", code, key=True)
            yield problem("pola-tidak-cocok", place, isi=shown(code), kunci="bahasa", contoh="jv")


def _keys(registry: Registry) -> Iterator[Problem]:
    """The keys that templates and files of districts go by."""
    yield from _codes(registry)
    campaign = registry.campaign
    events = campaign.events.kinds if campaign.events else {}
    ways: tuple[tuple[Loc, str], ...] = (
        *((("kontak", name), name) for name in campaign.contacts),
        *((("layanan", name), name) for name in campaign.services),
        *((("kegiatan", "jenis", name), name) for name in events),
        *((("keadaan", name), name) for name in campaign.states),
    )
    for loc, name in ways:
        place = registry.campaign_places.of(*loc, key=True)
        if not NAME.fullmatch(name):
            yield problem("pola-tidak-cocok", place, isi=shown(name), kunci=str(loc[0]), contoh="posko_desa")
        elif loc[0] == "layanan" and not NAMES.isdisjoint(service_names(name)):
            yield problem("macam-bernama-isian", place, kunci=name, contoh=f"tempat_{name}")


def _kits(registry: Registry) -> Iterator[Problem]:
    """Kits are for kinds of events that there are, and hold pieces that there are in forms that these have."""
    campaign, places = registry.campaign, registry.campaign_places
    kit, kinds = campaign.kit, campaign.events.kinds if campaign.events else {}
    pieces = {piece.name: piece.spec for piece in registry.pieces}
    if kit is None or any(fault.place.file.startswith("printables/") for fault in registry.shared_problems):
        return
    for index, name in enumerate(kit.guide):
        if name not in pieces:
            yield _none_of("kit.panduan", name, pieces, places.of("kit", "panduan", index))
    for kind, one in kit.kinds.items():
        if kind not in kinds:
            yield _none_of("kit.jenis", kind, kinds, places.of("kit", "jenis", kind, key=True))
        yield from _kit_sheets(one.sheets, pieces, places, ("kit", "jenis", kind, "lembar"))


def _kit_sheets(
    sheets: Sequence[KitSheet], pieces: Mapping[str, PieceSpec], places: Places, way: Loc
) -> Iterator[Problem]:
    """Pieces of a kit that aren't there, or not in that form."""
    for index, sheet in enumerate(sheets):
        if sheet.name not in pieces:
            yield _none_of("kit.jenis.lembar", sheet.name, pieces, places.of(*way, index, "nama"))
        elif sheet.form and sheet.form not in pieces[sheet.name].derived:
            forms = pieces[sheet.name].derived
            yield _none_of("kit.jenis.lembar.bentuk", sheet.form, forms, places.of(*way, index, "bentuk"))


def _none_of(key: str, given: str, choices: Collection[str], place: Place) -> Problem:
    values = {"isi": shown(given), "kunci": key, "pilihan": ", ".join(choices)}
    return problem("pilihan-tidak-sah", place, **values, maksud=nearest(given, choices))
