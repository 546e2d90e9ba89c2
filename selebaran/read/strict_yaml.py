"""YAML as an office types it: text to plain values in which every scalar stays text, each with its place.

What enters is one file's bytes; what leaves is a `YamlFile` (values, places) and all faults found. A general YAML
loader reads 0212345670 as 36293560, 36.10 as 36.1 and 08.00 as 8.0, and keeps the last of two equal keys; this one
works on PyYAML's events and guesses nothing. Aliases, anchors, tags and merge keys are refused: nobody needs them
here, and they are how a small file becomes a large one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from selebaran.model.places import Loc, Places
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.text import HIDDEN, MAX_PROBLEMS, UNSEEN, decode, hidden, shown
from selebaran.read.yaml_errors import WORD_QUOTES, explain
from selebaran.read.yaml_loader import QuickLoader

MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 20_000
"""Letters of one line, key or value; no record takes as many."""
LAST = 0x10FFFF
"""The last character that there is."""
EMPTY = {"", "~", "null", "Null", "NULL"}

DIRECTIVE = re.compile(r"(?:[ ]*(?:#.*)?\n)*(%\S*)")
"""A line such as %YAML or %TAG, before which there can only be remarks."""
LOST = re.compile(r"[ \t]+(#[^\s#].*)")
"""What looks like the rest of a value: `Balai Desa #2` ends before its #. A remark has a space after that."""

# Where a no-break space stands for YAML's own: at the start of a line and after a colon or dash.
HIDDEN_IN_YAML = re.compile(f"{UNSEEN}|(?:^[ -]*|:)\u00a0", re.M)


@dataclass(frozen=True)
class YamlFile:
    """Plain values (dict, list, str, None) and where each of them stands."""

    data: dict[str, Any]
    places: Places


@dataclass
class _Open:
    """A list or mapping that is not closed yet."""

    value: Any
    loc: Loc
    key: str | None = None
    skip: bool = False
    is_key: bool = False

    @property
    def waits_for_key(self) -> bool:
        """Whether it is a mapping in which the next thing has to be a key."""
        return isinstance(self.value, dict) and self.key is None


