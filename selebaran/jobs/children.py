"""Child processes that do jobs, each shut in; one that dies or runs away costs its own job only.

The warm parent has everything imported and parsed; a fork and an exit cost a few milliseconds. (A process pool breaks
for all when one worker is killed.) What a child says is bytes in a file that the parent opened before: it is data, and
nobody's word is taken for it. Where there is no fork, children are spawned and warm themselves up.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import itertools
import json
import mmap
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from selebaran.jobs import step
from selebaran.jobs.confine import Limits, confine
from selebaran.jobs.gauge import LOOK_SECONDS, Gauge
from selebaran.jobs.inspect import is_full
from selebaran.jobs.interrupts import Interrupts, held_back

STAGE = ".sedang-dibuat-"
"""How the names of folders begin in which something is being made."""
FRESH = "baru"
RESULT, STEP, SAID = "hasil", "langkah", "keluaran"
STEP_BYTES = 512
MOST_BYTES = 16 << 20
"""What a child may say in all."""
MOST_DETAIL = 4000
CAUSES = {errno.EFBIG: "berkas", errno.ENOSPC: "penyimpanan", errno.EDQUOT: "penyimpanan"}
CAUSES |= dict.fromkeys((errno.EIO, errno.EROFS), "rusak")

Readable = Callable[[tuple[str, ...]], Iterable[Path]]
"""What a child may read beside the program that does these jobs: nothing of other jobs."""
Work = Callable[[str, Path], bytes]
"""Does the job of this name in a folder, and says in one line without line ends what came of it."""


@dataclass(frozen=True)
class Death:
    """Why a child said nothing of a job. `cause` is "waktu", "langkah", "memori", "berkas", "banyak", "penyimpanan",
    "rusak", "sinyal" or "kode", `number` the signal or exit code, `step` what it was at ("" if unknown), `detail` its
    words. Of a job on a cluster it may be "hilang" or "klaster": what should have done it is gone."""

    cause: str
    number: int = 0
    step: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Ended:
    """What a child said of one job, or why it didn't. The folder is gone when the next one is asked for. Where another
    machine did the job, `place` says which, and `flaw` what it found in the folder that can't be sent."""

    name: str
    folder: Path
    said: bytes | None = None
    death: Death | None = None
    place: str = ""
    flaw: tuple[str, str] | None = None


class TooLong(BaseException):
    """Raised within a step that takes too long. No `except Exception` on the way swallows it."""


@dataclass
class _Running:
    """A child at work. `ended` can be read when it is gone; `result` and `step` are files that it writes into."""

    batch: tuple[str, ...]
    stage: Path
    process: BaseProcess
    ended: int
    result: int
    step: int
    deadline: float
    gauge: Gauge
    owned: list[int] = field(default_factory=list)
    has_ended: bool = False

    def why_killed(self) -> str:
        """Why it may not go on, "" as long as it may."""
        return "waktu" if self.deadline <= time.monotonic() else "banyak" if self.gauge.is_exceeded() else ""


def run(
    work: Work,
    batches: Sequence[tuple[str, ...]],
    jobs: int,
    limits: Limits,
    folder: Path,
    readable: Readable = lambda batch: (),
    method: str | None = None,
) -> Iterator[Ended]:
    """Do the jobs of these names, `jobs` children at a time and a child for each batch, in the order of finishing.

    Children write below `folder`, each into its own. `method` is "fork" or "spawn", by default fork where there is
    one. When a child of several jobs dies, another goes on with those after the one that it died of."""
    fork_or_spawn = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method or fork_or_spawn)
    waiting, running = list(reversed(batches)), list[_Running]()
    gc.freeze()  # what the parent holds is shared; a child's collector must not touch (and so copy) it
    interrupts = Interrupts()
    try:
        while waiting or running:
            interrupts.check()
            while waiting and len(running) < max(1, jobs):
                with held_back():
                    batch = waiting.pop()
                    running.append(_start(context, work, batch, limits, folder, tuple(readable(batch))))
            for child, why in _done(running):
                with held_back():
                    _end(child, patience=0 if why else 2)
                try:
                    yield from _told(child, why, waiting)
                finally:
                    with held_back():
                        running.remove(child)
                        _forget(child)
    finally:
        interrupts.forget()
        gc.unfreeze()
        with held_back():
            for child in running:
                _end(child, patience=0)
                _forget(child)


