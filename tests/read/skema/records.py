"""The records that a file is made of."""

from __future__ import annotations

from collections.abc import Iterator

from selebaran.model.record import Record
from selebaran.read.shape import Kind, kind_of
from selebaran.read.wordlists import CAMPAIGN, read_campaign
from tests.conftest import ROOT

KINDS = read_campaign(ROOT / CAMPAIGN, CAMPAIGN)[0].kinds
"""The keys of this project's campaign."""


def records_in(record: type[Record]) -> Iterator[type[Record]]:
    """A record and all that stand within it, each once."""
    seen: list[type[Record]] = []
    waiting = [record]
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.append(here)
        yield here
        for field in here.model_fields.values():
            kind: Kind | None = kind_of(field.annotation)
            while kind is not None and kind.record is None:
                kind = kind.items or kind.entries
            if kind is not None and kind.record is not None:
                waiting.append(kind.record)
