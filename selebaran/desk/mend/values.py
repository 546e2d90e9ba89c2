"""One complaint about a value of a file -> the value that was meant, where it has a single reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from selebaran.words.mended import mended

NUMBERS = re.compile(r"\W*(?:[a-z']+\W+)?(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*\d{2,4}\W*", re.I)
"""A day in numbers alone: some write the month first."""
COUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?: (?:orang|jiwa))?")
HOST = re.compile(r"(?:https?://)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\.?/?", re.I)
PAIR = re.compile(r"mulai: (.+), selesai: (.+)")
OFFERED = ("kode-area-tidak-sah", "id-kegiatan-tidak-sah", "koordinat-tidak-terbaca")
"""Complaints whose cure is reckoned from the value alone, and not by likeness."""
BY_WORDS = ("bulan-tidak-terbaca", "pilihan-tidak-sah", "nama-tidak-sah", "alamat-tidak-sah")


def meant(code: str, typed: str, offered: str) -> str:
    """The value that was meant; "" where it isn't certain. `offered` is what the complaint's cure names."""
    if code in OFFERED:
        return offered
    if code == "pilihan-tidak-sah" and typed.casefold() == offered.casefold():
        return offered
    if code in BY_WORDS:
        return mended(code, typed)
    reader = READERS.get(code)
    return reader(typed) if reader else ""


def _day(typed: str) -> str:
    numbers = NUMBERS.fullmatch(typed)
    if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12 and numbers[1] != numbers[2]:
        return ""
    return mended("tanggal-tidak-terbaca", typed)


def _number(typed: str) -> str:
    found = COUNT.fullmatch(typed)
    return found[1].replace(".", "") if found else ""


def _host(typed: str) -> str:
    found = HOST.fullmatch(typed.strip())
    return found[1].lower() if found else ""


READERS: Mapping[str, Callable[[str], str]] = {
    "tanggal-tidak-terbaca": _day,
    "waktu-tidak-terbaca": lambda typed: mended("waktu-tidak-terbaca", typed),
    "bukan-angka": _number,
    "domain-tidak-sah": _host,
}
"""What reads a value, by the code of its complaint."""


def both_ends(text: str) -> tuple[str, str] | None:
    """Beginning and end, where a span of hours stands in one key."""
    found = PAIR.fullmatch(text)
    return (found[1], found[2]) if found else None
