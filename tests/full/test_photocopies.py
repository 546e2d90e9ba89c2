"""Every sheet for the photocopier, after three copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
from selebaran.model.piece import ComposedPiece
from selebaran.model.registry import Registry
from selebaran.press.build import print_edition
from selebaran.press.layout import Press
from selebaran.read.project import read_project
from tests.conftest import DAY, DEMO, LONGEST, ROOT
from tests.press.kit import everything
from tests.press.test_photocopy import survives

PIECES = [piece.name for piece in read_project(ROOT).pieces if "hemat" in piece.spec.profiles]


@pytest.fixture(scope="module")
def edition_of(composer: Composer, registry: Registry) -> Callable[[str], Edition]:
    """A district's edition with all its sheets for the photocopier, composed once."""
    asked = everything(registry, "hemat")
    return cache(lambda slug: composer.compose(slug, as_of=DAY, profiles=("hemat",), asked=asked))


@pytest.mark.parametrize("name", PIECES)
def test_a_sheet_survives_three_copies(name: str, edition_of: Callable[[str], Edition], press: Press) -> None:
    """That of the longest names is copied too where its letters are smaller; else it says as much at the same size."""
    usual, longest = (sheet(edition_of(slug), name) for slug in (DEMO, LONGEST))
    copy(usual, press)
    if press.print(piece_of(longest)).scale < press.print(piece_of(usual)).scale:
        copy(longest, press)


def sheet(edition: Edition, name: str) -> Edition:
    """An edition of one piece."""
    return replace(edition, outcomes=tuple(one for one in edition.outcomes if one.name == name))


def piece_of(edition: Edition) -> ComposedPiece:
    """The piece of such an edition."""
    return next(iter(edition.pieces))


def copy(edition: Edition, press: Press) -> None:
    """Make its files, and copies of those that are copied."""
    piece = piece_of(edition)
    artifacts, downloads, _ = print_edition(press, edition)
    made = {artifact.path: artifact.content for artifact in artifacts}
    copied = [download for download in downloads if download.derivation in (None, "a4")]
    assert copied
    for download in copied:
        survives(piece, made[download.path])
