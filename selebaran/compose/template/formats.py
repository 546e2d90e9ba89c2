"""How dates, times, money and telephones are written in Indonesian, for every page and sheet."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import lru_cache
from html import escape

from markupsafe import Markup

from selebaran.jobs.recalled import recalled
from selebaran.model.event_time import ALL_DAY, OPEN, written
from selebaran.model.facts import FactValue, telephone
from selebaran.model.telephone import Number, Telephone

BOLD = re.compile(r"\*\*(.+?)\*\*")


class Phone(Telephone):
    """The numbers of a field as templates see them: one text, or each by itself with the link that dials it."""

    __slots__ = ()

    @property
    def nomor(self) -> tuple[Phone, ...]:
        """The numbers one by one."""
        return tuple(type(self)((number,)) for number in self.numbers)

    @property
    def tel(self) -> str:
        """A link that calls the number, the first where there are several."""
        return self.numbers[0].tel

    @property
    def wa(self) -> str:
        """A link that opens a WhatsApp chat with the number, the first where there are several."""
        return self.numbers[0].wa

    @property
    def sambungan(self) -> str:
        """The link that reaches the first number the way the field says: by telephone, or by WhatsApp."""
        return self._link(self.numbers[0])

    @property
    def tautan(self) -> Markup:
        """The numbers in Markdown, each a link."""
        return Markup(" / ".join(f"[{number.text}]({self._link(number)})" for number in self.numbers))

    def _link(self, number: Number) -> str:
        return number.tel


class ChatPhone(Phone):
    """The same for a field whose numbers have WhatsApp."""

    __slots__ = ()

    def _link(self, number: Number) -> str:
        return number.wa


def bold(text: str) -> str:
    """A text as HTML; what stands between two stars is strong."""
    return BOLD.sub(r"<strong>\1</strong>", escape(text))


@recalled("nama hari dan bulan", 4, readied=True)
def _names(pattern: str) -> tuple[str, ...]:
    """The names of months (MMMM, short ones MMM) from January on, or of days (EEEE) from Monday on. Who knows them from
    before needn't load the library, which takes as long as to compose ten pages."""
    from babel.dates import format_date

    first = date(2024, 1, 1)  # a Monday
    days = [first + timedelta(at) for at in range(7)] if pattern == "EEEE" else [date(2024, m, 1) for m in range(1, 13)]
    return tuple(format_date(one, pattern, locale="id") for one in days)


def learn_names() -> None:
    """Know all of these names: for who prepares what others will compose."""
    for pattern in ("MMMM", "MMM", "EEEE"):
        _names(pattern)


def learn_numbers() -> None:
    """Know how numbers are written: the library reads its tables the first time that somebody asks."""
    count(0)


@lru_cache(maxsize=4096)
def day(value: date) -> str:
    """26 November 2026"""
    return f"{day_and_month(value)} {value.year}"


def timed_day(value: date) -> Markup:
    """The same as an element that programs read too."""
    return Markup(f'<time datetime="{value.isoformat()}">{day(value)}</time>')


@lru_cache(maxsize=4096)
def day_and_month(value: date) -> str:
    """26 November"""
    return f"{value.day} {_names('MMMM')[value.month - 1]}"


@lru_cache(maxsize=4096)
def month(value: date) -> str:
    """November 2026"""
    return f"{_names('MMMM')[value.month - 1]} {value.year}"


@lru_cache(maxsize=4096)
def short_month(value: date) -> str:
    """Nov 2026"""
    return f"{_names('MMM')[value.month - 1]} {value.year}"


@lru_cache(maxsize=4096)
def weekday(value: date) -> str:
    """Kamis"""
    return _names("EEEE")[value.weekday()]


def weekdays(first: date, last: date | None = None) -> str:
    """Kamis; Senin sampai Rabu"""
    return f"{weekday(first)} sampai {weekday(last)}" if last and last > first else weekday(first)


def days(first: date, last: date) -> str:
    """26 November 2026; 7–9 Desember 2026; 30 Desember 2026 sampai 2 Januari 2027"""
    if last <= first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} sampai {day(last)}"


def short_days(first: date, last: date) -> str:
    """Before a short month: 26; 7–9; 30 Des–2"""
    if last <= first:
        return str(first.day)
    begin = str(first.day) if first.month == last.month else f"{first.day} {short_month(first).split()[0]}"
    return f"{begin}–{last.day}"


def hours(start: time | None, end: timedelta | str | None, zone: str) -> str:
    """09.00–12.00 WIB; 09.00 WIB sampai selesai; sepanjang hari"""
    if start is None:
        return ALL_DAY
    if end == OPEN:
        return f"{start:%H.%M} {zone} sampai selesai"
    until = f"–{written(end)}" if end is not None else ""
    return f"{start:%H.%M}{until} {zone}"


@lru_cache(maxsize=4096)
@recalled("bilangan", 2048)
def count(value: int) -> str:
    """12.345"""
    from babel.numbers import format_decimal  # late, as for `_names`

    return format_decimal(value, locale="id")


@recalled("telepon daftar fakta", 512)
def _phone(content: str) -> Phone:
    return Phone(telephone(content).numbers)


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
            return _phone(value.content)
        case "tanggal":
            return day(date.fromisoformat(value.content))
        case _:
            return value.content
