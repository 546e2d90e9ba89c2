"""Until when a sheet may be relied on: what it prints of that, and what later days and rechecks make of it."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from selebaran.compose.edition import Composer
from selebaran.compose.piece.validity import event_in, good_until
from selebaran.compose.template.formats import timed_day
from selebaran.model.district import Facility
from selebaran.model.edition import Edition, PieceOutcome
from selebaran.model.facts import FactRegister
from selebaran.model.page import ComposedPage
from selebaran.model.paper import PaperEdition
from selebaran.model.registry import Registry
from selebaran.read.project import read_project
from selebaran.site.page_meta import template_meta
from tests.conftest import BASE

SLUG = "kab-uji"
DAY, NEXT, AFTER = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 27)
DUE = date(2027, 5, 2)
"""When the fact of the sheet is due to be checked again."""
HTML = """<section data-panel="isi">Iuran {{ fakta.iuran_kelas_3 }}.{{ kegiatan }}</section>
<footer>Edisi {{ edisi }}{% if tanggal %} · {{ tanggal }}{% endif %}. <b class="berlaku">{{ berlaku }}</b></footer>
"""
EVENT = "{% for k in daerah.kegiatan %}{{ k.judul }}, {{ k.hari }}, {{ k.tanggal }}.{% endfor %}"


@pytest.fixture(scope="module")
def base() -> Registry:
    return read_project(BASE)


def project(base: Registry, *, event: bool = False, ledger: tuple[PaperEdition, ...] = (), **fact: Any) -> Registry:
    """The small project with one sheet, which states one fact, and where it is asked for the district's event."""
    (source,) = base.pieces
    spec = source.spec.model_copy(update={"profiles": ("kantor",)})
    sheet = dataclasses.replace(source, spec=spec, html=HTML.replace("{{ kegiatan }}", EVENT if event else ""))
    facts = tuple(one.model_copy(update=fact) if one.id == "IUR-01" else one for one in base.facts)
    folder = dataclasses.replace(base.districts[SLUG], ledger=ledger)
    return dataclasses.replace(base, pieces=(sheet,), facts=FactRegister(facts), districts={SLUG: folder})


def composed(registry: Registry, day: date = DAY, *, published: bool = True) -> Edition:
    return Composer(registry).compose(SLUG, as_of=day, profiles=("kantor",), published=published)


def outcome(registry: Registry, day: date = DAY, *, published: bool = True) -> PieceOutcome:
    (found,) = composed(registry, day, published=published).outcomes
    return found


def sheet(registry: Registry, day: date = DAY, *, published: bool = True) -> str:
    (piece,) = outcome(registry, day, published=published).made
    return piece.html


def edition(registry: Registry, day: date = DAY) -> PaperEdition:
    found = outcome(registry, day).edition
    assert found is not None
    return found


def paper_page(registry: Registry, day: date) -> dict[str, Any]:
    """What the page behind the code of the ledger's first edition shows."""
    pages = composed(registry, day).paper_pages
    shown: dict[str, Any] = template_meta(pages[0].meta, ())["edisi"]
    return shown


def timed(said: str) -> str:
    """A day as pages tell it: as an element that programs read too."""
    number, name, year = said.split()
    months = {"Maret": 3, "Mei": 5, "Agustus": 8, "November": 11}
    return timed_day(date(int(year), months[name], int(number)))


def test_a_sheet_is_good_until_the_day_before_its_fact_is_due(base: Registry) -> None:
    assert "Berlaku sampai 1 Mei 2027." in sheet(project(base))
    assert outcome(project(base), date(2027, 5, 1)).withheld == {}
    assert outcome(project(base), DUE).withheld == {"IUR-01": "lewat"}


def test_a_fact_that_ends_ends_the_sheet_the_day_before(base: Registry) -> None:
    assert "Berlaku sampai 31 Desember 2026." in sheet(project(base, ends_on=date(2027, 1, 1)))


