"""The page with what is passed on, and what other pages say of it. Made once the pictures are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.model.edition import Card, Edition
from selebaran.model.page import ComposedPage, address_of
from selebaran.model.page_meta import OfferedCard, OfferedFile, PageMeta, PictureFile
from selebaran.model.sharing import BESIDE_LINK, FOLDER
from selebaran.model.usage import Usage


@dataclass(frozen=True)
class Offers:
    """What was really made: pictures, the messages of each month, and the sheets of events by the slugs of their
    pages."""

    cards: tuple[OfferedCard, ...] = ()
    messages: tuple[OfferedFile, ...] = ()
    sheets: tuple[tuple[str, OfferedFile], ...] = ()


def offered(card: Card, files: Sequence[PictureFile], edition: Edition) -> OfferedCard:
    """A picture that was made, with its words."""
    gone = card.ends or (str(card.until + timedelta(days=1)) if card.until and edition.published else None)
    words = " ".join(line if line.endswith((".", "?", "!", "”")) else f"{line}." for line in card.lines)
    return OfferedCard(
        card.name, card.group, card.title, words, caption_of(card, edition), card.page, tuple(files), gone
    )


def caption_of(card: Card, edition: Edition) -> str:
    """What is sent with a picture: its words, the heading in bold as WhatsApp has it, and the address of its page. Day,
    hours and place of an event stand one below the other."""
    frame = edition.frame
    mark = "(PRATINJAU) " if frame.is_preview else ""
    lines = [f"{mark}*{card.title}*", *(line.replace("*", "") for line in card.lines[1:])]
    address = [f"{frame.address}{address_of(card.page)}"] if frame.address else []
    return "\n\n".join(["\n".join(lines) if card.ends else "\n\n".join(lines), *address])


def with_offers_shared(edition: Edition, offers: Offers) -> Edition:
    """The edition with the page that shows what was made; pages that have a picture or a PDF of their own say so."""
    if not offers.cards and not offers.sheets:
        return edition
    of_pages = {card.page: card for card in reversed(offers.cards) if _beside_link(card)}
    sheets = dict(offers.sheets)
    pages = tuple(_with_own(page, of_pages.get(page.slug), sheets.get(page.slug), offers) for page in edition.pages)
    return replace(edition, pages=(*pages, _page(edition, offers)))


def _beside_link(card: OfferedCard) -> bool:
    return any(file.shape == BESIDE_LINK for file in card.files)


def _with_own(page: ComposedPage, card: OfferedCard | None, sheets: OfferedFile | None, offers: Offers) -> ComposedPage:
    """A page that says what there is of it. The page of print files leads to the page of pictures, too."""
    if page.meta.is_withheld:
        card = None
    leads = FOLDER if offers.cards and (card or page.slug == DOWNLOADS) else None
    if not (card or sheets or leads):
        return page
    return replace(page, meta=replace(page.meta, card=card, sheets=sheets, sharing_page=leads))


def _page(edition: Edition, offers: Offers) -> ComposedPage:
    shared = edition.shared
    meta = PageMeta(
        title=shared.title,
        description=shared.summary,
        slug=FOLDER,
        template="bagikan.html",
        cards=offers.cards,
        messages=offers.messages,
    )
    drawn = [outcome.usage for card in shared.cards for outcome in card.made.values()]
    files = frozenset().union(*(used.files for used in drawn))
    return ComposedPage(FOLDER, "", meta, Usage(files=files))
