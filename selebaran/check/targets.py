"""Where links may lead: every page, and the named parts of each."""

from __future__ import annotations

from pathlib import PurePosixPath

from selebaran.compose.page.addresses import Addresses
from selebaran.compose.page.downloads import DOWNLOADS
from selebaran.compose.page.glossary import SLUG as GLOSSARY
from selebaran.model.registry import Registry


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
