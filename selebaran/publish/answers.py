"""What a child says of a district, as one line of JSON, and what the parent believes of it.

A child has handled a district's text, so its word counts as that text's: it is data of a known shape or nothing. Slug
and host are the parent's own; a new edition must bear a code that only this district and this content can have.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from selebaran.model.paper import PaperEdition, code_of
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.district import Built
from selebaran.words.catalogue import MESSAGES

MOST_PROBLEMS = 5000
T = TypeVar("T")
Words = Annotated[str, Field(max_length=4000)]
Ids = list[Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$")]]
Address = Annotated[str, Field(pattern=r"^[\w][\w./-]{0,200}$")]
BUILT = TypeAdapter(Built)


class NotBelieved(ValueError):
    """What a child said is no answer to what it was asked."""


def _believed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems whose message can be filled in, at places within the project."""
    if len(problems) > MOST_PROBLEMS:
        raise NotBelieved("problems")
    for found in problems:
        message, place = MESSAGES.get(found.code), found.place
        names = [name for name, _ in found.values]
        if message is None or not message.names <= set(names) or len(names) != len(set(names)) or "text" in names:
            raise NotBelieved("problem")
        path = PurePosixPath(place.file)
        if path.is_absolute() or ".." in path.parts or "\0" in place.file or len(place.file) > 500:
            raise NotBelieved("place")
        if min(place.line, place.column) < 0 or any(len(text) > 20_000 for _, text in found.values):
            raise NotBelieved("place, values")
    return problems


Problems = Annotated[tuple[Problem, ...], AfterValidator(_believed)]
"""Problems that a child found."""
PROBLEMS: TypeAdapter[Problems] = TypeAdapter(Problems)


class _Shape(BaseModel):
    """A part of a record; further keys may stand beside those that its readers count on."""

    model_config = ConfigDict(strict=True, extra="allow")


class _Block(_Shape):
    blok: Words
    asal: Words
    fakta: Ids
    diganti: Ids


class _Page(_Shape):
    slug: Address
    judul: Words
    ditahan: bool
    ditahan_karena: Ids
    blok: list[_Block]


class _Panel(_Shape):
    panel: Words
    fakta: Ids


class _Piece(_Shape):
    lembar: Address
    judul: Words
    kode: Words | None
    ditahan: list[Words]
    berkas: list[Annotated[str, Field(pattern=r"^unduh/[\w-]{1,80}/[\w-]{1,120}\.pdf$")]]
    panel: list[_Panel]


class _Fact(_Shape):
    id: Words
    topik: Words
    keadaan: Words
    per: Words
    diperiksa: Words
    periksa_lagi: Words
    lewat_sejak: Words
    penanggung_jawab: Words
    keyakinan: Words
    tindakan: Words
    halaman: list[Words]
    lembar: list[Words]
    daerah: int


class _Edition(_Shape):
    kode: Words
    lembar: Words
    terbit: Words
    keadaan: Words
    perubahan: list[Words]


class _Fault(_Shape):
    tempat: Words
    kode: Words
    pesan: Words
    saran: Words
    berat: Words


class _Record(_Shape):
    """What `laporan` and its templates read of a district that was built."""

    slug: str
    nama: Words
    provinsi: Words
    tanggal: Words
    situs: Words | None
    keadaan: Words
    situs_keadaan: Words | None
    alasan: list[Words]
    halaman: list[_Page]
    lembar: list[_Piece]
    fakta: list[_Fact]
    edisi: list[_Edition]
    masalah: list[_Fault]


def line_of(adapter: TypeAdapter[T], value: T) -> bytes:
    """A value as one line."""
    return adapter.dump_json(value, by_alias=True)


def value_of(adapter: TypeAdapter[T], line: bytes) -> T:
    """The value of a line. Raises `NotBelieved`."""
    try:
        return adapter.validate_json(line)
    except (ValidationError, ValueError, RecursionError) as error:
        raise NotBelieved(str(error)[:300]) from None


def built_of(line: bytes, slug: str, host: str, *, published: bool) -> Built:
    """What a child made of the district that it was asked for. Raises `NotBelieved`."""
    built = value_of(BUILT, line)
    if built.slug != slug or built.host not in (host, None):
        raise NotBelieved("slug, host")
    if not (0 <= built.pages < 100_000 and 0 <= built.pdfs < 100_000):
        raise NotBelieved("pages, pdfs")
    if built.host is None and (built.new or built.record):
        raise NotBelieved("nothing was made, yet there are editions or a record")
    _believed(built.problems)
    _check_record(built.record, slug, host, "terbit" if published else "pratinjau")
    return built


def _check_record(record: dict[str, Any], slug: str, host: str, state: str) -> None:
    if not record:
        return
    try:
        shape = _Record.model_validate(record)
    except (ValidationError, RecursionError) as error:
        raise NotBelieved(str(error)[:300]) from None
    if (shape.slug, shape.situs, shape.keadaan, shape.situs_keadaan) != (slug, f"../{host}/", state, state):
        raise NotBelieved("record")


def check_editions(new: Sequence[PaperEdition], slug: str, registry: Registry, day: date, *, published: bool) -> None:
    """New entries of a ledger: of this district, of pieces that there are, of this day. Raises `NotBelieved`."""
    if new and not published:
        raise NotBelieved("editions in a preview")
    folder = registry.districts[slug]
    pieces = {piece.name: piece.spec for piece in registry.pieces}
    known = {edition.code for edition in folder.ledger}
    for edition in new:
        spec = pieces.get(edition.piece)
        if spec is None or edition.code in known or edition.seal != "-" or edition.published != day:
            raise NotBelieved("edition")
        if edition.code != code_of(spec.code, folder.district.code, edition.digest) or edition.subject != spec.target:
            raise NotBelieved("code of an edition")
        if not edition.stated.keys() <= registry.facts.by_id.keys():
            raise NotBelieved("facts of an edition")
        known.add(edition.code)
