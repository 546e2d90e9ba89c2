"""What a district decides about its sheets: which it makes, a line of its own, its emblem, its colour."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from selebaran.cli.language import Speaker
from selebaran.cli.show import problem_text
from selebaran.compose.edition import Composer
from selebaran.compose.piece.choices import ON_COLOUR, own_print, tokens
from selebaran.model.edition import Edition
from selebaran.model.fitting import Elastic
from selebaran.model.piece import ComposedPiece
from selebaran.model.printing import Printing
from selebaran.model.problem import Problem, ProblemsFound
from selebaran.model.registry import Registry
from selebaran.model.sizes import Profile
from selebaran.press.build import print_edition
from selebaran.press.gate import check_printed
from selebaran.press.layout import Press
from selebaran.site.build import build_site
from tests.compose.piece.test_colour import TEXTS
from tests.conftest import DAY, DEMO, LONGEST, SHORT
from tests.press.kept import KeptPress

PROFILES: tuple[Profile, ...] = ("layar", "kantor", "hemat")
NO_ADDRESS = "kab-tanggamus"
ALT = "Lambang Kabupaten Contoh (rekaan)"
COLOUR = "#5b2a4f"


def deciding(registry: Registry, slug: str, cetak: dict[str, Any] | None, **others: Any) -> Registry:
    """The project, with one district that says this under `cetak`."""
    folder = registry.districts[slug]
    pictures = registry.districts[DEMO].district.pictures
    printing = None if cetak is None else Printing.model_validate(cetak)
    district = folder.district.model_copy(update={"printing": printing, "pictures": pictures, **others})
    files = registry.districts[DEMO].pictures
    known = folder.places["daerah.yml"]
    keys = {loc: place for loc, place in known.keys.items() if loc[:1] != ("cetak",)}
    places = folder.places | {"daerah.yml": replace(known, keys=keys)}
    return replace(registry, districts={slug: replace(folder, district=district, pictures=files, places=places)})


def edition_of(registry: Registry, slug: str, cetak: dict[str, Any] | None, *profiles: Profile) -> Edition:
    return Composer(deciding(registry, slug, cetak)).compose(slug, as_of=DAY, profiles=profiles)


def codes(edition: Edition) -> dict[str, str]:
    return {outcome.name: outcome.edition.code for outcome in edition.outcomes if outcome.edition}


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return re.sub(r"\s+", " ", found)


def colours(pdf: bytes) -> dict[str, float]:
    """The colours of the first page, and the part of it that each covers."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=50 / 72).to_pil().convert("RGB")
    finally:
        document.close()
    counted = image.getcolors(maxcolors=image.width * image.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*rgb): n / image.width / image.height for n, rgb in counted}


def roomy(registry: Registry) -> Iterator[tuple[str, str, int]]:
    for piece in registry.pieces:
        if piece.spec.line_room:
            yield piece.name, piece.spec.line_room.panel, piece.spec.line_room.letters


def sentence(letters: int) -> str:
    """So many letters, in words of the usual length."""
    return ("Tanya kader di balai desa tiap Senin pagi. " * 3)[: letters - 1].rstrip().ljust(letters, "i")


# ---- the choice of pieces ----


def test_only_the_chosen_pieces_are_printed_and_offered(registry: Registry, press: Press, tmp_path: Path) -> None:
    edition = edition_of(registry, SHORT, {"lembar": ["poster-cukup-ktp"]}, "kantor")
    artifacts, downloads, problems = print_edition(press, edition)
    assert problems == []
    assert {download.piece for download in downloads} == {"poster-cukup-ktp"}
    assert {Path(artifact.path).parts[1] for artifact in artifacts} == {"poster-cukup-ktp"}
    assert [p for p in build_site(edition, tuple(downloads), tmp_path) if p.is_error] == []
    page = (tmp_path / "unduh" / "index.html").read_text("utf-8")
    assert re.findall(r'<section class="lembaran" id="([\w-]+)"', page) == ["poster-cukup-ktp"]


def test_without_a_choice_all_pieces_are_made(registry: Registry) -> None:
    names = {piece.name for piece in registry.pieces if not piece.spec.when_asked}
    for cetak in (None, {"warna": COLOUR}):
        assert {outcome.name for outcome in edition_of(registry, SHORT, cetak).outcomes} == names


def test_the_demonstration_district_uses_all_of_it(registry: Registry) -> None:
    printing = registry.districts[DEMO].district.printing
    assert printing is not None
    assert printing.pieces
    assert set(printing.lines) == {name for name, _, _ in roomy(registry)}
    assert printing.emblem
    assert printing.colour == COLOUR


