"""Copyfitting: the largest text with which a piece fits, and what gives way where even the smallest doesn't.

A panel's stylesheet multiplies what may change by `var(--pas)`: `font-size: calc(14pt * var(--pas))`. When that is at
its smallest and text still runs over, the panel's own type size goes down as well, to the floor that piece.yml states;
after that, what may give way leaves the sheet, in the order of piece.yml. A piece of one district never changes
another's, because each finds its own scale, and the same piece always the same one: nothing is remembered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from weasyprint.document import Document

from selebaran.model.fitting import Elastic, Fit, GivesWay
from selebaran.press.audit import Audit, PanelReport

STEP = 0.02
GIVE = 1.75
"""How many times its share of the room `--pas` has to shrink at first: most text stays as large as it is, and only
headings and what lies between shrink."""
EARLY = 4
"""Trials after which what is left is halved."""
TIGHT = 0.04
"""A panel in which less than this share of its height is left isn't tried any larger."""


@dataclass(frozen=True)
class Setting:
    """How a piece is set once: for each group of panels a stylesheet that comes last; what left the sheet, and texts in
    place of others."""

    scaled: tuple[tuple[tuple[str, ...], str], ...] = ()
    gone: tuple[GivesWay, ...] = ()
    cut: tuple[tuple[str, str], ...] = ()

    @property
    def css(self) -> str:
        """The stylesheets of all groups."""
        return " ".join(css for _, css in self.scaled if css)

    def differing(self, other: Setting) -> frozenset[str]:
        """The panels that another setting sets in another size."""
        return frozenset(name for panels, _ in {*self.scaled} ^ {*other.scaled} for name in panels)


@dataclass(frozen=True)
class Trial:
    """A piece as it was laid out once. `texts` are those of its panels; `loose` are the marks, with their panels, of
    what may still give way."""

    document: Document
    audit: Audit
    warnings: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    loose: frozenset[tuple[str, str]] = frozenset()
    setting: Setting = Setting()
    scale: float = 1.0
    is_merged: bool = False

    @property
    def crowded(self) -> frozenset[str]:
        """The panels over whose edges something runs."""
        return frozenset(over.panel for over in self.audit.overflows)


LayOut = Callable[[Setting], Trial]


def first_setting(elastic: Elastic) -> Setting:
    """The setting that is tried first: where a piece says well where its search begins, hardly a sheet needs
    another."""
    searches = tuple(_start(fit, elastic) for fit in elastic.fits)
    return Setting(_scaled_by(searches, tuple(search.rung for search in searches)))


def fitted(elastic: Elastic, lay_out: LayOut) -> Trial:
    """The trial with the largest text that fits and with as little gone as can be. Where nothing helps: the barest one
    in the smallest type, so that the report says what is still too long."""
    chosen = _scaled(elastic, lay_out, ())
    if not chosen.audit.overflows:
        return chosen
    ranks = [way for way in elastic.gives_way if any((way.mark, panel) in chosen.loose for panel in chosen.crowded)]
    if not ranks:
        return chosen
    bare = _without(ranks, chosen, lay_out)
    if bare.audit.overflows:
        return bare
    grown = _scaled(elastic, lay_out, _fewest(ranks, chosen, lay_out))
    return bare if grown.audit.overflows else grown


def _fewest(ranks: list[GivesWay], chosen: Trial, lay_out: LayOut) -> tuple[GivesWay, ...]:
    """What has to go, the first first. All of it together is known to be enough."""
    too_few, enough = 0, len(ranks)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if _without(ranks[:middle], chosen, lay_out).audit.overflows:
            too_few = middle
        else:
            enough = middle
    gone = ranks[:enough]
    for way in gone[-2::-1]:  # the last to go may have made room for one that went before
        rest = [other for other in gone if other is not way]
        gone = gone if _without(rest, chosen, lay_out).audit.overflows else rest
    return tuple(gone)


def _without(ranks: Iterable[GivesWay], chosen: Trial, lay_out: LayOut) -> Trial:
    return replace(lay_out(replace(chosen.setting, gone=tuple(ranks))), scale=chosen.scale)


def _scaled(elastic: Elastic, lay_out: LayOut, gone: tuple[GivesWay, ...]) -> Trial:
    """The trial in which each group of panels has its largest text. All groups are tried at once: none reaches into
    the panels of another."""
    searches = tuple(_start(fit, elastic) for fit in elastic.fits)
    trials: dict[tuple[_Rung, ...], Trial] = {}

    def at(rungs: tuple[_Rung, ...]) -> Trial:
        if rungs not in trials:
            scale = min((rung.scale for rung in rungs), default=1.0)
            trials[rungs] = replace(lay_out(Setting(_scaled_by(searches, rungs), gone)), scale=scale)
        return trials[rungs]

    trial = at(tuple(search.rung for search in searches))
    while not all(search.is_done for search in searches):
        searches = tuple(search.learnt(trial.audit) for search in searches)
        trial = at(tuple(search.rung for search in searches))
    return trial


def _scaled_by(searches: Iterable[_Search], rungs: Iterable[_Rung]) -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = zip(rungs, searches, strict=True)
    return tuple((tuple(search.fit.panels), rung.css(search.fit.panels)) for rung, search in pairs)


