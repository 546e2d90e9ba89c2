"""What a page says of a place's hours on the day on which it is read: a line for each day of the week that differs, of
which the reader's clock shows one (selebaran/data/hari.js). None shows without it; the whole week stands beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from selebaran.model.hours import WHOLE_WEEK, Span, spans_words, week_of

HOLIDAYS = "hari libur dapat tutup"
SUNDAY = 7
FEWEST = 2
"""Of fewer places it says nothing that doesn't stand beside them."""


def today_lines(words: str | None) -> Markup | None:
    """The lines, as HTML in a line of text; None where no day differs, or nothing can be told. It never says that a
    place is open now: nobody knows."""
    week = week_of(words)
    if week is None or week == WHOLE_WEEK:
        return None
    days: dict[tuple[Span, ...], str] = {}
    for number, spans in enumerate(week, 1):
        days[spans] = days.get(spans, "") + str(number % SUNDAY)  # as browsers count: Sunday is 0
    return Markup("").join(
        Markup(f'<span data-pekan="{numbers}" hidden>{_said(spans)}.</span> ') for spans, numbers in days.items()
    )


def most_today(hours: Iterable[str | None]) -> Markup | None:
    """The same of many places: when most of them are open that day, and of how many that is told. None where fewer than
    two tell their hours."""
    weeks = [week for words in hours if (week := week_of(words))]
    if len(weeks) < FEWEST:
        return None
    said: dict[str, str] = {}
    for number in range(1, SUNDAY + 1):
        (spans, count), *_ = Counter(week[number - 1] for week in weeks).most_common(1)
        places = f" di {count} dari {len(weeks)} tempat" if count < len(weeks) else ""
        today = f"Jadwal hari ini{f' {spans_words(spans)}' if spans else ': tutup'}{places}."
        said[today] = said.get(today, "") + str(number % SUNDAY)
    return Markup("").join(
        Markup(f'<span data-pekan="{numbers}" hidden>{text}</span> ') for text, numbers in said.items()
    )


def _said(spans: tuple[Span, ...]) -> str:
    return f"Jadwal hari ini {spans_words(spans)}; {HOLIDAYS}" if spans else "Jadwal hari ini: tutup"
