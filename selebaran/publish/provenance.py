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
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from selebaran.compose.piece.editions import values_of
from selebaran.model import artifact
from selebaran.model.artifact import Artifact, Digest
from selebaran.model.facts import Fact
from selebaran.model.page import address_of
from selebaran.model.registry import Registry
from selebaran.publish.layout import manifest_of, names_in, provenance_of
from selebaran.publish.releases import current, write_whole
from selebaran.publish.report.record import FRAME, DistrictRecord, FactId
from selebaran.publish.report.rows import Row
from selebaran.publish.store import Manifest, read_manifest

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

    @property
    def text(self) -> bytes:
        """Its bytes; they say nothing of when or where it was made."""
        return (self.model_dump_json(by_alias=True, exclude_defaults=True) + "\n").encode()

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


class Witness:
    """Writes down what releases of one build were made from. A file of the project is read once for all of them."""

    def __init__(self, root: Path, out: Path, registry: Registry, *, published: bool) -> None:
        self._root, self._out, self._registry, self._published = root, out, registry, published
        self._digests: dict[str, Digest | None] = {}
        self._tools = _tools()

    def of_district(
        self, slug: str, host: str, day: date, made: Iterable[Artifact], record: DistrictRecord | None
    ) -> None:
        """Write down what a district's current release was made from. A web root without releases has none."""
        if (files := _current(self._out, host)) is None:
            return
        known = {one.path: one for one in made if one.path in files.files}
        used = _facts_by_file(record) if record else {}
        frame = used.pop(FRAME, frozenset())
        shared = _shared(known.values())
        self._write(
            Provenance(
                site=host,
                release=files.release,
                district=slug,
                day=day.isoformat(),
                published=self._published,
                tools=self._tools,
                editions=_codes(record),
                facts=self._seen(frame.union(*used.values())),
                frame=tuple(sorted(frame)),
                sources=self._sources(known.values()),
                shared={kind: tuple(sorted(names)) for kind, names in sorted(shared.items())},
                files={
                    path: self._row(entry, known.get(path), shared, used.get(path, frozenset()) - frame)
                    for path, entry in sorted(files.files.items())
                },
            )
        )

    def of_others(self, day: date) -> None:
        """Write down the files of web roots of which nothing else is known: the portal, former hosts."""
        for name in names_in(self._out):
            release = current(self._out, name)
            if release is None or provenance_of(self._out, name, release).exists():
                continue
            if files := _current(self._out, name):
                rows = {path: self._row(entry, None, {}, frozenset()) for path, entry in sorted(files.files.items())}
                day_of_all, published, tools = day.isoformat(), self._published, self._tools
                self._write(
                    Provenance(site=name, release=release, day=day_of_all, published=published, tools=tools, files=rows)
                )

    def _row(
        self,
        entry: tuple[Digest, int],
        made: Artifact | None,
        shared: Mapping[artifact.Kind, frozenset[str]],
        facts: frozenset[str],
    ) -> FileMade:
        digest, size = entry
        told = tuple(sorted(facts))
        if made is None or made.digest != digest:  # an older build's word for what lay there
            return FileMade(size=size, digest=digest, facts=told)
        inputs = tuple(name for name in made.inputs if name not in shared[made.kind])
        return FileMade(size=size, digest=digest, kind=made.kind, inputs=inputs, facts=told)

    def _seen(self, names: Iterable[str]) -> dict[str, FactSeen]:
        facts = self._registry.facts.by_id
        return {name: _seen(facts[name]) for name in sorted(names) if name in facts}

    def _sources(self, made: Iterable[Artifact]) -> dict[artifact.Input, Digest]:
        inputs = sorted({name for one in made for name in one.inputs})
        return {name: digest for name in inputs if (digest := self._digest(name))}

    def _digest(self, name: str) -> Digest | None:
        """The digest of a file of the project; None for what is none: a library."""
        if name not in self._digests:
            path = self._root / name
            there = ":" not in name and path.is_file()
            self._digests[name] = hashlib.sha256(path.read_bytes()).hexdigest() if there else None
        return self._digests[name]

    def _write(self, found: Provenance) -> None:
        path = provenance_of(self._out, found.site, found.release)
        if not path.is_file() or path.read_bytes() != found.text:
            write_whole(self._out, path, found.text)


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


def _shared(made: Iterable[Artifact]) -> dict[artifact.Kind, frozenset[str]]:
    """What all files of a kind were made from."""
    found: dict[artifact.Kind, frozenset[str]] = {}
    for one in made:
        found[one.kind] = found.get(one.kind, frozenset(one.inputs)) & frozenset(one.inputs)
    return found


def _codes(record: DistrictRecord | None) -> dict[str, str]:
    """The codes of editions by their pieces."""
    return {row.piece: row.code for row in record.pieces if row.code} if record else {}


def _facts_by_file(record: DistrictRecord) -> dict[str, frozenset[str]]:
    """The facts that each page and each sheet states, by path; those of every page under `FRAME`."""
    found = {FRAME: frozenset(record.frame)}
    for page in record.pages:
        facts = frozenset(name for block in page.blocks for name in block.facts)
        found[f"{address_of(page.slug)}index.html"] = facts
    for piece in record.pieces:
        facts = frozenset(name for panel in piece.panels for name in panel.facts)
        found |= dict.fromkeys(piece.files, facts)
    return found


def _seen(fact: Fact) -> FactSeen:
    days = (day.isoformat() if day else None for day in (fact.as_of, fact.checked_on, fact.check_again))
    as_of, checked_on, check_again = days
    stated = values_of(fact) if fact.publishable else {}
    return FactSeen(stated=stated, as_of=as_of, checked_on=checked_on, check_again=check_again)
