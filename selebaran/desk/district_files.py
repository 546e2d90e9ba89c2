"""A district's files as texts and as what they say, for whatever fills them in: a table, a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.desk.columns import SheetKind, sheet_kinds
from selebaran.desk.page_files import LISTS, Entry, entry_of, file_of
from selebaran.model.kinds import Kinds
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FILES
from selebaran.read.strict_yaml import read_yaml
from selebaran.read.text import read_raw


@dataclass(frozen=True)
class District:
    """A district that can be read: the texts of its files and what they say, by their names, its sheets, and its
    pictures."""

    slug: str
    name: str
    texts: Mapping[str, str]
    data: Mapping[str, Mapping[str, Any]]
    kinds: tuple[SheetKind, ...]
    where: Dialling
    campaign: Kinds | None
    zone: str
    pictures: Mapping[str, bytes]
    subdistricts: tuple[str, ...] = ()

    def label(self, name: str) -> str:
        """How messages name one of its files."""
        return f"districts/{self.slug}/{name}"

    def text_of(self, name: str) -> str:
        """The text of one of its files as it is now; nothing where there is no such file."""
        return self.texts.get(name, "")


def district_of(slug: str, registry: Registry, project: Path) -> District:
    """A district of a registry, with the texts of its files."""
    folder = registry.districts[slug]
    at = project / "districts" / slug
    texts = {name: read_raw(at / name).decode() for name in FILES if (at / name).is_file()}
    read = {name: read_yaml(text.encode(), name)[0] for name, text in texts.items()}
    own = {name: _pages(at / name) for name in LISTS}
    kinds = registry.campaign.kinds
    areas = tuple(one.name for one in subdistricts_of(folder.district))
    return District(
        slug,
        folder.district.name,
        texts | {file_of(page, name): text for name, found in own.items() for page, text in found.items()},
        {name: source.data for name, source in read.items() if source} | _listed(own),
        sheet_kinds(kinds, areas),
        folder.district.dialling(registry.campaign.short_codes),
        kinds,
        folder.district.zone,
        folder.pictures,
        areas,
    )


def _listed(own: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, Any]]:
    """The pages of each folder as the list that they are."""
    return {name: {LISTS[name]: _entries(texts)} for name, texts in own.items()}


def _entries(texts: Mapping[str, str]) -> list[Entry]:
    return [entry for name, text in texts.items() if (entry := entry_of(name, text))]


def _pages(folder: Path) -> dict[str, str]:
    """The texts of the pages in a folder, by their names; translations aren't among them."""
    return {path.stem: read_raw(path).decode() for path in sorted(folder.glob("*.md")) if "." not in path.stem}
