"""Tells which files of a project changed, once they are still for a moment: an editor writes one in several steps."""

from __future__ import annotations

import os
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from selebaran.serve.changed import READ

STILL_SECONDS = 0.06
"""So long nothing more may change before it is told."""
MOST_SECONDS = 0.5
"""So long a change is kept back at most, where something writes without end."""
MEANT = frozenset(("created", "modified", "moved", "deleted", "closed"))
"""What changes a file. To open one, as the reader does itself, is told by some systems too."""


class Gathered(FileSystemEventHandler):
    """Paths that changed, within the project, until somebody takes them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths: set[str] = set()
        self._last = 0.0
        self._changed = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note both ends of what happened."""
        if event.event_type not in MEANT or (event.is_directory and event.event_type == "modified"):
            return
        self.note(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)

    def note(self, paths: Iterator[str]) -> None:
        """Note files by their paths; what lies elsewhere is nobody's business here."""
        found = {os.path.relpath(path, self._root).replace(os.sep, "/") for path in paths}
        with self._changed:
            self._paths |= {path for path in found if not path.startswith("../")}
            self._last = time.monotonic()
            self._changed.notify()

    def take(self) -> frozenset[str]:
        """What changed, as soon as something has and it is still."""
        with self._changed:
            self._changed.wait_for(lambda: self._paths)
            begun = time.monotonic()
            while (now := time.monotonic()) < min(self._last + STILL_SECONDS, begun + MOST_SECONDS):
                self._changed.wait(min(self._last + STILL_SECONDS, begun + MOST_SECONDS) - now)
            taken, self._paths = frozenset(self._paths), set()
            return taken


@contextmanager
def watching(root: Path, tell: Callable[[frozenset[str]], None]) -> Iterator[None]:
    """Watch what is read of a project; `tell` is called in a thread of its own."""
    root = root.resolve()
    warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")  # of a folder that comes back
    gathered, observer = Gathered(root), Observer()
    for folder in (root / name for name in READ):
        if folder.is_dir():  # templates/ may be the engine's
            observer.schedule(gathered, str(folder), recursive=True)
    observer.schedule(gathered, str(root), recursive=False)

    def go_on() -> None:
        while True:
            tell(gathered.take())

    threading.Thread(target=go_on, daemon=True).start()
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()
