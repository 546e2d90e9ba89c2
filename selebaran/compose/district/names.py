"""All that is made of a district's names, addresses and numbers: short forms, lengths, where an address may break.

Templates only place it: what a page or sheet was made from can be told by the fields that it read.
"""

from __future__ import annotations

import re

from selebaran.model.campaign import SiteNames
from selebaran.model.district import District
from selebaran.model.names import Names
from selebaran.model.telephone import Telephone

KINDS = {"kabupaten": "Kab.", "kota": "Kota", "kecamatan": "Kec."}
UNCONFIRMED = "Penerbit belum dikonfirmasi"
HEADER_LETTERS = 22
"""Letters of a site's short name that stand in the header of a phone in its usual size."""
LONG_BRAND = " merek--panjang"
OFFICE = "dinkes"
"""The word with which most domains begin."""
SHORTEST_WORD = 4
"""A shorter word of a name stands in an address by chance as well."""
BREAK = "\u200b"
KIND = re.compile(r"(?<=\w)(?=(kab|kota)\.)")


def names_of(district: District, site: SiteNames) -> Names:
    """The names of a district's site, which the campaign forms."""
    name, short, site_short = district.name, short_form(district), spoken(site.short, district)
    publisher = district.publisher.name if district.publisher else None
    return Names(
        district=name,
        short=short,
        site=spoken(site.full, district),
        site_short=site_short,
        brand_class=brand_class_of(site_short),
        publisher=publisher or UNCONFIRMED,
        publisher_is_known=publisher is not None,
        publisher_beside=" ".join(publisher.replace(name, "").split()) if publisher else UNCONFIRMED,
        publisher_tells=name in (publisher or UNCONFIRMED),
    )


def brand_class_of(site_short: str) -> str:
    """What the class of the header has besides, for a long short name."""
    return LONG_BRAND if len(site_short) > HEADER_LETTERS else ""


def short_form(district: District) -> str:
    """Kab. Serang"""
    return f"{KINDS[district.kind]} {district.short_name}"


def spoken(text: str, district: District) -> str:
    """A text of the campaign in which `{daerah}` and `{sebutan}` stand for the district: its name, its short form."""
    return text.replace("{daerah}", district.name).replace("{sebutan}", short_form(district))


def capital(word: str) -> str:
    """A local term as it stands before a name: Kecamatan Kasemen, Distrik Abepura."""
    return word.capitalize()


def letters(text: str | None) -> int | None:
    """How long a name or a number is, for type that grows smaller with it."""
    return len(text) if text else None


def dialled_letters(phone: Telephone | None) -> int | None:
    """The same for numbers below each other, which share the height: the longest, as often as there are numbers."""
    return max(len(number.text) for number in phone.numbers) * len(phone.numbers) if phone else None


def breakable(address: str, district: District) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The host and the page of an address, each in the pieces between which it may break: after "dinkes", after each
    word of the district's name, before a dot, and before the "kab" or "kota" at the end of a label. Else
    dinkes.kepulauansiautagulandangbiarokab.go.id is wider than a panel."""
    for word in (OFFICE, *district.short_name.lower().split()):
        if len(word) >= SHORTEST_WORD:
            address = address.replace(word, word + BREAK)
    host, _, page = address.partition("/")
    host = KIND.sub(BREAK, host).replace(".", f"{BREAK}.").replace(f"{BREAK}{BREAK}", BREAK)
    return tuple(host.split(BREAK)), tuple(page.split(BREAK)) if page else ()
