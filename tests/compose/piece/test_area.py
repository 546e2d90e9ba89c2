"""A sheet that somebody asked for can lead to the page of a kecamatan."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from selebaran.compose.edition import NOWHERE, Composer
from selebaran.model.edition import PieceOutcome
from tests.conftest import DAY, SHORT, run_here

PIECE = "surat-keluhan"


def made(composer: Composer, within: Mapping[str, str] = NOWHERE) -> PieceOutcome:
    edition = composer.compose(SHORT, as_of=DAY, profiles=(), asked={PIECE: ("kantor",)}, within=within)
    return next(outcome for outcome in edition.outcomes if outcome.name == PIECE)


def test_its_code_and_its_address_are_those_of_the_kecamatan(composer: Composer) -> None:
    [usual], [here] = made(composer).made, made(composer, {PIECE: "anyar"}).made
    assert usual.qr_url
    assert "/e/i1-3604-" in usual.qr_url
    assert here.qr_url == "https://dinkeskabserang.id/k/anyar/"
    assert "Tempat dan kegiatan di kecamatan Anyar: <b>pindai kodenya.</b>" in here.html
    assert 'href="https://dinkeskabserang.id/k/anyar/"' in here.html
    assert "masih benar" not in here.html


def test_it_is_the_same_edition_in_every_kecamatan(composer: Composer) -> None:
    assert made(composer, {PIECE: "anyar"}).edition == made(composer, {PIECE: "kopo"}).edition == made(composer).edition


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--lembar", PIECE, "--kecamatan", "Anyer"), "tidak ada kecamatan 'Anyer' di kab-serang; maksudnya 'Anyar'?"),
        (("--kecamatan", "Anyar"), "--kecamatan berlaku untuk lembar yang diminta; sebut juga --lembar NAMA"),
    ],
)
def test_a_kecamatan_that_there_isnt_is_told(arguments: tuple[str, ...], said: str) -> None:
    done = run_here(SHORT, *arguments)
    assert (done.returncode, done.stderr.strip()) == (2, said)
