"""What is made at once, and what waits for what."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
from collections.abc import Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import MappingProxyType

import pytest

from selebaran.jobs.interrupts import end
from selebaran.serve import maker as module
from selebaran.serve import running
from selebaran.serve.known import Known
from selebaran.serve.maker import LOOKED_AT_NOW, Maker
from selebaran.serve.orders import ORDER, Kind, Order
from selebaran.serve.workshop import Asked


class _At:
    def __init__(self, order: Order) -> None:
        self.order = order


def test_what_the_machine_refuses_is_told_before_it_ends(tmp_path: Path) -> None:
    (tmp_path / "penuh").write_text("")
    ours, theirs = Pipe()
    Maker(Asked(tmp_path), tmp_path / "penuh", theirs).go_on()
    assert ours.poll(), "nothing was told"
    told = ours.recv()
    assert (told.number, told.file) == (errno.ENOTDIR, str(tmp_path / "penuh" / "siap"))


class _Held:
    """A project of which nothing is made."""

    version = 1
    versions: Mapping[str, int] = MappingProxyType({})


def test_a_signal_that_comes_while_a_child_is_begun_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python loses what is raised while it forks: `serve` would never end."""

    def begun(*work: object) -> BaseProcess:
        os.kill(os.getpid(), signal.SIGTERM)
        return started(*work)  # type: ignore[arg-type]

    started = module.begun
    monkeypatch.setattr(module, "begun", begun)
    monkeypatch.setattr(module, "made", lambda *work: signal.pause())
    maker = Maker(Asked(tmp_path), tmp_path, Pipe()[0])
    maker._held, maker.waiting = _Held(), [Order("halaman", "kab-a", "index.html")]  # type: ignore[assignment]
    before = signal.signal(signal.SIGTERM, end)
    try:
        with pytest.raises(KeyboardInterrupt):
            maker._begin()
        (child,) = maker.running
        maker._give_up(lambda order: True)
        assert child.process.exitcode == 0
    finally:
        signal.signal(signal.SIGTERM, before)


def _deaf_once(ready: Connection) -> None:
    """Lose what the first signal raises, as Python does within a finalizer."""
    lost = []
    signal.signal(signal.SIGTERM, lambda number, frame: end(number, frame) if lost else lost.append(1))
    ready.send(1)
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            signal.pause()


def test_who_lost_a_signal_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "ASKED_AGAIN_SECONDS", 0.05)
    ours, theirs = Pipe()
    child = module.begun(_deaf_once, theirs)
    assert ours.recv() == 1
    running._end(child)
    assert child.exitcode == 0


def has_room(order: Order, *running: Order) -> bool:
    maker = Maker(Asked(Path()), Path(), Pipe()[0])
    maker.running = [_At(one) for one in running]  # type: ignore[misc]
    return maker._has_room(order)


@pytest.mark.parametrize("kind", ORDER)
def test_a_page_never_waits_for_one_other_thing(kind: Kind) -> None:
    assert has_room(Order("halaman", "kab-a", "index.html"), Order(kind, "kab-a"))


def test_no_more_is_made_at_once_than_there_is_room_for() -> None:
    assert not has_room(Order("halaman", "kab-a"), Order("situs", "kab-a"), Order("halaman", "kab-b"))


def test_of_whole_sites_there_is_one_at_a_time() -> None:
    assert not has_room(Order("situs", "kab-a"), Order("semua-lembar", "kab-b"))
    assert has_room(Order("lembar", "kab-b", "poster"), Order("situs", "kab-a"))


def test_nobody_makes_a_sheet_that_a_site_is_taking_over() -> None:
    assert not has_room(Order("lembar", "kab-a", "poster"), Order("situs", "kab-a"))
    assert not has_room(Order("situs", "kab-a"), Order("lembar", "kab-a", "poster"))


@pytest.mark.parametrize("kind", sorted(set(ORDER) - set(LOOKED_AT_NOW)))
def test_what_nobody_waits_for_is_begun_after_what_somebody_does(kind: Kind) -> None:
    assert not has_room(Order(kind, "kab-a"), Order("halaman", "kab-b", "index.html"))
    assert not has_room(Order(kind, "kab-a"), Order("lembar", "kab-b", "poster"))


@pytest.mark.parametrize("kind", ORDER)
def test_what_nobody_waits_for_stands_back_when_it_is_under_way_already(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "made", lambda *_: os.getpriority(os.PRIO_PROCESS, 0))
    ours, theirs = Pipe(duplex=False)
    process = module.begun(module._see_to, Order(kind, "kab-a"), None, tmp_path, Known(), theirs)
    priority = ours.recv() - os.getpriority(os.PRIO_PROCESS, 0)
    process.join()
    assert priority == 0 if kind in LOOKED_AT_NOW else priority > 0
