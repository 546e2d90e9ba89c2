"""Two outputs -> for each site, the pages and sheets that differ, and facts and editions on paper.

Files are held against each other by their digests; only those that differ are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selebaran.model.artifact import COMPRESSED
from selebaran.publish.difference.text import Line, changed_lines, lines_of_page, lines_of_sheet
from selebaran.publish.layout import hosts_in, provenance_of, root_of
from selebaran.publish.live.expected import Expected, expected_from, expected_in
from selebaran.publish.provenance import FactSeen, Provenance, read_provenance
from selebaran.publish.releases import current
from selebaran.publish.report.record import read_record
from selebaran.read.text import plain_content

OLD = "berubah"
"""What the page of an edition says whose paper isn't true any more."""
CODES = "e/"
"""Where the pages of the codes on paper lie."""
LIKED = ("layar", "kantor", "hemat", "besar")
"""Profiles in the order in which one is chosen to stand for a sheet."""


@dataclass(frozen=True)
class Changed:
    """A page (its address) or a sheet (its file) that differs; None where there was none, or is none any more. `files`
    are all that differ with it. Without `lines` it reads as it did, and only looks different."""

    path: str
    before: Path | None
    after: Path | None
    lines: tuple[Line, ...]
    facts: frozenset[str] = frozenset()
    files: int = 1


@dataclass(frozen=True)
class FactChange:
    """What a fact said, and says."""

    name: str
    before: FactSeen | None
    after: FactSeen | None


@dataclass(frozen=True)
class Edition:
    """The code on a sheet, before and after; or of an older one in the ledger, that is no longer true."""

    piece: str
    before: str
    after: str


@dataclass(frozen=True)
class SiteChange:
    """What is different about one site."""

    host: str
    slug: str
    pages: tuple[Changed, ...]
    sheets: tuple[Changed, ...]
    facts: tuple[FactChange, ...]
    editions: tuple[Edition, ...]
    old_paper: tuple[Edition, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing that anybody sees is different."""
        return not (self.pages or self.sheets or self.facts or self.editions or self.old_paper)


@dataclass(frozen=True)
class _Site:
    """One side of a comparison."""

    out: Path
    host: str
    files: Expected
    said: Provenance | None

    def path(self, name: str) -> Path | None:
        """Where a file of it lies; None where it has none of that name."""
        return root_of(self.out, self.host) / name if name in self.files.files else None

    def facts_of(self, name: str) -> frozenset[str]:
        """The facts that a file states."""
        return self.said.facts_of(name) if self.said and name in self.said.files else frozenset()


def changed_hosts(before: Path, after: Path) -> tuple[str, ...]:
    """The sites of which any file differs, or that only one of the two outputs has."""
    hosts = sorted(hosts_in(before) | hosts_in(after))
    return tuple(host for host in hosts if _files(before, host).files != _files(after, host).files)


def site_change(before: Path, after: Path, host: str) -> SiteChange:
    """What is different about one site."""
    old, new = _site(before, host), _site(after, host)
    differ = sorted(name for name in {*old.files.files, *new.files.files} if _differs(name, old, new))
    slug = next((side.said.district for side in (new, old) if side.said and side.said.district), host)
    return SiteChange(
        host,
        slug,
        tuple(_pages(differ, old, new)),
        tuple(_sheets(differ, old, new)),
        tuple(_facts(old.said, new.said)),
        tuple(_editions(old.said, new.said)),
        tuple(_old_paper(before, after, slug)),
    )


def _differs(name: str, old: _Site, new: _Site) -> bool:
    return not name.endswith(COMPRESSED) and old.files.files.get(name) != new.files.files.get(name)


def _site(out: Path, host: str) -> _Site:
    release = current(out, host)
    path = provenance_of(out, host, release) if release else None
    said = read_provenance(path.read_bytes()) if path and path.is_file() else None
    return _Site(out, host, _files(out, host), said)


def _files(out: Path, host: str) -> Expected:
    """The files of a web root, by its release or one by one; none where it isn't there."""
    root = root_of(out, host)
    return expected_in(out, host) or (expected_from(root) if root.is_dir() else None) or Expected({})


def _pages(differ: Iterable[str], old: _Site, new: _Site) -> Iterator[Changed]:
    for name in differ:
        before, after = old.path(name), new.path(name)
        is_code = name.startswith(CODES) and not (before and after)  # the table of codes tells of these
        if name.endswith(".html") and not is_code:
            lines = changed_lines(*(lines_of_page(_content(path)) for path in (before, after)))
            facts = old.facts_of(name) | new.facts_of(name)
            yield Changed(name.removesuffix("index.html"), before, after, lines, facts)


def _sheets(differ: Iterable[str], old: _Site, new: _Site) -> Iterator[Changed]:
    """One file for each piece, in the first profile that there is."""
    pieces: dict[str, list[str]] = {}
    for name in differ:
        if name.endswith(".pdf"):
            pieces.setdefault(name.rpartition("/")[0], []).append(name)
    for names in pieces.values():
        name = min(names, key=_liked)
        before, after = old.path(name), new.path(name)
        lines = changed_lines(*(lines_of_sheet(_content(path)) if path else [] for path in (before, after)))
        facts = old.facts_of(name) | new.facts_of(name)
        yield Changed(name, before, after, lines, facts, len(names))


def _liked(name: str) -> tuple[int, str]:
    ranks = [rank for rank, profile in enumerate(LIKED) if f"-{profile}" in name]
    return min(ranks, default=len(LIKED)), name


def _content(path: Path | None) -> bytes:
    return plain_content(path)[0] if path else b""


def _facts(old: Provenance | None, new: Provenance | None) -> Iterator[FactChange]:
    before, after = (side.facts if side else {} for side in (old, new))
    for name in sorted({*before, *after}):
        if name in before and name in after and before[name] != after[name]:
            yield FactChange(name, before[name], after[name])


def _editions(old: Provenance | None, new: Provenance | None) -> Iterator[Edition]:
    before, after = (side.editions if side else {} for side in (old, new))
    for piece in sorted({*before, *after}):
        if before.get(piece) != after.get(piece):
            yield Edition(piece, before.get(piece, ""), after.get(piece, ""))


def _old_paper(before: Path, after: Path, slug: str) -> Iterator[Edition]:
    """Editions that were true, and aren't any more."""
    old, new = (read_record(out, slug) for out in (before, after))
    known = {row.code: row.state for row in old.editions} if old else {}
    for row in new.editions if new else ():
        if row.state == OLD and known.get(row.code) not in (None, OLD):
            yield Edition(row.piece, row.code, "; ".join(row.changes))
