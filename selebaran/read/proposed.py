"""selebaran/data/puskesmas-2019.csv -> layanan-usulan.yml of a district: a list to be corrected, none to publish."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from selebaran.model.campaign import ServiceKind
from selebaran.model.proposal import STATE
from selebaran.read.regions import TABLE as REGIONS
from selebaran.read.regions import regions
from selebaran.read.schema import modeline

TABLE = REGIONS.parent / "puskesmas-2019.csv"
"""Its source is told beside it. Its name says of which kind its places are, and of which year they are."""
KIND, _, YEAR = TABLE.stem.partition("-")
SOURCE = "Daftar Kementerian Kesehatan (BPPSDMK)"
HEAD = """\
# Usulan untuk {daerah}. BELUM DICOCOKKAN: daftar tahun {tahun}. Yang sudah pindah, berganti nama, atau tidak ada lagi
# mungkin masih tertulis di sini. Hanya tampil di pratinjau, tidak pernah di situs yang terbit.
# Betulkan namanya, kecamatannya, dan titiknya; hapus yang tidak ada lagi. Yang sudah cocok pindah ke layanan.yml:
#   selebaran places confirm {slug} --oleh "Nama petugas"
# Jangan mengarang telepon atau jam buka di sini: itu ditulis di layanan.yml sesudah dipastikan.
"""


@cache
def _rows() -> Mapping[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with Path(TABLE).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["slug"], []).append(row)
    return found


def has_proposals(slug: str) -> bool:
    """Whether the table has places of a district."""
    return slug in _rows()


def proposals_text(slug: str, district: str, service: ServiceKind) -> str:
    """The file of a district, by the names of the table of regions, in the order of kecamatan and names."""
    kind = service.name or KIND.capitalize()
    head = HEAD.format(daerah=district, slug=slug, tahun=YEAR)
    told = [f"keadaan: {STATE}", f"sumber: {SOURCE}", f"tahun: {YEAR}", f"jenis: {KIND}", "usulan:"]
    lines = [line for row in sorted(_rows()[slug], key=_order) for line in _entry(row, kind)]
    return "\n".join((modeline("layanan-usulan"), head.rstrip("\n"), *told, *lines)) + "\n"


def _order(row: Mapping[str, str]) -> tuple[bool, str, str]:
    return (not row["kode_kecamatan"], row["kode_kecamatan"], row["nama"])


def _entry(row: Mapping[str, str], kind: str) -> Iterator[str]:
    subdistrict = regions().names.get(row["kode_kecamatan"], "")
    yield f"  - nama: {kind} {row['nama'].strip()}"
    if subdistrict:
        yield f"    kecamatan: {subdistrict}"
    yield f"    koordinat: {row['lintang']}, {row['bujur']}"
