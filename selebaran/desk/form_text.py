"""What a form sent, as it came through WhatsApp, e-mail or a file -> its entries, or which part is lost or damaged.

A part begins with SELEBARAN and what it is, and ends with AKHIR; each has a sum of its own lines and names that of the
whole. The programs on its way put things before a line, break long ones, and quote: all that is undone. Sums tell
what was damaged, not who wrote it.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from selebaran.desk.form_records import BODY, FORM_OF, FormKind
from selebaran.desk.offer import OfferedPicture
from selebaran.desk.page_files import Entry
from selebaran.model.places import Loc
from selebaran.model.problem import Place, Problem, problem
from selebaran.read.text import shown

MOST_BYTES = 4 << 20
"""Of a text with its pictures."""
MOST_PARTS = 99
DEEPEST = 6
HEAD = re.compile(
    r"SELEBARAN (?P<kind>[a-z]{1,20}) (?P<slug>[a-z0-9-]{1,80}) "
    r"(?P<number>\d{1,2})/(?P<of>\d{1,2}) (?P<sum>[0-9a-f]{8})\s*$"
)
FOOT = re.compile(r"AKHIR (?P<number>\d{1,2})/(?P<of>\d{1,2}) (?P<sum>[0-9a-f]{8})\s*$")
LINE = re.compile(
    r"(?P<key>[a-z_][a-z0-9_]*(\.([a-z_][a-z0-9_]*|[0-9]{1,3}))*):( (?P<text>.*))?$|\|( (?P<body>.*))?$|[+&] .*$", re.S
)
POSITION = re.compile("[0-9]{1,3}")
"""Of an item in a list, counted from 1."""
QUOTED = re.compile(r"^(?:> ?)+")
SPACES = str.maketrans({"\u00a0": " ", "\u200e": None, "\u200f": None, "\u202f": " ", "\ufeff": None})
"""What messengers put between letters without showing it."""


@dataclass(frozen=True)
class SentPicture:
    """A picture that came with a page, and whose it is."""

    picture: OfferedPicture
    source: str


@dataclass(frozen=True)
class Sent:
    """One entry: its form, the district, what it says (None where a field was emptied) and where each thing stands; the
    pictures of a page, once they were read."""

    form: FormKind
    slug: str
    place: Place
    entry: Mapping[str, Any]
    places: Mapping[Loc, Place] = field(default_factory=dict)
    pictures: tuple[SentPicture, ...] = ()


@dataclass(frozen=True)
class _Line:
    text: str
    place: Place


@dataclass(frozen=True)
class _Part:
    """A part as it came. `lines` are joined again where they were broken."""

    kind: str
    slug: str
    number: int
    of: int
    whole: str
    place: Place
    lines: tuple[_Line, ...]
    is_sound: bool

    @property
    def name(self) -> tuple[str, str, int, str]:
        """What tells which entry it is a part of."""
        return self.kind, self.slug, self.of, self.whole

    @property
    def told(self) -> str:
        """How messages name the entry."""
        return f"{self.kind} {self.slug}"


def is_form_text(raw: bytes) -> bool:
    """Whether a file is what a form sent."""
    return len(raw) <= MOST_BYTES and any(HEAD.search(line) for line in _lines(raw))


def slugs_in(raw: bytes) -> frozenset[str]:
    """The districts that a text names."""
    return frozenset(found["slug"] for line in _lines(raw) if (found := HEAD.search(line)))


def sent_in(texts: Mapping[str, bytes]) -> tuple[list[Sent], list[Problem]]:
    """All entries of some texts, by how messages name them, and every fault in their form: a part that is lost or
    damaged, a form that nobody has. The parts of one entry may stand in several texts."""
    parts: dict[tuple[str, str, int, str], dict[int, _Part]] = {}
    damaged: list[Problem] = []
    for part in (part for label, raw in texts.items() for part in _parts(_lines(raw), label)):
        there = parts.setdefault(part.name, {})
        if part.number not in there or not there[part.number].is_sound:  # the same part twice does no harm
            there[part.number] = part
    found: list[Sent] = []
    for group in parts.values():
        entry, problems = _entry(group)
        damaged += problems
        found += [entry] if entry else []
    return found, damaged


def _lines(raw: bytes) -> list[str]:
    text = unicodedata.normalize("NFC", raw.decode("utf-8-sig", errors="replace")).translate(SPACES)
    return [QUOTED.sub("", line) for line in re.split(r"\r\n|\r|\n", text)]


def _parts(lines: Sequence[str], label: str) -> Iterator[_Part]:
    """The parts of a text in the order in which they stand; what stands between them is nobody's."""
    begun: re.Match[str] | None = None
    at, held = Place(label), list[_Line]()
    for number, line in enumerate(lines, 1):
        place = Place(label, number)
        if head := HEAD.search(line):
            if begun:
                yield _part(begun, at, held, None)
            begun, at, held = head, place, []
        elif begun and (foot := FOOT.match(line.strip())):
            yield _part(begun, at, held, foot)
            begun = None
        elif begun:
            _take(line, place, held)
    if begun:
        yield _part(begun, at, held, None)


