"""Descriptions of fonts that are known. The canary for what WeasyPrint describes a font by."""

from __future__ import annotations

import inspect
import re

import pytest
from weasyprint.text import fonts, line_break

from selebaran.press.descriptions import _key, known_descriptions
from selebaran.press.layout import Press
from tests.conftest import ROOT
from tests.press.test_panels import sheet


def test_a_description_follows_from_what_it_is_known_by() -> None:
    read = set(re.findall(r"style\['(\w+)'\]", inspect.getsource(fonts.get_font_description)))
    assert read == set(re.findall(r'style\["(\w+)"\]', inspect.getsource(_key)))


def test_none_is_made_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, made = line_break.get_font_description, []
    monkeypatch.setattr(line_break, "get_font_description", lambda style: made.append(style) or plain(style))
    piece = sheet("<p>Satu</p><p>Dua</p><p>Tiga</p>")
    Press(ROOT / ".cache").print(piece)
    before = len(made)
    Press(ROOT / ".cache").print(piece)
    assert len(made) == before
    with known_descriptions():
        assert line_break.get_font_description is not plain
