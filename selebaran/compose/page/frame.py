"""What stands around every page of a site: names, numbers, navigation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from selebaran.compose.district.names import names_of, spoken
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import facts_view
from selebaran.compose.page.own import links_of
from selebaran.compose.page.unchecked import GOOD_FOR
from selebaran.compose.template.formats import bold, day
from selebaran.compose.template.views import ReadFault, Recorder, Values
from selebaran.model.campaign import Campaign, Centre, Emergency, KnownPages
from selebaran.model.district import District
from selebaran.model.edition import Asked, CallButton, EmergencyBand, Hotline, Link, LinkGroup, SiteFrame, gone_from
from selebaran.model.own_text import OwnPage
from selebaran.model.page import PageSource
from selebaran.model.problem import Place, Problem, ProblemsFound, problem
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage
from selebaran.model.watched import plain_day

CAMPAIGN = "content/kampanye.yml"
FICTIONAL = "Daerah rekaan untuk peragaan"


def frame_of(
    folder: DistrictFolder,
    policy: FactPolicy,
    campaign: Campaign,
    sources: Sequence[PageSource],
    menu: Sequence[PageSource],
    portal: str | None = None,
) -> SiteFrame:
    """The frame of a district's site. `sources` are the shared pages, `menu` those of the short menu in its order,
    `portal` the host from which all sites are reached.

    Raises `ProblemsFound` when the register lacks a number that every page shows."""
    district, pages = folder.district, campaign.pages or KnownPages()
    groups = _groups(campaign, sources, folder.own.pages, policy.as_of)
    chosen, areas = _chosen(sources), campaign.subdistricts
    return SiteFrame(
        names=names_of(district, campaign.site),
        address=f"https://{district.domain}/" if district.domain else None,
        is_preview=not policy.published,
        is_fictional=district.fictional,
        asked=asked_of(policy),
        emergency=_emergency(campaign, sources, district, policy),
        foot=spoken(campaign.foot, district),
        unofficial=None if district.publisher else campaign.unofficial,
        centre=_centre(campaign.centre),
        about=pages.about,
        events_page=_events_page(campaign, sources),
        questions=pages.questions,
        search_example=campaign.search_example,
        day=day(plain_day(policy.as_of)),
        built=plain_day(policy.as_of),
        zone=district.zone,
        groups=tuple(groups.values()),
        other_groups=tuple(group for name, group in groups.items() if name not in chosen),
        menu=tuple(_link(page) for page in menu),
        subdistricts_page=areas.page if areas else None,
        subdistrict_term=district.terms.subdistrict,
        bar=_bar(campaign, sources),
        portal=f"https://{portal}/" if portal else None,
        languages=campaign.languages,
        usage=_numbers_used(policy, campaign) | Usage(files=frozenset((CAMPAIGN,))),
    )


def _words(words: Mapping[str, str]) -> dict[str, str]:
    """Words of the frame and their translations; those with a strong part as HTML, like the band of emergencies."""
    return {bold(k) if "**" in k else k: bold(v) if "**" in k else v for k, v in words.items()}


def _centre(centre: Centre | None) -> Link | None:
    """The link that reaches who hears of errors: by mail, else by telephone. None where neither is known."""
    if centre is None or not (centre.mail or centre.phone):
        return None
    dialled = re.sub(r"[ -]", "", centre.phone or "")
    return Link(
        f"{centre.name}, {centre.mail or centre.phone}", f"mailto:{centre.mail}" if centre.mail else f"tel:{dialled}"
    )


def frame_values(frame: SiteFrame) -> Values:
    """The frame under the names that templates of pages and sheets use."""
    names = frame.names
    return {
        "nama": names.site,
        "nama_pendek": names.site_short,
        "kelas_merek": names.brand_class,
        "daerah": names.district,
        "penerbit": names.publisher,
        "penerbit_pasti": names.publisher_is_known,
        "penerbit_di_samping": names.publisher_beside,
        "penerbit_menyebut_daerah": names.publisher_tells,
        "pratinjau": frame.is_preview,
        "rekaan": frame.is_fictional,
        "sebutan_rekaan": FICTIONAL,
        "tanya": asked_values(frame.asked),
        "darurat": _emergency_values(frame.emergency),
        "kaki": frame.foot,
        "bukan_resmi": frame.unofficial,
        "pusat": {"judul": frame.centre.title, "url": frame.centre.address} if frame.centre else None,
        "terjemahan": {code: _words(one.frame) for code, one in frame.languages.items() if one.frame},
        "tentang": frame.about,
        "kegiatan": frame.events_page,
        "tanya_jawab": frame.questions,
        "contoh_pencarian": frame.search_example,
        "tanggal": frame.day,
        "disusun": frame.built.isoformat(),
        "kelompok": _grouped(frame.groups),
        "kelompok_lain": _grouped(frame.other_groups),
        "menu": _listed(frame.menu),
        "bilah": _listed(frame.bar),
        "portal": frame.portal,
        "kecamatan": frame.subdistricts_page,
        "sebutan_kecamatan": frame.subdistrict_term,
    }


def asked_values(asked: Asked) -> Values:
    """Whom residents ask, under the names that templates use."""
    return {
        "tempat": asked.place,
        "penjawab": asked.answered_by,
        "ke": asked.to,
        "telepon": _number_values(asked.phone),
        "pesan": _number_values(asked.message),
    }


def _number_values(hotline: Hotline | None) -> Values | None:
    if hotline is None:
        return None
    names = {"sebutan": hotline.name, "sebutan_lengkap": hotline.full_name}
    return {**names, "nomor": hotline.number, "panjang": hotline.is_long, "tautan": hotline.link}


def _emergency_values(band: EmergencyBand | None) -> Values | None:
    if band is None:
        return None
    page = {"halaman": band.page, "judul": band.link.title, "url": band.link.address}
    buttons = tuple(
        {"sebutan": one.name, "nomor": one.number, "tautan": one.link, "sampai": _iso(one.gone_from)}
        for one in band.buttons
    )
    return {**page, "pita": band.text, "tanpa_internet": band.offline, "tombol": buttons}


def _grouped(groups: Sequence[LinkGroup]) -> tuple[Values, ...]:
    return tuple(
        {"judul": group.title, "halaman": _listed(group.links), "sampai": _iso(group.gone_from)} for group in groups
    )


def _listed(links: Sequence[Link]) -> tuple[Values, ...]:
    return tuple({"judul": link.title, "url": link.address, "sampai": _iso(link.gone_from)} for link in links)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def asked_of(policy: FactPolicy) -> Asked:
    """Whom residents ask, with the numbers that may be shown."""
    whom = policy.whom
    number, chat = policy.phone_to_ask, policy.phone(whom.message.fact) if whom.message else None
    return Asked(
        called=whom.called,
        place=whom.place,
        answered_by=whom.answered_by,
        to=policy.ask,
        phone=Hotline(whom.phone.name, whom.phone.full_name or whom.phone.name, number, number.tel)
        if whom.phone and number
        else None,
        message=Hotline(whom.message.name, whom.message.name, chat, chat.wa) if whom.message and chat else None,
    )


def _emergency(
    campaign: Campaign, sources: Sequence[PageSource], district: District, policy: FactPolicy
) -> EmergencyBand | None:
    """The band, where the campaign has one and the page that it leads to is there."""
    found = campaign.emergency
    page = next((page for page in sources if found and page.slug == found.page), None)
    if found is None or page is None:
        return None
    offline = bold(found.offline) if found.offline else None
    buttons = tuple(_buttons(found, district, policy))
    return EmergencyBand(page.slug, _link(page), bold(found.band), offline, buttons)


def _buttons(found: Emergency, district: District, policy: FactPolicy) -> Iterator[CallButton]:
    """The district's own number as long as somebody has checked it within a year, and always the one for all."""
    office = district.contacts.get(found.contact or "")
    if office and office.phone and office.checked_on + GOOD_FOR >= policy.as_of:
        number = office.phone.numbers[0]
        yield CallButton(office.name, number.text, number.tel, office.checked_on + GOOD_FOR + timedelta(days=1))
    for_all = policy.phone(found.phone.fact) if found.phone else None
    if found.phone and for_all:
        yield CallButton(found.phone.name, str(for_all), for_all.tel)


