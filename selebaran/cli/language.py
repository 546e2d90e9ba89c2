"""Messages in Indonesian, or in English with `--lang en`, whatever the machine's own language is.

The sources are Indonesian; `locale/en.po` holds the English. It is read as it is, so there is no compiled catalogue
that could be older than its source.
"""

from __future__ import annotations

import gettext
import io
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from selebaran.words.visible import visible

Language = Literal["id", "en"]
CATALOGUE = Path(__file__).parent.parent / "locale" / "en.po"


@lru_cache(maxsize=2)
def catalogue(language: Language) -> gettext.NullTranslations:
    """The translations from Indonesian into a language."""
    if language == "id":
        return gettext.NullTranslations()
    with CATALOGUE.open("rb") as file:
        messages = read_po(file, locale="en")
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Speaker:
    """Says things in one language."""

    def __init__(self, language: Language = "id") -> None:
        self.language = language
        self._catalogue = catalogue(language)

    def __call__(self, text: str, **values: object) -> str:
        """The text in the speaker's language with its places filled.

        Values come from outside: whatever stands in them, they stay on their line and move no cursor."""
        seen = {name: visible(value) if isinstance(value, str) else value for name, value in values.items()}
        return self._catalogue.gettext(text).format(**seen)