def _take(line: str, place: Place, held: list[_Line]) -> None:
    """One more line; one that is none of its own was broken off the line before it."""
    text = line.rstrip()
    if LINE.match(text.lstrip()):
        held.append(_Line(text.lstrip(), place))
    elif text.strip() and held:
        held[-1] = _Line(f"{held[-1].text} {text.strip()}", held[-1].place)


def _part(head: re.Match[str], at: Place, held: list[_Line], foot: re.Match[str] | None) -> _Part:
    number, of = int(head["number"]), int(head["of"])
    is_sound = foot is not None and (foot["number"], foot["of"]) == (head["number"], head["of"])
    is_sound = is_sound and foot is not None and foot["sum"] == sum_of(line.text for line in held)
    return _Part(head["kind"], head["slug"], number, of, head["sum"], at, tuple(held), is_sound)


def sum_of(lines: Iterator[str] | Sequence[str]) -> str:
    """CRC-32 of lines, as form/text.js makes it."""
    return f"{zlib.crc32(chr(10).join(lines).encode()):08x}"


def _entry(group: Mapping[int, _Part]) -> tuple[Sent | None, list[Problem]]:
    """The entry that some parts make up together, or what is wrong with them."""
    first = group[min(group)]
    if problems := list(_unsound(group, first)):
        return None, problems
    lines = _joined([line for number in sorted(group) for line in group[number].lines])
    if sum_of([line.text for line in lines]) != first.whole:
        whole = f"1–{first.of}/{first.of}"
        return None, [problem("formulir-bagian-rusak", first.place, bagian=whole, isi=first.told)]
    form = FORM_OF.get(first.kind)
    if form is None:
        return None, [problem("formulir-tidak-dikenal", first.place, isi=first.kind, semua=", ".join(FORM_OF))]
    return _filled(form, first.slug, first.place, lines)


def _unsound(group: Mapping[int, _Part], first: _Part) -> Iterator[Problem]:
    """Parts that were damaged, and those that aren't there."""
    for part in group.values():
        if not part.is_sound:
            yield problem("formulir-bagian-rusak", part.place, bagian=f"{part.number}/{part.of}", isi=first.told)
    if lost := [f"{number}/{first.of}" for number in range(1, first.of + 1) if number not in group]:
        yield problem("formulir-bagian-hilang", first.place, bagian=", ".join(lost), isi=first.told)


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Lines that went on in another part, whole again."""
    found: list[_Line] = []
    for line in lines:
        if line.text[:2] in ("+ ", "& ") and found:
            between = " " if line.text[0] == "+" else ""
            found[-1] = _Line(f"{found[-1].text}{between}{line.text[2:]}", found[-1].place)
        else:
            found.append(line)
    return found


def _filled(form: FormKind, slug: str, at: Place, lines: Sequence[_Line]) -> tuple[Sent | None, list[Problem]]:
    """An entry of its lines."""
    entry: Entry = {}
    places: dict[Loc, Place] = {}
    body: list[str] = []
    for line in lines:
        place, found = line.place, LINE.match(line.text)
        if found and found["key"]:
            way = _way(found["key"])
            if not _put(entry, way, found["text"] or None):
                return None, [problem("formulir-baris-salah", place, isi=shown(line.text))]
            places[way] = place
        else:
            places.setdefault((BODY,), place)
            body.append(line.text[2:])
    if body:
        entry[BODY] = "\n".join(body)
    return Sent(form, slug, at, entry, places), []


def _way(key: str) -> Loc:
    return tuple(int(step) - 1 if POSITION.fullmatch(step) else step for step in key.split("."))


def _put(entry: Entry, way: Loc, text: str | None) -> bool:
    """Put a text where its key says; False where that can't be."""
    if len(way) > DEEPEST:
        return False
    holder: Any = entry
    for step, after in pairwise(way):
        inner: Any = [] if isinstance(after, int) else {}
        holder = _within(holder, step, inner)
        if type(holder) is not type(inner):
            return False
    return _within(holder, way[-1], text, is_last=True) is not _WRONG


_WRONG = object()
"""No place for anything."""


def _within(holder: Any, step: str | int, fresh: Any, *, is_last: bool = False) -> Any:
    """What stands in one place of a mapping or list; put there where nothing does. Lists have no gaps."""
    if isinstance(holder, dict) and isinstance(step, str):
        return _WRONG if is_last and step in holder else holder.setdefault(step, fresh)
    if not (isinstance(holder, list) and isinstance(step, int) and 0 <= step <= len(holder)):
        return _WRONG
    if step == len(holder):
        holder.append(fresh)
        return fresh
    return _WRONG if is_last else holder[step]
