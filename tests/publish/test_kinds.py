"""What has a mark in all kinds of districts is written down by templates as it is, or makes kinds of its own."""

from __future__ import annotations

import pytest

from selebaran.model.registry import Registry
from selebaran.publish.kinds import are_written_as_they_are


def test_our_templates_write_them_down_as_they_are(registry: Registry) -> None:
    assert are_written_as_they_are(registry.theme.templates.values())


@pytest.mark.parametrize(
    "text",
    [
        "{% if jam.zona > 420 %}Timur{% endif %}",
        "{{ acara.zona | lower }}",
        "{{ situs.sebutan_kecamatan | capitalize }}",
        '<a class="merek{% if situs.kelas_merek %} kecil{% endif %}">',
    ],
)
def test_a_template_that_makes_something_else_of_one_is_seen(text: str) -> None:
    assert not are_written_as_they_are(["{{ jam.zona | e }}", text])
