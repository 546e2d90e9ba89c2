"""What templates make of a district's values: each way is told with its line, and lists may be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest

from selebaran.check.derived import LISTS, check_derived, derivations, lists_of
from selebaran.compose.district.values import present_district
from selebaran.compose.edition import Composer
from selebaran.compose.page.frame import frame_values
from selebaran.compose.template.locate import Source
from selebaran.model.problem import Place
from selebaran.model.registry import Registry
from tests.conftest import DEMO


def told(text: str) -> list[tuple[int, str, str]]:
    """Line, value and way of what is made of a district's values in a template."""
    found = derivations(Source(text, Place("printables/uji/piece.html", 1)), "html", LISTS | {"puskesmas"})
    return [(fault.place.line, dict(fault.values)["nama"], dict(fault.values)["cara"]) for fault in found]


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        ("{{ daerah.nama | length }}", "daerah.nama", "length"),
        ("{% if situs.nama_pendek | length > 22 %}x{% endif %}", "situs.nama_pendek", "length"),
        ("{{ daerah.istilah.kecamatan | capitalize }}", "daerah.istilah.kecamatan", "capitalize"),
        ("{{ (daerah.kontak.psc119.telepon ~ '') | length }}", "daerah.kontak.psc119.telepon", "length"),
        ("{{ daerah.nama_pendek.lower() }}", "daerah.nama_pendek", "lower"),
        ("{{ daerah.nama_pendek.split()[0] }}", "daerah.nama_pendek", "split"),
        ("{{ daerah.nama[:3] }}", "daerah.nama", "[…]"),
        ("{{ daerah['nama'][0] }}", "daerah", "[…]"),
        ("{% if 'Kota' in daerah.nama %}x{% endif %}", "daerah.nama", "in"),
        ("{% if daerah.nama not in situs.penerbit %}x{% endif %}", "situs.penerbit", "in"),
        ("{{ daerah.puskesmas | map('upper') | join }}", "daerah.puskesmas", "upper"),
        ("{{ (daerah.domain or situs.nama) | replace('.', ' ') }}", "daerah.domain", "replace"),
    ],
)
def test_what_is_made_of_a_value_is_told(text: str, value: str, way: str) -> None:
    assert told(f"\n{text}") == [(2, value, way)]


@pytest.mark.parametrize(
    "text",
    [
        "{% set a = daerah.kontak.psc119 %}\n{{ a.telepon | length }}",
        "{% for a in daerah.puskesmas %}\n{{ a.telepon.split() }}{% endfor %}",
        "{% macro tempat(a) %}\n{{ a.telepon | upper }}{% endmacro %}{{ tempat(daerah.kontak.dinkes) }}",
        "{% macro tempat(a) %}\n{{ a.telepon | upper }}{% endmacro %}{{ tempat(a=daerah.kontak.dinkes) }}",
        "{% set b, a = 1, daerah.puskesmas[0] %}\n{{ a.telepon | trim }}",
    ],
)
def test_a_value_is_followed_through_names_loops_and_macros(text: str) -> None:
    assert [(line, value) for line, value, _ in told(text)] == [(2, "a.telepon")]


@pytest.mark.parametrize(
    "text",
    [
        "{{ daerah.puskesmas | length }} puskesmas",
        "{% set jadi = daerah.kegiatan | rejectattr('batal') | list %}{{ jadi[0].judul }}{{ jadi | length }}",
        "{% for k in daerah.kegiatan[:6] %}{{ k.bawa | join(', ') }}{% endfor %}",
        "{% set hari = daerah.puskesmas | map(attribute='diperiksa_pada') | unique | list %}{{ hari | length }}",
        "{% set k = ((daerah.kegiatan or []) | list or [none])[0] %}{{ k.judul }}",
        "{{ daerah.nama | e }} {{ daerah.jenis == 'kota' }} {{ 'https://' ~ situs.alamat ~ '/' }}",
        "{% if daerah.jenis in ('kota', 'kabupaten') %}x{% endif %}",
        "{{ fakta['IUR-01'].sumber | first }} {{ judul_isi('daftar').split(': ') }}",
        "{% macro judul(a) %}{{ a | upper }}{% endmacro %}{{ judul('tetap') }}",
    ],
)
def test_placing_choosing_and_counting_are_free(text: str) -> None:
    assert told(text) == []


def lists(values: object) -> Iterator[str]:
    """The names of all fields that are lists."""
    for name, value in values.items() if isinstance(values, Mapping) else ():
        parts = value if isinstance(value, tuple) else (value,)
        if isinstance(value, tuple):
            yield name
        for part in parts:
            yield from lists(part)


def test_the_fields_that_count_as_lists_are_those_that_are_lists(registry: Registry, composer: Composer) -> None:
    folder, day = registry.districts[DEMO], date(2026, 11, 21)
    frame = composer.compose(DEMO, as_of=day, profiles=()).frame
    found = {*lists(present_district(folder, day, registry.campaign)), *lists(frame_values(frame)), "host"}
    assert found == lists_of(registry.campaign)


def test_no_shared_template_makes_anything_of_a_district(registry: Registry) -> None:
    assert check_derived(registry) == []


def test_templates_of_sites_and_sheets_are_looked_at_too(registry: Registry) -> None:
    slip = "{{ situs.nama | upper }}"
    theme = replace(registry.theme, templates={**registry.theme.templates, "partials/uji.html": slip})
    broken = replace(registry, theme=theme, print_files={**registry.print_files, "uji.html": slip})
    found = [str(fault.place) for fault in check_derived(broken)]
    assert found == ["templates/print/uji.html:1:10", "templates/site/partials/uji.html:1:10"]
