"""What WeasyPrint logs, in English, as problems of our own.

The table follows the calls of its logger (WeasyPrint 70). What somebody who writes a sheet can cause has a code; the
rest speaks of fonts, of the PDF's inside or of options of ours, and goes to whoever maintains the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from selebaran.model.problem import Place, Problem, problem

COMPLAINTS = (
    (r"Failed to (?:load|render SVG) image(?: at)? '?(?:asset:)?(?P<gambar>[^']+)", "cetak-gambar-gagal"),
    (r"Failed to load (?P<gambar>inline SVG)", "cetak-gambar-gagal"),
    (r'Image "(?:asset:)?(?P<gambar>.+)" has no required alt description', "cetak-tanpa-alt"),
    (r"No anchor (?P<tujuan>#.+) for internal URI reference", "cetak-tautan-putus"),
    (r"target points to undefined anchor '(?P<tujuan>.+)'", "cetak-tautan-putus"),
    (r"Malformed URL: (?P<tujuan>.+)", "cetak-tautan-putus"),
    (r"Anchor defined twice: '(?P<id>.+)'", "cetak-id-ganda"),
    (r"(?:Ignored|Deprecated) `(?P<css>[^`]+)` at", "cetak-css-diabaikan"),
    (r"(?P<css>Subgrid)s are unsupported", "cetak-css-diabaikan"),
    (r'"(?P<css>auto-fit)" and "auto-fill" are unsupported', "cetak-css-diabaikan"),
    (r"(?P<css>Baseline) alignment is not supported", "cetak-css-diabaikan"),
    (r"(?P<css>Inline grid)s are not supported", "cetak-css-diabaikan"),
    (r"Only strings are allowed for content (?P<css>attr\(\))", "cetak-css-diabaikan"),
    (r'"(?P<css>(?:string|element)\(.*\))" is only allowed in page margins', "cetak-css-diabaikan"),
    (r"Unable to compute (?P<css>content)", "cetak-css-diabaikan"),
    (r"Expected a media type, got '(?P<css>.*)'", "cetak-css-diabaikan"),
    (r"This row has more columns than the table", "cetak-tabel-lebih"),
    (r"(?:at|In counter style '.*' at) (?P<baris>\d+):(?P<kolom>\d+)\b", "cetak-css-rusak"),
    (r"Failed to apply CSS rule in SVG rule", "cetak-css-rusak"),
)
"""A pattern and its code; the groups of the pattern are the values of the message."""
NAMES = {
    "inline SVG": "<svg>",
    "Subgrid": "subgrid",
    "Baseline": "align-items: baseline",
    "Inline grid": "display: inline-grid",
}
"""English words that stand for what is written in the sheet."""


def shapeless(texts: Iterable[str]) -> str:
    """The letters of which lines of the log say that no font has them, in the order of Unicode."""
    found = (re.search(r'unsupported by fonts: "(.+)" \(U\+', text, re.DOTALL) for text in texts)
    return "".join(sorted({letter for match in found if match for letter in match[1]}))


def complaint(text: str, place: Place, label: str) -> Problem:
    """The problem that a line of the log stands for."""
    for pattern, code in COMPLAINTS:
        if found := re.search(pattern, text):
            given = {name: (value or "").strip() for name, value in found.groupdict().items()}
            values = {name: NAMES.get(value, value) for name, value in given.items()}
            if code == "cetak-css-rusak":
                values = {"baris": "–", "kolom": "–"} | values
            return problem(code, place, lembar=label, **values)
    return problem("cetak-peringatan", place, lembar=label, rinci=text)
