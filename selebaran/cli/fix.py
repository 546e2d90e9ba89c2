"""`selebaran check --fix`: slips with one reading are shown as a difference, and mended once somebody agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from selebaran.cli.agreed import agreed, difference
from selebaran.cli.language import Speaker
from selebaran.cli.unwritable import cannot_write, replace_all
from selebaran.desk.mend.folder import Change, Mended, Reading, mended_folder
from selebaran.model.problem import Problem
from selebaran.model.registry import Registry
from selebaran.model.telephone import Dialling
from selebaran.read.districts import FOLDERS
from selebaran.read.walk import walk


@dataclass(frozen=True)
class _Found:
    """What can be mended, by the paths within the project."""

    changes: Mapping[str, Change]
    renamed: Mapping[str, str]


def fix(
    project: Path,
    registry: Registry,
    told: Iterable[Problem],
    slugs: Iterable[str],
    say: Speaker,
    *,
    dry: bool,
    yes: bool,
) -> bool:
    """Show what can be mended in these districts, and mend it where somebody agrees; whether anything was written."""
    found = _found(project, registry, told, slugs)
    if not found.changes and not found.renamed:
        print(say("tidak ada yang dapat dibetulkan dengan satu cara saja"))
        return False
    _show(found.changes, found.renamed, say)
    if dry or not (yes or agreed(say("Betulkan semua itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return False
    replace_all({project / path: change.after for path, change in found.changes.items()}, say)
    for path in found.changes:
        print(say("dibetulkan: {berkas}", berkas=path))
    _rename(project, found.renamed, say)
    return True


def _found(project: Path, registry: Registry, told: Iterable[Problem], slugs: Iterable[str]) -> _Found:
    by_district: dict[str, list[Problem]] = defaultdict(list)
    for one in told:
        by_district[one.place.file.removeprefix("districts/").partition("/")[0]].append(one)
    changes: dict[str, Change] = {}
    renamed: dict[str, str] = {}
    for slug in slugs:
        mended = _mended(project, registry, slug, by_district[slug])
        changes |= {f"districts/{slug}/{path}": change for path, change in mended.texts.items()}
        renamed |= {f"districts/{slug}/{old}": f"districts/{slug}/{new}" for old, new in mended.renamed.items()}
    return _Found(changes, renamed)


def _mended(project: Path, registry: Registry, slug: str, told: list[Problem]) -> Mended:
    folder = registry.districts.get(slug)
    where = folder.district.dialling(registry.campaign.short_codes) if folder else Dialling()
    reading = Reading(where, registry.campaign.kinds, folder.district.zone if folder else None)
    tree, _ = walk(project, f"districts/{slug}", f"districts/{slug}", FOLDERS)
    return mended_folder(tree, told, reading) if tree else Mended()


def _show(changes: Mapping[str, Change], renamed: Mapping[str, str], say: Speaker) -> None:
    for path, change in changes.items():
        print(difference(change.before, change.after, path), end="")
        if change.unseen:
            print(say("{berkas}: dihapus yang tidak terlihat: {isi}", berkas=path, isi=", ".join(change.unseen)))
    for old, new in renamed.items():
        print(say("nama berkas: {lama} menjadi {baru}", lama=old, baru=new))


def _rename(project: Path, renamed: Mapping[str, str], say: Speaker) -> None:
    for old, new in renamed.items():
        try:
            (project / new).parent.mkdir(parents=True, exist_ok=True)
            (project / old).rename(project / new)
        except OSError as error:
            cannot_write(project / new, error, say)
        print(say("dibetulkan: {berkas}", berkas=new))
