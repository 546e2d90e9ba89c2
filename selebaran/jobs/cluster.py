"""Workers on other machines, or more of them on this one: Dask (`distributed`, the extra `cluster`) runs jobs there.

Dask brings jobs to workers, and gives a job to another one when its worker dies. Here is only what is ours: what is
sent, to a worker that is free (Dask would let a short job wait behind a long one), what is believed of what comes back,
and that every job ends: done, or with why it wasn't. `distributed` is loaded when a cluster is asked for.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from selebaran.jobs.children import FRESH, STAGE, Death, Ended, discard
from selebaran.jobs.confine import Limits, Wall
from selebaran.jobs.parcels import Held, Incomplete, Unsound, unpacked
from selebaran.jobs.remote import Kept, Order, Parcel, Portable, do, program
from selebaran.model.moved import Moved

if TYPE_CHECKING:
    from distributed import Client, Future

LOOK_SECONDS = 1.0
"""How long nobody looks which workers there are."""
_NO_WORD = Death("hilang")


@dataclass(frozen=True)
class Patience:
    """How many seconds to wait for a first worker, or for one after the last has gone; and for a job, of which another
    attempt begins after as long."""

    workers: float = 60
    job: float = 480


@dataclass
class _Flight:
    """A job that was sent, at times twice: whichever attempt comes back first counts."""

    name: str
    since: float = 0.0
    futures: list[Future] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    is_whole: bool = False


@dataclass
class Cluster:
    """Workers that are connected, and looked at: they run this program, and may have children."""

    client: Client
    missing: frozenset[Wall]
    patience: Patience = Patience()
    moved: Moved = field(default_factory=Moved)
    _seen: Mapping[str, int] = field(default_factory=dict)
    _looked: float = 0.0

    def run(
        self,
        portable: Portable,
        names: tuple[str, ...],
        limits: Limits,
        folder: Path,
        given: Callable[[str], Mapping[str, bytes]] = lambda name: {},
        held: Held = lambda name: {},
    ) -> Iterator[Ended]:
        """Do the jobs of these names, as `children.run` does, in the order of finishing. `given` are the files that a
        job needs, `held` is content that is here already and needn't come back."""
        shared = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
        try:
            yield from _Run(self, portable, limits, folder, given, held, shared).all_of(names)
        finally:
            discard(shared)

    def workers(self) -> Mapping[str, int]:
        """How many jobs each worker that is there does at once, by its address."""
        if time.monotonic() - self._looked >= LOOK_SECONDS:
            try:
                self._seen = self.client.nthreads()
            except Exception:  # nobody answers
                self._seen = {}
            self._looked = time.monotonic()
            self.moved = replace(self.moved, workers=max(self.moved.workers, self.count()))
        return self._seen

    def count(self) -> int:
        """How many jobs can be under way at once."""
        return sum(self._seen.values())

    def note(self, sent: int = 0, returned: int = 0) -> None:
        """Add to what was moved."""
        self.moved = replace(self.moved, sent=self.moved.sent + sent, returned=self.moved.returned + returned)


