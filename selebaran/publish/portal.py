"""Writes the portal: a web root of its own, whose page leads to all districts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selebaran.compose.page.portal import compose_portal
from selebaran.jobs.interrupts import held_back
from selebaran.jobs.stages import staged
from selebaran.jobs.unfinished import unfinished
from selebaran.model.campaign import Portal
from selebaran.model.problem import Place, Problem, problem
from selebaran.model.registry import Registry
from selebaran.publish.layout import PORTAL, hosts_in
from selebaran.publish.plan import Plan
from selebaran.publish.portal_names import name_files
from selebaran.publish.releases import put, take_away
from selebaran.publish.standing import site_state_of
from selebaran.publish.swap import write
from selebaran.site.clock import clock_values
from selebaran.site.night import drawn_by_night, with_night
from selebaran.site.policy import guarded

ASSETS = "portal"
PAGE = "index.html"
TOKENS = "tokens.css"
"""Lies beside every portal's page."""
DRAWING = re.compile(r"seni/([a-z0-9-]+)\.svg")


@staged("laporan")
def write_portal(plan: Plan, registry: Registry) -> tuple[Problem, ...]:
    """Write the portal of the districts that lie in the plan's folder; a publication's shows the published ones only.

    It is put in place as a whole. Returns why there is none; a campaign that has no portal needs no reason, and that of
    an earlier build goes."""
    words = registry.campaign.portal
    if words is None:
        take_away(plan.out)
        return ()
    if PAGE not in registry.portal_files:
        return (problem("berkas-hilang", Place(f"templates/portal/{PAGE}")),)
    hosts = hosts_in(plan.out)
    there = frozenset(slug for slug, folder in registry.districts.items() if folder.host in hosts)
    published = frozenset(
        slug for slug in there if site_state_of(plan.out, slug, registry.districts[slug].host) == "terbit"
    )
    _put(plan, portal_files(registry, words, published if plan.publish else there, published, plan))
    return ()


def portal_files(
    registry: Registry, words: Portal, shown: frozenset[str], published: frozenset[str], plan: Plan
) -> dict[str, str]:
    """The files of a portal that shows these districts, in the campaign's words."""
    html = compose_portal(
        registry, words, registry.portal_files[PAGE], shown, published, plan.day, clock_values(plan.day, "WIB", {})
    )
    beside = {**_assets(html, registry), **name_files(registry, shown, published=plan.publish)}
    return {PAGE: guarded(html), **{f"{ASSETS}/{name}": text for name, text in beside.items()}}


def _put(plan: Plan, files: Mapping[str, str]) -> None:
    with unfinished(plan.out) as stage:
        for path, text in files.items():
            write(stage / "baru", path, text.encode())
        with held_back():
            put(plan.out, PORTAL, stage / "baru", layout=plan.layout, published=plan.publish)


def _assets(html: str, registry: Registry) -> dict[str, str]:
    """What the portal's page loads: style, script, and the drawings that any of them names."""
    found, tokens = {TOKENS: with_night(registry.theme.tokens)}, registry.theme.tokens
    found |= {name: text for name, text in registry.portal_files.items() if name.startswith("portal.")}
    used = {name for text in (html, *found.values()) for name in DRAWING.findall(text)}
    drawings = {name: registry.drawings[name] for name in sorted(used & set(registry.drawings))}
    return found | {f"seni/{name}.svg": drawn_by_night(svg, tokens) for name, svg in drawings.items()}
