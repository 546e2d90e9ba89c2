"""The page on which staff prepare an event: what its template offers to choose from, and the print files to take along.

What is typed there stays in the reader's browser (templates/site/assets/acara.js); nothing of it is known here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from selebaran.model.campaign import Campaign
from selebaran.model.district import District
from selebaran.model.page import ComposedPage, PageKind
from selebaran.model.page_meta import EventForm, OfferedPiece, PageMeta

KIND: PageKind = "acara"
"""What a shared page says in its head that is one."""


def event_form_meta(meta: PageMeta, campaign: Campaign, district: District) -> PageMeta:
    """What the template of such a page knows besides. It is no answer for residents, and the empty sheets are nobody's
    to come across: search engines don't list it."""
    events = campaign.events
    kinds = tuple((title, events.occasions.get(key, ())) for key, title in events.kinds.items()) if events else ()
    form = EventForm(kinds, district.paper, district.zone)
    return replace(meta, template=f"{KIND}.html", for_staff=True, event_form=form)


def with_offers(pages: Iterable[ComposedPage], offers: tuple[OfferedPiece, ...]) -> tuple[ComposedPage, ...]:
    """The pages of a site; those of this kind with the print pieces that a district has."""
    return tuple(
        replace(page, meta=replace(page.meta, offers=offers)) if page.meta.event_form else page for page in pages
    )
