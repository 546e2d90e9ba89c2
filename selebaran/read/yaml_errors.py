"""PyYAML's complaints -> codes of our own, at the place where the editor has to type.

PyYAML points at where it gave up, often a line below the slip: an open quote is noticed at the next quote, a missing
colon at the next key. The lines of the file tell where it began.
"""

from __future__ import annotations

import re

from yaml.error import Mark, MarkedYAMLError

ODD_STARTS = "@`%,]}|>*&-?"
"""Characters that mean something to YAML when a value begins with them."""
BULLET = re.compile(r"\s*([–—•·●▪■◦*✓✔✅])\uFE0F?\s")
"""What Word and WhatsApp make of a list, at the start of a line."""
WORD_QUOTES = ("“", "”", "„", "‟", "‘", "‚")
WORD_OPENS = re.compile(rf"(?:^|[:{{\[,-])\s*([{''.join(WORD_QUOTES)}])")
"""A quotation mark of Word where a value begins."""
WORD_CLOSES = re.compile(r"[“”]\s*(?:#.*)?$")
Spot = tuple[int, int]
KINDS = (
    ("'\\t'", "", "yaml-tabulator"),
    ("escape", "quoted scalar", "yaml-garis-miring"),
    ("", "quoted scalar", "yaml-kutip-terbuka"),
    ("but found ','", "", "yaml-koma"),
    ("could not find expected ':'", "", "yaml-tanpa-titik-dua"),
    ("", "while parsing a flow", "yaml-kurung"),
    ("mapping values are not allowed", "", "yaml-titik-dua"),
    ("expected <block end>, but found '<scalar>'", "", "yaml-setelah-isi"),
    ("<block end>", "", "yaml-menjorok"),
    ("<block mapping start>", "", "yaml-menjorok"),
)
"""What PyYAML's problem and its context contain, and what that is called here; the first that fits counts."""
WHERE_BEGUN = ("yaml-kutip-terbuka", "yaml-tanpa-titik-dua")
"""What is mended where it began."""


def explain(error: MarkedYAMLError, lines: list[str]) -> tuple[str, Spot, dict[str, str]]:
    """The code, the place as (line, column) counted from 0, and the message's values."""
    code, within = _kind(error), error.context or ""
    here = _spot(error.problem_mark)
    begun = _spot(error.context_mark) if error.context_mark else here
    if by_hand := _of_word(lines, code, begun, here):
        return by_hand
    if code == "yaml-titik-dua":
        return *_colon(lines, here), {}
    if code == "yaml-setelah-isi":
        return *_after_value(lines, here), {}
    if code == "yaml-kurung":
        return code, begun, {"kurung": _character(lines, begun)}
    if code:
        return code, begun if code in WHERE_BEGUN else here, {}
    return _odd_start(lines, begun if "while scanning" in within else here) or ("yaml-rusak", here, {})


def _kind(error: MarkedYAMLError) -> str:
    """What a complaint is called here; nothing where PyYAML doesn't say what is wrong."""
    says, within = error.problem or "", error.context or ""
    return next((code for of_problem, of_context, code in KINDS if of_problem in says and of_context in within), "")


def is_bullet(text: str) -> str:
    """The sign of a list other than YAML's that a text begins with; "" for none."""
    found = BULLET.match(text)
    return found[1] if found else ""


def _of_word(lines: list[str], code: str, begun: Spot, here: Spot) -> tuple[str, Spot, dict[str, str]] | None:
    """That a sign of Word stands where one of YAML's was meant."""
    return _bullet(lines, begun if code in WHERE_BEGUN else here) or _word_quote(lines, code, begun, here)


def _bullet(lines: list[str], here: Spot) -> tuple[str, Spot, dict[str, str]] | None:
    """That a line, or the one above it that it belongs to, begins with another sign than YAML's for a list."""
    line = min(here[0], len(lines) - 1)
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
    for number in (line, above):
        found = BULLET.match(lines[number])
        if found and _indent(lines[number]) <= _indent(lines[line]):
            return "yaml-butir", (number, found.start(1)), {"huruf": found[1]}
    return None


def _word_quote(lines: list[str], code: str, begun: Spot, here: Spot) -> tuple[str, Spot, dict[str, str]] | None:
    """That a quotation mark of Word stands where one of YAML's was meant: at the start of a value, or at its end."""
    if code in ("yaml-titik-dua", "yaml-kurung") and (found := WORD_OPENS.search(lines[here[0]][: here[1]])):
        return "yaml-kutip-word", (here[0], found.start(1)), {"huruf": found[1]}
    if code == "yaml-kutip-terbuka" and (found := WORD_CLOSES.search(lines[begun[0]])):
        return "yaml-kutip-word", (begun[0], found.start()), {"huruf": found[0][0]}
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _odd_start(lines: list[str], spot: Spot) -> tuple[str, Spot, dict[str, str]] | None:
    """That a value begins with a character that YAML has taken for its own."""
    character = _character(lines, spot)
    return ("yaml-awal-isi", spot, {"huruf": character}) if character and character in ODD_STARTS else None


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
        return "yaml-tanpa-titik-dua", (above, _indent(lines[above]))
    return "yaml-menjorok", (line, _indent(lines[line]))


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
