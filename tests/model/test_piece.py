"""What a print piece's description gives: the files that it is made into, the words that its panels take."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from selebaran.model.panel import PartSpec, SheetSpec
from selebaran.model.piece import PieceSpec, print_path, thumbnail_path

SHEET = {
    "sisi": "luar",
    "panel": [
        {"nama": "isi", "x": "0", "lebar": "90", "isi": ["daftar#syarat", {"dari": "daftar#biaya", "judul": "biaya"}]},
        {"nama": "sampul", "x": "90", "lebar": "90", "isi": ["@judul"], "kaki": ["beranda#mendaftar"]},
    ],
}


def piece(**more: Any) -> PieceSpec:
    return PieceSpec.model_validate(
        {
            "kode": "p1",
            "judul": "Poster",
            "keterangan": "Untuk dinding.",
            "format": "A3",
            "lipatan": "tanpa",
            "lebar": "297",
            "tinggi": "420",
            "alamat": "daftar",
            "sampul": {"lembar": "1", "panel": "isi"},
            "petunjuk": {"kertas": "A3", "cetak": ["Cetak 100 %."]},
            "lembar": [SHEET],
            "profil": ["layar"],
            **more,
        }
    )


def test_copies_for_a4_are_made_of_what_an_office_prints_itself() -> None:
    assert piece(profil=["layar", "kantor", "hemat", "percetakan"], turunan=["a4", "dua"]).forms() == (
        ("layar", None),
        *(("kantor", None), ("kantor", "a4"), ("kantor", "dua")),
        *(("hemat", None), ("hemat", "a4"), ("hemat", "dua")),
        ("percetakan", None),
    )


def test_an_enlarged_poster_is_tiled_and_nothing_else() -> None:
    assert piece(profil=["besar"], turunan=["a4", "ubin", "dua"]).forms() == (("besar", None), ("besar", "ubin"))


def test_a_piece_without_derived_forms_has_a_file_for_each_profile() -> None:
    assert piece(profil=["kantor", "besar"]).forms() == (("kantor", None), ("besar", None))


def test_what_an_office_prints_itself_follows_its_paper_and_nothing_else_does() -> None:
    poster = piece(profil=["layar", "kantor", "besar"], turunan=["a4"])
    assert poster.files(("f4",)) == (
        *(("layar", None, "a4"), ("kantor", None, "a4"), ("kantor", "a4", "f4")),
        ("besar", None, "a4"),
    )
    leaflet = piece(profil=["layar", "kantor"], format="A4", lebar="210", tinggi="297")
    assert leaflet.files(("a4", "f4")) == (("layar", None, "a4"), ("kantor", None, "a4"), ("kantor", None, "f4"))


def test_panels_without_a_known_fold_keep_their_share_of_a_wider_sheet() -> None:
    leaflet = piece(format="A4", lebar="210", tinggi="297").on("f4")
    assert (leaflet.width_mm, leaflet.height_mm) == (215, 330)
    assert [(p.x_mm, p.width_mm) for p in leaflet.sheets[0].panels] == [(0, 92.14), (92.14, 92.14)]


def test_text_may_grow_further_on_f4_and_only_where_the_piece_says_so() -> None:
    growing = {"paling_kecil": "0.9", "paling_besar_f4": "1.12", "huruf": "12", "panel": ["a"]}
    firm = {"paling_kecil": "0.9", "paling_besar": "1.05", "huruf": "12", "panel": ["b"]}
    leaflet = piece(format="A4", lebar="210", tinggi="297", pas=[growing, firm])
    assert [fit.largest for fit in leaflet.fits] == [1, 1.05]
    assert [fit.largest for fit in leaflet.on("f4").fits] == [1.12, 1.05]


def test_a_leaflet_on_f4_is_folded_where_f4_folds() -> None:
    panels = [{"nama": name, "x": x, "lebar": w} for name, x, w in (("a", 197, 100), ("b", 0, 97), ("c", 97, 100))]
    leaflet = piece(
        format="A4 mendatar",
        lipatan="lipat-tiga",
        lebar="297",
        tinggi="210",
        lembar=[{"sisi": "luar", "panel": panels}],
    )
    assert [(p.x_mm, p.width_mm) for p in leaflet.on("f4").sheets[0].panels] == [(219, 111), (0, 108), (108, 111)]


def test_the_words_of_all_panels_and_their_feet_are_named() -> None:
    assert piece().part_names == ("daftar#syarat", "daftar#biaya", "biaya", "beranda#mendaftar")


def test_a_part_may_be_a_name_alone() -> None:
    parts = SheetSpec.model_validate(SHEET).panels
    assert [(part.source, part.own) for part in (parts[0].parts[0], parts[1].parts[0])] == [
        ("daftar#syarat", None),
        (None, "judul"),
    ]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"dari": "daftar#syarat", "bagian_sendiri": "judul"},
        {"dari": "daftar#syarat", "gambar": "garis", "teks": "Garis"},
        {"gambar": "garis"},
        {"dari": "daftar#syarat", "teks": "Garis"},
    ],
)
def test_a_part_is_one_thing_and_a_drawing_has_a_text(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as stopped:
        PartSpec.model_validate(given)
    assert [fault["type"] for fault in stopped.value.errors()] == ["isi-panel-rancu"]


def test_files_of_a_piece_lie_under_its_name() -> None:
    assert print_path("poster", "kantor") == "unduh/poster/poster-kantor.pdf"
    assert print_path("poster", "besar", "ubin") == "unduh/poster/poster-besar-ubin.pdf"
    assert print_path("poster", "kantor", "ubin", "f4") == "unduh/poster/poster-kantor-ubin-f4.pdf"
    assert print_path("poster", "kantor", "a4", "f4") == "unduh/poster/poster-kantor-f4.pdf"
    assert thumbnail_path("poster") == "unduh/poster/poster.png"
