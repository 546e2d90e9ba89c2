"""The process that makes: it holds the project, and forks a child for whatever is looked at.

It has one thread, so that it may fork, and never waits for a child: what is made longest, a whole site, is given up
when a change makes it old. It ends when the process that shows is gone.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from selebaran.check.run import check_shared
from selebaran.jobs.interrupts import end, held_back, taken_up
from selebaran.model.problem import Place, problem
from selebaran.publish.layout import PORTAL, site_of
from selebaran.publish.portal import PAGE, portal_files
from selebaran.publish.swap import write
from selebaran.read.strict_yaml import remembering
from selebaran.serve.changed import Concerned, concerned
from selebaran.serve.known import Known
from selebaran.serve.making import LOOKED_AT, SITES, Fulfilled, Said, fulfil, take_in
from selebaran.serve.orders import ORDER, Changed, Made, Order, Stopped
from selebaran.serve.workshop import Asked, Held, held

AT_ONCE = 2
"""Children at work. The second one keeps a page from waiting for a site."""
PRINTED = ("lembar", "semua-lembar")
"""Orders that need a press."""
LOOKED_AT_NOW = ("halaman", "lembar", "portal")
"""What somebody waits for."""
BEHIND = 10
"""By so much what nobody waits for stands back: it may be under way when somebody asks for a page or a sheet."""
WITH_SHEETS = ("lembar", *SITES)
"""Orders whose files hold sheets."""
IDLE = 1.0
"""Seconds without news after which there is time for what nobody waits for."""
SWEPT_AFTER = 5
"""Readings after which what they left is swept."""
READY = "siap"
"""The folder in which finished things lie until they are taken in."""


@dataclass
class _Running:
    """Something that is being made, as of a version; what it gives comes through `answer`."""

    order: Order
    version: int
    process: BaseProcess
    answer: Connection


@dataclass
class Maker:
    """Makes what is ordered through `front`, below `work`."""

    asked: Asked
    work: Path
    front: Connection
    waiting: list[Order] = field(default_factory=list)
    running: list[_Running] = field(default_factory=list)
    known: defaultdict[str, Known] = field(default_factory=lambda: defaultdict(Known))
    """What each district's children made."""
    _unswept: int = 0
    _is_warm: bool = False

    def go_on(self) -> None:
        """Read the project and make what is ordered, until nobody is there any more who orders."""
        gc.disable()  # it would look through all that is held, while somebody waits
        with remembering(), self._seen_off():
            (self.work / READY).mkdir(parents=True, exist_ok=True)
            self._hold(held(self.asked, self.work))
            parent = multiprocessing.parent_process()
            gone = [parent.sentinel] if parent else []
            while True:
                self._begin()
                ready = wait([self.front, *gone, *(one.answer for one in self.running)], self._patience())
                if not ready:
                    self._tidy()
                if any(end in ready for end in gone):
                    return
                self._answer(ready)

    def _answer(self, ready: Sequence[object]) -> None:
        """Hear what is ordered, and take in what is made."""
        if self.front in ready:
            self._hear(self.front.recv())
        for one in [one for one in self.running if one.answer in ready]:
            self._end(one)

    @contextmanager
    def _seen_off(self) -> Iterator[None]:
        """Leave no child behind."""
        try:
            yield
        except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
            pass
        except OSError as error:
            with contextlib.suppress(OSError):
                self.front.send(Stopped(error.errno or 0, str(error.filename2 or error.filename or self.work)))
        finally:
            gc.enable()
            self._give_up(lambda order: True)

    def _hold(self, project: Held) -> None:
        self._held, self._unswept = project, self._unswept + 1
        self.front.send(project.told())

    def _hear(self, heard: Order | Changed) -> None:
        if isinstance(heard, Order):
            if heard not in self.waiting:
                self.waiting.append(heard)
                self.waiting.sort(key=lambda order: ORDER.index(order.kind))
            return
        what = concerned(heard.paths)
        if what:
            known = what.of(self._held.slugs)
            self._give_up(lambda order: order.slug in known or not order.slug)
            self._hold(held(self.asked, self.work, self._held, self._known(what)))

    def _patience(self) -> float | None:
        """After how many seconds without news there is time for what nobody waits for; None where nothing is left."""
        is_left = self._unswept >= SWEPT_AFTER or (self._held.has_press and not self._is_warm)
        return IDLE if is_left and not self.running else None

    def _tidy(self) -> None:
        """Let go what no reading needs any more, and warm the press once somebody looks at sheets."""
        if self._held.has_press and not self._is_warm:
            self._held.warm_press()
            self._is_warm = True
        gc.collect()
        self._unswept = 0

    def _known(self, what: Concerned) -> Concerned:
        """Whom a change concerns, as far as that is known: a folder that nobody knows may be anybody's new name."""
        return (
            what if what.slugs <= set(self._held.registry.slugs) else Concerned(every=True, by_which_all_are_read=True)
        )

    def _give_up(self, is_old: Callable[[Order], bool]) -> None:
        """Forget the orders that a change made old, and end what is being made for them. Who looks orders anew."""
        self.waiting = [order for order in self.waiting if not is_old(order)]
        for one in [one for one in self.running if is_old(one.order)]:
            one.process.terminate()
            one.process.join()
            self._forget(one)

    def _begin(self) -> None:
        """Begin what waits, as far as there is room; a whole site leaves room for a page."""
        for order in [*self.waiting]:
            if self._has_room(order):
                self.waiting.remove(order)
                if order.kind in PRINTED:
                    self._held.press()
                with held_back():  # Python would pass over what is raised while it forks, and never end
                    self.running.append(_started(self, order, self._held))

    def _has_room(self, order: Order) -> bool:
        """Whether something can be begun now. What nobody waits for isn't begun while something is made that somebody
        does. Of whole sites there is one at a time, so that a page never waits for them; and since a site takes over
        the sheets that lie there when it is begun, nobody makes one meanwhile."""
        busy = [one.order for one in self.running]
        is_behind = order.kind not in LOOKED_AT_NOW and any(one.kind in LOOKED_AT_NOW for one in busy)
        return len(busy) < AT_ONCE and not is_behind and not any(_collide(order, one) for one in busy)

    def _end(self, one: _Running) -> None:
        """Take in what came of an order, and tell of it."""
        try:
            fulfilled: Fulfilled = one.answer.recv()
        except EOFError:
            at = Place(f"districts/{one.order.slug}" if one.order.slug else "content")
            values = {"slug": one.order.slug or "-", "langkah": at.file, "kode": one.process.exitcode or 0, "rinci": ""}
            fulfilled = Fulfilled(Said((problem("daerah-gagal", at, **values),), is_whole=False))
        one.process.join()
        self._forget(one)
        said, changed = fulfilled.said, frozenset[str]()
        self.known[one.order.slug].learn(said.told)
        if fulfilled.folder:
            root, looked_at = self._root_of(one.order)
            whole = one.order.kind in (*SITES, "portal")
            changed = take_in(fulfilled.folder, root, looked_at, is_whole_site=whole)
        if not said.is_there and one.order.kind == "halaman":
            gone = self._root_of(one.order)[0] / one.order.what
            if gone.is_file():
                gone.unlink()
                changed |= {one.order.what}
        self.front.send(Made(one.order, one.version, changed, said.is_there, said.is_whole, said.problems, said.sheets))

    def _forget(self, one: _Running) -> None:
        one.answer.close()
        self.running.remove(one)

    def _root_of(self, order: Order) -> tuple[Path, Path]:
        """Where the files of what is ordered are shown, and the pictures of sheets."""
        if order.kind == "portal":
            return self.work / PORTAL, self.work / LOOKED_AT
        return site_of(self.work, self._held.host_of(order.slug)), self.work / LOOKED_AT / order.slug


