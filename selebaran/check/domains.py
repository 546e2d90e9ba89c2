"""The name of a district's site: until when it is paid. A name that lapses behind printed codes becomes anybody's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selebaran.model.edition import Edition
from selebaran.model.problem import Problem, problem, warning
from selebaran.model.registry import Registry

WARNED = 90
"""Days before the end on which it is told first."""


def check_domain(slug: str, registry: Registry, as_of: date, *, published: bool) -> Iterator[Problem]:
    """What is said of the name itself. A publication under a name that isn't paid any more is refused."""
    index = registry.slugs.index(slug)
    listed = registry.listed[index]
    if listed.domain is None or listed.paid_until is None:
        return
    place = registry.list_places.of("daerah", index, "domain_sampai")
    left = (listed.paid_until - as_of).days
    if left < 0:
        tell = problem if published else warning
        yield tell("domain-habis", place, domain=listed.domain, sampai=listed.paid_until)
    elif left <= WARNED:
        yield warning("domain-hampir-habis", place, domain=listed.domain, sampai=listed.paid_until, hari=left)


def outlived(edition: Edition, registry: Registry) -> Iterator[Problem]:
    """Sheets whose last day is that of the name to which their codes lead, for what they state holds longer."""
    index = registry.slugs.index(edition.slug)
    paid = registry.listed[index].paid_until
    if paid is None or (paid - edition.as_of).days <= WARNED:  # then the name itself is told of
        return
    found = [
        one.name
        for one in edition.outcomes
        if one.edition and not one.withheld and _holds_until(one.usage.facts, registry) > paid
    ]
    if found:
        place = registry.list_places.of("daerah", index, "domain_sampai")
        yield warning("lembar-melebihi-domain", place, lembar=", ".join(found), sampai=paid)


def _holds_until(facts: frozenset[str], registry: Registry) -> date:
    """The first day on which one of the facts is to be checked again, or ends; a sheet without any never does."""
    days = [
        day
        for name in facts
        if (fact := registry.facts.by_id.get(name))
        for day in (fact.check_again, fact.ends_on)
        if day
    ]
    return min(days, default=date.max)
