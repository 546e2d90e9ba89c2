"""A value as somebody typed it into a table -> as the register has it, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from selebaran.model.facts import ValueKind, telephone
from selebaran.model.record import day_of
from selebaran.model.telephone import TelephoneFault
from selebaran.words.mended import mended

WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+")
MONEY = re.compile(r"(?:rp\.?\s*)?(\d+|\d{1,3}(?:\.\d{3})+)(?:,(?:-+|00))?", re.I)
PERCENT = re.compile(r"(\d{1,3}(?:,\d+)?)\s*(?:%|persen)?", re.I)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
SITE = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s]*?)?)/?", re.I)
EXAMPLES: Mapping[ValueKind, str] = {
    "rupiah": "42000",
    "angka": "14",
    "persen": "5",
    "telepon": "0800-1234567",
    "situs": "contoh.go.id",
    "tanggal": "2026-11-28",
    "teks": "11 juta",
}
"""How each kind is typed."""


def typed_value(kind: ValueKind, text: str) -> str | None:
    """The content that the register takes; None where the text has no reading, or more than one, of that kind."""
    return READERS[kind](text)


def typed_day(text: str) -> str | None:
    """A day as tahun-bulan-hari, also where it was typed as offices do: 28/11/2026, Sabtu 28 November 2026."""
    try:
        return day_of(text).isoformat()
    except ValueError:
        meant = mended("tanggal-tidak-terbaca", text)
        return meant if DATE.fullmatch(meant) else None


def _whole(text: str) -> str | None:
    return str(int(text.replace(".", ""))) if WHOLE.fullmatch(text) else None


def _money(text: str) -> str | None:
    found = MONEY.fullmatch(text)
    return _whole(found[1]) if found else None


def _percent(text: str) -> str | None:
    found = PERCENT.fullmatch(text)
    return found[1] if found else None


def _phone(text: str) -> str | None:
    try:
        telephone(text)
    except TelephoneFault:
        return None
    return text


def _site(text: str) -> str | None:
    found = SITE.fullmatch(text)
    return found[1].lower() if found else None


READERS: Mapping[ValueKind, Callable[[str], str | None]] = {
    "rupiah": _money,
    "angka": _whole,
    "persen": _percent,
    "telepon": _phone,
    "situs": _site,
    "tanggal": typed_day,
    "teks": lambda text: text,
}
