"""Ways out of a child, each of which is tried: what is said of walls is worth what this finds on the machine at hand.

A neighbour's file lies beside the child's own folder, a server listens on this machine, and the parent doesn't want to
be touched. An attempt that raises OSError was held back. None does harm where it succeeds.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from selebaran.jobs import kernel
from selebaran.jobs.children import run
from selebaran.jobs.confine import Limits, Wall
from selebaran.jobs.inspect import flaw
from selebaran.model.artifact import may_be_in_site

NEIGHBOUR, FILE, TEXT = "tetangga", "berkas.txt", "isi"
FEW = Limits(total_bytes=8 << 20, wall_seconds=30)
"""Enough to see whether a child is ended that writes more than it may."""
CHUNK = 1 << 20
OBEYED = "_worker.js"
"""A name that a host would take for a program."""
GET_AND_SHARE = 0o600 | 0o1000
"""shmget(2): a new segment for its owner."""


@dataclass(frozen=True)
class World:
    """What there is to be reached: the child's own folder, a neighbour's file, and a server's port."""

    own: Path
    neighbour: Path
    port: int

    @property
    def mine(self) -> Path:
        """A file of the child's own."""
        return self.own / FILE


@dataclass(frozen=True)
class Escape:
    """An attempt, by what the command calls it, and the wall that holds it back."""

    name: str
    wall: Wall
    attempt: Callable[[World], object]


@dataclass(frozen=True)
class Tried:
    """What came of one attempt. `wall` is None for what the parent sees to itself."""

    name: str
    wall: Wall | None
    held: bool


def _connect(world: World) -> None:
    with socket.create_connection(("127.0.0.1", world.port), timeout=2):
        pass


def _empty_while_reading(world: World) -> None:
    os.close(os.open(world.neighbour, os.O_RDONLY | os.O_TRUNC))


def _fork(world: World) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def _shared_memory(world: World) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    found = libc.shmget(0, 4096, GET_AND_SHARE)
    if found < 0:
        raise OSError(ctypes.get_errno(), "shmget")
    libc.shmctl(found, 0, None)  # taken away again: such a segment outlives its process


def _command(command: int, value: Callable[[], int]) -> Callable[[World], object]:
    def attempt(world: World) -> None:
        file = os.open(world.mine, os.O_RDONLY)
        try:
            fcntl.fcntl(file, command, value())
        finally:
            os.close(file)

    return attempt


def _same_priority(world: World) -> None:
    parent = os.getppid()
    os.setpriority(os.PRIO_PROCESS, parent, os.getpriority(os.PRIO_PROCESS, parent))


def _same_processors(world: World) -> None:
    parent = os.getppid()
    os.sched_setaffinity(parent, os.sched_getaffinity(parent))


ESCAPES = (
    Escape("baca", "files", lambda world: world.neighbour.read_bytes()),
    Escape("tulis", "files", lambda world: world.neighbour.write_text("lain", "utf-8")),
    Escape("kosongkan", "files", lambda world: os.truncate(world.neighbour, 0)),
    Escape("kosongkan-saat-baca", "files", _empty_while_reading),
    Escape("hapus", "files", lambda world: world.neighbour.unlink()),
    Escape("pindah", "files", lambda world: world.neighbour.rename(world.own / "direbut.txt")),
    Escape("tautan", "files", lambda world: os.link(world.neighbour, world.own / "tautan.txt")),
    Escape("hak", "rights", lambda world: world.neighbour.chmod(0o777)),
    Escape("pemilik", "rights", lambda world: os.chown(world.neighbour, os.getuid(), os.getgid())),
    Escape("waktu", "rights", lambda world: os.utime(world.neighbour)),
    Escape("atribut", "rights", lambda world: os.setxattr(world.neighbour, "user.x", b"x")),
    Escape("jaringan", "network", _connect),
    Escape("proses", "processes", _fork),
    Escape("program", "processes", lambda world: os.posix_spawn("/bin/true", ["true"], {})),
    Escape("sinyal", "processes", lambda world: os.kill(os.getppid(), 0)),
    Escape("sinyal-berkas", "processes", _command(kernel.SIGNALLING[0], os.getppid)),
    Escape("sinyal-pilihan", "processes", _command(kernel.SIGNALLING[1], lambda: signal.SIGKILL)),
    Escape("prioritas", "processes", _same_priority),
    Escape("prosesor", "processes", _same_processors),
    Escape("memori-berkas", "processes", lambda world: os.close(os.memfd_create("x"))),
    Escape("memori-bersama", "processes", _shared_memory),
)
HELD = b"held"


def try_escapes(folder: Path) -> tuple[Tried, ...]:
    """Try every escape in children that live in `folder`, and say which of them were held back."""
    return (*_in_children(folder), Tried("banyak", None, _is_stopped(folder)), Tried("nama", None, _stays(folder)))


def _in_children(folder: Path) -> Iterator[Tried]:
    neighbour = folder / NEIGHBOUR
    neighbour.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as server:
        work = partial(_attempted, neighbour / FILE, server.getsockname()[1])
        for escape in ESCAPES:
            (neighbour / FILE).write_text(TEXT, "utf-8")
            (ended,) = run(work, [(escape.name,)], 1, Limits(), folder)
            yield Tried(escape.name, escape.wall, ended.said == HELD)


def _attempted(neighbour: Path, port: int, name: str, own: Path) -> bytes:
    """The work of a child: the escape of this name."""
    world = World(own, neighbour, port)
    world.mine.write_text(TEXT, "utf-8")
    escape = next(one for one in ESCAPES if one.name == name)
    try:
        escape.attempt(world)
    except (OSError, AttributeError):  # refused, or there is no such way here
        return HELD
    return b"out"


def _is_stopped(folder: Path) -> bool:
    """Whether a child is ended that has written more than it may."""
    (ended,) = run(_write_on, [("banyak",)], 1, FEW, folder)
    return ended.death is not None and ended.death.cause == "banyak"


def _write_on(name: str, own: Path) -> bytes:
    for number in range(2 * FEW.total_bytes // CHUNK):
        (own / str(number)).write_bytes(bytes(CHUNK))
    while True:
        signal.pause()


def _stays(folder: Path) -> bool:
    """Whether what a host would run stays where it is."""
    all_ended = run(_obeyed, [("nama",)], 1, Limits(), folder)
    return [flaw(ended.folder, Limits(), may_be_in_site) for ended in all_ended] != [None]


def _obeyed(name: str, own: Path) -> bytes:
    (own / OBEYED).touch()
    return b""
