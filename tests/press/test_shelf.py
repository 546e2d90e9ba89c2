"""A sheet that would be the same is taken from the site in which it lies; one that would not is printed."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from selebaran.compose.edition import Composer
from selebaran.model.artifact import PrintFile
from selebaran.model.edition import Edition
from selebaran.model.fitting import Elastic, Filled
from selebaran.model.piece import ComposedPiece, CoverArea
from selebaran.model.problem import Place, ProblemsFound, problem
from selebaran.model.registry import Registry
from selebaran.model.usage import Usage
from selebaran.press.build import print_edition
from selebaran.press.job import PieceJob
from selebaran.press.layout import Press, Printed
from selebaran.press.shelf import PASSED_OVER, KeptPiece, Shelf, made_of, print_with
from selebaran.read.project import read_project
from tests.conftest import BASE, DAY, ROOT
from tests.publish.little import SECOND

PIECE = ComposedPiece(
    name="kecil",
    profile="kantor",
    title="Kecil",
    width_mm=105,
    height_mm=148,
    sheets=1,
    panels=("muka",),
    cover=CoverArea(0, 0, 105),
    html="<p>Isi</p>",
    stylesheets=("p { color: black }",),
    assets={"asset:a.svg": b"<svg/>"},
    usage=Usage(),
    place=Place("printables/kecil/piece.html"),
    qr_url="https://dinkes.example/e/x/",
    may_be_empty=frozenset(("muka", "dalam", "belakang", "kiri", "kanan")),
)
OTHERS = {
    "name": "lain",
    "profile": "hemat",
    "title": "Lain",
    "width_mm": 106,
    "height_mm": 149,
    "sheets": 2,
    "panels": ("belakang",),
    "cover": CoverArea(0, 1, 105),
    "html": "<p>isi</p>",
    "stylesheets": ("p { color: blacK }",),
    "assets": {"asset:a.svg": b"<svg />"},
    "place": Place("printables/lain/piece.html"),
    "qr_url": None,
    "imposition": "buku",
    "derived": (("a4", "f4"),),
    "elastic": Elastic(kept=("119",)),
    "may_be_empty": frozenset(("muka",)),
    "paper": "f4",
    "folds_mm": ((52.5,),),
    "slug_line": "kecil",
    "order": object(),
    "flows": True,
    "page_head": "Dinas",
    "style": "a4",
}


def key(piece: ComposedPiece, district: str = "Kabupaten Uji", *more: bytes) -> str:
    return made_of(PieceJob((piece,), district), *more)


def test_every_field_of_a_piece_is_part_of_its_key_but_what_it_used() -> None:
    assert {field.name for field in fields(ComposedPiece)} == OTHERS.keys() | PASSED_OVER
    keys = [key(replace(PIECE, **{name: value})) for name, value in OTHERS.items()]  # type: ignore[arg-type]
    keys += [key(PIECE), key(PIECE, "Kabupaten Lain"), key(PIECE, "Kabupaten Uji", b"lain")]
    assert len(set(keys)) == len(OTHERS) + 3
    assert key(replace(PIECE, usage=Usage(facts=frozenset(("TEL-01",))))) == key(PIECE)
    moved = Elastic(filled=(Filled("nama", "Uji", Place("districts/kab-uji/daerah.yml", 7)),))
    assert key(replace(PIECE, elastic=moved)) == key(PIECE)


def test_its_key_is_the_same_in_every_process() -> None:
    code = (
        "import pickle, sys; from selebaran.press.shelf import made_of; print(made_of(pickle.load(sys.stdin.buffer)))"
    )
    seeded, job = os.environ | {"PYTHONHASHSEED": "7"}, pickle.dumps(PieceJob((PIECE,), ""))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=seeded, input=job, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == key(PIECE, "")


@pytest.fixture(scope="module")
def own() -> Registry:
    """A small project that may be published."""
    return read_project(BASE)


@pytest.fixture(scope="module")
def edition(own: Registry) -> Edition:
    return Composer(own).compose(SECOND, as_of=DAY, profiles=("layar",))


@pytest.fixture(scope="module")
def printed(edition: Edition, press: Press) -> tuple[tuple[PrintFile, ...], tuple[KeptPiece, ...]]:
    made, kept, number = print_with(press, edition, Shelf("program", Path("tiada"), {}))
    assert (list(made.files), list(made.downloads), list(made.problems)) == tuple(print_edition(press, edition))
    assert number == 1
    return made.files, kept


@pytest.fixture
def shelf(printed: tuple[tuple[PrintFile, ...], tuple[KeptPiece, ...]], tmp_path: Path) -> Shelf:
    """What was printed, in its site."""
    files, kept = printed
    for file in files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    return Shelf("program", tmp_path, {piece.name: piece for piece in kept})


class Asked(Press):
    """A press that prints nothing, and knows what it was asked for."""

    def __init__(self) -> None:
        super().__init__(ROOT / ".cache")
        self.asked: list[str] = []

    def print(self, piece: ComposedPiece, *, whole: bool = False) -> Printed:
        self.asked.append(piece.name)
        raise ProblemsFound((problem("huruf-hilang", piece.place),))


def test_what_would_be_the_same_is_not_printed_again(
    shelf: Shelf, edition: Edition, printed: tuple[tuple[PrintFile, ...], tuple[KeptPiece, ...]]
) -> None:
    press = Asked()
    made, kept, _ = print_with(press, edition, shelf)
    assert (made.files, kept) == printed
    assert press.asked == []


def damage(shelf: Shelf) -> Shelf:
    path = next(path for path, _ in shelf.pieces["kecil"].files if path.endswith(".pdf"))
    (shelf.root / path).write_bytes((shelf.root / path).read_bytes()[:-1])
    return shelf


def take_away(shelf: Shelf) -> Shelf:
    (shelf.root / shelf.pieces["kecil"].files[0][0]).unlink()
    return shelf


@pytest.mark.parametrize("change", [damage, take_away, lambda shelf: replace(shelf, program="lain")])
def test_what_is_damaged_lost_or_of_another_program_is_printed(
    change: Callable[[Shelf], Shelf], shelf: Shelf, edition: Edition
) -> None:
    press = Asked()
    _, kept, _ = print_with(press, edition, change(shelf))
    assert set(press.asked) == {"kecil"}
    assert kept == ()


@pytest.mark.parametrize("published", [False, True])
def test_on_a_day_on_which_nothing_of_a_sheet_changes_it_is_the_same(published: bool, own: Registry) -> None:
    def made(day: date, registry: Registry) -> Edition:
        return Composer(registry).compose(SECOND, as_of=day, profiles=("layar",), published=published)

    def keys(edition: Edition) -> dict[str, str]:
        return {one.name: made_of(PieceJob(one.made, "")) for one in edition.outcomes if one.made}

    today = made(DAY, own)
    folder = replace(own.districts[SECOND], ledger=today.new)
    known = replace(own, districts={**own.districts, SECOND: folder})
    assert bool(today.new) == published
    assert keys(made(DAY + timedelta(1), known)) == keys(today) != {}
