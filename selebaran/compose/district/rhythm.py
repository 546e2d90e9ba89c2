"""How often an event comes again, as a sentence: setiap Kamis; Rabu kedua setiap bulan; saben Kemis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from selebaran.model.language import NUMBER, RhythmWords
from selebaran.model.rrule import LAST, Rule

WORKDAYS, WEEKEND, ALL_WEEK = frozenset(range(5)), frozenset((5, 6)), frozenset(range(7))


INDONESIAN_WORDS = RhythmWords.model_validate(
    {
        "setiap": "setiap",
        "satuan": {"hari": "hari", "pekan": "pekan", "bulan": "bulan", "tahun": "tahun"},
        "hari": ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        "bulan": (
            *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
            *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
        ),
        "urutan": ("pertama", "kedua", "ketiga", "keempat", "kelima"),
        "terakhir": "terakhir",
        "dari_akhir": "dari akhir",
        "ke": "ke-#",
        "tanggal": "tanggal",
        "hari_kerja": "hari kerja",
        "akhir_pekan": "hari Sabtu atau Minggu",
        "dan": "dan",
        "semua": "semua",
        "hanya": "hanya",
        "jatuh_pada": "yang jatuh pada",
        "di_bulan": "bulan",
        "dari_hari": "dari hari",
        "bila_ada": "bila ada",
    }
)
"""Those of the language that everything is written in."""


def rhythm(rule: Rule, first: date, words: RhythmWords = INDONESIAN_WORDS) -> str:
    """A rule of an event that begins on `first`, in the words of a language."""
    return _Sentence(rule, first, words).text


@dataclass(frozen=True)
class _Sentence:
    rule: Rule
    first: date
    words: RhythmWords

    @property
    def text(self) -> str:
        """All of it."""
        match self.rule.frequency:
            case "DAILY":
                return self._filtered(self._every)
            case "WEEKLY":
                return self._weekly()
            case "MONTHLY":
                return self._with_months(f"{self._in_month()} {self._every}")
            case _:
                return self._yearly()

    @property
    def _every(self) -> str:
        """setiap bulan, setiap 2 bulan"""
        unit = self.words.units[self.rule.frequency]
        return (
            f"{self.words.every} {self.rule.interval} {unit}"
            if self.rule.interval > 1
            else f"{self.words.every} {unit}"
        )

    def _filtered(self, text: str) -> str:
        """Every so many days, of which only some count."""
        days = [self._days_of_month()] if self.rule.month_days else []
        names = [self._plain_weekdays()] if self.rule.weekdays else []
        return self._with_months(", ".join([text, *(f"{self.words.only} {part}" for part in (*days, *names))]))

    def _weekly(self) -> str:
        names = self._plain_weekdays()
        if self.rule.positions:
            return self._with_months(f"{self._chosen(names)} {self._every}")
        text = f"{names}, {self._every}" if self.rule.interval > 1 else f"{self.words.every} {names}"
        return self._with_months(text)

    def _yearly(self) -> str:
        """5 November, setiap tahun; Kamis kedua bulan November, setiap tahun"""
        rule, months = self.rule, self._months(self.rule.months or self._own_month)
        if rule.weekdays or rule.positions or any(day < 0 for day in rule.month_days):
            where = f" {self.words.in_month} {months}" if months else ""
            return f"{self._in_month()}{where}, {self._every}"
        if not months:
            return f"{self._in_month()} {self.words.every} {self.words.units['MONTHLY']}, {self._every}"
        days = _joined([str(day) for day in sorted(rule.month_days or (self.first.day,))], self.words.and_)
        return f"{days} {months}, {self._every}"

    @property
    def _own_month(self) -> tuple[int, ...]:
        """The month that a yearly rule takes from its first day, where it says nothing of its days."""
        return () if self.rule.weekdays or self.rule.month_days else (self.first.month,)

    def _with_months(self, text: str) -> str:
        months = self._months(self.rule.months)
        return f"{text}, {self.words.only} {self.words.in_month} {months}" if months else text

    def _months(self, numbers: Iterable[int]) -> str:
        return _joined([self.words.months[number - 1] for number in sorted(numbers)], self.words.and_)

    def _in_month(self) -> str:
        """Kamis kedua; tanggal 5 dan 20; hari kerja terakhir"""
        rule = self.rule
        if rule.month_days and rule.weekdays:
            text = f"{self._days_of_month()} {self.words.falling_on} {self._plain_weekdays()}"
        elif rule.weekdays and rule.positions:
            return self._chosen(self._plain_weekdays())
        elif rule.weekdays:
            return self._numbered_weekdays()
        else:
            text = self._days_of_month()
        return f"{self._nth(rule.positions)} {self.words.among} {text}" if rule.positions else text

    def _chosen(self, names: str) -> str:
        """hari kerja terakhir; yang pertama dari hari Senin dan Kamis"""
        days = frozenset(day for _, day in self.rule.weekdays)
        kinds = {WORKDAYS: self.words.workday, WEEKEND: self.words.weekend, ALL_WEEK: self.words.units["DAILY"]}
        if kind := kinds.get(days):
            return f"{kind} {self._nth(self.rule.positions)}"
        return f"{self._nth(self.rule.positions)} {self.words.among} {names}"

    def _plain_weekdays(self) -> str:
        days = [day for _, day in sorted(self.rule.weekdays, key=lambda pair: pair[1])]
        return _joined([self.words.weekdays[day] for day in days or [self.first.weekday()]], self.words.and_)

    def _numbered_weekdays(self) -> str:
        found = []
        for week, day in self.rule.weekdays:
            name = self.words.weekdays[day]
            found.append(f"{name} {self._nth((week,))}" if week else f"{self.words.all_} {name}")
        text = _joined(found, self.words.and_)
        return f"{text} ({self.words.if_any})" if any(abs(week) == 5 for week, _ in self.rule.weekdays) else text

    def _nth(self, numbers: tuple[int, ...]) -> str:
        return _joined([self._ordinal(number) for number in numbers], self.words.and_)

    def _ordinal(self, number: int) -> str:
        if number == LAST:
            return self.words.last
        known = abs(number) <= len(self.words.ordinals)
        name = self.words.ordinals[abs(number) - 1] if known else self.words.nth.replace(NUMBER, str(abs(number)))
        return f"{name} {self.words.from_end}" if number < 0 else name

    def _days_of_month(self) -> str:
        """tanggal 5 dan 20; hari terakhir; tanggal 8 sampai 14 is told day by day"""
        given = self.rule.month_days or (self.first.day,)
        days = [str(day) for day in sorted(given) if day > 0]
        named = [f"{self.words.on_day} {_joined(days, self.words.and_)}"] if days else []
        ends = [f"{self.words.units['DAILY']} {self._ordinal(day)}" for day in sorted(given, reverse=True) if day < 0]
        return _joined([*named, *ends], self.words.and_)


def _joined(words: list[str], and_: str) -> str:
    """Senin, Rabu dan Jumat."""
    return f" {and_} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
