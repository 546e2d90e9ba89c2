"""Puts slips into the pure stages, one at a time, and says which of them turn no test red: `make mutants`.

mutmut makes the slips, some ten thousand within functions, and runs the near tests of each in a fork. An even sample of
them is tried, MUTANTS of them, the same each time for the same code; MUTANTS=all tries every one, in hours.
What is left of a run lies in mutants/: `mutmut show NAME` shows a slip, `mutmut browse` all of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTANTS = ROOT / "mutants"
SAMPLE = 600
SECONDS = 20 * 60
FIRST = "selebaran.model.sizes*"
"""A module with few slips: trying it alone makes all slips and learns which tests reach which function."""
NOTICED, SURVIVED, UNREACHED = "noticed", "survived", "unreached"
KINDS = {0: SURVIVED, 1: NOTICED, 3: NOTICED, 5: UNREACHED, 33: UNREACHED}
"""What a fork's exit code means. Any other is a slip that killed the tests or ran without end: noticed."""


def tried(*names: str, seconds: int) -> None:
    """Let mutmut try these slips. What it has done when the time is over counts."""
    command = [sys.executable, "-m", "mutmut", "run", *names]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()


def outcomes() -> dict[str, int | None]:
    """The exit code of each slip by its name; None for one that wasn't tried."""
    found: dict[str, int | None] = {}
    for path in sorted(MUTANTS.rglob("*.meta")):
        found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return found


def sampled(names: list[str], wanted: str) -> list[str]:
    """So many of the names, as evenly spread over all modules as can be."""
    count = len(names) if wanted == "all" else min(int(wanted), len(names))
    return [names[number * len(names) // count] for number in range(count)]


def room_of(name: str) -> str:
    """The room in which a slip stands: compose/piece."""
    return "/".join(name.split(".")[1:-1][:2]) if ".compose." in name else name.split(".")[1]


def report(codes: dict[str, int]) -> str:
    """A line for each room, then the names of the slips that no test noticed; or that the time didn't suffice."""
    if not codes:
        return f"no slip was tried: to make them and to learn what tests reach took all of the {SECONDS // 60} minutes"
    rooms: dict[str, Counter[str]] = {}
    for name, code in codes.items():
        rooms.setdefault(room_of(name), Counter())[KINDS.get(code, NOTICED)] += 1
    rooms["all"] = sum(rooms.values(), Counter())
    lines = [f"{'room':24}{'tried':>7}{'noticed':>9}{'share':>7}"]
    for room, counts in rooms.items():
        share = 100 * counts[NOTICED] / counts.total()
        lines.append(f"{room:24}{counts.total():7}{counts[NOTICED]:9}{share:6.0f}%")
    left = [f"{KINDS[code]}: {name}" for name, code in codes.items() if KINDS.get(code, NOTICED) != NOTICED]
    return "\n".join([*lines, "", *left])


def main() -> None:
    """Try a sample and print what came of it. All of it ends when the time is over."""
    begun = time.monotonic()
    tried(FIRST, seconds=SECONDS)
    names = sampled(sorted(outcomes()), os.environ.get("MUTANTS", str(SAMPLE)))
    tried(*names, seconds=max(0, SECONDS - int(time.monotonic() - begun)))
    found = outcomes()
    print(report({name: code for name in names if (code := found[name]) is not None}))


if __name__ == "__main__":
    main()
