"""Known advisories of the locked libraries: `make advisories`.

Asks pip-audit, which asks PyPI. Where that can't be reached, what is said is how old the last look is that somebody
committed (requirements/advisories.json). Exit 0: none is known; 1: some are; 3: nobody could be asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements" / "build.txt"
LAST = ROOT / "requirements" / "advisories.json"
OLD_DAYS = 30
"""From then on a look says little."""
COMMAND = ("-m", "pip_audit", "--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")


@dataclass(frozen=True)
class Look:
    """What was known on a day: advisories under the library that they speak of."""

    day: date
    known: dict[str, list[str]]


def known_in(answer: str) -> dict[str, list[str]] | None:
    """The advisories of pip-audit's answer; None where it is none."""
    try:
        libraries = json.loads(answer)["dependencies"]
        if any("skip_reason" in one for one in libraries):
            return None
        return {one["name"]: [found["id"] for found in one["vulns"]] for one in libraries if one["vulns"]}
    except (ValueError, KeyError, TypeError):
        return None


def last_look(path: Path = LAST) -> Look | None:
    """The last look that somebody committed."""
    try:
        found = json.loads(path.read_text("utf-8"))
        return Look(date.fromisoformat(found["day"]), found["known"])
    except (OSError, ValueError, KeyError):
        return None


def told(look: Look | None, today: date) -> str:
    """What is said where nobody could be asked."""
    if look is None:
        return "advisories: the source can't be reached, and nobody has looked yet"
    age = (today - look.day).days
    state = f"{sum(map(len, look.known.values()))} known then" if look.known else "none known then"
    old = "; look again where there is a network" if age >= OLD_DAYS else ""
    return f"advisories: the source can't be reached; last look {look.day.isoformat()}, {age} days ago, {state}{old}"


def main() -> None:
    """Look, and remember it."""
    today = datetime.now(UTC).date()
    done = subprocess.run([sys.executable, *COMMAND, "-r", str(LOCK)], capture_output=True, text=True, check=False)
    known = known_in(done.stdout)
    if known is None:
        print(told(last_look(), today), file=sys.stderr)
        sys.exit(3)
    LAST.write_text(json.dumps({"day": today.isoformat(), "known": known}, indent=1) + "\n", "utf-8")
    for name, found in known.items():
        print(f"{name}: {', '.join(found)}", file=sys.stderr)
    print(f"advisories: {sum(map(len, known.values()))} known of what {LOCK.name} locks")
    sys.exit(1 if known else 0)


if __name__ == "__main__":
    main()
