"""`selebaran check --fix`: slips with one reading are shown as a difference, and mended once somebody agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    by_district: dict[str, list[Problem]] = defaultdict(list)
    for one in told:
        by_district[one.place.file.removeprefix("districts/").partition("/")[0]].append(one)
    found = {slug: _mended(project, registry, slug, by_district[slug]) for slug in slugs}
    changes = {f"districts/{slug}/{path}": change for slug, one in found.items() for path, change in one.texts.items()}
    renamed = {
        f"districts/{slug}/{old}": f"districts/{slug}/{new}"
        for slug, one in found.items()
        for old, new in one.renamed.items()
    }
    if not changes and not renamed:
        print(say("tidak ada yang dapat dibetulkan dengan satu cara saja"))
        return False
    _show(changes, renamed, say)
    if dry or not (yes or agreed(say("Betulkan semua itu? ketik ya: "), say)):
        print(say("tidak ada berkas yang diubah"))
        return False
    replace_all({project / path: change.after for path, change in changes.items()}, say)
    _rename(project, renamed, say)
    for path in changes:
        print(say("dibetulkan: {berkas}", berkas=path))
    return True


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
        print(say("nama berkas: {lama} menjadi {baru}", lama=old, baru=new))
