"""A shared page x a district -> the page as it reads there, with the record of what each block used."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from functools import partial

from selebaran.compose.fact.policy import GONE, FactPolicy
from selebaran.compose.fact.removal import Mark, Tracer, removed
from selebaran.compose.fact.row import facts_view, stated, withheld_for, withheld_from
from selebaran.compose.fact.stages import Stage, spans, staged_note
from selebaran.compose.page.assembly import NOTICE, assemble, ids_of, notice, used_by_block
from selebaran.compose.page.filled_in import Block, FilledIn, Line, Slot, slots_of
from selebaran.compose.page.finished import Finished, finished
from selebaran.compose.page.named import NOTHING, without
from selebaran.compose.page.printed import as_typed, has_marks, in_templates
from selebaran.compose.page.read_before import ReadBefore
from selebaran.compose.page.standing import OwnBlocks, Standing, standing
from selebaran.compose.page.temporary import note_above
from selebaran.compose.page.told import TOLD, key_of, may_note, told_of
from selebaran.compose.page.unchecked import Checked, notes_below
from selebaran.compose.template.engine import Templates, escape_markdown, is_looked_at
from selebaran.compose.template.views import Recorder, Values, View
from selebaran.jobs.plain import is_plain
from selebaran.model.facts import FactRegister, Treatment
from selebaran.model.page import HEAD, HOME, ComposedPage, PageSource, Segment
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, ProblemsFound, gathered
from selebaran.model.typed import Typed
from selebaran.model.usage import Usage


class PageComposer:
    """Fills shared pages in for one district after the other; templates are compiled once. Pages of districts
    `of_marks` are kept by what they read."""

    def __init__(self, facts: FactRegister, *, of_marks: bool = False) -> None:
        self._facts = facts
        self._markdown = Templates("markdown", {})
        self._plain = Templates("plain", {})
        self._pages_for_all: dict[tuple[int, FactPolicy], tuple[PageSource, ComposedPage]] = {}
        self._same_for_all: dict[tuple[Place, str, date], tuple[str, list[Mark], Usage]] = {}
        self._read, self.is_reading = ReadBefore() if of_marks else None, False

    def reading(self) -> PageComposer:
        """The same, which keeps no page by what it read."""
        other = copy(self)
        other.is_reading = True
        return other

    def warm(self, sources: Iterable[PageSource]) -> None:
        """Compile every template of these pages."""
        pages = tuple(sources)
        self._markdown.warm(segment.text for page in pages for segment in page.segments)
        self._plain.warm(text for page in pages for text in (page.front.title, page.front.summary))

    def compose(
        self,
        source: PageSource,
        values: Values,
        policy: FactPolicy,
        own: OwnBlocks | None = None,
        checked: Collection[Checked] = (),
    ) -> ComposedPage:
        """The page in the district that `values` present, with what it wrote in place of shared text; `checked` are
        its entries that grow old.

        Raises `ProblemsFound` with every block's fault. A page that reads nothing of its district is kept: it is the
        same for all."""
        if own is not None or is_plain():
            return self._composed(source, values, policy, own, checked)
        key = id(source), policy
        if key in self._pages_for_all:
            return self._pages_for_all[key][1]
        if known := self._read_before(source, values, policy, checked):
            return known
        made = self._told_or_composed(source, values, policy, checked)
        if not made.usage.fields:
            self._pages_for_all[key] = source, made  # with the source, so that no other one gets its number
        elif self._read and not self.is_reading and not checked:
            self._read.keep(source, policy, values, made)
        return made

    def _read_before(
        self, source: PageSource, values: Values, policy: FactPolicy, checked: Iterable[Checked]
    ) -> ComposedPage | None:
        """The page of a district that says the same, on which nothing is to be said of these entries."""
        known = self._read.find(source, policy, values) if self._read else None
        return known if known and not may_note(known.usage, checked) else None

    def _composed(
        self,
        source: PageSource,
        values: Values,
        policy: FactPolicy,
        own: OwnBlocks | None,
        checked: Iterable[Checked],
    ) -> ComposedPage:
        page = standing(source, own or OwnBlocks({}, {}))
        return self._finished(page, self._filled(page, values, policy), policy, checked)

    def _told_or_composed(
        self, source: PageSource, values: Values, policy: FactPolicy, checked: Collection[Checked]
    ) -> ComposedPage:
        """The page of a district that wrote nothing of it, as it was told where it would be the same."""
        if not TOLD.is_recalling:
            return self._composed(source, values, policy, None, checked)
        page, key = standing(source, OwnBlocks({}, {})), key_of(source, policy)
        told = TOLD.get(key)
        if told and told.holds(page, values, policy, checked):
            told.narrow(policy.as_of)
            return self._page(page, told.filled_in(page, policy), policy, told.text)
        filled = self._filled(page, values, policy)
        made = self._finished(page, filled, policy, checked)
        if not made.meta.is_withheld and not may_note(made.usage, checked):
            TOLD.put(key, told_of(filled, made, values, policy))
        return made

    def _finished(
        self, page: Standing, filled: FilledIn, policy: FactPolicy, checked: Iterable[Checked]
    ) -> ComposedPage:
        source = page.source
        withheld = () if source.slug == HOME else withheld_for(filled.usage, policy)
        text = notice(source.segments, policy) if withheld else _markdown(page, filled, policy, checked)
        typed = (Typed(text, source.place),) if withheld else None
        return self._page(page, filled, policy, finished(text, source.slug), withheld, typed)

    def _page(
        self,
        page: Standing,
        filled: FilledIn,
        policy: FactPolicy,
        text: Finished,
        withheld: tuple[str, ...] = (),
        typed: tuple[Typed, ...] | None = None,
    ) -> ComposedPage:
        """The page that has this text, of what it was filled in with."""
        source, there = page.source, filled.there
        return ComposedPage(
            source.slug,
            text.html,
            self._meta(source, filled, policy, is_withheld=bool(withheld)),
            filled.usage,
            used_by_block((block.slot.segment for block in there.values()), filled.used),
            {name: block.slot.segment.place for name, block in there.items()},
            {name: block.treated for name, block in there.items() if block.treated},
            withheld,
            dict(page.own.overrides),
            text.headings,
            tuple(_typed(page, filled)) if typed is None else typed,
        )

    def _meta(self, source: PageSource, filled: FilledIn, policy: FactPolicy, *, is_withheld: bool) -> PageMeta:
        title = filled.title.text or source.front.menu_title or source.slug.replace("-", " ").capitalize()
        if is_withheld:
            return PageMeta(title, NOTICE, source.slug, is_withheld=True)
        since = None if source.slug == HOME else withheld_from(filled.usage, policy)
        return PageMeta(
            title,
            filled.summary.text,
            source.slug,
            facts=stated(filled.usage, policy),
            noindex=source.is_past(policy.as_of),
            in_search=source.front.searched,
            later_descriptions=tuple((later.since, later.text) for later in filled.summary.later if later.since),
            withheld_from=since,
            withheld_text=finished(notice((), policy.on(since)), source.slug).html if since else None,
        )

    def _filled(self, page: Standing, values: Values, policy: FactPolicy) -> FilledIn:
        """All blocks, title and summary. Raises `ProblemsFound` with the faults of all of them."""
        blocks, faults = gathered(partial(self._block, slot, values, policy) for slot in slots_of(page))
        lines, others = gathered(partial(line, page.source, values, policy) for line in (self._title, self._summary))
        if faults or others:
            raise ProblemsFound((*faults, *others))
        title, summary = lines
        own = page.own.named.get(HEAD, NOTHING).usage(policy.register)
        return FilledIn(blocks, title, dataclasses.replace(summary, usage=summary.usage | own))

    def _block(self, slot: Slot, values: Values, policy: FactPolicy) -> Block:
        if slot.is_covered:  # its id stays, so that links to it still arrive
            return Block(slot, (Stage(None, ids_of([slot.segment])),), Usage(), {})
        text, marks, used = self._rendered(slot.shared, values, policy)
        own = slot.named.usage(policy.register)
        stages = [Stage(None, _left(text, marks, policy))]
        stages += [Stage(day, _left(text, marks, policy.on(day))) for day in policy.change_days(used.facts)]
        treatments = {name: policy.treatment(name) for name in sorted(used.facts | own.facts)}
        return Block(slot, tuple(stages), used | own, treatments)

    def _rendered(self, segment: Segment, values: Values, policy: FactPolicy) -> tuple[str, list[Mark], Usage]:
        """A segment's text, where it read facts, and what it used. One that reads nothing of its district is kept: it
        is the same for all."""
        key = (segment.place, segment.text, policy.as_of)
        if key not in self._same_for_all or is_plain():
            found = self._printed(segment, values, policy, with_marks=not is_looked_at(segment.text))
            if has_marks(found[0]) and (not found[2].fields or _may_go(found[2], policy)):
                found = self._printed(segment, values, policy, with_marks=False)
            if found[2].fields or is_plain():
                return found
            self._same_for_all[key] = found
        return self._same_for_all[key]

    def _printed(
        self, segment: Segment, values: Values, policy: FactPolicy, *, with_marks: bool
    ) -> tuple[str, list[Mark], Usage]:
        recorder = Recorder()
        tracer = Tracer(recorder.log)
        with in_templates(with_marks=with_marks):
            text = self._markdown.render(segment.text, segment.place, _context(values, recorder, policy), tracer)
        return text, tracer.finish(), recorder.usage()

    def _title(self, source: PageSource, values: Values, policy: FactPolicy) -> Line:
        """The title; nothing where it states what may not be shown."""
        plain, marks, recorder = self._line(source, "judul", source.front.title, values, policy)
        is_gone = any(policy.treatment(mark.fact) in GONE for mark in marks)
        return Line("" if is_gone else plain, recorder.usage())

    def _summary(self, source: PageSource, values: Values, policy: FactPolicy) -> Line:
        """The summary without what may not be shown, and dated where it is overdue."""
        plain, marks, recorder = self._line(source, "ringkas", source.front.summary, values, policy)
        facts = [use.fact for use in recorder.log]

        def on(policy: FactPolicy) -> str:
            gone = [mark for mark in marks if policy.treatment(mark.fact) in GONE]
            return policy.dated(without(plain, gone, policy), facts)

        later = tuple(Stage(day, on(policy.on(day))) for day in policy.change_days(facts))
        return Line(on(policy), recorder.usage(), later)

    def _line(
        self, source: PageSource, key: str, text: str, values: Values, policy: FactPolicy
    ) -> tuple[str, list[Mark], Recorder]:
        """A text of the front matter, where it reads facts, and all that it read."""
        recorder = Recorder()
        tracer = Tracer(recorder.log)
        place = source.head_places.get(key, source.place)
        plain = self._plain.render(text, place, _context(values, recorder, policy), tracer)
        return plain, tracer.finish(), recorder


def _context(values: Values, recorder: Recorder, policy: FactPolicy) -> Mapping[str, object]:
    facts = facts_view(policy, recorder)
    return {"daerah": View(values, "daerah", recorder), "fakta": facts, "sebut": facts.mention}


def _markdown(page: Standing, filled: FilledIn, policy: FactPolicy, checked: Iterable[Checked]) -> str:
    """The page's text; a page that is the district's own begins with its summary."""
    read = ((as_typed(block.text), block.usage.fields) for block in filled.blocks)
    noted = zip(_texts(filled.blocks, policy), notes_below(read, checked, policy.as_of), strict=True)
    texts = [f"{text.rstrip()}\n\n{note}\n" if note else text for text, note in noted]
    if page.is_whole:
        texts[0] = f"{escape_markdown(filled.summary.text)}\n\n{texts[0].lstrip()}"
    return assemble(page.source, texts, note_above(page.source, policy.as_of))


def _typed(page: Standing, filled: FilledIn) -> Iterator[Typed]:
    """What the page's text is made of, as it was typed, in order."""
    summary = escape_markdown(filled.summary.text) if page.is_whole else ""
    if summary or (page.source.front.template and not filled.blocks[0].text.strip()):
        yield Typed(escape_markdown(filled.summary.text), page.source.place)
    for block in filled.blocks:
        slot = block.slot
        if slot.is_covered:
            continue
        yield Typed(as_typed(block.text), slot.segment.place, source=slot.shared.text)
        if slot.html:
            place = page.own.overrides[slot.segment.block].place
            yield from (Typed(span.text, place, own=True) for span in spans(slot.named.stages))


