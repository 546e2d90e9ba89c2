"""Telephones in running text, each with its place: only what is certainly one.

A number has to be typed whole: with its 0 and area code, or with +62. Sixteen digits of a NIK, amounts, times, days,
numbers of decrees and of bank accounts are left alone, and so is what could be read in two ways: a link less costs a
resident a few taps, a link to the wrong number more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selebaran.model.telephone import Dialling, Number, digits_of, readings, tidy

GAP = r"[ \u00a0.–‑-]"
CANDIDATE = re.compile(
    rf"(?<![\w+–-])(?<!\d[.,:])(?:\+62{GAP}?(?:\(0\){GAP}?)?|62(?=8\d{{8}})|\(0\d{{2,3}}\){GAP}?|0)\d*(?:{GAP}?\d+)+"
)
"""What begins as a whole number does, and all digits after it that only single gaps keep apart."""
AFTER = re.compile(r"[\w%@]|[.,:–‑-]\w|[ \u00a0]?/\s?\d")
ENDING = re.compile(r"[ \u00a0]?/\s?(?:0\d|\+62)")
"""After a slash another number may follow."""
SLASH = re.compile(r"[ \u00a0]?/\s?")
NOT_A_PHONE = re.compile(
    r"(?:\bRp\.?|\b(?:NIK|NIP|NPWP|KK|SK|NIS|NUPTK|rek|rekening|kode pos|virtual account|VA|kartu|peserta|ID)\b"
    r"(?:\s+\w+)?)[\s:.]*$",
    re.I,
)
TIMES_OR_DAY = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?[-–]\s?\d{1,2}[.:]\d{2})?|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}")
LOOSE_END = re.compile(r"(.*\d{3,})[ \u00a0]\d{1,2}")
"""A last group of one or two digits: "0254 200123 10 orang"."""
SEEN_BEFORE = 30


@dataclass(frozen=True)
class Found:
    """A number at `text[start:end]`."""

    start: int
    end: int
    number: Number


def find_telephones(text: str, where: Dialling) -> Iterator[Found]:
    """The numbers of a text without line breaks that can be dialled, in order."""
    if "0" not in text and "62" not in text:
        return
    last = 0
    for candidate in CANDIDATE.finditer(text):
        if _is_apart(text, candidate, last) and (number := _number(candidate[0], where)):
            last = candidate.end()
            yield Found(candidate.start(), last, number)


def _is_apart(text: str, candidate: re.Match[str], last: int) -> bool:
    """Whether what stands around it lets it be a telephone. `last` is where the number before it ends."""
    start, end = candidate.span()
    before = text[max(0, start - SEEN_BEFORE) : start]
    if re.search(r"[\w.,:]/\s?$", before) and not SLASH.fullmatch(text, last, start):
        return False
    if AFTER.match(text, end) and not ENDING.match(text, end):
        return False
    return not NOT_A_PHONE.search(before) and not TIMES_OR_DAY.fullmatch(candidate[0])


def _number(typed: str, where: Dialling) -> Number | None:
    found = readings(tidy(typed), where)
    loose = LOOSE_END.fullmatch(typed)
    if len(found) != 1 or len(digits_of(typed)) < 8 or (loose and readings(tidy(loose[1]), where)):
        return None
    return Number(found[0].dial, typed)
