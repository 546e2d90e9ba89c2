"""What a worker of a cluster does with an order: the same as a child here, and only what is safe leaves it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from selebaran.jobs import remote
from selebaran.jobs.children import Death, Readable, Work
from selebaran.jobs.confine import Limits
from selebaran.jobs.parcels import Incomplete, Unsound, unpacked
from selebaran.jobs.remote import Kept, Order, Parcel, do, program

HELLO = hashlib.sha256(b"halo").hexdigest()


@dataclass(frozen=True)
class Writes:
    """Work that writes two files, one of them what it was given; or does what the job's name says."""

    greeting: str

    def at(self, folder: Path) -> tuple[Work, Readable, Path]:
        def work(name: str, fresh: Path) -> bytes:
            (fresh / "a").mkdir()
            (fresh / "a" / "halo.txt").write_text(self.greeting, "utf-8")
            given = folder / "lama" / "catatan.txt"
            (fresh / "dulu.txt").write_text(given.read_text("utf-8") if given.is_file() else "", "utf-8")
            if name == "nama":
                (fresh / "a" / ".htaccess").touch()
            if name == "mati":
                os.abort()
            return name.encode()

        return work, lambda batch: (folder / "lama",), folder / "kerja"


@pytest.fixture
def kept() -> Iterator[Kept]:
    yield Kept.of(Writes("halo"))
    for warm in remote._WARM.values():
        remote.discard(warm.folder)
    remote._WARM.clear()


def ordered(name: str, **more: object) -> Order:
    return replace(Order(name, program(), Limits()), **more)  # type: ignore[arg-type]


def test_a_job_comes_back_as_its_child_left_it(kept: Kept, tmp_path: Path) -> None:
    parcel = do(kept, ordered("satu", given={"lama/catatan.txt": b"kemarin"}), str(tmp_path))
    assert (parcel.said, parcel.death, parcel.flaw) == (b"satu", None, None)
    (tmp_path / "di-sini").mkdir()
    unpacked(parcel, tmp_path / "di-sini", {}, Limits())
    assert (tmp_path / "di-sini" / "a" / "halo.txt").read_text("utf-8") == "halo"
    assert (tmp_path / "di-sini" / "dulu.txt").read_text("utf-8") == "kemarin"


def test_what_was_given_to_one_job_is_not_there_for_the_next_and_the_work_stays_warm(
    kept: Kept, tmp_path: Path
) -> None:
    first = do(kept, ordered("satu", given={"lama/catatan.txt": b"kemarin"}), str(tmp_path))
    second = do(kept, ordered("dua"), str(tmp_path))
    assert (first.warmed, second.warmed) == (True, False)
    assert second.blobs[second.files["dulu.txt"]] == b""


def test_content_that_is_known_stays_where_it_is(kept: Kept, tmp_path: Path) -> None:
    parcel = do(kept, ordered("satu", known=frozenset([HELLO])), str(tmp_path))
    assert parcel.files["a/halo.txt"] == HELLO
    assert HELLO not in parcel.blobs
    (tmp_path / "punya").write_text("halo", "utf-8")
    (tmp_path / "di-sini").mkdir()
    unpacked(parcel, tmp_path / "di-sini", {HELLO: tmp_path / "punya"}, Limits())
    assert (tmp_path / "di-sini" / "a" / "halo.txt").read_text("utf-8") == "halo"


def test_a_name_that_may_not_leave_a_child_is_told_and_nothing_of_it_is_sent(kept: Kept, tmp_path: Path) -> None:
    parcel = do(kept, ordered("nama"), str(tmp_path))
    assert parcel.flaw == ("a/.htaccess", "nama")
    assert not parcel.files


def test_a_child_that_dies_costs_its_job_alone(kept: Kept, tmp_path: Path) -> None:
    assert do(kept, ordered("mati"), str(tmp_path)).death == Death("sinyal", 6)
    assert do(kept, ordered("dua"), str(tmp_path)).said == b"dua"


def test_a_worker_with_another_program_does_nothing(kept: Kept, tmp_path: Path) -> None:
    parcel = do(kept, ordered("satu", program="lain"), str(tmp_path))
    assert parcel.death == Death("hilang", detail="another program")


def test_a_worker_that_has_no_room_says_so(kept: Kept) -> None:
    assert do(kept, ordered("satu"), "/proc/tidak-ada").death is not None


@pytest.mark.parametrize("path", ["../keluar.txt", "/etc/x", "a//b", "a/../b", "", ".htaccess", "a/" * 12 + "b"])
def test_no_name_of_a_worker_leads_out_of_the_folder(path: str, tmp_path: Path) -> None:
    with pytest.raises(Unsound):
        unpacked(Parcel(b"", files={path: HELLO}, blobs={HELLO: b"halo"}), tmp_path, {}, Limits())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("blobs", [{}, {HELLO: b"lain"}])
def test_content_that_is_missing_or_another_is_asked_for_again(blobs: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(Incomplete):
        unpacked(Parcel(b"", files={"halo.txt": HELLO}, blobs=blobs), tmp_path, {}, Limits())


def test_a_worker_sends_no_more_than_a_child_may_write(tmp_path: Path) -> None:
    parcel = Parcel(b"", files={"a.txt": HELLO, "b.txt": HELLO}, blobs={HELLO: b"halo"})
    for limits in (Limits(total_bytes=7), Limits(files=1)):
        with pytest.raises(Unsound):
            unpacked(parcel, tmp_path, {}, limits)