@dataclass(frozen=True)
class _Rung:
    """A size of a group's text: `--pas`, and below the smallest of that the size of type of each panel in points."""

    pas: float = 1.0
    sizes: tuple[tuple[str, float], ...] = ()
    scale: float = 1.0

    def css(self, panels: Iterable[str]) -> str:
        """The stylesheet that sets it; none for a piece as it is drawn."""
        if self == _Rung():
            return ""
        names = ", ".join(f'[data-panel="{name}"]' for name in panels)
        scaled = f"{names} {{ --pas: {self.pas} }}" if self.pas != 1 else ""
        own = (
            f'html [data-panel="{name}"][data-panel][data-panel] {{ font-size: {size}pt }}' for name, size in self.sizes
        )
        return " ".join([scaled, *own])


@dataclass(frozen=True)
class _Search:
    """Where the search for a group's largest text stands. Rungs go from the largest to the smallest: `too_large` is the
    last that is known not to fit, `fits` the first that is known to, `end` the first that is too small to read. `seen`
    are the rungs that were tried, with the share of the height that was too much; less than nothing was left over."""

    fit: Fit
    floors: tuple[tuple[str, float], ...]
    rungs: tuple[_Rung, ...]
    at: int
    too_large: int
    fits: int | None
    end: int
    is_done: bool = False
    seen: tuple[tuple[int, float], ...] = ()

    @property
    def rung(self) -> _Rung:
        """What is tried next; when it is done, what was found."""
        return self.rungs[self.at]

    def learnt(self, found: Audit) -> _Search:
        """The search after it has seen how its rung came out."""
        if self.is_done:
            return self
        reports = [report for report in found.panels if report.panel in self.fit.panels]
        over = _over(found, reports)
        seen = replace(self, seen=(*self.seen, (self.at, over)))
        if self.seen and not _is_readable(dict(self.floors), reports):
            seen = replace(seen, end=self.at)
        elif over > 0:
            seen = replace(seen, too_large=self.at)
        else:
            seen = replace(seen, fits=self.at)
            if not self.seen and (not self.at or over > -TIGHT):
                return replace(seen, is_done=True)
        return seen._next(reports)

    def _next(self, reports: list[PanelReport]) -> _Search:
        upper = self.end if self.fits is None else self.fits
        if upper - self.too_large > 1:
            return replace(self, at=self._guess(upper))
        if self.fits is not None:
            return replace(self, at=self.fits, is_done=True)
        smaller = _body_rungs(self.fit, self.rungs[-1], reports)
        if self.end < len(self.rungs) or self.rungs[-1].sizes or not smaller:
            return replace(self, at=max(self.too_large, 0), is_done=True)
        rungs = (*self.rungs, *smaller)
        return replace(self, rungs=rungs, end=len(rungs), at=len(rungs) - 1)

    def _guess(self, upper: int) -> int:
        """The rung to try next: where the text would just fit if it went on as it did between the last two trials; when
        that doesn't end it, the middle of what is left."""
        first, last = self.too_large + 1, upper - 1
        at, over = self.seen[-1]
        if len(self.seen) == 1:
            guess = at + round(over * GIVE / STEP)
        elif self._may_fit(first):
            guess = first
        elif len(self.seen) > EARLY:
            guess = (first + last) // 2
        else:
            before, more = self.seen[-2]
            slope = (more - over) / (at - before)
            guess = at + math.ceil(over / slope - 1e-9) if slope > 0 else (first + last) // 2
        return min(max(guess, first), last)

    def _may_fit(self, first: int) -> bool:
        """Whether what is next to a rung that was too large would fit if the text went on as it grew on those that fit:
        then one more line was too much for that rung alone."""
        fits = sorted((at, over) for at, over in self.seen if over <= 0)
        if len(fits) < 2 or self.too_large < 0:
            return False
        (large, over), (small, less) = fits[:2]
        return over + (over - less) / (small - large) * (large - first) <= 0


def _start(fit: Fit, elastic: Elastic) -> _Search:
    """A search that begins where the piece says, else with the piece as it is drawn."""
    larger, smaller = int((fit.largest - 1) / STEP + 1e-6), int((1 - fit.smallest) / STEP + 1e-6)
    scales = [round(1 + STEP * number, 3) for number in range(larger, -smaller - 1, -1)]
    rungs = tuple(_Rung(scale, scale=scale) for scale in scales)
    floors = tuple((panel, elastic.floor_pt(panel)) for panel in fit.panels)
    at = scales.index(min(scales, key=lambda scale: abs(scale - fit.start_in(elastic.profile))))
    return _Search(fit, floors, rungs, at=at, too_large=-1, fits=None, end=len(rungs))


def _body_rungs(fit: Fit, last: _Rung, reports: list[PanelReport]) -> tuple[_Rung, ...]:
    """Sizes of the panels' own type, from what they have on the smallest rung down to the floor."""
    smallest = min((min(report.body_pt or report.own_pt, report.own_pt) for report in reports), default=0.0)
    rungs = []
    share = 1 - STEP
    while smallest * share >= fit.body_pt - 0.01:
        sizes = tuple((report.panel, round(report.own_pt * share, 2)) for report in reports)
        rungs.append(_Rung(last.pas, sizes, round(last.scale * share, 3)))
        share = round(share - STEP, 3)
    return tuple(rungs)


def _over(found: Audit, reports: list[PanelReport]) -> float:
    """The share of its height that runs over in the fullest panel; where none does, less than nothing: what is left."""
    heights = {report.panel: report.height_mm for report in reports if report.height_mm}
    over = [max(over.mm / heights[over.panel], 1e-6) for over in found.overflows if over.panel in heights]
    return max(over) if over else -min((r.spare_mm / r.height_mm for r in reports if r.height_mm), default=0.0)


def _is_readable(floors: Mapping[str, float], reports: Iterable[PanelReport]) -> bool:
    return all(report.body_pt >= floors[report.panel] - 0.01 for report in reports if report.body_pt)
