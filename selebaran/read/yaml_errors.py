"""PyYAML's complaints -> codes of our own, at the place where the editor has to type.

PyYAML points at where it gave up, often a line below the slip: an open quote is noticed at the next quote, a missing
colon at the next key. The lines of the file tell where it began.
"""

from __future__ import annotations

import re

from yaml.error import Mark, MarkedYAMLError

ODD_STARTS = "@`%,]}|>*&-?"
"""Characters that mean something to YAML when a value begins with them."""
Spot = tuple[int, int]


def explain(error: MarkedYAMLError, lines: list[str]) -> tuple[str, Spot, dict[str, str]]:
    """The code, the place as (line, column) counted from 0, and the message's values."""
    says, within = error.problem or "", error.context or ""
    here = _spot(error.problem_mark)
    begun = _spot(error.context_mark) if error.context_mark else here
    if "'\\t'" in says:
        return "yaml-tabulator", here, {}
    if "quoted scalar" in within:
        if "escape" in says:
            return "yaml-garis-miring", here, {}
        return "yaml-kutip-terbuka", begun, {}
    if "could not find expected ':'" in says:
        return "yaml-tanpa-titik-dua", begun, {}
    if "while parsing a flow" in within:
        return "yaml-kurung", begun, {"kurung": _character(lines, begun)}
    if "mapping values are not allowed" in says:
        return *_colon(lines, here), {}
    if says == "expected <block end>, but found '<scalar>'":
        return *_after_value(lines, here), {}
    if "<block end>" in says or "<block mapping start>" in says:
        return "yaml-menjorok", here, {}
    spot = begun if "while scanning" in within and error.context_mark else here
    if (character := _character(lines, spot)) and character in ODD_STARTS:
        return "yaml-awal-isi", spot, {"huruf": character}
    return "yaml-rusak", here, {}


def _spot(mark: Mark | None) -> Spot:
    return (mark.line, mark.column) if mark else (0, 0)


def _character(lines: list[str], spot: Spot) -> str:
    return lines[spot[0]][spot[1] : spot[1] + 1] if spot[0] < len(lines) else ""


def _colon(lines: list[str], here: Spot) -> tuple[str, Spot]:
    """A colon too many, a line that is indented too far, or no colon in the line above."""
    line, column = here
    if re.search(r":\s", lines[line][:column]):
        return "yaml-titik-dua", here
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), None)
    if above is not None and not re.search(r":(\s|$)", lines[above]):
        return "yaml-tanpa-titik-dua", (above, len(lines[above]) - len(lines[above].lstrip()))
    return "yaml-menjorok", (line, len(lines[line]) - len(lines[line].lstrip()))


def _after_value(lines: list[str], here: Spot) -> tuple[str, Spot]:
    """Words after a value that had ended: after its quote, or because an earlier quote was never closed."""
    line, column = here
    before = lines[line][:column]
    if not before.strip():
        return "yaml-menjorok", here
    quote = before.rstrip()[-1]
    if quote in "'\"" and before.count(quote) % 2:
        opened = re.compile(rf"(?:^|[:-])\s+({quote})[^{quote}]*$")
        for number in range(line - 1, -1, -1):
            if found := opened.search(lines[number]):
                return "yaml-kutip-terbuka", (number, found.start(1))
    return "yaml-setelah-isi", here
