"""Renews entries of the facts register in the text of its file, all in one go: the rest stays byte for byte."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from selebaran.model.facts import Fact, FactFile
from selebaran.model.paper import SENTENCE
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.read.rewrite import rewritten
from selebaran.read.splice import UnusualLayout
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate
from selebaran.read.yaml_lines import PROGRAM

NUMBERS = ("rupiah", "angka")


@dataclass(frozen=True)
class Recheck:
    """A comparison of a fact with a source. `per` is the day that the source speaks of; `values` and `sentence` are
    given where they changed, and then `approved_by` is a second person. `answered_by` is the officer who was asked, and
    `office` what they are."""

    on: date
    by: str
    source: str
    quote: str | None = None
    approved_by: str | None = None
    per: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    sentence: str | None = None
    confidence: str | None = None
    answered_by: str | None = None
    office: str | None = None

    def changed(self, fact: Fact) -> dict[str, str]:
        """What it changes in the fact: the former values by name, the former sentence as "kalimat"."""
        former = {n: fact.values[n].content for n, text in self.values.items() if fact.values[n].content != text}
        if self.sentence and self.sentence != fact.sentence:
            former[SENTENCE] = fact.sentence
        return former

    def confidence_after(self, fact: Fact) -> str:
        """How sure the fact is then: as was said, or by what an officer's answer makes of it."""
        return self.confidence or fact.confidence_told_by(self.answered_by)


def renew(text: str, label: str, checks: Sequence[tuple[Fact, Recheck]]) -> tuple[str, list[Problem]]:
    """The file's text with these facts renewed, or the faults that the renewed file would have.

    Raises `UnusualLayout` when the result would say anything else than it should."""
    source, problems = read_yaml(text.encode(), label)
    if source is None:
        return text, problems
    before = source.data["fakta"]
    index = {entry["id"]: number for number, entry in enumerate(before)}
    after = {index[fact.id]: _renewed(before[index[fact.id]], fact, check) for fact, check in checks}
    wanted = [_composed(after.get(number, entry)) for number, entry in enumerate(before)]
    try:
        fresh = rewritten(text, {**source.data, "fakta": wanted}, label, PROGRAM)
    except ProblemsFound as found:
        return text, list(found.problems)
    except UnusualLayout:
        raise UnusualLayout(checks[0][0].id if len(checks) == 1 else "") from None
    again, problems = read_yaml(fresh.encode(), label)
    problems = validate(FactFile, again)[1] if again else problems
    return (text, problems) if problems else (fresh, [])


def _renewed(before: Mapping[str, Any], fact: Fact, check: Recheck) -> dict[str, Any]:
    """The entry as it is to read afterwards; new keys stand last."""
    former = check.changed(fact)
    found = {
        **before,
        "sumber": [check.source, *(source for source in before["sumber"] if source != check.source)],
        "sumber_per": (check.per or check.on).isoformat(),
        "diperiksa_pada": check.on.isoformat(),
        "periksa_lagi": (check.on + timedelta(days=fact.interval_days)).isoformat(),
    }
    if SENTENCE in former:
        found[SENTENCE] = check.sentence
    for name in former.keys() - {SENTENCE}:
        found["nilai"] = {**found["nilai"], name: {**found["nilai"][name], "isi": check.values[name]}}
    if (sure := check.confidence_after(fact)) != fact.confidence:
        found["keyakinan"] = sure
    found["riwayat"] = [*(before.get("riwayat") or []), _remembered(former, fact, check)]
    return found


def _remembered(former: dict[str, str], fact: Fact, check: Recheck) -> dict[str, object]:
    """What the history of the fact says of this check: who compared it with what, and how it read before."""
    if check.confidence_after(fact) != fact.confidence:
        former = {**former, "keyakinan": fact.confidence}
    entry = {
        "tanggal": check.on.isoformat(),
        "oleh": check.by,
        "sumber": check.source,
        "kutipan": check.quote,
        "penjawab": check.answered_by,
        "jabatan": check.office,
        "disetujui": check.approved_by,
        "semula": former,
    }
    return {key: value for key, value in entry.items() if value}


def _composed(value: Any) -> Any:
    """Texts as the reader of YAML gives them: with composed letters."""
    if isinstance(value, dict):
        return {key: _composed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_composed(part) for part in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
