"""How dates, times, money and telephones are written in Indonesian, for every page and sheet."""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache
from html import escape

from babel.dates import format_date
from babel.numbers import format_decimal

from selebaran.model.facts import FactValue

BOLD = re.compile(r"\*\*(.+?)\*\*")


class Phone(str):
    """A telephone number as typed, with the links that dial it."""

    __slots__ = ()

    @property
    def digits(self) -> str:
        """The digits, with the country code when it was typed with a plus sign."""
        return re.sub(r"[^0-9]", "", self)

    @property
    def tel(self) -> str:
        """A link that calls the number."""
        return f"tel:{'+' if self.startswith('+') else ''}{self.digits}"

    @property
    def wa(self) -> str:
        """A link that opens a WhatsApp chat; a leading 0 stands for Indonesia's 62."""
        return f"https://wa.me/{re.sub(r'^0', '62', self.digits)}"


def bold(text: str) -> str:
    """A text as HTML; what stands between two stars is strong."""
    return BOLD.sub(r"<strong>\1</strong>", escape(text))


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """26 November 2026"""
    return format_date(value, "d MMMM y", locale="id")


@lru_cache(maxsize=4096)
def day_and_month(value: date) -> str:
    """26 November"""
    return format_date(value, "d MMMM", locale="id")


@lru_cache(maxsize=4096)
def month(value: date) -> str:
    """November 2026"""
    return format_date(value, "MMMM y", locale="id")


@lru_cache(maxsize=4096)
def short_month(value: date) -> str:
    """Nov 2026"""
    return format_date(value, "MMM y", locale="id")


@lru_cache(maxsize=4096)
def weekday(value: date) -> str:
    """Kamis"""
    return format_date(value, "EEEE", locale="id")


def hours(start: time, end: time | None, zone: str) -> str:
    """09.00–12.00 WIB"""
    until = f"–{end:%H.%M}" if end else ""
    return f"{start:%H.%M}{until} {zone}"


@lru_cache(maxsize=4096)
def count(value: int) -> str:
    """12.345"""
    return format_decimal(value, locale="id")


def fact_value(value: FactValue) -> str:
    """A named value of the register as residents read it."""
    match value.kind:
        case "rupiah":
            return f"Rp{count(int(value.content))}"
        case "angka":
            return count(int(value.content))
        case "persen":
            return f"{value.content}%"
        case "telepon":
            return Phone(value.content)
        case "tanggal":
            return day(date.fromisoformat(value.content))
        case _:
            return value.content
