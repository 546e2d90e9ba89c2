"""Where a fact's value was typed, as it is now and as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.check.typed import MOST, TypedAt, TypedValues
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.check.kit import page, write
from tests.compose.page.own.kit import SLUG, own_page, project_at

HISTORY = """\
    keyakinan: A
    riwayat:
      - {tanggal: 2026-10-01, oleh: Tim, sumber: Surat, semula: {iuran_kelas_3: "25500"}}
      - {tanggal: 2026-10-20, oleh: Tim, sumber: Surat, semula: {iuran_kelas_3: "kira-kira", lain: "9000"}}
      - {tanggal: 2026-11-01, oleh: Tim, sumber: Surat, semula: {iuran_kelas_3: "35000"}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = project_at(tmp_path)
    before, fact, rest = (folder / "content" / "fakta.yml").read_text("utf-8").partition("  - id: IUR-01\n")
    write(folder, "content/fakta.yml", before + fact + rest.replace("    keyakinan: A\n", HISTORY, 1))
    return folder


def values(root: Path, name: str = "IUR-01") -> tuple[TypedValues, Registry]:
    registry = read_project(root)
    assert registry.shared_problems == ()
    fact = registry.facts.find(name)
    assert fact is not None
    return TypedValues(fact, name, registry), registry


def told(found: tuple[TypedAt, ...]) -> list[tuple[str, str, bool]]:
    return [(str(one.place), one.text, one.is_former) for one in found]


@pytest.mark.parametrize("name", ["IUR-01", "iuran_kelas_3"])
def test_the_value_of_today_and_that_of_before_are_found_in_the_order_of_their_places(name: str, root: Path) -> None:
    page(root, "coba", "Dulu Rp25.500.\n\n- Kini Rp35.000, bukan Rp25.500; bukan Rp9.000.")
    assert told(values(root, name)[0].shared()) == [
        ("content/coba.md:5:6", "Rp25.500", True),
        ("content/coba.md:7:8", "Rp35.000", False),
        ("content/coba.md:7:24", "Rp25.500", True),
    ]


def test_a_number_in_a_link_is_found_and_one_that_follows_the_register_is_not(root: Path) -> None:
    page(root, "coba", "[Telepon](tel:165), {{ fakta.care_center }}, Rp35.000, telepon 165.")
    assert told(values(root, "TEL-01")[0].shared()) == [
        ("content/coba.md:5:11", "tel:165", False),
        ("content/coba.md:5:64", "165", False),
    ]


def test_what_a_district_wrote_is_asked_apart_and_only_so_much_is_told(root: Path) -> None:
    own_page(root, "posko", "Rp35.000\n\n" * (MOST + 1))
    found, registry = values(root)
    own = found.of(registry.districts[SLUG])
    assert found.shared() == ()
    assert len(own) == MOST
    assert own[0] == TypedAt(Place(f"districts/{SLUG}/halaman/posko.md", 6, 1), "Rp35.000", False)
