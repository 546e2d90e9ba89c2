"""A project read again and again for one district after the other: what did not change is known from before.

To read all districts takes a second, and a form asks three times. Of the others only that they are there matters here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.project import read_project

SHARED = ("content/**/*", "printables/**/*", "templates/**/*", "districts/_*", "districts/_provinsi/**/*")
"""What is read for every district."""
Stamp = tuple[str, int, int]


@dataclass
class Recent:
    """A project, and what was read of it the last time. It is the `selebaran.read.known.Known` of its own reading."""

    root: Path
    _wanted: str = ""
    _stamps: tuple[Stamp, ...] = ()
    _shared: Registry | None = None
    _folders: dict[str, DistrictFolder] = field(default_factory=dict)

    def of(self, slug: str) -> Registry:
        """The registry in which this district is as its files are now."""
        stamps = tuple(sorted(self._seen()))
        if stamps != self._stamps:
            self._stamps, self._shared = stamps, None
            self._folders.clear()
        self._wanted = slug
        return read_project(self.root, self)

    def _seen(self) -> Iterator[Stamp]:
        """How each shared file looks: its size, and when it was written."""
        for pattern in SHARED:
            for path in self.root.glob(pattern):
                state = path.lstat()
                yield str(path), state.st_size, state.st_mtime_ns

    def shared(self) -> Registry | None:
        """What all share, as long as none of it was written anew."""
        return self._shared

    def keep_shared(self, shared: Registry) -> None:
        """Keep it, without the districts."""
        self._shared = replace(shared, districts={}, district_problems={}, faulty={})

    def district(self, slug: str) -> DistrictFolder | None:
        """Any but the one that is asked for."""
        return self._folders.get(slug) if slug != self._wanted else None

    def keep_district(self, folder: DistrictFolder) -> None:
        """Keep one."""
        self._folders[folder.slug] = folder
