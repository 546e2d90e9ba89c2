"""What a site should be: from its release in an output, from a manifest, or from a folder that was published."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from selebaran.jobs.tree import files_below
from selebaran.model.artifact import COMPRESSED
from selebaran.publish.layout import PORTAL, manifest_of, names_in, root_of
from selebaran.publish.provenance import read_provenance
from selebaran.publish.releases import current
from selebaran.publish.store import Entry, read_manifest
from selebaran.read.text import plain_content

INDEX = "index.html"
MOST = 50_000_000
"""Bytes of a manifest; nobody's is longer."""


@dataclass(frozen=True)
class Expected:
    """The files of a site, each with digest and size. `root` is a folder that has them, where there is one."""

    files: Mapping[str, Entry]
    root: Path | None = None

    @cached_property
    def asked(self) -> dict[str, str]:
        """The paths that a visitor asks for, under their addresses. What is compressed beforehand is no address."""
        paths = (path for path in sorted(self.files) if not path.endswith(COMPRESSED))
        return {address_of(path): path for path in paths}

    def content(self, path: str) -> bytes:
        """What a file should hold; nothing where only its digest is known."""
        if self.root is None:
            return b""
        try:
            found = plain_content(self.root / path)[0]
        except OSError:
            return b""
        return found if hashlib.sha256(found).hexdigest() == self.files[path][0] else b""

    def knows(self, address: str) -> bool:
        """Whether an address leads to one of the files."""
        path = address or INDEX
        return any(one in self.files for one in (path, f"{path.rstrip('/')}/{INDEX}", f"{path}.html"))


def address_of(path: str) -> str:
    """Where a file of a site is asked for, relative to its root."""
    return quote(path.removesuffix(INDEX) if path == INDEX or path.endswith(f"/{INDEX}") else path)


def expected_in(out: Path, name: str) -> Expected | None:
    """The current release of a web root; None where there is none."""
    release = current(out, name)
    manifest = read_manifest(manifest_of(out, name, release)) if release else None
    return Expected(manifest.files, root_of(out, name)) if manifest else None


def expected_from(given: Path) -> Expected | None:
    """From a manifest, or a folder that is a web root; None where it is neither."""
    if given.is_dir():
        found = {path: plain_content(entry.path)[0] for path, entry in files_below(given)}
        files = {path: (hashlib.sha256(content).hexdigest(), len(content)) for path, content in found.items()}
        return Expected(files, given) if INDEX in files else None
    try:
        said = read_provenance(plain_content(given, MOST)[0])
    except OSError:
        return None
    return Expected({path: (one.digest, one.size) for path, one in said.files.items()}) if said else None


def name_for(out: Path, host: str, portal: str | None) -> str | None:
    """The web root that a host serves; None where none of them is its."""
    names = names_in(out)
    if host in names:
        return host
    return PORTAL if portal and host == portal and PORTAL in names else None
