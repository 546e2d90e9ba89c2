"""Fuzzes each door for a while: `python -m fuzz [door]`, with FUZZ_SECONDS for each (120). Exits 1 on a finding.

What is found is written to fuzz/found/. It becomes a test when it is moved to tests/hostile/temuan/, named after its
door.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE.parent / ".cache" / "fuzz"
"""What the fuzzer learnt; it goes on from there the next time."""
NAMES = ("reader", "cleaner", "composer")
SECONDS_AN_INPUT = 20
MEGABYTES = 2500
LONGEST = 4096


def main() -> None:
    """Fuzz one door after the other, each in a process of its own."""
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], sys.argv[3:])
        return
    seconds = int(os.environ.get("FUZZ_SECONDS", "120"))
    failed = [name for name in sys.argv[1:] or NAMES if not fuzzed(name, seconds)]
    for name in failed:
        print(f"{name}: found something, see fuzz/found/")
    sys.exit(1 if failed else 0)


def fuzzed(name: str, seconds: int) -> bool:
    """Whether a door held for so long."""
    found, learnt = HERE / "found", KEPT / name
    found.mkdir(exist_ok=True)
    learnt.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", f"-timeout={SECONDS_AN_INPUT}", f"-rss_limit_mb={MEGABYTES}"]
    options += [f"-max_len={LONGEST}", f"-artifact_prefix={found}/{name}-", "-print_final_stats=1", "-verbosity=0"]
    command = [sys.executable, "-m", "fuzz", "--one", name, *options, str(learnt), str(HERE / "seeds" / name)]
    print(f"{name}: {seconds} s", flush=True)
    return subprocess.run(command, cwd=HERE.parent, check=False).returncode == 0


def one(name: str, options: list[str]) -> None:
    """Fuzz a door in this process."""
    import atheris  # installed by `make fuzz` alone

    with atheris.instrument_imports(include=["selebaran", "markdown", "yaml", "nh3"]):
        from fuzz.doors import DOORS
    door = DOORS[name]
    door(b"judul: x\n")  # what is made once is made before the clock runs
    atheris.Setup([sys.argv[0], *options], door)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
