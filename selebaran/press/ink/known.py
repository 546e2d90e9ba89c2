"""Pages that were proved before: what stands on many sheets in the same way needs one proof.

A page is known by all that the proof looks at: what it should show (which belongs to the page itself, as it was laid
out once), what was written in the file, how that looks, and what its text layer says. Picture and text are those of the
file at hand, or all that they follow from there (signs.py). So a letter that got lost in it, one that is covered, and
one whose shape or meaning its font lacks make another page of it, and that is proved.
"""

from __future__ import annotations

import hashlib
from functools import cached_property, partial

from selebaran.press.audit import letters
from selebaran.press.ink.finding import Sheet
from selebaran.press.ink.parts import Left
from selebaran.press.opened import opened
from selebaran.press.raster import Pictures


class Known:
    """What is known of the pages of a file."""

    def __init__(self, sheet: Sheet, pdf: bytes, seen: Pictures) -> None:
        self._proofs = [sheet.page(number)[0].proofs for number in range(len(seen))]
        self._sheet, self._pdf, self._seen = sheet, pdf, seen

    @cached_property
    def new(self) -> tuple[int, ...]:
        """The numbers of the pages that have to be proved, from 0."""
        return tuple(n for n, proofs in enumerate(self._proofs) if proofs is None or self._signs[n] not in proofs)

    def learn(self, number: int) -> None:
        """Remember that a page passed."""
        proofs = self._proofs[number]
        if proofs is not None:
            proofs.add(self._signs[number])

    @cached_property
    def _signs(self) -> dict[int, bytes]:
        """A digest of each page that stands on many sheets."""
        return {n: self._sign(n) for n, proofs in enumerate(self._proofs) if proofs is not None}

    def judged(self, number: int) -> bytes:
        """By what a page is judged beside what it shows."""
        _, folds = self._sheet.page(number)
        page = opened(self._pdf).objects.pages[number]
        boxes = [[float(edge) for edge in box] for box in (page.mediabox, page.trimbox)]
        return repr((boxes, folds, self._sheet.copied, self._sheet.scale, self._seen.colour)).encode()

    def left(self) -> dict[int, Left]:
        """What is left to be proved of those pages of which parts were proved before."""
        found = {number: self._left_of(number) for number in self.new}
        return {number: left for number, left in found.items() if left}

    def _left_of(self, number: int) -> Left | None:
        parts = self._sheet.page(number)[0].parts
        if parts is None or parts.here is None:
            return None
        content, text = opened(self._pdf).content(number), partial(self._text, number)
        return parts.left(self.judged(number), self._seen[number], content, lambda: letters(text()))

    def _text(self, number: int) -> str:
        text: str = opened(self._pdf).text(number).get_text_range()
        return text

    def _sign(self, number: int) -> bytes:
        """Where all is known that picture and text follow from, that; else what they are."""
        parts: tuple[bytes, ...] = (self.judged(number),)
        if sign := opened(self._pdf).sign(number):
            parts += (sign,)
        else:
            parts += self._text(number).encode(), opened(self._pdf).content(number), self._seen[number].tobytes()
        return hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).digest()
