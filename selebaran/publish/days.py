"""On which days a site would be made the same, but for the day that it shows; and the site of such a day, made of the
one that lies there.

What a child says of it is bound to its own district. A day is put only where the one of then stood, letter by letter;
where it doesn't, the district is made anew.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from selebaran.jobs.children import STAGE, discard
from selebaran.model.artifact import Artifact, Digest
from selebaran.model.edition import Edition
from selebaran.model.watched import Span, WatchedDay
from selebaran.publish.releases import Layout
from selebaran.publish.store import files_below
from selebaran.site.dated import Begins, Shown, on_another_day

TOLD = "daerah.kegiatan_per"
"""The field under which a text reads the day itself."""


@dataclass(frozen=True)
class Days:
    """The first and the last day on which a site would be the same but for the day, and where in its files this
    stands."""

    first: date
    last: date
    shown: Shown

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Watch:
    """Which day it is in districts, told so that whoever asks notes what it leads to: in one process, for all that is
    made there of one day."""

    def __init__(self) -> None:
        self._spans: dict[date, Span] = {}

    def of(self, day: date) -> WatchedDay:
        """A day, watched."""
        return WatchedDay.of(self._spans.setdefault(day, Span(day)))


def days_of(edition: Edition, shown: Shown) -> Days | None:
    """On which days a site that was made just now would be the same; None where it is of one day alone."""
    if not isinstance(edition.as_of, WatchedDay) or not shown or any(TOLD in one.usage.fields for one in edition.pages):
        return None
    span = edition.as_of.span
    return Days(span.first, span.last, shown) if span.first < span.last else None


@contextmanager
def redated(root: Path, days: Days, then: date, now: date, layout: Layout) -> Iterator[tuple[Path, Days] | None]:
    """A folder like a web root that was made `then`, with another day in it, until it is put somewhere, and where this
    stands; None where the web root doesn't show its day as was told."""
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=root.parent.parent))
    try:
        shown = _filled(stage / "baru", root.resolve(), days.shown, (then, now), layout)
        yield (stage / "baru", replace(days, shown=shown)) if shown else None
    finally:
        discard(stage)


def _filled(fresh: Path, root: Path, shown: Shown, turn: tuple[date, date], layout: Layout) -> Shown | None:
    """Fill a folder with the files of a web root. Those that show no day get a further name where there are releases:
    nothing is ever written into them."""
    now_shown: dict[str, Begins] = {}
    folders: set[Path] = set()
    for path, entry in files_below(root):
        target = fresh / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if path in shown:
            found = on_another_day(Path(entry.path).read_bytes(), shown[path], *turn)
            if found is None:
                return None
            content, now_shown[path] = found
            target.write_bytes(content)
        elif layout == "link":
            os.link(entry.path, target)
        else:
            shutil.copyfile(entry.path, target)
    return now_shown if now_shown.keys() == shown.keys() else None


def with_digests(made: Iterable[Artifact], shown: Shown, root: Path) -> tuple[Artifact, ...]:
    """What is known of the files of a web root, in which some show another day now."""
    return tuple(
        Artifact(one.path, one.kind, _digest(root / one.path), one.inputs) if one.path in shown else one for one in made
    )


def _digest(path: Path) -> Digest:
    return sha256(path.read_bytes()).hexdigest()
