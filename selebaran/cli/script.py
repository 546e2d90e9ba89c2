"""A call -> the script for the telephone as a PDF of two pages at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.formats import day as long_day
from selebaran.compose.template.views import Values
from selebaran.desk.call import Call, Question
from selebaran.model.problem import Place, problem
from selebaran.model.registry import Registry
from selebaran.publish.report.pages import SOURCES, ReportPages

TEMPLATE, STYLE = SOURCES / "telepon.html", SOURCES / "telepon.css"
PAGES = 2
MORE = " …"
ALL = 2000
OURS = 60
"""Letters of a row that are kept for our own sentence, however long the question is."""
ROOMS = (430, 350, 290, 240, 205, 185, 170, 155, 140, 125, 110, 95, 85, 76)
SETTINGS = (*((points, ALL) for points in (10.5, 10, 9.5, 9)), *((9, room) for room in ROOMS))
"""Size of type in points, and letters in a row for the question and our own sentence: the best first. Below nine points
nobody reads aloud; from there on long texts are cut, and stand whole in the table alone."""


def script_pdf(call: Call, registry: Registry, cache: Path) -> bytes:
    """The script in the largest type, and with the most of our words, in which it has two pages. Raises
    `TemplateFault`."""
    pages = ReportPages(registry)
    for file in (TEMPLATE, STYLE):
        if file.name not in registry.report_files:
            raise TemplateFault(problem("berkas-hilang", Place(file.as_posix())))
    from selebaran.press.layout import Press  # late: other commands about facts print nothing

    press = Press(cache)

    def printed(setting: int) -> bytes:
        points, room = SETTINGS[setting]
        html = pages.render(TEMPLATE.name, _said(call, room))
        return press.page(html, f"{registry.report_files[STYLE.name]}\nbody {{ font-size: {points}pt }}")

    return _first_that_fits(printed)


def _first_that_fits(printed: Callable[[int], bytes]) -> bytes:
    """The best setting's pages, found by halving: a worse one never takes more pages."""
    from selebaran.press.pdf import read_pdf

    low, high, found = 0, len(SETTINGS) - 1, b""
    while low < high:
        middle = (low + high) // 2
        pdf = printed(middle)
        if len(read_pdf(pdf).trims) <= PAGES:
            high, found = middle, pdf
        else:
            low = middle + 1
    return found if found and high < len(SETTINGS) - 1 else printed(high)


def _said(call: Call, room: int) -> Values:
    """What the template shows: so many letters of a question and of our sentence together."""
    rows = {g.key: tuple(_row(q, room) for q in g.questions) for g in call.groups}
    groups: tuple[Values, ...] = tuple({"nama": g.name, "dibaca": g.is_read, "butir": rows[g.key]} for g in call.groups)
    short = any(str(row[key]).endswith(MORE) for found in rows.values() for row in found for key in row)
    about: Values = {"subjek": call.subject, "tanggal": long_day(call.day), "banyak": call.count}
    return {**about, "dipendekkan": short, "padat": room < ALL, "kelompok": groups}


def _row(question: Question, room: int) -> Values:
    """A question, and in the letters that it leaves our own sentence. A question that would be cut gives way to the
    fact's title: its beginning alone asks nothing."""
    fact = question.fact
    left = room - min(OURS, room // 2, len(fact.sentence))
    asked = question.asked if len(question.asked) <= left else fact.topic
    return {"kode": fact.id, "tanya": asked, "kami": _cut(fact.sentence, room - len(asked))}


def _cut(text: str, letters: int) -> str:
    """A text, or its beginning up to a word's end, in letters that the font has."""
    text = text.replace("→", ">")
    if len(text) <= letters:
        return text
    return text[:letters].rpartition(" ")[0].rstrip(" ,;:.") + MORE
