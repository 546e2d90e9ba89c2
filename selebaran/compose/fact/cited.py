"""A fact as a list of sources shows it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.template.formats import fact_value
from selebaran.compose.template.views import present_fact
from selebaran.model.facts import Fact


def cited(fact: Fact, names: Collection[str], policy: FactPolicy) -> dict[str, Any]:
    """A fact as a list of sources shows it, with those of its values that `names` has; plain data.

    What may not be shown has no values here either."""
    shown = present_fact(fact, policy.as_of)
    hidden = policy.treatment(fact.id) in GONE
    values = [] if hidden else [f"{worded(n)}: {fact_value(v)}" for n, v in fact.values.items() if n in names]
    return {k: list(v) if isinstance(v, tuple) else v for k, v in shown.items()} | {"nilai": values}


def worded(name: str) -> str:
    """The name of a value as words: iuran kelas 3."""
    return name.replace("_", " ")
