"""What a district wrote itself, judged like shared text. It runs where the district is composed: in a child of its own.

Language, numbers and phrases have the rules of shared pages. Besides: marks of templates, which nobody reads there;
facts that may not be shown; and an override that nobody has changed yet.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, cached_property, partial

from selebaran.check.language import LanguageRules
from selebaran.check.passage import Passage, own_passages
from selebaran.compose.district.values import present_district
from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.page.named import NAMED
from selebaran.compose.page.overrides import choose, plain_lines
from selebaran.compose.page.scaffold import Scaffold, Scaffolds
from selebaran.compose.template.engine import TemplateFault
from selebaran.compose.template.views import Values
from selebaran.jobs.step import at
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD
from selebaran.model.problem import Place, Problem, problem, warning
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.text import shown

MARK = re.compile(r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\{\{|\{%")
"""What looks like a template's; as much of it as an editor needs to find it."""
MOST = 200
"""Warnings of one district's text that are told. Who has more begins with these."""


class OwnTextRules:
    """Reads the shared lists once; judges one district after the other."""

    def __init__(self, registry: Registry) -> None:
        self._facts, self._campaign = registry.facts, registry.campaign
        self._registry = registry
        self._pages = {page.slug: page for page in registry.pages}
        self._scaffolds = Scaffolds()

    @cached_property
    def _language(self) -> LanguageRules:
        """Most districts have no text of their own to which these would apply."""
        return LanguageRules(self._registry)

    def check(self, folder: DistrictFolder, as_of: date) -> tuple[Problem, ...]:
        """Everything that is wrong with a district's own text, in the order of its places."""
        found: set[Problem] = set()
        for passage in own_passages(folder.own):
            with at(passage.file):
                found |= {*self._language.check((passage,)), *self._marks(passage), *self._named(passage)}
        return tuple(sorted({*self._untouched(folder, as_of), *sorted(found)[:MOST]}))

    def _marks(self, passage: Passage) -> Iterator[Problem]:
        """Marks of a template that will show as they were typed."""
        text = passage.source.text
        named = set() if passage.form == "heading" else {found.start() for found in NAMED.finditer(text)}
        for found in MARK.finditer(text):
            if found.start() not in named:
                yield warning("tanda-tampil", passage.at(found.start()), tanda=shown(found[0]))

    def _named(self, passage: Passage) -> Iterator[Problem]:
        """Facts that may not be shown. Names that the register hasn't got stop the district when it is composed."""
        for found in NAMED.finditer(passage.source.text):
            fact = self._facts.find(found[1])
            if fact and not fact.publishable:
                yield warning("fakta-tidak-terbit", passage.at(found.start(1)), id=fact.id)

    def _untouched(self, folder: DistrictFolder, as_of: date) -> Iterator[Problem]:
        """Overrides that still say what they began with. Those that don't hold are told of otherwise."""
        chosen, _ = choose(folder.own.overrides, self._pages)
        values = cache(partial(present_district, folder, campaign=self._campaign))
        for override in (one for overrides in chosen.values() for one in overrides.values()):
            begun = (self._scaffold(override, values, day) for day in (as_of, override.front.on))
            if any(scaffold and _is_same(override, scaffold) for scaffold in begun):
                place = Place(override.place.file, override.place.line)
                yield problem("timpaan-belum-diubah", place, bagian=override.target)

    def _scaffold(self, override: Override, values: Callable[[date], Values], day: date) -> Scaffold | None:
        """What the override would begin with on a day, on which the district has these `values`; None where the shared
        text has a fault in this district, which nobody sees there."""
        policy = FactPolicy(self._facts, day, self._campaign.ask, published=False)
        with contextlib.suppress(TemplateFault):
            return self._scaffolds.of(self._pages[override.page], override.block, values(day), policy)
        return None


def _is_same(override: Override, scaffold: Scaffold) -> bool:
    if override.block == HEAD:
        front = override.front
        title, summary = front.title or scaffold.title, front.summary or scaffold.summary
        return plain_lines(f"{title}\n{summary}") == plain_lines(f"{scaffold.title}\n{scaffold.summary}")
    return plain_lines(override.body) == plain_lines(scaffold.body)
