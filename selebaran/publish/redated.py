"""A district as it is on another day, made of what lies there, where nothing but the day is otherwise.

What a child said of its days is bound to its own district. A day is put only where the one of then stood, letter by
letter, in files that look as they were left; where it doesn't, the district is made anew.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from selebaran.compose.template.formats import day
from selebaran.jobs.interrupts import held_back
from selebaran.jobs.stages import staged
from selebaran.jobs.tree import files_below
from selebaran.jobs.unfinished import unfinished
from selebaran.model.registry import Registry
from selebaran.publish.former_hosts import former_hosts_of, settle_hosts
from selebaran.publish.layout import provenance_of, site_of
from selebaran.publish.memory import Earlier
from selebaran.publish.plan import Plan
from selebaran.publish.releases import Layout, current, put, write_whole
from selebaran.publish.report.artifacts import path_of
from selebaran.publish.report.packed import put_packed, unpacked
from selebaran.publish.report.pages import Written, redate_district
from selebaran.publish.report.record import on_day
from selebaran.site.dated import Begins, Shown, on_another_day

Turn = tuple[date, date]
"""The day on which something was made, and the one of which it is to be."""
DIGEST = re.compile(rb"[0-9a-f]{64}")
SIZED = re.compile(rb'"ukuran":\d+,"sidik":"([0-9a-f]{64})"')
"""How a release's file is told of where it is told what it was made from."""


@dataclass
class Redated:
    """The files of a web root that show another day now: where, and digest and size of each by its digest of then."""

    shown: dict[str, Begins] = field(default_factory=dict)
    changed: dict[bytes, tuple[bytes, int]] = field(default_factory=dict)

    def note(self, path: str, old: bytes, new: bytes, begins: Begins) -> None:
        """A file was such, and is such now."""
        self.shown[path] = begins
        self.changed[sha256(old).hexdigest().encode()] = sha256(new).hexdigest().encode(), len(new)

    def told(self, text: bytes) -> bytes:
        """What names files by their digests, and after that of then has no size, as it is now."""
        return DIGEST.sub(lambda found: self.changed.get(found[0], (found[0], 0))[0], text)

    def sized(self, text: bytes) -> bytes:
        """The same where sizes stand beside digests."""
        return SIZED.sub(self._sized, text)

    def _sized(self, found: re.Match[bytes]) -> bytes:
        if found[1] not in self.changed:
            return found[0]
        digest, size = self.changed[found[1]]
        return b'"ukuran":%d,"sidik":"%s"' % (size, digest)


@dataclass(frozen=True)
class NewDay:
    """Puts the day of a plan into what was made on another one."""

    plan: Plan
    registry: Registry

    @staged("hari")
    def of(self, earlier: Earlier) -> tuple[Earlier, Written] | None:
        """What was made earlier, as it is now, and where its report shows the day; None where it can't be had so."""
        built, host, out = earlier.built, earlier.built.host, self.plan.out
        turn = earlier.then, self.plan.day_of(built.slug)
        listed = path_of(out, built.slug)
        before = _provenance(out, host or "")
        if not (host and built.record and listed.is_file() and before):
            return None
        with redated(site_of(out, host), earlier.days.shown, turn, self.plan.layout) as found:
            told = redate_district(out, built.slug, earlier.told, *turn) if found else None
            if not (found and told):
                return None
            fresh, files = found
            with held_back():
                put(out, host, fresh, layout=self.plan.layout, published=self.plan.publish)
                settle_hosts(self.plan, built.slug, former_hosts_of(self.registry, built.slug), host)
        put_packed(listed, files.told(unpacked(listed)).decode())
        _keep_provenance(out, host, before, files, turn)
        days = replace(earlier.days, shown=files.shown)
        record = on_day(built.record, day(turn[1]))
        return replace(earlier, built=replace(built, record=record, days=days), days=days, then=turn[1]), told


def _provenance(out: Path, host: str) -> tuple[str, bytes] | None:
    """The current release of a web root, and what is told of it; "" and nothing where there are no releases."""
    release = current(out, host)
    if release is None:
        return "", b""
    path = provenance_of(out, host, release)
    return (release, path.read_bytes()) if path.is_file() else None


def _keep_provenance(out: Path, host: str, before: tuple[str, bytes], files: Redated, turn: Turn) -> None:
    """What the current release was made from is what the one before was, but for the day."""
    old, text = before
    if release := current(out, host):
        for key, then, now in (("rilis", old, release), ("hari", turn[0].isoformat(), turn[1].isoformat())):
            text = text.replace(f'"{key}":"{then}"'.encode(), f'"{key}":"{now}"'.encode(), 1)
        write_whole(out, provenance_of(out, host, release), files.sized(text))


@contextmanager
def redated(root: Path, shown: Shown, turn: Turn, layout: Layout) -> Iterator[tuple[Path, Redated] | None]:
    """A folder like a web root, with another day in it, until it is put somewhere; None where the web root doesn't show
    its day as was told."""
    with unfinished(root.parent.parent) as stage:
        files = _filled(stage / "baru", root.resolve(), shown, turn, layout)
        yield (stage / "baru", files) if files else None


def _filled(fresh: Path, root: Path, shown: Shown, turn: Turn, layout: Layout) -> Redated | None:
    """Fill a folder with the files of a web root. Those that show no day get a further name where there are releases:
    nothing is ever written into them."""
    files, folders = Redated(), set[Path]()
    for path, entry in files_below(root):
        target = fresh / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if path in shown:
            old = Path(entry.path).read_bytes()
            found = on_another_day(old, shown[path], *turn)
            if found is None:
                return None
            files.note(path, old, *found)
            target.write_bytes(found[0])
        elif layout == "link":
            os.link(entry.path, target)
        else:
            shutil.copyfile(entry.path, target)
    return files if files.shown.keys() == shown.keys() else None
