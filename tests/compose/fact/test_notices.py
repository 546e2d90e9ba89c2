"""What an editor is told of a publication: why a district is refused, what pages replace, why sheets are withheld."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from selebaran.compose.fact.notices import all_notices, page_notices, piece_notices, refusals
from selebaran.compose.fact.policy import FactPolicy
from selebaran.model.edition import PieceOutcome
from selebaran.model.facts import Fact, FactRegister, Treatment
from selebaran.model.own_text import Override, OverrideFront
from selebaran.model.page import ComposedPage
from selebaran.model.page_meta import PageMeta
from selebaran.model.problem import Place, Problem, Severity
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.model.usage import Usage
from selebaran.read.project import read_project
from tests.asked import ASK
from tests.conftest import BASE

TODAY = date(2026, 11, 28)
SHARED, OWN = Place("content/daftar.md", 12), Place("districts/kab-uji/timpaan/daftar/syarat.md", 6)


def fact(name: str, **more: object) -> Fact:
    entry = {
        "id": name,
        "topik": f"Hal {name}",
        "kalimat": "Begini.",
        "sumber": ["Karangan"],
        "selang_periksa_hari": "30",
        "periksa_lagi": "2026-11-20",
        "bila_lewat": "ganti",
        "terbit": "ya",
        "keyakinan": "B",
        **more,
    }
    return Fact.model_validate(entry)


OVERDUE = fact("UJI-01")
ENDED = fact("UJI-02", berakhir="2026-11-10")
CLOSED = fact("UJI-03", terbit="tidak")
UNSURE = fact("UJI-04", keyakinan="D", periksa_lagi="2027-11-20")
UNDATED = fact("UJI-05", periksa_lagi=None)
POLICY = FactPolicy(FactRegister((OVERDUE, ENDED, CLOSED, UNSURE, UNDATED)), TODAY, ASK, published=True)


def page(treated: dict[str, dict[str, Treatment]], *withheld: str, **more: Any) -> ComposedPage:
    origins = {block: dataclasses.replace(SHARED, line=12 + n) for n, block in enumerate(treated)}
    meta = PageMeta("Daftar", "Caranya.", "daftar")
    given = {"origins": origins, "treated": treated, "withheld_for": withheld, **more}
    return ComposedPage("daftar", "", meta, Usage(), **given)


def said(problem: Problem) -> dict[str, str]:
    """The values of a notice, which stops nothing."""
    assert problem.severity is Severity.WARNING
    return dict(problem.values)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read_project(BASE)


def refused(registry: Registry, **changed: Any) -> list[str]:
    folder = registry.districts["kab-uji"]
    other = dataclasses.replace(folder, district=folder.district.model_copy(update=changed))
    found = refusals(other)
    assert all(problem.is_error and dict(problem.values)["slug"] == "kab-uji" for problem in found)
    return [problem.code for problem in found]


def test_a_district_that_is_known_and_agreed_may_be_published(registry: Registry) -> None:
    assert refused(registry) == []


def test_a_district_is_refused_for_each_thing_that_is_missing(registry: Registry) -> None:
    consent = registry.districts["kab-uji"].district.consent
    assert consent is not None
    elsewhere = consent.model_copy(update={"controls_domain": False})
    assert refused(registry, identity="rancu") == ["terbit-rancu"]
    assert refused(registry, fictional=True) == ["terbit-rekaan"]
    assert refused(registry, consent=None) == ["terbit-tanpa-persetujuan"]
    assert refused(registry, consent=elsewhere) == ["terbit-domain", "terbit-pengesahan-usang"]
    assert refused(registry, consent=elsewhere, domain=None) == ["terbit-pengesahan-usang"]
    assert refused(registry, identity="rancu", consent=None) == ["terbit-rancu", "terbit-tanpa-persetujuan"]


def test_a_refusal_names_the_line_that_has_to_change(registry: Registry) -> None:
    folder: DistrictFolder = registry.districts["kab-uji"]
    other = dataclasses.replace(folder, district=folder.district.model_copy(update={"identity": "rancu"}))
    (found,) = refusals(other)
    lines = (BASE / "districts" / "kab-uji" / "daerah.yml").read_text("utf-8").split("\n")
    assert found.place.file == "districts/kab-uji/daerah.yml"
    assert lines[found.place.line - 1] == "identitas: pasti"


def test_a_page_tells_what_it_replaces_with_its_part_and_since_when() -> None:
    (found,) = page_notices(page({"syarat": {"UJI-01": Treatment.REPLACE}}), POLICY)
    assert (found.code, found.place) == ("fakta-diganti", SHARED)
    assert said(found) == {
        "id": "UJI-01",
        "topik": "Hal UJI-01",
        "sejak": "2026-11-20",
        "keyakinan": "B",
        "bagian": "daftar#syarat",
    }


def test_what_stands_before_the_first_heading_is_named_by_its_page() -> None:
    (found,) = page_notices(page({"": {"UJI-01": Treatment.WITHHOLD}}), POLICY)
    assert said(found)["bagian"] == "daftar"


@pytest.mark.parametrize("how", [Treatment.SHOW, Treatment.MARK])
def test_what_is_shown_or_marked_is_not_told(how: Treatment) -> None:
    assert list(page_notices(page({"syarat": {"UJI-01": how}}), POLICY)) == []


@pytest.mark.parametrize(
    ("name", "ending", "since"),
    [
        ("UJI-01", "", "2026-11-20"),
        ("UJI-02", "-berakhir", "2026-11-10"),
        ("UJI-03", "-tertutup", "2026-11-20"),
        ("UJI-05", "", "–"),
    ],
)
def test_each_reason_has_a_message_of_its_own(name: str, ending: str, since: str) -> None:
    found = [
        *page_notices(page({"syarat": {name: Treatment.REPLACE}}), POLICY),
        *page_notices(page({"syarat": {name: Treatment.WITHHOLD}}, name), POLICY),
        *piece_notices(outcome({name: "lewat"}), POLICY),
    ]
    assert [problem.code for problem in found] == [
        f"fakta-diganti{ending}",
        f"halaman-ditahan{ending}",
        f"lembar-ditahan{ending}",
    ]
    assert {said(problem)["sejak"] for problem in found} == {since}


def test_a_withheld_page_tells_only_what_withholds_it() -> None:
    treated = {"syarat": {"UJI-01": Treatment.REPLACE}, "biaya": {"UJI-02": Treatment.WITHHOLD}}
    (found,) = page_notices(page(treated, "UJI-02"), POLICY)
    assert (found.code, found.place.line) == ("halaman-ditahan-berakhir", 13)
    assert (said(found)["halaman"], said(found)["topik"]) == ("daftar", "Hal UJI-02")


def test_a_page_that_is_withheld_for_its_title_is_told_at_its_file() -> None:
    (found,) = page_notices(page({}, "UJI-01"), POLICY)
    assert found.place == Place("content/daftar.md")


def test_words_of_the_district_are_told_where_the_district_wrote_them() -> None:
    front = OverrideFront.model_validate({"oleh": "Dinas", "tanggal": "2026-11-20", "alasan": "Uji."})
    override = Override("daftar", "syarat", front, "", "", OWN, "daerah")
    treated = {"syarat": {"UJI-01": Treatment.REPLACE}, "biaya": {"UJI-01": Treatment.REPLACE}}
    found = list(page_notices(page(treated, overridden={"syarat": override}), POLICY))
    assert [problem.place.file for problem in found] == [OWN.file, SHARED.file]


def outcome(withheld: dict[str, str]) -> PieceOutcome:
    return PieceOutcome(read_project(BASE).pieces[0], "Lembar kecil", None, Usage(), {}, withheld, ())


def test_a_withheld_sheet_tells_each_fact_that_withholds_it() -> None:
    found = list(piece_notices(outcome({"UJI-04": "keyakinan", "UJI-01": "lewat"}), POLICY))
    assert [problem.code for problem in found] == ["lembar-ditahan-keyakinan", "lembar-ditahan"]
    assert {problem.place.file for problem in found} == {"printables/kecil/piece.yml"}
    assert said(found[0]) == {
        "id": "UJI-04",
        "topik": "Hal UJI-04",
        "sejak": "2027-11-20",
        "keyakinan": "D",
        "lembar": "kecil",
    }


def test_notices_of_pages_come_before_those_of_sheets() -> None:
    found = all_notices([page({"": {"UJI-01": Treatment.REPLACE}})], [outcome({"UJI-01": "lewat"})], [], POLICY)
    assert [problem.code for problem in found] == ["fakta-diganti", "lembar-ditahan"]
