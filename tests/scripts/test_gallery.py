"""The gallery shows every file of every piece, of districts that the data choose, and the facts about each."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from scripts.gallery import PAGE, chosen_districts, fields, gave_way, page_of, show, smallest_pt
from selebaran.compose.edition import Composer
from selebaran.model.artifact import Download
from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.conftest import DAY, DEMO, LONGEST
from tests.press.kit import small

PIECE = "leaflet-daftar"


def test_six_districts_that_differ_are_chosen_by_the_data(registry: Registry) -> None:
    chosen = chosen_districts(registry)
    assert len(chosen) == 6
    assert list(chosen)[:2] == [DEMO, LONGEST]
    districts = [registry.districts[slug].district for slug in chosen]
    assert any("Papua" in district.province for district in districts)
    assert any(district.domain is None for district in districts)
    assert any(slug.startswith("kota-") for slug in chosen)


@pytest.fixture(scope="module")
def shown(registry: Registry, press: Press, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Registry]:
    """The gallery of one district and one piece, its text, and what it was made of."""
    out = tmp_path_factory.mktemp("galeri")
    card = dataclasses.replace(registry, pieces=tuple(p for p in registry.pieces if p.name == "kartu-darurat"))
    found = show("kab-tanggamus", "uji", Composer(card), press, card, DAY, out)
    (out / PAGE).write_text(page_of((found,), DAY), "utf-8")
    return out, (out / PAGE).read_text("utf-8"), card


def test_every_form_of_a_piece_is_there_with_its_pdf_and_its_picture(shown: tuple[Path, str, Registry]) -> None:
    out, text, card = shown
    [piece] = card.pieces
    names = [f"{piece.name}-{'-'.join(filter(None, form))}" for form in piece.spec.forms()]
    assert len(names) > 5
    for name in names:
        pdf, picture = (f"galeri/kab-tanggamus/{name}.{kind}" for kind in ("pdf", "png"))
        assert f'<a href="{pdf}"><img loading="lazy" src="{picture}"' in text
        assert (out / pdf).read_bytes().startswith(b"%PDF")
        with Image.open(out / picture) as image:
            assert image.height <= 300
    assert text.count("<li data-profil=") == len(names)


def test_size_and_type_are_those_of_the_file(shown: tuple[Path, str, Registry]) -> None:
    _, text, _ = shown
    part = text.split('<li data-profil="kantor"')[1]
    assert "<dd>105 × 148 mm, 2 muka</dd>" in part
    large = text.split('<li data-profil="besar"')[1]
    assert "<dd>148 × 210 mm, 2 muka</dd>" in large


def test_it_says_what_a_district_filled_in_and_what_not(registry: Registry) -> None:
    whole, bare = (fields(registry.districts[slug], registry.campaign.contacts) for slug in (DEMO, "kab-nduga"))
    assert "kontak.dinkes (alamat, telepon, wa, jam)" in whole[0]
    assert {"cetak.lambang", "jadwal"} <= set(whole[0])
    assert bare[0] == ("domain",)
    assert "kontak.psc119" in bare[1]


def test_what_gave_way_is_named_with_its_field_and_its_line(registry: Registry) -> None:
    edition = Composer(registry).compose(DEMO, as_of=DAY, profiles=("kantor",))
    [way] = (
        way
        for way in next(o for o in edition.outcomes if o.name == PIECE).source.spec.gives_way
        if way.mark == "jam-kantor"
    )
    [told] = gave_way(Download(PIECE, "kantor", None, "a4", "", 0, "", (0, 0), gone=(way,)), edition)
    name = "jam buka kantor BPJS Kesehatan"
    assert re.fullmatch(rf"{name}: {name}, districts/kab-contoh/daerah\.yml:\d+:\d+", told)


def test_the_smallest_type_is_found_also_where_a_sheet_was_enlarged(press: Press) -> None:
    piece = small('<p>Besar <span style="font-size: 9pt">kecil</span></p>')
    for profile, size in (("kantor", 9.0), ("besar", 12.7)):
        document = pypdfium2.PdfDocument(press.print(dataclasses.replace(piece, profile=profile)).pdf)
        assert smallest_pt(document) == size