@dataclass
class _Reader:
    """Folds events into values. `line_offset` is added where the YAML stands below the first line of its file."""

    file: str
    line_offset: int = 0
    text: str = ""
    keys: dict[Loc, Place] = field(default_factory=dict)
    values: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    root: Any = None

    def place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1 + self.line_offset, mark.column + 1)

    def fault(self, code: str, mark: Any, **values: object) -> None:
        self.problems.append(problem(code, self.place(mark), **values))

    def put(self, value: Any, mark: Any) -> Loc:
        """Set a finished value into what is open, and return its loc."""
        if not self.stack:
            self.root = value
            self.values[()] = self.place(mark)
            return ()
        top = self.stack[-1]
        step: str | int = len(top.value) if isinstance(top.value, list) else top.key or ""
        loc = (*top.loc, step)
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            if not top.skip:
                top.value[top.key] = value
            top.key, skipped = None, top.skip
            top.skip = False
            if skipped:
                return (*loc, "·")
        self.values[loc] = self.place(mark)
        return loc

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a text: a key where a mapping waits for one, else a value. An unquoted empty word is None."""
        text = unicodedata.normalize("NFC", event.value)
        if found := HIDDEN.search(text):  # written as an escape
            self.fault("huruf-tersembunyi", event.start_mark, huruf=f"U+{ord(found[0]):04X}")
        top = self.stack[-1] if self.stack else None
        if top is not None and top.waits_for_key:
            self.refuse_long(text, text, event.start_mark)
            self.open_key(top, text, event.start_mark)
            return
        self.refuse_long(text, (top.key or "") if top is not None else "", event.start_mark)
        if event.style not in ("|", ">"):
            self.refuse_lost(event.end_mark)
        plain = event.style is None
        self.put(None if plain and text in EMPTY else text, event.start_mark)

    def refuse_long(self, text: str, key: str, mark: Any) -> None:
        """Refuse a text that is longer than any record takes."""
        if len(text) > MAX_SCALAR:
            self.fault("teks-terlalu-panjang", mark, kunci=shown(key), max_length=MAX_SCALAR)

    def refuse_lost(self, end: Any) -> None:
        """Refuse what looks like the rest of the value that ends there, and is a remark to YAML."""
        if lost := LOST.match(self.text, end.index):
            start = self.place(end)
            place = Place(self.file, start.line, start.column + lost.start(1) - lost.start())
            self.problems.append(problem("yaml-pagar", place, isi=shown(lost[1])))

    def open_key(self, top: _Open, text: str, mark: Any) -> None:
        """Begin an entry of a mapping; the value of a key that can't stand there is read and dropped."""
        top.key = text
        if text[:1] in WORD_QUOTES:
            self.fault("yaml-kutip-word", mark, huruf=text[0])
            top.skip = True
        elif text == "<<":
            self.fault("yaml-fitur-dilarang", mark, fitur="<<")
            top.skip = True
        elif text in top.value:
            self.fault("kunci-ganda", mark, kunci=shown(text), baris=self.keys[(*top.loc, text)].line)
            top.skip = True
        else:
            self.keys[(*top.loc, text)] = self.place(mark)

    def collection(self, event: yaml.CollectionStartEvent) -> None:
        top = self.stack[-1] if self.stack else None
        value: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        if top is not None and top.waits_for_key:
            self.fault("yaml-kunci-bukan-teks", event.start_mark)
            self.stack.append(_Open(value, (*top.loc, "·"), is_key=True))
        else:
            self.stack.append(_Open(value, self.put(value, event.start_mark)))

    def alias(self, event: yaml.AliasEvent) -> None:
        self.fault("yaml-fitur-dilarang", event.start_mark, fitur=shown(f"*{event.anchor}"))
        top = self.stack[-1] if self.stack else None
        if top is not None and top.waits_for_key:
            top.key, top.skip = "", True
        else:
            self.put(None, event.start_mark)

    def refuse_features(self, event: yaml.NodeEvent) -> None:
        tag = (getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
        for name in (event.anchor and f"&{event.anchor}", tag):
            if name:
                self.fault("yaml-fitur-dilarang", event.start_mark, fitur=shown(name))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False when reading can't go on."""
        if isinstance(event, yaml.AliasEvent):
            self.alias(event)
        elif isinstance(event, yaml.NodeEvent):
            self.refuse_features(event)
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event)
            elif len(self.stack) >= MAX_DEPTH:
                self.fault("yaml-terlalu-dalam", event.start_mark, batas=MAX_DEPTH)
                return False
            elif isinstance(event, yaml.CollectionStartEvent):
                self.collection(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self.stack.pop()
            if closed.is_key:
                self.stack[-1].key, self.stack[-1].skip = "", True
        return len(self.problems) < MAX_PROBLEMS

    def syntax(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        code, (line, column), values = explain(error, lines)
        place = Place(self.file, line + 1 + self.line_offset, column + 1)
        # What PyYAML says of a line that is already faulty only follows from that fault.
        if all(p.place.line != place.line for p in self.problems):
            self.problems.append(problem(code, place, **values))

    def read(self, text: str) -> None:
        """Take all events of a text, as far as it can be read."""
        self.text = text
        if found := DIRECTIVE.match(text):
            line = text.count("\n", 0, found.start(1)) + 1 + self.line_offset
            self.problems.append(problem("yaml-fitur-dilarang", Place(self.file, line, 1), fitur=shown(found[1])))
            return
        documents = 0
        for nodes, event in enumerate(yaml.parse(text, Loader=QuickLoader), 1):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                self.fault("yaml-dua-dokumen", event.start_mark)
                break
            if nodes > MAX_NODES:
                self.fault("yaml-terlalu-banyak", event.start_mark, batas=MAX_NODES)
                break
            if not self.take(event):
                break


Found = tuple[YamlFile | None, list[Problem]]
"""What a file says, and every fault in it."""


class _Memory:
    """What is kept of files that were read, by their bytes, name and offset; nothing outside of `remembering`."""

    kept: dict[tuple[bytes, str, int], Found] | None = None


@contextmanager
def remembering() -> Iterator[None]:
    """Within, a file of the same bytes isn't read again: nine tenths of the time of reading a project are YAML. For who
    reads one again and again; what is gone from it is kept, too."""
    _Memory.kept = {}
    try:
        yield
    finally:
        _Memory.kept = None


def read_yaml(raw: bytes, file: str, *, line_offset: int = 0) -> Found:
    """Values and places of one file, and every fault in it. The values are None when they can't be relied on."""
    if _Memory.kept is None:
        return _read(raw, file, line_offset)
    key = raw, file, line_offset
    found = _Memory.kept.get(key)
    if found is None:
        found = _Memory.kept[key] = _read(raw, file, line_offset)
    return found[0], [*found[1]]


def _read(raw: bytes, file: str, line_offset: int) -> Found:
    text, problems = decode(raw, file)
    if text is None:
        return None, problems
    if long := _long_lines(text, file, line_offset):
        return None, long
    reader = _Reader(file, line_offset)
    reader.problems = hidden(text, file, HIDDEN_IN_YAML, line_offset)[:MAX_PROBLEMS]
    if reader.problems:  # they are noted; reading goes on to find the others
        text = HIDDEN.sub("", text).replace("\u00a0", " ")
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        reader.syntax(error, text.split("\n"))
    except (ValueError, OverflowError):  # PyYAML fails on an escape of a character that doesn't exist
        reader.problems.append(_no_character(text, file, line_offset))
    if not reader.problems and not isinstance(reader.root, dict):
        reader.problems.append(problem("yaml-bukan-isian", Place(file, 1 + line_offset)))
    if reader.problems:
        return None, reader.problems
    return YamlFile(reader.root, Places(file, reader.keys, reader.values)), []


def _long_lines(text: str, file: str, line_offset: int) -> list[Problem]:
    """Lines that are so long that nobody typed them, told before anything else looks at them."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if len(line) > MAX_SCALAR]
    return [
        problem("teks-terlalu-panjang", Place(file, number + line_offset), kunci=shown(line), max_length=MAX_SCALAR)
        for number, line in lines
    ]


def _no_character(text: str, file: str, line_offset: int) -> Problem:
    """The first escape such as \\UFFFFFFFF that stands for no character."""
    escapes = re.finditer(r"(?<!\\)(?:\\\\)*(\\U)([0-9A-Fa-f]{8})", text)
    at = next((found.start(1) for found in escapes if int(found[2], 16) > LAST), 0)
    line = text.count("\n", 0, at) + 1
    return problem("yaml-garis-miring", Place(file, line + line_offset, at - text.rfind("\n", 0, at)))
