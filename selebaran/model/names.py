"""The names that a site and its sheets show, with all that is told from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """Of one district. `short` is as spoken of beside others ("Kab. Serang"); `publisher_beside` is the publisher's
    name where the district's stands beside it. `brand_class`: what the header's class has besides, with a blank before,
    where the site's short name is too long for its type; `publisher_tells`: the publisher's name already has the
    district's in it."""

    district: str
    short: str
    site: str
    site_short: str
    brand_class: str
    publisher: str
    publisher_is_known: bool
    publisher_beside: str
    publisher_tells: bool

    @property
    def is_long(self) -> bool:
        """Whether the site's short name is too long for the type of the header."""
        return bool(self.brand_class)
