"""Copyfitting: the largest text with which a piece fits, and what gives way where even the smallest doesn't.

A panel's stylesheet multiplies what may change by `var(--pas)`: `font-size: calc(14pt * var(--pas))`. When that is at
its smallest and text still runs over, the panel's own type size goes down as well, to the floor that piece.yml states;
after that, what may give way leaves the sheet, in the order of piece.yml. A piece of one district never changes
another's, because each finds its own scale, and the same piece always the same one: nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from weasyprint.document import Document

from selebaran.model.fitting import Elastic, Fit, GivesWay
from selebaran.press.audit import Audit, PanelReport

STEP = 0.02
GIVE = 0.6
"""Text that is half as large takes a quarter of the room, but what stands around it stays; so a share of the room is
about this power of a share of the size."""
TIGHT = 0.04
"""A panel in which less than this share of its height is left isn't tried any larger."""


@dataclass(frozen=True)
class Setting:
    """How a piece is set once: a stylesheet that comes last, what left the sheet, and texts in place of others."""

    css: str = ""
    gone: tuple[GivesWay, ...] = ()
    cut: tuple[tuple[str, str], ...] = ()


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

    @property
    def crowded(self) -> frozenset[str]:
        """The panels over whose edges something runs."""
        return frozenset(over.panel for over in self.audit.overflows)


LayOut = Callable[[Setting], Trial]


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
    too_few, enough = 0, len(ranks)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if _without(ranks[:middle], chosen, lay_out).audit.overflows:
            too_few = middle
        else:
            enough = middle
    grown = _scaled(elastic, lay_out, tuple(ranks[:enough]))
    return bare if grown.audit.overflows else grown


def _without(ranks: Iterable[GivesWay], chosen: Trial, lay_out: LayOut) -> Trial:
    return replace(lay_out(replace(chosen.setting, gone=tuple(ranks))), scale=chosen.scale)


def _scaled(elastic: Elastic, lay_out: LayOut, gone: tuple[GivesWay, ...]) -> Trial:
    """The trial in which each group of panels has its largest text. All groups are tried at once: none reaches into
    the panels of another."""
    searches = tuple(_start(fit, elastic) for fit in elastic.fits)
    trials: dict[tuple[_Rung, ...], Trial] = {}

    def at(rungs: tuple[_Rung, ...]) -> Trial:
        if rungs not in trials:
            css = " ".join(rung.css(search.fit.panels) for rung, search in zip(rungs, searches, strict=True))
            scale = min((rung.scale for rung in rungs), default=1.0)
            trials[rungs] = replace(lay_out(Setting(css.strip(), gone)), scale=scale)
        return trials[rungs]

    trial = at(tuple(search.rung for search in searches))
    while not all(search.is_done for search in searches):
        searches = tuple(search.learnt(trial.audit) for search in searches)
        trial = at(tuple(search.rung for search in searches))
    return trial


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
    last that is known not to fit, `fits` the first that is known to, `end` the first that is too small to read."""

    fit: Fit
    floors: tuple[tuple[str, float], ...]
    rungs: tuple[_Rung, ...]
    at: int
    too_large: int
    fits: int | None
    end: int
    is_done: bool = False
    tries: int = 0

    @property
    def rung(self) -> _Rung:
        """What is tried next; when it is done, what was found."""
        return self.rungs[self.at]

    def learnt(self, found: Audit) -> _Search:
        """The search after it has seen how its rung came out."""
        if self.is_done:
            return self
        reports = [report for report in found.panels if report.panel in self.fit.panels]
        seen = replace(self, tries=self.tries + 1)
        if self.tries and not _is_readable(dict(self.floors), reports):
            seen = replace(seen, end=self.at)
        elif any(over.panel in self.fit.panels for over in found.overflows):
            seen = replace(seen, too_large=self.at)
        else:
            seen = replace(seen, fits=self.at)
            if not self.tries and (not self.at or _room(reports) < TIGHT):
                return replace(seen, is_done=True)
        return seen._next(found, reports)

    def _next(self, found: Audit, reports: list[PanelReport]) -> _Search:
        upper = self.end if self.fits is None else self.fits
        if upper - self.too_large > 1:
            return replace(self, at=self._guess(found, reports, upper))
        if self.fits is not None:
            return replace(self, at=self.fits, is_done=True)
        smaller = _body_rungs(self.fit, self.rungs[-1], reports)
        if self.end < len(self.rungs) or self.rungs[-1].sizes or not smaller:
            return replace(self, at=max(self.too_large, 0), is_done=True)
        rungs = (*self.rungs, *smaller)
        return replace(self, rungs=rungs, end=len(rungs), at=len(rungs) - 1)

    def _guess(self, found: Audit, reports: list[PanelReport], upper: int) -> int:
        """The rung to try next. First where the text would just fit if it filled its room evenly, then a neighbour of
        that, then the middle of what is left."""
        first, last = self.too_large + 1, upper - 1
        if self.tries == 1:
            mine = (over for over in found.overflows if over.panel in self.fit.panels)
            over = max((over.mm / _height(reports, over.panel) for over in mine), default=0.0)
            wanted: float = (1 / (1 + (over or -min(_room(reports), 0.9)))) ** GIVE
            guess = self.at + round((1 - wanted) / STEP)
        elif self.tries == 2:
            guess = self.at - 1 if self.at == self.fits else self.at + 1
        else:
            guess = (first + last) // 2
        return min(max(guess, first), last)


def _start(fit: Fit, elastic: Elastic) -> _Search:
    """A search that begins with the piece as it is drawn."""
    larger, smaller = int((fit.largest - 1) / STEP + 1e-6), int((1 - fit.smallest) / STEP + 1e-6)
    scales = [round(1 + STEP * number, 3) for number in range(larger, -smaller - 1, -1)]
    rungs = tuple(_Rung(scale, scale=scale) for scale in scales)
    floors = tuple((panel, elastic.floor_pt(panel)) for panel in fit.panels)
    return _Search(fit, floors, rungs, at=larger, too_large=-1, fits=None, end=len(rungs))


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


def _height(reports: Iterable[PanelReport], panel: str) -> float:
    return next((report.height_mm for report in reports if report.panel == panel and report.height_mm), 1e6)


def _room(reports: Iterable[PanelReport]) -> float:
    """The share of its height that is left blank in the fullest panel."""
    return min((report.spare_mm / report.height_mm for report in reports if report.height_mm), default=0.0)


def _is_readable(floors: Mapping[str, float], reports: Iterable[PanelReport]) -> bool:
    return all(report.body_pt >= floors[report.panel] - 0.01 for report in reports if report.body_pt)