def _done(running: list[_Running]) -> list[tuple[_Running, str]]:
    """The children that have ended, and those that may not go on, with why; it waits a little for the next one."""
    left = min(child.deadline for child in running) - time.monotonic()
    ready = connection.wait([child.ended for child in running], max(0.0, min(left, LOOK_SECONDS)))
    seen = [(child, "" if child.ended in ready else child.why_killed()) for child in running]
    return [(child, why) for child, why in seen if why or child.ended in ready]


def _start(
    context: multiprocessing.context.BaseContext,
    work: Work,
    batch: tuple[str, ...],
    limits: Limits,
    folder: Path,
    reads: tuple[Path, ...],
) -> _Running:
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder)).absolute()
    (stage / FRESH).mkdir()
    files = [os.open(stage / name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600) for name in (RESULT, STEP)]
    os.truncate(files[1], STEP_BYTES)
    is_fork = context.get_start_method() == "fork"
    # The end of a forked child is seen by a pipe that it keeps; multiprocessing's own would be closed with all others.
    reader, writer = os.pipe() if is_fork else (-1, -1)
    process = context.Process(  # type: ignore[attr-defined]
        target=_child, args=(work, batch, stage, limits, reads, writer), daemon=True
    )
    process.start()
    if is_fork:
        os.close(writer)
    wall = limits.wall_seconds + len(batch) - 1
    ended = reader if is_fork else process.sentinel
    owned = [*files, *([reader] if is_fork else [])]
    gauge = Gauge(stage, process.pid or 0, limits)
    return _Running(batch, stage, process, ended, files[0], files[1], time.monotonic() + wall, gauge, owned)


