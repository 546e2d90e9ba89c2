"""Opening hours as officials write them -> the spans of each day of a week, and the same in words.

"Sen–Kam 08.00–14.00, Jum 08.00–11.00", "Senin - Kamis 8.00-14.00", "tiap hari", "24 jam", "istirahat 12.00–13.00" are
read. A text without a time of day ("IGD 24 jam, poli menurut jadwal dokter") is plainly a text, and stays as it was
typed; so does what stands in brackets at the end. A time of day that nothing can be made of is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Minutes since midnight: from, until."""
Week: TypeAlias = tuple[tuple[Span, ...], ...]
"""The spans of Monday, then of each day after it."""

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SHORT = {name[:3].lower(): number for number, name in enumerate(DAYS)}
NAMES = {name.lower(): number for number, name in enumerate(DAYS)} | {"jum'at": 4, "jum’at": 4, "ahad": 6}
NUMBERS = SHORT | NAMES
EVERY, CLOSED, BREAK, ALL_DAY = ("setiap", "tiap"), ("tutup", "libur"), ("istirahat", "istrahat"), "24 jam"
SILENT = ("hari", "jam", "pukul", "pkl", "buka", "wib", "wita", "wit", "dan")
"""Words that change nothing between days and times."""
UNTIL = ("sampai", "hingga", "s.d.", "s.d", "s/d", "sd")
KNOWN = (*NUMBERS, *EVERY, *CLOSED, *BREAK, *SILENT, *UNTIL, "dengan")
SPELT = "|".join(re.escape(form) for word in KNOWN for form in dict.fromkeys((word, word.capitalize(), word.upper())))
LOOK = rf"(?!.*([0-9][.:][0-9][0-9]|[0-9] *[-–—] *[0-9])).*|([0-9 .,:;/&+()–—-]|{SPELT})+( *\([^()]*\))?"
"""How such a text looks, for editors: no time of day, or nothing else than days, times and words between them."""
LONGEST = 120
"""Letters that pages and sheets have room for."""
WHOLE_DAY: Span = (0, 24 * 60)
WHOLE_WEEK: Week = ((WHOLE_DAY,),) * len(DAYS)

CLOCKED = re.compile(r"\d[.:]\d\d|\d\s*[-–—]\s*\d")
"""What tells that a text has times of day."""
NOTE = re.compile(r"\s*(\([^()]*\))$")
ZONE = re.compile(r"\b(wib|wita|wit)\b", re.I)
CLOCK = r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?(?![\d.:]*\d)"
TOKEN = re.compile(
    rf"(?P<whole>24\s*jam)|(?P<until>-|sampai dengan|{'|'.join(map(re.escape, UNTIL))}(?![a-z]))|(?P<clock>{CLOCK})"
    r"|(?P<word>[a-z]+(?:['’]at)?)\.?|(?P<sign>[,;:/&+()])|(?P<strange>\S+)"
)


