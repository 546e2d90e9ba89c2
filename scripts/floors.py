"""Holds the locked versions against the lowest (and highest) that are safe to build with: `make check`.

What a version below a floor lacks is known; a lock file that goes back to one is a fault, whoever wrote it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

LOCKS = Path(__file__).parent.parent / "requirements"
NOTHING_LOWER = "no lower one was tried with hostile input"
FLOORS: dict[str, tuple[str, str]] = {
    "weasyprint": (
        "70",
        "older ones follow redirects past a URL fetcher (CVE-2025-68616, CVE-2026-49452, CVE-2026-55073)",
    ),
    "pymdown-extensions": ("11.0.2", "in older ones, snippets reach files outside their folder"),
    "jinja2": ("3.1.6", "older sandboxes can be left through the filter attr (CVE-2025-27516)"),
    "pillow": ("12", NOTHING_LOWER),
    "nh3": ("0.3", NOTHING_LOWER),
    "pyyaml": ("6.0.3", NOTHING_LOWER),
}
"""The lowest version of a package, and why."""
CEILINGS: dict[str, tuple[str, str]] = {
    "mkdocs": ("2", "the next one has no plugins; sites are built through one"),
}
"""The first version of a package that is too high, and why."""


def numbers(version: str) -> tuple[int, ...]:
    """1.6.1 as (1, 6, 1)."""
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0]))


def broken(lock: str) -> list[str]:
    """What in a lock file's text is below a floor, at a ceiling, or not there at all."""
    found = re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", lock, re.M)
    names = {name for name, _ in found}
    wrong = [f"{name} is not there" for name in (*FLOORS, *CEILINGS) if name not in names]
    for name, version in found:
        least, why = FLOORS.get(name, ("", ""))
        if least and numbers(version) < numbers(least):
            wrong.append(f"{name} {version} is below {least}: {why}")
        below, why = CEILINGS.get(name, ("", ""))
        if below and numbers(version) >= numbers(below):
            wrong.append(f"{name} {version} is not below {below}: {why}")
    return wrong


def main() -> None:
    """Check every lock file; exit 1 when one is wrong."""
    faults = [
        f"{path.name}: {fault}" for path in sorted(LOCKS.glob("*.txt")) for fault in broken(path.read_text("utf-8"))
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
