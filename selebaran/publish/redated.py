"""Districts as they are on another day, made of what lies there, where nothing but the day is otherwise.

What a child said of its days is bound to its own district. A day is put only where the one of then stood, letter by
letter, in files that look as they were left; where it doesn't, the district is made anew. Where there are releases, a
file that shows no day isn't opened: it gets a further name.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path

from selebaran.jobs.interrupts import held_back
from selebaran.jobs.stages import staged
from selebaran.jobs.tree import files_below
from selebaran.jobs.unfinished import unfinished
from selebaran.model.registry import Registry
from selebaran.publish.former_hosts import former_hosts_of, settle_hosts
from selebaran.publish.layout import manifest_of, provenance_of, site_of, tree_of
from selebaran.publish.memory import Earlier
from selebaran.publish.plan import Plan
from selebaran.publish.releases import Filled, TooOld, current, put, put_together, write_whole
from selebaran.publish.report.artifacts import path_of
from selebaran.publish.report.packed import Damaged, put_packed, unpacked
from selebaran.publish.report.pages import Written, redate_district
from selebaran.publish.store import Entry, Manifest, Stock, read_manifest
from selebaran.read.text import plain_content
from selebaran.site.dated import Begins, Shown, on_another_day

Turn = tuple[date, date]
"""The day on which something was made, and the one of which it is to be."""
TOGETHER = 64
"""Districts that are put in their places at once: to see them on the disk takes as long as to see one."""
DIGEST = re.compile(rb"[0-9a-f]{64}")
SIZED = re.compile(rb'"ukuran":\d+,"sidik":"([0-9a-f]{64})"')
"""How a release's file is told of where it is told what it was made from."""


@dataclass
class Redated:
    """The files of a web root that show another day now: where, and digest and size of each by its digest of then."""

    shown: dict[str, Begins] = field(default_factory=dict)
    changed: dict[bytes, tuple[bytes, int]] = field(default_factory=dict)

    def note(self, path: str, old: str, new: Entry, begins: Begins) -> None:
        """A file had this digest, and has these digest and size now."""
        self.shown[path] = begins
        self.changed[old.encode()] = new[0].encode(), new[1]

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
class _Ready:
    """A district with its new day, but for its site, which waits in a folder; what is told of the release that lies in
    its place still."""

    now: Earlier
    told: Written
    host: str
    filled: Filled
    files: Redated
    turn: Turn
    before: tuple[str, bytes]
    listed: bytes


@dataclass
class NewDay:
    """Puts the day of a plan into what was made on another one; then there are releases that are `too_old`."""

    plan: Plan
    registry: Registry
    too_old: TooOld = field(default_factory=list)

    def each_of(self, every: Iterable[Earlier]) -> Iterator[tuple[Earlier, Written]]:
        """What was made earlier, as it is now, and where its report shows the day; but for what can't be had so."""
        waiting = iter(every)
        while some := list(islice(waiting, TOGETHER)):
            with unfinished(self.plan.out) as stage:
                found = (self._ready(one, stage / one.built.slug) for one in some)
                ready = [one for one in found if one]
                with held_back():
                    self._put(ready)
                for one in ready:
                    self._tell(one)
                    yield one.now, one.told

    @staged("hari")
    def _ready(self, earlier: Earlier, fresh: Path) -> _Ready | None:
        built, host, out = earlier.built, earlier.built.host, self.plan.out
        turn = earlier.then, self.plan.day_of(built.slug)
        before = _provenance(out, host or "")
        listed = _listed(out, built.slug)
        if not (host and before and listed):
            return None
        shown = earlier.days.shown
        if self.plan.layout == "copy":
            files, taken = copied(fresh, site_of(out, host).resolve(), shown, turn), self._stock.taken_in()
        else:
            known = read_manifest(manifest_of(out, host, before[0]))
            files = linked(fresh, str(tree_of(out, host, before[0])), known, shown, turn, self._stock)
            taken = self._stock.taken_in()
        told = redate_district(out, built.slug, earlier.told, *turn) if files else None
        if not (files and told):
            return None
        days = replace(earlier.days, shown=files.shown)
        now = replace(earlier, built=replace(built, days=days), days=days, then=turn[1])
        return _Ready(now, told, host, Filled(host, fresh, *taken), files, turn, before, listed)

    @cached_property
    def _stock(self) -> Stock:
        return Stock(self.plan.out)

    @staged("simpan")
    def _put(self, ready: Sequence[_Ready]) -> None:
        """Put sites in their places."""
        out, published = self.plan.out, self.plan.publish
        if self.plan.layout == "copy":
            for one in ready:
                put(out, one.host, one.filled.fresh, layout="copy", published=published)
        else:
            self.too_old += put_together(out, [one.filled for one in ready], published=published)
        for one in ready:
            slug = one.now.built.slug
            settle_hosts(self.plan, slug, former_hosts_of(self.registry, slug), one.host)

    @staged("hari")
    def _tell(self, one: _Ready) -> None:
        """Write down what a site is made of."""
        out = self.plan.out
        put_packed(path_of(out, one.now.built.slug), one.files.told(one.listed).decode())
        _keep_provenance(out, one.host, one.before, one.files, one.turn)


def _listed(out: Path, slug: str) -> bytes:
    """What is told of a district's files; nothing where it isn't there, or isn't whole."""
    path = path_of(out, slug)
    try:
        return unpacked(path) if path.is_file() else b""
    except Damaged:
        return b""


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


def linked(fresh: Path, tree: str, known: Manifest | None, shown: Shown, turn: Turn, stock: Stock) -> Redated | None:
    """Fill a folder with the files of a release, which are known, with another day in them; None where it doesn't show
    its day as was told. Nothing is ever written into a file of it."""
    files, paths = Redated(), known.files if known else {}
    fresh.mkdir()
    for folder in _folders(paths):
        os.mkdir(f"{fresh}/{folder}")  # noqa: PTH102
    for path, entry in paths.items():
        if path not in shown:
            stock.keep_as_it_lies(tree, fresh, path, entry)
            continue
        found = on_another_day(plain_content(f"{tree}/{path}")[0], shown[path], *turn)
        if found is None:
            return None
        content, digest = found[0], sha256(found[0]).hexdigest()
        stock.keep(fresh, path, content, digest)
        files.note(path, entry[0], (digest, len(content)), found[1])
    return files if files.shown.keys() == shown.keys() else None


def _folders(paths: Iterable[str]) -> list[str]:
    """The folders in which these lie, those within others behind them."""
    found = set[str]()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return sorted(found)


def copied(fresh: Path, root: Path, shown: Shown, turn: Turn) -> Redated | None:
    """The same with the files of a web root that is a folder."""
    files, folders = Redated(), set[Path]()
    for path, entry in files_below(root):
        target = fresh / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        if path not in shown:
            shutil.copyfile(entry.path, target)
            continue
        old = Path(entry.path).read_bytes()
        found = on_another_day(old, shown[path], *turn)
        if found is None:
            return None
        target.write_bytes(found[0])
        new = sha256(found[0]).hexdigest(), len(found[0])
        files.note(path, sha256(old).hexdigest(), new, found[1])
    return files if files.shown.keys() == shown.keys() else None
