"""The facts in use, for anyone to check: as a list on the page about the site, as CSV and as JSON."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from selebaran.compose.fact.cited import cited
from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.template.formats import fact_value
from selebaran.model.edition import PieceOutcome, SiteFrame
from selebaran.model.facts import Fact
from selebaran.model.page import ComposedPage
from selebaran.model.usage import Usage

ABOUT = "tentang"
"""The page that lists them."""
FACTS_BLOCK = "fakta"
"""The list's place on that page."""
CSV_PATH, JSON_PATH = "tentang/fakta.csv", "tentang/fakta.json"
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


def with_facts(
    pages: list[ComposedPage], outcomes: list[PieceOutcome], frame: SiteFrame, policy: FactPolicy
) -> dict[str, bytes]:
    """Lists the facts in use on the page about the site; returns the files that offer them."""
    where: dict[str, set[str]] = {}
    used = frame.usage
    for name, usage in [(p.slug, p.usage) for p in pages] + [(o.name, o.usage) for o in outcomes]:
        used |= usage
        for fact in usage.facts:
            where.setdefault(fact, set()).add(name)
    for index, page in enumerate(pages):
        if page.meta["slug"] == ABOUT and not page.meta.get("ditahan"):
            meta = {**page.meta, "template": "tentang.html", "fakta_dipakai": facts_in_use(used, policy)}
            pages[index] = dataclasses.replace(page, meta=meta)
            if page.slug == ABOUT:
                blocks = {**page.blocks, FACTS_BLOCK: used}
                pages[index] = dataclasses.replace(pages[index], usage=page.usage | used, blocks=blocks)
    return fact_files(used, where, policy)


def facts_in_use(used: Usage, policy: FactPolicy) -> list[dict[str, Any]]:
    """The facts that a site and its sheets state, in the order of the register, as the page shows them."""
    return [cited(fact, fact.values, policy) for fact in _publishable(used, policy)]


def fact_files(used: Usage, where: Mapping[str, Iterable[str]], policy: FactPolicy) -> dict[str, bytes]:
    """The same as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets) and JSON. Days are ISO 8601.

    `where` are the pages and pieces that use a fact, by id. What may not be shown has no sentence and no values."""
    rows = [_row(fact, sorted(where.get(fact.id, ())), policy) for fact in _publishable(used, policy)]
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        values = "; ".join(f"{name}: {value}" for name, value in row["nilai"].items())
        writer.writerow(
            {**row, "nilai": values, "sumber": "; ".join(row["sumber"]), "dipakai_di": "; ".join(row["dipakai_di"])}
        )
    data = {"per": policy.as_of.isoformat(), "fakta": rows}
    return {
        CSV_PATH: b"\xef\xbb\xbf" + text.getvalue().encode(),
        JSON_PATH: json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n",
    }


def _publishable(used: Usage, policy: FactPolicy) -> list[Fact]:
    return [fact for fact in policy.register if fact.id in used.facts and fact.publishable]


def _row(fact: Fact, where: list[str], policy: FactPolicy) -> dict[str, Any]:
    hidden = policy.treatment(fact.id) in GONE
    return {
        "id": fact.id,
        "topik": fact.topic,
        "kalimat": "" if hidden else fact.sentence,
        "nilai": {} if hidden else {name: str(fact_value(value)) for name, value in fact.values.items()},
        "sumber": list(fact.sources),
        "keadaan_per": fact.as_of.isoformat() if fact.as_of else None,
        "diperiksa_pada": fact.checked_on.isoformat() if fact.checked_on else None,
        "periksa_lagi": fact.check_again.isoformat() if fact.check_again else None,
        "keyakinan": fact.confidence,
        "keadaan": str(fact.state(policy.as_of)),
        "dipakai_di": where,
    }
