"""Every sheet for the photocopier, after three copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.edition import Edition
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


@pytest.mark.parametrize("slug", [DEMO, LONGEST])
@pytest.mark.parametrize("name", PIECES)
def test_a_sheet_survives_three_copies(
    name: str, slug: str, edition_of: Callable[[str], Edition], press: Press
) -> None:
    edition = edition_of(slug)
    edition = replace(edition, outcomes=tuple(one for one in edition.outcomes if one.name == name))
    piece = next(piece for piece in edition.pieces if piece.name == name)
    artifacts, downloads, _ = print_edition(press, edition)
    made = {artifact.path: artifact.content for artifact in artifacts}
    for download in downloads:
        if download.piece == name and download.derivation in (None, "a4"):
            survives(piece, made[download.path])
