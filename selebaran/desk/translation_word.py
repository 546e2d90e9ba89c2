"""A page to be translated as a Word file: a table whose third column is filled in. It is read in a child."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from selebaran.desk.translation import INDONESIAN, LABELS, NUMBER, TOLD, Returned, Sheet, returned

if TYPE_CHECKING:
    from docx.table import Table, _Cell

BOLD = re.compile(r"\*\*(.+?)\*\*")
LEGEND = re.compile(r"\{1\} = ")
COLUMNS = 3
GREY = 0x59
NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = (f"{NAMESPACE}del", f"{NAMESPACE}moveFrom")
"""What a reviewer's tracked change took away."""
OFF = ("0", "false", "none")
TAKEN = (b"<!DOCTYPE", b"<!ENTITY")
MOST = 8 * 1024 * 1024
"""Bytes of the part that holds the text, unpacked."""


def word_sheet(sheet: Sheet, values: Mapping[str, str]) -> bytes:
    """The file's bytes. `values` are those of facts, by name."""
    from docx import Document  # it is wanted here alone, and loads many parts
    from docx.shared import Pt, RGBColor

    made = Document()
    made.styles["Normal"].font.name = "Calibri"
    made.styles["Normal"].font.size = Pt(11)
    made.core_properties.title = f"Terjemahan ke bahasa {sheet.language}: {sheet.title}"
    made.core_properties.author = ""
    made.add_heading(made.core_properties.title, 1)
    for step in TOLD:
        made.add_paragraph(step, style="List Number")
    about = made.add_table(0, 2, style="Table Grid")
    for label, said in sheet.about:
        cells = about.add_row().cells
        cells[0].text, cells[1].text = label, said
    made.add_paragraph()
    table = made.add_table(1, COLUMNS, style="Table Grid")
    for cell, name in zip(table.rows[0].cells, (NUMBER, INDONESIAN, sheet.language), strict=True):
        cell.text = name
    for number, one in enumerate(sheet.units, 1):
        cells = table.add_row().cells
        cells[0].text = str(number)
        _write(cells[1], one.text)
        if legend := sheet.legend(one, values):
            note = cells[1].add_paragraph().add_run(legend)
            note.font.size, note.font.color.rgb = Pt(8), RGBColor(GREY, GREY, GREY)
        _write(cells[2], sheet.given.get(number, ""))
    _laid_out(made, about, table)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _laid_out(made: Any, about: Table, table: Table) -> None:
    """The widths of the columns, and a head of the table that comes again on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    for shown, widths in ((about, (3.5, 12.5)), (table, (1.2, 7.4, 7.4))):
        shown.autofit = False
        for row in shown.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write(cell: _Cell, text: str) -> None:
    """Words into an empty cell, with what is strong set bold."""
    to = cell.paragraphs[0]
    for index, part in enumerate(BOLD.split(text)):
        if part:
            to.add_run(part).bold = index % 2 == 1


def read_word_sheet(raw: bytes) -> Returned | None:
    """What a file says that came back; None where it is no such file. Raises `ValueError` where it can't be opened."""
    from docx import Document

    _refuse(raw)
    try:
        tables = Document(io.BytesIO(raw)).tables
    except Exception as error:  # the library raises whatever its parts do on bytes that nobody made for it
        raise ValueError(str(error)) from error
    about: dict[str, str] = {}
    texts: dict[int, str] = {}
    for table in tables:
        for row in table.rows:
            cells = [_read(cell) for cell in row.cells]
            if cells and cells[0].strip(": ") in LABELS and len(cells) > 1:
                about[cells[0].strip(": ")] = cells[1].replace("**", "")
            elif len(cells) >= COLUMNS and cells[0].strip("*. ").isdecimal():
                texts[int(cells[0].strip("*. "))] = _without_legend(cells[2], row.cells[1])
    return returned(about, texts)


def _refuse(raw: bytes) -> None:
    """Raise where the text unpacks to more than any sheet has, or defines entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        body = file.read(MOST + 1)
                    if len(body) > MOST or any(sign in body for sign in TAKEN):
                        raise ValueError(part.filename)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise ValueError(str(error)) from error


def _read(cell: _Cell) -> str:
    """The words of a cell on one line. What a tracked change adds counts, what it takes away doesn't."""
    paragraphs = (_paragraph(one._p) for one in cell.paragraphs)
    return " ".join(text for text in paragraphs if text)


def _without_legend(text: str, beside: _Cell) -> str:
    """A translation without what its marks stand for, where somebody copied that along with the words beside it."""
    last = _paragraph(beside.paragraphs[-1]._p)
    return text.removesuffix(last).rstrip() if LEGEND.match(last) else text


def _paragraph(paragraph: Any) -> str:
    shown = []
    for bold, runs in groupby(_runs(paragraph), key=lambda run: run[1]):
        text = "".join(text for text, _ in runs)
        words = text.strip()
        if bold and words:
            before, _, behind = text.partition(words)
            text = f"{before}**{words}**{behind}"
        shown.append(text)
    return " ".join("".join(shown).split())


def _runs(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """Each run's words, and whether they are bold."""
    for run in paragraph.iter(f"{NAMESPACE}r"):
        if any(above.tag in GONE for above in run.iterancestors()):
            continue
        bold = run.find(f"{NAMESPACE}rPr/{NAMESPACE}b")
        strong = bold is not None and (bold.get(f"{NAMESPACE}val") or "1") not in OFF
        if text := "".join(_words(run)):
            yield text, strong


def _words(run: Any) -> Iterator[str]:
    """A run's words; a line's end and a tab are blanks."""
    for part in run:
        if part.tag == f"{NAMESPACE}t":
            yield part.text or ""
        elif part.tag in (f"{NAMESPACE}br", f"{NAMESPACE}tab"):
            yield " "
