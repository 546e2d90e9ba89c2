"""Where a page's links lead. In finished HTML they are relative to the page's own address, as browsers read them.

Authors write a page as `nama.md`, and a drawing or another file by its path from the site's root: `seni/ktp.svg`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from selebaran.model.page import HOME, address_of

LINK = re.compile(r'(<(?:a|img)\b[^>]*? (?:href|src)=")(?![a-zA-Z][\w+.-]*:|[/#])([^"#]*)')
"""A link within the site, without the name of a part; one to a part of the same page is none."""
FILE = re.compile(r"(?P<name>\w[\w/-]*)\.(?P<ending>\w+)")
DRAWINGS = "seni/"


def with_addresses(html: str, slug: str) -> str:
    """A page's HTML with addresses in place of what authors write. What leads to no file stays as it stands."""

    def led(target: str) -> str:
        found = FILE.fullmatch(target)
        if found is None:
            return target
        name = found["name"]
        if found["ending"] == "md":
            return _from(slug, address_of(name))
        return _from(slug, f"assets/{target}" if name.startswith(DRAWINGS) else target)

    return _each(html, led)


def moved(html: str, slug: str, to: str, stays: Callable[[str], bool] = lambda _: False) -> str:
    """A page's HTML as it reads at another address. Links to a page that `stays` beside it (it is asked by slug) are
    left alone, all others lead where they led."""

    def led(target: str) -> str:
        where = urljoin(f"/{address_of(slug)}", target).lstrip("/")
        return target if stays(where.rstrip("/") or HOME) else _from(to, where)

    return _each(html, led)


def _each(html: str, led: Callable[[str], str]) -> str:
    return LINK.sub(lambda found: found[1] + led(found[2]), html)


def _from(slug: str, where: str) -> str:
    """An address from the site's root, as a link on a page."""
    here, there = address_of(slug).split("/")[:-1], where.split("/")
    while here and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there) or "./"
