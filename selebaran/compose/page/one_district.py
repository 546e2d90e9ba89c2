"""One district as of a day, and what programs read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from selebaran.compose.district.added import added_files
from selebaran.compose.district.chart import figure_files
from selebaran.compose.district.event_day import Told
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.by_district import Written
from selebaran.compose.page.changes import changes_feed
from selebaran.compose.page.event_pages import DistrictEvents
from selebaran.compose.page.news import feed
from selebaran.compose.page.subdistrict_pages import SubdistrictPages
from selebaran.compose.page.unchecked import Checked
from selebaran.compose.template.views import Values
from selebaran.model.campaign import FigureWords
from selebaran.model.edition import SiteFrame
from selebaran.model.page import ComposedPage, PageSource
from selebaran.model.problem import Problem
from selebaran.model.registry import DistrictFolder


@dataclass(frozen=True)
class OneDistrict:
    """Its folder, what templates see of it, how facts are treated, its own text, its
    entries that grow old, the pages that aren't there yet, the event that sheets about one tell of; the shared pages
    and the frame of its site, its pages of events and of kecamatan, and what is said of days ahead."""

    folder: DistrictFolder
    values: Values
    policy: FactPolicy
    written: Written
    checked: tuple[Checked, ...]
    waiting: frozenset[str]
    event: Told | None
    sources: tuple[PageSource, ...]
    frame: SiteFrame
    events: DistrictEvents
    areas: SubdistrictPages
    ahead: Sequence[Problem]

    @property
    def until(self) -> tuple[date | None, tuple[Checked, ...]]:
        """What ends its sheets beside facts: the last day on which the name of its site is paid, entries that age."""
        return self.folder.paid_until, self.checked


def files_for_programs(
    district: OneDistrict, frame: SiteFrame, pages: Iterable[ComposedPage], words: FigureWords | None
) -> dict[str, bytes]:
    """What programs read of a district's figures, news and changes; `frame` and `pages` as they are shown."""
    folder, written, on = district.folder, district.written, district.policy.as_of
    files = {**figure_files(folder, words, frame.about), **added_files(folder, words, frame.about)}
    mark = "(PRATINJAU) " if frame.is_preview else ""
    return {**files, **feed(folder, written.pages, frame.address, on, mark), **changes_feed(pages, frame)}
