"""What a child says of a district, as one line of JSON, and what the parent believes of it.

A child has handled a district's text, so its word counts as that text's: it is data of a known shape or nothing. Slug
and host are the parent's own; a new edition must bear a code that only this district and this content can have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, TypeAdapter, ValidationError

from selebaran.jobs.confine import Limits
from selebaran.model.artifact import Artifact
from selebaran.model.paper import PaperEdition, code_of
from selebaran.model.piece import PieceSpec
from selebaran.model.problem import Place, Problem
from selebaran.model.registry import Registry
from selebaran.press.shelf import KeptPiece
from selebaran.publish.district import Built
from selebaran.publish.layout import SITES
from selebaran.publish.report.record import DistrictRecord
from selebaran.words.catalogue import MESSAGES

MOST_PROBLEMS = 5000
LONGEST_WORDS = 4000
"""How many letters a text of a record may have; a value of a message may have five times as many."""
LONGEST_PLACE = 500
T = TypeVar("T")
BUILT = TypeAdapter(Built)


class NotBelieved(ValueError):
    """What a child said is no answer to what it was asked."""


def _believed(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems whose message can be filled in, at places within the project."""
    if len(problems) > MOST_PROBLEMS:
        raise NotBelieved("problems")
    for found in problems:
        if not _can_be_told(found):
            raise NotBelieved("problem")
        if not _is_within(found.place):
            raise NotBelieved("place")
    return problems


def _can_be_told(found: Problem) -> bool:
    """Whether there are words for a problem, and whatever they need, at a length that somebody reads."""
    message, names = MESSAGES.get(found.code), [name for name, _ in found.values]
    if message is None or not message.names <= set(names) or len(names) != len(set(names)) or "text" in names:
        return False
    return all(len(text) <= 5 * LONGEST_WORDS for _, text in found.values)


def _is_within(place: Place) -> bool:
    """Whether a place can be one of the project's."""
    path = PurePosixPath(place.file)
    if path.is_absolute() or ".." in path.parts or "\0" in place.file or len(place.file) > LONGEST_PLACE:
        return False
    return min(place.line, place.column) >= 0


Problems = Annotated[tuple[Problem, ...], AfterValidator(_believed)]
"""Problems that a child found."""
PROBLEMS: TypeAdapter[Problems] = TypeAdapter(Problems)


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
    if built.host is None and (built.new or built.record or built.artifacts or built.sheets):
        raise NotBelieved("nothing was made, yet there are editions, a record or files")
    _check_artifacts(built.artifacts)
    _check_sheets(built.sheets, built.artifacts)
    _believed(built.problems)
    _check_record(built.record, slug, host, "terbit" if published else "pratinjau")
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
