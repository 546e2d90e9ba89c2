"""The district of a command that fills in its files."""

from __future__ import annotations

import sys
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import known_slugs
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.desk.district_files import District, district_of


def found_district(slug: str, project: Path, say: Speaker) -> District:
    """A district of the project; ends with code 1 and its faults where it can't be read."""
    registry = whole_registry(project, say)
    known_slugs((slug,), registry, say)
    if slug not in registry.districts:
        print_problems(registry.district_problems[slug], say, project)
        sys.exit(1)
    return district_of(slug, registry, project)
