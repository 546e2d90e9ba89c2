"""Amounts and numbers of the register with which a template can calculate.

A worked example ("empat orang: Rp168.000") must follow the register as the number itself does, so it is made of it:
`fakta.harga_obat * 4`. What is calculated reads as a resident reads it, like the value itself.
"""

from __future__ import annotations

from selebaran.compose.template.formats import count, fact_value
from selebaran.model.facts import FactValue

UNITS = {"rupiah": "Rp{}", "angka": "{}", "persen": "{}%"}
"""How a number of each kind is written."""


class Figure(str):
    """A number of the register as residents read it, which can be multiplied and added to."""

    __slots__ = ("kind", "number")
    kind: str
    number: int

    def __mul__(self, other: object) -> Figure:
        """So many times the number; of a percentage, that part of an amount of rupiah."""
        if isinstance(other, Figure):
            return self * other.number
        if not isinstance(other, int):
            return NotImplemented
        if self.kind == "persen":
            return figure("rupiah", self.number * other // 100)
        return figure(self.kind, self.number * other)

    def __add__(self, other: object) -> Figure:
        """The number and so many more."""
        return figure(self.kind, self.number + other) if isinstance(other, int) else NotImplemented


def figure(kind: str, number: int) -> Figure:
    """A number of a kind, written as the register's numbers are."""
    made = Figure(UNITS[kind].format(count(number)))
    made.kind, made.number = kind, number
    return made


def shown(value: FactValue) -> str:
    """A named value as templates get it: a number to calculate with where it is one."""
    if value.kind in UNITS and value.content.isdecimal():
        return figure(value.kind, int(value.content))
    return fact_value(value)
