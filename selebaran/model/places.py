"""Where the keys and values of a YAML file stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from selebaran.model.problem import Place

Loc = tuple[str | int, ...]
"""The way to a value in a YAML file: keys and positions from the root."""


@dataclass(frozen=True)
class Places:
    """Where the keys and values of one YAML file stand."""

    file: str
    keys: dict[Loc, Place] = field(default_factory=dict)
    values: dict[Loc, Place] = field(default_factory=dict)

    def of(self, *loc: str | int, key: bool = False) -> Place:
        """The place of a value (or of its key), else of the nearest thing around it that has one."""
        table = self.keys if key else self.values
        for end in range(len(loc), -1, -1):
            found = table.get(loc[:end]) or self.values.get(loc[:end])
            if found:
                return found
        return Place(self.file)
