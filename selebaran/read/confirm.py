"""Proposals that somebody compared move from layanan-usulan.yml to layanan.yml: the texts of both files, changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from selebaran.model.district import Directory
from selebaran.model.kinds import Kinds
from selebaran.model.problem import Problem
from selebaran.model.proposal import Proposals
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.rewrite import rewritten, without_entries
from selebaran.read.schema import modeline
from selebaran.read.splice import BOM, UnusualLayout, comments_in, with_notes
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

PROPOSED, CONFIRMED = "usulan", "layanan"
"""The lists of the two files."""
KEPT = ("nama", "kecamatan", "koordinat")


@dataclass(frozen=True)
class Comparison:
    """Who compared places with what is there, and on which day."""

    by: str
    on: date


@dataclass(frozen=True)
class TwoFiles:
    """The texts of layanan-usulan.yml and layanan.yml, and how messages name them. A BOM and line ends are the
    file's own."""

    proposals: str
    directory: str
    names: tuple[str, str]


def moved(files: TwoFiles, chosen: tuple[int, ...], comparison: Comparison) -> TwoFiles:
    """The files with the chosen proposals moved. Raises `UnusualLayout` when one of them would say anything else than
    it should."""
    source = _read(files.proposals, files.names[0])
    before = source[PROPOSED]
    entries = [_confirmed(source, before[index], comparison) for index in chosen]
    notes = [comments_in(files.proposals.removeprefix(BOM), PROPOSED, index) for index in chosen]
    left = without_entries(files.proposals, PROPOSED, chosen, files.names[0])
    begun = files.directory or f"{modeline(CONFIRMED)}\n"
    there = _read(begun, files.names[1], may_be_empty=True)
    wanted = {**there, CONFIRMED: [*(there.get(CONFIRMED) or []), *entries]}
    grown = _noted(rewritten(begun, wanted, files.names[1]), notes)
    return TwoFiles(left, grown, files.names)


def faults_of(files: TwoFiles, where: Dialling, kinds: Kinds | None, zone: str) -> list[Problem]:
    """What would be wrong with the two files."""
    problems: list[Problem] = []
    records: tuple[type[Record], ...] = (Proposals, Directory)
    for text, name, record in zip((files.proposals, files.directory), files.names, records, strict=True):
        source, found = read_yaml(text.encode(), name)
        problems += found if source is None else validate(record, source, where, kinds, zone)[1]
    return problems


def _confirmed(source: Mapping[str, Any], entry: Mapping[str, Any], comparison: Comparison) -> dict[str, str]:
    """A proposal as layanan.yml has it."""
    kept = {key: str(entry[key]) for key in KEPT if entry.get(key)}
    told = f"{source['sumber']}, {source['tahun']}; dicocokkan oleh {comparison.by}"
    checked = {"sumber": told, "diperiksa_pada": comparison.on.isoformat(), "oleh": comparison.by}
    texts = {"jenis": str(source["jenis"]), **kept, **checked}
    return {key: unicodedata.normalize("NFC", text.strip()) for key, text in texts.items()}


def _noted(text: str, notes: Sequence[tuple[str, ...]]) -> str:
    """The text of layanan.yml with what was noted of its last entries below each of them."""
    for back, noted in enumerate(reversed(notes), 1):
        text = with_notes(text, CONFIRMED, -back, noted)
    return text


def _read(text: str, name: str, *, may_be_empty: bool = False) -> Mapping[str, Any]:
    source, _ = read_yaml(text.encode(), name)
    if source is None and not may_be_empty:
        raise UnusualLayout(name)
    return dict(source.data) if source else {}
