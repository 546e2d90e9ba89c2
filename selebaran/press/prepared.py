"""What the sheet for no district leaves to those of districts: styles, panels, and pages where text flows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from weasyprint.document import Document

from selebaran.press.audit import Audit, Reports
from selebaran.press.flow import Flow, Recorder
from selebaran.press.kept_page import Place
from selebaran.press.panels import Attributes, Boxes, Shared, Source, tried
from selebaran.press.styles import KeptStyles

Plainly = Callable[..., Document]
"""Lays out a document, without these elements."""
NOWHERE: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class LaidOut:
    """A document, and the panels that it has in common with another sheet, with their places, those that are `known` to
    fit, and all of its boxes. `is_merged` tells that it may have boxes of that."""

    document: Document
    panels: Shared | None = None
    places: frozenset[Place] = NOWHERE
    known: Reports = field(default_factory=dict)
    boxes: Boxes = field(default_factory=dict)
    is_merged: bool = False

    def again(self, source: Source, seen: Audit, like: Prepared) -> Prepared | None:
        """What the same sheet of the same district shares in another setting; `like` is what this one was laid out
        with. None where that can't be told apart."""
        if self.panels:
            return Prepared(like.styles, self.panels.again(source, self.boxes, self.places, seen))
        panels = tried(source, self.document, seen)
        return Prepared(like.styles, panels) if panels else None


@dataclass(frozen=True)
class Prepared:
    """A sheet for no district; while it is laid out itself, it has a `recorder` and nothing to share but its styles."""

    styles: KeptStyles
    panels: Shared | None = None
    flow: Flow | None = None
    recorder: Recorder | None = None

    def lay_out(
        self,
        source: Source | None,
        stylesheets: Iterable[str],
        otherwise: Attributes,
        plainly: Plainly,
    ) -> LaidOut | None:
        """A sheet with as much of this one as it has in common with it; None where that failed, and stubs stand in its
        source. What has an attribute of `otherwise` is set otherwise than here. `plainly` lays it out."""
        if self.recorder:
            with self.recorder.listening():
                return LaidOut(plainly())
        if source and self.flow and not otherwise:
            return _with_pages(self.flow, source, stylesheets, plainly)
        if source and self.panels:
            return _with_panels(self.panels, source, stylesheets, otherwise, plainly)
        return LaidOut(plainly())


def _with_pages(flow: Flow, source: Source, stylesheets: Iterable[str], plainly: Plainly) -> LaidOut:
    differing = source.differing(flow.source, stylesheets)
    if differing is None:
        return LaidOut(plainly())
    return LaidOut(flow.lay_out(source, differing, plainly), is_merged=True)


def _with_panels(
    panels: Shared,
    source: Source,
    stylesheets: Iterable[str],
    otherwise: Attributes,
    plainly: Plainly,
) -> LaidOut | None:
    places = source.same(panels.source, stylesheets, otherwise)
    if not places:
        return LaidOut(plainly())
    source.stub(places)
    merged = panels.on(plainly([source.elements[place] for place in places]), source, places)
    return (
        LaidOut(merged[0], panels, places, panels.known(source, places), merged[1], is_merged=True) if merged else None
    )
