"""What is known from before of a project and of what all of its districts share: read, judged, compiled, filled in.

All of it follows from bytes that have a digest (`inputs`) and from the program. The parent alone keeps it, of what it
read and made itself, where no child can write or read (`private`).
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from selebaran.jobs import recalled
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.theme import SiteTheme
from selebaran.publish.inputs import Inputs, as_seen, joined
from selebaran.publish.private import folder_of, keep_private, read_private

_PREPARED, _WARMED = recalled.recalling("disiapkan", 8), recalled.recalling("situs disiapkan", 8)
FEW = 50
"""So many entries more aren't worth writing all of them anew."""
FEW_DISTRICTS = 12
"""As many districts as this, read since all of them were written, lie in a file beside that of all."""
OF_SITES = frozenset(
    ("kiriman", "berkas pustaka", "akar", "akar menurut aturan", "kata bersama", "templat situs", "situs disiapkan")
)
"""What is known of the same, but by who makes sites alone: to take it out, what makes them is loaded."""
OF_CLASSES = frozenset(("bingkai",))
"""What is known for who makes classes of districts, which is much: it is opened when somebody asks for it."""
Made = Literal["dibuat", "situs", "kelas"]
"""What was made of what is shared: for whoever composes, for sites, and for classes of districts."""
Read = tuple[str, DistrictFolder | None]
"""A district under the digest of what it was read from."""


def is_unprepared(inputs: Inputs, *, published: bool) -> bool:
    """Whether nobody filled in yet what is shared, as if no district were meant. Who asks does it: of few districts it
    costs more than it saves, and pays for the next time."""
    return _is_first(_PREPARED, (inputs.shared, published))


def is_cold(theme: SiteTheme) -> bool:
    """Whether nobody compiled yet what sites are drawn with."""
    return _is_first(_WARMED, (joined(*chain.from_iterable(theme.templates.items())),))


def _is_first(memory: recalled.Recalled[recalled.Key, object], key: recalled.Key) -> bool:
    """Whether nobody asked this before."""
    return memory.get(key) is None and bool(memory.put(key, True))


def _kind_of(name: str) -> Made:
    """With what a memory of a name is kept."""
    return "situs" if name in OF_SITES else "kelas" if name in OF_CLASSES else "dibuat"


class KnownProject:
    """What is known of a project with these inputs. One that is `fresh` knows nothing, and keeps all."""

    def __init__(self, root: Path, inputs: Inputs, *, fresh: bool = False) -> None:
        self._root, self._inputs, self._fresh = root, inputs, fresh
        self._shared: Registry | None = None
        self._verdict: tuple[str, list[Problem]] | None = None
        self._fields = ("", "")
        self._districts: dict[str, Read] = {}
        self._newer: dict[str, Read] = {}
        self._read: dict[str, DistrictFolder] = {}
        self._is_new = self._is_open = False
        self._recalled: set[Made] = set()

    def shared(self) -> Registry | None:
        """What all districts share, without them."""
        match None if self._fresh else read_private(self._path("naskah")):
            case [Registry() as shared, verdict, (str(), str()) as fields]:
                self._shared, self._verdict, self._fields = shared, verdict, fields
        return self._shared

    def keep_shared(self, shared: Registry) -> None:
        """Keep it."""
        self._shared, self._is_new = shared, True

    def district(self, slug: str) -> DistrictFolder | None:
        """A district that was read of the same files."""
        if not self._is_open:
            self._is_open = True
            self._districts, self._newer = ({} if self._fresh else self._kept(kind) for kind in ("daerah", "terbaru"))
        for known in (self._newer, self._districts):
            made_from, folder = known.get(slug, ("", None))
            if made_from == self._made_from(slug):
                return folder
        return None

    def _kept(self, kind: str) -> dict[str, Read]:
        return read_private(self._path(kind)) or {}

    def keep_district(self, folder: DistrictFolder) -> None:
        """Keep one."""
        self._read[folder.slug] = folder

    def judged(self, registry: Registry) -> list[Problem]:
        """What is wrong with what all share."""
        from selebaran.check.seen import seen_of_districts

        seen = joined(*seen_of_districts(registry, self._fields_of(registry)))
        if self._verdict is None or self._verdict[0] != seen:
            from selebaran.check.run import check_shared  # late: it takes as long to load as to know what it found

            self.recall()
            self._verdict, self._is_new = (seen, check_shared(registry)), True
        return list(self._verdict[1])

    def _fields_of(self, registry: Registry) -> str:
        """The fields of the first district; they are found once for the files that they follow from."""
        first = next(iter(registry.districts), "")
        key = joined(first, self._made_from(first), self._inputs.frame, repr(self._inputs.provinces))
        if self._fields[0] != key:
            from selebaran.check.seen import fields_seen

            self._fields, self._is_new = (key, fields_seen(registry)), True
        return self._fields[1]

    def recall(self, *, sites: bool = False) -> None:
        """Know again what was compiled and filled in; of `sites` as well what they are made with."""
        self._recall("dibuat")
        if sites:
            self._recall("situs")
            recalled.wait(OF_CLASSES, partial(self._recall, "kelas"))

    def _recall(self, kind: Made) -> None:
        if kind not in self._recalled:
            self._recalled.add(kind)
            recalled.given_back((None if self._fresh else read_private(self._path(kind))) or {})

    def is_unprepared(self, *, published: bool) -> bool:
        """Whether nobody filled in yet what is shared."""
        return is_unprepared(self._inputs, published=published)

    def finish(self) -> bool:
        """Keep what is new. If a file was saved meanwhile, nobody knows which one was read: then nothing is kept, and
        False is given back."""
        if as_seen(self._root) != self._inputs.seen:
            return False
        if self._is_new:
            keep_private(self._path("naskah"), [self._shared, self._verdict, self._fields])
        if self._read:
            self._keep_read()
        if _PREPARED.made or _WARMED.made or recalled.made_here() > FEW:
            self._keep_made()
        return True

    def _keep_made(self) -> None:
        """Keep what was made, of each kind of which it is known what was kept of it."""
        for kind in self._recalled:
            every = recalled.taken_out(used=(_WARMED if kind == "situs" else _PREPARED).made > 0)
            keep_private(self._path(kind), {name: known for name, known in every.items() if _kind_of(name) == kind})

    def _keep_read(self) -> None:
        """Keep the districts that were read. To write all for one of them would cost more than to read it again."""
        newer = self._newer | {slug: (self._made_from(slug), one) for slug, one in self._read.items()}
        if self._districts and len(newer) <= FEW_DISTRICTS:
            keep_private(self._path("terbaru"), newer)
            return
        there = {slug: one for slug, one in (self._districts | newer).items() if slug in self._inputs.districts}
        keep_private(self._path("daerah"), there)
        keep_private(self._path("terbaru"), {})

    def _made_from(self, slug: str) -> str:
        return self._inputs.districts.get(slug, "-")

    def _path(self, kind: str) -> Path:
        """Districts are read by what frames them, too, and by what their provinces say. What was made of texts has
        these in its keys: it is kept for one project from version to version."""
        inputs = self._inputs
        frame = joined(inputs.frame, repr(inputs.provinces))
        of_kind = {"naskah": inputs.shared, "daerah": frame, "terbaru": frame}
        key = of_kind.get(kind) or joined(str(self._root.absolute()))
        return folder_of(inputs.program) / f"{kind}-{key[:24]}"
