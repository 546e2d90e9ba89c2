"""The files that a district's values come from, and the register of facts."""

from __future__ import annotations

from collections.abc import Iterable

from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage

REGISTER = "content/fakta.yml"
IDENTITY, SCHEDULE, DIRECTORY, FIGURES = "daerah.yml", "jadwal.yml", "layanan.yml", "capaian.yml"
FILES = {
    "kegiatan": SCHEDULE,
    "kegiatan_per_bulan": SCHEDULE,
    "puskesmas": DIRECTORY,
    "puskesmas_per_kecamatan": DIRECTORY,
    "rumah_sakit": DIRECTORY,
    "rs_igd": DIRECTORY,
    "kantor": DIRECTORY,
    "perahu": DIRECTORY,
    "capaian": FIGURES,
    "capaian_grafik": FIGURES,
}
"""Where the values of these names stand; all others stand in daerah.yml."""
OF_PROVINCE = frozenset(("kontak", *(name for name, file in FILES.items() if file in (SCHEDULE, DIRECTORY))))
"""Values to which the province may add."""


def files_of(used: Usage, folder: DistrictFolder) -> frozenset[str]:
    """The files in which the facts and fields stand that were used. How a value reads, daerah.yml has a say in: the
    time zone, the name."""
    found = {REGISTER} if used.facts else set()
    names = {field.split(".")[1] for field in used.fields if "." in field}
    if names:
        found |= district_files(folder, {IDENTITY, *(FILES[name] for name in names if name in FILES)})
    if names & OF_PROVINCE:
        found.add(folder.province_file)
    return frozenset(found)


def district_files(folder: DistrictFolder, names: Iterable[str]) -> frozenset[str]:
    """Files of a district's folder by their paths in the project."""
    return frozenset(f"districts/{folder.slug}/{name}" for name in names)


def all_files(folder: DistrictFolder) -> frozenset[str]:
    """Every file in which a value of the district can stand."""
    return district_files(folder, (IDENTITY, SCHEDULE, DIRECTORY, FIGURES)) | {folder.province_file}
