"""What an override begins with: the shared text as it reads in one district, with the facts that it names.

Conditions and the district's own values are settled, so that an editor finds words; `{{ fakta.name }}` stays, since an
override may name facts. What own text can't hold, the drawings of shared pages, is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from selebaran.compose.fact.policy import FactPolicy
from selebaran.compose.fact.row import facts_view
from selebaran.compose.template.engine import Templates
from selebaran.compose.template.views import FactsView, Recorder, Values, View
from selebaran.model.page import HEAD, PageSource, Segment

DRAWING = re.compile(r"^.*\]\(seni/.*\n?", re.M)
KEPT_WHOLE = re.compile(r"</?(?:span|time|div)\b[^<>]*>|<p class=\"menurut\".*?</p>")
"""Keeps a name or a time on one line, which the renderer does in own text; or says what shows on which day."""
LATER = re.compile(r"<div data-[^<>]* hidden>\n.*?\n</div>\n?", re.S)
"""What doesn't show on the day of the build."""
EVENTS = ("kegiatan", "kegiatan_per_bulan")
"""What has more days on a page than somebody wants to edit."""
GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Scaffold:
    """The text that an override starts from; `body` is "" for one of title and summary alone."""

    title: str
    summary: str
    body: str


class Scaffolds:
    """Makes them. Templates are those of shared pages; a district's values are data in them."""

    def __init__(self) -> None:
        self._plain = Templates("plain", {})

    def of(self, source: PageSource, block: str, values: Values, policy: FactPolicy) -> Scaffold:
        """The scaffold of a block ("" is the whole page). `values` present the district. A title can't name facts."""
        facts = facts_view(policy, Recorder())
        today = {**values, **{f"{name}_kelak": values.get(name) for name in EVENTS}}
        read = {"daerah": View(today, "daerah", Recorder()), "fakta": facts, "sebut": _silent}
        context = {**read, "fakta": _Named(facts)}
        title = self._plain.render(source.front.title, source.place, read)
        summary = " ".join(self._plain.render(source.front.summary, source.place, context).split())
        segments = () if block == HEAD else source.segments_of(block)
        body = "\n".join(self._plain.render(_worded(part, block), part.place, context) for part in segments)
        return Scaffold(
            title, summary, GAP.sub("\n\n", KEPT_WHOLE.sub("", LATER.sub("", DRAWING.sub("", body)))).strip()
        )


def _worded(segment: Segment, block: str) -> str:
    """A segment's text; without its heading where that stays as it is, being the block's own."""
    return segment.text.partition("\n")[2] if block and segment.block == block else segment.text


def _silent(*ids: str) -> str:
    return ""


class _Value(str):
    """A value of the register as it is named, with the links that dial it."""

    __slots__ = ()

    def __getattr__(self, link: str) -> str:
        if link not in ("tel", "wa"):
            raise AttributeError(link)
        return self.replace(" }}", f".{link} }}}}")


class _Named:
    """`fakta` for a template whose facts are to stay: each value prints its name. Entries are read as they are."""

    def __init__(self, facts: FactsView) -> None:
        self._facts = facts

    def __getattr__(self, name: str) -> _Value:
        if name.startswith("_"):
            raise AttributeError(name)
        getattr(self._facts, name)  # a name that the register lacks is told as in every template
        return _Value(f"{{{{ fakta.{name} }}}}")

    def __getitem__(self, name: str) -> Any:
        entry = self._facts[name]
        return entry if isinstance(entry, View) else getattr(self, name)
