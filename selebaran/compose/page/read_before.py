"""Pages of districts of marks, kept by what they read: most of these say the same wherever a page asks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.template.views import Values
from selebaran.model.page import ComposedPage, PageSource


@dataclass(frozen=True)
class _Read:
    """A page, the source that it was made of, and what it read of its district."""

    source: PageSource
    values: Values
    page: ComposedPage


class ReadBefore:
    """The pages that were made of each source."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, FactPolicy], list[_Read]] = defaultdict(list)

    def find(self, source: PageSource, policy: FactPolicy, values: Values) -> ComposedPage | None:
        """The page of a district with these values: one of another that says the same wherever that read."""
        for one in self._known[id(source), policy]:
            if all(values.get(name) == value for name, value in one.values.items()):
                return one.page
        return None

    def keep(self, source: PageSource, policy: FactPolicy, values: Values, page: ComposedPage) -> None:
        """Keep a page, with its source, so that no other one gets its number."""
        names = {field.split(".")[1] for field in page.usage.fields}
        read = {name: values[name] for name in names}
        self._known[id(source), policy].append(_Read(source, read, page))
