"""What `check` said of districts, said again while it would say the same, and which of their sheets had no fault.

What a child said is bound to its district: its problems under the key of all that they follow from, its sheets under
what each was made from. Nothing of it comes into what is said of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter

from selebaran.model.artifact import Digest
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.publish.believed import MOST_LETTERS, NotBelieved, Problems, line_of, value_of
from selebaran.publish.inputs import Inputs, joined
from selebaran.publish.private import folder_of, keep_private, read_private
from selebaran.publish.unchanged import is_lasting
from selebaran.read.province import province_slug

MOST = 2000
"""Districts of which something is kept: the newest."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a district, of what each of its sheets was made of which nothing is to be said, and what its
    next child needs to know of its texts and pictures (`made_before`)."""

    problems: Problems
    sound: tuple[Digest, ...] = ()
    texts_kept: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


VERDICTS: TypeAdapter[Verdict] = TypeAdapter(Verdict)
Kept = tuple[str, bytes]
"""What a child said, under the key of what it follows from."""


class KeptVerdicts:
    """What was said of the districts of a project, looked at in one way (`kind`). One that is `fresh` knows nothing."""

    def __init__(self, root: Path, inputs: Inputs, kind: str, *, fresh: bool = False) -> None:
        self._inputs, self._kind = inputs, kind
        self._path = folder_of(inputs.program) / f"periksa-{joined(str(root.absolute()), kind)[:24]}"
        found = None if fresh else read_private(self._path)
        self._kept: dict[str, Kept] = found if isinstance(found, dict) else {}
        self._is_new = False

    def recall(self, slug: str, registry: Registry, day: date) -> Verdict | None:
        """What was said of a district, when the same would be said again."""
        key, line = self._kept.get(slug, ("", b""))
        return _read(line) if key == self._key(slug, registry, day) else None

    def sound(self, slug: str) -> tuple[Digest, ...]:
        """Of what those of its sheets were made that had no fault."""
        found = _read(self._kept.get(slug, ("", b""))[1])
        return found.sound if found else ()

    def made_before(self, slug: str) -> tuple[str, str]:
        """What its last child told of its texts, pictures and sheets, and the digest of what all share."""
        found = _read(self._kept.get(slug, ("", b""))[1])
        return found.texts_kept if found else "", self._inputs.for_all

    def note(self, slug: str, registry: Registry, day: date, verdict: Verdict) -> None:
        """Remember what was said of a district."""
        key = self._key(slug, registry, day) if is_lasting(verdict.problems) else ""
        self._kept.pop(slug, None)
        self._kept[slug] = key, line_of(VERDICTS, verdict)
        self._is_new = True

    def finish(self) -> None:
        """Keep it. (Who asks has looked whether the project is still what was read.)"""
        if self._is_new:
            keep_private(self._path, dict(list(self._kept.items())[-MOST:]))

    def _key(self, slug: str, registry: Registry, day: date) -> str:
        province = province_slug(registry.districts[slug].district.province)
        return joined(self._inputs.of(slug, province) or "-", slug, self._kind, day.isoformat())


def _read(line: bytes) -> Verdict | None:
    try:
        return value_of(VERDICTS, line) if line else None
    except NotBelieved:
        return None


def problems_in(verdict: Verdict | Problem) -> Iterator[Problem]:
    """What was found, or why nothing was."""
    yield from (verdict,) if isinstance(verdict, Problem) else verdict.problems
