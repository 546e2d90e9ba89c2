"""What of a sheet may grow, shrink or give way, so that a district's values fit whatever their length.

Sizes in points are those of the sheet as it is drawn; `besar` enlarges all of it to 141 %.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from selebaran.model.problem import Place
from selebaran.model.record import Record, Text
from selebaran.model.sizes import Profile

TELLING = 6
"""A run of fewer letters may stand anywhere on a sheet."""


class Fit(Record):
    """Panels whose text grows and shrinks together: the smallest and the largest scale, and the size in points below
    which text that residents read never falls. `largest_on_f4` is the largest scale on the taller paper; `starts` are
    the scales at which the search begins, by profile: those that most districts end at."""

    smallest: float = Field(alias="paling_kecil", gt=0.5, le=1)
    largest: float = Field(1.0, alias="paling_besar", ge=1, le=1.5)
    largest_on_f4: float | None = Field(None, alias="paling_besar_f4", ge=1, le=1.5)
    starts: Mapping[Profile, Annotated[float, Field(gt=0.5, le=1.5)]] = Field({}, alias="mulai")
    body_pt: float = Field(alias="huruf", ge=10)
    panels: tuple[Text, ...] = Field(alias="panel", min_length=1)

    def repeated(self, times: int) -> Fit:
        """The same for panels that stand so many times."""
        again = tuple(f"{panel}-{n + 1}" if n else panel for n in range(times) for panel in self.panels)
        return self.model_copy(update={"panels": again})

    def on_f4(self) -> Fit:
        """The same on F4."""
        return self.model_copy(update={"largest": self.largest_on_f4 or self.largest})

    def start_in(self, profile: Profile) -> float:
        """The scale that is tried first; 1 where none is named. `percetakan` and `besar` are drawn as `kantor` is."""
        drawn: Profile = "kantor" if profile in ("percetakan", "besar") else profile
        start = self.starts.get(profile, self.starts.get(drawn, 1.0))
        return min(max(start, self.smallest), self.largest)


def _groups(value: Any) -> Any:
    """One group of panels may stand without the dash of a list."""
    return [value] if isinstance(value, dict) else value


Fits = Annotated[tuple[Fit, ...], BeforeValidator(_groups)]


class GivesWay(Record):
    """What leaves a sheet when text in its smallest size still doesn't fit: the elements with data-lepas="…" of this
    name. With `smaller` they stay, at that share of their size (`var(--kecil)` in piece.css)."""

    mark: Text = Field(alias="tanda", pattern=r"^[a-z][a-z0-9-]*$")
    called: Text = Field(alias="sebutan")
    smaller: float | None = Field(None, alias="kecil", gt=0.2, lt=1)

    @property
    def told(self) -> str:
        """What those read who hand the sheet out."""
        return f"{self.called} (lebih kecil)" if self.smaller else self.called


@dataclass(frozen=True)
class Filled:
    """A text of a district that may stand on a sheet: what it is called within a sentence, and where it was typed.
    `short` is the key for a shorter one that only paper uses, where there is such a key; of a text with tags in it,
    `runs` are the letters between them."""

    called: str
    text: str
    place: Place
    short: str = ""
    runs: tuple[str, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Whether it is there, whole."""
        return all(" ".join(run.split()) in text for run in self.runs or (self.text,))

    def cut_to(self, most: int) -> Iterator[tuple[str, str]]:
        """What stands in the sheet's source, and what would stand there if it had at most so many letters. A run that
        isn't told from others by its letters stays: so there is room for no fewer letters than is said."""
        left, runs = most, self.runs or (self.text,)
        for run in runs:
            if len(run) > left and len(run) >= TELLING and runs.count(run) == 1:
                yield run, run[:left].rstrip()
            left = max(0, left - len(run) - 1)


@dataclass(frozen=True)
class Elastic:
    """How a piece makes room. `gives_way` is in the order in which it does; `kept` are texts that never leave the sheet
    (numbers for an emergency and to ask, values of facts, the code of the edition); `filled`, what may be too long;
    `profile`, the one in which the piece is laid out."""

    fits: tuple[Fit, ...] = ()
    gives_way: tuple[GivesWay, ...] = ()
    kept: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    profile: Profile = "kantor"

    def floor_pt(self, panel: str) -> float:
        """The smallest size of a panel's text; of a panel in two groups, the smaller. 0 for one that doesn't change."""
        return min((fit.body_pt for fit in self.fits if panel in fit.panels), default=0.0)


FIRM = Elastic()
"""Nothing grows, shrinks or gives way."""
