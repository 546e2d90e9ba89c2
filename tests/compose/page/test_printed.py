"""Marks in place of plain values are never looked at, and none is left."""

from __future__ import annotations

import pytest

from selebaran.compose.page.finished import finished
from selebaran.compose.page.printed import printed, with_marks
from selebaran.compose.template.engine import is_looked_at
from selebaran.compose.template.repeated import NotRepeated


@pytest.mark.parametrize(
    "text",
    (
        "{% set x %}{{ a }}{% endset %}{{ x | length }}",
        "{%- set x|upper -%}{{ a }}{%- endset -%}",
        "{% set x | truncate(length=3) %}{{ a }}{% endset %}",
        "{% set\n  k.x\n%}{{ a }}{% endset %}",
        "{%+ macro m(a) %}{{ a }}{% endmacro %}{{ m(a) | upper }}",
        "{% filter upper %}{{ a }}{% endfilter %}",
        "{% call m() %}{{ a }}{% endcall %}",
        '{% from "umum.md" import m %}{{ m(a) | length }}',
        '{% include "umum.md" %}',
    ),
)
def test_a_template_that_may_look_at_what_it_printed_prints_no_marks(text: str) -> None:
    assert is_looked_at(text)


@pytest.mark.parametrize(
    "text",
    (
        "{% set x = a | length %}",
        "{%- set x, y = a -%}",
        "{% if a %}set x{% endif %}",
        "{% for k in macro %}{% endfor %}",
    ),
)
def test_others_do(text: str) -> None:
    assert not is_looked_at(text)


def test_a_mark_of_which_something_else_was_made_is_told() -> None:
    with with_marks(()):
        mark = printed("Balai Desa")
        assert "Balai Desa" in finished(f"Di {mark}.\n", "jadwal").html
        for made in (mark.upper(), mark.lower()):
            with pytest.raises(NotRepeated):
                finished(f"Di {made}.\n", "jadwal")
