"""The facts in use, for anyone to check: as a list on the page about the site, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.fact.row import row_on
from selebaran.model.edition import PieceOutcome, SiteFrame
from selebaran.model.fact_row import FactRow
from selebaran.model.page import ComposedPage
from selebaran.model.usage import Usage
from selebaran.model.watched import plain_day

FACTS_BLOCK = "fakta"
"""The list's place on that page."""
COLUMNS = (
    "id",
    "topik",
    "kalimat",
    "nilai",
    "sumber",
    "keadaan_per",
    "diperiksa_pada",
    "periksa_lagi",
    "keyakinan",
    "keadaan",
    "dipakai_di",
)


@dataclass(frozen=True)
class FactsInUse:
    """What a site and its sheets state: what all of it used, and the pages and pieces that use each fact, by id."""

    used: Usage
    where: Mapping[str, tuple[str, ...]]


def facts_in_use(pages: Iterable[ComposedPage], outcomes: Iterable[PieceOutcome], frame: SiteFrame) -> FactsInUse:
    """The facts that these pages, pieces and the frame around them state."""
    usages = [*((page.slug, page.usage) for page in pages), *((outcome.name, outcome.usage) for outcome in outcomes)]
    where: dict[str, set[str]] = {}
    for name, usage in usages:
        for fact in usage.facts:
            where.setdefault(fact, set()).add(name)
    used = reduce(or_, (usage for _, usage in usages), frame.usage)
    return FactsInUse(used, {fact: tuple(sorted(names)) for fact, names in where.items()})


def list_paths(about: str) -> tuple[str, str]:
    """Where the list lies as CSV and as JSON: with the page about the site."""
    return f"{about}/fakta.csv", f"{about}/fakta.json"


def with_list(page: ComposedPage, found: FactsInUse, policy: FactPolicy, about: str | None) -> ComposedPage:
    """The page about the site, in any language, with the list of facts; any other page as it is."""
    if page.meta.slug != about or page.meta.is_withheld:
        return page
    meta = replace(page.meta, template="tentang.html", facts_in_use=_rows(found, policy))
    if page.slug != about:
        return replace(page, meta=meta)
    return replace(page, meta=meta, usage=page.usage | found.used, blocks={**page.blocks, FACTS_BLOCK: found.used})


def fact_files(found: FactsInUse, policy: FactPolicy, about: str | None) -> dict[str, bytes]:
    """The list as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets) and JSON, by path. Days are ISO 8601.
    A site without a page about itself has neither.

    What may not be shown has no sentence and no values."""
    if about is None:
        return {}
    rows = [_public(row, found.where.get(row.id, ())) for row in _rows(found, policy)]
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        values = "; ".join(f"{name}: {value}" for name, value in row["nilai"].items())
        writer.writerow(
            {**row, "nilai": values, "sumber": "; ".join(row["sumber"]), "dipakai_di": "; ".join(row["dipakai_di"])}
        )
    data = {"per": plain_day(policy.as_of).isoformat(), "fakta": rows}
    table, listed = list_paths(about)
    return {
        table: b"\xef\xbb\xbf" + text.getvalue().encode(),
        listed: json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n",
    }


def _rows(found: FactsInUse, policy: FactPolicy) -> tuple[FactRow, ...]:
    """In the order of the register."""
    facts = [fact for fact in policy.register if fact.id in found.used.facts and fact.publishable]
    return tuple(row_on(policy, fact) for fact in facts)


def _public(row: FactRow, where: tuple[str, ...]) -> dict[str, Any]:
    """A row as JSON has it."""
    return {
        "id": row.id,
        "topik": row.topic,
        "kalimat": "" if row.treatment in GONE else row.sentence,
        "nilai": dict(row.values),
        "sumber": list(row.sources),
        "keadaan_per": _iso(row.as_of),
        "diperiksa_pada": _iso(row.checked_on),
        "periksa_lagi": _iso(row.check_again),
        "keyakinan": row.confidence,
        "keadaan": str(row.state),
        "dipakai_di": list(where),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