# ---- the line ----


def test_the_line_stands_in_the_panel_that_has_room_for_it(registry: Registry, press: Press) -> None:
    """`make test-full` looks at what is photocopied too."""
    the_line_stands(registry, press, "kantor")


def the_line_stands(registry: Registry, press: Press, profile: Profile) -> None:
    for name, panel, letters in roomy(registry):
        line = sentence(letters)
        assert len(line) == letters
        for slug in (LONGEST, NO_ADDRESS):
            edition = edition_of(registry, slug, {"lembar": [name], "baris": {name: line}}, profile)
            assert "daerah.cetak.baris" in edition.outcomes[0].panels[panel].fields
            for piece in edition.pieces:
                printed = press.print(piece)
                assert check_printed(piece, printed, LONGEST) == []
                assert line.replace(" ", "") in text(printed.pdf).replace(" ", "")


def test_a_line_that_does_not_fit_is_told_by_panel_lines_and_millimetres(registry: Registry, press: Press) -> None:
    contacts = registry.districts[DEMO].district.contacts
    office = contacts["bpjs_kantor"].model_copy(update={"address": "Jalan Contoh 2, " + "dekat pasar, " * 16})
    moved = {**contacts, "bpjs_kantor": office}
    name = "leaflet-daftar"
    cetak = {"lembar": [name], "baris": {name: sentence(80)}}
    composer = Composer(deciding(registry, DEMO, cetak, contacts=moved))
    piece = composer.compose(DEMO, as_of=DAY, profiles=("kantor",)).pieces[0]
    stiff = replace(piece, elastic=Elastic())  # where something may give way, the line fits
    found = check_printed(stiff, press.print(stiff), "Kabupaten Contoh")
    assert [fault.code for fault in found] == ["teks-tidak-muat"]
    values = dict(found[0].values)
    assert (values["panel"], values["sisi"]) == ("bantuan", "bawah")
    assert int(values["baris"]) >= 1
    assert re.fullmatch(r"\d+,\d", values["mm"])


def test_a_line_is_never_a_template_nor_html(registry: Registry, press: Press) -> None:
    line = "<b>{{ fakta.care_center }}</b> {% if x %} & 'tanya'"
    edition = edition_of(registry, SHORT, {"baris": {"leaflet-daftar": line}}, "layar")
    printed = press.print(next(piece for piece in edition.pieces if piece.name == "leaflet-daftar"))
    assert not printed.audit.lost
    assert line in text(printed.pdf)


def test_line_breaks_in_a_line_are_spaces(registry: Registry) -> None:
    edition = edition_of(registry, SHORT, {"baris": {"leaflet-daftar": "Tanya\n  kader"}}, "kantor")
    (leaflet,) = pieces_of(edition, "leaflet-daftar")
    assert '<p class="baris-daerah" data-lepas="baris">Tanya kader</p>' in leaflet.html


def test_the_edition_changes_with_the_line_and_not_with_emblem_or_colour(registry: Registry) -> None:
    plain = codes(edition_of(registry, SHORT, None))
    dressed = {"lambang": "lambang-rekaan.png", "warna": COLOUR}
    assert codes(edition_of(registry, SHORT, dressed)) == plain
    named = codes(edition_of(registry, SHORT, {**dressed, "baris": {"leaflet-daftar": "Tanya kader."}}))
    assert {name for name in plain if plain[name] != named[name]} == {"leaflet-daftar"}
    other = codes(edition_of(registry, SHORT, {"baris": {"leaflet-daftar": "Tanya bidan."}}))
    assert len({plain["leaflet-daftar"], named["leaflet-daftar"], other["leaflet-daftar"]}) == 3


# ---- the emblem ----


def test_the_emblem_stands_on_every_sheet_and_all_fits(registry: Registry, press: Press) -> None:
    """`make test-full` looks at what is photocopied too."""
    the_emblem_stands(registry, press, "layar")


def the_emblem_stands(registry: Registry, press: Press, profile: Profile) -> None:
    for piece in edition_of(registry, LONGEST, {"lambang": "lambang-rekaan.png"}, profile).pieces:
        printed = press.print(piece)
        assert check_printed(piece, printed, LONGEST) == []
        assert pictures(printed.pdf) == 1
        if piece.profile == "layar":
            assert ALT in alternative_texts(printed.pdf)


