"""Where links may lead: every page, and the named parts of each; and what is said of a name that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.compose.page.glossary import SLUG as GLOSSARY
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.read.text import shown
from selebaran.words.near import nearest


def parts_of_pages(registry: Registry) -> Addresses:
    """All pages: those that are made from data, those that couldn't be read (what is wrong there is told already), and
    those that were."""
    unread = (PurePosixPath(fault.place.file) for fault in registry.shared_problems)
    made = (DOWNLOADS, GLOSSARY) if registry.campaign.glossary else (DOWNLOADS,)
    pages = {
        **{name: [] for name in made},
        **{path.stem: None for path in unread if path.suffix == ".md"},
        **{page.slug: [segment.block for segment in page.segments if segment.block] for page in registry.pages},
    }
    return Addresses(pages, registry.former)


def page_faults(name: str, place: Place, parts: Addresses) -> Iterator[Problem]:
    """What is wrong with the name of a page, or of a part of one: it isn't there."""
    slug, _, part = name.partition("#")
    if slug not in parts:
        yield problem("tautan-putus", place, tujuan=shown(slug), maksud=parts.meant(slug))
        return
    there = parts[slug]
    if part and there is not None and part not in there:
        yield problem("jangkar-putus", place, jangkar=shown(part), tujuan=slug, maksud=nearest(part, there))