class _Run:
    """The jobs of one `Cluster.run`."""

    def __init__(
        self,
        cluster: Cluster,
        portable: Portable,
        limits: Limits,
        folder: Path,
        given: Callable[[str], Mapping[str, bytes]],
        held: Held,
        shared: Path,
    ) -> None:
        self._cluster, self._limits, self._folder = cluster, limits, folder
        self._given, self._held, self._shared = given, held, shared
        self._kept = Kept.of(portable)
        # As a job of its own it goes to each worker once, and the scheduler can make it anew when all that had it die.
        self._portables = [cluster.client.submit(_same, self._kept, key=f"selebaran-{self._kept.digest}")]
        self._flying: dict[Future, _Flight] = {}
        self._common: dict[str, Path] = {}
        self._is_lost = False

    def all_of(self, names: tuple[str, ...]) -> Iterator[Ended]:
        """What came of each."""
        waiting, alone = list(reversed(names)), time.monotonic()
        try:
            while waiting or self._flying:
                alone = time.monotonic() if self._cluster.workers() else alone
                if (
                    self._is_lost
                    or time.monotonic() - alone > self._cluster.patience.workers
                    or not self._is_connected()
                ):
                    yield from self._given_up(waiting)
                    return
                while waiting and (place := self._free_place()):
                    self._send(_Flight(waiting.pop()), place)
                for future in self._landed():
                    yield from self._ended(future)
                yield from self._overdue()
        finally:
            with contextlib.suppress(Exception):  # a scheduler that is gone has nothing left to cancel
                self._cluster.client.cancel([*self._flying, *self._portables])

    def _free_place(self, but: Container[str] = ()) -> str:
        """The worker that has least to do; "" where all are busy."""
        busy = Counter(place for flight in self._flights() for place in flight.places)
        free = {place: most - busy[place] for place, most in self._cluster.workers().items() if place not in but}
        best = max(free, key=lambda place: free[place], default="")
        return best if best and free[best] > 0 else ""

    def _is_connected(self) -> bool:
        """Whether the scheduler hears us."""
        return bool(self._cluster.client.status == "running")

    def _flights(self) -> Iterable[_Flight]:
        return {id(flight): flight for flight in self._flying.values()}.values()

    def _send(self, flight: _Flight, place: str) -> None:
        given = self._given(flight.name)
        known = frozenset() if flight.is_whole else frozenset((*self._common, *self._held(flight.name)))
        order = Order(flight.name, program(), self._limits, given, known)
        future = self._cluster.client.submit(_on_worker, self._portables[-1], order, pure=False, **_there(place))
        self._cluster.note(sent=sum(map(len, given.values())) + 64 * len(known))
        flight.since = time.monotonic()
        flight.futures.append(future)
        flight.places.append(place)
        self._flying[future] = flight

    def _landed(self) -> list[Future]:
        """The futures that are no longer under way; it waits a little for the next one."""
        from distributed import wait

        if not self._flying:
            time.sleep(LOOK_SECONDS / 10)  # for a first worker
            return []
        with contextlib.suppress(Exception):  # of those that were cancelled, their state tells
            wait(list(self._flying), timeout=LOOK_SECONDS, return_when="FIRST_COMPLETED")
        return [future for future in self._flying if future.status != "pending"]

    def _ended(self, future: Future) -> Iterator[Ended]:
        flight = self._flying.get(future)
        if flight is None:  # another attempt at it has just come back
            return
        answer = _answer(future, self._cluster.patience.job)
        self._forget(flight)
        if isinstance(answer, Death):
            self._is_lost = answer.cause == "klaster"  # a scheduler that comes back knows nothing of our jobs
            yield Ended(flight.name, self._folder, None, answer)
            return
        self._cluster.note(returned=answer.size, sent=len(self._kept.portable) if answer.warmed else 0)
        stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=self._folder)).absolute()
        try:
            yield from self._opened(flight, answer, stage)
        finally:
            discard(stage)

    def _opened(self, flight: _Flight, parcel: Parcel, stage: Path) -> Iterator[Ended]:
        """What is in a parcel, as a child would have left it; nothing where it has to be sent again."""
        fresh, said = stage / FRESH, parcel.said
        fresh.mkdir()
        if said is None or parcel.flaw:
            yield Ended(flight.name, fresh, said, parcel.death or _NO_WORD, parcel.place, parcel.flaw)
            return
        try:
            held = {**self._held(flight.name), **self._common}
            unpacked(parcel, fresh, {} if flight.is_whole else held, self._limits)
        except Unsound as found:
            yield Ended(flight.name, fresh, said, None, parcel.place, (found.path, found.why))
            return
        except Incomplete:
            if flight.is_whole:
                yield Ended(flight.name, fresh, None, _NO_WORD, parcel.place)
            else:
                self._send(_Flight(flight.name, is_whole=True), self._free_place())
            return
        self._remember(parcel)
        yield Ended(flight.name, fresh, said, None, parcel.place)

    def _remember(self, parcel: Parcel) -> None:
        """What one job gave, others give in good part too: it needn't be sent again."""
        if not self._common:
            for digest, content in parcel.blobs.items():
                (self._shared / digest).write_bytes(content)
                self._common[digest] = self._shared / digest

    def _overdue(self) -> Iterator[Ended]:
        """Begin jobs anew of which nothing is heard for too long; who has been sent twice is given up."""
        now, patience = time.monotonic(), self._cluster.patience.job
        for flight in [one for one in self._flights() if now - one.since > patience]:
            if len(flight.futures) == 1:
                place = self._free_place(but=flight.places)
                self._ship_anew(place)
                self._send(flight, place)
            else:
                self._forget(flight)
                yield Ended(flight.name, self._folder, None, Death("hilang"))

    def _ship_anew(self, place: str) -> None:
        """What all jobs need, from here once more: whoever has it may no longer answer, and others would wait."""
        key = f"selebaran-{self._kept.digest}-{len(self._portables)}"
        self._portables.append(self._cluster.client.submit(_same, self._kept, key=key, **_there(place)))

    def _forget(self, flight: _Flight) -> None:
        for future in flight.futures:
            self._flying.pop(future, None)
        with contextlib.suppress(Exception):  # a scheduler that is gone has nothing left to cancel
            self._cluster.client.cancel(flight.futures)

    def _given_up(self, waiting: list[str]) -> Iterator[Ended]:
        """Nobody is there any more."""
        for name in (*(flight.name for flight in list(self._flights())), *reversed(waiting)):
            yield Ended(name, self._folder, None, Death("klaster"))


def _there(place: str) -> dict[str, object]:
    """Where Dask does a job, if it can be there."""
    return {"workers": [place], "allow_other_workers": True} if place else {}


def _same(kept: Kept) -> Kept:
    return kept


def _on_worker(kept: Kept, order: Order) -> Parcel:
    """On a worker: do a job in a child, below the folder that Dask clears up."""
    from distributed import get_worker

    worker = get_worker()
    return replace(do(kept, order, worker.local_directory), place=worker.address)


def _answer(future: Future, patience: float) -> Parcel | Death:
    """What a worker sent, or why nothing came."""
    from distributed.scheduler import KilledWorker

    if future.status in ("cancelled", "lost"):
        return Death("klaster")
    try:
        found = future.result(timeout=patience)
    except KilledWorker:
        return Death("hilang")
    except Exception as error:  # whatever a worker, or the way to it, may raise
        gone = future.status in ("cancelled", "lost", "pending")
        return Death("klaster") if gone else Death("kode", 1, "", f"{type(error).__name__}: {error}"[:4000])
    return found if isinstance(found, Parcel) else _NO_WORD
