"""Editions on paper: what a sheet states, its words, and what has changed since it was published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from html import unescape

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import worded
from selebaran.compose.page.links import moved
from selebaran.compose.page.unchecked import Checked
from selebaran.compose.piece.marks import UNTIL_MARK
from selebaran.compose.piece.validity import edition_until, shown_by, within
from selebaran.compose.template.formats import day, fact_value
from selebaran.compose.template.views import Value, Values
from selebaran.model.edition import PieceOutcome
from selebaran.model.facts import Fact, FactRegister
from selebaran.model.page import HOME, ComposedPage
from selebaran.model.page_meta import PageMeta, PaperShown
from selebaran.model.paper import SENTENCE, PaperEdition, Verdict
from selebaran.model.usage import Usage
from selebaran.model.watched import plain_day

FIELDS = {"telepon": "telepon", "wa": "WhatsApp", "alamat": "alamat", "jam": "jam buka", "nama": "nama"}


EMBLEM = re.compile(r'<img class="lambang"[^>]*>')
ALT = re.compile(r'<img\b[^>]* alt="([^"]+)"')
TAG = re.compile(r"<[^>]+>")


def words_of(html: str) -> str:
    """What a sheet says, its words parted by one space, then the texts that stand for its pictures.

    The emblem says nothing: a sheet with it is the same edition as one without. So is one with another last day.
    The sheet is our own template's, whose values are escaped; so each `<` begins a tag."""
    html = EMBLEM.sub(" ", html.replace(UNTIL_MARK, " "))
    text = " ".join([TAG.sub(" ", html), *ALT.findall(html)])
    return " ".join(unescape(text).split())


def stated_by(usage: Usage, register: FactRegister) -> dict[str, dict[str, str]]:
    """What a piece states of each fact that it used: the values that it shows, else all of them, else the sentence."""
    found = {}
    for name in sorted(usage.facts):
        fact = register.by_id[name]
        shown = {n: fact_value(v) for n, v in fact.values.items() if n in usage.values}
        found[name] = shown or values_of(fact)
    return found


def values_of(fact: Fact) -> dict[str, str]:
    """All that can be said of a fact: its values as shown, else its sentence."""
    return {n: str(fact_value(v)) for n, v in fact.values.items()} or {SENTENCE: fact.sentence}


def fields_of(usage: Usage, values: Values) -> dict[str, str]:
    """The contacts of the district that a piece read, under their dotted names."""
    found = {}
    for name in sorted(usage.fields):
        value = field_value(values, name)
        if name.startswith("daerah.kontak.") and name.rsplit(".", 1)[1] in FIELDS and value:
            found[name] = value
    return found


def field_value(values: Values, name: str) -> str | None:
    """A district's value under its dotted name, when it is a text."""
    here: Value = values
    for step in name.split(".")[1:]:
        here = here.get(step) if isinstance(here, Mapping) else None
    return str(here) if isinstance(here, str) else None


def judge(
    edition: PaperEdition,
    policy: FactPolicy,
    values: Values,
    ledger: tuple[PaperEdition, ...],
    current: str | None,
    offices: Mapping[str, str],
    checked: Collection[Checked] = (),
) -> Verdict:
    """What is true of an edition today. `current` is the code that its piece would carry now, if it can be printed;
    `offices` is what contacts are called within a sentence, `checked` what the district has that grows old."""
    changes, days = fact_changes(edition, policy.register, policy.as_of)
    for name, old in _changed(edition, values):
        changes.append(_field_change(name, old, field_value(values, name), offices))
    later = next((e for e in ledger[_position(edition, ledger) + 1 :] if e.piece == edition.piece), None)
    successor = current if current != edition.code else None
    if changes:
        since = min(days, default=later.published if later else policy.as_of)
        return Verdict(edition, "berubah", since, tuple(changes), (), successor)
    if doubt := _doubt(edition, policy, successor, checked):
        return doubt
    until = edition_until(edition, policy.register, checked)
    if successor:
        newer = later.published if later else None
        return Verdict(edition, "lebih-baru", newer, (), (), successor, until)
    return Verdict(edition, "benar", until=until)


