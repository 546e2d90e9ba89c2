"""`make test-full`: what takes minutes. At its end it tells what was tried and what that cost."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from selebaran.jobs.collecting import seldom, settled
from selebaran.model.registry import Registry
from tests.hostile.kit import TALLY

LONG = {
    "test_prove.py": 780,
    "test_guides.py": 320,
    "test_full.py": 230,
    "test_photocopies.py": 240,
    "test_isolation.py": 220,
    "test_incremental.py": 170,
    "test_sheets.py": 160,
    "test_ink.py": 130,
    "test_faults.py": 150,
    "test_cluster.py": 130,
    "test_stress.py": 150,
    "test_workflow_steps.py": 60,
    "test_clock.py": 80,
    "test_checked_again.py": 90,
    "test_diff.py": 50,
    "test_golden.py": 40,
    "test_pictures_passed_on.py": 25,
}
"""The files that take longest, with their seconds; beside them the others don't count. Those are begun first."""
WHOLE = ("test_ink.py", "test_golden.py")
"""Of these the tests share what takes long to make."""
MEMORY = Path("/dev/shm")
ROOM = 8_000_000_000
"""Bytes that must be free there: the country's sites take some of them."""


@pytest.fixture(autouse=True, scope="module")
def heap_is_settled(registry: Registry) -> None:
    """What lives as long as the tests isn't looked through again each time that a press looks for dead layouts."""
    seldom()
    settled()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """An empty folder, in memory where there is room for that."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(dir=MEMORY if has_room else tmp_path) as folder:
        yield Path(folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Two processes get a half of the tests each, by number, and begin each at its first. So the tests of long files
    are dealt out to both, the longest files first; the many short ones fill up both halves, and are what one process
    takes from the other at the end."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    halves: tuple[list[pytest.Item], list[pytest.Item]] = ([], [])
    load = [0.0, 0.0]
    for path in sorted(files, key=lambda path: -_seconds(path)):
        tests = files[path]
        for part in [tests] if path.name in WHOLE else [tests[0::2], tests[1::2]]:
            if _seconds(path):
                at = load.index(min(load))
                halves[at].extend(part)
                load[at] += _seconds(path) * len(part) / len(tests)
    short = [item for path, tests in files.items() if not _seconds(path) for item in tests]
    room = max(0, len(items) // 2 - len(halves[0]))
    items[:] = [*halves[0], *short[:room], *halves[1], *short[room:]]


def _seconds(path: Path) -> float:
    return LONG.get(path.name, 0) if path.parent == Path(__file__).parent else 0


ROWS = (
    ("cases", "Hostile folders tried"),
    ("refused", "  of these refused, with file and cure"),
    ("built", "  of these built, with nothing in them that acts"),
    ("neighbours", "Healthy districts built beside them"),
    ("unchanged", "  of these the same, byte for byte"),
    ("payloads", "Payloads through reader, cleaner, fields"),
    ("problems", "  problems told, each with file and cure"),
    ("browsed", "Payloads loaded in Chromium"),
    ("executions", "  scripts run"),
    ("navigations", "  navigations"),
    ("requests", "  requests"),
)
WORST = (
    ("seconds", "Longest build of four districts, s"),
    ("megabytes", "Most memory of a process, MB"),
    ("text", "Longest text, s"),
)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of pytest-xdist sends what it counted; one without them keeps it."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["tally"] = json.dumps(asdict(TALLY))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object, error: object) -> None:
    """Take what a process counted."""
    TALLY.merge([json.loads(getattr(node, "workeroutput", {}).get("tally", '{"counts": {}, "worst": {}}'))])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table."""
    terminalreporter.section("hostile input")
    for name, title in ROWS:
        if name in TALLY.counts:
            terminalreporter.write_line(f"{title:<52} {TALLY.counts[name]:>9,}")
    for name, title in WORST:
        if name in TALLY.worst:
            number, case = TALLY.worst[name]
            terminalreporter.write_line(f"{title:<52} {number:>9,.1f}  ({case})")
    for name in sorted(name for name in TALLY.counts if name.startswith("corpus ")):
        terminalreporter.write_line(f"{name:<52} {TALLY.counts[name]:>9,}")
