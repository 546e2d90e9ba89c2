"""Twins of a district: the same records, once with hostile strings in every text and once with harmless letters.

Whatever is made of the two must differ in those texts and in nothing else: no element, no attribute, no other word.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator
from itertools import count
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from xml.etree.ElementTree import Element

import tinyhtml5  # type: ignore[import-untyped]
from annotated_types import MaxLen
from pydantic import BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from selebaran.model.district import Picture
from selebaran.model.kinds import KeyOf
from selebaran.model.own_text import OwnText
from selebaran.model.record import Record, _name
from selebaran.model.registry import DistrictFolder

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "*tebal* _miring_ **x** __y__ `kode`",
    "[x](javascript:alert(1))",
    "![x](https://jahat.example/x.png)",
    "<b>x</b>{: onclick=alert(1) }",
    "{: onclick='alert(1)' #isi .merek}",
    "# Judul {#lakukan}",
    "1. satu",
    "- butir",
    "> kutip",
    "+ tambah",
    ": definisi",
    "=====",
    "-----",
    "| a | b |",
    "a | b",
    "&lt;script&gt; &amp; &#60;b&#62; &#x3c;b&#x3e; &notit;",
    '!!! note "a"',
    '--8<-- "../../etc/passwd"',
    "[^1] [^1]: kaki",
    "*[HTML]: singkatan",
    "^^a^^ ~~b~~ ==c== ++d++ H~2~O",
    ":smile: :material-x:",
    "{{ 7*7 }} {% raw %} {# x #} {##",
    "{% include 'x' %}",
    "\\*a\\ \\[b\\]",
    "a](beranda.md) ](seni/x.svg",
    "seni/jahat.svg",
    "<!-- a --> <![CDATA[b]]> <?php c ?>",
    "</title></script><script>x",
    "</div></section></main>",
    '<p class="fakta-lewat">',
    "javascript:alert(1)",
    '=HYPERLINK("x")',
    "@SUM(1)",
    "\U0001f600 é 中文 ﷽",
    "satu\n\n# dua\n\n    tiga",
    "satu\n---\ndua",
    "satu\n- dua\n1. tiga\n| a |\n|---|",
    "wzxhzdk:0 klzzwxh:0001",
    "%3Cscript%3E $(id) ${x}",
    "https://jahat.example www.jahat.example a@b.example",
    "<https://jahat.example> <a@b.example>",
    "[x]: https://jahat.example",
    "`",
    "1)",
    "{",
    "• butir",
    "✅ butir",
    "– butir",
    "a. satu",
    "o  satu",
    "!!! note",
    "??? info",
    "$$ x $$ %% y",
    "dinkes.serangkab.go.id/ppid bit.ly/x wa.me/62",
)
NAMES = ("- 'x' & (y) / z", "1. _x_", "_a_ __b__ , .", "& 'a'", "(x)(y) - _")
"""Hostile strings of those letters that a name may have."""
SEEN = ("alt", "title", "content", "aria-label", "placeholder", "value", "lang", "class", "type", "rel")
"""Attributes whose values are compared as well."""

Tree = list[tuple[str, tuple[str, ...], tuple[str, ...], str, str]]


class Twin:
    """Fills in texts and remembers them. `harmless` gives letters of the same number; with another `turn` each field
    has another string."""

    def __init__(self, *, harmless: bool, turn: int = 0) -> None:
        self._harmless = harmless
        self._turn = turn
        self._numbers = count(1)
        self.given: dict[int, str] = {}

    def text(self, most: int, choices: tuple[str, ...]) -> str:
        """The next text; its end tells it from all others."""
        number = next(self._numbers)
        mark = f"q{number}z"
        body = choices[(number + self._turn) % len(choices)][: most - len(mark)]
        self.given[number] = body + mark
        return ("a" * len(body) if self._harmless else body) + mark

    def folder(self, folder: DistrictFolder) -> DistrictFolder:
        """A district of one facility of each kind, one event, one own page of each kind …, with other texts."""
        pages = (page for page in folder.own.pages if page.language is None)  # the twin speaks Indonesian alone
        own = OwnText(tuple(dataclasses.replace(page, front=self.record(page.front)) for page in pages))
        printing = folder.district.printing
        assert printing is not None
        lines = {piece: self.text(30, HOSTILE) for piece in printing.lines}
        about = {
            "languages": (),
            "printing": printing.model_copy(update={"pieces": (), "emblem": None, "lines": lines}),
        }
        kinds = {facility.kind: facility for facility in reversed(folder.facilities)}
        return dataclasses.replace(
            folder,
            district=self.record(folder.district.model_copy(update=about)),
            events=tuple(self.record(event) for event in folder.events[:1]),
            facilities=tuple(self.record(facility) for facility in kinds.values()),
            figures=tuple(self.record(figure) for figure in folder.figures[:2]),
            boats=tuple(self.record(boat) for boat in folder.boats[:1]),
            own=own,
            ledger=(),
        )

    def record(self, record: Any) -> Any:
        """A copy of a record with other texts."""
        fields = type(record).model_fields
        return record.model_copy(update={name: self._value(getattr(record, name), f) for name, f in fields.items()})

    def _value(self, value: Any, field: FieldInfo) -> Any:
        if isinstance(value, Record):
            return self.record(value)
        if isinstance(value, dict):  # its keys are the campaign's
            return {key: self.record(inner) if isinstance(inner, Record) else inner for key, inner in value.items()}
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            return tuple(map(self.record, value if isinstance(value[0], Picture) else value[:1]))
        kind = _kind(field)
        if isinstance(value, tuple) and value and kind:
            return (self.text(*kind),)
        return self.text(*kind) if isinstance(value, str) and kind else value


def _kind(field: FieldInfo) -> tuple[int, tuple[str, ...]] | None:
    """How long a text of this field may be, and which strings fit; None where its form is given."""
    said = [*field.metadata, *_said(field.annotation)]
    is_key = any(isinstance(part, KeyOf) for part in said)
    if is_key or any(get_origin(part) is Literal for part in _parts(field.annotation)):
        return None
    readers = [part for part in said if isinstance(part, BeforeValidator)]
    patterns = [part for part in said if getattr(part, "pattern", None)]
    longest = [part.max_length for part in said if isinstance(part, (StringConstraints, MaxLen)) and part.max_length]
    if any(reader.func is _name for reader in readers):
        return min(longest), NAMES
    if readers or patterns or str not in _parts(field.annotation):
        return None
    return min(longest, default=2000), HOSTILE


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) in (Union, types.UnionType, tuple, Annotated):
        for part in get_args(annotation):
            yield from _parts(part)


def _said(annotation: Any) -> Iterator[Any]:
    for part in _parts(annotation):
        if get_origin(part) is Annotated:
            yield from part.__metadata__


def tree(html: str) -> Tree:
    """All elements of a page in their order, as an HTML5 parser sees them. HTML that a page shows for pasting is parsed
    as well: whoever pastes it must see the texts as typed, and no other element."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    found: Tree = []
    lines = {line for code in root.iter("code") for line in (code, *code.iter("span"))}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        pasted = element in lines and (element.text or "").startswith("<")
        found += [_flat(element, "" if pasted else element.text)]
        found += tree(element.text or "") if pasted else []
    return found


def _flat(element: Element, text: str | None) -> tuple[str, tuple[str, ...], tuple[str, ...], str, str]:
    values = tuple(plain(element.get(name) or "") for name in SEEN)
    return element.tag, tuple(sorted(map(str, element.attrib))), values, plain(text), plain(element.tail)


def plain(text: str | None) -> str:
    """Words without regard to white space and case."""
    return " ".join((text or "").split()).casefold()


def expected(found: Tree, given: dict[int, str]) -> Tree:
    """The harmless twin's tree with the hostile texts in place of the letters."""

    def put(text: str) -> str:
        return re.sub(r"a*q(\d+)z", lambda m: plain(given[int(m[1])]), text)

    return [(tag, names, tuple(map(put, values)), put(text), put(tail)) for tag, names, values, text, tail in found]


def differences(hostile: str, harmless: str, given: dict[int, str]) -> list[tuple[Any, Any]]:
    """Where a page of the hostile twin isn't that of the harmless one but for its texts."""
    left, right = tree(hostile), expected(tree(harmless), given)
    pairs = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    return pairs[:3] or ([(len(left), len(right))] if len(left) != len(right) else [])
