"""What files were made from, told once for all of a kind and then beside it. Many have the same inputs, which are one
tuple then: that is looked at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from selebaran.model import artifact
from selebaran.model.artifact import Artifact

Inputs = tuple[artifact.Input, ...]


class MadeFrom:
    """What these files were made from: what all of a kind were (`shared`), and all of it (`every`)."""

    def __init__(self, made: Iterable[Artifact]) -> None:
        known = {(one.kind, id(one.inputs)): one.inputs for one in made}
        found: dict[artifact.Kind, frozenset[artifact.Input]] = {}
        for (kind, _), inputs in known.items():
            found[kind] = found[kind].intersection(inputs) if kind in found else frozenset(inputs)
        self.shared: Mapping[artifact.Kind, Inputs] = {kind: tuple(sorted(names)) for kind, names in found.items()}
        self.every = frozenset[artifact.Input]().union(*known.values())
        self._sets, self._kept = found, known
        self._beside: dict[tuple[artifact.Kind, int], str] = {}

    def beside(self, one: Artifact) -> str:
        """What one of them was made from beside what all of its kind were, as JSON."""
        key = one.kind, id(one.inputs)
        if key not in self._beside:
            shared = self._sets[one.kind]
            self._beside[key] = compact([name for name in self._kept[key] if name not in shared])
        return self._beside[key]


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(data: object) -> str:
    """JSON without blanks."""
    return _ENCODER.encode(data)
