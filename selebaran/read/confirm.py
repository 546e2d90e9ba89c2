"""Proposals that somebody compared move from layanan-usulan.yml to layanan.yml: the texts of both files, changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from selebaran.model.district import Directory
from selebaran.model.kinds import Kinds
from selebaran.model.problem import Problem
from selebaran.model.proposal import Proposals
from selebaran.model.record import Record
from selebaran.model.telephone import Dialling
from selebaran.read.schema import modeline
from selebaran.read.splice import BOM, UnusualLayout, comments_in, with_entries, without_entries
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
    noted = [comments_in(files.proposals.removeprefix(BOM), PROPOSED, index) for index in chosen]
    lines = [[*_lines(entry), *notes] for entry, notes in zip(entries, noted, strict=True)]
    left = _kept(files.proposals, lambda text: without_entries(text, PROPOSED, chosen))
    begun = files.directory or f"{modeline(CONFIRMED)}\n"
    grown = _kept(begun, lambda text: with_entries(text, CONFIRMED, lines))
    rest = [entry for index, entry in enumerate(before) if index not in chosen]
    _hold(left, files.names[0], {**source, PROPOSED: rest or None})
    there = _read(begun, files.names[1], may_be_empty=True)
    _hold(grown, files.names[1], {**there, CONFIRMED: [*(there.get(CONFIRMED) or []), *entries]})
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


def _lines(entry: Mapping[str, str]) -> list[str]:
    return [f"{key}: {_scalar(text)}" for key, text in entry.items()]


def _scalar(text: str) -> str:
    """A text as YAML takes it for nothing else; plain where it may be."""
    dumped = yaml.safe_dump([text], allow_unicode=True, width=len(text) * 4 + 100).strip().removeprefix("- ")
    # This project's reader takes every plain scalar for a text, so a date needs no quotes.
    return text if dumped == f"'{text}'" and text[:1].isdigit() and ":" not in text and "#" not in text else dumped


def _kept(text: str, change: Callable[[str], str]) -> str:
    """A changed text with the BOM that it began with."""
    mark = BOM if text.startswith(BOM) else ""
    return mark + change(text.removeprefix(BOM))


def _read(text: str, name: str, *, may_be_empty: bool = False) -> dict[str, Any]:
    source, _ = read_yaml(text.encode(), name)
    if source is None and not may_be_empty:
        raise UnusualLayout(name)
    return dict(source.data) if source else {}


def _hold(text: str, name: str, wanted: Mapping[str, Any]) -> None:
    """Read a changed text again: it says what it should, and nothing else."""
    if _read(text, name) != wanted:
        raise UnusualLayout(name)
