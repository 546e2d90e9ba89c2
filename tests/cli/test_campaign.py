"""`schema` and `new` know the keys of the campaign of their own project."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selebaran.cli.main import commands
from tests.conftest import BASE
from tests.kampanye.test_dbd import DBD


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments, "--root", str(root)])


@pytest.fixture
def dengue(tmp_path: Path) -> Path:
    root = tmp_path / "proyek"
    shutil.copytree(DBD, root)
    return root


def test_an_editor_offers_the_keys_of_the_projects_own_campaign_with_their_meanings(dengue: Path) -> None:
    assert run(dengue, "schema").exit_code == 0
    schedule, district, places = (
        json.loads((dengue / "skema" / f"{name}.json").read_text("utf-8"))["properties"]
        for name in ("jadwal", "daerah", "layanan")
    )
    kind = schedule["kegiatan"]["items"]["properties"]["jenis"]
    assert kind["enum"] == ["pengasapan", "kerja_bakti", "penyuluhan"]
    assert kind["enumDescriptions"] == ["Pengasapan", "Kerja bakti", "Penyuluhan"]
    assert list(district["kontak"]["properties"]) == ["dinkes", "posko_dbd"]
    assert district["kontak"]["properties"]["posko_dbd"]["title"] == "Posko DBD"
    assert district["kontak"]["additionalProperties"] is False
    assert places["layanan"]["items"]["properties"]["jenis"]["enum"] == ["puskesmas", "rumah_sakit"]


def test_a_new_district_is_asked_for_the_contacts_of_its_campaign(dengue: Path) -> None:
    shutil.rmtree(dengue / "districts" / "kota-bahari")
    assert run(dengue, "new", "kota-bahari").exit_code == 0
    text = (dengue / "districts" / "kota-bahari" / "daerah.yml").read_text("utf-8")
    assert "#   ## Posko DBD.\n#   posko_dbd:\n" in text
    assert "bpjs" not in text
    schedule = (dengue / "districts" / "kota-bahari" / "jadwal.yml").read_text("utf-8")
    assert "jenis: pengasapan\n" in schedule


@pytest.mark.parametrize("command", [("schema",), ("new", "kab-uji")])
def test_a_campaign_with_a_fault_is_told_and_nothing_is_made(command: tuple[str, ...], tmp_path: Path) -> None:
    root = tmp_path / "proyek"
    shutil.copytree(BASE, root)
    shutil.rmtree(root / "districts" / "kab-uji")
    (root / "content" / "kampanye.yml").write_text("nama: Uji\n", "utf-8")
    done = run(root, *command)
    assert done.exit_code == 1
    assert "content/kampanye.yml:1:1: error[kunci-hilang]: 'situs' wajib ada" in done.stderr
    assert not (root / "skema").exists()
    assert not (root / "districts" / "kab-uji").exists()
