"""Writes the portal: dist/index.html and what it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from selebaran.compose.page.portal import compose_portal
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.publish.plan import Plan
from selebaran.publish.portal_names import name_files
from selebaran.publish.report.record import read_record
from selebaran.publish.swap import put
from selebaran.site.clock import clock_values
from selebaran.site.night import drawn_by_night, with_night
from selebaran.site.policy import guarded

ASSETS = "portal"
PAGE = "index.html"
TOKENS = "tokens.css"
"""Lies beside every portal's page."""
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


def write_portal(plan: Plan, registry: Registry) -> tuple[Problem, ...]:
    """Write the portal of the districts that lie in the plan's folder; a publication's shows the published ones only.

    Each file is put in place whole. Returns why there is none; a campaign that has no portal needs no reason, and that
    of an earlier build goes."""
    words = registry.campaign.portal
    if words is None:
        _remove_portal(plan.out)
        return ()
    if PAGE not in registry.portal_files:
        return (problem("berkas-hilang", Place(f"templates/portal/{PAGE}")),)
    there = _there(plan.out, registry)
    published = frozenset(slug for slug in there if _is_published(plan.out, slug))
    shown = published if plan.publish else there
    html = compose_portal(
        registry, words, registry.portal_files[PAGE], shown, published, plan.day, clock_values(plan.day, "WIB")
    )
    for name, text in {**_assets(html, registry), **name_files(registry, shown, published=plan.publish)}.items():
        put(plan.out / ASSETS / name, text)
    put(plan.out / PAGE, guarded(html))
    return ()


def _remove_portal(out: Path) -> None:
    """Take away what this module wrote; a page that it didn't write stays."""
    if (out / ASSETS / TOKENS).is_file():
        (out / PAGE).unlink(missing_ok=True)
        shutil.rmtree(out / ASSETS)


def _there(out: Path, registry: Registry) -> frozenset[str]:
    """The districts whose web roots lie in a folder."""
    hosts = frozenset(path.name for path in out.iterdir() if path.is_dir() and not path.name.startswith("."))
    return frozenset(slug for slug, folder in registry.districts.items() if folder.host in hosts)


def _is_published(out: Path, slug: str) -> bool:
    record = read_record(out, slug)
    return record is not None and record.site_state == "terbit"


def _assets(html: str, registry: Registry) -> dict[str, str]:
    """What the portal's page loads: style, script, and the drawings that any of them names."""
    found, tokens = {TOKENS: with_night(registry.theme.tokens)}, registry.theme.tokens
    found |= {name: text for name, text in registry.portal_files.items() if name.startswith("portal.")}
    used = {name for text in (html, *found.values()) for name in DRAWING.findall(text)}
    drawings = {name: registry.drawings[name] for name in sorted(used & set(registry.drawings))}
    return found | {f"seni/{name}.svg": drawn_by_night(svg, tokens) for name, svg in drawings.items()}
