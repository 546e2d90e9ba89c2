"""CODEOWNERS: the central list says whose each folder is, and nobody else does."""

from __future__ import annotations

from selebaran.model.district import CentralList
from selebaran.read.districts import read_list
from selebaran.read.owners import FILE, code_owners
from tests.conftest import ROOT


def rules(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_a_folder_is_its_districts_and_the_keepers_own_the_rest() -> None:
    listed = [{"slug": "kab-uji", "akun": ("dinkes-uji", "@pusat")}, {"slug": "kab-sehat"}]
    text = code_owners(CentralList.model_validate({"penjaga": ("pusat", "wakil"), "daerah": listed}))
    assert rules(text) == ["* @pusat @wakil", "/districts/kab-uji/ @dinkes-uji @pusat @wakil"]


def test_the_file_of_the_repository_says_what_the_list_says() -> None:
    central, _, faults = read_list(ROOT / "districts", "districts")
    assert faults == []
    assert (ROOT / FILE).read_text("utf-8") == code_owners(central)
