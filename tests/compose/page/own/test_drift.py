"""An override whose shared original has changed since: the shared text shows until somebody has decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.page.own.kit import PROVINCE, SLUG, faults, override, pages, run, told

FILE = f"districts/{SLUG}/timpaan/daftar/syarat"


def change(root: Path, old: str, new: str) -> None:
    path = root / "content" / "daftar.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_base_theirs_and_new_are_named_and_the_shared_text_shows(root: Path) -> None:
    override(root, "daftar#syarat", "KTP dan surat dari desa.")
    assert faults(root) == []
    change(root, "KTP dan Kartu Keluarga.", "KTP, Kartu Keluarga, dan HP.")
    assert told(root) == [
        f"{FILE}.md: peringatan[timpaan-usang]: naskah bersama 'daftar#syarat' berubah sesudah ditimpa; "
        "yang tampil kini naskah bersama. Dulu: KTP dan Kartu Keluarga. Kini: KTP, Kartu Keluarga, dan HP.\n"
        "  saran: putuskan: hapus timpaan ini, atau sesuaikan isinya (KTP dan surat dari desa.) lalu: "
        "selebaran override SLUG daftar#syarat --terima"
    ]
    page = pages(root)["daftar"]
    assert "KTP, Kartu Keluarga, dan HP." in page.html
    assert "surat dari desa" not in page.html
    assert page.overridden == {}


def test_accepting_the_new_text_heals(root: Path) -> None:
    path = override(root, "daftar#syarat", "KTP dan surat dari desa.")
    change(root, "KTP dan Kartu Keluarga.", "KTP saja.")
    before = path.read_text("utf-8")
    done = run(root, "override", SLUG, "daftar#syarat")
    assert done.exit_code != 0
    assert "--terima" in done.stderr
    assert faults(root) != []
    assert run(root, "override", SLUG, "daftar#syarat", "--terima").exit_code == 0
    assert path.read_text("utf-8") == before
    assert "KTP saja." in path.with_name("syarat.dasar.md").read_text("utf-8")
    assert faults(root) == []
    assert "surat dari desa" in pages(root)["daftar"].html


def test_a_lost_copy_is_made_again(root: Path) -> None:
    path = override(root, "daftar#syarat", "KTP.")
    path.with_name("syarat.dasar.md").unlink()
    (fault,) = told(root)
    command = fault.rsplit("selebaran ", 1)[1].replace("SLUG", SLUG).split()
    assert run(root, *command).exit_code == 0
    assert faults(root) == []


def test_nothing_is_accepted_that_is_not_there(root: Path) -> None:
    done = run(root, "override", SLUG, "daftar#syarat", "--terima")
    assert done.exit_code != 0
    assert "belum ada" in done.stderr


def test_what_does_not_change_the_words_is_no_drift(root: Path) -> None:
    override(root, "daftar#syarat", "KTP.")
    change(root, "KTP dan Kartu Keluarga.\n", "KTP  dan Kartu Keluarga.  \n\n\n")
    change(root, "## Biaya {#biaya}", "## Lain {#lain}\n\nTeks.\n\n## Biaya {#biaya}")
    assert faults(root) == []


@pytest.mark.parametrize(("old", "new"), [("judul: Cara", "judul: Jalan"), ("ringkas: Yang", "ringkas: Apa yang")])
def test_title_and_summary_drift_too(old: str, new: str, root: Path) -> None:
    change(root, "blok:\n", "blok:\n  kepala: {boleh_ditimpa: ya}\n")
    override(root, "daftar#kepala", "", head="judul: Daftar di sini\n")
    change(root, old, new)
    assert [p.code for p in faults(root)] == ["timpaan-usang"]
    assert pages(root)["daftar"].meta.title != "Daftar di sini"


def test_a_whole_page_drifts_with_any_of_its_blocks(root: Path) -> None:
    override(root, "ikut", "Semua lain.")
    path = root / "content" / "ikut.md"
    path.write_text(path.read_text("utf-8").replace("Isi kotak.", "Isi kotak baru."), "utf-8")
    (fault,) = told(root)
    assert "Dulu: Isi kotak. Kini: Isi kotak baru." in fault
    assert "Isi kotak baru." in pages(root)["ikut"].html


def test_drift_of_the_province_is_told_to_its_districts(root: Path) -> None:
    override(root, "daftar#syarat", "Kata provinsi.", layer=PROVINCE)
    change(root, "KTP dan Kartu Keluarga.", "KTP saja.")
    for slug in (SLUG, "kab-sehat"):
        assert [p.place.file for p in faults(root, slug)] == [f"districts/{PROVINCE}/timpaan/daftar/syarat.md"]


def test_a_huge_copy_is_compared_at_once(root: Path) -> None:
    override(root, "daftar#syarat", "KTP.", base="a\n" * 30_000)
    (fault,) = told(root)
    assert len(fault) < 1000


def test_check_shows_the_drift_and_the_build_goes_on(root: Path) -> None:
    override(root, "daftar#syarat", "KTP.")
    change(root, "KTP dan Kartu Keluarga.", "KTP saja.")
    done = run(root, "check", SLUG)
    assert "timpaan-usang" in done.stderr + done.stdout
    english = run(root, "check", SLUG, "--lang", "en")
    assert "changed after it was overridden" in english.stderr + english.stdout
