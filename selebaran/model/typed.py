"""A text as somebody typed it, beside the page that it stands on: the proof that it shows reads it again."""

from __future__ import annotations

from dataclasses import dataclass

from selebaran.model.problem import Place


@dataclass(frozen=True)
class Typed:
    """Markdown that stands on a page, with its facts and fields filled in. `place` is where it begins; `own`: a
    district wrote it. `source` is the same text with its templates, where it has any."""

    text: str
    place: Place
    own: bool = False
    source: str = ""
