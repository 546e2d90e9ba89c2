"""A fact of the register as a row: the one place where it becomes one.

Templates, lists of sources, files for others and the staff's reports all take from the row, and only word its days.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from selebaran.compose.fact.policy import GONE, FactPolicy, within
from selebaran.compose.template.formats import day, fact_value, month, timed_day
from selebaran.compose.template.views import FactsView, Recorder, Values
from selebaran.model.fact_row import FactRow
from selebaran.model.facts import Fact, Treatment
from selebaran.model.usage import Usage


def row_of(fact: Fact, as_of: date, *, published: bool, names: Collection[str] | None = None) -> FactRow:
    """A fact as it stands on a day in a preview or a publication, with the values that `names` has, or with all.

    What may not be shown has no values here either."""
    treatment = fact.treatment(as_of, published=published)
    wanted = fact.values if names is None else names
    values = {} if treatment in GONE else {n: str(fact_value(v)) for n, v in fact.values.items() if n in wanted}
    return FactRow(
        id=fact.id,
        topic=fact.topic,
        short=fact.short or within(fact.topic),
        sentence=fact.sentence,
        values=values,
        sources=fact.sources,
        as_of=fact.as_of,
        checked_on=fact.checked_on,
        check_again=fact.check_again,
        confidence=fact.confidence,
        owner=fact.owner,
        state=fact.state(as_of),
        treatment=treatment,
        is_overdue=fact.is_overdue(as_of),
        has_ended=fact.has_ended(as_of),
        ends_on=fact.ends_on,
        changed_on=max((check.on for check in fact.history if check.former), default=None),
        gone_on=_gone_on(fact, as_of, published=published),
        labels={name: fact.called(name) for name in values},
    )


def row_on(policy: FactPolicy, fact: Fact, names: Collection[str] | None = None) -> FactRow:
    """The same on the policy's day, as most pages of a build have it."""
    key = fact.id, None if names is None else tuple(name for name in fact.values if name in names)
    if key not in policy.rows:
        policy.rows[key] = row_of(fact, policy.as_of, published=policy.published, names=names)
    return policy.rows[key]


def _gone_on(fact: Fact, as_of: date, *, published: bool) -> date | None:
    days = sorted(fact.change_days(as_of))
    return next((day for day in days if fact.treatment(day, published=published) in GONE), None)


def stated(used: Usage, policy: FactPolicy) -> tuple[FactRow, ...]:
    """The facts that a page states, for its list of sources."""
    facts = (policy.register.by_id[name] for name in sorted(used.facts))
    return tuple(row_on(policy, fact, used.values) for fact in facts if fact.publishable)


def withheld_for(used: Usage, policy: FactPolicy) -> tuple[str, ...]:
    """The facts that keep a page back that uses them."""
    return tuple(sorted(name for name in used.facts if policy.treatment(name) is Treatment.WITHHOLD))


def withheld_from(used: Usage, policy: FactPolicy) -> date | None:
    """The day to come from which a page that uses these facts is kept back, if nobody checks them."""
    return next((day for day in policy.change_days(used.facts) if withheld_for(used, policy.on(day))), None)


def entry(row: FactRow) -> Values:
    """A row under the names that templates use."""
    return {
        "id": row.id,
        "topik": row.topic,
        "sebutan": row.short,
        "kalimat": row.sentence,
        "per": day(row.as_of) if row.as_of else None,
        "bulan": month(row.as_of) if row.as_of else None,
        "sumber": row.sources,
        "diperiksa": day(row.checked_on) if row.checked_on else None,
        "lewat": row.is_overdue,
        "lewat_sejak": day(row.check_again) if row.check_again else None,
        "berakhir": row.has_ended,
    }


def overdue_counts(rows: Collection[FactRow]) -> tuple[Values, ...]:
    """How many of them are overdue, now and after each day to come; the days are ISO 8601. Nothing where there are
    none."""
    coming = sorted(row.check_again for row in rows if row.check_again and not row.is_overdue)
    days, late = sorted(set(coming)), len(rows) - len(coming)
    counts = [late, *(late + sum(other <= day for other in coming) for day in days)]
    spans = zip(counts, [None, *days], [*days, None], strict=True)
    return tuple({"jumlah": n, "dari": _iso(since), "sampai": _iso(until)} for n, since, until in spans if rows)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def facts_view(policy: FactPolicy, recorder: Recorder) -> FactsView:
    """The register as a template reads it on the policy's day."""

    def entry_of(fact: Fact) -> Values:
        return entry(row_on(policy, fact))

    return FactsView(policy.register, recorder, entry_of)


def listed(row: FactRow) -> Values:
    """A row as a list of sources shows it: with its values in words, and the days to come on which that changes."""
    values = tuple(f"{row.labels[name]}: {value}" for name, value in row.values.items())
    told = {"per": row.as_of, "diperiksa": row.checked_on, "lewat_sejak": row.check_again}
    days = {
        **{name: timed_day(on) if on else None for name, on in told.items()},
        "lewat_mulai": None if row.is_overdue else _iso(row.check_again),
        "berakhir_mulai": None if row.has_ended else _iso(row.ends_on),
        "nilai_sampai": _iso(row.gone_on),
    }
    return {**entry(row), **days, "nilai": values}


def worded(name: str) -> str:
    """The name of a field as words: jam buka."""
    return name.replace("_", " ")
