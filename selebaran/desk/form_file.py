"""Which of the files that somebody handed in are what a form sent: a text, one within a ZIP, or the words of a mail."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from selebaran.desk.apart import Texts, texts_apart
from selebaran.desk.form_text import is_form_text
from selebaran.desk.parcel import Enclosed, content
from selebaran.desk.sent import Handed

ENDING = ".txt"


def forms_among(files: Iterable[Handed]) -> tuple[dict[str, bytes], list[Handed]]:
    """What forms sent, by how messages name it, and all other files."""
    forms: dict[str, bytes] = {}
    others: list[Handed] = []
    for one in files:
        raw = _raw(one) if one.ending == ENDING else b""
        if is_form_text(raw):
            forms[one.label] = raw
        else:
            others.append(one)
    return forms, others


def _raw(file: Handed) -> bytes:
    """The bytes of a text; what lies within another file is taken out in a child."""
    if file.within is None:
        return file.raw
    found, _ = texts_apart(partial(_text, within=file.within), file.raw, file.label)
    return found[0].encode() if found else b""


def _text(raw: bytes, label: str, within: Enclosed) -> Texts:
    return [content(raw, within).decode("utf-8-sig", errors="replace")], []
