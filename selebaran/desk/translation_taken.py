"""What came back of a page -> the file of its translation, or every fault in it by the number of its paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from selebaran.desk.translation import Returned, Source, translated
from selebaran.desk.translation_units import SHOWN, Unit
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.read.text import clipped, shown

LONGEST = 60
"""Letters of a paragraph that a message shows."""


def taken(back: Returned, source: Source, label: str) -> tuple[str, list[Problem]]:
    """The file's text, and what is wrong with what came back; the text counts where nothing is an error."""
    units, problems = source.units, []
    for number in sorted(set(back.texts) - set(range(1, len(units) + 1))):
        problems.append(problem("terjemahan-nomor-asing", _at(back, number, label), nomor=number, jumlah=len(units)))
    for number, one in enumerate(units, 1):
        problems += _faults(one, back.texts.get(number, ""), number, _at(back, number, label))
    if not back.reviewer:
        problems.append(warning("terjemahan-tanpa-peninjau", Place(label)))
    if any(fault.is_error for fault in problems):
        return "", problems
    return translated(source, back.texts, back.original, back.reviewer), problems


def _at(back: Returned, number: int, label: str) -> Place:
    return Place(label, back.lines.get(number, 0))


def _faults(one: Unit, text: str, number: int, place: Place) -> Iterator[Problem]:
    """What is wrong with one paragraph: nothing there, marks that are lost, not its own, or loose from their words."""
    if not text:
        yield problem("terjemahan-kosong", place, nomor=number, kutipan=shown(clipped(one.text, LONGEST)))
        return
    wanted = Counter({str(mark): 1 for mark in range(1, len(one.marks) + 1)})
    there = Counter(SHOWN.findall(text))
    for mark in wanted - there:
        values = {"nomor": number, "tanda": f"{{{mark}}}", "kutipan": shown(clipped(one.text, LONGEST))}
        yield problem("terjemahan-tanda-hilang", place, **values)
    for mark in there - wanted:
        yield problem("terjemahan-tanda-asing", place, nomor=number, tanda=f"{{{mark}}}")
    for found in SHOWN.finditer(text):
        if found[1] in wanted and one.marks[int(found[1]) - 1].startswith("(") and text[: found.start()][-1:] != "]":
            yield problem("terjemahan-tautan-lepas", place, nomor=number, tanda=found[0])
