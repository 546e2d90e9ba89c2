"""`make test-full`: what takes minutes. At its end it tells what was tried and what that cost."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from tests.hostile.kit import TALLY

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