def _child(
    work: Work, batch: tuple[str, ...], stage: Path, limits: Limits, reads: tuple[Path, ...], alive: int
) -> None:
    """The work of one child. It says one line for each job: + and what the work says, or - and why it stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    result = os.open(stage / RESULT, os.O_WRONLY | os.O_APPEND)
    marks = os.open(stage / STEP, os.O_RDWR)
    board = mmap.mmap(marks, STEP_BYTES)
    keep = (result, alive) if alive >= 0 else (result, *range(3, 64))  # a spawned child was given only what it needs
    confine(limits, stage, reads, keep)
    _watch(board, limits)
    for name in batch:
        try:
            line = b"+" + work(name, stage / FRESH)
        except (Exception, TooLong) as stopped:
            step.go(getattr(stopped, step.STEP, step.current()))
            _write(result, b"-" + _last_words(stopped) + b"\n")
            sys.exit(1)
        step.go("")
        _write(result, line + b"\n")


def _write(file: int, line: bytes) -> None:
    while line:
        line = line[os.write(file, line) :]


def _watch(board: mmap.mmap, limits: Limits) -> None:
    """Write down every step where the parent can read it, and give each its time."""

    def begun(name: str) -> None:
        raw = name.encode("utf-8", "replace")[: STEP_BYTES - 1]
        board[:STEP_BYTES] = raw.ljust(STEP_BYTES, b"\0")
        signal.setitimer(signal.ITIMER_PROF, limits.step_seconds if name else 0, 1)

    def over(number: int, frame: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, over)
    step.listen(begun)


def _last_words(stopped: BaseException) -> bytes:
    """Why the work stopped, as JSON."""
    cause = "kode"
    if isinstance(stopped, MemoryError):
        cause = "memori"
    elif isinstance(stopped, TooLong):
        cause = "langkah"
    elif isinstance(stopped, OSError):
        cause = CAUSES.get(stopped.errno or 0, cause)
    signal.setitimer(signal.ITIMER_PROF, 0)
    text = "".join(traceback.format_exception(stopped, limit=-12))[-MOST_DETAIL:] if cause == "kode" else ""
    return json.dumps([cause, text]).encode("ascii")


def _told(child: _Running, why: str, waiting: list[tuple[str, ...]]) -> Iterator[Ended]:
    """What a child that is gone said of its jobs; those that it never came to are put back."""
    raw = os.pread(child.result, MOST_BYTES + 1, 0)
    lines = raw.split(b"\n")[:-1] if len(raw) <= MOST_BYTES else []
    good = list(itertools.takewhile(lambda line: line[:1] == b"+", lines))[: len(child.batch)]
    for name, line in zip(child.batch, good, strict=False):
        yield Ended(name, child.stage / FRESH, line[1:])
    rest = child.batch[len(good) :]
    if rest:
        last = lines[len(good)] if len(lines) > len(good) else b""
        yield Ended(rest[0], child.stage / FRESH, None, _death(child, why, last))
    if rest[1:]:
        waiting.append(rest[1:])


def _death(child: _Running, why: str, last: bytes) -> Death:
    """Why a child ended before it was done; `why` is what it was killed for."""
    code = child.process.exitcode or 0
    raw = os.pread(child.step, STEP_BYTES, 0).split(b"\0", 1)[0]
    at = raw.decode("utf-8", "replace")
    if why or code == -signal.SIGXCPU:
        return Death(why, 0, at) if why else Death("waktu", signal.SIGXCPU, at)
    cause, detail = _words(last)
    detail = detail or _output(child.stage)
    if not cause and code > 0 and is_full(child.stage):  # there was no room for last words either
        cause = "penyimpanan"
    if cause:
        return Death(cause, code, at, detail)
    return Death("sinyal", -code, at, detail) if code < 0 else Death("kode", code, at, detail)


def _words(line: bytes) -> tuple[str, str]:
    """A child's last words, as far as they make sense."""
    try:
        cause, detail = json.loads(line[1:])
    except (ValueError, TypeError, RecursionError):
        return "", ""
    known = ("memori", "langkah", "berkas", "penyimpanan", "rusak", "kode")
    is_known = cause in known if isinstance(cause, str) else False
    return (cause, detail[:MOST_DETAIL]) if is_known and isinstance(detail, str) else ("", "")


def _output(stage: Path) -> str:
    """The end of what a child printed. It may have put anything in that file's place, so nothing is waited for."""
    try:
        file = os.open(stage / SAID, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return ""
    try:
        size = os.fstat(file).st_size
        return os.pread(file, MOST_DETAIL, max(0, size - MOST_DETAIL)).decode("utf-8", "replace")
    except OSError:
        return ""
    finally:
        os.close(file)


def _end(child: _Running, patience: float) -> None:
    """See a child off; one that doesn't go is killed, and what it may have started with it."""
    pid = child.process.pid
    assert pid is not None
    if child.has_ended:
        return
    until = time.monotonic() + patience
    while not _is_gone(child.process) and time.monotonic() < until:
        time.sleep(0.002)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)  # its number is still taken: nobody has asked yet how it ended
    if not _is_gone(child.process):
        child.process.kill()
    child.process.join()
    child.has_ended = True


def _is_gone(process: BaseProcess) -> bool:
    """Whether a child has ended. Where the system allows, how it did can still be asked, and its number is not free."""
    if sys.platform == "darwin":
        return not process.is_alive()
    try:
        return os.waitid(os.P_PID, process.pid or 0, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True


def _forget(child: _Running) -> None:
    for number in child.owned:
        os.close(number)
    discard(child.stage)


def discard(folder: Path) -> None:
    """Remove a folder, however deep it is and whatever rights its parts have."""
    try:
        shutil.rmtree(folder)
    except (OSError, RecursionError):
        for command in (["rm", "-rf"], ["chmod", "-R", "u+rwX"], ["rm", "-rf"]):
            if folder.exists():
                subprocess.run([*command, "--", str(folder)], capture_output=True, check=False)
