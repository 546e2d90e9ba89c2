"""What stands around every page: who publishes it, who hears of errors, in which language it speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from selebaran.compose.edition import Composer
from selebaran.compose.page.frame import frame_values
from selebaran.model.campaign import Campaign, Centre
from selebaran.model.edition import SiteFrame
from selebaran.model.registry import Registry
from tests.conftest import DAY

WITH, WITHOUT = "kab-contoh", "kab-serang"


def frame(registry: Registry, slug: str = WITHOUT, day: date = DAY, **changes: object) -> SiteFrame:
    """The frame of a district's site, with a changed campaign."""
    campaign: Campaign = registry.campaign.model_copy(update=changes)
    return Composer(replace(registry, campaign=campaign)).compose(slug, as_of=day, profiles=()).frame


def test_a_site_that_nobody_publishes_says_that_it_is_not_official(registry: Registry) -> None:
    assert frame(registry).unofficial == registry.campaign.unofficial
    assert "Bukan situs resmi" in str(registry.campaign.unofficial)
    assert frame(registry, WITH).unofficial is None


def test_who_hears_of_errors_is_reached_by_mail_else_by_telephone(registry: Registry) -> None:
    by_mail = Centre.model_validate({"nama": "Tim Contoh", "surel": "tim@contoh.example", "telepon": "0000-1001"})
    by_phone = Centre.model_validate({"nama": "Tim Contoh", "telepon": "0000-1001"})
    mailed, dialled = (frame(registry, centre=centre).centre for centre in (by_mail, by_phone))
    assert mailed
    assert (mailed.title, mailed.address) == ("Tim Contoh, tim@contoh.example", "mailto:tim@contoh.example")
    assert dialled
    assert dialled.address == "tel:00001001"
    assert frame(registry, centre=None).centre is None


def test_words_of_the_frame_are_there_in_javanese_also_the_band_of_emergencies(registry: Registry) -> None:
    values = frame_values(frame(registry))
    words, band = values["terjemahan"], values["darurat"]
    assert isinstance(words, dict)
    assert isinstance(band, dict)
    assert words["jv"]["Semua halaman"] == "Kabeh kaca"
    assert "<strong>" in words["jv"][band["pita"]]


def test_an_emergency_calls_the_districts_number_for_a_year_after_its_check_and_the_one_for_all_always(
    registry: Registry,
) -> None:
    numbers = {
        day: [button.number for button in band.buttons]
        for day in (date(2027, 11, 21), date(2027, 11, 22))
        if (band := frame(registry, WITH, day).emergency)
    }
    assert numbers == {date(2027, 11, 21): ["0000-1005", "119"], date(2027, 11, 22): ["119"]}
    band = frame(registry, WITH).emergency
    assert band
    assert [button.gone_from for button in band.buttons] == [date(2027, 11, 22), None]


def test_a_site_leads_to_the_portal_that_the_central_list_names(registry: Registry) -> None:
    assert frame(registry).portal is None
    assert frame(replace(registry, portal="jkn.example")).portal == "https://jkn.example/"


def test_the_call_bar_has_the_pages_that_the_campaign_names_and_are_there(registry: Registry) -> None:
    assert [link.title for link in frame(registry).bar] == ["Gawat darurat", "Puskesmas"]
    assert frame(registry, bar=()).bar == ()
