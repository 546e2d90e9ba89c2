"""What a process that works on text from outside may use and reach. `confine` is called once, in a child.

Two walls stand behind each other. Limits, which every system knows: processor, memory, bytes a file, open files, an
empty environment, no open file of the parent, a session of its own. And what Linux adds (`kernel`): no network, no
other process, no file but the program's and what it is given, and nothing written outside the child's own folder.
Where a system refuses the second, the first stays; `barriers()` says what there is.
"""

from __future__ import annotations

import contextlib
import ctypes
import mimetypes
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args

from selebaran.jobs import kernel

KNOWS_LIMITS = find_spec("resource") is not None
"""Whether the system limits what a process uses; plain Windows doesn't."""
if KNOWS_LIMITS:
    import resource

SYSTEM = ("usr", "lib", "lib32", "lib64", "libx32", "bin", "opt", "nix", "gnu", "snap")
"""Folders of a system below / that hold programs, and no secrets."""
FILES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime")
MOST_OPEN = 1 << 20 if sys.platform == "linux" else 1 << 16
"""No higher number of an open file is looked for; some systems say that there could be any."""
KEPT = ("FONTCONFIG_FILE", "FONTCONFIG_PATH")
"""Variables that a child keeps: without them pango would look for fonts that it shall not find."""
ENVIRONMENT = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
Wall = Literal["network", "files", "rights", "processes"]
WALLS: tuple[Wall, ...] = get_args(Wall)
TELLS_LENGTHS = 3
"""The version of Landlock from which on nobody empties a file that he may not write."""


@dataclass(frozen=True)
class Limits:
    """What one job may use: seconds of wall clock and of processor, seconds of processor for one page, picture or
    sheet, bytes of memory beyond the parent's, bytes a file, files and bytes altogether, open files."""

    wall_seconds: float = 180
    cpu_seconds: int = 60
    step_seconds: float = 15
    memory_bytes: int = 1 << 30
    file_bytes: int = 64 << 20
    files: int = 20_000
    total_bytes: int = 1 << 30
    open_files: int = 256


@dataclass(frozen=True)
class Barriers:
    """What this system adds to the limits of a child: the version of Landlock (0 where there is none), whether system
    calls are filtered, whether the child has a network of its own; and whether it runs as root, whom rights of files
    hold back from nothing. The properties say what that keeps a child from."""

    landlock: int = 0
    seccomp: bool = False
    namespace: bool = False
    root: bool = False

    @property
    def network(self) -> bool:
        """No connection to another machine, or to a port of this one."""
        return self.namespace or self.seccomp

    @property
    def files(self) -> bool:
        """No file outside is read, written, emptied or removed. Landlock knows of lengths from version 3 on."""
        return self.landlock >= TELLS_LENGTHS or (self.landlock > 0 and self.seccomp)

    @property
    def rights(self) -> bool:
        """No file outside gets other rights, owners, times or attributes: Landlock looks at none of these."""
        return self.seccomp

    @property
    def processes(self) -> bool:
        """No other process is made, run, signalled or slowed, and no memory is taken that no limit counts."""
        return self.seccomp

    @property
    def missing(self) -> tuple[Wall, ...]:
        """What nothing holds a child back from."""
        return tuple(wall for wall in WALLS if not getattr(self, wall))


def confine(limits: Limits, home: Path, readable: Iterable[Path], keep: Iterable[int] = ()) -> Barriers:
    """Shut this process in for good. It writes below `home` only, where "keluaran" takes what it says; of open files it
    has `keep` left."""
    with contextlib.suppress(OSError):
        os.setsid()
    os.umask(0o022)
    memory = _memory(limits)
    _close(home, keep)
    _forget_environment(home)
    _limit(limits, memory)
    return _walls(home, readable)


