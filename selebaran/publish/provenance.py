"""What a release was made from: each of its files with size, digest, sources and facts, and the tools that made it.

It lies beside the release (`layout.provenance_of`), not in the web root: who can plant a page can change a list that
lies on the same disk, so a copy that is served would prove nothing. There is no secret in it, for it names what the
pages themselves show, so whoever publishes may give it to anybody. The same release, made from the same sources, has
the same bytes.
"""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, ValidationError

from selebaran.compose.piece.editions import values_of
from selebaran.model import artifact
from selebaran.model.artifact import Artifact, Digest
from selebaran.model.facts import Fact
from selebaran.model.page import address_of
from selebaran.model.registry import Registry
from selebaran.publish.layout import manifest_of, names_in, provenance_of
from selebaran.publish.releases import current, write_whole
from selebaran.publish.report.inputs import MadeFrom, compact
from selebaran.publish.report.record import DistrictRecord, FactId
from selebaran.publish.report.rows import Row
from selebaran.publish.store import Entry, Manifest, read_manifest

OWN = "selebaran"
NAME = re.compile(r"[A-Za-z0-9._-]+")
MORE = re.compile(r"extra\s*==")


class FactSeen(Row):
    """A fact as the release shows it: what it says, and the days of its source and of its checks. What may not be
    published says nothing here either."""

    stated: dict[str, str] = Field(alias="nilai")
    as_of: str | None = Field(alias="sumber_per")
    checked_on: str | None = Field(alias="diperiksa_pada")
    check_again: str | None = Field(alias="periksa_lagi")


class FileMade(Row):
    """A file of the release. `inputs` and `facts` are those that it has beside what all of its kind have."""

    size: int = Field(alias="ukuran", ge=0)
    digest: Digest = Field(alias="sidik")
    kind: artifact.Kind | None = Field(None, alias="jenis")
    inputs: tuple[artifact.Input, ...] = Field((), alias="dari")
    facts: tuple[FactId, ...] = Field((), alias="fakta")


class Provenance(Row):
    """One release. `day` is the day that it speaks of, `editions` are the codes on its sheets, `sources` the digests of
    the project's files, `shared` what all files of a kind were made from, `frame` the facts that stand on every
    page."""

    site: str = Field(alias="situs")
    release: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] = Field(alias="rilis")
    district: str | None = Field(None, alias="daerah")
    day: str = Field(alias="hari")
    published: bool = Field(alias="terbit")
    tools: dict[str, str] = Field(alias="alat")
    editions: dict[str, str] = Field({}, alias="edisi")
    facts: dict[FactId, FactSeen] = Field({}, alias="fakta")
    frame: tuple[FactId, ...] = Field((), alias="fakta_semua_halaman")
    sources: dict[artifact.Input, Digest] = Field({}, alias="masukan")
    shared: dict[artifact.Kind, tuple[artifact.Input, ...]] = Field({}, alias="bersama")
    files: dict[artifact.Path, FileMade] = Field(alias="berkas")

    def inputs_of(self, path: str) -> frozenset[str]:
        """All that a file was made from."""
        one = self.files[path]
        return frozenset(one.inputs).union(self.shared.get(one.kind, ()) if one.kind else ())

    def facts_of(self, path: str) -> frozenset[str]:
        """The facts that a file states, those that stand on every page among them."""
        one = self.files[path]
        return frozenset(one.facts).union(self.frame if one.kind == "halaman" else ())


def read_provenance(content: bytes) -> Provenance | None:
    """What bytes say of a release; None where they are none of this shape."""
    try:
        return Provenance.model_validate_json(content)
    except ValidationError:
        return None


class Statements(NamedTuple):
    """What a site states: the codes on its sheets, by piece; the facts that each page and sheet states, by path; and
    those that every page does."""

    codes: Mapping[str, str]
    facts: Mapping[str, frozenset[str]]
    frame: frozenset[str]


NOTHING = "[]"
STATES_NOTHING = Statements({}, {}, frozenset())
Shown = Mapping[str, object]
"""A part of what is written down, under the names that it has there."""


