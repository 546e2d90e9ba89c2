"""Writes the portal: dist/index.html and what it shows."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from selebaran.compose.page.portal import compose_portal
from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan
from selebaran.publish.report.record import read_record
from selebaran.publish.swap import put
from selebaran.site.policy import guarded

ASSETS = "portal"
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def write_portal(plan: Plan, registry: Registry) -> None:
    """Write the portal of the districts that lie in the plan's folder; a publication's shows the published ones only.

    Each file is put in place whole."""
    source = plan.root / "templates" / "portal"
    day = plan.as_of or datetime.now(UTC).date()
    hosts = frozenset(path.name for path in plan.out.iterdir() if path.is_dir() and not path.name.startswith("."))
    there = {slug: folder for slug, folder in registry.districts.items() if folder.host in hosts}
    published = frozenset(slug for slug in there if read_record(plan.out, slug).get("situs_keadaan") == "terbit")
    shown = published if plan.publish else frozenset(there)
    html = compose_portal(registry, (source / "index.html").read_text("utf-8"), shown, published, day)
    assets = {"tokens.css": registry.print_files["tokens.css"]}
    assets |= {path.name: path.read_text("utf-8") for path in sorted(source.glob("portal.*"))}
    used = {name for text in (html, *assets.values()) for name in DRAWING.findall(text)}
    assets |= {f"seni/{name}.svg": registry.drawings[name] for name in sorted(used & set(registry.drawings))}
    for name, text in assets.items():
        put(plan.out / ASSETS / name, text)
    put(plan.out / "index.html", guarded(html))
