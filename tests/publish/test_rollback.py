"""An older release becomes current again at once, if it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from selebaran.publish.layout import site_of, tree_of
from selebaran.publish.releases import current, recorded
from selebaran.publish.rollback import IsDamaged, IsPreview, NoSuchRelease, roll_back
from tests.publish.small import HOST, files_of, publish


@pytest.fixture
def made(tmp_path: Path) -> list[str]:
    return [publish(tmp_path, {"index.html": f"nomor {number}"}) for number in range(3)]


def test_without_a_name_it_is_the_one_before(tmp_path: Path, made: list[str]) -> None:
    roll_back(tmp_path, HOST, None)
    assert files_of(site_of(tmp_path, HOST)) == {"index.html": "nomor 1"}
    assert [one.name for one in recorded(tmp_path, HOST) or ()] == [made[0], made[2], made[1]]
    roll_back(tmp_path, HOST, None)
    assert current(tmp_path, HOST) == made[2]


def test_by_its_first_letters_any_that_is_kept(tmp_path: Path, made: list[str]) -> None:
    assert roll_back(tmp_path, HOST, made[0][:8]).name == made[0]
    assert files_of(site_of(tmp_path, HOST)) == {"index.html": "nomor 0"}


@pytest.mark.parametrize("wanted", ["0000", "../..", "x"])
def test_one_that_is_not_there_changes_nothing(wanted: str, tmp_path: Path, made: list[str]) -> None:
    with pytest.raises(NoSuchRelease):
        roll_back(tmp_path, HOST, wanted)
    assert current(tmp_path, HOST) == made[2]


def test_one_that_is_damaged_is_not_shown(tmp_path: Path, made: list[str]) -> None:
    (tree_of(tmp_path, HOST, made[1]) / "index.html").unlink()
    with pytest.raises(IsDamaged):
        roll_back(tmp_path, HOST, None)
    assert current(tmp_path, HOST) == made[2]


def test_a_publication_goes_back_to_the_publication_before_not_to_a_preview(tmp_path: Path) -> None:
    first = publish(tmp_path, {"index.html": "terbit"})
    publish(tmp_path, {"index.html": "pratinjau"}, published=False)
    publish(tmp_path, {"index.html": "terbit lagi"})
    assert roll_back(tmp_path, HOST, None).name == first


def test_a_preview_takes_no_publications_place_not_even_when_it_is_named(tmp_path: Path) -> None:
    first = publish(tmp_path, {"index.html": "pratinjau"}, published=False)
    published = publish(tmp_path, {"index.html": "terbit"})
    with pytest.raises(NoSuchRelease):
        roll_back(tmp_path, HOST, None)
    with pytest.raises(IsPreview):
        roll_back(tmp_path, HOST, first)
    assert current(tmp_path, HOST) == published
