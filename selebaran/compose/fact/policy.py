"""What pages say in place of facts that can't be shown as they are, and under those that are overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from html import escape

from selebaran.compose.template.formats import Phone, day, fact_value, month
from selebaran.model.campaign import Ask
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

    @cached_property
    def stand_in(self) -> str:
        """What stands in the place of a statement."""
        return f'<span class="fakta-ganti">Sedang diperiksa ulang: tanyakan ke {self.ask}.</span>'

    @cached_property
    def cell(self) -> str:
        """What stands in a table's cell."""
        return f'<span class="fakta-ganti">sedang diperiksa ulang, tanyakan ke {self.ask}</span>'

    def note(self, facts: Iterable[str]) -> str:
        """A paragraph that dates the overdue facts of a block."""
        found = [self.register.by_id[name] for name in sorted(facts, key=self.register.index.__getitem__)]
        parts = "; ".join(f"<b>{escape(fact.topic)}</b>{escape(self._dated(fact))}" for fact in found)
        return f'<p class="fakta-lewat">Sedang diperiksa ulang: {parts}. Pastikan ke {self.ask}.</p>'

    def _dated(self, fact: Fact) -> str:
        if fact.ends_on and fact.has_ended(self.as_of):
            return f" (tidak berlaku lagi sejak {day(fact.ends_on)})"
        return f" (keadaan {day(fact.as_of)})" if fact.as_of else ""

    def dated(self, text: str, facts: Iterable[str]) -> str:
        """A plain text with the month of the oldest overdue fact that it states."""
        days = [self.register.by_id[name].as_of for name in facts if self.treatment(name) is Treatment.MARK]
        if not days:
            return text
        known = [found for found in days if found]
        since = f"Keadaan {month(min(known))}, sedang" if known else "Sedang"
        return f"{text} ({since} diperiksa ulang.)"
