"""What a district decides about its sheets, on what is photocopied."""

from __future__ import annotations

from selebaran.model.registry import Registry
from selebaran.press.layout import Press
from tests.press.test_own_print import the_emblem_stands, the_line_stands


def test_line_and_emblem_stand_on_what_is_photocopied(registry: Registry, press: Press) -> None:
    the_line_stands(registry, press, "hemat")
    the_emblem_stands(registry, press, "hemat")
