"""Lets black text overprint: where it stands on yellow, the yellow goes on below it.

Without that each letter is left out of the other plates, and wherever these don't meet exactly it gets a white edge.
Only letters in black ink alone do so; whatever else is drawn, rules and drawings too, is knocked out as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

BLACK = (0.0, 0.0, 0.0, 1.0)
TEXT = frozenset(("Tj", "TJ", "'", '"'))
PAINT = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "INLINE IMAGE"))
COLOURS = frozenset(("k", "rg", "g", "sc", "scn", "cs"))
ON, OFF = "/CetakTindih", "/CetakBiasa"
STATES: dict[str, dict[str, Any]] = {
    ON: {"/OP": True, "/op": True, "/OPM": 1},
    OFF: {"/OP": False, "/op": False, "/OPM": 0},
}
"""Graphics states by their names; with /OPM 1 an ink of which there is none leaves what lies below as it is."""


def overprinted(instructions: Iterable[Any], resources: Any) -> list[Any]:
    """The same instructions with overprint switched on before black text and off before all else. Where they need it,
    the two states are put into `resources`."""
    made = list(_switched(instructions)) if resources is not None else list(instructions)
    if any(str(operator) == "gs" and str(operands[0]) == ON for operands, operator in made):
        if "/ExtGState" not in resources:
            resources["/ExtGState"] = pikepdf.Dictionary()
        states = resources["/ExtGState"]
        for name, values in STATES.items():
            states[name] = pikepdf.Dictionary({"/Type": pikepdf.Name.ExtGState, **values})
    return made


def _switched(instructions: Iterable[Any]) -> Iterator[Any]:
    is_black = is_on = False
    kept: list[tuple[bool, bool]] = []
    for operands, operator in instructions:
        name = str(operator)
        if name == "q":
            kept.append((is_black, is_on))
        elif name == "Q" and kept:
            is_black, is_on = kept.pop()
        elif name in COLOURS:
            is_black = _is_black(name, operands)
        if _switches(name, is_black=is_black, is_on=is_on):
            is_on = not is_on
            yield [[pikepdf.Name(ON if is_on else OFF)], pikepdf.Operator("gs")]
        yield [operands, operator]


def _is_black(name: str, operands: Any) -> bool:
    return name == "k" and tuple(float(value) for value in operands) == BLACK


def _switches(name: str, *, is_black: bool, is_on: bool) -> bool:
    """Whether what is painted now must overprint and doesn't, or does and must not."""
    return is_black != is_on if name in TEXT else is_on and name in PAINT
