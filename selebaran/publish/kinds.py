"""What all districts with nothing but names have alike, though each says it otherwise: the hours of its zone, the type
of its name in the header, and what the frame calls a kecamatan. They have marks in an edition of marks, so that the
first two make no kind of their own, and of kinds that differ by the third most pages are drawn alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from selebaran.compose.district.marks import BRAND, MINUTES, ZONE, Class, every_form
from selebaran.compose.district.names import names_of
from selebaran.model.campaign import SiteNames
from selebaran.model.district import District
from selebaran.model.edition import Edition
from selebaran.model.page import ComposedPage
from selebaran.model.zone import MIDDLE
from selebaran.site.clock import MINUTES_OF

TERM = "Qz'gzq"
"""What a kecamatan is called there, where the frame says it: a link leads to all of them."""
READ = re.compile(r"\b(?:jam\.zona|acara\.zona|situs\.kelas_merek|situs\.sebutan_kecamatan)\b")
PLAIN = re.compile(rf"\{{\{{\s*(?:{READ.pattern})\s*(?:\|\s*e\s*)?\}}\}}")
"""Where a template has them, and where it writes them down."""


def are_written_as_they_are(templates: Iterable[str]) -> bool:
    """Whether no template makes something else of them: of a mark it would make nonsense."""
    return all(len(READ.findall(text)) == len(PLAIN.findall(text)) for text in templates)


def alike(of: Class) -> Class:
    """The class without them."""
    return replace(of, zone=MIDDLE, is_long=False)


def with_marks(edition: Edition) -> Edition:
    """An edition of marks with marks for them."""
    frame = edition.frame
    frame = replace(frame, zone=ZONE, names=replace(frame.names, brand_class=BRAND), subdistrict_term=TERM)
    return replace(edition, frame=frame, pages=tuple(map(_with_zone, edition.pages)))


def _with_zone(page: ComposedPage) -> ComposedPage:
    form = page.meta.event_form
    return replace(page, meta=replace(page.meta, event_form=replace(form, zone=ZONE))) if form else page


def filling_alike(district: District, site: SiteNames) -> dict[str, str]:
    """What stands in a district for these marks, by every form of them."""
    brand = names_of(district, site).brand_class
    hours = {ZONE: district.zone, MINUTES: str(MINUTES_OF[district.zone])}
    return every_form({**hours, BRAND: brand, TERM: district.terms.subdistrict})
