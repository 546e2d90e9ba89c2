"""Three hundred random edits, additions, removals, renames, facts, days, templates: after each, what was built again is
what a clean build makes, byte for byte, and says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import pytest

from tests.publish.edits import Edits

STEPS = 60


def once_a_text(
    compile_it: Callable[..., CodeType],
) -> Callable[..., CodeType]:
    """Jinja gives the same code for the same text: it isn't asked twice, also where all that was kept is gone."""
    known: dict[tuple[object, ...], CodeType] = {}

    def compiled(environment: jinja2.Environment, source: object, *told: Any, **more: Any) -> CodeType:
        settings = [value for value in vars(environment).values() if isinstance(value, str | bool | type | Callable)]
        key = (type(environment), *settings, source, *told, *more.items())
        if key not in known:
            known[key] = compile_it(environment, source, *told, **more)
        return known[key]

    return compiled


@pytest.mark.parametrize("seed", range(5))
def test_after_every_edit_an_output_is_that_of_a_clean_build(
    seed: int, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(memory / "simpanan"))
    monkeypatch.setattr(jinja2.Environment, "compile", once_a_text(jinja2.Environment.compile))
    edits = Edits(memory / "proyek", seed)
    for _ in range(STEPS):
        edits.step()
        assert edits.differences(from_nothing=edits.random.random() < 0.3) == [], edits.told
        if edits.random.random() < 0.1:
            edits.build("dist", "kab-uji")
