"""What is made once for districts that differ by values only: by the parent, of marks, before it forks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date

from selebaran.check.edition import CheckedComposer
from selebaran.compose.district.marks import Class, class_of, filling, marks_of
from selebaran.compose.page.finished import Marked, filling_in, marked_texts
from selebaran.compose.template.slots import Cutter, Values
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry
from selebaran.site.framed import Filling, Framed
from selebaran.site.frames import framed_of

FEW = 4
"""Fewer districts of a class don't pay for it."""
Dated = tuple[Class, date]


@dataclass(frozen=True)
class _Made:
    """The texts and the drawn pages of a class, with marks."""

    texts: Marked
    framed: Framed


@dataclass(frozen=True)
class Way:
    """How a district's site is had from what was made for its class; the long way, where there is none."""

    made: _Made | None = None
    values: Values | None = None

    def composing(self) -> AbstractContextManager[None]:
        """Within, texts of the class are filled in."""
        return filling_in(self.made.texts, self.values) if self.made and self.values else nullcontext()

    @property
    def filling(self) -> Filling | None:
        """The pages to fill in."""
        return Filling(self.made.framed, self.values) if self.made and self.values else None


class Classes:
    """The classes of a registry's districts."""

    def __init__(self, registry: Registry, composer: CheckedComposer) -> None:
        self._registry, self._composer = registry, composer
        self._made: dict[Dated, _Made] = {}

    def prepare(self, districts: Iterable[tuple[str, date]]) -> None:
        """Compose and draw each class of these previews, on their days, that is large enough."""
        found = Counter((self._class_of(slug), day) for slug, day in districts if slug in self._registry.districts)
        for (of, day), count in found.items():
            if of and count >= FEW:
                with suppress(ProblemsFound):  # each district tells them
                    self._make(of, day)

    def _make(self, of: Class, day: date) -> None:
        marks = marks_of(of)
        made = self._composer.of_marks(of, day)
        if framed := framed_of(made.edition, marks):
            self._made[of, day] = _Made(marked_texts(made.texts, Cutter(marks)), framed)

    def way_of(self, slug: str, day: date) -> Way:
        """How a district's site is made on a day."""
        of = self._class_of(slug) if self._made else None
        made = self._made.get((of, day)) if of else None
        return Way(made, filling(of, self._registry.districts[slug].district)) if of and made else Way()

    def _class_of(self, slug: str) -> Class | None:
        return class_of(self._registry.districts[slug].district, self._registry.campaign.site)
