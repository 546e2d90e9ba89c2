"""What is made and what is looked at: who shows asks here, whoever makes tells it here. Many threads use it at once."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath

from selebaran.model.problem import Problem
from selebaran.serve.orders import Changed, HasRead, Kind, Made, Order, Said, Standing

CHECKS = Order("periksa")
PORTAL = Order("portal")
ASSETS = frozenset((".css", ".js", ".svg", ".png", ".webp", ".jpg"))
"""Kinds of files that a page shows or runs."""
WIDER: dict[Kind, tuple[Kind, ...]] = {
    "halaman": ("situs", "semua-lembar"),
    "situs": ("semua-lembar",),
    "susun": ("situs", "semua-lembar"),
}
"""What makes the same and more."""
BEHIND: dict[Kind, Kind] = {"halaman": "situs", "lembar": "susun"}
"""What is made behind the back of who looks, since its faults show in no single page or sheet."""
OF_ALL: tuple[Kind, ...] = ("semua-lembar", "situs", "susun")
"""What tells faults that concern more than one page or sheet of a district."""
UNTOLD: tuple[Kind, ...] = ("situs", "susun", "periksa")
"""What nobody is told of while it is made."""
SEARCHED = "assets/cari"
"""How the files begin that only a search loads: a page doesn't change with them."""


def concerns(order: Order, changed: frozenset[str]) -> bool:
    """Whether who looks at what was ordered sees that these files are others now."""
    if order.kind == "portal":
        return bool(changed)
    if order.kind == "lembar":
        return any(path.split("/")[:2][1:] == [order.what] for path in changed if path.startswith(("unduh/", "lihat/")))
    own = order.what.partition("/")[0]
    return order.what in changed or any(_is_shown(path, own) for path in changed)


def _is_shown(path: str, own: str) -> bool:
    """Whether a page below the folder `own` may show a file. Sheets' pictures stand on the page beside them."""
    top = path.partition("/")[0]
    is_elsewhere = top == "lihat" or (top == "unduh" and own != "unduh") or path.startswith(SEARCHED)
    return PurePosixPath(path).suffix in ASSETS and not is_elsewhere