def _doubt(
    edition: PaperEdition, policy: FactPolicy, successor: str | None, checked: Iterable[Checked]
) -> Verdict | None:
    """Why a sheet of which every word holds isn't to be passed on: its event is over, or facts are being checked, or
    offices and places that nobody has checked for a year."""
    if edition.event_on and policy.as_of > edition.event_on:
        return Verdict(edition, "selesai", edition.event_on, (), (), successor)
    old = (one.name for one in shown_by(edition.fields, edition.places, checked) if policy.as_of > one.good_until)
    checking = (*_being_checked(edition, policy), *dict.fromkeys(old))
    return Verdict(edition, "periksa", None, (), checking, successor) if checking else None


def _being_checked(edition: PaperEdition, policy: FactPolicy) -> tuple[str, ...]:
    """The topics of facts that it states and that may not go on paper today."""
    facts = (policy.register.by_id.get(name) for name in edition.stated)
    return tuple(fact.topic for fact in facts if fact and fact.keeps_off_paper(policy.as_of, published=True))


def _position(edition: PaperEdition, ledger: tuple[PaperEdition, ...]) -> int:
    return next((i for i, e in enumerate(ledger) if e.code == edition.code), len(ledger))


def fact_changes(edition: PaperEdition, register: FactRegister, as_of: date) -> tuple[list[str], list[date]]:
    """What an edition says that the register no longer says, in words, and the days from which that is so."""
    changes: list[str] = []
    days: list[date] = []
    for name, stated in edition.stated.items():
        fact = register.by_id.get(name)
        if fact is None or not fact.publishable:
            changes.append(f"{_subject(stated, fact)}: tidak kami nyatakan lagi")
        elif fact.ends_on and fact.has_ended(as_of):
            changes.append(f"{_subject(stated, fact)}: tidak berlaku lagi sejak {day(fact.ends_on)}")
            days.append(fact.ends_on)
        else:
            now = {**values_of(fact), SENTENCE: fact.sentence}
            for key, old in stated.items():
                if now.get(key) != old:
                    changes.append(_change(key, old, now.get(key), fact))
                    days += [check.on for check in fact.history if key in check.former][-1:]
    return changes, days


def _subject(stated: Mapping[str, str], fact: Fact | None) -> str:
    if fact is not None:
        return fact.topic
    return "; ".join(text if key == SENTENCE else f"{worded(key)} {text}" for key, text in stated.items())


def _change(key: str, old: str, new: str | None, fact: Fact) -> str:
    subject = fact.topic if key == SENTENCE else _capital(fact.called(key))
    if new is None:
        return f"{subject}: {old} tidak kami nyatakan lagi"
    return f"{subject}: “{old}” menjadi “{new}”" if key == SENTENCE else f"{subject}: {old} menjadi {new}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _changed(edition: PaperEdition, values: Values) -> list[tuple[str, str]]:
    return [(name, old) for name, old in edition.fields.items() if field_value(values, name) != old]


def _field_change(name: str, old: str, new: str | None, offices: Mapping[str, str]) -> str:
    *_, office, field = name.split(".")
    subject = _capital(f"{FIELDS.get(field, worded(field))} {offices.get(office, worded(office))}")
    return f"{subject}: {old} menjadi {new}" if new else f"{subject}: {old} tidak dipakai lagi"


def paper_page(shown: PaperShown, subject: ComposedPage) -> ComposedPage:
    """The page at /e/<code>/: the verdict for its template, below it the subject itself."""
    edition = shown.verdict.edition
    meta = PageMeta(
        title=subject.meta.title,
        description=f"Masih benarkah lembar {edition.title}, edisi {edition.code}?",
        slug=f"e/{edition.code}",
        template="edisi.html",
        facts=subject.meta.facts,
        is_withheld=subject.meta.is_withheld,
        withheld_from=subject.meta.withheld_from,
        withheld_text=moved(subject.meta.withheld_text, subject.slug, f"e/{edition.code}")
        if subject.meta.withheld_text
        else None,
        noindex=True,
        paper=shown,
    )
    html = moved(subject.html, subject.slug, meta.slug)
    return ComposedPage(meta.slug, html, meta, subject.usage, headings=subject.headings, typed=subject.typed)


