"""A project of as many districts as one likes: those of this one first, then regions of the table that it lacks, as
`selebaran new` begins them. It is a copy: what a measurement changes in it changes nothing here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from selebaran.compose.district.subdistricts import subdistricts_of
from selebaran.model.kinds import Kinds
from selebaran.model.region import Region
from selebaran.read.project import read_project
from selebaran.read.regions import regions
from selebaran.read.skeleton import skeletons

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("content", "districts", "printables", "templates")
LIST = Path("districts") / "_daftar.yml"
EVENT = """  - id: ukuran-{number}
    judul: Kegiatan rekaan untuk pengukuran
    jenis: {kind}
    tanggal: {day}
    mulai: 08.30
    selesai: 12.00
    tempat: Balai Desa Rekaan
    penyelenggara: Penyelenggara rekaan
"""

PLAIN = """  - judul: Kegiatan rekaan {area} nomor {number}
    jenis: {kind}
    tanggal: {day}
    mulai: 0{hour}.30
    selesai: 12.00
    tempat: Balai Rekaan {area}
    kecamatan: {area}
    penyelenggara: Penyelenggara rekaan {area}
    bawa: [KTP, Kartu Keluarga]
"""
PLACE = """  - jenis: {kind}
    nama: Puskesmas Rekaan {area}
    kecamatan: {area}
    alamat: Jalan {area} nomor {number}
    jam: Senin-Sabtu, 08.00-12.00
    sumber: Karangan untuk pengukuran
    diperiksa_pada: {day}
"""
EVENTS = 10


def project_of(folder: Path, count: int) -> tuple[Path, tuple[str, ...]]:
    """A project in an empty folder, and the slugs of so many of its districts."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (ROOT / ".cache").mkdir(exist_ok=True)
    fonts = [path for path in (ROOT / ".cache").iterdir() if path.name.startswith("huruf")]
    for path in fonts:  # to cut them takes seconds, and is no part of a build
        shutil.copytree(path, folder / ".cache" / path.name)
    registry = read_project(folder)
    slugs = list(registry.districts)
    codes = {one.district.code for one in registry.districts.values()}
    for region in regions().districts.values():
        if len(slugs) >= count:
            break
        if region.code not in codes and region.slug not in slugs:
            _add(folder, region, registry.campaign.kinds)
            slugs.append(region.slug)
    return folder, tuple(slugs[:count])


def _add(project: Path, region: Region, kinds: Kinds | None) -> None:
    folder = project / "districts" / region.slug
    folder.mkdir()
    for name, text in skeletons(region.slug, None, kinds, region).items():
        (folder / name).write_text(text, "utf-8")
    with (project / LIST).open("a", encoding="utf-8") as listed:
        listed.write(f"  - slug: {region.slug}\n    domain:\n")


def fill(project: Path, slugs: Iterable[str], day: date) -> None:
    """Give districts ten events each and three places that somebody confirmed, in three of their kecamatan. No two of
    them have the same texts, and few the same days."""
    registry = read_project(project)
    campaign = registry.campaign
    assert campaign.events, "the campaign has no events"
    kinds, service = list(campaign.events.kinds), next(iter(campaign.services))
    for turn, slug in enumerate(slugs):
        areas = [one.name for one in subdistricts_of(registry.districts[slug].district)][:3] or ["Rekaan"]
        events = ["kegiatan:\n"]
        for number in range(1, EVENTS + 1):
            kind, area = kinds[number % len(kinds)], areas[number % len(areas)]
            ahead = timedelta(days=(4 + turn % 4) * number + turn % 3)
            events.append(PLAIN.format(number=number, kind=kind, day=day + ahead, area=area, hour=turn % 3 + 7))
        places = (PLACE.format(kind=service, number=at, area=area, day=day) for at, area in enumerate(areas))
        folder = project / "districts" / slug
        (folder / "jadwal.yml").write_text("".join(events), "utf-8")
        (folder / "layanan.yml").write_text("".join(("layanan:\n", *places)), "utf-8")


def change_event(project: Path, slug: str, day: date) -> None:
    """Give a district one event more, a week ahead."""
    events = read_project(project).campaign.events
    assert events, "the campaign has no events"
    kind = next(iter(events.kinds))
    path = project / "districts" / slug / "jadwal.yml"
    text = path.read_text("utf-8") if path.is_file() else ""
    more = EVENT.format(number=len(text), kind=kind, day=day + timedelta(days=7))
    begun = re.search(r"^kegiatan:.*\n", text, re.M)
    head = text if begun else f"{text}kegiatan:\n"
    at = begun.end() if begun else len(head)
    path.write_text(head[:at] + more + head[at:], "utf-8")


def change_fact(project: Path) -> str:
    """Let the first amount in rupiah be a thousand more, and say which fact it was."""
    path = project / "content" / "fakta.yml"
    text = path.read_text("utf-8")
    found = re.search(r"jenis: rupiah\n( +)isi: (\d+)", text)
    assert found, "no fact has an amount"
    path.write_text(text[: found.start(2)] + str(int(found[2]) + 1000) + text[found.end(2) :], "utf-8")
    return text[: found.start()].rstrip().rpartition("\n")[2].strip(" :")