def test_a_sheet_with_an_event_ends_with_the_event(base: Registry) -> None:
    assert "Berlaku sampai 26 November 2026." in sheet(project(base, event=True))
    assert edition(project(base, event=True)).event_on == date(2026, 11, 26)
    assert edition(project(base)).event_on is None


def test_the_fact_that_is_due_first_decides(base: Registry) -> None:
    register = project(base).facts
    due = {name: register.by_id[name].good_until for name in ("IUR-01", "TEL-01")}
    assert due == {"IUR-01": date(2027, 5, 1), "TEL-01": date(2027, 10, 31)}
    assert good_until(("TEL-01", "IUR-01"), register, None) == date(2027, 5, 1)
    assert good_until(("TEL-01",), register, date(2027, 1, 5)) == date(2027, 1, 5)
    assert good_until((), register, None) is None


@pytest.mark.parametrize(("paid", "said"), [("2027-03-31", "31 Maret 2027"), ("2027-12-31", "1 Mei 2027")])
def test_no_sheet_outlives_the_name_to_which_its_code_leads(base: Registry, paid: str, said: str) -> None:
    registry = project(base)
    folder = dataclasses.replace(registry.districts[SLUG], paid_until=date.fromisoformat(paid))
    registry = dataclasses.replace(registry, districts={SLUG: folder})
    assert f"Berlaku sampai {said}." in sheet(registry)
    published = dataclasses.replace(folder, ledger=(edition(registry),))
    assert paper_page(dataclasses.replace(registry, districts={SLUG: published}), NEXT)["berlaku"] == timed(said)


def test_a_sheet_of_which_nothing_else_ends_is_good_as_long_as_its_name(base: Registry) -> None:
    assert good_until((), project(base).facts, None, date(2027, 3, 31)) == date(2027, 3, 31)


OFFICE = "{{ daerah.kontak.dinkes.telepon }}"
PLACES = "{% for p in daerah.puskesmas %}{{ p.nama }}{% endfor %}"
FAR = date(2029, 8, 2)
CHECKED, GOOD, OLD = date(2026, 11, 1), date(2027, 11, 1), date(2027, 11, 2)
"""When somebody checked office and place, and the last day on which paper may show them with the one after it."""
PLACE = {"jenis": "puskesmas", "nama": "Puskesmas Uji", "sumber": "Karangan", "diperiksa_pada": str(CHECKED)}


def showing(base: Registry, what: str, ledger: tuple[PaperEdition, ...] = ()) -> Registry:
    """The same project; its sheet shows something of the district that grows old, and a fact that is good for long."""
    registry = project(base, ledger=ledger, check_again=FAR)
    places = (Facility.model_validate(PLACE),)
    folder = dataclasses.replace(registry.districts[SLUG], facilities=places)
    (source,) = registry.pieces
    sheet = dataclasses.replace(source, html=source.html.replace("</section>", f" {what}</section>"))
    return dataclasses.replace(registry, pieces=(sheet,), districts={SLUG: folder})


@pytest.mark.parametrize("what", [OFFICE, PLACES])
def test_a_sheet_is_good_for_a_year_after_somebody_checked_the_office_or_the_place_on_it(
    base: Registry, what: str
) -> None:
    assert "Berlaku sampai 1 November 2027." in sheet(showing(base, what))
    assert outcome(showing(base, what), OLD).made == ()
    assert downloads(composed(showing(base, what), OLD)).meta.offers[0].is_over
    assert "1 November 2027" not in sheet(showing(base, ""))


@pytest.mark.parametrize(("what", "name"), [(OFFICE, "Dinas Kesehatan Uji"), (PLACES, "Puskesmas Uji")])
def test_the_page_of_an_edition_asks_to_ask_when_nobody_has_checked_for_a_year_what_it_shows(
    base: Registry, what: str, name: str
) -> None:
    registry = showing(base, what, ledger=(edition(showing(base, what)),))
    shown = paper_page(registry, NEXT)
    assert (shown["keadaan"], shown["berlaku"]) == ("benar", timed("1 November 2027"))
    assert [(stage["keadaan"], stage["dari"]) for stage in shown["tahap"][:2]] == [
        ("benar", None),
        ("periksa", str(OLD)),
    ]
    assert paper_page(registry, GOOD)["keadaan"] == "benar"
    then = paper_page(registry, OLD)
    assert (then["keadaan"], then["tahap"][0]["periksa"]) == ("periksa", (name,))


