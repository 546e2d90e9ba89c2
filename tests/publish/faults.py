"""Faults for real: a publisher that is killed at any moment or at a certain call, calls that fail, and a reader who
looks on all the while."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from selebaran.publish import disk
from selebaran.publish.layout import PORTAL, root_of
from selebaran.publish.rollback import roll_back
from selebaran.publish.swap import sweep
from selebaran.publish.verify import damage_in
from tests.publish.small import HOST, publish

NAMES = (HOST, "dinkeslain.example", PORTAL)
PAGES = ("index.html", "iuran/index.html", "k/satu/index.html", "gaya.css", "unduh/lembar.pdf")
CHANGING = frozenset(
    ("os.link", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.utime", "os.truncate")
)
"""What Python tells of itself when it changes a file system, whoever called it."""
Act = Callable[[Path], object]


def edition(name: str, number: int) -> dict[str, str]:
    """A site in which every file says of which edition it is, twice: at its beginning and at its end."""
    mark = f"{name} edisi {number}"
    files = {page: f"{mark}\n{page}\n{'isi ' * (number * 37 % 400)}\n{mark}\n" for page in PAGES}
    return {**files, "assets/sama.js": "sama dalam semua edisi", f"e/{number}/index.html": f"{mark}\n{mark}\n"}


def mark_of(text: str) -> str | None:
    """The edition that a file is of; None where it isn't whole."""
    lines = text.splitlines()
    return lines[0] if len(lines) > 1 and lines[0] == lines[-1] else None


def fault_of(out: Path, name: str) -> str:
    """Why a site isn't one whole edition; "" where it is."""
    root = root_of(out, name)
    try:
        marks = {mark_of((root / page).read_text("utf-8")) for page in PAGES}
    except OSError as error:
        return f"{name}: {error}"
    return "" if len(marks) == 1 and None not in marks else f"{name}: {marks}"


def faults_in(out: Path) -> list[str]:
    """Everything that is wrong after a fault: sites that aren't whole, and damage in the store."""
    broken = [fault for name in NAMES if (fault := fault_of(out, name))]
    return broken + [str(one) for one in damage_in(out)]


def begin(out: Path) -> None:
    """Three sites, each with three releases."""
    for number in range(3):
        for name in NAMES:
            publish(out, edition(name, number), name)


def publish_for_ever(out: Path, number: int) -> None:
    """One edition after the other, now and then back to an older one."""
    sweep(out)
    while True:
        number += 1
        for name in NAMES:
            publish(out, edition(name, number), name)
        if number % 5 == 0:
            roll_back(out, HOST, None)


def killed_after(seconds: float, act: Act, out: Path) -> None:
    """Let a child act, and kill it after a while."""
    child = _child(lambda: act(out))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def killed_at(call: int, act: Act, out: Path) -> bool:
    """Let a child act, which is killed at its n-th call that changes something; whether it came that far."""

    def kill() -> None:
        counted = [0]

        def heard(*said: object) -> None:
            counted[0] += 1
            if counted[0] == call:
                os.kill(os.getpid(), signal.SIGKILL)

        disk.listen(heard)
        sys.addaudithook(lambda event, _: heard() if event in CHANGING else None)
        act(out)

    _, status = os.waitpid(_child(kill), 0)
    return os.WIFSIGNALED(status)


def _child(act: Callable[[], object]) -> int:
    child = os.fork()
    if child:
        return child
    try:
        act()
        os._exit(0)
    except BaseException:
        os._exit(1)


def fails_at(call: int, number: int, act: Act, out: Path) -> OSError | None:
    """Act, with an error at the n-th call that changes something; the error as it came out, None where no call was
    the n-th."""
    counted = [0]

    def heard(name: str, path: Path) -> None:
        counted[0] += 1
        if counted[0] == call:
            raise OSError(number, os.strerror(number))

    disk.listen(heard)
    try:
        act(out)
    except OSError as error:
        return error
    finally:
        disk.listen(None)
    return None


def try_kills(begun: Path, place: Path, act: Act, calls: Iterable[int]) -> int:
    """Kill at each of these calls, on a copy each; how many kills there were. After each, all is whole, and the next
    build goes on."""
    for kills, call in enumerate(calls):
        copied(begun, place)
        was_killed = killed_at(call, act, place)
        assert faults_in(place) == [], call
        sweep(place)
        publish(place, edition(HOST, 7))
        assert faults_in(place) == [], call
        shutil.rmtree(place)
        if not was_killed:
            return kills
    raise AssertionError("it never came to an end")


def try_errors(out: Path, act: Act, number: int, calls: Iterable[int]) -> Iterator[OSError]:
    """Let each of these calls fail; the errors as they came out. After each, all is whole."""
    for call in calls:
        error = fails_at(call, number, act, out)
        assert faults_in(out) == [], call
        if error is None:
            return
        yield error


def copied(begun: Path, to: Path) -> Path:
    """An output with its hard links."""
    subprocess.run(["cp", "-a", str(begun), str(to)], check=True)
    return to


class Reader(threading.Thread):
    """Reads the pages of a site over and over; `bad` are the reads that gave no whole page."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.reads, self.bad, self._ended = address, 0, list[str](), threading.Event()

    def run(self) -> None:
        chosen = random.Random(1)
        while not self._ended.is_set():
            page = chosen.choice(PAGES).removesuffix("index.html")
            try:
                with urllib.request.urlopen(self.address + page, timeout=30) as answer:
                    text = answer.read().decode("utf-8")
                fault = "" if mark_of(text) else f"{page}: {text[:80]!r}"
            except (OSError, ValueError) as error:
                fault = f"{page}: {error}"
            self.reads += 1
            self.bad += [fault] if fault else []

    def end(self) -> None:
        self._ended.set()
        self.join()


@contextlib.contextmanager
def reading(out: Path, name: str = HOST) -> Iterator[Reader]:
    """A reader of a site that another process serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*serve, str(root_of(out, name))], **quiet) as server:
        _wait_for(port)
        reader = Reader(f"http://127.0.0.1:{port}/")
        reader.start()
        try:
            yield reader
        finally:
            reader.end()
            server.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError


def next_edition(out: Path) -> None:
    """A fourth release of a site: one becomes current, and the oldest goes."""
    publish(out, edition(HOST, 9))


def one_back(out: Path) -> None:
    """The release before the current one."""
    roll_back(out, HOST, None)


def from_folder(out: Path) -> None:
    """A site that was a plain folder becomes a link."""
    publish(out, edition(HOST, 8), layout="copy")
    publish(out, edition(HOST, 9))


ACTS: dict[str, Act] = {"a new release": next_edition, "one back": one_back, "from folder to link": from_folder}
