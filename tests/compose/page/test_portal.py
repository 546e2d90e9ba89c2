"""The portal: which districts it lists, in which order, and what it says of each. The site tests how it looks."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest

from selebaran.compose.page.portal import compose_portal
from selebaran.compose.template.engine import TemplateFault
from selebaran.model.campaign import Portal
from selebaran.model.identity import Publisher
from selebaran.model.problem import Place
from selebaran.model.registry import DistrictFolder, Registry
from selebaran.read.project import read_project
from selebaran.site.clock import clock_values
from tests.conftest import BASE, ROOT

DAY = date(2026, 11, 21)
WORDS = Portal.model_validate(
    {
        "judul": "Situs daerah",
        "merek": "Uji",
        "ringkas": "Daftar situs.",
        "pembuka": "Pilih daerah Anda.",
        "tentang": ["**Rekaan** & uji."],
        "darurat": "**Darurat?** Ke rumah sakit.",
        "gambar": [{"seni": "garis", "kotak": "2 4 234 162.3"}],
        "contoh_pencarian": "uji",
    }
)
LIST = """{% macro baris(d) %}
{{ d.nama }} {{ d.url }} {{ d.alamat }}|{{ d.penerbit }}{% if d.pratinjau %} (pratinjau){% endif %}

{% endmacro %}
{% for p in provinsi %}
# {{ p.nama }}
{% for d in p.daerah %}{{ baris(d) }}{% endfor %}
{% endfor %}
{% if peragaan %}
# Peragaan
{% for d in peragaan %}{{ baris(d) }}{% endfor %}
{% endif %}
"""


@pytest.fixture(scope="module")
def base() -> Registry:
    return read_project(BASE)


def district(base: Registry, slug: str, **changed: Any) -> DistrictFolder:
    folder = base.districts["kab-uji"]
    plain = {"domain": None, "publisher": None, **changed}
    return dataclasses.replace(folder, slug=slug, district=folder.district.model_copy(update=plain))


@pytest.fixture(scope="module")
def registry(base: Registry) -> Registry:
    """Two districts of one province, listed against the alphabet, one of an earlier province, and a made-up one."""
    listed = (
        district(base, "kota-baru", name="Kota Baru", short_name="Baru", kind="kota", province="Riau"),
        district(base, "kab-rekaan", name="Kabupaten Rekaan", short_name="Rekaan", province="Aceh", fictional=True),
        district(base, "kab-baru", name="Kabupaten Baru", short_name="Baru", province="Riau", domain="baru.example"),
        district(base, "kab-alas", name="Kabupaten Alas", short_name="Alas", province="Riau"),
        district(base, "kab-sabang", name="Kabupaten Sabang", short_name="Sabang", province="Aceh"),
    )
    return dataclasses.replace(base, districts={folder.slug: folder for folder in listed})


def portal(registry: Registry, template: str, *published: str, shown: tuple[str, ...] | None = None) -> str:
    slugs = frozenset(registry.districts if shown is None else shown)
    return compose_portal(registry, WORDS, template, slugs, frozenset(published), DAY, clock_values(DAY, "WIB", {}))


def test_districts_stand_under_their_provinces_in_alphabetical_order_and_the_made_up_one_apart(
    registry: Registry,
) -> None:
    assert portal(registry, LIST, "kab-baru").splitlines() == [
        "# Aceh",
        "Kabupaten Sabang ../situs/kab-sabang/ | (pratinjau)",
        "# Riau",
        "Kabupaten Alas ../situs/kab-alas/ | (pratinjau)",
        "Kabupaten Baru ../situs/baru.example/ baru.example|",
        "Kota Baru ../situs/kota-baru/ | (pratinjau)",
        "# Peragaan",
        "Kabupaten Rekaan ../situs/kab-rekaan/ | (pratinjau)",
    ]


def test_only_districts_that_have_a_site_are_listed_and_counted(registry: Registry) -> None:
    shown = ("kab-alas", "kab-rekaan")
    assert "Sabang" not in portal(registry, LIST, shown=shown)
    assert portal(registry, "{{ jumlah }} daerah, {{ provinsi | length }} provinsi", shown=shown) == (
        "1 daerah, 1 provinsi"
    )
    assert portal(registry, "{{ jumlah }}") == "4"


def test_the_portal_is_a_preview_until_every_site_that_it_lists_is_published(registry: Registry) -> None:
    template = "{% if pratinjau %}pratinjau{% else %}terbit{% endif %}"
    shown = ("kab-alas", "kab-baru")
    assert portal(registry, template, "kab-alas", shown=shown) == "pratinjau"
    assert portal(registry, template, "kab-alas", "kab-baru", "kab-sabang", shown=shown) == "terbit"


def test_it_says_who_publishes_a_site(base: Registry) -> None:
    folder = district(base, "kab-alas", publisher=Publisher.model_validate({"nama": "Dinas Uji"}))
    one = dataclasses.replace(base, districts={"kab-alas": folder})
    assert "kab-alas/ |Dinas Uji" in portal(one, LIST)


def test_the_campaigns_words_stand_there_with_what_is_bold_in_them(registry: Registry) -> None:
    template = "{{ portal.judul }} {{ portal.merek }} {{ portal.ringkas }} {{ portal.pembuka }}"
    assert portal(registry, template) == "Situs daerah Uji Daftar situs. Pilih daerah Anda."
    assert portal(registry, "{{ portal.tentang[0] }} {{ portal.darurat }} {{ portal.contoh_pencarian }}") == (
        "<strong>Rekaan</strong> &amp; uji. <strong>Darurat?</strong> Ke rumah sakit. uji"
    )
    template = "{% for g in portal.gambar %}{{ g.seni }} {{ g.kotak }} {{ g.lebar }} {{ g.tinggi }}{% endfor %}"
    assert portal(registry, template) == "garis 2,4,234,162.3 234 162"


def test_it_is_dated_and_offers_the_number_to_ask(registry: Registry) -> None:
    assert (
        portal(registry, "{{ tanggal }}: {{ tanya.ke }}") == '21 November 2026: Care Center <a href="tel:165">165</a>'
    )


def test_without_a_number_that_may_be_shown_residents_are_sent_to_a_place(registry: Registry) -> None:
    template = "{% if tanya.telepon %}{{ tanya.telepon.nomor }}{% else %}{{ tanya.ke }}{% endif %}"
    assert portal(registry, template) == "165"
    closed = [fact.model_copy(update={"publishable": False}) for fact in registry.facts]
    without = dataclasses.replace(registry, facts=type(registry.facts)(tuple(closed)))
    assert portal(without, template) == registry.campaign.ask.place


def test_a_fault_of_the_template_is_told_at_its_line(registry: Registry) -> None:
    with pytest.raises(TemplateFault) as found:
        portal(registry, "<p>\n{{ tangal }}")
    problem = found.value.problem
    assert (problem.code, problem.place) == ("nama-tidak-dikenal", Place("templates/portal/index.html", 2, 4))
    assert dict(problem.values)["maksud"] == "tanggal"


def test_the_projects_own_page_lists_every_district(registry: Registry) -> None:
    template = ROOT / "templates" / "portal" / "index.html"
    html = portal(registry, template.read_text("utf-8"))
    assert html.count("<li data-daerah=") == 5
    assert "4 daerah di 2 provinsi." in html
