"""Which files changed -> which districts that concerns, and whether it is anything that is read at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from selebaran.read.walk import IGNORED

READ = ("content", "districts", "templates", "printables")
"""The folders of a project that are watched, beside the file of the site's engine."""
CONFIG = "mkdocs.yml"
DISTRICTS = "districts"
READ_BY = ("content", "content/kampanye.yml")
"""By what the files of districts are read, beside the central list and those of provinces; and its folder, of which
nobody knows what is in it now."""
LEDGERS = "_edisi"
LEDGER = re.compile(r"(-kalender|-alamat)?\.yml\Z")


@dataclass(frozen=True)
class Concerned:
    """The districts that a change concerns; `every` when it may be any, for what all share changed. With
    `by_which_all_are_read` their own files mean something else now: what they are read by changed."""

    slugs: frozenset[str] = frozenset()
    every: bool = False
    by_which_all_are_read: bool = False

    def __bool__(self) -> bool:
        return self.every or bool(self.slugs)

    def of(self, known: Iterable[str]) -> frozenset[str]:
        """Those of the known districts that are concerned."""
        return frozenset(slug for slug in known if self.every or slug in self.slugs)


def concerned(paths: Collection[str]) -> Concerned:
    """Whom the changes of these files concern; their paths are those within the project."""
    slugs: set[str] = set()
    every = by_which_all_are_read = False
    for path in paths:
        parts = path.split("/")
        if (parts[0] not in READ and path != CONFIG) or any(IGNORED.fullmatch(part) for part in parts):
            continue
        slug = _slug(parts)
        every |= slug is None
        by_which_all_are_read |= slug is None and (parts[0] == DISTRICTS or path in READ_BY)
        if slug:
            slugs.add(slug)
    return Concerned(frozenset(slugs), every, by_which_all_are_read)


def _slug(parts: list[str]) -> str | None:
    """The district that a file is of; None where it is everybody's."""
    if parts[0] != DISTRICTS or len(parts) < 2:
        return None
    if parts[1] == LEDGERS and len(parts) == 3:
        return LEDGER.sub("", parts[2])
    return None if parts[1][:1] == "_" else parts[1]