def pictures(pdf: bytes) -> int:
    """The images made of points in a PDF; all else on a sheet is drawn."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        return sum(stream.get("/Subtype") == "/Image" for stream in streams)


def alternative_texts(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        items = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
        return [str(item.Alt) for item in items if item.get("/S") == "/Figure" and "/Alt" in item]


def test_an_emblem_is_not_shown_among_the_pictures_of_the_page_about_the_site(registry: Registry) -> None:
    about = [
        next(page for page in edition_of(registry, DEMO, cetak).pages if page.slug == "tentang")
        for cetak in (None, {"lambang": "lambang-rekaan.png"})
    ]
    assert ["lambang-rekaan.png" in page.html for page in about] == [True, False]


# ---- the colour ----


def test_the_colour_is_on_the_sheets_and_not_on_the_photocopiers(registry: Registry, kept_press: KeptPress) -> None:
    def of(cetak: dict[str, Any] | None) -> dict[tuple[str, str], dict[str, float]]:
        edition = edition_of(registry, SHORT, cetak, *PROFILES)
        return {(piece.name, piece.profile): colours(kept_press.print(piece).pdf) for piece in edition.pieces}

    few = {"lembar": ["leaflet-daftar", "lembar-semua", "poster-cukup-ktp", "poster-darurat", "spanduk-daftar"]}
    plain, dressed = of(few), of({**few, "warna": COLOUR})
    for (name, profile), found in dressed.items():
        if profile == "hemat":
            assert found == plain[name, profile]
        else:
            assert found.get(COLOUR, 0) > 0.001, (name, profile)
        assert COLOUR not in plain[name, profile]
    assert "#22346f" in plain["spanduk-daftar", "layar"]
    assert "#22346f" not in dressed["spanduk-daftar", "layar"]


def test_the_texts_on_the_colour_are_those_of_the_tokens(registry: Registry) -> None:
    found = tokens(registry.print_files["tokens.css"], ON_COLOUR)
    assert found == dict(zip(ON_COLOUR, TEXTS, strict=True))


def refused(registry: Registry, cetak: dict[str, Any]) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsFound) as found:
        edition_of(registry, DEMO, cetak)
    return found.value.problems


def test_a_colour_that_is_too_light_is_refused_with_the_nearest_that_passes(registry: Registry) -> None:
    said = [problem_text(problem, Speaker()).split(": ", 1)[1] for problem in refused(registry, {"warna": "#4b9cd3"})]
    assert said == [
        "error[warna-kurang-kontras]: warna #4b9cd3 terlalu dekat dengan kuning, yang harus terbaca di sana: "
        'kontrasnya 1,57, paling sedikit 4,5\n  saran: pakai warna terdekat yang cukup: "#00507b"'
    ]
    assert edition_of(registry, DEMO, {"warna": "#00507b"}).outcomes


def test_all_faults_come_out_together(registry: Registry) -> None:
    cetak = {
        "lembar": ["leaflet-daftr", "poster-cukup-ktp"],
        "baris": {"poster-cukup-ktp": "Tanya kader.", "leaflet-daftar": "Tanya.", "leaflet-dafar": "Tanya."},
        "lambang": "penyuluhan-rekan.png",
        "warna": "#f2b01e",
    }
    assert sorted(problem.code for problem in refused(registry, cetak)) == [
        "baris-tanpa-lembar",
        "baris-tanpa-ruang",
        "lambang-tidak-terdaftar",
        "lembar-tidak-ada",
        "lembar-tidak-ada",
        "warna-kurang-kontras",
    ]


def test_own_decisions_are_checked_without_any_sheet(registry: Registry) -> None:
    folder = deciding(registry, DEMO, None).districts[DEMO]
    own, problems = own_print(folder, registry.pieces, registry.print_files["tokens.css"])
    assert (own.lines, own.emblem, own.colour, problems) == ({}, None, None, [])


def pieces_of(edition: Edition, name: str) -> list[ComposedPiece]:
    return [piece for piece in edition.pieces if piece.name == name]


def test_the_same_decisions_make_the_same_bytes(registry: Registry, press: Press) -> None:
    cetak = {"lambang": "lambang-rekaan.png", "warna": COLOUR, "baris": {"leaflet-daftar": "Tanya kader."}}
    made = [edition_of(registry, SHORT, cetak, "layar", "hemat") for _ in range(2)]
    for one, other in zip(*(pieces_of(edition, "leaflet-daftar") for edition in made), strict=True):
        assert press.print(one).pdf == press.print(other).pdf
