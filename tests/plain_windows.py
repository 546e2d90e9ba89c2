"""What Python lacks on Windows is taken away, and commands run: `python -m tests.plain_windows list + check kab-uji`.

Windows' own rules for paths can't be had here; that modules, functions and flags are missing can.
"""

from __future__ import annotations

import asyncio
import multiprocessing.popen_spawn_posix
import os
import shutil
import signal
import subprocess
import sys
from enum import IntEnum
from typing import Any

import platformdirs

LIBRARIES = (asyncio, platformdirs, subprocess)
"""They ask the system which one it is when they are loaded: that answer stays true."""
MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "pty", "tty")
OF_OS = (
    *("fork", "forkpty", "killpg", "setsid", "waitid", "pread", "pwrite", "memfd_create", "sched_getaffinity", "nice"),
    *("O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "WNOHANG", "WNOWAIT", "WEXITED", "P_PID"),
    *("fchmod", "fchown", "chown", "geteuid", "getgid", "sync", "statvfs", "fchdir"),
)
OF_SIGNAL = ("SIGKILL", "SIGHUP", "SIGPROF", "SIGXCPU", "SIGALRM", "setitimer", "pthread_sigmask", "ITIMER_PROF")
RELATIVE = ("open", "stat", "unlink", "rename", "mkdir", "readlink")


def plain(name: str) -> Any:
    """A function of `os` that knows no folder's descriptor."""
    real = getattr(os, name)

    def without(*arguments: Any, **options: Any) -> Any:
        if options.get("dir_fd") is not None:
            raise NotImplementedError(f"{name}: dir_fd unavailable on this platform")
        return real(*arguments, **options)

    return without


def take_away() -> None:
    """Take it all away from this process, and from those that it spawns."""
    for module in MODULES:
        sys.modules[module] = None  # type: ignore[assignment]
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    os.supports_dir_fd, os.supports_fd = set(), set()
    for name in RELATIVE:
        setattr(os, name, plain(name))
    look = os.scandir
    os.scandir = lambda path=".": look(os.fspath(path))  # type: ignore[assignment,return-value]
    for part, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(part, name):
                delattr(part, name)
    kept = [one for one in signal.Signals if one.name not in OF_SIGNAL]
    signal.Signals = IntEnum("Signals", {one.name: one.value for one in kept})  # type: ignore[misc]
    multiprocessing.get_all_start_methods = lambda: ["spawn"]  # type: ignore[method-assign]


def run(words: list[str]) -> int:
    """The code with which a command ends."""
    from selebaran.cli.main import main

    try:
        main(words)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    take_away()
    for command in " ".join(sys.argv[1:]).split(" + "):
        print(f"= {command}: {run(command.split())}", flush=True)
