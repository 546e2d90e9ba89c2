"""A district's files as texts and as what they say, for whatever fills them in: a table, a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.desk.columns import SheetKind, sheet_kinds
from selebaran.model.kinds import Kinds
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
    folder: Path
    subdistricts: tuple[str, ...] = ()

    def label(self, name: str) -> str:
        """How messages name one of its files."""
        return f"districts/{self.slug}/{name}"

    def text_of(self, name: str) -> str:
        """The text of one of its files as it is now; nothing where there is no such file."""
        path = self.folder / name
        return self.texts.get(name) or (read_raw(path).decode() if path.is_file() else "")


def district_of(slug: str, registry: Registry, project: Path) -> District:
    """A district of a registry, with the texts of its files."""
    folder = registry.districts[slug]
    there = {name: project / "districts" / slug / name for name in FILES}
    texts = {name: read_raw(path).decode() for name, path in there.items() if path.is_file()}
    read = {name: read_yaml(text.encode(), name)[0] for name, text in texts.items()}
    kinds = registry.campaign.kinds
    areas = tuple(one.name for one in subdistricts_of(folder.district))
    return District(
        slug,
        folder.district.name,
        texts,
        {name: source.data for name, source in read.items() if source},
        sheet_kinds(kinds, areas),
        folder.district.dialling(registry.campaign.short_codes),
        kinds,
        folder.district.zone,
        project / "districts" / slug,
        areas,
    )
