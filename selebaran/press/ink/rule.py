"""Which rule of the stylesheets makes a word unreadable, as far as that can be told.

What a word lost says which properties can be to blame; the rule is the last one with such a property that holds for the
element of the word, or else for the nearest element around it. Where something else lies on the word, it is that one's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import cssselect2
import tinycss2

from selebaran.model.problem import Place
from selebaran.press.ink.expected import Cover, Line
from selebaran.press.ink.finding import Fault, Finding

SHARED = ("templates/tokens.css", "templates/print/print.css")
"""The stylesheets before those of the piece; what comes after it is made of a district's choices."""
FAINTEST = 0.95
PALE = 0.8
"""A colour whose red, green and blue are all above this can't be read on paper."""
HARMLESS = {"0", "0mm", "none", "normal", "auto", "static", "visible"}
"""Values that take nothing from a word."""
NAUGHT = ("opacity", "line-height", "z-index")
"""Properties of which nothing is something."""
GROUND = ("color", "background", "background-color", "background-image", "outline", "border")
COVER = (
    "z-index",
    "position",
    "transform",
    "margin",
    "margin-top",
    "margin-bottom",
    "top",
    "background",
    "background-color",
)
CLIP = ("overflow", "clip")
AWAY = (
    *("transform", "text-indent", "left", "right", "top", "bottom", "margin", "margin-left", "margin-right"),
    *("margin-top", "margin-bottom", "position", "width", "white-space", "letter-spacing", "word-spacing"),
)
CLOSE = ("line-height", "letter-spacing", "word-spacing", "transform", "margin", "margin-top", "margin-bottom")
PROPERTIES: dict[Fault, tuple[str, ...]] = {
    "small": ("transform", "font-size", "font"),
    "outside": AWAY,
    "fold": AWAY,
    "stacked": (*CLOSE, "position", "top", "left", "right", "bottom", "height", "width", "margin-left"),
    "turned": ("transform",),
    "crammed": ("letter-spacing", "word-spacing", "font"),
    "uncopied": GROUND,
}
"""What can be to blame for each fault that isn't of the ink alone."""


@dataclass(frozen=True)
class Rule:
    """A rule of a stylesheet, as short as it can be shown: `.baris { opacity: 0 }`."""

    place: Place
    text: str


@dataclass(frozen=True)
class _Declared:
    """One declaration and whom it is for."""

    name: str
    rule: Rule
    selector: Any
    pseudo: str | None
    rank: tuple[Any, ...]


_Bearer = tuple[Any, str | None]
"""An element and the name of its pseudo-element, if that is meant."""


class Stylesheets:
    """The declarations of a piece's stylesheets, and the elements that they are for."""

    def __init__(self, texts: Iterable[str], own: Iterable[str], root: Any) -> None:
        """`own` are the files that follow the shared ones."""
        files = zip((*SHARED, *own), texts, strict=False)
        self._declared = [one for number, (file, css) in enumerate(files) for one in _declarations(css, file, number)]
        self._elements = {}
        if root is not None:
            tree = cssselect2.ElementWrapper.from_html_root(root)
            self._elements = {id(one.etree_element): one for one in tree.iter_subtree()}

    def blamed(self, finding: Finding) -> Rule | None:
        """The rule that a finding can be laid at; None where none can."""
        element = self._elements.get(id(finding.line.element)) if finding.line else None
        if element is None:
            return None
        for names, at in _suspects(finding):
            chain = self._around(element) if at is None else self._over(at, element)
            if found := self._nearest(chain, names):
                return found
        return None

    def _nearest(self, chain: Iterable[_Bearer], names: tuple[str, ...]) -> Rule | None:
        for element, pseudo in chain:
            named = (one for one in self._declared if one.name in names and one.pseudo == pseudo)
            held = [one for one in named if one.selector.test(element)]
            if held:
                return max(held, key=lambda one: one.rank).rule
        return None

    def _around(self, element: Any) -> Iterator[_Bearer]:
        while element is not None:
            yield element, None
            element = element.parent

    def _over(self, covers: tuple[Cover, ...], element: Any) -> Iterator[_Bearer]:
        """What is painted over an element, without what it stands in; the last is on top."""
        own = {id(one.etree_element) for one, _ in self._around(element)}
        for cover in reversed(covers):
            if id(cover.element) in self._elements and (cover.pseudo or id(cover.element) not in own):
                yield self._elements[id(cover.element)], cover.pseudo


def _suspects(finding: Finding) -> Iterator[tuple[tuple[str, ...], tuple[Cover, ...] | None]]:
    """The properties that can be to blame, the likeliest first; with covers where it is theirs."""
    assert finding.line is not None
    manner = finding.line.manner
    if finding.fault in PROPERTIES:
        if manner.moved:
            yield ("transform",), None
        yield PROPERTIES[finding.fault], None
    else:
        yield from _hiding(finding, finding.line)


def _hiding(finding: Finding, line: Line) -> Iterator[tuple[tuple[str, ...], tuple[Cover, ...] | None]]:
    """Those that can take the ink of a word."""
    manner = line.manner
    if not manner.visible:
        yield ("visibility",), None
    if manner.opacity < FAINTEST:
        yield ("opacity",), None
    if manner.clipped and finding.fault in ("cut", "unseen"):
        yield CLIP, None
    *colour, alpha = line.colour
    if alpha < FAINTEST or min(colour) > PALE:
        yield ("color",), None
    if finding.fault != "faint":
        yield COVER, finding.covers
    yield GROUND, None


def _declarations(css: str, file: str, number: int) -> Iterator[_Declared]:
    """The declarations of a stylesheet, with the lines on which they stand."""
    for order, rule in enumerate(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)):
        if rule.type != "qualified-rule":
            continue
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            continue
        shown = " ".join(tinycss2.serialize(rule.prelude).split())
        for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if part.type != "declaration":
                continue
            value = " ".join(tinycss2.serialize(part.value).split())
            if value not in HARMLESS or part.lower_name in NAUGHT:
                place = Place(file, part.source_line, part.source_column)
                said = Rule(place, f"{shown} {{ {part.lower_name}: {value} }}")
                for selector in selectors:
                    rank = (selector.specificity, number, order)
                    yield _Declared(part.lower_name, said, selector, selector.pseudo_element, rank)
