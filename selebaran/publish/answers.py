"""What a child says of a district, as one line of JSON, and what the parent believes of it.

A child has handled a district's text, so its word counts as that text's: it is data of a known shape or nothing. Slug
and host are the parent's own; a new edition must bear a code that only this district and this content can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import PurePosixPath

from pydantic import BaseModel, TypeAdapter

from selebaran.jobs.confine import Limits
from selebaran.jobs.stages import Spent, staged
from selebaran.model.artifact import Artifact
from selebaran.model.paper import PaperEdition, code_of
from selebaran.model.piece import PieceSpec
from selebaran.model.registry import Registry
from selebaran.press.shelf import KeptPiece
from selebaran.publish.believed import LONGEST_WORDS, NotBelieved, believed, value_of
from selebaran.publish.built import Built
from selebaran.publish.days import Days
from selebaran.publish.layout import SITES
from selebaran.publish.made_before import MOST_LETTERS
from selebaran.publish.report.record import DistrictRecord
from selebaran.site.shelf import KeptPages

MOST_STAGES, DEEPEST = 200, 12
"""How many stages a child may tell of, and how many within each other."""
MOST_SHOWN = 100
"""How often a page may show the day on which it was made."""
BUILT = TypeAdapter(Built)
MOST = 100_000
"""Pages, sheets and seconds that no district has."""


@staged("lihat")
def built_of(line: bytes, slug: str, host: str, *, published: bool) -> Built:
    """What a child made of the district that it was asked for. Raises `NotBelieved`."""
    built = value_of(BUILT, line)
    if built.slug != slug or built.host not in (host, None):
        raise NotBelieved("slug, host")
    if not all(0 <= number < MOST for number in (built.pages, built.pdfs, *astuple(built.cost))):
        raise NotBelieved("pages, pdfs, cost")
    if built.host is None and (built.new or built.record or built.artifacts or built.sheets):
        raise NotBelieved("nothing was made, yet there are editions, a record or files")
    _check_artifacts(built.artifacts)
    _check_sheets(built.sheets, built.artifacts)
    _check_days(built.days)
    _check_pages(built.pages_kept)
    if len(built.texts_kept) > MOST_LETTERS:
        raise NotBelieved("texts that are kept")
    _check_spent(built.spent)
    believed(built.problems)
    _check_record(built.record, slug, host, "terbit" if published else "pratinjau")
    return built


def built_again(line: bytes, slug: str, host: str) -> Built:
    """What a child was believed of a district when it was made, and the parent kept. Raises `NotBelieved`."""
    built = value_of(BUILT, line)
    if (built.slug, built.host) != (slug, host):
        raise NotBelieved("slug, host")
    return built


def _check_artifacts(artifacts: tuple[Artifact, ...]) -> None:
    """Files that a web root can have. (What one says that it was made from is only ever shown.)"""
    paths = [PurePosixPath(artifact.path) for artifact in artifacts]
    if len(paths) > Limits().files or len(paths) != len(set(paths)) or any(".." in path.parts for path in paths):
        raise NotBelieved("artifacts")


def _check_sheets(sheets: Sequence[KeptPiece], artifacts: tuple[Artifact, ...]) -> None:
    """Sheets that lie in the site which was made, as it was said of each file there."""
    made = {(artifact.path, artifact.digest) for artifact in artifacts}
    if any(file not in made for piece in sheets for file in piece.files):
        raise NotBelieved("sheets")


def _check_days(days: Days | None) -> None:
    """Where a site shows its day: no more files and places than a site has. (Whatever else of it isn't so is found out
    by who puts another day there.)"""
    if days and (len(days.shown) > Limits().files or any(len(begins) > MOST_SHOWN for begins in days.shown.values())):
        raise NotBelieved("days")


def _check_pages(kept: KeptPages | None) -> None:
    """No more files and places than a site has. (Whatever else isn't so is found out by this district's child.)"""
    if kept and (len(kept.shown) > Limits().files or any(len(begins) > MOST_SHOWN for begins in kept.shown.values())):
        raise NotBelieved("pages that are kept")


def _check_spent(spent: tuple[Spent, ...]) -> None:
    """Times that a child can have spent. (They are only ever shown.)"""
    most = Limits().wall_seconds * 2
    if len(spent) > MOST_STAGES or any(len(one.path) > DEEPEST or not 0 <= one.times < 1_000_000 for one in spent):
        raise NotBelieved("stages")
    if not all(0 <= seconds <= most for one in spent for seconds in (one.cpu, one.wall)):
        raise NotBelieved("seconds of stages")


def _check_record(record: DistrictRecord | None, slug: str, host: str, state: str) -> None:
    if record is None:
        return
    if (record.slug, record.site, record.state, record.site_state) != (slug, f"../{SITES}/{host}/", state, state):
        raise NotBelieved("record")
    if any(len(text) > LONGEST_WORDS for text in _texts(record)):
        raise NotBelieved("words of a record")


def _texts(value: object) -> Iterator[str]:
    """All texts in a record, names of keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts((*value, *value.values()))
    elif isinstance(value, tuple):
        yield from (text for part in value for text in _texts(part))
    elif isinstance(value, BaseModel):
        yield from _texts(tuple(part for _, part in value))


def check_editions(new: Sequence[PaperEdition], slug: str, registry: Registry, day: date, *, published: bool) -> None:
    """New entries of a ledger: of this district, of pieces that there are, of this day. Raises `NotBelieved`."""
    if new and not published:
        raise NotBelieved("editions in a preview")
    folder = registry.districts[slug]
    pieces = {piece.name: piece.spec for piece in registry.pieces}
    codes = [edition.code for edition in (*folder.ledger, *new)]
    if len(codes) != len(set(codes)):
        raise NotBelieved("an edition that there is already")
    for edition in new:
        spec = pieces.get(edition.piece)
        if spec is None or not _can_be_new(edition, spec, folder.district.code, day):
            raise NotBelieved("edition")
        if not edition.stated.keys() <= registry.facts.by_id.keys():
            raise NotBelieved("facts of an edition")


def _can_be_new(edition: PaperEdition, spec: PieceSpec, district: str, day: date) -> bool:
    """Whether an edition is of this piece, district and day, and under no seal yet."""
    if edition.seal != "-" or edition.published != day or edition.subject != spec.target:
        return False
    return edition.code == code_of(spec.code, district, edition.digest)
