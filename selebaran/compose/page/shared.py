"""A shared page x a district -> the page as it reads there, with the record of what each block used."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from selebaran.compose.fact.cited import cited
from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.fact.removal import Mark, Tracer, rewrite, without_sentences
from selebaran.compose.template.engine import TemplateFault, Templates, escape_markdown
from selebaran.compose.template.views import FactsView, Recorder, View
from selebaran.model.facts import FactRegister, Treatment
from selebaran.model.own_text import Override
from selebaran.model.page import HEAD, ComposedPage, PageSource, Segment
from selebaran.model.problem import Place, Problem, ProblemsFound
from selebaran.model.usage import Usage

HOME = "beranda"
"""The page that is never withheld: all others are found from it."""


@dataclass
class _Draft:
    """What composing a page has found so far. `dated` are the facts that a note has dated already."""

    texts: list[str] = field(default_factory=list)
    blocks: dict[str, Usage] = field(default_factory=dict)
    treated: dict[str, dict[str, Treatment]] = field(default_factory=dict)
    dated: set[str] = field(default_factory=set)
    faults: list[Problem] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)

    def skip(self, segment: Segment) -> None:
        """A segment that an override around it took away. Its id stays, so that links to it still arrive."""
        self.texts.append(_ids([segment]))
        self.skipped.add(segment.block)


@dataclass(frozen=True)
class OwnBlocks:
    """Overrides of one page by block, and the clean HTML of those that have a text."""

    overrides: Mapping[str, Override]
    html: Mapping[str, str]


def whole_page(source: PageSource, override: Override) -> PageSource:
    """A page of which only the frame is left: its text comes from the override."""
    front = source.front.model_copy(update={"blocks": {}})
    return dataclasses.replace(source, front=front, segments=(Segment("", 0, "", override.place),))


def with_head(source: PageSource, override: Override | None) -> PageSource:
    """The page with another title or summary; both are plain text, never a template."""
    if override is None:
        return source
    given = {"title": override.front.title, "summary": override.front.summary}
    front = source.front.model_copy(update={key: _literal(text) for key, text in given.items() if text})
    return dataclasses.replace(source, front=front)


def _literal(text: str) -> str:
    """A text that Jinja prints as it stands."""
    return "{% raw %}" + text.replace("{%", "{% endraw %}{{ '{%' }}{% raw %}") + "{% endraw %}"


class PageComposer:
    """Fills shared pages in for one district after the other; templates are compiled once."""

    def __init__(self, facts: FactRegister) -> None:
        self._facts = facts
        self._markdown = Templates("markdown", {})
        self._plain = Templates("plain", {})
        self._same_for_all: dict[tuple[Place, str, date], tuple[str, list[Mark], Usage]] = {}

    def warm(self, sources: Iterable[PageSource]) -> None:
        """Compile every template of these pages."""
        pages = tuple(sources)
        self._markdown.warm(segment.text for page in pages for segment in page.segments)
        self._plain.warm(text for page in pages for text in (page.front.title, page.front.summary))

    def compose(
        self, source: PageSource, values: dict[str, Any], policy: FactPolicy, own: OwnBlocks | None = None
    ) -> ComposedPage:
        """The page in the district that `values` present, with what it wrote in place of shared text.

        Raises `ProblemsFound` with every block's fault."""
        draft, shared = _Draft(), source
        own = own or OwnBlocks({}, {})
        if whole := own.html.get(""):
            own = OwnBlocks(own.overrides, {"": f"{_ids(source.segments)}\n\n{whole}"})
            source = whole_page(source, own.overrides[""])
        for block in ("", HEAD):
            source = with_head(source, own.overrides.get(block))
        self._segments(source, own, values, policy, draft)
        head = Recorder()
        title = self._head(source, "judul", source.front.title, values, policy, head, draft)
        summary = self._head(source, "ringkas", source.front.summary, values, policy, head, draft)
        if draft.faults:
            raise ProblemsFound(tuple(draft.faults))
        if whole:
            draft.texts[0] = f"{escape_markdown(summary)}\n\n{draft.texts[0].lstrip()}"
        total = head.usage()
        for used in draft.blocks.values():
            total |= used
        meta: dict[str, Any] = {
            "title": title or source.front.menu_title or source.slug.replace("-", " ").capitalize(),
            "description": summary,
            "slug": source.slug,
            "fakta": self._sources(total, policy),
        }
        there = tuple(segment for segment in source.segments if segment.block not in draft.skipped)
        withheld = tuple(sorted(name for name in total.facts if policy.treatment(name) is Treatment.WITHHOLD))
        markdown = assemble(source, tuple(draft.texts))
        if withheld and source.slug != HOME:
            markdown, meta = _notice(shared, policy), {**meta, "description": NOTICE, "fakta": [], "ditahan": True}
        return ComposedPage(
            source.slug,
            markdown,
            meta,
            total,
            _by_block(there, draft.blocks),
            {segment.block: segment.place for segment in there},
            draft.treated,
            withheld if source.slug != HOME else (),
            dict(own.overrides),
        )

    def _segments(
        self, source: PageSource, own: OwnBlocks, values: dict[str, Any], policy: FactPolicy, draft: _Draft
    ) -> None:
        """All segments in their order; a district's own takes the place of one and of the deeper ones below it."""
        below = None
        for segment in source.segments:
            if below is not None and segment.level > below:
                draft.skip(segment)
                continue
            below = None
            if html := own.html.get(segment.block):
                below = segment.level if segment.block else None
                self._own_segment(segment, html, values, policy, draft)
            else:
                self._segment(segment, values, policy, draft)

    def _segment(self, segment: Segment, values: dict[str, Any], policy: FactPolicy, draft: _Draft) -> None:
        try:
            text, marks, used = self._rendered(segment, values, policy)
        except TemplateFault as fault:
            draft.faults.append(fault.problem)
            text, marks, used = "", [], Usage()
        draft.blocks[segment.block] = used
        treatments = {name: policy.treatment(name) for name in used.facts}
        gone = [mark for mark in marks if treatments[mark.fact] in GONE]
        is_gone = False
        if gone:
            text, is_gone = rewrite(text, gone, policy.stand_in, policy.cell)
        overdue = {name for name, treatment in treatments.items() if treatment is Treatment.MARK}
        if overdue - draft.dated and not is_gone:
            text = text.rstrip("\n") + f"\n\n{policy.note(overdue - draft.dated)}\n"
            draft.dated |= overdue
        treated = sorted(item for item in treatments.items() if item[1] is not Treatment.SHOW)
        if treated:
            draft.treated[segment.block] = dict(treated)
        draft.texts.append(text)

    def _rendered(self, segment: Segment, values: dict[str, Any], policy: FactPolicy) -> tuple[str, list[Mark], Usage]:
        """A segment's text, where it read facts, and what it used. One that reads nothing of its district is kept: it
        is the same for all."""
        key = (segment.place, segment.text, policy.as_of)
        if key not in self._same_for_all:
            recorder = Recorder()
            tracer = Tracer(recorder.log)
            context = self._context(values, recorder, policy)
            text = self._markdown.render(segment.text, segment.place, context, tracer)
            found = text, tracer.finish(), recorder.usage()
            if recorder.fields:
                return found
            self._same_for_all[key] = found
        return self._same_for_all[key]

    def _own_segment(
        self, segment: Segment, html: str, values: dict[str, Any], policy: FactPolicy, draft: _Draft
    ) -> None:
        """A block under its shared heading, with a district's text."""
        heading = segment.text.split("\n", 1)[0] if segment.block else ""
        self._segment(dataclasses.replace(segment, text=f"{heading}\n"), values, policy, draft)
        draft.texts[-1] = f"{draft.texts[-1].rstrip()}\n\n{html}\n"

    def _head(
        self,
        source: PageSource,
        key: str,
        text: str,
        values: dict[str, Any],
        policy: FactPolicy,
        recorder: Recorder,
        draft: _Draft,
    ) -> str:
        """A text of the front matter: without what may not be shown, and dated where it is overdue."""
        before = len(recorder.log)
        tracer = Tracer(recorder.log)
        place = source.head_places.get(key, source.place)
        try:
            plain = self._plain.render(text, place, self._context(values, recorder, policy), tracer)
        except TemplateFault as fault:
            draft.faults.append(fault.problem)
            return ""
        gone = [mark for mark in tracer.finish() if policy.treatment(mark.fact) in GONE]
        if key == "judul":
            return "" if gone else plain
        if gone:
            rest = without_sentences(plain, gone)
            plain = f"{rest} Sebagian sedang diperiksa ulang: tanyakan ke {policy.ask_plain}.".strip()
        return policy.dated(plain, [use.fact for use in recorder.log[before:]])

    def _context(self, values: dict[str, Any], recorder: Recorder, policy: FactPolicy) -> dict[str, Any]:
        facts = FactsView(self._facts, recorder, policy.as_of)
        return {"daerah": View(values, "daerah", recorder), "fakta": facts, "sebut": facts.mention}

    def _sources(self, used: Usage, policy: FactPolicy) -> list[dict[str, Any]]:
        """The facts that a page states, for its list of sources."""
        shown = [name for name in sorted(used.facts) if self._facts.by_id[name].publishable]
        return [cited(self._facts.by_id[name], used.values, policy) for name in shown]


NOTICE = "Halaman ini sedang diperiksa ulang."


def _notice(source: PageSource, policy: FactPolicy) -> str:
    """What stands on a withheld page. The ids of its blocks stay, so that links and QR codes still arrive."""
    text = f"**{NOTICE}** Isinya kami tahan sampai dipastikan lagi. Tanyakan ke {policy.ask}."
    return f"{text}\n\n[Kembali ke beranda](index.md)\n\n{_ids(source.segments)}\n"


def _ids(segments: Iterable[Segment]) -> str:
    """Elements that nobody sees, with the ids of blocks whose text isn't there."""
    ids = "".join(f'<span id="{segment.block}"></span>' for segment in segments if segment.block)
    return f"<div>{ids}</div>"


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
