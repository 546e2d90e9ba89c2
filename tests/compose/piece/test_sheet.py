"""A sheet as it goes to the press: its edition and day, its QR code, its folds, and the forms that are made of it."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.piece.sheet import PieceComposer
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.facts import FactRegister
from selebaran.model.panel import SheetSpec
from selebaran.model.paper import PaperEdition
from selebaran.model.piece import ComposedPiece, PieceSource
from selebaran.model.problem import ProblemsFound
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from tests.conftest import BASE

DAY, LATER = date(2026, 11, 21), date(2026, 12, 24)
SLUG, HOST = "kab-uji", "dinkesuji.example"
HTML = """<section data-panel="luar">{{ daerah.nama }}: {{ fakta.iuran_kelas_3 }}.</section>
<section data-panel="dalam">{{ fakta.care_center }} {{ daerah.kontak.dinkes.telepon }}</section>
<footer>Edisi {{ edisi }}, {{ tanggal }}. {{ situs.alamat or "tanpa situs" }}</footer>
"""
ALL = ("layar", "kantor", "hemat", "percetakan", "besar")


@pytest.fixture(scope="module")
def base() -> Registry:
    return read_project(BASE)


def with_piece(base: Registry, html: str = HTML, **spec: Any) -> Registry:
    """The small project with one sheet, offered in every profile."""
    (source,) = base.pieces
    changed = source.spec.model_copy(update={"profiles": ALL, **spec})
    return dataclasses.replace(base, pieces=(dataclasses.replace(source, spec=changed, html=html),))


def edition(registry: Registry, day: date = DAY, *profiles: Any, published: bool = False) -> Edition:
    return Composer(registry).compose(SLUG, as_of=day, profiles=profiles or ALL, published=published)


def outcome(registry: Registry, day: date = DAY, **more: Any) -> PieceOutcome:
    (found,) = edition(registry, day, **more).outcomes
    return found


def sheets(registry: Registry, day: date = DAY) -> dict[str, ComposedPiece]:
    return {piece.profile: piece for piece in outcome(registry, day).made}


def with_ledger(registry: Registry, *ledger: PaperEdition) -> Registry:
    folder = dataclasses.replace(registry.districts[SLUG], ledger=ledger)
    return dataclasses.replace(registry, districts={SLUG: folder})


def without_host(registry: Registry) -> Registry:
    folder = registry.districts[SLUG]
    bare = dataclasses.replace(folder, district=folder.district.model_copy(update={"domain": None}))
    return dataclasses.replace(registry, districts={SLUG: bare})


def paper(registry: Registry) -> PaperEdition:
    found = outcome(registry, published=True).edition
    assert found is not None
    return found


def test_every_sheet_carries_the_code_and_the_day_of_its_edition(base: Registry) -> None:
    registry = with_piece(base)
    code = paper(registry).code
    made = {piece.profile: piece for piece in outcome(registry, published=True).made}
    assert tuple(made) == ALL
    for piece in made.values():
        assert f"Edisi {code}, 21 November 2026." in piece.html
        assert piece.qr_url == f"https://{HOST}/e/{code}/"
        assert piece.slug_line == f"kecil · {code} · 90 × 60 mm"


def test_a_sheet_that_was_published_before_keeps_its_day(base: Registry) -> None:
    registry = with_piece(base)
    known = paper(registry)
    found = outcome(with_ledger(registry, known), LATER, published=True)
    assert found.edition == known
    assert f"Edisi {known.code}, 21 November 2026." in found.made[0].html


def test_a_sheet_that_says_something_else_is_another_edition_of_its_own_day(base: Registry) -> None:
    known = paper(with_piece(base))
    found = outcome(with_ledger(with_piece(base, HTML.replace("Edisi", "Baru. Edisi")), known), LATER, published=True)
    assert found.edition is not None
    assert (found.edition.code != known.code, found.edition.published) == (True, LATER)
    assert "24 Desember 2026" in found.made[0].html


def test_the_ledger_is_told_what_a_sheet_states_and_whom_it_names(base: Registry) -> None:
    found = paper(with_piece(base))
    assert found.stated == {"IUR-01": {"iuran_kelas_3": "Rp35.000"}, "TEL-01": {"care_center": "165"}}
    assert found.fields == {"daerah.kontak.dinkes.telepon": "0254 123456"}
    assert (found.piece, found.title, found.subject) == ("kecil", "Lembar kecil", "daftar")


def test_a_sheet_about_an_event_is_dated_by_its_making_and_makes_no_edition(base: Registry) -> None:
    html = '<section data-panel="isi">{% if edisi %}Edisi{% endif %} {{ daerah.nama }} {{ tanggal }}</section>'
    registry = with_piece(base, html, about_event=True)
    found = outcome(registry, LATER, published=True)
    assert found.edition is None
    piece = found.made[0]
    assert "Edisi" not in piece.html
    assert "Kabupaten Uji 24 Desember 2026" in piece.html
    assert piece.qr_url == f"https://{HOST}/daftar/"
    assert piece.slug_line == f"kecil · {SLUG} · 90 × 60 mm"


def test_a_sheet_about_the_home_page_leads_to_the_site(base: Registry) -> None:
    html = '<section data-panel="isi">{{ situs.alamat }}</section>'
    (piece, *_) = outcome(with_piece(base, html, about_event=True, target="beranda")).made
    assert (piece.qr_url, f">{HOST}<" in piece.html) == (f"https://{HOST}/", True)
    (piece, *_) = outcome(with_piece(base, html)).made
    assert f">{HOST}/daftar<" in piece.html


def test_without_a_site_of_its_own_a_district_has_no_qr_code(base: Registry) -> None:
    piece = sheets(without_host(with_piece(base)))["kantor"]
    assert piece.qr_url is None
    assert "tanpa situs" in piece.html
    with pytest.raises(ProblemsFound) as found:
        edition(without_host(with_piece(base, '<section data-panel="isi">{{ qr }}</section>')))
    assert [problem.code for problem in found.value.problems] == ["isian-kosong-dicetak"]


def test_only_sheets_for_an_offices_printer_come_in_other_forms(base: Registry) -> None:
    made = sheets(with_piece(base, derived=("a4", "ubin")))
    assert {profile: piece.derived for profile, piece in made.items()} == {
        "layar": (),
        "kantor": (("a4", "a4"), ("ubin", "a4")),
        "hemat": (("a4", "a4"), ("ubin", "a4")),
        "percetakan": (),
        "besar": (("ubin", "a4"),),
    }


def test_a_booklet_is_imposed_where_a_printer_leaves_an_edge(base: Registry) -> None:
    made = sheets(with_piece(base, imposition="buku"))
    assert [profile for profile, piece in made.items() if piece.imposition] == ["kantor", "hemat", "besar"]


def sides(*panels: tuple[str, float, float]) -> SheetSpec:
    listed = [{"nama": name, "x": x, "lebar": width} for name, x, width in panels]
    return SheetSpec.model_validate({"sisi": "luar", "panel": listed})


def test_each_side_is_folded_where_two_panels_meet(base: Registry) -> None:
    both = (
        sides(("luar", 60, 30), ("a", 0, 29), ("b", 29, 31)),
        sides(("dalam", 0, 30), ("c", 30, 31), ("d", 61, 29)),
    )
    folded = sheets(with_piece(base, fold="lipat-tiga", sheets=both, cover=cover(base, "luar")))["kantor"]
    assert folded.folds_mm == ((29, 60), (30, 61))
    assert (folded.sheets, folded.panels) == (2, ("luar", "a", "b", "dalam", "c", "d"))
    assert (folded.cover.sheet, folded.cover.x_mm, folded.cover.width_mm) == (0, 60, 30)
    flat = sheets(with_piece(base, sheets=both, cover=cover(base, "luar")))["kantor"]
    assert flat.folds_mm == ((), ())


def cover(base: Registry, panel: str) -> Any:
    return base.pieces[0].spec.cover.model_copy(update={"panel": panel})


def test_a_banner_tells_the_print_shop_its_finished_size(base: Registry) -> None:
    registry = with_piece(base, scale="1:10", width_mm=400.5, height_mm=100)
    line = next(p for p in outcome(registry, published=True).made if p.profile == "percetakan").slug_line
    assert line == f"kecil · {paper(registry).code} · 400,5 × 100 mm · skala 1:10, ukuran jadi 400,5 × 100 cm"


def test_the_facts_of_a_sheet_are_known_by_panel(base: Registry) -> None:
    found = outcome(with_piece(base))
    assert {name: set(used.facts) for name, used in found.panels.items() if used.facts} == {
        "luar": {"IUR-01"},
        "dalam": {"TEL-01"},
    }
    assert found.usage.facts == {"IUR-01", "TEL-01"}


def closing(registry: Registry, name: str, **changed: Any) -> Registry:
    facts = tuple(fact.model_copy(update=changed) if fact.id == name else fact for fact in registry.facts)
    return dataclasses.replace(registry, facts=FactRegister(facts))


def test_a_sheet_is_withheld_for_what_may_not_go_on_paper(base: Registry) -> None:
    unsure = closing(with_piece(base), "IUR-01", confidence="C")
    found = outcome(unsure, published=True)
    assert (found.withheld, found.made) == ({"IUR-01": "keyakinan"}, ())
    assert [made.profile for made in outcome(unsure).made] == list(ALL)
    closed = closing(with_piece(base), "IUR-01", publishable=False)
    assert outcome(closed).withheld == {"IUR-01": "tidak-terbit"}


def test_the_profiles_that_are_asked_for_do_not_change_the_edition(base: Registry) -> None:
    registry = with_piece(base)
    (found,) = edition(registry, DAY, "layar").outcomes
    assert [piece.profile for piece in found.made] == ["layar"]
    assert found.edition is not None
    assert found.edition.code == outcome(registry).edition.code  # type: ignore[union-attr]


def test_a_poster_of_141_percent_is_laid_out_as_the_offices(base: Registry) -> None:
    html = '<section data-panel="isi">{{ profil }} {% if berwarna %}berwarna{% endif %}</section>'
    made = sheets(with_piece(base, html))
    assert made["besar"].html == made["kantor"].html
    assert [profile for profile, piece in made.items() if "berwarna" in piece.html] == ["layar", "percetakan"]


def test_what_is_compiled_beforehand_changes_no_sheet(base: Registry) -> None:
    registry = with_piece(base, title="Lembar {{ daerah.nama }}")
    cold, warm = Composer(registry), Composer(registry)
    warm.warm()
    made = [composer.compose(SLUG, as_of=DAY, profiles=ALL) for composer in (cold, warm)]
    assert made[0].outcomes == made[1].outcomes
    assert made[0].outcomes[0].title == "Lembar Kabupaten Uji"


def test_a_broken_template_stops_no_one_who_compiles_beforehand(base: Registry) -> None:
    source: PieceSource
    (source,) = with_piece(base, "{% if %}", title="{{ daerah.nama").pieces
    PieceComposer(dataclasses.replace(base, pieces=(source,))).warm()
