"""A page to be translated as a Markdown file: what is quoted is Indonesian, the translation stands below it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selebaran.desk.translation import LABELS, TOLD, Returned, Sheet, returned

SAID = re.compile(rf"^[-*] ({'|'.join(map(re.escape, LABELS))}):[ \t]*(.*?)[ \t]*$", re.M)
SECTION = re.compile(r"^## (\d+)\b.*$", re.M)


def markdown_sheet(sheet: Sheet, values: Mapping[str, str]) -> str:
    """The file's text. `values` are those of facts, by name."""
    lines = [f"# Terjemahan ke bahasa {sheet.language}: {sheet.title}", ""]
    lines += [f"{number}. {step}" for number, step in enumerate(TOLD, 1)]
    lines += ["", "Yang diawali > adalah naskah Indonesia: jangan diubah. Tulis terjemahannya di bawahnya.", ""]
    lines += [f"- {label}: {said}".rstrip() for label, said in sheet.about]
    for number, one in enumerate(sheet.units, 1):
        legend = sheet.legend(one, values)
        lines += ["", f"## {number}", "", f"> {one.text}", *([f"> ({legend})"] if legend else []), ""]
        lines += [sheet.given.get(number, "")]
    return "\n".join(lines).rstrip("\n") + "\n"


def read_markdown_sheet(text: str) -> Returned | None:
    """What a file says that came back; None where it is no such file."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    first = SECTION.search(text)
    about = dict(SAID.findall(text[: first.start()] if first else text))
    texts, lines = {}, {}
    found = list(SECTION.finditer(text))
    for one, after in zip(found, [*found[1:], None], strict=True):
        section = text[one.end() : after.start() if after else None]
        written = [line.strip() for line in section.split("\n") if line.strip() and not line.startswith(">")]
        texts[int(one[1])] = " ".join(written)
        lines[int(one[1])] = text.count("\n", 0, one.start()) + 1
    return returned(about, texts, lines)