class HoursFault(Exception):
    """What was typed can't be read as hours: a problem's code and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Hours:
    """What a text says of a week, and in words. `week` is None for a text that has no times."""

    week: Week | None
    words: str


@dataclass(frozen=True)
class _Token:
    """A part of a text that means something: a day, every day, a time, a range between two, a break, closed."""

    kind: str
    text: str
    number: int = 0


def week_of(words: str | None) -> Week | None:
    """The spans of each day, of hours that were read already."""
    return read_hours(words).week if words else None


@lru_cache(maxsize=4096)
def read_hours(typed: str) -> Hours:
    """The hours that a text tells. Raises `HoursFault`."""
    text = " ".join(typed.split())
    if not CLOCKED.search(text) and ALL_DAY not in text.lower():
        return Hours(None, text)
    found = NOTE.search(text)
    note = found[1] if found and not any(word in found[1].lower() for word in BREAK) else ""
    bare = text.removesuffix(note).strip()
    try:
        days, shut = _Reader(text, tuple(_tokens(bare, text))).read()
    except HoursFault:
        if CLOCKED.search(text):
            raise
        return Hours(None, text)
    week = tuple(tuple(sorted(spans)) for spans in days)
    return Hours(week, _worded(week, shut, bare, note))


KINDS = {
    **dict.fromkeys(EVERY, "every"),
    **dict.fromkeys(CLOSED, "closed"),
    **dict.fromkeys(BREAK, "break"),
    **dict.fromkeys(NUMBERS, "day"),
}


def _tokens(bare: str, whole: str) -> Iterator[_Token]:
    """The parts of a text, one after the other. Raises the fault of one that means nothing."""
    for found in TOKEN.finditer(re.sub("[–—−]", "-", bare.lower())):
        text = found[0].rstrip(".")
        if found["clock"]:
            yield _Token("clock", text, int(found[4]) * 60 + int(found[5] or 0))
        elif found["whole"] or found["until"]:
            yield _Token("whole" if found["whole"] else "until", text)
        elif text in KINDS:
            yield _Token(KINDS[text], text, NUMBERS.get(text, 0))
        elif not found["sign"] and text not in SILENT:
            raise HoursFault("jam-buka-tidak-terbaca", isi=whole, bagian=found[0])


class _Reader:
    """Reads parts of days and their spans, from left to right."""

    def __init__(self, text: str, tokens: tuple[_Token, ...]) -> None:
        self._text, self._tokens, self._at = text, tokens, 0

    def read(self) -> tuple[list[list[Span]], set[int]]:
        """The spans of each day, and the days that are said to be closed."""
        week: list[list[Span]] = [[] for _ in DAYS]
        shut: set[int] = set()
        while self._at < len(self._tokens):
            days = self._days()
            if self._take("closed"):
                shut.update(days)
                continue
            spans = self._spans()
            for day in days:
                self._add(week[day], spans, day)
        for day in shut:
            if week[day]:
                raise self._against(day)
        return week, shut

    def _add(self, there: list[Span], spans: list[Span], day: int) -> None:
        for begin, end in spans:
            if any(begin < until and since < end for since, until in there):
                raise self._against(day)
            there.append((begin, end))

    def _take(self, *kinds: str) -> _Token | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind not in kinds:
            return None
        self._at += 1
        return token

    def _days(self) -> list[int]:
        """The days that the next spans are of; every day where "24 jam" stands alone."""
        if self._take("every") and not self._is("day"):  # it may also be "setiap Senin"
            return list(range(len(DAYS)))
        days: list[int] = []
        while day := self._take("day"):
            last = day.number
            if self._take("until"):
                last = self._must("day").number
            days += [number % len(DAYS) for number in range(day.number, last + (last < day.number) * len(DAYS) + 1)]
        if not days and self._at == 0 and self._is("whole"):
            return list(range(len(DAYS)))
        return days or [self._must("day").number]

    def _spans(self) -> list[Span]:
        """The spans after some days, with the breaks within them left out."""
        spans: list[Span] = []
        while self._is("clock", "whole", "break"):
            if self._take("break"):
                spans = self._without(spans, self._span())
            else:
                spans.append(WHOLE_DAY if self._take("whole") else self._span())
        if not spans:
            self._must("clock")
        return spans

    def _span(self) -> Span:
        begin = self._must("clock")
        self._must("until")
        end = self._must("clock")
        if end.number <= begin.number or end.number > WHOLE_DAY[1]:
            raise HoursFault("jam-terbalik", isi=self._text, mulai=begin.text, selesai=end.text)
        return begin.number, end.number

    def _without(self, spans: list[Span], pause: Span) -> list[Span]:
        for at, (begin, end) in enumerate(spans):
            if begin < pause[0] and pause[1] < end:
                return [*spans[:at], (begin, pause[0]), (pause[1], end), *spans[at + 1 :]]
        raise HoursFault("jam-buka-tidak-terbaca", isi=self._text, bagian=f"istirahat {_span_words(pause)}")

    def _is(self, *kinds: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].kind in kinds

    def _must(self, kind: str) -> _Token:
        if token := self._take(kind):
            return token
        said = self._tokens[min(self._at, len(self._tokens) - 1)].text
        raise HoursFault("jam-buka-tidak-terbaca", isi=self._text, bagian=said)

    def _against(self, day: int) -> HoursFault:
        return HoursFault("jam-buka-bertentangan", isi=self._text, hari=DAYS[day])


def _worded(week: Week, shut: set[int], bare: str, note: str) -> str:
    """A week in words: "Senin–Kamis 08.00–14.00, Jumat 08.00–11.00 WIB". What would be too long stays as typed."""
    typed = f"{bare} {note}".strip()
    if week == WHOLE_WEEK:
        return typed
    zone = ZONE.search(bare)
    parts = [" ".join([*_open_words(week, alone=not shut), *([zone[0].upper()] if zone else [])])]
    parts += [f"{_day_words(sorted(shut))} tutup"] if shut else []
    said = f"{', '.join(part for part in parts if part)} {note}".strip()
    said = said if bare[0].islower() and not said.startswith(DAYS) else said[:1].upper() + said[1:]
    return said if len(said) <= LONGEST else typed


def _open_words(week: Week, *, alone: bool) -> list[str]:
    """Days with the hours that they share; `alone`: nothing else is said."""
    groups: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            groups.setdefault(spans, []).append(day)
    between = ", " if alone and len(groups) == 1 else " "
    told = [f"{_day_words(days)}{between}{spans_words(spans)}" for spans, days in groups.items()]
    return [", ".join(told)] if told else []


def _day_words(days: list[int]) -> str:
    """Days by name, those that follow each other from the first to the last: "Senin–Kamis dan Sabtu"."""
    if len(days) == len(DAYS):
        return "setiap hari"
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])]
    named = [DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}–{DAYS[run[-1]]}" for run in runs]
    return f"{', '.join(named[:-1])} dan {named[-1]}" if len(named) > 1 else named[0]


def spans_words(spans: tuple[Span, ...]) -> str:
    """The hours of a day in words: "08.00–12.00 dan 13.00–15.00"."""
    return ALL_DAY if spans == (WHOLE_DAY,) else " dan ".join(map(_span_words, spans))


def _span_words(span: Span) -> str:
    return "–".join(f"{minutes // 60:02}.{minutes % 60:02}" for minutes in span)
