"""A press that is set up when the first sheet is printed with it: to load it takes as long as a site to make, and after
most changes of a district no sheet of it is another."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.jobs.collecting import paused
from selebaran.press.fonts import are_there
from selebaran.press.inks import Inks
from selebaran.press.libraries import load as load_libraries

if TYPE_CHECKING:
    from selebaran.press.layout import Press


class LatePress:
    """What a press is told, and the press as soon as somebody prints."""

    def __init__(self, cache: Path, inks: Inks | None = None, *, plain: bool = False) -> None:
        self._cache, self._is_plain = cache, plain
        self.inks = inks or Inks.estimated()

    @cached_property
    def press(self) -> Press:
        """The press itself."""
        with paused():
            load_libraries()
            from selebaran.press.layout import Press  # late: that is what this class is for

            return Press(self._cache, inks=self.inks, plain=self._is_plain)

    @property
    def is_ready(self) -> bool:
        """Whether who mustn't write outside its own folder can set it up: its fonts and their settings lie there."""
        return are_there(self._cache)

    @property
    def reads(self) -> tuple[Path, ...]:
        """As of a `Press`; where it isn't set up yet, its fonts will be where it is."""
        return self.press.reads if "press" in vars(self) else ()


def set_up(press: Press | LatePress) -> Press:
    """The press, set up now if it wasn't before."""
    return press.press if isinstance(press, LatePress) else press
