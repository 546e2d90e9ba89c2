"""What is held of a project between two changes: what was read, how often each district has changed, what makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.publish.district import Workshop
from selebaran.publish.plan import Plan, settled
from selebaran.read.project import read_project
from selebaran.serve.changed import Concerned
from selebaran.serve.orders import HasRead, Standing
from selebaran.site.preview import broken_templates


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
    _with_press: list[Workshop] = field(default_factory=list)

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

    def press(self) -> Workshop | None:
        """What makes sheets: set up when the first one is asked for, since that takes longer than all the rest."""
        if self.site is None:
            return None
        if not self._with_press:
            plan = replace(self.site.plan, only=None)
            self._with_press.append(Workshop(plan, self.registry))
        return self._with_press[0]


def held(asked: Asked, out: Path, before: Held | None = None, what: Concerned | None = None) -> Held:
    """Read the project, after a change of what concerns some districts. Whatever is wrong lies in what is returned."""
    registry = read_project(asked.root)
    version = before.version + 1 if before else 1
    concerned = frozenset(registry.slugs) if what is None else what.of(registry.slugs)
    versions = {
        slug: version if before is None or slug in concerned else before.versions.get(slug, version)
        for slug in registry.slugs
    }
    shared = [*registry.shared_problems, *broken_templates(registry.theme)]
    site = None
    if not any(found.is_error for found in shared):
        try:
            site = Workshop(_plan(asked, out, registry), registry)
        except ProblemsFound as stopped:
            shared += stopped.problems
    shown_as = {**(before.shown_as if before else {}), **_shown(registry)}
    return Held(asked, out, registry, site, tuple(shared), version, versions, shown_as)


def _shown(registry: Registry) -> dict[str, tuple[str, str]]:
    return {slug: (folder.host, folder.district.name) for slug, folder in registry.districts.items()}


def _plan(asked: Asked, out: Path, registry: Registry) -> Plan:
    day, days = settled(asked.as_of, datetime.now(UTC), registry.districts)
    slugs = tuple(slug for slug in registry.slugs if slug in asked.slugs or not asked.slugs)
    return Plan(asked.root, out, slugs, day, "site", asked.profiles, 1, days=days)
