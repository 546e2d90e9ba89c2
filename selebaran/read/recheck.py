"""Renews entries of the facts register in the text of its file, all in one go: the rest stays byte for byte."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import yaml

from selebaran.model.facts import Fact, FactFile
from selebaran.model.paper import SENTENCE
from selebaran.model.problem import Problem
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.validate import validate

WIDTH = 120
NUMBERS = ("rupiah", "angka")


class UnusualLayout(Exception):
    """An entry is written in a way in which it can't be renewed without touching what isn't to be changed; its id, or
    "" where it isn't known which."""


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
    fresh = _rewritten(text, before, after)
    again, problems = read_yaml(fresh.encode(), label)
    problems = validate(FactFile, again)[1] if again is not None else problems
    if again is None or problems:
        return text, problems
    wanted = [_composed(after.get(number, entry)) for number, entry in enumerate(before)]
    if again.data != {**source.data, "fakta": wanted}:
        raise UnusualLayout(checks[0][0].id if len(checks) == 1 else "")
    return fresh, []


def _rewritten(text: str, before: Sequence[Mapping[str, Any]], after: Mapping[int, Mapping[str, Any]]) -> str:
    """The whole text, with what differs between two readings of some of its entries written anew."""
    nodes = _child(yaml.compose(text, Loader=yaml.SafeLoader), "fakta").value
    parts = [part for number in after for part in _Entry(text, nodes[number]).parts(before[number], after[number])]
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    for start, end, part in sorted(parts, reverse=True):
        text = text[:start] + part.replace("\n", end_of_line) + text[end:]
    return text


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


class _Entry:
    """One entry of the list in the text of its file, by the places of its YAML nodes."""

    def __init__(self, text: str, entry: Any) -> None:
        self._text = text
        self._nodes = {key.value: (key, value) for key, value in entry.value}
        if entry.flow_style:
            raise UnusualLayout(self._nodes["id"][1].value)
        self._column = entry.start_mark.column
        self._end = self._line_end(entry)
        self._parts: dict[tuple[int, int], str] = {}

    def parts(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[int, int, str]]:
        """From where to where in the text what is to stand, for what differs between two readings of the entry."""
        for key, value in after.items():
            if key not in self._nodes:
                self._put(self._end, self._end, "\n" + _dumped({key: value}, self._column))
            elif value != before[key]:
                self._change(key, before[key], value)
        return [(start, end, part) for (start, end), part in self._parts.items()]

    def _change(self, key: str, before: Any, value: Any) -> None:
        at, node = self._nodes[key]
        is_block = isinstance(node, yaml.SequenceNode) and not node.flow_style
        if key == "nilai":
            for name in value:
                if value[name] != before[name]:
                    self._change_value(_child(node, name), value[name]["isi"])
        elif is_block and value[1:] == before:
            start, column = node.start_mark.index, node.start_mark.column
            self._put(start, start, f"{_dumped(value[:1], column).lstrip()}\n{' ' * column}")
        elif is_block and value[:-1] == before:
            end = self._line_end(node)
            self._put(end, end, "\n" + _dumped(value[-1:], node.start_mark.column))
        else:
            self._put(at.start_mark.index, self._last(node), _dumped({key: value}, self._column).lstrip())

    def _change_value(self, node: yaml.MappingNode, content: str) -> None:
        """Only the content of a value: within {…} it needs other quotes than on a line of its own."""
        is_number = _child(node, "jenis").value in NUMBERS and content.isdecimal() and str(int(content)) == content
        listed = [int(content) if is_number else content]
        written = yaml.safe_dump(listed, allow_unicode=True, default_flow_style=True, width=len(content) * 2 + WIDTH)
        old = _child(node, "isi")
        self._put(old.start_mark.index, self._last(old), written.strip()[1:-1])

    def _put(self, start: int, end: int, part: str) -> None:
        self._parts[start, end] = self._parts.get((start, end), "") + part

    def _last(self, node: yaml.Node) -> int:
        """Behind the last letter of a node: its own mark lies behind the empty lines and comments that follow it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._last(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self._text[start:end].rstrip())

    def _line_end(self, node: yaml.Node) -> int:
        found = self._text.find("\n", self._last(node))
        end = len(self._text) if found < 0 else found
        return end - 1 if self._text[end - 1 : end] == "\r" else end


def _child(node: Any, name: str) -> Any:
    return next(value for key, value in node.value if key.value == name)


def _dumped(value: Any, column: int) -> str:
    """A value as lines of YAML from a column on."""
    dumped = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=WIDTH - column).rstrip("\n")
    return "\n".join(" " * column + line if line else "" for line in dumped.split("\n"))
