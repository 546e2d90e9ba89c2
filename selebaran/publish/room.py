"""How much room a build will take, looked at before it begins: a full disk is told in the middle otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

from selebaran.model.registry import Registry
from selebaran.publish.layout import manifest_of
from selebaran.publish.plan import Plan
from selebaran.publish.releases import current
from selebaran.publish.store import read_manifest

DOWNLOADS = "unduh/"
SITE_BYTES, SHEETS_BYTES = 5_000_000, 3_000_000
"""What pages and sheets of a district take that wasn't built yet: a little more than in November 2026."""
SHARED_BYTES = 16_000_000
"""Portal, report and lists."""


def room_needed(plan: Plan, registry: Registry) -> int:
    """Bytes, as if every file of these districts were another one than before, as on a new day it is."""
    return SHARED_BYTES + sum(_room_of(plan, registry, slug) for slug in plan.slugs)


def _room_of(plan: Plan, registry: Registry, slug: str) -> int:
    """What a district takes: as much as its site that lies there."""
    folder = registry.districts.get(slug)
    release = current(plan.out, folder.host) if folder else None
    manifest = read_manifest(manifest_of(plan.out, folder.host, release)) if folder and release else None
    if manifest is None:
        return (0 if plan.only == "print" else SITE_BYTES) + (0 if plan.only == "site" else SHEETS_BYTES)
    sizes = {path: size for path, (_, size) in manifest.files.items()}
    sheets = sum(size for path, size in sizes.items() if path.startswith(DOWNLOADS))
    return {"site": sum(sizes.values()) - sheets, "print": sheets, None: sum(sizes.values())}[plan.only]


def room_in(folder: Path) -> int:
    """Bytes that can still be written there."""
    return shutil.disk_usage(folder).free
