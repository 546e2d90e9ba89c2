"""Addresses of pages: those that were published, and what they lead to now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from selebaran.model.own_text import OwnPage
from selebaran.model.page import PageSource
from selebaran.model.record import Address, Date, Record, Text

AnyPage = PageSource | OwnPage


class PublishedAddress(Record):
    """An address that a publication had, and the file that it was made from."""

    address: Address = Field(alias="alamat")
    file: Text = Field(alias="berkas")
    published: Date = Field(alias="terbit")

    def written(self) -> dict[str, str]:
        """As it stands in the file."""
        return {"alamat": self.address, "berkas": self.file, "terbit": self.published.isoformat()}


class AddressLedger(Record):
    """districts/_edisi/<slug>-alamat.yml: every address that a district's site ever had, the oldest first."""

    addresses: tuple[PublishedAddress, ...] = Field((), alias="alamat")


def renamed(pages: Iterable[AnyPage]) -> dict[str, str]:
    """What to read in place of a page that isn't there any more: the one that bore its name, or that it names."""
    found: dict[str, str] = {}
    for page in pages:
        found |= dict.fromkeys(page.front.former, page.slug)
        if page.front.closed:
            found[page.slug] = page.front.closed
    return found


def addresses_today(pages: Iterable[AnyPage], told: Iterable[PublishedAddress], as_of: date) -> list[PublishedAddress]:
    """The addresses of pages, and those that they had, as far as no publication has told them yet."""
    known = {entry.address for entry in told}
    found: dict[str, PublishedAddress] = {}
    for page in pages:
        for address in (page.slug, *page.front.former):
            if address not in known:
                entry = PublishedAddress.model_construct(address=address, file=page.place.file, published=as_of)
                found.setdefault(address, entry)
    return [found[address] for address in sorted(found)]
