"""Descriptions of fonts that are made once: Pango is told of the same few for every line of a sheet.

A description follows from seven properties of a style alone, and Pango takes a copy of it. This module takes the place
of WeasyPrint's `get_font_description` while a sheet is laid out and written; tests/press/test_descriptions.py is the
canary for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS

MOST = 512
"""So many fonts and sizes a few hundred sheets have."""
_KNOWN: dict[Any, Any] = {}


def _key(style: Any) -> Any:
    """What a description follows from."""
    return (
        tuple(style["font_family"]),
        style["font_style"],
        style["font_stretch"],
        style["font_weight"],
        int(style["font_size"] * TO_UNITS),
        style["font_variant_caps"],
        style["font_variation_settings"],
    )


@contextmanager
def known_descriptions() -> Iterator[None]:
    """Within the block none is made twice."""
    plain = line_break.get_font_description

    def known(style: Any) -> Any:
        key = _key(style)
        if key not in _KNOWN:
            if len(_KNOWN) >= MOST:
                _KNOWN.clear()
            _KNOWN[key] = plain(style)
        return _KNOWN[key]

    line_break.get_font_description = known
    try:
        yield
    finally:
        line_break.get_font_description = plain