def test_of_an_event_title_and_day_must_stand_on_the_sheet() -> None:
    events = ({"judul": "Posyandu", "tanggal": "3 Desember 2026", "hari_terakhir": "2026-12-03"},)
    assert event_in("Posyandu Kamis, 3 Desember 2026", events) == date(2026, 12, 3)
    assert event_in("Posyandu dibuka kembali", events) is None
    assert event_in("Keadaan 3 Desember 2026", events) is None


def test_a_recheck_prolongs_the_sheet_and_makes_no_new_edition(base: Registry) -> None:
    known = edition(project(base))
    again = project(base, ledger=(known,), check_again=date(2027, 8, 2))
    assert edition(again, NEXT) == known
    assert "Berlaku sampai 1 Agustus 2027." in sheet(again, NEXT)


def test_the_page_of_an_edition_tells_the_later_day_of_a_recheck(base: Registry) -> None:
    known = edition(project(base))
    assert known.until == date(2027, 5, 1)
    shown = paper_page(project(base, ledger=(known,)), NEXT)
    assert (shown["keadaan"], shown["berlaku"], shown["berlaku_tercetak"]) == ("benar", timed("1 Mei 2027"), None)
    shown = paper_page(project(base, ledger=(known,), check_again=date(2027, 8, 2)), DUE)
    assert (shown["keadaan"], shown["berlaku"], shown["berlaku_tercetak"]) == (
        "benar",
        timed("1 Agustus 2027"),
        timed("1 Mei 2027"),
    )


def test_an_edition_from_before_there_was_a_last_day_gets_that_of_its_facts(base: Registry) -> None:
    old = edition(project(base)).model_copy(update={"until": None})
    shown = paper_page(project(base, ledger=(old,)), NEXT)
    assert (shown["berlaku"], shown["berlaku_tercetak"]) == (timed("1 Mei 2027"), None)


def test_nobody_is_told_to_pass_on_a_sheet_whose_event_is_over(base: Registry) -> None:
    known = edition(project(base, event=True))
    registry = project(base, event=True, ledger=(known,))
    assert paper_page(registry, date(2026, 11, 26))["keadaan"] == "benar"
    shown = paper_page(registry, AFTER)
    assert (shown["keadaan"], shown["tahap"][0]["sejak"], shown["berlaku"]) == (
        "selesai",
        timed("26 November 2026"),
        None,
    )


def test_a_preview_prints_no_day_of_its_own_so_that_the_next_day_changes_nothing(base: Registry) -> None:
    registry = project(base, event=True)
    first, second = (outcome(registry, day, published=False) for day in (DAY, NEXT))
    assert first.made == second.made
    html = first.made[0].html
    assert "Berlaku" not in html
    assert "21 November 2026" not in html
    assert "Kamis, 26 November 2026" in html  # the event's


def downloads(found: Edition) -> ComposedPage:
    return next(page for page in found.pages if page.slug == "unduh")


def test_the_download_page_sorts_out_a_sheet_past_its_day(base: Registry) -> None:
    (offered,) = downloads(composed(project(base))).meta.offers
    assert (offered.until, offered.is_over) == (date(2027, 5, 1), False)
    meta = downloads(composed(project(base), DUE)).meta
    assert meta.offers[0].is_over
    (over,) = template_meta(meta, ())["unduh_lewat"]
    assert (over["judul"], over["berlaku"], over["lewat"]) == ("Lembar kecil", "1 Mei 2027", True)


def test_a_sheet_of_a_preview_has_no_last_day_on_the_download_page(base: Registry) -> None:
    (offered,) = downloads(composed(project(base), DUE, published=False)).meta.offers
    assert (offered.until, offered.is_over) == (None, False)
