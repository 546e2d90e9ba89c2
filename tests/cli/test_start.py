"""What is asked often is there at once: help, lists and completion load nothing that builds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from selebaran.cli.shared_options import PAPERS, PROFILES
from selebaran.compose.fact.notices import refusals
from selebaran.model.registry import Registry
from selebaran.model.sizes import Paper, Profile
from selebaran.read.glance import Glance, glance, listed_entries, listed_slugs
from tests.conftest import BASE, ROOT

HEAVY = {
    *("PIL", "babel", "dateutil", "fontTools", "hypothesis", "jinja2", "markdown", "material", "mkdocs", "nh3"),
    *("phonenumbers", "pikepdf", "pydantic", "pypdfium2", "rich", "Sastrawi", "segno", "weasyprint"),
}
"""Libraries that take their time. `list` reads YAML, and no command needs them to say what it can do."""
LOADED = """
import json, sys
from selebaran.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("build", "--help"), ("build", "--help", "--lang", "en"), ("list",), ("--version",), ("lst",), ()],
    ids=" ".join,
)
def test_help_and_list_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", LOADED, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert "click" in loaded
    assert loaded & HEAVY == set()
    assert "yaml" not in loaded or arguments == ("list",)


def test_what_profil_takes_is_what_there_is() -> None:
    assert (*get_args(Profile), "semua") == PROFILES


def test_what_kertas_takes_is_what_there_is() -> None:
    assert (*get_args(Paper), "keduanya") == PAPERS


def test_a_glance_says_the_same_as_reading_all(registry: Registry) -> None:
    entries = listed_entries(ROOT)
    assert listed_slugs(ROOT) == tuple(entries) == registry.slugs
    for slug, folder in registry.districts.items():
        seen, district = glance(ROOT, slug, entries[slug]), folder.district
        assert seen == Glance(
            slug,
            district.name,
            district.province,
            district.domain or "",
            district.fictional,
            district.identity == "rancu",
            not refusals(folder),
        )


CONSENT = (
    "persetujuan: {oleh: Pejabat Rekaan, jabatan: Kepala Dinas Rekaan, tanggal: 2026-11-01, "
    "bukti: Surat rekaan 1, menguasai_domain: %s}\n"
)
"""As the central list of the small project has it countersigned."""


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ("", "pratinjau"),
        (CONSENT % "ya", "dapat diterbitkan"),
        (CONSENT % "tidak", "pratinjau"),
        (CONSENT.replace("Surat rekaan 1", "Surat lain") % "ya", "pratinjau"),
        (CONSENT % "ya" + "rekaan: ya\n", "rekaan"),
    ],
)
def test_list_tells_the_state_of_each_district(more: str, state: str, tmp_path: Path) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    file = project / "districts" / "kab-uji" / "daerah.yml"
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("persetujuan:")]
    file.write_text("\n".join([*lines, more]), "utf-8")
    assert f"  {state}\n" in listed(project).splitlines(keepends=True)[0]


def test_list_names_a_district_that_does_not_say_who_it_is(tmp_path: Path) -> None:
    project = shutil.copytree(BASE, tmp_path / "proyek")
    (project / "districts" / "kab-uji" / "daerah.yml").write_text("nama: [\n", "utf-8")
    assert listed(project).splitlines()[0].split() == ["kab-uji", "–", "–", "–", "bermasalah"]


def listed(project: Path) -> str:
    command = [sys.executable, "-m", "selebaran.cli", "list", "--root", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("selebaran l", "list"),
        ("selebaran build kab-cont", "kab-contoh"),
        ("selebaran explain kab-cont", "kab-contoh"),
        ("selebaran build --pub", "--publish"),
    ],
)
def test_the_shell_completes_commands_options_and_slugs(words: str, expected: str) -> None:
    asked = {"_SELEBARAN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    command = [sys.executable, "-m", "selebaran.cli"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | asked, capture_output=True, text=True, check=False)
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == [expected]
