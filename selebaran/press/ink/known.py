"""Pages that were proved before: what stands on many sheets in the same way needs one proof.

A page is known by all that the proof looks at: what it should show (which belongs to the page itself, as it was laid
out once), what was written in the file, how that looks, and what its text layer says. Picture and text come from the
file at hand. So a letter that got lost in it, one that is covered, and one whose shape or meaning its font lacks make
another page of it, and that is proved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property

import pikepdf
from PIL import Image

from selebaran.press.ink.finding import Sheet
from selebaran.press.opened import opened


class Known:
    """What is known of the pages of a file."""

    def __init__(self, sheet: Sheet, pdf: bytes, seen: Sequence[Image.Image]) -> None:
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
        pages = enumerate(opened(self._pdf).objects.pages)
        return {n: self._sign(n, page) for n, page in pages if self._proofs[n] is not None}

    def _sign(self, number: int, page: pikepdf.Page) -> bytes:
        picture, (_, folds) = self._seen[number], self._sheet.page(number)
        boxes = [[float(edge) for edge in box] for box in (page.mediabox, page.trimbox)]
        judged = (boxes, folds, self._sheet.copied, self._sheet.scale, picture.mode, picture.size)
        contents = page.obj.Contents
        written = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        text = opened(self._pdf).text(number).get_text_range()
        parts = (repr(judged).encode(), text.encode(), *(one.read_bytes() for one in written))
        digest = hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts))
        digest.update(picture.tobytes())
        return digest.digest()
