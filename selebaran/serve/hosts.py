"""Which host shows what: the portal at localhost, each district at its own name below it. Any other name is refused.

A page from elsewhere can let its own name lead to this computer (DNS rebinding) and then read what it is answered. So a
name counts only when it is one of ours, whatever address it was reached by.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass

LOCAL = "localhost"
HERE = "127.0.0.1"
"""Only this computer reaches it."""
PORT = re.compile(r":\d{1,5}\Z")


@dataclass(frozen=True)
class Hosts:
    """The names that are answered. `alone` is the one district that other devices may look at, by the number of this
    computer; there are no names for numbers, so there can't be two."""

    slugs: frozenset[str]
    alone: str | None = None

    def shown_at(self, header: str | None) -> str | None:
        """What the host of a request shows: a district's slug, "" for the portal, None where it is refused."""
        name = named(header)
        if self.alone is not None and is_number(name):
            return self.alone
        if name in (LOCAL, HERE, "[::1]"):
            return ""
        slug, dot, rest = name.partition(".")
        return slug if dot and rest == LOCAL and slug in self.slugs else None


def named(header: str | None) -> str:
    """The name in a Host header, without its port and the dot that may end it; "" where there is none."""
    return PORT.sub("", header or "").lower().removesuffix(".")


def is_number(name: str) -> bool:
    """Whether a name is an address in figures. Nobody's DNS can let such a one lead elsewhere."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def address_of(slug: str, port: int) -> str:
    """Where a district is shown on this computer; the portal where the slug is ""."""
    return f"http://{slug}{'.' if slug else ''}{LOCAL}:{port}/"


def from_folders(path: str, hosts: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The slug and the rest of a path that the portal leads to: it names districts by their folders in an output,
    ../situs/<host>/. `hosts` are slugs with their folders."""
    parts = path.split("/", 3)
    if len(parts) < 3 or parts[:2] != ["", "situs"]:
        return None
    slug = next((slug for slug, host in hosts if host == parts[2]), None)
    return (slug, "/".join(parts[3:])) if slug else None
