"""A whole project that is built in a second: two districts, a few pages, the engine's own templates."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from selebaran.publish.days import Days
from selebaran.site import build as site_build
from selebaran.site.plugin import SelebaranPlugin
from tests.conftest import BASE, DAY, run_here, with_fonts

FIRST, SECOND = "kab-sehat", "kab-uji"


def little(folder: Path) -> Path:
    """The project of the broken trees, as it is sound, with templates by which a site can be made."""
    project = shutil.copytree(BASE, folder, ignore=shutil.ignore_patterns("templates"))
    shutil.copytree(BASE / "templates" / "seni", project / "content" / "seni")
    return with_fonts(Path(project))


def build(project: Path, *arguments: str, out: str = "dist") -> subprocess.CompletedProcess[str]:
    """Its sites."""
    where = ("--root", str(project), "--out", str(project / out))
    return run_here("--only", "site", "--as-of", DAY.isoformat(), *where, *arguments)


def problems(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What a build said of the content, without what it said of itself."""
    lines = done.stderr.splitlines()
    return [line for line in lines if line[:1] != "[" and line != "tidak ada yang berubah sejak build yang lalu"]


def public(project: Path, out: str = "dist") -> dict[str, bytes]:
    """Every file that a build leaves for readers and for staff."""
    roots = [project / out / name for name in ("situs", "portal", "laporan", "penyajian")]
    folders = [path for root in roots for path in ([root, *root.iterdir()] if root.name == "situs" else [root])]
    files = [path for folder in folders for path in folder.resolve().rglob("*") if path.is_file()]
    store = (project / out).resolve() / ".rilis"
    return {name_of(path, store, project / out): path.read_bytes() for path in files}


def days_in(out: Path) -> list[Days]:
    """What is remembered in an output folder of the days of its sites."""
    found = []
    for path in (out / ".rilis" / ".ingatan" / "hari").iterdir():
        *_, said = json.loads(path.read_text("utf-8").partition("\n")[2])["isi"]
        told = json.loads(said)["days"]
        found.append(Days(date.fromisoformat(told["first"]), date.fromisoformat(told["last"]), told["shown"]))
    return found


def name_of(path: Path, store: Path, out: Path) -> str:
    """Where a file lies, without the name of its release."""
    if path.is_relative_to(store):
        host, _, *rest = path.relative_to(store).parts
        return "/".join((host, *rest))
    return path.relative_to(out.resolve()).as_posix()


def edit(path: Path, old: str, new: str) -> None:
    """Change a file of the project."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def draw_by(patched: pytest.MonkeyPatch, function: Callable[..., object]) -> None:
    """Let MkDocs ask this for what a page's template gets; a configuration that was kept would ask the other."""
    patched.setattr(SelebaranPlugin, "on_page_context", function)
    patched.setattr(site_build, "_loaded", site_build._loaded.__wrapped__)  # type: ignore[attr-defined]
