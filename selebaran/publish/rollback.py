"""Lets the link of a web root lead to an older release again, when that is whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from selebaran.jobs.interrupts import held_back
from selebaran.publish.releases import Release, make_current, recorded
from selebaran.publish.verify import Damage, damage_of


class NoSuchRelease(Exception):
    """There is no release of that name, or none before the current one."""


class IsPreview(Exception):
    """The release is a preview, which is for nobody outside, and what is current is published."""


class IsDamaged(Exception):
    """The release isn't whole any more, so it must not be shown."""

    def __init__(self, damage: tuple[Damage, ...]) -> None:
        super().__init__(len(damage))
        self.damage = damage


def roll_back(out: Path, name: str, wanted: str | None) -> Release:
    """Make a release current: that one (its first letters are enough), else the one that was before the current one: of
    a site that is published, the publication before, since a preview is for nobody outside. Raises `NoSuchRelease`,
    `IsPreview` and `IsDamaged`."""
    known = recorded(out, name) or ()
    fitting = [one for one in known if one.name.startswith(wanted)] if wanted else _before(known)
    if len(fitting) != 1:
        raise NoSuchRelease
    release = fitting[0]
    if known[-1].published and not release.published:
        raise IsPreview
    if damage := damage_of(out, name, release.name):
        raise IsDamaged(damage)
    if release != known[-1]:
        with held_back():
            make_current(out, name, release.name, published=release.published)
    return release


def _before(known: Sequence[Release]) -> list[Release]:
    """The release to which a site goes back by itself, if there is one; `known` from the oldest on."""
    fitting = [one for one in known[:-1] if one.published or not known[-1].published]
    return fitting[-1:]
