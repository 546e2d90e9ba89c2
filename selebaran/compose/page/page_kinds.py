"""What a shared page's own template shows besides its text, where the page says that it has one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from selebaran.compose.district.events import next_events
from selebaran.compose.page.event_form import KIND, event_form_meta
from selebaran.model.campaign import Campaign
from selebaran.model.page import FrontMatter
from selebaran.model.page_meta import PageMeta
from selebaran.model.registry import DistrictFolder


def meta_of_kind(
    meta: PageMeta, front: FrontMatter, folder: DistrictFolder, campaign: Campaign, as_of: date
) -> PageMeta:
    """What the template of a page's kind knows of it; of most pages, which have none, as it is."""
    if front.template is None:
        return meta
    if front.template == KIND:
        return event_form_meta(meta, campaign, folder.district)
    return _home(meta, front, folder, as_of)


def _home(meta: PageMeta, front: FrontMatter, folder: DistrictFolder, as_of: date) -> PageMeta:
    return replace(
        meta,
        template=f"{front.template}.html",
        hidden_parts=("navigation", "toc"),
        choices=front.choices,
        next_events=next_events(folder.events, folder.district.zone, as_of),
    )
