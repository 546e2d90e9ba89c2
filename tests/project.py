"""The real project with a register of the tests' own: tests/fakta.yml in place of content/fakta.yml.

Who corrects a number in content/fakta.yml must not have to correct a test. What a test says of a value, a date or an
overdue fact, it says of tests/fakta.yml, which changes only when a test wants it.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
REGISTER = "content/fakta.yml"
OWN_REGISTER = ROOT / "tests" / "fakta.yml"
PARTS = ("content", "districts", "templates", "printables", "mkdocs.yml")


def facts_of(path: Path) -> list[dict[str, Any]]:
    """The entries of a register as plain data, every scalar as text, without keys that say nothing."""
    facts: list[dict[str, Any]] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["fakta"]
    return [{key: value for key, value in fact.items() if value != "null"} for fact in facts]


def own_facts() -> list[dict[str, Any]]:
    """The entries of the tests, and what only the real register has: a new fact or value that a page already uses."""
    real = {fact["id"]: fact for fact in facts_of(ROOT / REGISTER)}
    found = []
    for fact in facts_of(OWN_REGISTER):
        values = {**real.pop(fact["id"], {}).get("nilai", {}), **fact.get("nilai", {})}
        found.append({**fact, "nilai": values} if values else fact)
    return [*found, *real.values()]


def lay_register(project: Path) -> None:
    """Give a copied project the register of the tests."""
    text = yaml.safe_dump({"fakta": own_facts()}, allow_unicode=True, sort_keys=False, width=1000)
    (project / REGISTER).write_text(text, "utf-8")


def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="selebaran-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in PARTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    lay_register(folder)
    return folder


PROJECT = _made()
"""The project that tests read and build. It is only to be read; a test that changes something works on a copy."""
