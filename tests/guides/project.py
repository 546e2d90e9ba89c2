"""The project in which documents are followed: four districts, with what a document presumes that an office has."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import ROOT, keep_pieces
from tests.countersigned import countersign
from tests.project import PARTS, PROJECT
from tests.publish.terbitan import checked_register, write_facts

DISTRICTS = {"kab-contoh": "kab-contoh.example", "kab-serang": "dinkeskabserang.id", "kota-bitung": "dinkesbitung.id"}
MADE_UP = {"kab-maju": ("00.01", "dinkesmaju.example"), "kab-anda": ("00.02", "kab-anda.example")}
"""Districts of which documents speak as of the reader's own, made of the made-up one."""

SHEETS = ("poster-cukup-ktp", "leaflet-daftar", "poster-acara", "tanya-petugas")
CONSENT = {
    "oleh": "Nama pejabat",
    "jabatan": "Kepala Dinas Kesehatan",
    "tanggal": "2026-11-20",
    "bukti": "Surat nomor dan tanggalnya, disimpan di mana",
    "menguasai_domain": "ya",
}
"""As docs/panduan/terbit.md shows it."""


def laid(project: Path) -> Path:
    """Lay the project into an empty folder, with the program in `.venv`, as after `make setup`."""
    for name in PARTS:
        if name != "districts":
            (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy)(PROJECT / name, project / name)
    for name in ("build.py", "Makefile", "docs/alur"):
        (project / name).parent.mkdir(exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, project / name)
    (project / ".cache").symlink_to(ROOT / ".cache")
    (project / ".venv").symlink_to(sys.prefix)
    home = project / "districts"
    for slug in ("_provinsi", *DISTRICTS):
        shutil.copytree(PROJECT / "districts" / slug, home / slug)
    for slug, (code, domain) in MADE_UP.items():
        shutil.copytree(home / "kab-contoh", home / slug)
        _rename(home / slug, code, domain)
    for file in [file for name in ("_provinsi", *MADE_UP) for file in (home / name).rglob("*.[ym][md]*")]:
        _callable(file)
    listed = yaml.load((PROJECT / "districts" / "_daftar.yml").read_text("utf-8"), yaml.BaseLoader)["daerah"]
    kept = [entry for entry in listed if entry["slug"] in DISTRICTS]
    kept += [{"slug": slug, "domain": domain} for slug, (_, domain) in MADE_UP.items()]
    (home / "_daftar.yml").write_text(yaml.safe_dump({"daerah": kept}, allow_unicode=True, sort_keys=False), "utf-8")
    return project


def _rename(home: Path, code: str, domain: str) -> None:
    """Make a district of its own of a copy of the made-up one: no number in it is one that nobody can have."""
    file = home / "daerah.yml"
    name = home.name.removeprefix("kab-").title()
    text = file.read_text("utf-8").replace('"00.00"', f'"{code}"').replace("kab-contoh.example", domain)
    text = re.sub(r"^rekaan: ya$", "", text, flags=re.M)
    text = re.sub(r"^nama: .*$", f"nama: Kabupaten {name}", text, flags=re.M)
    file.write_text(re.sub(r"^nama_pendek: .*$", f"nama_pendek: {name}", text, flags=re.M), "utf-8")


def _callable(file: Path) -> None:
    """Numbers of the made-up district can't be called, and only it may have such."""
    text = re.sub(r"\b0000(-?)1000(-?)(\d{4})\b", r"0812\g<1>1000\2\3", file.read_text("utf-8"))
    file.write_text(re.sub(r"\b0000(-?)(\d{4})\b", r"0254\g<1>20\2", text), "utf-8")


def without(project: Path, *slugs: str) -> None:
    """The project without districts of which a document doesn't speak: who publishes everything takes less long."""
    file = project / "districts" / "_daftar.yml"
    listed = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)["daerah"]
    kept = [entry for entry in listed if entry["slug"] not in slugs]
    file.write_text(yaml.safe_dump({"daerah": kept}, allow_unicode=True, sort_keys=False), "utf-8")
    for slug in slugs:
        shutil.rmtree(project / "districts" / slug)


def with_few_sheets(project: Path) -> None:
    """A project that prints a poster, a leaflet and what is printed for events alone, where a document speaks of other
    things than sheets."""
    keep_pieces(project, *SHEETS)


def agreed(project: Path, *slugs: str) -> None:
    """Each of these districts has agreed, and somebody has checked every fact."""
    for slug in slugs:
        file = project / "districts" / slug / "daerah.yml"
        said = yaml.safe_dump({"persetujuan": CONSENT}, allow_unicode=True, sort_keys=False)
        file.write_text(re.sub(r"^persetujuan:.*\n(?:  .*\n)*", said, file.read_text("utf-8"), flags=re.M), "utf-8")
    write_facts(project, checked_register())


def countersigned(project: Path, *slugs: str) -> None:
    """They have agreed, and the centre has countersigned it."""
    agreed(project, *slugs)
    countersign(project, *slugs)


def published(project: Path, slug: str, *days: str) -> None:
    """A district that was published on each of these days."""
    countersigned(project, slug)
    for day in days:
        build = [sys.executable, "build.py", slug, "--publish", "--quiet", "--as-of", day]
        subprocess.run(build, cwd=project, check=True)


def in_git(project: Path) -> None:
    """The project with a commit on `main` and a change on `usulan`."""
    git = ["git", "-c", "user.name=Uji", "-c", "user.email=uji@example.invalid"]
    (project / ".gitignore").write_text(".cache\n.venv\ndist/\n", "utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "awal"]):
        subprocess.run([*git, *words], cwd=project, check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "main"], cwd=project, check=True)
    subprocess.run([*git, "checkout", "-q", "-b", "usulan"], cwd=project, check=True)
    schedule = project / "districts" / "kab-maju" / "jadwal.yml"
    schedule.write_text(schedule.read_text("utf-8").replace("Balai Desa", "Aula Desa"), "utf-8")
    subprocess.run([*git, "commit", "-q", "-a", "-m", "usulan"], cwd=project, check=True)


def emptied(project: Path) -> None:
    """The made-up district without places and events."""
    for name in ("layanan.yml", "layanan-usulan.yml", "jadwal.yml"):
        (project / "districts" / "kab-contoh" / name).unlink()
