"""Facts that a district's text names: `{{ fakta.name }}`, and nothing else, filled in as text.

No template engine ever sees what a district wrote. A name is looked for with a pattern; in its place comes the value as
residents read it, escaped so that Markdown and HTML take it for words. That happens before the text is rendered and
cleaned, so whatever stands around a value goes through the cleaner with it. A statement whose fact may not be shown
is exchanged as on shared pages, and what was named counts as used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.fact.removal import Mark, removed, without_sentences
from selebaran.compose.fact.stages import Stage, spans, without_ids
from selebaran.compose.markup.aside import BEGIN, OPENING
from selebaran.compose.page.html import Surroundings, render
from selebaran.compose.page.limits import excess
from selebaran.compose.page.temporary import unlinked
from selebaran.compose.template.engine import escape_markdown, source_of
from selebaran.compose.template.formats import Phone, fact_value
from selebaran.compose.template.locate import Source
from selebaran.jobs.step import at
from selebaran.model.facts import FactRegister, Treatment
from selebaran.model.own_text import Override, OwnPage
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.usage import Usage
from selebaran.words.near import nearest

NAMED = re.compile(r"\{\{[ \t]*fakta\.([a-zA-Z]\w{0,79})(?:\.(tel|wa))?[ \t]*\}\}")
"""What a district may write to name a fact: a value of the register, or the link that dials it."""
COUNTS = re.compile(r"[.)](?=\s)")
SECTION = re.compile(r"^(?=#{2,6}\s)", re.M)


@dataclass(frozen=True)
class Filled:
    """A text with its facts filled in, the names of the values that it states, what is wrong with the names, and how it
    reads on later days."""

    text: str
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    later: tuple[Stage, ...] = ()

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The text now, and on later days."""
        return (Stage(None, self.text), *self.later)

    def usage(self, register: FactRegister) -> Usage:
        """What the text used."""
        ids = (register.by_name[name][0].id for name in self.names)
        return Usage(facts=frozenset(ids), values=frozenset(self.names))

    def treated(self, policy: FactPolicy) -> dict[str, Treatment]:
        """The facts that it marks or replaces."""
        found = ((name, policy.treatment(name)) for name in sorted(self.usage(policy.register).facts))
        return {name: how for name, how in found if how is not Treatment.SHOW}

    def note(self, policy: FactPolicy) -> str:
        """What stands below it on the policy's day."""
        treated = self.treated(policy)
        marked = (name for name, how in treated.items() if how is Treatment.MARK)
        return policy.note(marked, (name for name, how in treated.items() if how in GONE))


NOTHING = Filled("")


@dataclass(frozen=True)
class _Raw:
    """A text with all of its facts, each at its offset, whether they may be shown or not."""

    text: str
    marks: tuple[Mark, ...]
    names: tuple[str, ...]
    problems: tuple[Problem, ...]

    def gone(self, policy: FactPolicy) -> list[Mark]:
        """The facts that may not be shown."""
        return [mark for mark in self.marks if policy.treatment(mark.fact) in GONE]


def fill(text: str, place: Place, policy: FactPolicy) -> Filled:
    """Markdown of a district with its facts as text. `place` is where it begins."""
    raw = _raw(Source(text, place), policy.register, escape_markdown)
    days = policy.change_days({mark.fact for mark in raw.marks})
    later = tuple(Stage(day, "".join(_left(raw, policy.on(day)))) for day in days)
    return Filled("".join(_left(raw, policy)), raw.names, raw.problems, later)


def fill_summary(written: OwnPage | Override, policy: FactPolicy) -> Filled:
    """A summary that a district wrote, as plain text: without what may not be shown, and dated where it is overdue."""
    text, place = written.front.summary or "", written.head_places.get("ringkas", written.place)
    raw = _raw(source_of(text, place, "plain"), policy.register, str)
    plain = policy.dated(without(raw.text, raw.gone(policy), policy), [mark.fact for mark in raw.marks])
    return Filled(plain, raw.names, raw.problems)


def without(text: str, gone: Collection[Mark], policy: FactPolicy) -> str:
    """A plain text without the sentences that may not be shown, and whom to ask instead."""
    if not gone:
        return text
    rest = without_sentences(text, tuple(gone))
    return f"{rest} Sebagian tidak kami tampilkan: tanyakan ke {policy.ask_plain}.".strip()


def _raw(source: Source, register: FactRegister, escape: Callable[[str], str]) -> _Raw:
    parts: list[str] = []
    marks: list[Mark] = []
    names: list[str] = []
    problems: list[Problem] = []
    length = end = 0
    for found in NAMED.finditer(source.text):
        before = source.text[end : found.start()]
        value, fault = _value(found, source, register)
        if fault:
            problems.append(fault)
        else:
            names.append(found[1])
            marks.append(Mark(length + len(before), register.by_name[found[1]][0].id, mention=False))
        shown = escape(value)
        if escape is escape_markdown and _would_count(before, value, source.text[found.end() :]):
            shown = f"{shown[:-1]}&#{ord(shown[-1])};"
        parts += [before, shown]
        length += len(before) + len(parts[-1])
        end = found.end()
    parts.append(source.text[end:])
    return _Raw("".join(parts), tuple(marks), tuple(names), tuple(problems))


def _would_count(before: str, value: str, after: str) -> bool:
    """Whether a number that begins a line would be taken for the number of a list: "10. Bayar"."""
    return value.isdecimal() and not before.rpartition("\n")[2].strip(" \t>") and bool(COUNTS.match(after))


def _value(found: re.Match[str], source: Source, register: FactRegister) -> tuple[str, Problem | None]:
    """What stands in place of a name, or why nothing can."""
    name, link = found[1], found[2]
    if name not in register.by_name:
        place = source.at(found.start(1))
        return "", problem("fakta-tidak-dikenal", place, nama=name, maksud=nearest(name, register.by_name))
    value = fact_value(register.by_name[name][1])
    if not link:
        return value, None
    if isinstance(value, Phone):
        return (value.tel if link == "tel" else value.wa), None
    values = {"nama": f"fakta.{name}.{link}", "maksud": f"fakta.{name}", "semua": f"fakta.{name}"}
    return "", problem("isian-tidak-dikenal", source.at(found.start(2)), **values)


def _left(raw: _Raw, policy: FactPolicy) -> Iterator[str]:
    """The text from one heading to the next without what may not be shown on the policy's day."""
    gone = raw.gone(policy)
    if not gone:
        yield raw.text
        return
    starts = sorted({0, *(found.start() for found in SECTION.finditer(raw.text))})
    for start, end in pairwise([*starts, len(raw.text)]):
        here = [replace(mark, offset=mark.offset - start) for mark in gone if start <= mark.offset < end]
        yield removed(raw.text[start:end], here)[0] if here else raw.text[start:end]


def render_named(
    text: str, place: Place, around: Surroundings, policy: FactPolicy
) -> tuple[str, Filled, list[Problem]]:
    """Clean HTML of a district's text with its facts, in each of its stages; what it named, and what is wrong with
    it."""
    text = unlinked(text, around.ahead)
    if faults := excess(text, place):
        return "", Filled(""), faults
    with at(place.file):
        filled = fill(text, place, policy)
    html, faults = render(text, place, around, filled.text)
    found = spans(filled.stages)
    if len(found) > 1:
        texts = [html, *(without_ids(render(text, place, around, span.text)[0]) for span in found[1:])]
        html = "\n\n".join(
            part.replace(BEGIN, f"{OPENING}{span.attributes}>", 1) for part, span in zip(texts, found, strict=True)
        )
    return html, filled, [*filled.problems, *faults]