class Board:
    """`send` gives something to whoever makes. A version says how often what a district is made from has changed."""

    def __init__(self, send: Callable[[Order | Changed], None], *, with_sheets: bool) -> None:
        self._send = send
        self._with_sheets = with_sheets
        self._changed = threading.Condition()
        self._known: HasRead | None = None
        self._made: dict[Order, Made] = {}
        self._ordered: set[Order] = set()
        self._looked_at: Counter[Order] = Counter()
        self._serial: dict[Order, int] = {}
        self._sheets: dict[str, tuple[tuple[str, str], ...]] = {}
        self.is_over = False

    # What is told.

    def hear(self, said: Said) -> None:
        """Take in what whoever makes says."""
        with self._changed:
            if isinstance(said, HasRead):
                self._read(said)
            else:
                self._fulfilled(said)
            self._changed.notify_all()

    def changed(self, files: Changed) -> None:
        """Pass on which files of the project changed."""
        self._send(files)

    def end(self) -> None:
        """Nobody makes anything any more."""
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def _read(self, said: HasRead) -> None:
        """The project is another: what was ordered of what changed is forgotten; what is looked at is ordered anew."""
        before, self._known = self._known, said
        self._ordered = {order for order in self._ordered if before and self._is_as(before, order)}
        for order in [order for order, count in self._looked_at.items() if count]:
            self._order(order)
        if before is None or not self._is_as(before, CHECKS):
            self._order(CHECKS)

    def _is_as(self, before: HasRead, order: Order) -> bool:
        """Whether what an order is made from is as it was."""
        assert self._known is not None
        if not order.slug:
            return before.version == self._known.version
        there = before.districts.get(order.slug)
        return there is not None and there.version == self._version(order)

    def _fulfilled(self, made: Made) -> None:
        order, before = made.order, self._made.get(made.order)
        self._ordered.discard(order)
        self._made[order] = made
        self._sheets |= {order.slug: made.sheets} if made.sheets else {}
        self._tell(made, is_new=before is None)
        if self._version(order) == made.version and made.is_whole and (behind := BEHIND.get(order.kind)):
            self._order(Order(behind, order.slug))

    def _tell(self, made: Made, *, is_new: bool) -> None:
        """Let who looks look again, where what came of an order concerns them."""
        for seen in [seen for seen in self._serial if seen.slug == made.order.slug]:
            is_told = seen == made.order and is_new and not made.is_whole  # who waits has to hear why
            self._serial[seen] += is_told or concerns(seen, made.changed)

    # What is asked.

    def _version(self, order: Order) -> int:
        if self._known is None:
            return 0
        if not order.slug:
            return self._known.version
        there = self._known.districts.get(order.slug)
        return there.version if there else 0

    def _fresh(self, order: Order) -> Made | None:
        """What came of an order as things are now, or of one that makes the same and more."""
        wider = WIDER.get(order.kind, ())
        for one in (order, *(Order(kind, order.slug) for kind in wider)):
            made = self._made.get(one)
            if made and made.version == self._version(one) and (one == order or made.is_whole):
                return made
        return None

    def _order(self, order: Order) -> None:
        if order not in self._ordered and self._fresh(order) is None:
            self._ordered.add(order)
            self._send(order)

    def districts(self, seconds: float = 0) -> dict[str, Standing]:
        """The districts that are shown; none as long as nothing has been read. So long one may wait for that."""
        with self._changed:
            self._changed.wait_for(lambda: self._known or self.is_over, seconds)
            return dict(self._known.districts) if self._known else {}

    def ask(self, order: Order) -> None:
        """Let something be made without waiting for it."""
        with self._changed:
            self._order(order)

    def wait_for(self, order: Order, seconds: float) -> Made | None:
        """What comes of an order, if it comes within this time."""
        with self._changed:
            self._order(order)
            self._changed.wait_for(lambda: self._fresh(order) or self.is_over, seconds)
            return self._fresh(order)

    def ask_for_sheets(self, slug: str) -> None:
        """Let all sheets of a district be made, once: later each is made anew when somebody looks at it."""
        order = Order("semua-lembar", slug)
        with self._changed:
            if self._with_sheets and order not in self._made:
                self._order(order)

    def sheets(self, slug: str) -> tuple[tuple[str, str], ...]:
        """Name and title of the pieces that a district has, as far as that is known."""
        with self._changed:
            return self._sheets.get(slug, ()) if self._with_sheets else ()

    def is_busy(self, slug: str) -> str:
        """What is being made of a district that takes long: "" or the kind of it."""
        with self._changed:
            return next((order.kind for order in self._ordered if order.slug == slug and order.kind not in UNTOLD), "")

    def problems(self, order: Order) -> tuple[Problem, ...]:
        """All that is wrong with what is looked at, as far as it is known now."""
        with self._changed:
            return tuple(dict.fromkeys(self._problems(order)))

    def _problems(self, order: Order) -> Iterator[Problem]:
        if self._known is None:
            return
        checks = self._made.get(CHECKS)
        yield from self._known.shared
        yield from checks.problems if checks and checks.version == self._version(CHECKS) else ()
        for slug, standing in self._known.districts.items():
            if slug == order.slug or not order.slug:
                yield from standing.problems
        for one in (*map(partial(Order, slug=order.slug), OF_ALL), order):
            made = self._made.get(one)
            if made and made.version == self._version(made.order):
                yield from made.problems

    def stamp(self, order: Order) -> str:
        """Names what is shown now; it is another one as soon as who looks should look again."""
        with self._changed:
            return str(self._serial.setdefault(order, 0))

    @contextmanager
    def looking(self, order: Order) -> Iterator[None]:
        """As long as somebody looks at it, it is made anew when what it is made from changes."""
        with self._changed:
            self._looked_at[order] += 1
            if self._known:
                self._order(order)
        try:
            yield
        finally:
            with self._changed:
                self._looked_at[order] -= 1

    def wait(self, seconds: float) -> None:
        """Wait until anything is told."""
        with self._changed:
            self._changed.wait(seconds)
