"""The sheets of the demonstration district look as they did when their pictures were stored.

Here is one profile of each piece; tests/full has all. `make golden` stores them anew, when a change was meant.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.layout import Press
from selebaran.read.project import read_project
from tests.conftest import DAY, DEMO, ROOT
from tests.golden import MOST, STORED, draw_difference, picture, store, stored, unlikeness
from tests.press.kit import everything

SAMPLED: Profile = "kantor"
SHEETS = [(piece.name, profile) for piece in read_project(ROOT).pieces for profile in piece.spec.profiles]
Pieces = dict[tuple[str, str], ComposedPiece]


@pytest.fixture(scope="module")
def sampled(composer: Composer, registry: Registry) -> Pieces:
    return all_pieces(composer, registry, SAMPLED)


def all_pieces(composer: Composer, registry: Registry, *profiles: Profile) -> Pieces:
    edition = composer.compose(DEMO, as_of=DAY, profiles=profiles, asked=everything(registry, *profiles))
    return {(piece.name, piece.profile): piece for piece in edition.pieces}


def looks_as_stored(piece: ComposedPiece, press: Press, *, update: bool) -> None:
    """Hold a sheet against its stored picture, or store it anew."""
    name = f"{piece.name}-{piece.profile}"
    before, now = stored(name), picture(press.print(piece).pdf)
    if update:
        store(name, now)
        return
    share = unlikeness(before, now) if before else 1
    if share > MOST:
        path = draw_difference(name, before, now)
        what = f"{share:.1%} of {name} looks otherwise" if before else f"no picture of {name} is stored"
        pytest.fail(f"{what}; look at {path}; if it was meant: make golden", pytrace=False)


@pytest.mark.parametrize("name", [name for name, profile in SHEETS if profile == SAMPLED])
def test_a_sheet_looks_as_it_did(sampled: Pieces, kept_press: Press, name: str, pytestconfig: pytest.Config) -> None:
    looks_as_stored(sampled[name, SAMPLED], kept_press, update=pytestconfig.getoption("--update-golden"))


@pytest.fixture
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Pictures of differences lie elsewhere, so that nobody looks at those that are meant."""
    monkeypatch.setattr("tests.golden.DIFFERENCES", tmp_path)
    yield tmp_path


@pytest.mark.parametrize(
    "slip",
    [
        "h1 { visibility: hidden }",
        ".panel { font-size: 13pt }",
        "h1, h2 { letter-spacing: .08em }",
        ".adegan { transform: translateX(6mm) }",
        ".panel { padding-top: 24mm }",
        ":root { --text: #888 }",
    ],
)
def test_a_slip_in_the_stylesheet_is_seen_and_drawn(sampled: Pieces, kept_press: Press, aside: Path, slip: str) -> None:
    piece = sampled["leaflet-daftar", SAMPLED]
    sound = picture(kept_press.print(piece).pdf)
    now = picture(kept_press.print(dataclasses.replace(piece, stylesheets=(*piece.stylesheets, slip))).pdf)
    assert unlikeness(sound, sound) == 0
    assert unlikeness(sound, now) > 2 * MOST
    assert draw_difference("uji", sound, now).parent == aside


def test_a_sheet_without_a_stored_picture_is_told(sampled: Pieces, kept_press: Press, aside: Path) -> None:
    piece = dataclasses.replace(sampled["leaflet-daftar", SAMPLED], name="lembar-baru")
    with pytest.raises(
        pytest.fail.Exception, match=r"no picture of lembar-baru-kantor .*lembar-baru-kantor\.png; .*make golden"
    ):
        looks_as_stored(piece, kept_press, update=False)
    assert (aside / "lembar-baru-kantor.png").is_file()


def test_the_stored_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in STORED.glob("*.png")) < 3_500_000
