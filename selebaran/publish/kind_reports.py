"""Reports of districts of one kind, for staff: as a page, had by values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from selebaran.compose.page.bare import more_areas
from selebaran.compose.template.repeated import Counted, ListCutter, Listed, NotRepeated, Repeated, counting
from selebaran.compose.template.slots import Cutter, Values
from selebaran.model.registry import Registry
from selebaran.publish.report.pages import DISTRICT, ReportPages, data_of, listed
from selebaran.publish.report.record import DistrictRecord
from selebaran.site.dated import is_left
from selebaran.site.whole_search import Things

COUNTS = (3, 5, 8)
"""How many kecamatan reports are drawn with."""


@dataclass(frozen=True)
class KindReport:
    """A report as a page, with numbers that tell how many kecamatan there are; whether its template makes something
    else of the day's marks; the pages that others lead to as well."""

    text: Repeated
    numbers: Mapping[str, Counted]
    is_left: bool
    parts: Mapping[str, str]

    def filled(self, values: Values, things: Things) -> str:
        """With these values and kecamatan."""
        count = len(things)
        numbers = {mark: str(base + each * count) for mark, (base, each) in self.numbers.items()}
        return self.text.filled({**values, **numbers}, things)


class KindReports:
    """Makes them; of the same record there is one."""

    def __init__(self, registry: Registry) -> None:
        self._pages, self._clean = ReportPages(registry), set[str]()
        self._known = dict[Repeated, KindReport]()

    def forget(self) -> None:
        """Let go what was made."""
        self._known = {}

    def told(self, record: DistrictRecord, cutter: ListCutter, marks: frozenset[str]) -> tuple[Repeated, KindReport]:
        """A report as JSON and as a page."""
        text = cutter.cut(listed(data_of(record)))
        report = self._known.get(text) or self._reported(text, marks)
        self._known[text] = report  # of a mark that another kind has, nothing is left in it
        return text, report

    def _reported(self, record: Repeated, marks: frozenset[str]) -> KindReport:
        """The report as a page, of its record. It counts pages and parts, of which there are more with each kecamatan:
        by how much is told by two reports, and held against a third."""

        def drawn(count: int) -> str:
            told = json.loads(record.filled({mark: mark for mark in marks}, more_areas(count)))
            page, parts = self._pages.district(told), self._pages.parts
            for name in parts.keys() - self._clean:
                if not ListCutter(Cutter(marks), more_areas(count)).cut(parts[name]).is_plain:
                    raise NotRepeated(name)  # a page for all may say nothing of one
                self._clean.add(name)
            return page

        def page(count: int, text: str) -> Repeated:
            return ListCutter(Cutter(marks), more_areas(count)).cut(text)

        if not self._has_areas(record):
            return KindReport(page(0, alone := drawn(0)), {}, is_left(alone), self._pages.parts)
        fewer, more, most = map(drawn, COUNTS)
        text, numbers = counting(page(COUNTS[0], fewer), page(COUNTS[1], more), COUNTS[:2])
        found = KindReport(text, numbers, is_left(fewer), self._pages.parts)
        things, same = more_areas(COUNTS[2]), {mark: mark for mark in marks}
        if found.filled(same, things) != page(COUNTS[2], most).filled(same, things):
            raise NotRepeated(DISTRICT)
        return found

    @staticmethod
    def _has_areas(record: Repeated) -> bool:
        return any(isinstance(part, Listed) for part in record.parts)