def _bar(campaign: Campaign, sources: Sequence[PageSource]) -> tuple[Link, ...]:
    """Pages that are there, by the campaign's words for them."""
    there = {page.slug for page in sources}
    return tuple(Link(one.title, f"{one.page}/") for one in campaign.bar if one.page in there)


def _events_page(campaign: Campaign, sources: Sequence[PageSource]) -> str | None:
    """The page that tells of events, where the campaign has one and it is there."""
    slug = campaign.events.told_at.partition("#")[0] if campaign.events else None
    return slug if slug in {page.slug for page in sources} else None


def _numbers_used(policy: FactPolicy, campaign: Campaign) -> Usage:
    """What the frame itself states: the numbers that every page shows, and that of emergencies."""
    recorder = Recorder()
    facts = facts_view(policy, recorder)
    try:
        for number in (policy.whom.phone, policy.whom.message, campaign.emergency and campaign.emergency.phone):
            _ = number and facts[number.fact]
    except ReadFault as fault:
        raise ProblemsFound((_frame_problem(fault),)) from fault
    return recorder.usage()


def _groups(
    campaign: Campaign, sources: Sequence[PageSource], own: Collection[OwnPage], as_of: date
) -> dict[str, LinkGroup]:
    """All pages by what a resident wants, for the full list of pages; a district's own come after the shared."""
    titles, news_in = campaign.groups, _news_group(campaign, sources)
    there = [page for page in sources if not page.is_past(as_of)]
    links = {name: (*_shared_links(there, name), *links_of(own, name, news_in, as_of)) for name in titles}
    return {name: LinkGroup(titles[name], found) for name, found in links.items() if found}


def _news_group(campaign: Campaign, sources: Sequence[PageSource]) -> str | None:
    """The group of the page that tells of events, where news are looked for too; else the last one."""
    told_at = campaign.events.told_at.partition("#")[0] if campaign.events else None
    found = next((page.front.group for page in sources if page.slug == told_at), None)
    return found or next(reversed(campaign.groups), None)


def _chosen(sources: Sequence[PageSource]) -> frozenset[str | None]:
    """The groups that the ways in of the home page lead to."""
    targets = {choice.target.strip("/") for page in sources for choice in page.front.choices}
    return frozenset(page.front.group for page in sources if page.slug in targets)


def _shared_links(sources: Sequence[PageSource], group: str) -> list[Link]:
    return [_link(page) for page in sorted((p for p in sources if p.front.group == group), key=_place_in_group)]


def _link(page: PageSource) -> Link:
    return Link(page.front.menu_title or page.front.title, f"{page.slug}/", gone_from(page.front.last_day))


def _place_in_group(page: PageSource) -> tuple[bool, int, bool, int, str]:
    front = page.front
    return front.order is None, front.order or 0, front.menu is None, front.menu or 0, page.slug


def _frame_problem(fault: ReadFault) -> Problem:
    values = dict(fault.values)
    if fault.code == "fakta-tidak-dikenal":
        values["maksud"] = ""
    return problem(fault.code, Place("content/fakta.yml"), **values)
