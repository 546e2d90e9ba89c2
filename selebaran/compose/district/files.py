"""The files that a district's values come from, and the register of facts."""

from __future__ import annotations

from collections.abc import Iterable

from selebaran.model.district import District
from selebaran.model.proposal import FILE
from selebaran.model.registry import DistrictFolder
from selebaran.model.usage import Usage

REGISTER = "content/fakta.yml"
IDENTITY, SCHEDULE, DIRECTORY, FIGURES = "daerah.yml", "jadwal.yml", "layanan.yml", "capaian.yml"
PROPOSALS = FILE
FILES = {
    "kegiatan": SCHEDULE,
    "kegiatan_per_bulan": SCHEDULE,
    "kegiatan_daftar": SCHEDULE,
    "kegiatan_kelak": SCHEDULE,
    "kegiatan_kelak_per_bulan": SCHEDULE,
    "kegiatan_habis": SCHEDULE,
    "kegiatan_per": SCHEDULE,
    "perahu": DIRECTORY,
    "usulan": PROPOSALS,
    "capaian": FIGURES,
    **dict.fromkeys(("capaian_grafik", "capaian_baru", "capaian_baru_bulan", "capaian_baru_kecamatan"), FIGURES),
    **dict.fromkeys(("capaian_baru_lain", "capaian_baru_grafik", "capaian_baru_kecamatan_grafik"), FIGURES),
}
"""Where the values of these names stand."""
IN_IDENTITY = frozenset(
    (*(key.alias or name for name, key in District.model_fields.items()), "sebutan", "alamat_situs")
)
"""The names of values that stand in daerah.yml."""
NAMES = IN_IDENTITY | FILES.keys()
"""All names that a district's values have whatever the campaign; every other is one of a kind of places."""


def files_of(used: Usage, folder: DistrictFolder) -> frozenset[str]:
    """The files in which the facts and fields stand that were used. How a value reads, daerah.yml has a say in: the
    time zone, the name."""
    found = {REGISTER} if used.facts else set()
    names = {field.split(".")[1] for field in used.fields if "." in field}
    files = {FILES.get(name, DIRECTORY) for name in names - IN_IDENTITY}
    if names:
        found |= district_files(folder, {IDENTITY, *files})
    if "kontak" in names or files & {SCHEDULE, DIRECTORY}:  # the province may add to these
        found.add(folder.province_file)
    return frozenset(found)


def district_files(folder: DistrictFolder, names: Iterable[str]) -> frozenset[str]:
    """Files of a district's folder by their paths in the project."""
    return frozenset(f"districts/{folder.slug}/{name}" for name in names)


def all_files(folder: DistrictFolder) -> frozenset[str]:
    """Every file in which a value of the district can stand."""
    return district_files(folder, (IDENTITY, SCHEDULE, DIRECTORY, PROPOSALS, FIGURES)) | {folder.province_file}
