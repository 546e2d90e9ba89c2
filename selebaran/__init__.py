"""Selebaran: shared Markdown, facts and district YAML become websites and print-ready leaflets.

The folders are the stages of the work, and imports go leftwards only:
model <- jobs | words <- read <- compose <- check <- site, press <- publish <- cli.

Other programs may rely on the three calls below, and on what they give; docs/engineering/as-a-library.md shows them.
What a call needs is loaded when it is called.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from selebaran.model.edition import Edition
    from selebaran.model.registry import Registry
    from selebaran.model.sizes import Profile
    from selebaran.publish.outcome import Report

__all__ = ["__version__", "build_districts", "compose_edition", "read_project"]
__version__ = "0.1.0"


def read_project(root: Path) -> Registry:
    """Everything in a project folder, typed, each value with its place.

    Nothing is raised for faults in the files: they lie in `shared_problems` and `district_problems`."""
    from selebaran.read.project import read_project as read

    return read(Path(root))


def compose_edition(
    registry: Registry, slug: str, *, as_of: date, profiles: tuple[Profile, ...] = (), published: bool = False
) -> Edition:
    """One district as of a day: its finished pages, and its print pieces in the profiles that are asked for.

    Nothing is written. Raises `ProblemsFound`; and KeyError for a district that isn't in `registry.districts`."""
    from selebaran.compose.edition import Composer

    return Composer(registry).compose(slug, as_of=as_of, profiles=profiles, published=published)


def build_districts(
    root: Path,
    out: Path,
    slugs: tuple[str, ...] = (),
    *,
    as_of: date | None = None,
    only: Literal["site", "print"] | None = None,
    publish: bool = False,
    jobs: int = 1,
) -> Report:
    """Build districts (all, where none is named) into `out`, as `selebaran build` does.

    Nothing is raised for faults in the files, nor printed: they lie in the report. A district with an error keeps its
    last good output. Raises KeyError for slugs that aren't in the central list."""
    from selebaran.publish.build import build
    from selebaran.publish.inputs import inputs_of
    from selebaran.publish.outcome import Silent
    from selebaran.publish.plan import Plan, settled
    from selebaran.publish.unchanged import Before
    from selebaran.read.project import read_project as read

    before = Before(inputs_of(Path(root)))
    registry = read(Path(root))
    if unknown := sorted(set(slugs) - set(registry.slugs)):
        raise KeyError(*unknown)
    day, days = settled(as_of, datetime.now(UTC), registry.districts)
    plan = Plan(Path(root), Path(out), slugs or registry.slugs, day, only, jobs=jobs, publish=publish, days=days)
    return build(plan, registry, Silent(), before=before)
