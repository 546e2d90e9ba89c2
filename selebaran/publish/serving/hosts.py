"""Which hosts an output serves: published sites, the portal, hosts that lead on, hosts whose site was taken down.

The central list says who has which host, the output what was published. A preview is served by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from selebaran.model.district import ListedDistrict
from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, SITES, hosts_in, names_in
from selebaran.publish.releases import is_published
from selebaran.publish.standing import site_state_of

HOST = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]\Z")
"""A name that may stand in a server's configuration, whatever the list says of it."""
WWW = "www."
Reason = Literal["tanpa-domain", "belum-terbit"]
Standing = Literal["terbit", "dihentikan"] | Reason


@dataclass(frozen=True)
class Site:
    """A host, and the folder of the output that is its web root."""

    host: str
    folder: str


@dataclass(frozen=True)
class Moved:
    """A former host whose addresses lead to the same ones on another. Its folder has the script that takes the old site
    off phones: a browser follows no redirection for that."""

    former: str
    host: str

    @property
    def folder(self) -> str:
        """Its web root within the output."""
        return f"{SITES}/{self.former}"


@dataclass(frozen=True)
class LeftOut:
    """A district that is not served, and why."""

    slug: str
    reason: Reason


@dataclass(frozen=True)
class Hosts:
    """All that an output serves, each host once."""

    sites: tuple[Site, ...]
    moved: tuple[Moved, ...] = ()
    stopped: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every host that needs a certificate."""
        return (*(one.host for one in self.sites), *(one.former for one in self.moved), *self.stopped)

    def beside(self, host: str) -> str | None:
        """The same name with www before it, or without, which leads on to it; None where that is another's."""
        other = host.removeprefix(WWW) if host.startswith(WWW) else WWW + host
        return None if other in self.names else other

    def only(self, wanted: frozenset[str]) -> Hosts:
        """The same without the hosts that aren't wanted."""
        return Hosts(
            tuple(one for one in self.sites if one.host in wanted),
            tuple(one for one in self.moved if one.former in wanted),
            tuple(host for host in self.stopped if host in wanted),
            self.left_out,
        )


def hosts_of(out: Path, registry: Registry) -> Hosts:
    """What an output serves, as the central list has it."""
    kinds = {one.slug: _standing(out, one, registry) for one in registry.listed}
    served = [one for one in registry.listed if kinds[one.slug] == "terbit"]
    return Hosts(
        sites=(*(Site(one.domain, f"{SITES}/{one.domain}") for one in served if one.domain), *_portal(out, registry)),
        moved=tuple(Moved(former, one.domain) for one in served for former in one.former_domains if one.domain),
        stopped=tuple(sorted({*_no_longer_listed(out, registry), *_withdrawn(registry, kinds)})),
        left_out=tuple(_left_out(registry, kinds)),
    )


def _portal(out: Path, registry: Registry) -> tuple[Site, ...]:
    return (Site(registry.portal, PORTAL),) if registry.portal and is_published(out, PORTAL) else ()


def _standing(out: Path, listed: ListedDistrict, registry: Registry) -> Standing:
    """What becomes of a district's host. Who has withdrawn its consent is served no longer, whatever still lies there;
    a slip in its folder takes no site down."""
    host, folder = listed.domain or listed.slug, registry.districts.get(listed.slug)
    if host not in hosts_in(out) or site_state_of(out, listed.slug, host) != "terbit":
        return "belum-terbit"
    if listed.domain is None or not HOST.match(listed.domain):
        return "tanpa-domain"
    return "dihentikan" if folder and folder.district.consent is None else "terbit"


def _withdrawn(registry: Registry, kinds: Mapping[str, Standing]) -> Iterator[str]:
    for one in registry.listed:
        if kinds[one.slug] == "dihentikan" and one.domain:
            yield from (one.domain, *one.former_domains)


def _no_longer_listed(out: Path, registry: Registry) -> Iterator[str]:
    """Hosts that were published here, and belong to nobody in the list."""
    known = {host for one in registry.listed for host in (one.slug, one.domain, *one.former_domains)}
    for name in names_in(out):
        if name not in known | {PORTAL, registry.portal} and HOST.match(name) and is_published(out, name):
            yield name


def _left_out(registry: Registry, kinds: Mapping[str, Standing]) -> Iterator[LeftOut]:
    for one in registry.listed:
        kind = kinds[one.slug]
        if (kind == "tanpa-domain" or kind == "belum-terbit") and not one.fictional:
            yield LeftOut(one.slug, kind)
