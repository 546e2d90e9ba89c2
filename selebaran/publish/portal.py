"""Writes the portal: dist/index.html and what it shows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from selebaran.compose.portal import compose_portal
from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan

ASSETS = "portal"
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def write_portal(plan: Plan, registry: Registry) -> None:
    """Write the portal of the districts that lie in the plan's folder. Each file is put in place whole."""
    source = plan.root / "templates" / "portal"
    day = plan.as_of or datetime.now(UTC).date()
    hosts = frozenset(path.name for path in plan.out.iterdir() if path.is_dir() and not path.name.startswith("."))
    html = compose_portal(registry, (source / "index.html").read_text("utf-8"), hosts, day)
    assets = {"tokens.css": registry.print_files["tokens.css"]}
    assets |= {path.name: path.read_text("utf-8") for path in sorted(source.glob("portal.*"))}
    used = {name for text in (html, *assets.values()) for name in DRAWING.findall(text)}
    assets |= {f"seni/{name}.svg": registry.drawings[name] for name in sorted(used & set(registry.drawings))}
    for name, text in assets.items():
        _put(plan.out / ASSETS / name, text)
    _put(plan.out / "index.html", html)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.sebagian")
    part.write_text(text, "utf-8")
    part.replace(path)
