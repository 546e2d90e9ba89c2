"""Begins and ends the two processes: the one that shows, which is this one, and the one that makes."""

from __future__ import annotations

import contextlib
import multiprocessing
import secrets
import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from selebaran.read.strict_yaml import remembering
from selebaran.serve.board import Board
from selebaran.serve.front import Front, Shown
from selebaran.serve.hosts import HERE
from selebaran.serve.maker import begun, work_for
from selebaran.serve.orders import Changed, Order, Stopped
from selebaran.serve.saving import Desk
from selebaran.serve.telling import Say, Tell, Telling
from selebaran.serve.watch import watching
from selebaran.serve.workshop import Asked

ASKED_AGAIN_SECONDS = 20.0


@dataclass(frozen=True)
class Address:
    """Where it listens: at the first of these ports that is free, and at this computer alone unless another address is
    named."""

    ports: Sequence[int]
    host: str = HERE


@contextmanager
def running(asked: Asked, address: Address, say: Say, tell: Tell) -> Iterator[Front]:
    """The server, listening; the project is being read and watched, and what is looked at is made. `OSError` where no
    port is free. All that was made is gone afterwards."""
    work = Path(tempfile.mkdtemp(prefix="selebaran-pratinjau-"))
    ours, theirs = multiprocessing.Pipe()
    board = _board(ours, with_sheets=bool(asked.profiles))
    alone = asked.slugs[0] if address.host != HERE else None
    telling = Telling(say, tell, secrets.token_urlsafe(16))
    desk = Desk(asked.root, telling) if address.host == HERE else None  # from elsewhere one looks, and changes nothing
    shown = Shown(work, board, telling, alone, desk)
    try:
        with _listening(address, shown) as front, remembering():  # a form is compared in less than a second
            maker = begun(work_for, asked, work, theirs)  # before there is any thread
            theirs.close()
            threading.Thread(target=_listen, args=(ours, board, front), daemon=True).start()
            try:
                with watching(asked.root, lambda paths: board.changed(Changed(paths))):
                    yield front
            finally:
                _end(maker)
    finally:
        ours.close()
        shutil.rmtree(work, ignore_errors=True)


def _end(maker: BaseProcess) -> None:
    """Ask it to end until it does: Python may lose what a signal raises, in a finalizer for one."""
    while maker.is_alive():
        maker.terminate()
        maker.join(ASKED_AGAIN_SECONDS)


def _listening(address: Address, shown: Shown) -> Front:
    """A server at the first port that is free."""
    *most, last = address.ports
    for number in most:
        with contextlib.suppress(OSError):
            return Front((address.host, number), shown)
    return Front((address.host, last), shown)


def _board(maker: Connection, *, with_sheets: bool) -> Board:
    lock = threading.Lock()

    def send(what: Order | Changed) -> None:
        with lock, contextlib.suppress(OSError):  # it is gone: `_listen` says so
            maker.send(what)

    return Board(send, with_sheets=with_sheets)


def _listen(maker: Connection, board: Board, front: Front) -> None:
    """Hear what the maker says; when there is nobody any more, nothing is shown either."""
    with contextlib.suppress(EOFError, OSError):
        while not isinstance(said := maker.recv(), Stopped):
            board.hear(said)
        front.stopped = said
    board.end()
    front.shutdown()
