"""What a district's files say already -> the rows of its workbook, as texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selebaran.desk.columns import NAME, STATUS, Column, Path, SheetKind
from selebaran.model.proposal import FILE, STATE

Data = Mapping[str, Mapping[str, Any]]
"""What each file of a district says, by its name."""
LONGEST_CELL = 32_000
"""Letters that a cell can hold, with some to spare. What is longer isn't shown: half of a text would come back."""
SEPARATORS = (", ", "; ", ";", "\n")


@dataclass(frozen=True)
class Filled:
    """A sheet as it is known: what is said once on top, and a row for each entry, its texts by the way to their key."""

    kind: SheetKind
    shared: Mapping[str, str]
    rows: tuple[Mapping[Path, str], ...]


def filled(kind: SheetKind, data: Data) -> Filled:
    """One sheet, filled in with what is known."""
    entries = entries_of(kind, data)
    shared = {key: _said_once(key, entries, data.get(kind.file, {})) for key in kind.shared}
    rows = [_row(kind, name, entry, shared) for name, entry in entries]
    if kind.key == "layanan":
        rows += list(_proposed(kind, data))
    if column := kind.column(NAME):
        known = {name for name, _ in entries}
        rows += [{NAME: title} for key, title in column.choices.items() if key not in known]
    return Filled(kind, shared, tuple(rows))


def entries_of(kind: SheetKind, data: Data) -> list[tuple[str, Mapping[str, Any]]]:
    """The entries of a sheet's list as its file has them, each with its key where they stand under keys."""
    file = data.get(kind.file, {})
    if kind.is_form:
        return [("", file)]
    found = file.get(kind.key)
    if isinstance(found, Mapping):
        return [(name, entry or {}) for name, entry in found.items()]
    return [("", entry) for entry in found or ()]


def _said_once(key: str, entries: Sequence[tuple[str, Mapping[str, Any]]], file: Mapping[str, Any]) -> str:
    """What the file says above all entries, else what most of them say."""
    above = file.get(key)
    if isinstance(above, str):
        return above
    counted = Counter(entry[key] for _, entry in entries if isinstance(entry.get(key), str))
    return counted.most_common(1)[0][0] if counted else ""


def _row(kind: SheetKind, name: str, entry: Mapping[str, Any], shared: Mapping[str, str]) -> Mapping[Path, str]:
    texts = {column.path: shown_value(value_at(entry, column.path), column) for column in kind.columns}
    texts |= {(key,): "" for key, text in shared.items() if texts.get((key,)) == text}
    if column := kind.column(NAME):
        texts[NAME] = column.choices.get(name, name)
    return {path: text for path, text in texts.items() if text}


def _proposed(kind: SheetKind, data: Data) -> Iterator[Mapping[Path, str]]:
    """The places that nobody has compared yet."""
    file = data.get(FILE, {})
    sort = kind.column(("jenis",))
    for entry in file.get("usulan") or ():
        named = {**entry, "jenis": file["jenis"]} if sort else entry
        yield {**_row(kind, "", named, {}), STATUS: STATE}


def value_at(entry: Mapping[str, Any], path: Path) -> Any:
    """What stands at the end of a way; None where nothing does."""
    found: Any = entry
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def shown_value(value: Any, column: Column) -> str:
    """A value of a file as its cell shows it."""
    if isinstance(value, list):
        return joined([str(one) for one in value])
    if not isinstance(value, str) or len(value) > LONGEST_CELL:
        return ""
    return column.choices.get(value, value)


def joined(items: Sequence[str]) -> str:
    """A list in one cell, with the first separator by which it can be taken apart again."""
    texts = (separator.join(items) + ending for separator in SEPARATORS for ending in ("", separator.strip(" ")))
    return next((text for text in texts if split_list(text) == list(items)), "\n".join(items))


def split_list(text: str) -> list[str]:
    """The items of a cell: one a line, or between semicolons, or between commas."""
    separator = next((one for one in ("\n", ";") if one in text), ",")
    return [item for part in text.split(separator) if (item := " ".join(part.split()))]