def _walls(home: Path, readable: Iterable[Path]) -> Barriers:
    """What Linux adds. The order counts: each step takes away what the next would refuse to it."""
    namespace = kernel.own_network()
    kernel.drop_capabilities()
    privileges = kernel.no_new_privileges()
    files = privileges and kernel.only_files([*program_files(), *readable], [home])
    kernel.die_with_parent(signal.SIGKILL)
    seccomp = privileges and kernel.no_processes()
    return Barriers(kernel.landlock_version() if files else 0, seccomp, namespace, os.geteuid() == 0)


def program_files() -> list[Path]:
    """Where the program itself lies: Python, its packages, the system's libraries."""
    found = [Path("/") / name for name in SYSTEM] + [Path(name) for name in (*FILES, *mimetypes.knownfiles)]
    found += [Path(p) for p in (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)]
    found.append(Path(__file__).resolve().parents[1])  # this package, where the project lies elsewhere
    return [*found, *(Path(p) for p in sys.path if p and Path(p).is_absolute() and "packages" in p)]


def _close(home: Path, keep: Iterable[int]) -> None:
    """No file of the parent stays open; what is said goes to a file."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    said = os.open(home / "keluaran", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os.dup2(nothing, 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    last = 2
    for number in sorted(n for n in keep if n > 2):
        os.closerange(last + 1, number)
        last = number
    os.closerange(last + 1, max(min(os.sysconf("SC_OPEN_MAX"), MOST_OPEN), last + 2))
    sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", errors="replace", closefd=False) for n in (1, 2))  # noqa: SIM115


def _forget_environment(home: Path) -> None:
    """Only what is needed stays, also in the block that the system gave to this process when it began."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    os.environ.clear()
    with contextlib.suppress(OSError, ValueError, IndexError):
        stat = Path("/proc/self/stat").read_text("utf-8", "replace").rsplit(")", 1)[1].split()
        begin, end = int(stat[47]), int(stat[48])  # env_start and env_end; the first two fields are cut off
        if 0 < begin < end < begin + (8 << 20):
            ctypes.memset(begin, 0, end - begin)
    os.environ.update({**ENVIRONMENT, **kept, "HOME": str(home), "TMPDIR": str(home)})
    tempfile.tempdir = str(home)
    time.tzset()


def _memory(limits: Limits) -> int:
    """How much address space this process may have: its parent's pages, and what the limits add. 0 is unknown."""
    pages = 0
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE") + limits.memory_bytes if pages else 0


def _limit(limits: Limits, memory: int) -> None:
    """The kernel's limits for this process, where it has any."""
    if not KNOWS_LIMITS:
        return
    wanted = {
        resource.RLIMIT_CPU: (limits.cpu_seconds, limits.cpu_seconds + 5),
        resource.RLIMIT_FSIZE: (limits.file_bytes, limits.file_bytes),
        resource.RLIMIT_NOFILE: (limits.open_files, limits.open_files),
        resource.RLIMIT_CORE: (0, 0),
    }
    if memory:
        wanted[resource.RLIMIT_AS] = (memory, memory)
    if sys.platform != "linux":  # Linux counts threads too, which pango needs; there `kernel` forbids processes
        wanted[resource.RLIMIT_NPROC] = (0, 0)
    for which, (soft, hard) in wanted.items():
        with contextlib.suppress(OSError, ValueError):
            highest = resource.getrlimit(which)[1]
            top = hard if highest == resource.RLIM_INFINITY else min(hard, highest)
            resource.setrlimit(which, (min(soft, top), top))


@lru_cache(maxsize=1)
def barriers() -> Barriers:
    """What this system holds back from children, found out by one that does nothing else."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return Barriers()
    names = [field.name for field in fields(Barriers)]
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as home:
        child = os.fork()
        if child == 0:
            try:
                there = confine(Limits(), Path(home), [], (writer,))
                os.write(writer, bytes(int(getattr(there, name)) for name in names))
            finally:
                os._exit(0)
        os.close(writer)
        said = os.read(reader, len(names))
        os.close(reader)
        os.waitpid(child, 0)
    return Barriers(said[0], *map(bool, said[1:])) if len(said) == len(names) else Barriers()