class Witness:
    """Writes down what releases of one build were made from. A file of the project is read once for all of them."""

    def __init__(self, root: Path, out: Path, registry: Registry, *, published: bool) -> None:
        self._root, self._out, self._registry, self._published = root, out, registry, published
        self._digests: dict[str, Digest | None] = {}
        self._facts: dict[frozenset[str], Shown] = {}
        self._tools = _tools()

    def of_district(
        self,
        slug: str,
        host: str,
        day: date,
        made: Iterable[Artifact],
        stated: Statements,
        files: Manifest | None = None,
    ) -> None:
        """Write down what a district's current release was made from. A web root without releases has none. `files` are
        those of the release, where they are known."""
        if (files := files or _current(self._out, host)) is None:
            return
        known = {one.path: one for one in made if one.path in files.files}
        frame, made_from = stated.frame, MadeFrom(known.values())
        rows = {
            path: _row(entry, known.get(path), made_from, stated.facts.get(path, frozenset()) - frame)
            for path, entry in sorted(files.files.items())
        }
        beside = {
            "edisi": stated.codes,
            "fakta": self._seen(frame.union(*stated.facts.values())),
            "fakta_semua_halaman": sorted(frame),
            "masukan": self._sources(made_from.every),
            "bersama": dict(sorted(made_from.shared.items())),
        }
        self._write(
            host, files.release, day, {"daerah": slug}, {key: told for key, told in beside.items() if told}, rows
        )

    def of_others(self, day: date) -> None:
        """Write down the files of web roots of which nothing else is known: the portal, former hosts."""
        for name in names_in(self._out):
            release = current(self._out, name)
            if release is None or provenance_of(self._out, name, release).exists():
                continue
            if files := _current(self._out, name):
                rows = {path: _row(entry, None, MadeFrom(()), ()) for path, entry in sorted(files.files.items())}
                self._write(name, release, day, {}, {}, rows)

    def _seen(self, names: frozenset[str]) -> Shown:
        if names not in self._facts:
            facts = self._registry.facts.by_id
            told = {name: _seen(facts[name]) for name in sorted(names) if name in facts}
            self._facts[names] = {name: row.model_dump(by_alias=True) for name, row in told.items()}
        return self._facts[names]

    def _sources(self, inputs: Iterable[artifact.Input]) -> dict[artifact.Input, Digest]:
        return {name: digest for name in sorted(inputs) if (digest := self._digest(name))}

    def _digest(self, name: str) -> Digest | None:
        """The digest of a file of the project; None for what is none: a library."""
        if name not in self._digests:
            path = self._root / name
            there = ":" not in name and path.is_file()
            self._digests[name] = hashlib.sha256(path.read_bytes()).hexdigest() if there else None
        return self._digests[name]

    def _write(
        self, site: str, release: str, day: date, district: Shown, beside: Shown, rows: Mapping[str, str]
    ) -> None:
        """Write it in the shape of `Provenance`; what is as it would be without a word isn't said."""
        of_all = {"hari": day.isoformat(), "terbit": self._published, "alat": self._tools}
        told = compact({"situs": site, "rilis": release, **district, **of_all, **beside})
        files = ",".join(f"{compact(path)}:{row}" for path, row in rows.items())
        text = f'{told[:-1]},"berkas":{{{files}}}}}\n'.encode()
        path = provenance_of(self._out, site, release)
        if not path.is_file() or path.read_bytes() != text:
            write_whole(self._out, path, text)


def _row(entry: Entry, made: Artifact | None, made_from: MadeFrom, facts: Collection[str]) -> str:
    """A file, in the shape of `FileMade`. Of one that this build didn't make only that is said, and the facts."""
    digest, size = entry
    row = f'"ukuran":{size},"sidik":"{digest}"'
    if made is not None and made.digest == digest:  # else it is an older build's word for what lay there
        row += f',"jenis":"{made.kind}"'
        if (inputs := made_from.beside(made)) != NOTHING:
            row += f',"dari":{inputs}'
    if facts:
        row += f',"fakta":{compact(sorted(facts))}'
    return f"{{{row}}}"


def _current(out: Path, name: str) -> Manifest | None:
    release = current(out, name)
    return read_manifest(manifest_of(out, name, release)) if release else None


@lru_cache(maxsize=1)
def _tools() -> dict[str, str]:
    """The versions of the program and of every library that it is made with."""
    needed = [NAME.match(line) for line in requires(OWN) or () if not MORE.search(line)]
    names = sorted({OWN, *(found[0].lower() for found in needed if found)})
    return {"python": platform.python_version(), **{name: known for name in names if (known := _version(name))}}


def _version(name: str) -> str | None:
    """The version of a library; None where the system needs none of it: some are for one system alone."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def stated_in(record: DistrictRecord | None) -> Statements:
    """What a site states, by its record."""
    if record is None:
        return STATES_NOTHING
    found = {}
    for page in record.pages:
        found[f"{address_of(page.slug)}index.html"] = frozenset(name for block in page.blocks for name in block.facts)
    for piece in record.pieces:
        found |= dict.fromkeys(piece.files, frozenset(name for panel in piece.panels for name in panel.facts))
    return Statements({row.piece: row.code for row in record.pieces if row.code}, found, frozenset(record.frame))


def _seen(fact: Fact) -> FactSeen:
    days = (day.isoformat() if day else None for day in (fact.as_of, fact.checked_on, fact.check_again))
    as_of, checked_on, check_again = days
    stated = values_of(fact) if fact.publishable else {}
    return FactSeen(stated=stated, as_of=as_of, checked_on=checked_on, check_again=check_again)
