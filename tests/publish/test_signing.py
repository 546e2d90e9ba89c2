"""A signature of a release holds for its bytes and its key alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from selebaran.publish.layout import provenance_of, signature_of
from selebaran.publish.provenance import Witness
from selebaran.publish.releases import current
from selebaran.publish.signing import KeyUnreadable, make_key, private_key, public_key, sign, state_of
from selebaran.publish.verify import damage_in
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY
from tests.publish.small import HOST, publish


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output with one release, which says what it was made from."""
    publish(tmp_path, {"index.html": "satu"})
    Witness(BASE, tmp_path, read_project(BASE), published=True).of_others(DAY)
    return tmp_path


def state(out: Path, key: Ed25519PrivateKey | None = None) -> str:
    return state_of(out, HOST, current(out, HOST) or "", key.public_key() if key else None)[0]


def test_what_was_signed_is_good_for_its_key_and_for_no_other(out: Path) -> None:
    key, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    assert state(out, key) == "tanpa-tanda"
    assert sign(out, HOST, key) == current(out, HOST)
    assert (state(out, key), state(out), state(out, other)) == ("sah", "sah", "kunci-lain")
    assert damage_in(out) == ()


def test_one_changed_letter_ends_a_signature(out: Path) -> None:
    key = Ed25519PrivateKey.generate()
    release = sign(out, HOST, key) or ""
    path = provenance_of(out, HOST, release)
    path.write_bytes(path.read_bytes().replace(b'"hari":"2026', b'"hari":"2025'))
    assert state(out, key) == "rusak"


def test_a_list_that_names_another_release_is_not_signed_and_its_files_are_told(out: Path) -> None:
    release = current(out, HOST) or ""
    path = provenance_of(out, HOST, release)
    path.write_bytes(path.read_bytes().replace(release.encode(), b"0" * 16).replace(b'"ukuran":4', b'"ukuran":5'))
    assert sign(out, HOST, Ed25519PrivateKey.generate()) is None
    assert [(one.kind, one.path) for one in damage_in(out)] == [("berubah", path)]


def test_a_signature_goes_with_its_release(out: Path) -> None:
    release = sign(out, HOST, Ed25519PrivateKey.generate()) or ""
    for number in range(3):
        publish(out, {"index.html": f"{number}"})
    assert not signature_of(out, HOST, release).exists()


def test_a_new_key_is_for_its_owner_alone_and_writes_over_none(tmp_path: Path) -> None:
    public = make_key(tmp_path / "kunci")
    assert stat.S_IMODE((tmp_path / "kunci").stat().st_mode) == 0o600
    assert private_key(tmp_path / "kunci").public_key() == public_key(public)
    with pytest.raises(FileExistsError):
        make_key(tmp_path / "kunci")


def test_what_is_no_such_key_is_told(tmp_path: Path) -> None:
    public = make_key(tmp_path / "kunci")
    (tmp_path / "surat").write_text("bukan kunci", "utf-8")
    for path in (public, tmp_path / "surat"):
        with pytest.raises(KeyUnreadable):
            private_key(path)
    with pytest.raises(KeyUnreadable):
        public_key(tmp_path / "kunci")


def test_no_key_is_written_over_the_public_one_neither(tmp_path: Path) -> None:
    (tmp_path / "kunci.pub").write_text("milik orang lain", "utf-8")
    with pytest.raises(FileExistsError):
        make_key(tmp_path / "kunci")
    assert [path.name for path in tmp_path.iterdir()] == ["kunci.pub"]
    assert (tmp_path / "kunci.pub").read_text("utf-8") == "milik orang lain"
