"""What stands in a Word file that no page can have, each with where it stands; and how the items of its lists count.

mammoth reads most of this in silence: of two versions of a sentence it takes the newer one, a box's words it puts
somewhere. Which of them is meant, only the author knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from selebaran.desk.word.parts import LEVELS, Element, Parts, W, text_in, value
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import shown

CHANGED = {f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo")}
BOX = f"{W}txbxContent"
GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
BOXES = ("wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")
OBJECTS = {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "rumus",
    f"{W}object": "berkas sisipan",
    f"{W}altChunk": "berkas sisipan",
}
COMMENT = f"{W}commentReference"
BULLETS = ("bullet", "none")
COUNTED = (*BULLETS, "decimal", "lowerLetter", "lowerRoman")
"""How items may be marked in our dialect."""
MOST_LEVELS = 3
"""How deep a list may go: on a telephone, a fourth level has no room left for words."""
MOST_TOLD = 30


@dataclass
class Where:
    """Where somebody looks for a part: below which heading, the how manieth paragraph or table."""

    label: str
    heading: str = ""
    paragraph: int = 0
    table: int = 0

    def place(self, row: int = 0) -> Place:
        """The paragraph, or a row of the table."""
        if row:
            return Place(f"{self.label}[tabel {self.table}, baris {row}]")
        steps = [f"bagian '{self.heading}'"] if self.heading else []
        steps += [f"paragraf {self.paragraph}"] if self.paragraph or not steps else []
        return Place(f"{self.label}[{', '.join(steps)}]")

    def step(self, text: str, *, is_heading: bool) -> None:
        """Go on to the next paragraph that says anything."""
        if is_heading:
            self.heading, self.paragraph = shown(text)[:40], 0
        else:
            self.paragraph += 1


@dataclass
class Marks:
    """What is told of a document, and the mark of each numbered item of its lists, in their order."""

    problems: list[Problem] = field(default_factory=list)
    items: list[str] = field(default_factory=list)


def marks_of(parts: Parts, label: str) -> Marks:
    """Everything that a page can't have."""
    found = Marks()
    reader = _Reader(parts, Where(label), found)
    reader.read(parts.body)
    found.problems = list(dict.fromkeys(found.problems))[:MOST_TOLD]
    for text in parts.edges:
        found.problems.append(warning("dokumen-tepi", Place(label), isi=shown(text)))
    return found


class _Reader:
    """A document while it is gone through."""

    def __init__(self, parts: Parts, where: Where, found: Marks) -> None:
        self._where, self._found = where, found
        self._levels, self._styled = parts.levels, parts.styled
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def read(self, holder: Element, row: int = 0) -> None:
        """Everything within the body, a row, or a part whose content is fixed."""
        for one in holder:
            if one.tag == f"{W}p":
                self._paragraph(one, row)
            elif one.tag == f"{W}tbl":
                self._table(one, row)
            elif one.tag in CHANGED:
                self._tell("dokumen-perubahan", row, one)
            elif one.tag in OBJECTS:
                self._found.problems.append(problem("dokumen-benda", self._where.place(row), isi=OBJECTS[one.tag]))
            elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"):
                self.read(one, row)

    def _paragraph(self, one: Element, row: int) -> None:
        text = " ".join(text_in(one).split())
        if text and not row:
            self._where.step(text, is_heading=is_heading(one))
        self._number(one, row)
        for inner in one.iter():
            if inner.tag in CHANGED:
                self._tell("dokumen-perubahan", row, inner if text_in(inner).strip() else one)
            elif inner.tag == BOX and text_in(inner).strip():
                self._tell("dokumen-kotak", row, inner)
            elif inner.tag == COMMENT:
                self._found.problems.append(warning("dokumen-komentar", self._where.place(row)))
            elif thing := _thing(inner):
                self._found.problems.append(problem("dokumen-benda", self._where.place(row), isi=thing))

    def _tell(self, code: str, row: int, one: Element) -> None:
        self._found.problems.append(problem(code, self._where.place(row), isi=shown(" ".join(_words(one).split()))))

    def _number(self, one: Element, row: int) -> None:
        """Count an item of a list, and note its mark."""
        spot = self._spot(one)
        if spot not in self._levels or is_heading(one):
            return
        number, depth = spot
        if depth >= MOST_LEVELS:
            self._found.problems.append(problem("dokumen-daftar-dalam", self._where.place(row), batas=MOST_LEVELS))
        level = self._levels[spot]
        counts = self._counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, LEVELS):
            counts.pop(deeper, None)
        if level.form not in COUNTED:
            self._found.problems.append(warning("dokumen-nomor", self._where.place(row)))
        self._found.items.append("-" if level.form in BULLETS else _mark(level.form, counts[depth]))

    def _spot(self, one: Element) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else those of its style. As mammoth finds them."""
        shape = one.find(f"{W}pPr")
        numbered = shape.find(f"{W}numPr") if shape is not None else None
        number, depth = value(numbered, "numId"), value(numbered, "ilvl")
        style = self._styled.get(value(shape, "pStyle") or "")
        if number and depth is not None:
            return number, int(depth)
        return style or (number or "", 0)

    def _table(self, table: Element, outer: int) -> None:
        if outer:
            self._found.problems.append(problem("dokumen-tabel-dalam", self._where.place(outer)))
            return
        self._where.table += 1
        for number, row in enumerate(table.iter(f"{W}tr"), 1):
            if row.find(f"{W}trPr/{W}ins") is not None or row.find(f"{W}trPr/{W}del") is not None:
                self._tell("dokumen-perubahan", number, row)
            for cell in row.iter(f"{W}tc"):
                shape = cell.find(f"{W}tcPr")
                if (value(shape, "gridSpan") or "1") != "1" or value(shape, "vMerge") is not None:
                    self._tell("dokumen-sel-gabungan", number, cell)
                self.read(cell, number)


def is_heading(one: Element) -> bool:
    """Whether a paragraph has the style of a heading."""
    style = (value(one.find(f"{W}pPr"), "pStyle") or "").lower()
    return style.startswith(("heading", "judul", "title"))


def _thing(one: Element) -> str:
    """What a drawing is that is neither a picture nor a box."""
    if one.tag == GRAPHIC:
        uri = one.get("uri", "")
        return "" if uri == PICTURE or uri.endswith(BOXES) else "bagan"
    return OBJECTS.get(one.tag, "")


def _words(one: Element) -> str:
    """The words of a part, those that were struck out, too."""
    return "".join(part.text or "" for part in one.iter() if part.tag in (f"{W}t", f"{W}delText"))


def _mark(form: str, number: int) -> str:
    """The mark of an item as our dialect has it. Capitals and other forms become numbers."""
    if form == "lowerLetter" and number <= 26:
        return f"{chr(ord('a') + number - 1)}."
    if form == "lowerRoman" and number <= 10:
        return f"{('i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x')[number - 1]}."
    return f"{number}."


def problems_of(parts: Parts, label: str) -> Iterator[Problem]:
    """That a document would load something from elsewhere."""
    for target in parts.fetched:
        yield problem("kiriman-bermuatan", Place(label), isi=shown(target))
