"""Appends published editions to the ledger of a district, and what calendars were told to that of its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from selebaran.model.address import PublishedAddress
from selebaran.model.calendar import CalendarEntry
from selebaran.model.paper import PaperEdition
from selebaran.publish import disk

FOLDER = Path("districts") / "_edisi"
HEADER = """\
# Edisi lembar cetak yang pernah terbit, yang terlama lebih dulu. Hanya `selebaran build --publish` yang menambahnya.
# Jangan diubah atau dihapus: kode QR pada kertas yang beredar menuju ke sini.
edisi:
"""
EVENTS_HEADER = """\
# Kegiatan yang pernah terbit, dan berapa kali diubah: kalender di HP warga mengenalinya dari sini. Hanya
# `selebaran build --publish` yang menambahnya. Jangan diubah atau dihapus.
kegiatan:
"""

ADDRESSES_HEADER = """\
# Alamat yang pernah terbit: kertas dan pesan yang beredar menuju ke sini. Hanya `selebaran build --publish` yang
# menambahnya. Jangan diubah atau dihapus; halaman yang pindah menulis `dahulu`, yang tidak ada lagi `ditutup`.
alamat:
"""


def append(root: Path, slug: str, ledger: tuple[PaperEdition, ...], editions: tuple[PaperEdition, ...]) -> None:
    """Add editions at the end of a district's ledger, which holds `ledger`. What stood there stays byte for byte.

    The file is replaced whole, so that a crash leaves the old ledger or the new one."""
    if not editions:
        return
    seal, entries = ledger[-1].seal if ledger else "", []
    for edition in editions:
        fresh = edition.sealed(seal)
        entries.append(_entry(fresh))
        seal = fresh.seal
    _extend(root / FOLDER / f"{slug}.yml", HEADER, entries)


def append_events(root: Path, slug: str, told: tuple[CalendarEntry, ...], today: Iterable[CalendarEntry]) -> None:
    """Add what calendars are told today and weren't before to a district's ledger of events, which holds `told`."""
    known = frozenset(told)
    entries = [_dumped(entry.written()) for entry in today if entry not in known]
    if entries:
        _extend(root / FOLDER / f"{slug}-kalender.yml", EVENTS_HEADER, entries)


def append_addresses(root: Path, slug: str, fresh: Iterable[PublishedAddress]) -> None:
    """Add addresses that no publication had before to a district's list of them."""
    if entries := [_dumped(entry.written()) for entry in fresh]:
        _extend(root / FOLDER / f"{slug}-alamat.yml", ADDRESSES_HEADER, entries)


def _extend(path: Path, header: str, entries: Iterable[str]) -> None:
    disk.make_folder(path.parent)
    before = path.read_text("utf-8") if path.is_file() else header
    part = path.with_name(f".{path.name}.sebagian")
    disk.write(part, "".join((before if before.endswith("\n") else f"{before}\n", *entries)).encode())
    disk.sync_one(part)
    disk.rename(part, path)


def _entry(edition: PaperEdition) -> str:
    data = edition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude=None if edition.places else {"places"}
    )
    return _dumped(data)


def _dumped(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump([dict(data)], allow_unicode=True, sort_keys=False, width=110)
