"""`selebaran consent sign`: what the centre compared goes into its list, and counts until any of it changes."""

from __future__ import annotations

import dataclasses
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selebaran.cli.main import main
from selebaran.model.registry import DistrictFolder
from selebaran.read.countersigned import holds, unsigned
from selebaran.read.project import read_project
from tests.conftest import BASE

SLUG = "kab-uji"
UNSIGNED = """\
# Daftar pusat
daerah:
  # yang pertama
  - slug: kab-uji  # Uji
    domain: dinkesuji.example   # dibayar dinas

  - slug: kab-sehat
    domain: dinkessehat.example
portal: portal.example # nanti
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The central list of a project in which nobody has countersigned anything."""
    project = shutil.copytree(BASE, tmp_path / "proyek")
    path = project / "districts" / "_daftar.yml"
    path.write_bytes(UNSIGNED.replace("\n", "\r\n").encode())
    return path


def sign(listed: Path, *arguments: str) -> int:
    try:
        main(["consent", "sign", *arguments, "--root", str(listed.parent.parent)])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def folder(listed: Path) -> DistrictFolder:
    return read_project(listed.parent.parent).districts[SLUG]


def test_the_keeper_sees_all_values_first_and_only_then_signs(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = listed.read_bytes()
    assert sign(listed, SLUG) == 0
    assert sign(listed, SLUG, "--dry-run", "--yes") == 0
    shown = capsys.readouterr().out
    for row in (
        "nama +Kabupaten Uji",
        "domain +dinkesuji.example",
        "persetujuan.bukti +Surat rekaan 1",
        "domain_dahulu +–",
    ):
        assert re.search(rf"^{row}$", shown, re.M), row
    assert "--yes" in shown
    assert listed.read_bytes() == before
    assert sign(listed, SLUG, "--yes") == 0
    assert holds(folder(listed))


def test_the_list_keeps_every_other_letter(listed: Path) -> None:
    assert sign(listed, SLUG, "--yes") == 0
    added = rb"    pengesahan:\r\n      tanggal: .*\r\n      sidik: .*\r\n      rincian: .*\r\n"
    once = listed.read_bytes()
    assert re.sub(added, b"", once) == UNSIGNED.replace("\n", "\r\n").encode()
    own = listed.parent / SLUG / "daerah.yml"
    own.write_text(own.read_text("utf-8").replace("Surat rekaan 1", "Surat rekaan 2"), "utf-8")
    assert sign(listed, SLUG, "--yes") == 0
    assert listed.read_bytes() != once
    assert re.sub(added, b"", listed.read_bytes()) == UNSIGNED.replace("\n", "\r\n").encode()


def test_what_changed_since_the_last_signature_is_marked(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(listed, SLUG, "--yes") == 0
    own = listed.parent / SLUG / "daerah.yml"
    own.write_text(own.read_text("utf-8").replace("oleh: Pejabat Rekaan", "oleh: Pejabat Lain"), "utf-8")
    capsys.readouterr()
    assert sign(listed, SLUG, "--dry-run") == 0
    marked = [line for line in capsys.readouterr().out.splitlines() if "berubah sejak" in line]
    assert [line.split()[0] for line in marked] == ["persetujuan.oleh"]


def test_who_has_not_agreed_has_nothing_to_sign(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = listed.parent / SLUG / "daerah.yml"
    own.write_text(re.sub("^persetujuan:.*\n", "", own.read_text("utf-8"), flags=re.M), "utf-8")
    before = listed.read_bytes()
    assert sign(listed, SLUG, "--yes") == 1
    assert "terbit-tanpa-persetujuan" in capsys.readouterr().err
    assert sign(listed, "kab-ujii", "--yes") == 2
    assert listed.read_bytes() == before


def test_an_entry_in_braces_is_signed_within_them(listed: Path) -> None:
    listed.write_text("daerah:\n  - {slug: kab-uji, domain: dinkesuji.example}  # lama\n", "utf-8")
    assert sign(listed, SLUG, "--yes") == 0
    head, line = listed.read_text("utf-8").splitlines()
    assert head == "daerah:"
    assert line.startswith("  - {slug: kab-uji, domain: dinkesuji.example, pengesahan: {tanggal: ")
    assert line.endswith("}}  # lama")


def test_an_entry_with_a_remark_in_its_brackets_is_told_and_stays(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "daerah:\n  - slug: kab-uji\n    domain: dinkesuji.example\n    pengesahan: [  # nanti\n      ]\n"
    listed.write_text(text, "utf-8")
    assert sign(listed, SLUG, "--yes") == 1
    assert listed.read_text("utf-8") == text


@pytest.fixture(scope="module")
def signed() -> DistrictFolder:
    return read_project(BASE).districts[SLUG]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"name": "Kabupaten Serang"}, "nama"),
        ({"code": "36.04"}, "kode_kemendagri"),
        ({"domain": "lain.example"}, "domain"),
        ({"by": "Orang Lain"}, "persetujuan.oleh"),
        ({"position": "Camat"}, "persetujuan.jabatan"),
        ({"on": date(2026, 11, 2)}, "persetujuan.tanggal"),
        ({"evidence": "Surat lain"}, "persetujuan.bukti"),
        ({"former_domains": ("lama.example",)}, "domain_dahulu"),
        ({"slug": "kab-lain"}, "slug"),
    ],
)
def test_a_change_of_anything_signed_ends_the_signature(
    changed: dict[str, Any], key: str, signed: DistrictFolder
) -> None:
    assert signed.listed is not None
    assert signed.district.consent is not None
    assert unsigned(signed, published=True) == ()
    consent = signed.district.consent.model_copy(update=changed)
    own = signed.district.model_copy(update={**changed, "consent": consent})
    listed = signed.listed.model_copy(update=changed)
    (told,) = unsigned(dataclasses.replace(signed, district=own, listed=listed), published=True)
    assert told.is_error
    assert (told.code, dict(told.values)["kunci"]) == ("terbit-pengesahan-usang", key)
    (told,) = unsigned(dataclasses.replace(signed, district=own, listed=listed), published=False)
    assert not told.is_error


def test_a_preview_says_nothing_before_somebody_has_agreed(signed: DistrictFolder) -> None:
    assert signed.listed is not None
    listed = signed.listed.model_copy(update={"countersigned": None})
    nobody = signed.district.model_copy(update={"consent": None})
    assert unsigned(dataclasses.replace(signed, district=nobody, listed=listed), published=False) == ()
    (told,) = unsigned(dataclasses.replace(signed, listed=listed), published=False)
    assert (told.code, told.is_error, told.place.file) == ("terbit-belum-disahkan", False, "districts/_daftar.yml")