def _collide(order: Order, other: Order) -> bool:
    """Whether two things can't be made at once."""
    if order.kind not in WITH_SHEETS or other.kind not in WITH_SHEETS:
        return False
    return order.slug == other.slug or {order.kind, other.kind} <= {*SITES}


def _started(maker: Maker, order: Order, project: Held) -> _Running:
    """A process that sees to one order; what it needs it has from this one."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = begun(_see_to, order, project, maker.work / READY, maker.known[order.slug], theirs)
    theirs.close()
    return _Running(order, project.versions.get(order.slug, project.version), process, ours)


def _see_to(order: Order, project: Held, ready: Path, known: Known, answer: Connection) -> None:
    with contextlib.suppress(KeyboardInterrupt):  # it was given up
        taken_up()
        gc.freeze()  # what is held is no order's to look through
        gc.enable()
        if order.kind not in LOOKED_AT_NOW and hasattr(os, "nice"):
            os.nice(BEHIND)
        answer.send(made(order, project, ready, known))


def made(order: Order, project: Held, ready: Path, known: Known | None = None) -> Fulfilled:
    """What comes of an order."""
    if order.kind == "periksa":
        return Fulfilled(Said(tuple(check_shared(project.registry))))
    shop = project.press() if order.kind in PRINTED else project.site
    if shop is None:
        return Fulfilled(Said(project.shared, is_whole=False))
    return _portal(project, ready) if order.kind == "portal" else fulfil(order, shop, ready, known)


def _portal(project: Held, ready: Path) -> Fulfilled:
    """The portal, as a preview of all districts that are shown."""
    registry, words = project.registry, project.registry.campaign.portal
    if words is None or PAGE not in registry.portal_files or project.site is None:
        return Fulfilled(Said((), is_there=False))
    shown = frozenset(slug for slug in project.slugs if slug in registry.districts)
    folder = ready / f"portal-{project.version}"
    for path, text in portal_files(registry, words, shown, frozenset(), project.site.plan).items():
        write(folder, path, text.encode())
    return Fulfilled(Said(()), folder)


def begun(target: Callable[..., None], *args: object) -> BaseProcess:
    """A process at work, forked where that is possible."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    process: BaseProcess = multiprocessing.get_context(method).Process(target=target, args=args)  # type: ignore[attr-defined]
    process.start()
    return process


def work_for(asked: Asked, work: Path, front: Connection) -> None:
    """What the process does that makes. Ctrl-C is answered by the one that shows: when it is gone, so is this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end)
    Maker(asked, work, front).go_on()
