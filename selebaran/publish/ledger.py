"""Appends published editions to the ledger of a district."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from selebaran.model.paper import PaperEdition

FOLDER = Path("districts") / "_edisi"
HEADER = """\
# Edisi lembar cetak yang pernah terbit, yang terlama lebih dulu. Hanya `selebaran build --publish` yang menambahnya.
# Jangan diubah atau dihapus: kode QR pada kertas yang beredar menuju ke sini.
edisi:
"""


def append(root: Path, slug: str, ledger: tuple[PaperEdition, ...], editions: tuple[PaperEdition, ...]) -> None:
    """Add editions at the end of a district's ledger, which holds `ledger`. What stood there stays byte for byte.

    The file is replaced whole, so that a crash leaves the old ledger or the new one."""
    if not editions:
        return
    path = root / FOLDER / f"{slug}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.is_file() else HEADER
    part = path.with_name(f".{path.name}.sebagian")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before if before.endswith("\n") else f"{before}\n")
        seal = ledger[-1].seal if ledger else ""
        for edition in editions:
            fresh = edition.sealed(seal)
            file.write(_entry(fresh))
            seal = fresh.seal
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _entry(edition: PaperEdition) -> str:
    data = edition.model_dump(mode="json", by_alias=True, exclude_none=True)
    return yaml.safe_dump([data], allow_unicode=True, sort_keys=False, width=110)
