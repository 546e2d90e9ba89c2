"""A hostile district in a worker, between two healthy ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from selebaran.jobs.confine import Limits
from selebaran.model.problem import Problem
from selebaran.publish.built import Built
from selebaran.publish.districts import make_all
from selebaran.publish.layout import SITES, STORE, site_of
from tests.publish.test_districts import Bench

LIMITS = Limits(wall_seconds=6, cpu_seconds=1, step_seconds=0.3, memory_bytes=256 << 20, file_bytes=4 << 20)
SLUGS = ("kab-satu", "kab-nakal", "kab-dua")
PAGE, PICTURE = "districts/kab-nakal/halaman/kabar/x.md", "districts/kab-nakal/gambar/foto.png"
SHEET = "leaflet-daftar (kantor)"
UNSEEN = "\x1b[31m\x1b]0;x\x07\r\n\x9b2J\u202e\u2066\u200b\x7f\x00"

Act = Callable[[Path], object]


class Probe(Bench):
    """A workshop in which one district does what the test wants, and leaves what it saw in its web root."""

    def __init__(self, out: Path, act: Act) -> None:
        super().__init__(out, lambda: None)
        self.probe = act

    def make(self, slug: str, fresh: Path) -> Built:
        (fresh / "index.html").write_text(slug, "utf-8")
        if slug == "kab-nakal":
            (fresh / "bukti.txt").write_text(json.dumps(self.probe(fresh)), "utf-8")
        return Built(slug, slug, 1, 0, ())


def made(out: Path, act: Act, limits: Limits = LIMITS) -> dict[str, Built]:
    """What came of three districts of which one is hostile. The others are always whole, and nothing else is left."""
    built = {b.slug: b for b in make_all(Probe(out, act), SLUGS, 2, limits)}
    for slug in ("kab-satu", "kab-dua"):
        assert (site_of(out, slug) / "index.html").read_text("utf-8") == slug
        assert built[slug].host == slug
    assert {path.name for path in out.iterdir()} <= {SITES, STORE}
    assert {path.name for path in (out / SITES).iterdir()} <= set(SLUGS)
    return built


def seen(out: Path, act: Act) -> object:
    """What the hostile district found out."""
    built = made(out, act)["kab-nakal"]
    assert built.problems == ()
    return json.loads((site_of(out, "kab-nakal") / "bukti.txt").read_text("utf-8"))


def fault(out: Path, act: Act) -> Problem:
    """Why the hostile district wasn't made."""
    (found,) = made(out, act)["kab-nakal"].problems
    assert not site_of(out, "kab-nakal").exists()
    return found


def refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


def read(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("latin-1")
    except OSError:
        return ""
