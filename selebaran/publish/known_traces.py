"""What districts use, known from one question to the next: to compose all of them takes minutes where there are many.

A trace is kept under all that a district can depend on, and the day. A child speaks for its own district alone, so what
it said can never come into what is known of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from selebaran.compose.fact.impact import Parts, Trace
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage
from selebaran.publish.inputs import as_seen, inputs_of, joined
from selebaran.publish.private import folder_of, keep_private, read_private
from selebaran.read.province import province_slug


class KnownTraces:
    """The traces of a project's districts as of a day, as far as they are known."""

    def __init__(self, root: Path, registry: Registry, as_of: date) -> None:
        self._root, self._inputs = root, inputs_of(root)
        self._path = folder_of(self._inputs.program) / f"jejak-{joined(str(root.absolute()))[:24]}"
        self._keys = {
            slug: self._key(slug, folder.district.province, as_of) for slug, folder in registry.districts.items()
        }
        kept = read_private(self._path)
        self.known: dict[str, Trace] = {}
        for slug, entry in kept.items() if isinstance(kept, dict) else ():
            match entry:
                case (str(key), Trace() as trace) if key == self._keys.get(slug):
                    self.known[slug] = trace

    def learn(self, traces: Iterable[Trace]) -> None:
        """Know these as well. If a file was saved meanwhile, nobody knows which one was read: then nothing is kept for
        the next question."""
        usages: dict[Usage, Usage] = {}
        new = {trace.slug: _lean(trace, usages) for trace in traces}
        self.known |= new
        if new and as_seen(self._root) == self._inputs.seen:
            there = {slug: trace for slug, trace in self.known.items() if self._keys.get(slug)}
            keep_private(self._path, {slug: (self._keys[slug], trace) for slug, trace in there.items()})

    def _key(self, slug: str, province: str, as_of: date) -> str:
        made_from = self._inputs.of(slug, province_slug(province))
        return joined(made_from, as_of.isoformat()) if made_from else ""


def _lean(trace: Trace, usages: dict[Usage, Usage]) -> Trace:
    """The same with each usage once: most districts use the same."""

    def once(used: Usage) -> Usage:
        return usages.setdefault(used, used)

    def parts(of: Parts) -> Mapping[str, tuple[Usage, Mapping[str, Usage]]]:
        return {
            name: (once(whole), {part: once(used) for part, used in each.items()}) for name, (whole, each) in of.items()
        }

    return replace(trace, frame=once(trace.frame), pages=parts(trace.pages), pieces=parts(trace.pieces))
