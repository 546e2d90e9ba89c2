"""The words of one kind of problem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """The fault, its cure, and the cure to give when a value of the first is empty."""

    fault: str
    cure: str
    plain_cure: str = ""

    @property
    def names(self) -> set[str]:
        """The values that the texts need."""
        return set(re.findall(r"{(\w+)}", self.fault + self.cure + self.plain_cure))

    def cure_for(self, values: Mapping[str, str]) -> str:
        """The cure, or the plain one when a value of the first is empty."""
        needed = re.findall(r"{(\w+)}", self.cure)
        return self.cure if all(values.get(name) for name in needed) or not self.plain_cure else self.plain_cure