def _out(outcomes: Iterable[PieceOutcome], policy: FactPolicy) -> Iterator[PaperEdition]:
    """The editions that are handed out."""
    for outcome in outcomes:
        is_past = policy.published and outcome.is_past(policy.as_of)
        if outcome.edition and not outcome.withheld and not is_past:
            yield outcome.edition


def _leads_to(page: ComposedPage) -> str:
    """The page that stands at a page's address now."""
    return page.meta.forward.slug if page.meta.forward else page.meta.slug


def _subjects(pages: Iterable[ComposedPage]) -> dict[str, ComposedPage]:
    """The page that a sheet is about, by the address that the sheet has."""
    there = {page.slug: page for page in pages}
    return {slug: there[_leads_to(page)] for slug, page in there.items()}


class Papers:
    """The editions on paper of one district: those of the ledger, and those that its pieces make now."""

    def __init__(
        self,
        ledger: tuple[PaperEdition, ...],
        outcomes: Iterable[PieceOutcome],
        pages: Iterable[ComposedPage],
        policy: FactPolicy,
        values: Values,
        offices: Mapping[str, str],
        paid_until: date | None = None,
        checked: Collection[Checked] = (),
    ) -> None:
        self._offices, self._paid_until, self._checked = offices, paid_until, checked
        self._published = {edition.code for edition in ledger}
        self._policy = policy
        self._subjects = _subjects(pages)
        out = tuple(_out(outcomes, policy))
        self._current = {edition.piece: edition.code for edition in out}
        self.new = tuple(edition for edition in out if edition.code not in self._published)
        history = (*ledger, *self.new) if policy.published else ledger
        self._values, self._history = values, history
        self.verdicts = tuple(self._verdict(edition, policy) for edition in (*ledger, *self.new))

    def _verdict(self, edition: PaperEdition, policy: FactPolicy) -> Verdict:
        if edition.code not in self._published and not policy.published:
            return Verdict(edition, "pratinjau")
        current = self._current.get(edition.piece)
        found = judge(edition, policy, self._values, self._history, current, self._offices, self._checked)
        return within(found, self._paid_until)

    def _later(self, verdict: Verdict) -> Iterator[tuple[date, Verdict]]:
        """What is true of an edition on later days, as far as the register tells today."""
        known = [name for name in verdict.edition.stated if name in self._policy.register.by_id]
        for on in sorted({*self._policy.change_days(known), *self._days_after(verdict.edition)}):
            then = self._verdict(verdict.edition, self._policy.on(on))
            if then != verdict:
                yield on, then
            verdict = then

    def _days_after(self, edition: PaperEdition) -> Iterator[date]:
        """The day after the event of an edition, and those on which nobody has checked for a year what it shows, where
        they are to come."""
        shown = shown_by(edition.fields, edition.places, self._checked)
        yield from (one.old_from for one in shown if one.old_from > self._policy.as_of)
        if edition.event_on and edition.event_on >= self._policy.as_of:
            yield edition.event_on + timedelta(days=1)

    def pages(self) -> tuple[ComposedPage, ...]:
        """A page for each edition."""
        return tuple(self._page(verdict) for verdict in self.verdicts)

    def _page(self, verdict: Verdict) -> ComposedPage:
        edition = verdict.edition
        subject = self._subjects.get(edition.subject) or self._subjects[HOME]
        shown = PaperShown(
            verdict,
            plain_day(self._policy.as_of),
            is_published=self._policy.published or edition.code in self._published,
            can_download=edition.piece in self._current,
            subject=subject.meta.title,
            subject_address=subject.address or "./",
            later=tuple(self._later(verdict)),
        )
        return paper_page(shown, subject)
