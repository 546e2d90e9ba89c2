"""--icc and --kertas: what a print shop gives, what an office has, and what is said of something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from selebaran.press.inks import ESTIMATE
from tests.conftest import DEMO, run_here


def asked(file: Path, *more: str) -> tuple[int, str]:
    done = run_here(DEMO, "--icc", str(file), *more, "--out", str(file.parent / "dist"))
    return done.returncode, done.stderr


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "mesin.icc"
    file.write_bytes(ESTIMATE.read_bytes())
    return file


def test_a_profile_without_sheets_for_a_print_shop_is_a_mistake(profile: Path) -> None:
    code, said = asked(profile)
    assert code == 2
    assert "tambahkan --profil percetakan" in said


def test_a_file_that_is_no_profile_is_told_with_a_cure(tmp_path: Path) -> None:
    (tmp_path / "foto.icc").write_bytes(b"\xff\xd8\xff\xe0 bukan profil")
    code, said = asked(tmp_path / "foto.icc", "--profil", "percetakan")
    assert code == 2
    assert "foto.icc' bukan profil warna ICC" in said
    assert "saran: minta profil ICC keluaran (output, CMYK)" in said


def test_a_profile_of_a_screen_is_told_as_such(tmp_path: Path) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (tmp_path / "layar.icc").write_bytes(screen)
    code, said = asked(tmp_path / "layar.icc", "--profil", "percetakan")
    assert code == 2
    assert "bukan profil mesin cetak empat warna (RGB" in said


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, said = asked(tmp_path / "tidak-ada.icc", "--profil", "percetakan")
    assert code == 2
    assert "tidak-ada.icc' tidak ada, atau tidak dapat dibaca" in said


def test_another_paper_than_there_is_is_a_mistake() -> None:
    done = run_here(DEMO, "--kertas", "folio")
    assert (done.returncode, done.stderr) == (2, "isi '--kertas' tidak sah; pilih: a4, f4, keduanya\n")
