"""What pages say of facts that can't be shown, and of those that are overdue: once below a block, never within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from html import escape

from selebaran.compose.template.formats import Phone, fact_value, month, timed_day
from selebaran.model.campaign import Ask
from selebaran.model.fact_row import FactRow
from selebaran.model.facts import Fact, FactRegister, Treatment

GONE = (Treatment.REPLACE, Treatment.WITHHOLD)


class FactPolicy:
    """How the facts of a register are treated on one day, in a preview or in a publication; and whom residents are sent
    to for what can't be shown."""

    def __init__(self, register: FactRegister, as_of: date, whom: Ask, *, published: bool) -> None:
        self.register = register
        self.as_of = as_of
        self.whom = whom
        self.published = published
        self._treatments: dict[str, Treatment] = {}
        self._others: dict[date, FactPolicy] = {}
        self._changes: dict[str, tuple[date, ...]] = {}
        self._notes: dict[tuple[tuple[str, ...], tuple[str, ...], bool], str] = {}
        self.rows: dict[tuple[str, tuple[str, ...] | None], FactRow] = {}

    def treatment(self, fact_id: str) -> Treatment:
        """What a page does with the fact."""
        if fact_id not in self._treatments:
            fact = self.register.by_id[fact_id]
            self._treatments[fact_id] = fact.treatment(self.as_of, published=self.published)
        return self._treatments[fact_id]

    def phone(self, name: str) -> Phone | None:
        """A telephone of the register, when it may be shown."""
        found = self.register.by_name.get(name)
        if found is None or self.treatment(found[0].id) in GONE:
            return None
        value = fact_value(found[1])
        return value if isinstance(value, Phone) else None

    @property
    def phone_to_ask(self) -> Phone | None:
        """The telephone that residents are sent to, when there is one that may be shown."""
        return self.phone(self.whom.phone.fact) if self.whom.phone else None

    @cached_property
    def ask(self) -> str:
        """Whom to ask, as HTML."""
        phone, number = self.whom.phone, self.phone_to_ask
        if phone is None or number is None:
            return escape(self.whom.place)
        return f'{escape(phone.name)} <a href="{number.tel}">{number}</a>'

    @property
    def ask_plain(self) -> str:
        """Whom to ask, as plain text."""
        phone, number = self.whom.phone, self.phone_to_ask
        return f"{phone.name} {number}" if phone and number else self.whom.place

    def on(self, day: date) -> FactPolicy:
        """The same on another day."""
        if day not in self._others:
            self._others[day] = FactPolicy(self.register, day, self.whom, published=self.published)
        return self._others[day]

    def change_days(self, facts: Iterable[str]) -> list[date]:
        """The days to come from which one of these facts may be treated otherwise."""
        return sorted({day for name in facts for day in self._changes_of(name)})

    def _changes_of(self, name: str) -> tuple[date, ...]:
        if name not in self._changes:
            self._changes[name] = tuple(self.register.by_id[name].change_days(self.as_of))
        return self._changes[name]

    def note(self, marked: Iterable[str], hidden: Iterable[str] = (), *, asks: bool = True) -> str:
        """What is said below a block: when its overdue facts were seen last, which ones are left out, and whom to ask,
        if nothing on the page has said it yet; nothing where there is nothing to say."""
        asked = (tuple(sorted(marked)), tuple(sorted(hidden)), asks)
        if asked not in self._notes:  # pages say the same in every district
            self._notes[asked] = self._note(*asked)
        return self._notes[asked]

    def _note(self, marked: Iterable[str], hidden: Iterable[str], asks: bool) -> str:
        shown, left_out = self._in_order(marked), self._in_order(hidden)
        said = [*self._ended(shown), *self._being_checked(shown), *self._seen(shown), *self._left_out(left_out)]
        if not said:
            return ""
        return " ".join([*said, f"Pastikan ke {self._ask_about((*shown, *left_out))}."] if asks or left_out else said)

    def _in_order(self, facts: Iterable[str]) -> list[Fact]:
        return [self.register.by_id[name] for name in sorted(facts, key=self.register.index.__getitem__)]

    def _ended(self, facts: Iterable[Fact]) -> Iterator[str]:
        for fact in facts:
            if fact.ends_on and fact.has_ended(self.as_of):
                yield f"Tidak berlaku lagi sejak {timed_day(fact.ends_on)}: {_topic(fact)}."

    def _being_checked(self, facts: Iterable[Fact]) -> Iterator[str]:
        for fact in facts:
            if fact.recheck_since and fact.is_being_checked(self.as_of) and not fact.has_ended(self.as_of):
                yield f"Sedang diperiksa ulang sejak {timed_day(fact.recheck_since)}: {_topic(fact)}."

    def _seen(self, facts: Iterable[Fact]) -> Iterator[str]:
        """One sentence: the days, and what was seen on each."""
        others = [fact for fact in facts if not fact.has_ended(self.as_of) and not fact.is_being_checked(self.as_of)]
        found: dict[str, list[str]] = {}
        for fact in sorted(others, key=lambda fact: fact.seen_on or date.min):
            found.setdefault(timed_day(fact.seen_on) if fact.seen_on else "", []).append(_topic(fact))
        if unseen := found.pop("", []):
            yield f"Belum kami cocokkan: {', '.join(unseen)}."
        if found:
            said = (f"{on}: {', '.join(topics)}" for on, topics in found.items())
            yield f"Kami lihat terakhir {'; '.join(said)}."

    def _left_out(self, facts: Iterable[Fact]) -> Iterator[str]:
        if topics := [_topic(fact) for fact in facts]:
            yield f"Tidak kami tampilkan sampai dicocokkan lagi: {', '.join(topics)}."

    def _ask_about(self, facts: Iterable[Fact]) -> str:
        """Whom to ask of these facts, as HTML. Nobody confirms their own number."""
        phone = self.register.by_name.get(self.whom.phone.fact) if self.whom.phone else None
        return escape(self.whom.place) if phone and phone[0] in tuple(facts) else self.ask

    def dated(self, text: str, facts: Iterable[str]) -> str:
        """A plain text with the month in which the oldest overdue fact that it states was seen last."""
        marked = [self.register.by_id[name] for name in facts if self.treatment(name) is Treatment.MARK]
        if not marked:
            return text
        known = [fact.seen_on for fact in marked if fact.seen_on]
        return f"{text} ({f'Kami lihat terakhir {month(min(known))}' if known else 'Belum kami cocokkan'}.)"


def _topic(fact: Fact) -> str:
    return f"<b>{escape(within(fact.topic))}</b>"


def within(topic: str) -> str:
    """A topic as it stands within a sentence: an abbreviation keeps its capitals."""
    return topic if topic[1:2].isupper() else topic[:1].lower() + topic[1:]
