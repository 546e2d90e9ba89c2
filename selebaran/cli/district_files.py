"""One district's files as texts and as what they say, for the commands that fill them in from a table."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selebaran.cli.language import Speaker
from selebaran.cli.options import known_slugs
from selebaran.cli.show import print_problems
from selebaran.cli.sound import whole_registry
from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.desk.columns import SheetKind, sheet_kinds
from selebaran.desk.page_files import FOLDER, entry_of, file_of
from selebaran.model.kinds import Kinds
from selebaran.model.own_text import NEWS
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw


@dataclass(frozen=True)
class District:
    """A district that can be read: the texts of its files and what they say, by their names, and its sheets."""

    slug: str
    name: str
    texts: Mapping[str, str]
    data: Mapping[str, Mapping[str, Any]]
    kinds: tuple[SheetKind, ...]
    where: Dialling
    campaign: Kinds | None
    zone: str

    def label(self, name: str) -> str:
        """How messages name one of its files."""
        return f"districts/{self.slug}/{name}"


def found_district(slug: str, project: Path, say: Speaker) -> District:
    """A district of the project; ends with code 1 and its faults where it can't be read."""
    registry = whole_registry(project, say)
    known_slugs((slug,), registry, say)
    if slug not in registry.districts:
        print_problems(registry.district_problems[slug], say, project)
        sys.exit(1)
    return district_of(slug, registry, project)


def district_of(slug: str, registry: Registry, project: Path) -> District:
    """A district of a registry, with the texts of its files."""
    folder = registry.districts[slug]
    there = {name: project / "districts" / slug / name for name in FILES}
    texts = {name: read_raw(path).decode() for name, path in there.items() if path.is_file()}
    read = {name: read_yaml(text.encode(), name)[0] for name, text in texts.items()}
    news = {path.stem: read_raw(path).decode() for path in sorted((project / "districts" / slug / FOLDER).glob("*.md"))}
    entries = [entry for name, text in news.items() if "." not in name and (entry := entry_of(name, text))]
    kinds = registry.campaign.kinds
    areas = tuple(one.name for one in subdistricts_of(folder.district))
    return District(
        slug,
        folder.district.name,
        texts | {file_of(name): text for name, text in news.items()},
        {name: source.data for name, source in read.items() if source} | {FOLDER: {NEWS: entries}},
        sheet_kinds(kinds, areas),
        folder.district.dialling(registry.campaign.short_codes),
        kinds,
        folder.district.zone,
    )
