"""What is remembered of each district: what was said of it when it was made, under the key of what it was made from.

A district whose key is known, and whose output looks as it did, isn't made again: its problems and its record are those
of that time. The parent writes all of it, after it has looked at what a child made; an entry is of one district and one
kind of build, so what a child said can never come into what is made of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from selebaran.model.registry import Registry
from selebaran.publish import disk
from selebaran.publish.answers import BUILT, built_again
from selebaran.publish.believed import NotBelieved
from selebaran.publish.built import Built
from selebaran.publish.days import Days
from selebaran.publish.entries import keep_entry, prune, read_entry
from selebaran.publish.former_hosts import former_hosts_of
from selebaran.publish.inputs import as_seen, joined
from selebaran.publish.layout import manifest_of, memory_of, provenance_of, record_of, root_of
from selebaran.publish.lying import Look, Looking, is_unchanged
from selebaran.publish.outcome import Report
from selebaran.publish.plan import Plan
from selebaran.publish.releases import current
from selebaran.publish.report.artifacts import ARTIFACTS
from selebaran.publish.report.packed import PACKED
from selebaran.publish.report.record import FOLDER
from selebaran.publish.shelves import (
    PAGES,
    SHEETS,
    TEXTS,
    forget_shelf,
    keep_pages,
    keep_shelf,
    keep_texts,
    redate_pages,
)
from selebaran.publish.unchanged import WHOLE, Before, is_lasting, keep_said
from selebaran.read.province import province_slug
from selebaran.site.dated import Begins, Shown

DISTRICTS, LOOKS, DAYS = "daerah", "rupa", "hari"
"""The kinds of entries of a district: what was said of it, how its output looked when the build had ended, and as of
which day it was made."""
KINDS = 4
"""Kinds of builds of which something is remembered: of a preview, of a publication, of the site alone, of one more."""
TOLD: TypeAdapter[tuple[date, dict[str, Begins], str]] = TypeAdapter(tuple[date, dict[str, Begins], str])
"""As of which day a district was made, where its report shows it, and all that was said of it."""
SAYS_NOTHING = frozenset(("root", "out", "slugs", "jobs", "day", "days"))
"""Fields of a plan that change nothing of a district, or that count by what they are for it."""


@dataclass(frozen=True)
class Earlier:
    """A district that was made on another day (`then`), and today would be the same but for the day: what was said of
    it, on which days it is so, and where its report shows the day, by the endings of its files."""

    built: Built
    days: Days
    then: date
    told: Shown


class Memory:
    """What is remembered in one output folder, for one plan. Without `before` nothing is."""

    def __init__(self, plan: Plan, registry: Registry, before: Before | None) -> None:
        self._plan, self._registry, self.before = plan, registry, before
        settled = (f"{f.name}={getattr(plan, f.name)!r}" for f in fields(plan) if f.name not in SAYS_NOTHING)
        self._kind = joined(*settled)
        self._lasting: dict[str, str] = {}
        self._shelves: list[str] = []

    def recall(self, slug: str) -> Built | None:
        """What was said of a district, when it would be made the same again; None when it is to be made."""
        key = self._key(slug)
        if built := self._said(slug, key):
            self._lasting[slug] = str(key)
        return built

    def recall_other_day(self, slug: str) -> Earlier | None:
        """What was said of a district on another day, when today it would be made the same but for the day."""
        key = self._key_of_days(slug)
        try:
            then, told, said = TOLD.validate_python(read_entry(self._path(DAYS, slug), key) if key else None)
            is_as_it_was = self._said(slug, self._key(slug, then)) is not None
            built = built_again(said.encode(), slug, self._host(slug)) if is_as_it_was else None
        except (ValidationError, NotBelieved):
            return None
        if built and built.host and built.days and self._plan.day_of(slug) in built.days:
            return Earlier(built, built.days, then, told)
        return None

    def _said(self, slug: str, key: str | None) -> Built | None:
        """What was said of a district under a key, without its record, when what was made then lies there as it was
        left."""
        if key is None or self.before is None or self.before.fresh or slug in self._registry.district_problems:
            return None
        look, said = _look(read_entry(self._path(LOOKS, slug), key)), read_entry(self._path(DISTRICTS, slug), key)
        if look is None or not isinstance(said, str) or not is_unchanged(str(self._plan.out), look):
            return None
        try:
            return built_again(said.encode(), slug, self._host(slug))
        except NotBelieved:
            return None

    def note(self, built: Built, told: Shown) -> None:
        """Remember what was said of a district that was made, and where its report shows the day. How its output looks
        is told at the end: files that districts share may get another time until then."""
        key = self._key(built.slug)
        if self.before:
            self._shelve(built)
        if key is not None and is_lasting(built.problems) and not built.new:
            whole = replace(built, artifacts=(), sheets=(), pages_kept=None, texts_kept="", spent=())
            keep_entry(self._path(DISTRICTS, built.slug), key, _told(replace(whole, record=None, days=None)))
            if built.days and told and (of_days := self._key_of_days(built.slug)):
                day = self._plan.day_of(built.slug).isoformat()
                keep_entry(self._path(DAYS, built.slug), of_days, [day, told, _told(whole)])
            self._lasting[built.slug] = key

    def note_again(self, now: Earlier, told: Shown) -> None:
        """The same of one that has another day now, and nothing else."""
        self.note(now.built, told)
        if self.before:
            program, day = self.before.inputs.program, self._plan.day_of(now.built.slug)
            redate_pages(self._plan.out, now.built.slug, program, day, now.days.shown)

    def _shelve(self, built: Built) -> None:
        """Remember what of a district needn't be printed or drawn again, on any day."""
        day = self._plan.day_of(built.slug)
        if built.sheets:
            keep_shelf(self._plan.out, built.slug, built.sheets)
        if built.pages_kept and self.before:
            keep_pages(self._plan.out, built.slug, self.before.inputs.program, day, built.pages_kept)
        if built.texts_kept and self.before:
            keep_texts(self._plan.out, built.slug, self.before.inputs.program, built.texts_kept)
        if built.sheets or built.pages_kept or built.texts_kept:
            self._shelves.append(built.slug)

    def forget(self, slug: str) -> None:
        """Remember nothing of a district: what was made of it wasn't right."""
        self._lasting.pop(slug, None)
        for kind in (DISTRICTS, LOOKS, DAYS):
            disk.unlink(self._path(kind, slug))
        forget_shelf(self._plan.out, slug)

    def finish(self, report: Report, shared: Iterable[str]) -> None:
        """Remember how everything looks that the build left; `shared` are paths of what is no district's. If a file of
        the project was saved meanwhile, nobody knows which one was read: then nothing is remembered."""
        if self.before is None:
            return
        if as_seen(self._plan.root) != self.before.inputs.seen:
            for slug in self._shelves:
                forget_shelf(self._plan.out, slug)
            return
        looking = Looking(str(self._plan.out))
        for slug, key in self._lasting.items():
            look = looking.at(self._roots(slug))
            keep_entry(self._path(LOOKS, slug), key, [look.digest, look.names])
        known = self._lasting.keys() | self._registry.district_problems.keys()
        if self.before.asked and known >= set(self._plan.slugs) and is_lasting(report.problems):
            every = (path for slug in self._plan.slugs for path in self._roots(slug))
            keep_said(self._plan.out, self.before, report, (*every, FOLDER, *shared), looking)
        most = KINDS * len(self._registry.slugs)
        prune(
            self._plan.out,
            {DISTRICTS: most, LOOKS: most, DAYS: most, SHEETS: most, PAGES: most, TEXTS: most, WHOLE: 2 * KINDS},
        )

    def _key(self, slug: str, then: date | None = None) -> str | None:
        """The key of a district as of its day, or of the one of `then`."""
        key = self._key_of_days(slug)
        return joined(key, (then or self._plan.day_of(slug)).isoformat()) if key else None

    def _key_of_days(self, slug: str) -> str | None:
        """The key of a district without its day."""
        folder = self._registry.districts.get(slug)
        if folder is None or self.before is None:
            return None
        made_from = self.before.inputs.of(slug, province_slug(folder.district.province))
        return joined(made_from, slug, self._kind) if made_from else None

    def _path(self, kind: str, slug: str) -> Path:
        return memory_of(self._plan.out) / kind / f"{slug}.{self._kind[:8]}.json"

    def _host(self, slug: str) -> str:
        return self._registry.districts[slug].host

    def _roots(self, slug: str) -> Iterator[str]:
        """Where everything lies that a build leaves of a district."""
        if slug not in self._registry.districts:
            return
        host = self._host(slug)
        for name in (host, *former_hosts_of(self._registry, slug)):
            yield from web_root(self._plan.out, name)
        yield from (f"{FOLDER}/{slug}{PACKED}", f"{FOLDER}/{slug}.html", f"{FOLDER}/{ARTIFACTS}/{slug}{PACKED}")


def web_root(out: Path, name: str) -> Iterator[str]:
    """Where a web root lies, and what is known of its release, by paths within the output."""
    yield root_of(out, name).relative_to(out).as_posix()
    yield record_of(out, name).relative_to(out).as_posix()
    if release := current(out, name):
        for path in (manifest_of(out, name, release), provenance_of(out, name, release)):
            yield path.relative_to(out).as_posix()


def _told(built: Built) -> str:
    return BUILT.dump_json(built, by_alias=True).decode()


def _look(entry: object) -> Look | None:
    match entry:
        case [str(digest), [*names]]:
            return Look(tuple(map(str, names)), digest)
    return None
