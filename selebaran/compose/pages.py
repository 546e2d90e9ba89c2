"""A shared page x a district -> the page as it reads there, with the record of what each block used."""

from __future__ import annotations

from datetime import date
from typing import Any

from selebaran.compose.templates import TemplateFault, Templates
from selebaran.compose.views import FactsView, Recorder, View, present_fact
from selebaran.model.facts import FactRegister
from selebaran.model.page import ComposedPage, PageSource, Segment
from selebaran.model.problem import ProblemsFound
from selebaran.model.usage import Usage


class PageComposer:
    """Fills shared pages in for one district after the other; templates are compiled once."""

    def __init__(self, facts: FactRegister) -> None:
        self._facts = facts
        self._markdown = Templates("markdown", {})
        self._plain = Templates("plain", {})

    def compose(self, source: PageSource, values: dict[str, Any], as_of: date) -> ComposedPage:
        """The page in the district that `values` present. Raises `ProblemsFound` with every block's fault."""
        faults = []
        texts: list[str] = []
        used: dict[str, Usage] = {}
        total = Usage()
        for segment in source.segments:
            recorder = Recorder()
            context = self._context(values, recorder, as_of)
            try:
                texts.append(self._markdown.render(segment.text, segment.place, context))
            except TemplateFault as fault:
                faults.append(fault.problem)
            used[segment.block] = recorder.usage()
            total |= recorder.usage()
        head = Recorder()
        context = self._context(values, head, as_of)
        plain = {}
        for key, text in (("judul", source.front.title), ("ringkas", source.front.summary)):
            try:
                plain[key] = self._plain.render(text, source.head_places.get(key, source.place), context)
            except TemplateFault as fault:
                faults.append(fault.problem)
        if faults:
            raise ProblemsFound(tuple(faults))
        total |= head.usage()
        meta = {
            "title": plain["judul"],
            "description": plain["ringkas"],
            "slug": source.slug,
            "fakta": [self._fact(name, as_of) for name in sorted(total.facts)],
        }
        markdown = assemble(source, tuple(texts))
        return ComposedPage(source.slug, markdown, meta, total, _by_block(source.segments, used))

    def _context(self, values: dict[str, Any], recorder: Recorder, as_of: date) -> dict[str, Any]:
        facts = FactsView(self._facts, recorder, as_of)
        return {"daerah": View(values, "daerah", recorder), "fakta": facts, "sebut": facts.mention}

    def _fact(self, name: str, as_of: date) -> dict[str, Any]:
        shown = present_fact(self._facts.by_id[name], as_of)
        return {k: list(v) if isinstance(v, tuple) else v for k, v in shown.items()}


def assemble(source: PageSource, texts: tuple[str, ...]) -> str:
    """The segments' finished texts, joined; a block with a form is wrapped in a section that carries it."""
    parts: list[str] = []
    open_levels: list[int] = []
    for segment, text in zip(source.segments, texts, strict=True):
        while open_levels and segment.block and segment.level <= open_levels[-1]:
            parts.append("</section>")
            open_levels.pop()
        rule = source.front.blocks.get(segment.block)
        if rule and rule.form:
            parts.append(f'<section class="blok blok-{rule.form}" markdown="1">')
            open_levels.append(segment.level)
        parts.append(text.strip("\n"))
    parts += ["</section>"] * len(open_levels)
    return _addressed("\n\n".join(parts)) + "\n"


def _addressed(markdown: str) -> str:
    """Authors write beranda.md and seni/name.svg; on the site these are the index and a file among the assets."""
    return markdown.replace("](beranda.md", "](index.md").replace("](seni/", "](assets/seni/")


def _by_block(segments: tuple[Segment, ...], used: dict[str, Usage]) -> dict[str, Usage]:
    """What each block used: its own segment and those of the deeper headings below it."""
    blocks: dict[str, Usage] = {}
    above: list[tuple[int, str]] = []
    for segment in segments:
        above = [(level, name) for level, name in above if name and level < segment.level]
        above.append((segment.level, segment.block))
        for _, name in above:
            blocks[name] = blocks.get(name, Usage()) | used[segment.block]
    return blocks