def _may_go(used: Usage, policy: FactPolicy) -> bool:
    """Whether a fact isn't shown, now or on a day to come: with it goes the sentence, as far as that is told by its
    words."""
    on = (policy, *map(policy.on, policy.change_days(used.facts)))
    return any(one.treatment(name) in GONE for one in on for name in used.facts)


def _left(text: str, marks: Iterable[Mark], policy: FactPolicy) -> str:
    """A block's text without what may not be shown on the policy's day."""
    gone = [mark for mark in marks if policy.treatment(mark.fact) in GONE]
    return removed(text, gone)[0] if gone else text


def _texts(blocks: Sequence[Block], policy: FactPolicy) -> Iterator[str]:
    """Each block, or the district's text in its place, with a note of what is overdue or left out in it."""
    days = policy.change_days({name for block in blocks for name in block.usage.facts})
    noted = [list(_notes(blocks, policy)), *(list(_notes(blocks, policy.on(day))) for day in days)]
    for block, notes in zip(blocks, zip(*noted, strict=True), strict=True):
        text = f"{block.text.rstrip()}\n\n{block.slot.html}\n" if block.slot.html else block.text
        stages = [Stage(since, note) for since, note in zip((None, *days), notes, strict=True)]
        if note := staged_note(stages):
            text = text.rstrip("\n") + f"\n\n{note}\n"
        yield text


def _notes(blocks: Iterable[Block], policy: FactPolicy) -> Iterator[str]:
    """What is said below each block on the policy's day. What is overdue is dated once on a page."""
    dated: frozenset[str] = frozenset()
    for block in blocks:
        treatments = {name: policy.treatment(name) for name in block.usage.facts}
        hidden = {name for name, how in treatments.items() if how in GONE}
        marked = frozenset(name for name, how in treatments.items() if how is Treatment.MARK) - dated
        yield policy.note(marked, hidden, asks=not dated)
        dated |= marked
