"""What stands on the other forms of a sheet (smaller, in tiles, several on one, a booklet), as ink proves it."""

from __future__ import annotations

from collections import Counter

import pypdfium2

from selebaran.model.piece import ComposedPiece
from selebaran.press.build import forms_of
from selebaran.press.ink.alone import letters_alone
from selebaran.press.ink.finding import Finding, Sheet
from selebaran.press.ink.layer import text_layer
from selebaran.press.ink.proof import prove
from selebaran.press.ink.shape import beside
from selebaran.press.raster import pages_seen

COPIES = {"dua": 2, "tiga": 3, "empat": 4}
SHRUNK = "a4"
"""The form on which small type may be smaller: it is made for reading near by."""


def words_of(pdf: bytes) -> Counter[str]:
    """The words that stand on the pages of a PDF, or reach onto them."""
    document = pypdfium2.PdfDocument(letters_alone(pdf))
    found: Counter[str] = Counter()
    try:
        for page in document:
            with text_layer(page) as layer:
                found.update(word.text for word in layer.words if word.letters and not beside(word, layer))
    finally:
        document.close()
    return found


def faults_of(pdf: bytes, *, copied: bool) -> list[Finding]:
    """The words that can't be read, each judged by itself: nobody laid these pages out."""
    return prove(Sheet((), copied=copied), pdf, pages_seen(pdf))


def unproved(piece: ComposedPiece, pdf: bytes) -> dict[str, list[str]]:
    """For each other form of a sheet that was printed, the words that it doesn't show. On tiles a word has to be whole
    on one of them."""
    source = words_of(pdf)
    found = {}
    for form, made in forms_of(piece, pdf):
        if made is pdf:
            continue
        faults = [
            one for one in faults_of(made, copied=piece.profile == "hemat") if not _is_meant(one, form.derivation)
        ]
        sound = words_of(made) - Counter(one.text for one in faults)
        wanted = Counter({word: count * COPIES.get(form.derivation or "", 1) for word, count in source.items()})
        cut = [] if form.derivation == "ubin" else [one.text for one in faults]
        if missing := sorted({*(wanted - sound), *cut}):
            found[form.derivation or "buku"] = missing
    return found


def _is_meant(fault: Finding, derivation: str | None) -> bool:
    return fault.fault == "small" and derivation == SHRUNK
