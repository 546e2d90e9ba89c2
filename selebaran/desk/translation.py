"""A page that goes out to be translated, and what comes back: the same whether it went as Word or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from selebaran.desk.translation_units import LEAD, Part, Unit, as_marked, joined, parts_of, unit, units_of
from selebaran.read.content import split_front_matter
from selebaran.read.strict_yaml import read_yaml

PAGE, LANGUAGE, ORIGINAL, DISTRICT, REVIEWER = "Halaman", "Bahasa", "Naskah asal", "Daerah", "Peninjau"
LABELS = (PAGE, LANGUAGE, ORIGINAL, DISTRICT, REVIEWER)
"""What a sheet says of itself."""
NUMBER, INDONESIAN = "No.", "Bahasa Indonesia"
TITLE, SUMMARY, CHOICES = "judul", "ringkas", "pilihan"
OF_CHOICE = ("judul", "teks")
"""What is translated of a choice on the home page."""
TOLD = (
    "Terjemahkan tiap baris bernomor. Kalimatnya boleh berbeda, artinya harus sama.",
    "Tanda seperti {1} adalah angka, nomor telepon, atau tautan. Salin tiap tanda ke terjemahannya.",
    "Kata tautan ada di antara [ dan ], tepat di depan tandanya: [mendaftar]{2}. Terjemahkan katanya saja.",
    "Jangan menambah angka, nomor, nama, atau janji yang tidak ada di naskah Indonesia.",
    "Minta seorang penutur yang memahami isinya membaca semuanya. Tulis namanya di baris Peninjau, dengan izinnya.",
    "Tanpa peninjau, terjemahan tidak terbit.",
)
"""What translators and reviewers must know."""


@dataclass(frozen=True)
class Source:
    """A page as it is to be translated: its units are those of the head first, then those of its text."""

    head: Mapping[str, Any]
    above: tuple[Part, ...]
    body: tuple[Part, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All that is translated."""
        return units_of((*self.above, *self.body))


@dataclass(frozen=True)
class Sheet:
    """What goes out: of which page and language it is, the units, and translations that there are, by number."""

    page: str
    title: str
    code: str
    language: str
    original: str
    district: str
    units: tuple[Unit, ...]
    given: Mapping[int, str]
    reviewer: str = ""

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What it says of itself, under its labels."""
        said = (self.page, f"{self.code} ({self.language})", self.original, self.district or "-", self.reviewer)
        return tuple(zip(LABELS, said, strict=True))

    def legend(self, one: Unit, values: Mapping[str, str]) -> str:
        """What the marks of a unit stand for."""
        return "; ".join(f"{{{number}}} = {_meaning(mark, values)}" for number, mark in enumerate(one.marks, 1))


@dataclass(frozen=True)
class Returned:
    """What came back. `texts` are the translations by number, `lines` where each stands in a file that has lines."""

    page: str
    code: str
    original: str
    district: str
    reviewer: str
    texts: dict[int, str]
    lines: dict[int, int] = field(default_factory=dict)


def returned(about: Mapping[str, str], texts: dict[int, str], lines: dict[int, int] | None = None) -> Returned | None:
    """What a file says, where it says of which page and language it is; None where it isn't a sheet of ours."""
    if not all(about.get(label) for label in (PAGE, LANGUAGE, ORIGINAL)):
        return None
    code, _, _ = about[LANGUAGE].partition(" ")
    district = about.get(DISTRICT, "").strip("-–")
    return Returned(about[PAGE], code, about[ORIGINAL], district, about.get(REVIEWER, ""), texts, lines or {})


def source_of(raw: str) -> Source | None:
    """The file of a page as it is to be translated; None where it has no head."""
    parted = split_front_matter(raw)
    read = read_yaml(parted[0].encode(), "")[0] if parted else None
    if parted is None or read is None:
        return None
    head = dict(read.data)
    return Source(head, tuple(map(_whole, _head_texts(head))), parts_of(parted[1]))


def _head_texts(head: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a page's head that are translated."""
    for among, keys in ((head, (TITLE, SUMMARY)), *((choice, OF_CHOICE) for choice in head.get(CHOICES) or ())):
        yield from (str(among.get(key) or "") for key in keys)


def given_in(source: Source, translation: Source | None) -> dict[int, str]:
    """What a translation that there is says, by number: nothing where it is built otherwise than its original."""
    units = source.units
    theirs = translation.units if translation else ()
    if len(units) != len(theirs):
        return {}
    pairs = enumerate(zip(units, theirs, strict=True), 1)
    return {number: as_marked(other.filled(other.text)[len(other.lead) :], one.marks) for number, (one, other) in pairs}


def translated(source: Source, texts: Mapping[int, str], original: str, reviewer: str) -> str:
    """The file of a translation: its head, and the text with these translations."""
    count = len(units_of(source.above))
    shown = list(_texts(source.above, texts))
    rows = [f"{TITLE}: {quoted(shown[0])}", f"{SUMMARY}: {quoted(shown[1])}"]
    choices = source.head.get(CHOICES) or ()
    if choices:
        rows += [f"{CHOICES}:", *_choices(choices, shown[2:])]
    rows += [f"peninjau: {quoted(reviewer)}"] if reviewer else []
    below = {number - count: text for number, text in texts.items() if number > count}
    return "\n".join(["---", *rows, f"naskah_asal: {original}", "---", joined(source.body, below)])


def _whole(text: str) -> Part:
    """A text of the head, as a unit: what has no letters stays."""
    lead = LEAD.match(text)
    found = unit(text[lead.end() :]) if lead else unit(text)
    return replace(found, lead=lead[0]) if lead and isinstance(found, Unit) else text if lead else found


def _texts(parts: Sequence[Part], texts: Mapping[int, str]) -> Iterator[str]:
    number = 0
    for part in parts:
        number += isinstance(part, Unit)
        yield part.filled(texts.get(number, part.text)) if isinstance(part, Unit) else part


def _choices(choices: Iterable[Mapping[str, Any]], texts: Sequence[str]) -> Iterator[str]:
    """The choices of a home page, with their words replaced."""
    for index, choice in enumerate(choices):
        words = dict(zip(OF_CHOICE, texts[2 * index : 2 * index + 2], strict=True))
        for place, (key, value) in enumerate({**choice, **words}.items()):
            yield f"{'  - ' if place == 0 else '    '}{key}: {quoted(str(value))}"


def _meaning(mark: str, values: Mapping[str, str]) -> str:
    """What a mark stands for, as a translator understands it."""
    name = mark.strip("{} ").removeprefix("fakta.")
    if name in values:
        return values[name]
    return "tautan" if mark.startswith("(") else mark if mark.startswith(("`", "<")) else "isian"


def quoted(text: str) -> str:
    """A text of one line as YAML takes it for nothing else."""
    return "'" + text.replace("'", "''") + "'"
