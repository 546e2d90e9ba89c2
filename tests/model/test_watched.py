"""A watched day tells on which days every answer that it gave would be the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from selebaran.compose.template.formats import day as written
from selebaran.model.watched import Span, WatchedDay, plain_day

TODAY = date(2026, 11, 29)
YEAR = timedelta(365)
Question = Callable[[date, date], object]
QUESTIONS: tuple[Question, ...] = (
    lambda day, other: day < other,
    lambda day, other: day <= other,
    lambda day, other: day > other,
    lambda day, other: day >= other,
    lambda day, other: day == other,
    lambda day, other: day != other,
    lambda day, other: other < day,
    lambda day, other: other >= day,
    lambda day, other: other == day,
    lambda day, other: other < day - YEAR,
    lambda day, other: day + timedelta(7) > other,
    lambda day, other: max(day, other) == day,
    lambda day, other: sorted([other, day])[0] == other,
    lambda day, other: day - timedelta(1) <= day,
)
SHOWN: tuple[Callable[[date], object], ...] = (
    lambda day: day.year,
    lambda day: day.month,
    lambda day: day.weekday(),
    lambda day: day.isoformat(),
    lambda day: day.replace(day=1),
    lambda day: f"{day:%d}",
    lambda day: f"{day}",
    lambda day: (date(2027, 1, 1) - day).days,
    lambda day: day - date(2026, 1, 1),
    written,
)
"""What is otherwise on the next day, or may be."""


@pytest.mark.parametrize("seed", range(40))
def test_within_its_span_every_answer_is_the_same_and_right(seed: int) -> None:
    chance = random.Random(seed)
    span = Span(TODAY)
    asked = [(chance.choice(QUESTIONS), TODAY + timedelta(chance.randint(-500, 500))) for _ in range(4)]
    watched = WatchedDay.of(span)
    told = [question(watched, other) for question, other in asked]
    assert told == [question(TODAY, other) for question, other in asked]
    for number in range(-600, 600):
        day = TODAY + timedelta(number)
        if span.first <= day <= span.last:
            assert [question(day, other) for question, other in asked] == told, (day, span)


@pytest.mark.parametrize("question", QUESTIONS[:-1])
def test_a_span_ends_where_an_answer_turns(question: Question) -> None:
    for ahead in (-300, -1, 0, 1, 5, 300):
        span, other = Span(TODAY), TODAY + timedelta(ahead)
        told = question(WatchedDay.of(span), other)
        near = (
            (span.first - timedelta(1) if span.first > date.min else None),
            (span.last + timedelta(1) if span.last < date.max else None),
        )
        outside = [question(day, other) for day in near if day]
        assert told not in outside or question in (QUESTIONS[11], QUESTIONS[4], QUESTIONS[5], QUESTIONS[8])


@pytest.mark.parametrize("show", SHOWN)
def test_whatever_shows_a_day_is_of_that_day_alone(show: Callable[[date], object]) -> None:
    span = Span(TODAY)
    assert show(WatchedDay.of(span)) == show(TODAY)
    assert (span.first, span.last) == (TODAY, TODAY)


def test_who_shows_it_on_every_day_anew_takes_it_plain() -> None:
    span = Span(TODAY)
    assert written(plain_day(WatchedDay.of(span))) == written(TODAY)
    assert (span.first, span.last) == (date.min, date.max)


def test_what_was_kept_for_another_span_is_of_that_day_alone() -> None:
    one, other = Span(TODAY), Span(TODAY)
    assert WatchedDay.of(other) in {WatchedDay.of(one): 1}
    assert (one.first, other.first) == (TODAY, TODAY)
