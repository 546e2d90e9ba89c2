"""A file that is read again and again is read once, as long as its bytes are the same."""

from __future__ import annotations

from selebaran.read.strict_yaml import read_yaml, remembering


def test_within_the_same_bytes_are_read_once_and_others_anew() -> None:
    with remembering():
        first, _ = read_yaml(b"nama: A\n", "a.yml")
        assert read_yaml(b"nama: A\n", "a.yml")[0] is first
        assert read_yaml(b"nama: A\n", "b.yml")[0] is not first
        again, _ = read_yaml(b"nama: B\n", "a.yml")
        assert again is not None and again.data == {"nama": "B"}
    assert read_yaml(b"nama: A\n", "a.yml")[0] is not first


def test_who_adds_to_the_faults_of_a_file_adds_to_his_own_list() -> None:
    with remembering():
        _, faults = read_yaml(b"nama: [\n", "a.yml")
        count = len(faults)
        faults.clear()
        assert len(read_yaml(b"nama: [\n", "a.yml")[1]) == count > 0
