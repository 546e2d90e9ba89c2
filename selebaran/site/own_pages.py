"""Draws the pages of districts of one kind that its own site doesn't have as they are: from frames where that is
enough, which are drawn once for all of them, else each by itself. Each is read, and proved to say what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from selebaran.check.proof.prove import prove
from selebaran.compose.template.slots import Slots, Values
from selebaran.model.page import ComposedPage
from selebaran.site.blame import path_of
from selebaran.site.blanks import squeezed
from selebaran.site.framed import Look
from selebaran.site.joined import SECTION
from selebaran.site.links import Site, look_of, within_policy
from selebaran.site.own_frames import DATA, OWN, OwnFrame, cut, frame_of, probe, probed_in, proved_beside
from selebaran.site.painter import Painter
from selebaran.site.seen import SeenPage, Tags

MOST_FRAMES = 256
"""Frames of a kind that are kept."""
Shape = tuple[str, str, str, str, bool]
"""All that a frame is drawn from: address, text, headings and what else is told of a page, whether it has data."""


@dataclass(frozen=True)
class OwnPage:
    """A page as it lies in a web root but for its day. Where all but its `own` text was read in its `frame`, `typed` is
    the page with what was typed of that."""

    page: ComposedPage
    text: str
    own: str = ""
    frame: Look | None = None
    typed: ComposedPage | None = None

    def seen(self, tags: Tags) -> SeenPage | None:
        """The page as it was read; None where it doesn't show what was typed."""
        if self.typed:
            part = SeenPage(self.own, tags)
            if self.frame and not prove(self.typed, part.shown):
                part.ids |= self.frame.ids
                return part
        whole = SeenPage(self.text, tags)
        return None if prove(self.page, whole.shown) else whole


@dataclass(frozen=True)
class _Drawn:
    """A frame as it was drawn, cut at its marks, and what it looks like."""

    text: Slots
    look: Look

    def filled(self, values: Values) -> str:
        """The page with these values."""
        return squeezed(self.text.filled(values))

    def look_with(self, values: Values) -> Look:
        """What the page looks like, but for its own text."""
        names = {mark: value for mark, value in values.items() if mark.startswith("qza")}
        leads = self.look.leads
        for mark, value in names.items():
            leads = frozenset(lead.replace(mark, value) for lead in leads)
        return replace(self.look, leads=leads)


class OwnPages:
    """Draws pages that are beside those of one kind."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter
        self._tags = Tags(painter.edition.frame.address)
        self._frames: dict[Shape, _Drawn | None] = {}
        self._probed: dict[str | None, Mapping[str, str] | None] = {}

    def drawn(self, page: ComposedPage, like: ComposedPage | None, data: str) -> OwnPage:
        """A page, which may be `like` the kind's one; `data` are what programs read of it."""
        probed = self._probed_of(page)
        framed = frame_of(page, like, data, probed) if probed is not None else None
        if framed is None:
            text = self._painter.page(page, data)
            return OwnPage(page, text)
        shape = _shape(framed)
        if (known := self._frames.get(shape)) is not None:
            text, look = known.filled(framed.values), known.look_with(framed.values)
            typed = proved_beside(page, like, has_own_lede=bool(framed.lede)) if like else page
            return OwnPage(page, text, _to_read(framed), look, typed)
        if shape not in self._frames and len(self._frames) < MOST_FRAMES:
            self._frames[shape] = known = self._frame(framed)
        text = known.filled(framed.values) if known else self._painter.page(page, data)
        return OwnPage(page, text)

    def tags(self) -> Tags:
        """The tags of a site, of which those of frames were read."""
        return Tags(self._tags.address, self._tags.known)

    def sitemap(self, pages: Iterable[ComposedPage]) -> str:
        """The list of a site's addresses."""
        return self._painter.sitemap(pages)

    def _frame(self, framed: OwnFrame) -> _Drawn | None:
        """A frame as it is drawn; None where something is left of a mark in it, or must not be there."""
        text = self._painter.page(framed.frame, DATA if framed.has_data else "")
        slots, path = cut(text, framed.values), path_of(framed.frame)
        whole, address = text.replace(f"{SECTION}{OWN}", ""), self._tags.address  # a tag begins in one mark
        look = look_of(Site({path: SeenPage(whole, self._tags)}, {}, frozenset(), address), path, frozenset())
        return _Drawn(slots, look) if look and slots else None

    def _probed_of(self, page: ComposedPage) -> Mapping[str, str] | None:
        """What the template of a page makes of a text; None where that can't be told."""
        name = page.meta.template
        if name not in self._probed:
            pages = (one for one in self._every if one.meta.template == name and not one.meta.forward)
            one = next(pages, None)
            self._probed[name] = probed_in(self._painter.page(probe(one), "")) if one else None
        return self._probed[name]

    @property
    def _every(self) -> Iterator[ComposedPage]:
        edition = self._painter.edition
        return chain(edition.pages, edition.paper_pages)


def _shape(framed: OwnFrame) -> Shape:
    one = framed.frame
    return one.slug, one.html, repr(one.headings), repr(one.meta), framed.has_data


def _to_read(framed: OwnFrame) -> str:
    """What of a page is its own, below a policy as the whole has it."""
    lede = f'<div class="teks lede">{framed.lede}</div>' if framed.lede else ""
    own = f'<div class="teks">{SECTION}{framed.own}</div>' if framed.own else ""
    return within_policy(lede + own)
