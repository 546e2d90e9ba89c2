"""The page that a phone shows which has lost its connection."""

from __future__ import annotations

from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.usage import Usage

OFFLINE = ComposedPage(
    "offline",
    "",
    PageMeta(
        title="Tidak ada internet",
        description="HP Anda sedang tanpa internet. Telepon tetap dapat dipakai.",
        slug="offline",
        template="offline.html",
        noindex=True,
    ),
    Usage(),
)
"""What a phone shows that has lost its connection."""
