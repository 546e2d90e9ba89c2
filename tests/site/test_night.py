"""Dark colours stand once, among the tokens; pages and drawings get them from there, paper never does."""

from __future__ import annotations

from selebaran.model.registry import Registry
from selebaran.site.night import NIGHT, drawn_by_night, with_night


def test_a_page_has_the_dark_roles_behind_the_light_ones(registry: Registry) -> None:
    light, _, dark = with_night(registry.theme.tokens).partition(NIGHT)
    assert light.startswith(registry.theme.tokens)
    assert "--bg: #0f1530" in dark


def test_a_drawing_gets_those_of_its_own_colours_that_differ(registry: Registry) -> None:
    drawn = drawn_by_night(registry.drawings["ktp"], registry.theme.tokens)
    dark = drawn.split(NIGHT)[1].split("</style>")[0]
    assert "--il-line:#dfe5fb" in dark
    assert "--il-s1" not in dark, "the drawing has no such colour"
    assert "--il-on" not in dark, "it is the same by day"


def test_what_has_no_dark_set_or_no_style_stays_as_it_is(registry: Registry) -> None:
    assert with_night(":root { --bg: #fff; }") == ":root { --bg: #fff; }"
    assert drawn_by_night("<svg/>", registry.theme.tokens) == "<svg/>"
