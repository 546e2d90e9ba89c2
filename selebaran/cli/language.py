"""Messages and help in Indonesian, or in English with `--lang en`, whatever the machine's own language is.

The sources are Indonesian; `locale/en.po` holds the English. It is read as it is, so there is no compiled catalogue
that could be older than its source; and by a few lines here, for `--help` shall not wait for a library.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from selebaran.words.visible import visible

Language = Literal["id", "en"]
CATALOGUE = Path(__file__).parent.parent / "locale" / "en.po"
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""A string of a .po file; what it escapes, JSON escapes likewise."""
ENTRY = re.compile(rf"^msgid ((?:{STRING.pattern}\n)+)msgstr ((?:{STRING.pattern}\n?)+)", re.M)


@lru_cache(maxsize=1)
def english() -> dict[str, str]:
    """The English of every Indonesian text."""
    entries = ENTRY.findall(CATALOGUE.read_text("utf-8"))
    return {_joined(indonesian): _joined(text) for indonesian, text in entries}


def _joined(strings: str) -> str:
    return "".join(json.loads(part) for part in STRING.findall(strings))


class Speaker:
    """Says things in one language."""

    def __init__(self, language: Language = "id") -> None:
        self.language = language
        self._texts = english() if language == "en" else {}

    def __call__(self, text: str, **values: object) -> str:
        """The text in the speaker's language with its places filled.

        Values come from outside: whatever stands in them, they stay on their line and move no cursor."""
        seen = {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}
        return self._texts.get(text, text).format(**seen)


def language_of(arguments: list[str]) -> Language:
    """The language asked for, before click has read anything: its own complaints and the help need it too."""
    for index, argument in enumerate(arguments):
        if argument == "--lang=en" or (argument == "--lang" and arguments[index + 1 : index + 2] == ["en"]):
            return "en"
    return "id"
