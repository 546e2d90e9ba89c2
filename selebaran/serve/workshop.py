"""What is held of a project between two changes: what was read, how often each district has changed, what makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.jobs.fallbacks import FallingBack
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.sizes import Profile
from selebaran.press.late import set_up
from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan, settled
from selebaran.read.project import read_project
from selebaran.serve.changed import Concerned
from selebaran.serve.orders import HasRead, Standing
from selebaran.site.preview import broken_templates

if TYPE_CHECKING:
    from selebaran.press.layout import Press


@dataclass(frozen=True)
class Asked:
    """What somebody wants to look at: these districts, or all where none is named, as of a day or of that on which they
    are read, with sheets in these profiles or without any."""

    root: Path
    slugs: tuple[str, ...] = ()
    as_of: date | None = None
    profiles: tuple[Profile, ...] = ()


@dataclass(frozen=True)
class Held:
    """A project as it was read last. `site` makes pages and sites; None as long as something that all share stops it.
    `versions` tell for each district how often what it is made from has changed, `shown_as` has its folder in an output
    and its name, as they were when it could last be read: what was made of it is shown until then."""

    asked: Asked
    out: Path
    registry: Registry
    site: Workshop | None
    shared: tuple[Problem, ...]
    version: int
    versions: Mapping[str, int]
    shown_as: Mapping[str, tuple[str, str]]
    _press: list[Press] = field(default_factory=list)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The districts that are shown, in the order of the central list."""
        named = self.asked.slugs
        return tuple(slug for slug in self.registry.slugs if slug in named or not named)

    def host_of(self, slug: str) -> str:
        """The folder of a district in an output; "-" as long as it never could be read."""
        return self.shown_as.get(slug, ("-", ""))[0]

    def told(self) -> HasRead:
        """What is said of it: every district that is shown, and what is wrong so far."""
        return HasRead(self.version, {slug: self._standing(slug) for slug in self.slugs}, self.shared)

    def _standing(self, slug: str) -> Standing:
        host, name = self.shown_as.get(slug, ("", slug))
        return Standing(host, name, self.versions[slug], self.registry.district_problems.get(slug, ()))

    @property
    def has_press(self) -> bool:
        """Whether somebody asked for a sheet."""
        return bool(self._press)

    def press(self) -> Workshop | None:
        """What makes sheets. The press is set up when the first one is asked for, since that takes longer than all the
        rest, and outlives every change: its fonts are the engine's, and what it parsed it knows by its text."""
        if self.site is None:
            return None
        if not self._press:
            from selebaran.press.layout import Press  # late: it takes as long to load as a site to make

            self._press.append(Press(self.site.plan.cache.absolute()))
        return self.site.printing(self._press[0])

    def warm_press(self) -> None:
        """Draw a sheet for no district, so that no child has to open fonts or parse what all sheets share."""
        shop = self.press()
        if shop is None or shop.press is None:
            return
        made = shop.composer.sheets_for_none(shop.plan.day, shop.plan.profiles, ("a4",), published=False)
        for piece in made:
            if piece.name == made[0].name:
                with FallingBack(piece.label):
                    set_up(shop.press).print(piece)


def held(asked: Asked, out: Path, before: Held | None = None, what: Concerned | None = None) -> Held:
    """Read the project, after a change of what concerns some districts; what it doesn't concern is known. Whatever is
    wrong lies in what is returned."""
    registry = read_project(asked.root, _known(before, what))
    version, versions = _versions(registry, before, what)
    shared = [*registry.shared_problems, *broken_templates(registry.theme)]
    site = None
    if not any(found.is_error for found in shared):
        try:
            site = Workshop(_plan(asked, out, registry), registry)
        except ProblemsFound as stopped:
            shared += stopped.problems
    shown_as = {**(before.shown_as if before else {}), **_shown(registry)}
    press = before._press if before else []
    return Held(asked, out, registry, site, tuple(shared), version, versions, shown_as, press)


def _versions(registry: Registry, before: Held | None, what: Concerned | None) -> tuple[int, dict[str, int]]:
    """The version of all, and that of each district."""
    if before is None or what is None:
        version = before.version + 1 if before else 1
        return version, dict.fromkeys(registry.slugs, version)
    version, concerned = before.version + 1, what.of(registry.slugs)
    known = {slug: before.versions.get(slug, version) for slug in registry.slugs}
    return version, known | dict.fromkeys(concerned, version)


@dataclass(frozen=True)
class _Unchanged:
    """What a change left as it was: the districts that it doesn't touch, and what they share where it touches none of
    that. (`selebaran.read.known.Known`)"""

    before: Registry
    what: Concerned

    def shared(self) -> Registry | None:
        """What all share, unless it may be another."""
        return None if self.what.every else replace(self.before, districts={}, district_problems={})

    def district(self, slug: str) -> DistrictFolder | None:
        """A district in which nothing changed, nor in what its files are read by."""
        is_known = not self.what.by_which_all_are_read and slug not in self.what.slugs
        return self.before.districts.get(slug) if is_known else None

    def keep_shared(self, shared: Registry) -> None:
        """It is kept in what is held."""

    def keep_district(self, folder: DistrictFolder) -> None:
        """It is kept in what is held."""


def _known(before: Held | None, what: Concerned | None) -> _Unchanged | None:
    return _Unchanged(before.registry, what) if before and what else None


def _shown(registry: Registry) -> dict[str, tuple[str, str]]:
    return {slug: (folder.host, folder.district.name) for slug, folder in registry.districts.items()}


def _plan(asked: Asked, out: Path, registry: Registry) -> Plan:
    day, days = settled(asked.as_of, datetime.now(UTC), registry.districts)
    slugs = tuple(slug for slug in registry.slugs if slug in asked.slugs or not asked.slugs)
    return Plan(asked.root, out, slugs, day, "site", asked.profiles, 1, days=days)
